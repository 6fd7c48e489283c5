// Where lines run between nodes, and how far from a spot.

/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../looks/looks.mjs").EdgeLook} EdgeLook */
/** @typedef {{x: number, y: number}} Dot  in pixels of the picture */
/** @typedef {{edge: GraphEdge, from: Dot, to: Dot, offset: number, look: EdgeLook}} Line  offset: how far the curve stands off, in pixels */

const PIECES = 8; // straight pieces that a curve is measured by

/**
 * The point that a curve bends towards; the middle of a straight line.
 * @param {Line} line
 * @returns {Dot}
 */
export function bendOf({ edge, from, to, offset }) {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (!offset || !length) return middle;
  const off = (edge.from < edge.to ? 2 * offset : -2 * offset) / length;
  return { x: middle.x - (to.y - from.y) * off, y: middle.y + (to.x - from.x) * off };
}

/**
 * The line nearest to a spot, if one is near enough.
 * @param {Line[]} lines
 * @param {number} x
 * @param {number} y
 * @param {number} reach
 * @returns {Line | undefined}
 */
export function nearest(lines, x, y, reach) {
  /** @type {{line?: Line, distance: number}} */
  let best = { distance: reach };
  for (const line of lines) {
    const room = best.distance + Math.abs(line.offset);
    if (misses(line, x - room, y - room, x + room, y + room)) continue;
    const distance = distanceTo(line, x, y);
    if (distance < best.distance) best = { line, distance };
  }
  return best.line;
}

/**
 * Whether a line lies wholly beside a box.
 * @param {Line} line
 * @param {number} left
 * @param {number} top
 * @param {number} right
 * @param {number} bottom
 */
export function misses({ from, to, offset }, left, top, right, bottom) {
  const room = Math.abs(offset);
  return (
    (from.x < left - room && to.x < left - room) ||
    (from.x > right + room && to.x > right + room) ||
    (from.y < top - room && to.y < top - room) ||
    (from.y > bottom + room && to.y > bottom + room)
  );
}

/**
 * How far a line is from a spot.
 * @param {Line} line
 * @param {number} x
 * @param {number} y
 */
export function distanceTo(line, x, y) {
  const { from, to, offset } = line;
  if (!offset) return toPiece(from, to, x, y);
  const bend = bendOf(line);
  let [best, before] = [Infinity, from];
  for (let piece = 1; piece <= PIECES; piece += 1) {
    const t = piece / PIECES;
    const at = (/** @type {"x" | "y"} */ axis) =>
      (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * bend[axis] + t ** 2 * to[axis];
    const next = { x: at("x"), y: at("y") };
    best = Math.min(best, toPiece(before, next, x, y));
    before = next;
  }
  return best;
}

/**
 * @param {Dot} from
 * @param {Dot} to
 * @param {number} x
 * @param {number} y
 */
function toPiece(from, to, x, y) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - from.x - along * dx, y - from.y - along * dy);
}
