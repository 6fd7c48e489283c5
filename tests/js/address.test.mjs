import assert from "node:assert/strict";
import { test } from "node:test";

import { UNTOUCHED } from "../../src/relgraph/webpage/script/state/hand.mjs";
import { decode, encode, isLong, misread } from "../../src/relgraph/webpage/script/state/address.mjs";
import { asksOne, initial, leavingStart } from "../../src/relgraph/webpage/script/state/state.mjs";

const first = initial("ties");
const hand = {
  hidden: new Set(["b", "a&b=#é"]),
  pinned: new Map([
    ["x,y", [-12, 340]],
    ["v", [0, 0]],
  ]),
  gathered: new Set(["the union", "b"]),
};

test("the first state has an empty address", () => {
  assert.equal(encode(first, first), "");
  assert.deepEqual(decode("", first), { ...first, node: undefined, fact: undefined });
});

test("an address reads back as it was written, whatever the ids", () => {
  const state = {
    ...first,
    view: "all",
    off: new Set(["who:person", "close:vietnam.csp"]),
    on: new Set(["sure:implied"]),
    node: "a&b=#/é",
    fact: "x:y z",
    steps: 3,
  };
  assert.deepEqual(decode(`#${encode(state, first)}`, first), state);
});

test("what an address says wrongly is left at the first state", () => {
  const state = decode("#view=upside&steps=9&node=", first);
  assert.equal(state.view, "ties");
  assert.equal(state.steps, 1);
  assert.equal(decode("#steps=two", first).steps, 1);
});

test("words that a link picks up on its way change nothing, and what settles what is shown is not misread in silence", () => {
  const begins = initial("ties", "start");
  assert.deepEqual(decode("#utm_source=mail&fbclid=1", begins), decode("", begins));
  assert.deepEqual(
    misread("#utm_source=mail&at=2025-06-30&view=all&shape=map&least=5&close=top&days=2024,&story=1.2"),
    [],
  );
  const wrong = ["at=2025-02-30", "at=", "view=upside", "shape=", "least=-4", "close=by", "days=2024", "story=1"];
  assert.deepEqual(misread(`#node=x&${wrong.join("&")}`), wrong);
});

test("the same state has one address", () => {
  const one = { ...first, off: new Set(["b", "a"]) };
  const other = { ...first, off: new Set(["a", "b"]) };
  assert.equal(encode(one, first), encode(other, first));
});

test("two days that are compared are kept in the address, and take the place of a day and a path", () => {
  const days = { from: "2024-06?", to: "../2026" };
  const state = { ...first, node: undefined, fact: undefined, days };
  assert.equal(encode(state, first), "days=2024-06%3F%2C..%2F2026");
  assert.deepEqual(decode(encode(state, first), first), state);
  assert.equal(decode("#days=2024%2C2026&at=2025-01-01", first).at, undefined);
  assert.equal(decode("#days=2024", first).days, undefined);
  assert.deepEqual(asksOne({ days }), { days, at: undefined, path: undefined });
  assert.deepEqual(asksOne({ at: 5 }), { at: 5, days: undefined });
  assert.deepEqual(asksOne({ at: undefined }), { at: undefined });
});

test("a day and a path that are asked for are kept in the address", () => {
  const path = {
    from: "a&b",
    to: "",
    by: "shortest",
    min: "vietnam:sp",
    planned: true,
    derived: false,
    maybe: false,
    route: 2,
  };
  const state = { ...first, node: undefined, fact: undefined, at: 739616, path };
  const text = encode(state, first);
  assert.equal(
    text,
    "at=2025-12-31&from=a%26b&to=&by=shortest&min=vietnam%3Asp&planned=yes&derived=no&maybe=no&route=2",
  );
  assert.deepEqual(decode(text, first), state);
});

