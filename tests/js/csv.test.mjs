import assert from "node:assert/strict";
import { test } from "node:test";

import { CSV_COLUMNS, csvCell, csvRows, csvText } from "../../src/relgraph/webpage/script/table/csv.mjs";
import { initial } from "../../src/relgraph/webpage/script/state/state.mjs";
import { model } from "./model.mjs";
import { shown } from "../../src/relgraph/webpage/script/filter/filters.mjs";

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

test("the file to take away has the facts, one that only may hold marked", () => {
  const [csp, national] = csvRows(model, { ...shown(model, initial("all")), maybe: new Set(["csp"]) });
  const cell = (row, column) => row[CSV_COLUMNS.indexOf(column)];
  assert.deepEqual([cell(csp, "id"), cell(csp, "holds"), cell(csp, "derived")], ["fact csp", "maybe", "no"]);
  assert.equal(cell(national, "holds"), "yes");
});

test("a row says whether the fact is refused, and where its sources are kept, each address once", () => {
  const evidence = ["here", "here", "there"].map((source) => ({ source, paragraph: 1, terms: [], verified: "cited" }));
  const card = { title: "", publisher: "", published: "unknown" };
  const here = { ...card, url: "https://example.org/a", archived: "https://example.net/a" };
  const facts = { ...model.data.facts, "fact csp": { ...model.data.facts["fact csp"], refused: true, evidence } };
  const known = { ...model, data: { ...model.data, facts, sources: { here, there: card } } };
  const [csp, national] = csvRows(known, shown(known, initial("all")));
  const cell = (row, column) => row[CSV_COLUMNS.indexOf(column)];
  assert.deepEqual([cell(csp, "refused"), cell(national, "refused")], ["yes", "no"]);
  assert.deepEqual([cell(csp, "first_end"), cell(csp, "other_ends")], ["vn", "nz"]);
  assert.deepEqual([cell(csp, "links"), cell(national, "links")], ["https://example.org/a; https://example.net/a", ""]);
});
