import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { checkDays, checkPaths } from "./answers.mjs";

const worlds = JSON.parse(readFileSync(new URL("cases.json", import.meta.url), "utf8"));
const answers = worlds.flatMap(({ paths }) => paths.map(({ answer }) => answer));

test("the page finds the paths that the command finds, and tells them in the same words", () => {
  assert.ok(worlds.reduce((sum, world) => sum + checkPaths(world), 0) > 300);
});

test("on every day the facts hold that hold for the command", () => {
  assert.ok(worlds.reduce((sum, world) => sum + checkDays(world), 0) > 500);
});

test("the cases have paths of every sort", () => {
  const counts = {
    none: answers.filter(({ paths }) => !paths.length).length,
    equals: answers.filter(({ paths }) => paths.length > 1).length,
    incomparable: answers.filter(({ incomparable }) => incomparable).length,
    without: answers.filter(({ paths }) => paths[0]?.rung === null).length,
    parallel: answers.filter(({ paths }) => paths.some(({ ties }) => ties.some((step) => step.length > 1))).length,
    maybe: answers.filter(({ paths }) => paths.some(({ ties }) => ties.flat().some(([, truth]) => truth === "maybe")))
      .length,
  };
  for (const [sort, count] of Object.entries(counts)) assert.ok(count >= 10, `${sort}: ${count}`);
});
