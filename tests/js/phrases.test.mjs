import assert from "node:assert/strict";
import { test } from "node:test";

import { reading, tellerOn } from "../../src/relgraph/webpage/script/data/phrases.mjs";

const [SOURCE, TARGET] = ["\ue000", "\ue001"];
const named = (...labels) => new Map(labels.map((label, index) => [String(index), { label }]));
const told = (text, ...labels) =>
  reading({ nodes: named(...labels), data: { others: {}, paths: { readings: ["", text] } } }, 1, "0", "1");

test("the names of both ends are put into a reading, as often as they stand in it", () => {
  assert.equal(told(`${SOURCE} ties ${TARGET}, says ${SOURCE}`, "Kenya", "Egypt"), "Kenya ties Egypt, says Kenya");
  assert.equal(told(`${TARGET} is tied`, "Kenya", "Egypt"), "Egypt is tied");
});

test("a name stands as it is, whatever is in it", () => {
  assert.equal(told(`${SOURCE} – ${TARGET}`, "$& $1", `{x} ${TARGET}`), `$& $1 – {x} ${TARGET}`);
});

test("a name inside a sentence begins as it does there, and who is not drawn has one too", () => {
  const nodes = new Map([["0", { label: "The pair", called: "the pair" }]]);
  const data = { others: { 1: "Kenya" }, paths: { readings: [`${TARGET} joins ${SOURCE}`] } };
  assert.equal(reading({ nodes, data }, 0, "0", "1"), "Kenya joins the pair");
});

test("what held on the day asked for is told as it was then, and as over on any other", () => {
  const then = { says: "Kenya keeps an embassy", status: "in-force", effect: "current" };
  const over = { says: "Kenya formerly kept one", status: "ended", effect: "ended", origin: "stated", ends: [], then };
  const facts = { over: { ...over, since: "1990", until: "2005" } };
  const data = { facts, sources: {}, spans: { 1990: [10, 10], 2005: [50, 50] } };

  assert.deepEqual(
    [undefined, 30, 60].map((day) => tellerOn(data, day)("over").says),
    ["Kenya formerly kept one", "Kenya keeps an embassy", "Kenya formerly kept one"],
  );
  assert.equal(tellerOn(data, 30)("over").status, "in-force");
});

test("what some left and came back to is told as it was on the day asked for", () => {
  const told = [
    { day: 10, says: "A, B and C" },
    { day: 20, says: "A and B" },
    { day: 30, says: "A, B and C again" },
  ];
  const league = { says: "A, B and C again", effect: "current", origin: "stated", ends: [], told };
  const data = { facts: { league }, sources: {}, spans: {} };

  assert.deepEqual(
    [undefined, 5, 19, 20, 29, 40].map((day) => tellerOn(data, day)("league").says),
    ["A, B and C again", "A, B and C", "A, B and C", "A and B", "A and B", "A, B and C again"],
  );
});
