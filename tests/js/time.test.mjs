import assert from "node:assert/strict";
import { test } from "node:test";

import {
  MAYBE,
  NO,
  YES,
  before,
  both,
  come,
  dateSpan,
  dayNumber,
  dayText,
  opposite,
} from "../../src/relgraph/webpage/script/data/days.mjs";
import { dayWordsOf, heldWords } from "../../src/relgraph/webpage/script/data/phrases.mjs";
import { stopOf, turningDays } from "../../src/relgraph/webpage/script/controls/time.mjs";
import { initial } from "../../src/relgraph/webpage/script/state/state.mjs";
import { edge, model } from "./model.mjs";
import { makeModel } from "../../src/relgraph/webpage/script/data/data.mjs";

const YEAR = { 2025: [739252, 739616], "2025?": [739252, 739616, 1], "../2025": [0, 739616], 2026: [739617, 739981] };

test("days are counted from the first of January of the year 1", () => {
  assert.equal(dayNumber("0001-01-01"), 1);
  assert.equal(dayNumber("2025-01-01"), 739252);
  assert.equal(dayNumber("9999-12-31"), 3652059);
  for (const text of ["0001-01-01", "1900-02-28", "2000-02-29", "2025-12-31"])
    assert.equal(dayText(dayNumber(text)), text);
});

test("what is no day of the calendar has no number", () => {
  for (const text of ["", "2025", "2025-02-30", "2025-13-01", "0000-01-01", "25-1-1", "2025-01-01T00:00", "__proto__"])
    assert.equal(dayNumber(text), undefined, text);
});

test("a date that is asked for may mean many days", () => {
  assert.deepEqual(dateSpan("2025"), YEAR[2025]);
  assert.deepEqual(dateSpan("2025?"), YEAR["2025?"]);
  assert.deepEqual(dateSpan("../2025"), YEAR["../2025"]);
  assert.deepEqual(dateSpan(" 2025/2026 "), [YEAR[2025][0], YEAR[2026][1]]);
  assert.deepEqual(dateSpan("2025-12"), [dayNumber("2025-12-01"), dayNumber("2025-12-31")]);
  assert.deepEqual(dateSpan("2024-02"), [dayNumber("2024-02-01"), dayNumber("2024-02-29")]);
  assert.deepEqual(dateSpan("2025-06-30"), [dayNumber("2025-06-30"), dayNumber("2025-06-30")]);
  assert.deepEqual(dateSpan("9999"), [3652059 - 364, 3652059]);
  for (const text of ["", "..", "/", "soon", "2025-13", "2025-02-30", "2026/2025", "2025/2026/2027", "0000", "25"])
    assert.equal(dateSpan(text), undefined, text);
});

test("maybe stays maybe, and no is stronger than it", () => {
  assert.deepEqual([NO, MAYBE, YES].map(opposite), [YES, MAYBE, NO]);
  assert.deepEqual([both(YES, YES), both(YES, MAYBE), both(MAYBE, NO)], [YES, MAYBE, NO]);
});

test("a date has come, or may have, or has not", () => {
  assert.deepEqual(
    ["2024-12-31", "2025-01-01", "2025-12-31"].map((day) => come(YEAR[2025], dayNumber(day))),
    [NO, MAYBE, YES],
  );
  assert.deepEqual(
    ["2024-12-31", "2025-12-31"].map((day) => come(YEAR["2025?"], dayNumber(day))),
    [MAYBE, MAYBE],
  );
  assert.deepEqual(
    ["0001-01-01", "2025-12-31"].map((day) => come(YEAR["../2025"], dayNumber(day))),
    [MAYBE, YES],
  );
  assert.equal(before(YEAR[2025], YEAR[2026]), YES);
});

const fact = (more) => ({
  says: "",
  kind: "partnership",
  status: "in-force",
  effect: "current",
  origin: "stated",
  ends: [],
  ...more,
});
const dated = (facts) =>
  makeModel({
    ...model.data,
    spans: YEAR,
    facts,
    edges: Object.keys(facts).map((id) => edge(id, "vn", "nz", { fact: id })),
  });
const stops = (...facts) =>
  turningDays(dated(Object.fromEntries(facts.map((one, index) => [`f${index}`, fact(one)]))), initial("ties")).map(
    dayText,
  );

test("the slider stops where something begins or becomes certain, and the day before", () => {
  assert.deepEqual(stops({ since: "2025" }), ["2024-12-31", "2025-01-01", "2025-12-31"]);
  assert.deepEqual(stops({ since: "../2025" }, { on: "2025" }), ["2024-12-31", "2025-01-01", "2025-12-31"]);
  assert.deepEqual(stops({ since: "2025?" }), []);
  assert.deepEqual(stops({ seen: "2025" }), ["2025-12-30", "2025-12-31"]);
});

test("what ends stops holding on the day after", () => {
  assert.deepEqual(stops({ until: "2025" }), ["2025-01-01", "2025-01-02", "2026-01-01"]);
  assert.deepEqual(stops({ until: "ongoing" }, {}), []);
});

test("a day between two stops is shown at the earlier", () => {
  assert.deepEqual(
    [1, 5, 7, 9, 12].map((day) => stopOf([5, 9], day)),
    [0, 0, 0, 1, 1],
  );
});

test("a day is told in words, and a fact that is not so then for certain", () => {
  const { data } = dated({ f: fact({ since: "2025" }), disputed: fact({ since: "2025", disputed: true }) });
  assert.deepEqual([dayWordsOf(undefined), dayWordsOf(739616)], ["Any time", "31 December 2025"]);
  assert.equal(heldWords(data, undefined, "f"), "");
  assert.equal(heldWords(data, dayNumber("2024-12-31"), "f"), "Not so on 31 December 2024");
  assert.equal(heldWords(data, dayNumber("2025-01-01"), "f"), "Maybe so on 1 January 2025");
  assert.equal(heldWords(data, dayNumber("2025-12-31"), "f"), "");
  assert.equal(heldWords(data, dayNumber("2024-12-31"), "disputed"), "");
});

test("a total is of the day as of which it was counted", () => {
  const total = {
    says: "",
    kind: "count",
    status: "stated",
    effect: "current",
    origin: "stated",
    ends: [],
    counted: "2025",
  };
  const { data } = makeModel({ ...model.data, spans: YEAR, facts: { total } });
  assert.equal(heldWords(data, dayNumber("2024-12-31"), "total"), "Not so on 31 December 2024");
  assert.equal(heldWords(data, dayNumber("2026-01-01"), "total"), "");
});

test("a tier that a later one replaced says so, once it is replaced", () => {
  const tie = (tier, since) => ({
    says: tier,
    kind: "partnership",
    ladder: "vietnam",
    tier,
    climbs: [[0, tier === "csp" ? 4 : 3]],
    status: "in-force",
    effect: "current",
    origin: "stated",
    since,
    ends: [
      { role: "of", id: "vn" },
      { role: "with", id: "nz" },
    ],
  });
  const { data } = makeModel({
    ...model.data,
    spans: YEAR,
    facts: { lower: tie("sp", "2025"), upper: tie("csp", "2026") },
  });
  assert.equal(heldWords(data, undefined, "lower"), "Superseded by a later, higher tier");
  assert.equal(heldWords(data, dayNumber("2025-12-31"), "lower"), "");
  assert.equal(
    heldWords(data, dayNumber("2026-06-01"), "lower"),
    "Maybe so on 1 June 2026; maybe superseded by a later, higher tier",
  );
  assert.equal(heldWords(data, undefined, "upper"), "");
});
