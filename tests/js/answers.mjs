// Asks the page's script what tests/webpage/asking.py asked the command: the answers must be the same.
// It reads worlds with questions and answers, as JSON, and prints how many of them were the same.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { changesBetween } from "../../src/relgraph/webpage/script/data/changes.mjs";
import { dateSpan, dayNumber } from "../../src/relgraph/webpage/script/data/days.mjs";
import { findPath } from "../../src/relgraph/webpage/script/ask/path.mjs";
import { heldFacts } from "../../src/relgraph/webpage/script/data/held.mjs";
import { makeModel } from "../../src/relgraph/webpage/script/data/data.mjs";

const TRUTHS = ["no", "maybe", "yes"];
const onDay = (asked) => ({ ...asked, at: asked.at && dayNumber(asked.at) });

function pathAnswer(model, question) {
  const { paths, above, incomparable, reason, nodes, pairs } = findPath(model, onDay(question));
  const told = paths.map((path) => ({
    nodes: path.nodes,
    rung: path.rung,
    ties: path.steps.map(({ ties }) =>
      ties.map(({ fact, truth, holds, says }) => [fact, TRUTHS[truth], TRUTHS[holds], says]),
    ),
  }));
  return { paths: told, above, incomparable, reason, nodes, pairs };
}

function checkPaths({ name, data, paths }) {
  const model = makeModel(data);
  for (const { question, answer } of paths)
    assert.deepEqual(pathAnswer(model, question), answer, `${name}: ${JSON.stringify(question)}`);
  return paths.length;
}

function checkDays({ name, data, days }) {
  for (const { asked, held } of days) {
    const truths = heldFacts(data, onDay(asked));
    const found = Object.keys(data.facts).map((fact) => TRUTHS[truths.get(fact) ?? 0][0]);
    assert.equal(found.join(""), held, `${name}: ${JSON.stringify(asked)}`);
  }
  return days.length;
}

function checkCompared({ name, data, compared }) {
  for (const { days, changes, open } of compared) {
    const [first, second] = days.map(dateSpan);
    const found = changesBetween(data, first, second);
    const told = found.changes.map(({ word, certain, fact, insteadOf }) => [
      ...[word, certain, fact],
      ...(insteadOf === undefined ? [] : [insteadOf]),
    ]);
    assert.deepEqual(told, changes, `${name}: ${days}`);
    assert.deepEqual(found.open, open, `${name}: ${days}`);
  }
  return compared.length;
}

const worlds = JSON.parse(readFileSync(0, "utf8"));
console.log(worlds.reduce((sum, world) => sum + checkPaths(world) + checkDays(world) + checkCompared(world), 0));
