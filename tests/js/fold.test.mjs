import assert from "node:assert/strict";
import { test } from "node:test";

import { compare, fold } from "../../src/relgraph/webpage/script/basics/fold.mjs";

test("marks and case do not count, wherever they come from", () => {
  assert.equal(fold("Lương Cường"), "luong cuong");
  assert.equal(fold("VIỆT NAM"), fold("Vie\u0323\u0302t Nam"));
  assert.equal(fold("Straße"), fold("STRASSE"));
  assert.equal(fold("İstanbul"), "istanbul");
  assert.equal(fold("Diyarbakır"), "diyarbakir");
  assert.equal(fold("\ufb01nance"), "finance");
  assert.equal(fold("ΟΔΟΣ"), fold("οδός"));
});

test("vowel signs that are letters to their readers stay", () => {
  assert.equal(fold("हिन्दी").length, "हिन्दी".length - 1); // only the sign that joins two consonants goes
  assert.equal(fold("جُمْهُورِيَّة"), "جمهورية");
});

test("all apostrophes are one, and what is not seen is nothing", () => {
  assert.equal(fold("d’Ivoire"), "d'ivoire");
  assert.equal(fold("zero\u200bwidth ❤\ufe0f"), "zerowidth ❤");
});

test("texts are ordered by code", () => {
  assert.deepEqual(["b", "B", "a", "é"].sort(compare), ["B", "a", "b", "é"]);
});
