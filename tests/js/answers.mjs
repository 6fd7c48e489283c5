// Asks the page's script what tests/webpage/asking.py asked the command: the answers must be the same.
// It reads worlds with questions and answers, as JSON, and prints how many of them were the same.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { changesBetween } from "../../src/relgraph/webpage/script/data/changes.mjs";
import { compare } from "../../src/relgraph/webpage/script/basics/names.mjs";
import { comparison } from "../../src/relgraph/webpage/script/compare/comparison.mjs";
import { dateSpan, dayNumber } from "../../src/relgraph/webpage/script/data/days.mjs";
import { findPath } from "../../src/relgraph/webpage/script/ask/path.mjs";
import { heldFacts } from "../../src/relgraph/webpage/script/data/held.mjs";
import { makeModel } from "../../src/relgraph/webpage/script/data/data.mjs";
import { answerOf, silence, silenceWords } from "../../src/relgraph/webpage/script/data/silence.mjs";
import { tiedPairs } from "../../src/relgraph/webpage/script/pairs/pairs.mjs";

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
    const told = found.changes.map(({ word, certain, fact, insteadOf, who }) => [
      ...[word, certain, fact],
      ...[insteadOf, who].filter((one) => one !== undefined),
    ]);
    assert.deepEqual(told, changes, `${name}: ${days}`);
    assert.deepEqual(found.open, open, `${name}: ${days}`);
  }
  return compared.length;
}

function pairsAnswer(pairs) {
  const found = [...pairs].flatMap(([one, others]) =>
    [...others].filter(([other]) => one < other).map(([other, pair]) => ({ one, other, ...pair })),
  );
  return found.sort((a, b) => compare(a.one, b.one) || compare(a.other, b.other));
}

function checkPairs({ name, data, pairs }) {
  for (const { at, pairs: told, three, compared } of pairs) {
    const found = tiedPairs(data, onDay({ at: at ?? undefined, others: "planned" }));
    assert.deepEqual(pairsAnswer(found), told, `${name}: the matrix of ${at}`);
    if (!compared) continue;
    const { partners, common, only } = comparison(found, three);
    const among = pairsAnswer(found).filter(({ one, other }) => three.includes(one) && three.includes(other));
    assert.deepEqual({ among, common, only: Object.fromEntries(only) }, compared, `${name}: ${three} of ${at}`);
    assert.ok(partners.every(({ id }) => !three.includes(id)));
  }
  return pairs.length;
}

function checkSilences({ name, data, silent }) {
  const model = makeModel(data);
  for (const { at, pair, answer, told, ...lists } of silent) {
    const found = silence(model, pair, at === null ? undefined : dayNumber(at));
    assert.deepEqual(found, lists, `${name}: no tie of ${pair} on ${at}`);
    assert.equal(answerOf(found), answer, `${name}: no tie of ${pair} on ${at}`);
    const byItself = { ...found, no: found.no.filter(({ said }) => !said.length) };
    assert.equal(silenceWords(model, byItself), told, `${name}: no tie of ${pair} on ${at}`);
  }
  return silent.length;
}

const worlds = JSON.parse(readFileSync(0, "utf8"));
const checks = [checkPaths, checkDays, checkCompared, checkPairs, checkSilences];
console.log(worlds.reduce((sum, world) => checks.reduce((all, check) => all + check(world), sum), 0));
