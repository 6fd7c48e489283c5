import assert from "node:assert/strict";
import { test } from "node:test";

import { barOf, isUnsure, lanesOf, placeOf, ticksOf } from "../../src/relgraph/webpage/script/lanes/spans.mjs";
import { dateSpan, dayNumber } from "../../src/relgraph/webpage/script/data/days.mjs";

const day = dayNumber;
const scale = { first: day("2000-01-01"), last: day("2029-12-31") };
const dates = ["2010", "2025", "2025-05-03", "../2014", "2015?", "2020/..", "2012", "2013", "2012-05-03/2012-05-09"];
const spans = Object.fromEntries(dates.map((date) => [date, dateSpan(date)]));
const bar = (fact) => barOf({ spans }, fact, scale);

test("a bar is whole where a fact is so for certain, and soft where it may be", () => {
  assert.deepEqual(bar({ since: "2010" }), {
    ...{ kind: "state", from: day("2010-01-01"), sure: day("2010-12-31") },
    ...{ until: scale.last, to: scale.last, unsure: false },
  });
  const { until, to } = bar({ since: "2010", until: "2025" });
  assert.deepEqual([until, to], [day("2025-01-01"), day("2025-12-31")]);
  assert.deepEqual([bar({ since: "../2014" }).from, bar({ since: "../2014" }).sure], [scale.first, day("2014-12-31")]);
  assert.equal(bar({ since: "2010", until: "ongoing" }).to, scale.last);
});

test("what happened is a moment, of a day or of some day in a year", () => {
  assert.deepEqual(bar({ on: "2025-05-03" }), {
    ...{ kind: "moment", from: day("2025-05-03"), sure: day("2025-05-03") },
    ...{ until: day("2025-05-03"), to: day("2025-05-03"), unsure: false },
  });
  const some = bar({ on: "2025" });
  assert.ok(some.sure > some.until, "no day of it is certain");
  assert.equal(bar({ seen: "2025" }).kind, "seen");
});

test("of what has no beginning no day is certain, and a question mark leaves all open", () => {
  const ended = bar({ until: "2025" });
  assert.ok(ended.sure > ended.until);
  assert.equal(bar({ since: "2015?" }).unsure, true);
  assert.equal(bar({}), undefined);
});

test("lanes stand in the order in which they begin, what has no date apart", () => {
  const facts = { c: { since: "2025" }, b: { since: "2010" }, a: { since: "2010", until: "2012" }, none: {} };
  const { lanes, undated, scale: found } = lanesOf({ facts, spans }, Object.keys(facts));
  assert.deepEqual([lanes.map(({ id }) => id), undated], [["a", "b", "c"], ["none"]]);
  assert.ok(found.first < day("2010-01-01") && found.last > day("2025-12-31"));
});

test("years are marked at steps that leave few of them", () => {
  assert.deepEqual(
    ticksOf(scale).map(({ year }) => year),
    [2000, 2005, 2010, 2015, 2020, 2025],
  );
  assert.equal(placeOf(scale, scale.last), 100);
});

test("of what happened within a few days, a dot is all that is to be seen; a question mark stays one", () => {
  const within = bar({ on: "2012-05-03/2012-05-09" });
  assert.equal(isUnsure(within, scale), false);
  assert.equal(isUnsure(within, { first: day("2012-01-01"), last: day("2012-12-31") }), true);
  assert.equal(isUnsure(bar({ on: "2012" }), scale), true);
  assert.equal(isUnsure({ ...within, unsure: true }, scale), true);
  assert.equal(isUnsure(bar({ since: "2012", until: "2012" }), { first: 1, last: day("2029-12-31") }), true);
});
