import assert from "node:assert/strict";
import { test } from "node:test";

import {
  addressesIn,
  counted,
  dateWords,
  grouped,
  keyWords,
  statusWords,
  timeWords,
} from "../../src/relgraph/webpage/script/basics/words.mjs";
import { terms } from "./model.mjs";

test("dates are told at the precision they have", () => {
  const told = {
    2025: "2025",
    "2025-02": "February 2025",
    "2025-09-02": "2 September 2025",
    "2025-02?": "February 2025 (unsure)",
    "XXXX-02": "February of an unstated year",
    "2026/2028": "2026 to 2028",
    "../2025": "2025 at the latest",
    "2025/..": "2025 at the earliest",
    unknown: "at an unknown time",
    ongoing: "still going on",
    nonsense: "nonsense",
  };
  for (const [text, words] of Object.entries(told)) assert.equal(dateWords(text), words);
});

test("the dates of a fact begin a line of their own", () => {
  assert.equal(timeWords({ dates: "since 2025 at the latest, ongoing" }), "Since 2025 at the latest, ongoing");
  assert.equal(timeWords({}), "");
});

test("a status that could mislead says what it is not", () => {
  assert.equal(statusWords(terms, { status: "in-force", effect: "current" }), "In force");
  assert.equal(statusWords(terms, { status: "signed", effect: "agreed" }), "Signed: not known to be in force");
  assert.equal(statusWords(terms, { status: "intended", effect: "planned" }), "Intended: nothing is settled yet");
  assert.equal(statusWords(terms, { status: "new", effect: "current" }), "New");
  assert.equal(statusWords(terms, { kind: "count", status: "occurred", effect: "occurred" }), "Stated");
});

test("counts agree with their noun, keys read as words", () => {
  assert.deepEqual(
    [counted(1, "tie"), counted(1200, "tie"), counted(0, "body", "bodies")],
    ["1 tie", "1,200 ties", "0 bodies"],
  );
  assert.equal(keyWords("previous_rate"), "Previous rate");
});

test("thousands stand apart", () => {
  assert.deepEqual([0, 999, 1000, 50000, 1234567].map(grouped), ["0", "999", "1,000", "50,000", "1,234,567"]);
});

test("a row of a table, and what its cells give, have addresses where its number is known", () => {
  const columns = ["sender 2", "since 5"];
  assert.equal(
    addressesIn({ paragraph: 7, row: "Q42", columns }),
    "#row=7 · sender\u00a0#cell=7,2 · since\u00a0#cell=7,5",
  );
  assert.equal(addressesIn({ paragraph: 7, row: "#row=7", columns }), "sender\u00a0#cell=7,2 · since\u00a0#cell=7,5");
  assert.equal(addressesIn({ paragraph: 7, row: "Q42" }), "#row=7");
  assert.equal(addressesIn({ paragraph: 0, row: "Q42", columns }), "");
  assert.equal(addressesIn({ paragraph: 7 }), "");
});
