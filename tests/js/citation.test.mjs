import assert from "node:assert/strict";
import { test } from "node:test";

import { addressAt } from "../../src/relgraph/webpage/script/panel/sources.mjs";
import { cutAtTerms } from "../../src/relgraph/webpage/script/panel/citation.mjs";

test("a paragraph is cut at its terms, whatever their case and spaces, and only at whole words", () => {
  assert.deepEqual(cutAtTerms("In 2014 the  Old Bridge fell.", ["old bridge", "14"]), [
    "In 2014 the  ",
    "Old Bridge",
    " fell.",
  ]);
  assert.deepEqual(
    cutAtTerms("Việt Nam (VN)", ["VN", "Việt Nam"]).filter((_, index) => index % 2),
    ["Việt Nam", "VN"],
  );
  assert.deepEqual(cutAtTerms("a+b", ["a+b"]), ["", "a+b", ""]);
  assert.deepEqual(cutAtTerms("text", []), ["text"]);
});

test("an address opens a page at the words cited, the most telling first; figures only where there is nothing else", () => {
  const at = (...terms) => addressAt("https://a.example/x", terms);
  assert.equal(
    at("2025", "the talks", "a co-operation, long"),
    "https://a.example/x#:~:text=a%20co%2Doperation%2C%20long&text=the%20talks",
  );
  assert.equal(at("64"), "https://a.example/x#:~:text=64");
  assert.equal(at(), "https://a.example/x");
  assert.equal(
    addressAt("https://a.example/x#part", ["Nội & co"]),
    "https://a.example/x#part:~:text=N%E1%BB%99i%20%26%20co",
  );
});
