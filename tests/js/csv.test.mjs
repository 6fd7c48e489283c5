import assert from "node:assert/strict";
import { test } from "node:test";

import { csvCell, csvText } from "../../src/relgraph/webpage/script/table/csv.mjs";

test("lines end as RFC 4180 has it, behind the mark by which spreadsheets know UTF-8", () => {
  assert.equal(csvText(["id", "says"], [["a", "Việt Nam"]]), "\ufeffid,says\r\na,Việt Nam\r\n");
  assert.equal(csvText(["id"], []), "\ufeffid\r\n");
});

test("what would part cells or lines is quoted", () => {
  const cells = { 'a "b"': '"a ""b"""', "a,b": '"a,b"', "a\nb": '"a\nb"', " a": '" a"', "": "" };
  for (const [text, cell] of Object.entries(cells)) assert.equal(csvCell(text), cell);
});

test("nothing is run by a spreadsheet", () => {
  for (const start of ["=", "+", "-", "@", "\t=", " =", "＝", "\r="])
    assert.match(csvCell(`${start}cmd|' /C calc'!A0`), /^"?'/);
  assert.equal(csvCell("2025-01"), "2025-01");
});
