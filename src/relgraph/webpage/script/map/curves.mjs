// Curves between places of the map, the short way round the earth: bent, halved, and cut where they pass its edge.

/** @typedef {import("../data/data.mjs").Land} Land */
/** @typedef {import("../lines/line.mjs").Spot} Spot */
/** @typedef {{from: Spot, bend: Spot, to: Spot}} Curve  bend: the point that it bends towards */

const HALVINGS = 24; // after which the edge is found on a curve

/** @type {WeakMap<Land, {first: number, halves: number[]}>} Half the width of the map at every pixel of its height: it is asked for very often. */
const widths = new WeakMap();

/**
 * How far from the middle the map reaches at a height: its edges are the same meridian.
 * @param {Land} land
 * @param {number} y
 * @returns {number}
 */
export function rimAt(land, y) {
  const { first, halves } = widths.get(land) ?? measured(land);
  const at = Math.max(0, Math.min(halves.length - 1, y - first));
  const below = Math.floor(at);
  const half = halves[below] ?? 0;
  return half + ((halves[below + 1] ?? half) - half) * (at - below);
}

/** @param {Land} land */
function measured(land) {
  const [first = 0] = land.rim.map(([, y]) => y);
  /** @type {number[]} */
  const halves = [];
  for (const [index, [x, y]] of land.rim.entries()) {
    const [next, end] = land.rim[index + 1] ?? [x, y + 1];
    for (let row = y; row < end; row += 1) halves.push(x + ((next - x) * (row - y)) / (end - y));
  }
  const found = { first, halves };
  widths.set(land, found);
  return found;
}

/**
 * The end of a way in the plane: beyond the edge where it is shorter to pass it.
 * @param {Land} land
 * @param {Spot} from
 * @param {Spot} to
 * @returns {Spot}
 */
export function unrolled(land, from, to) {
  const turn = to.x / rimAt(land, to.y) - from.x / rimAt(land, from.y);
  return Math.abs(turn) <= 1 ? to : { x: to.x - 2 * Math.sign(turn) * rimAt(land, to.y), y: to.y };
}

/**
 * A curve whose middle stands above the straight way.
 * @param {Spot} from
 * @param {Spot} to
 * @param {number} rise  pixels; below it where less than 0
 * @returns {Curve}
 */
export function bent(from, to, rise) {
  const [across, down] = [to.x - from.x, to.y - from.y];
  const off = ((across < 0 ? -1 : 1) * 2 * rise) / (Math.hypot(across, down) || 1);
  const middle = between(from, to, 0.5);
  return { from, bend: { x: middle.x + down * off, y: middle.y - across * off }, to };
}

/**
 * @param {Spot} one
 * @param {Spot} other
 * @param {number} share
 * @returns {Spot}
 */
function between(one, other, share) {
  return { x: one.x + (other.x - one.x) * share, y: one.y + (other.y - one.y) * share };
}

/**
 * A curve in two, which together are the same.
 * @param {Curve} curve
 * @param {number} share  of its way, where it is parted
 * @returns {[Curve, Curve]}
 */
export function parted({ from, bend, to }, share) {
  const [first, second] = [between(from, bend, share), between(bend, to, share)];
  const middle = between(first, second, share);
  return [
    { from, bend: first, to: middle },
    { from: middle, bend: second, to },
  ];
}

/**
 * The same curve the other way.
 * @param {Curve} curve
 * @returns {Curve}
 */
export function turned({ from, bend, to }) {
  return { from: to, bend, to: from };
}

/**
 * A curve as it lies on the map: one that passes the edge ends there, and goes on from the other.
 * @param {Land} land
 * @param {Curve} curve
 * @returns {Curve[]}
 */
export function onTheMap(land, curve) {
  const [starts, ends] = [isBeyond(land, curve.from), isBeyond(land, curve.to)];
  if (!starts && !ends) return [curve];
  if (starts && ends) return [rolled(land, curve)];
  const [first, second] = parted(curve, passing(land, curve, starts));
  return starts ? [rolled(land, first), second] : [first, rolled(land, second)];
}

/**
 * A spot of the plane as it lies on the map.
 * @param {Land} land
 * @param {Spot} spot
 * @returns {Spot}
 */
export function placeOf(land, spot) {
  return isBeyond(land, spot) ? across(land, spot, Math.sign(spot.x)) : spot;
}

/**
 * @param {Land} land
 * @param {Spot} spot
 */
function isBeyond(land, { x, y }) {
  return Math.abs(x) > rimAt(land, y);
}

/**
 * Where on its way a curve passes the edge.
 * @param {Land} land
 * @param {Curve} curve
 * @param {boolean} inwards
 */
function passing(land, curve, inwards) {
  let [low, high] = [0, 1];
  for (let step = 0; step < HALVINGS; step += 1) {
    const share = (low + high) / 2;
    if (isBeyond(land, parted(curve, share)[0].to) === inwards) low = share;
    else high = share;
  }
  return (low + high) / 2;
}

/**
 * A curve beyond the edge, where it goes on inside the other.
 * @param {Land} land
 * @param {Curve} curve
 * @returns {Curve}
 */
function rolled(land, { from, bend, to }) {
  const side = Math.sign(from.x + to.x);
  return { from: across(land, from, side), bend: across(land, bend, side), to: across(land, to, side) };
}

/**
 * @param {Land} land
 * @param {Spot} spot
 * @param {number} side  1 beyond the eastern edge, -1 beyond the western
 * @returns {Spot}
 */
function across(land, { x, y }, side) {
  return { x: x - 2 * side * rimAt(land, y), y };
}
