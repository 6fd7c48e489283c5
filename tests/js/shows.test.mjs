import assert from "node:assert/strict";
import { test } from "node:test";

import { edge, model as plain } from "./model.mjs";
import { fileName, shownWords } from "../../src/relgraph/webpage/script/take/shows.mjs";
import { unknownIds, unknownWords } from "../../src/relgraph/webpage/script/state/unknown.mjs";
import { initial } from "../../src/relgraph/webpage/script/state/state.mjs";
import { makeModel } from "../../src/relgraph/webpage/script/data/data.mjs";

const card = (title, published) => ({ title, publisher: "A paper", published });
const cited = (...sources) => ({ evidence: sources.map((source) => ({ source, paragraph: 1, terms: [] })) });
const model = makeModel({
  ...plain.data,
  nodes: plain.data.nodes.map((node) => (node.id === "vn" ? { ...node, label: "Việt Nam" } : node)),
  edges: [edge("one", "vn", "nz"), edge("two", "vn", "ke")],
  sources: { a: card("First", "2025-12"), b: card("Second", "unknown"), c: card("Unused", "2020") },
  facts: {
    "fact one": { ...plain.data.facts["fact csp"], ...cited("a", "b", "b") },
    "fact two": { ...plain.data.facts["fact planned"], ...cited("b") },
  },
});
const first = initial("ties");
const both = new Set(["one", "two"]);

test("a picture says what it shows, of when, from which sources and by what it was made", () => {
  assert.deepEqual(shownWords(model, first, both, "a maker"), [
    "Ties",
    "As of: any time, as the sources tell it",
    "Sources: Second (A paper, undated); First (A paper, December 2025)",
    "Made with a maker",
  ]);
});

test("a picture of a page that holds a part of its dataset says which", () => {
  const part = makeModel({ ...model.data, part: "as of 2020" });
  assert.equal(shownWords(part, first, both, "x")[1], "Only a part of the facts: as of 2020");
  const onDay = shownWords(part, { ...first, at: 739616 }, both, "x");
  assert.deepEqual(onDay.slice(1, 3), ["As of: 31 December 2025", "Only a part of the facts: as of 2020"]);
});

test("it says what is looked at, which day is asked for and what is left out", () => {
  const state = { ...first, layout: "map", view: "all", node: "vn", at: 739616, off: new Set(["who:person"]) };
  const words = shownWords(model, { ...state, hidden: new Set(["ke", "gone"]) }, new Set(["one"]), "a maker");
  assert.deepEqual(words.slice(0, 3), [
    "Map, everything; looked at: Việt Nam",
    "As of: 31 December 2025",
    "Left out: Person, ke, gone",
  ]);
  const off = { ...first, off: new Set(["who:country"]) };
  assert.equal(shownWords(model, off, both, "x")[2], "Left out: Countries");
});

test("of many only the first are named", () => {
  const hidden = new Set(Array.from({ length: 7 }, (_, number) => `n${number}`));
  assert.ok(shownWords(model, { ...first, hidden }, both, "x").includes("Left out: n0, n1, n2, n3, 3 more"));
});

test("without a source none is told", () => {
  assert.equal(shownWords(model, first, new Set(), "x").length, 3);
});

test("the name of a file tells what is in it", () => {
  const names = (change) => fileName("Who is tied: to whom?", model, { ...first, ...change }, "png");
  assert.equal(names({}), "who-is-tied-to-whom.png");
  assert.equal(names({ layout: "map", node: "vn", at: 739616 }), "who-is-tied-to-whom-map-viet-nam-2025-12-31.png");
  assert.equal(
    names({ view: "all", path: { from: "vn", to: "ke" }, off: new Set(["who:body"]) }),
    "who-is-tied-to-whom-everything-viet-nam-to-ke-filtered.png",
  );
  assert.equal(names({ layout: "ladder", centre: "vn" }), "who-is-tied-to-whom-ladder-viet-nam.png");
  assert.equal(fileName("…", model, first, "csv"), "relgraph.csv");
  const cut = fileName("International relations: who is tied to whom", model, first, "png");
  assert.equal(cut, "international-relations-who-is-tied-to.png");
  const long = fileName("long ".repeat(40), model, { ...first, node: "vn" }, "svg");
  assert.ok(long.length < 120 && long.endsWith("-viet-nam.svg"));
});

test("what an address names and nobody knows is told, each once", () => {
  const state = { ...first, node: "mars", fact: "fact one", centre: "mars", path: { from: "vn", to: "venus" } };
  assert.deepEqual(unknownIds(model, { ...state, hidden: new Set(["vn", "x"]), pinned: new Map([["y", [0, 0]]]) }), [
    "mars",
    "venus",
    "x",
    "y",
  ]);
  assert.deepEqual(unknownIds(model, { ...first, fact: "constructor" }), ["constructor"]);
  assert.deepEqual(unknownIds(model, { ...first, node: "vn", path: { from: "", to: "ke" } }), []);
  assert.equal(unknownWords([]), "");
  assert.match(
    unknownWords(["a"], ["at=x"]),
    /names “a”, which this page does not have, and says “at=x”, which means/u,
  );
  assert.match(unknownWords(["a", "b", "c", "d"]), /names “a”, “b”, “c” and 1 more, which this page does not have/u);
});
