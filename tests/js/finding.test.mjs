import assert from "node:assert/strict";
import { test } from "node:test";

import { closeness, keyOf, searcher } from "../../src/relgraph/webpage/script/find/finding.mjs";

const entry = (label, names = [], weight = 0) => ({ id: label, label, names: [label, ...names], weight });
const found = (entries, query) => searcher(entries)(query).map(({ entry: { label } }) => label);

test("marks, case and signs between words do not count", () => {
  assert.equal(keyOf("Lương Cường"), "luong cuong");
  assert.equal(keyOf("VIỆT  NAM"), "viet nam");
  assert.equal(keyOf("Đặng–Łódź"), "dang lodz");
  assert.equal(keyOf("Workers' Party"), "workers party");
  assert.equal(keyOf("Straße"), "strasse");
  assert.equal(keyOf("Côte d’Ivoire"), "cote divoire");
  assert.equal(keyOf("!?"), "");
});

test("a whole name is closer than a start, a start than a word, a word than a part", () => {
  const scores = ["viet nam", "viet nam news", "the viet nam", "nam viet", "vietnamese viet namibia", "x"].map((key) =>
    closeness(key, "viet nam"),
  );
  assert.deepEqual(scores, [5, 4, 3, 2, 3, 0]);
  assert.equal(closeness("soviet", "viet"), 1);
});

test("every name of an entry finds it, the best name only once", () => {
  const entries = [entry("United Kingdom", ["Britain", "UK", "GB"]), entry("United Nations", ["UN"]), entry("Ukraine")];
  assert.deepEqual(found(entries, "uk"), ["United Kingdom", "Ukraine"]);
  assert.deepEqual(found(entries, "brit"), ["United Kingdom"]);
  assert.deepEqual(found(entries, "nations united"), ["United Nations"]);
  assert.equal(searcher(entries)("brit")[0].name, "Britain");
});

test("of equally good finds the heavier comes first, then the alphabet", () => {
  assert.deepEqual(found([entry("Ab", [], 1), entry("Aa", [], 1), entry("Ac", [], 9)], "a"), ["Ac", "Aa", "Ab"]);
});

test("nothing is found by nothing", () => {
  assert.deepEqual(found([entry("A")], "  "), []);
  assert.deepEqual(found([], "a"), []);
});
