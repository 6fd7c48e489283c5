import assert from "node:assert/strict";
import { test } from "node:test";

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
