// Where those stand who stand for their members: in the midst of these, clear of whatever else is drawn.

/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */
/** @typedef {import("../state/state.mjs").State} State */
/** @typedef {import("./gathering.mjs").Whole} Whole */

const APART = 120; // pixels from one of them to whatever else is drawn
const BETWEEN = 260; // and to another of them: lines between the two have room for their number
const STEP = 40; // pixels of a spiral on which a free place is sought
const TURNS = 4000; // of its steps, at most
const GOLDEN = Math.PI * (3 - Math.sqrt(5)); // angle between two steps: places lie evenly

/**
 * Give each its place, those of most members first.
 * @param {Model} model
 * @param {State} state
 * @param {Shown} drawn
 * @param {ReadonlyMap<string, Whole>} wholes
 */
export function setWholes(model, { view, pinned }, drawn, wholes) {
  const placeOf = (/** @type {string} */ id) => {
    const node = model.nodes.get(id);
    const own = view === "ties" && node?.home ? node.home : [node?.x ?? 0, node?.y ?? 0];
    return /** @type {[number, number]} */ (pinned.get(id) ?? own);
  };
  const taken = [...drawn.nodes].filter((id) => !wholes.has(id)).map(placeOf);
  /** @type {[number, number][]} */
  const set = [];
  const order = [...wholes].sort(
    ([a, one], [b, other]) => other.members.length - one.members.length || (a < b ? -1 : 1),
  );
  for (const [, whole] of order) {
    const places = whole.members.map(placeOf);
    const middle = /** @type {const} */ ([0, 1]).map((axis) => mean(places.map((place) => place[axis])));
    whole.place = freeNear(middle, (spot) => isClear(spot, taken, APART) && isClear(spot, set, BETWEEN));
    set.push(whole.place);
  }
}

/** @param {number[]} numbers */
function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / (numbers.length || 1);
}

/**
 * @param {[number, number]} spot
 * @param {[number, number][]} places
 * @param {number} apart
 */
function isClear([x, y], places, apart) {
  return places.every(([a, b]) => Math.hypot(a - x, b - y) >= apart);
}

/**
 * The first free place on a spiral around a spot; the spot itself where there is none.
 * @param {number[]} middle
 * @param {(spot: [number, number]) => boolean} isFree
 * @returns {[number, number]}
 */
function freeNear([x = 0, y = 0], isFree) {
  for (let step = 0; step < TURNS; step += 1) {
    const [far, angle] = [STEP * Math.sqrt(step), step * GOLDEN];
    const spot = /** @type {[number, number]} */ ([
      Math.round(x + far * Math.cos(angle)),
      Math.round(y + far * Math.sin(angle)),
    ]);
    if (isFree(spot)) return spot;
  }
  return [Math.round(x), Math.round(y)];
}