test("a path is asked for by its ends alone; the rest is as at first", () => {
  assert.deepEqual(decode("#from=a&to=b", first).path, {
    from: "a",
    to: "b",
    by: "strongest",
    min: undefined,
    planned: false,
    derived: true,
    maybe: true,
    route: 0,
  });
  assert.equal(encode(decode("#from=a&to=b&by=x&planned=1&route=-1", first), first), "from=a&to=b");
  assert.equal(decode("#at=2025-02-30&by=shortest&min=sp", first).path, undefined);
  assert.equal(decode("#at=2025-02-30", first).at, undefined);
});

test("what was done by hand reads back as it was written, whatever the ids", () => {
  const text = encode({ ...first, ...hand }, first);
  const { hidden, pinned, gathered } = decode(text, first);
  assert.deepEqual({ hidden, pinned, gathered }, hand);
  const other = { ...hand, hidden: new Set([...hand.hidden].reverse()), pinned: new Map([...hand.pinned].reverse()) };
  assert.equal(encode({ ...first, ...other }, first), text);
});

test("a pin that is not understood is left out", () => {
  assert.equal(decode("#pin=1,2&pin=a,b,c&pin=1,2,&pin=12345678,0,v", first).pinned.size, 0);
});

test("what would make the address long stays out of it", () => {
  const many = { ...UNTOUCHED, hidden: new Set(Array.from({ length: 300 }, (_, number) => `country-${number}`)) };
  assert.equal(encode({ ...first, ...many }, first), "");
  assert.deepEqual([many, hand, first].map(isLong), [true, false, false]);
});

test("a layout is read as it was written, and the first one is not written at all", () => {
  const laidOut = { ...first, layout: "ladder", centre: "viet nam&é", sort: "-when" };
  const text = encode(laidOut, first);
  assert.equal(text, "shape=ladder&centre=viet+nam%26%C3%A9&sort=-when");
  const { layout, centre, sort } = decode(text, first);
  assert.deepEqual({ layout, centre, sort }, { layout: "ladder", centre: "viet nam&é", sort: "-when" });
});

test("a layout that there is not is the first", () => {
  const { layout, centre } = decode("#shape=cube&centre=", first);
  assert.deepEqual({ layout, centre }, { layout: "network", centre: undefined });
});

test("where a page begins with a choice, the network has an address, and whatever is asked for leaves the choice", () => {
  const start = initial("ties", "start");
  assert.equal(encode(start, start), "");
  assert.equal(decode("", start).layout, "start");
  assert.equal(encode({ ...start, layout: "network" }, start), "shape=network");
  assert.equal(decode("#shape=network", start).layout, "network");
  assert.equal(decode("#node=ke", start).layout, "network");
  assert.equal(encode({ ...start, layout: "network", node: "ke" }, start), "node=ke");
  const isCountry = (id) => id === "ke";
  assert.deepEqual(leavingStart(start, { node: "ke" }, isCountry), { node: "ke", layout: "ladder", centre: "ke" });
  assert.deepEqual(leavingStart(start, { node: "ada" }, isCountry), { node: "ada", layout: "network" });
  assert.deepEqual(leavingStart(start, { layout: "map" }, isCountry), { layout: "map" });
  assert.deepEqual(leavingStart(first, { node: "ke" }, isCountry), { node: "ke" });
});

test("the part that is seen is read as it was written; what is none is left out", () => {
  const moved = { ...first, sight: [-120, 340, 85] };
  assert.equal(encode(moved, first), "see=-120%2C340%2C85");
  assert.deepEqual(decode("#see=-120,340,85", first).sight, [-120, 340, 85]);
  for (const wrong of ["1,2", "1,2,0", "1,2,1234567", "a,b,c", "1.5,2,3", "1234567,0,50"])
    assert.equal(decode(`#see=${wrong}`, first).sight, undefined);
});

test("what is too long for an address has room in a file", () => {
  const many = { hidden: new Set(Array.from({ length: 300 }, (_, number) => `country-${number}`)), pinned: new Map() };
  const text = encode({ ...first, ...many }, first, Infinity);
  assert.deepEqual(decode(text, first).hidden, many.hidden);
});
