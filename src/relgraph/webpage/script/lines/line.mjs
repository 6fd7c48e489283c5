// A line between two nodes: how it bends, where it ends, how far it is from a spot.

/** @typedef {import("../looks/looks.mjs").EdgeLook} EdgeLook */
/** @typedef {{x: number, y: number}} Spot  in pixels of the picture */
/** @typedef {{left: number, top: number, right: number, bottom: number}} Box  in pixels of the picture */

/**
 * @typedef {object} Line
 * @property {Spot} from  the middle of the node that it comes from
 * @property {Spot} to
 * @property {number} offset  how many pixels its middle stands off the straight line, to the left of its way
 * @property {Spot} [bend]  the point that it bends towards, where that is not told by its offset
 * @property {number} rim  radius of the node that it leads to, where the tip of an arrow lies; 0 without one
 * @property {EdgeLook} look
 */

const NOTCH = 0.9; // of the length of an arrow's head: where the line ends and the head is cut in
const PIECES = 8; // straight pieces that a curve is measured by

/**
 * The point that a curve bends towards; the middle of a straight line.
 * @param {Line} line
 * @returns {Spot}
 */
function bendOf({ from, to, offset, bend }) {
  if (bend) return bend;
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (!offset || !length) return middle;
  const off = (2 * offset) / length;
  return { x: middle.x + (to.y - from.y) * off, y: middle.y - (to.x - from.x) * off };
}

/** @param {Line} line */
function isStraight({ offset, bend }) {
  return !offset && !bend;
}

/**
 * Add a line to the path of a pen; one with an arrow ends where its head begins.
 * @param {CanvasRenderingContext2D} pen
 * @param {Line} line
 */
export function traceLine(pen, line) {
  const { from, to, look } = line;
  const end = look.head ? headAt(line, NOTCH, 0) : to;
  pen.moveTo(from.x, from.y);
  if (isStraight(line)) return pen.lineTo(end.x, end.y);
  const bend = bendOf(line);
  pen.quadraticCurveTo(bend.x, bend.y, end.x, end.y);
}

/**
 * Add the head of a line's arrow to the path of a pen.
 * @param {CanvasRenderingContext2D} pen
 * @param {Line} line  one with an arrow
 */
export function traceHead(pen, line) {
  const corners = [headAt(line, 0, 0), headAt(line, 1, 1), headAt(line, NOTCH, 0), headAt(line, 1, -1)];
  for (const [index, { x, y }] of corners.entries()) {
    if (index) pen.lineTo(x, y);
    else pen.moveTo(x, y);
  }
  pen.closePath();
}

/**
 * A spot of the head of a line's arrow.
 * @param {Line} line
 * @param {number} back  from its tip, in lengths of the head
 * @param {number} aside  in halves of its width
 * @returns {Spot}
 */
function headAt(line, back, aside) {
  const { from, to, rim, look } = line;
  const { length, half } = look.head ?? { length: 0, half: 0 };
  const before = isStraight(line) ? from : bendOf(line);
  const way = Math.hypot(to.x - before.x, to.y - before.y) || 1;
  const [x, y] = [(to.x - before.x) / way, (to.y - before.y) / way];
  const [along, across] = [rim + back * length, aside * half];
  return { x: to.x - x * along - y * across, y: to.y - y * along + x * across };
}

/**
 * A spot of a line.
 * @param {Line} line
 * @param {number} share  of the way from its beginning to its end
 * @returns {Spot}
 */
export function spotOn(line, share) {
  return along(line.from, bendOf(line), line.to, share);
}

/**
 * Whether a line lies wholly beside a box.
 * @param {Line} line
 * @param {Box} box
 */
export function misses({ from, to, offset, bend }, { left, top, right, bottom }) {
  const room = bend ? Math.hypot(bend.x - (from.x + to.x) / 2, bend.y - (from.y + to.y) / 2) / 2 : Math.abs(offset);
  return (
    (from.x < left - room && to.x < left - room) ||
    (from.x > right + room && to.x > right + room) ||
    (from.y < top - room && to.y < top - room) ||
    (from.y > bottom + room && to.y > bottom + room)
  );
}

/**
 * The line nearest to a spot, if one is near enough.
 * @template {Line} T
 * @param {T[]} lines
 * @param {Spot} spot
 * @param {number} reach
 * @returns {T | undefined}
 */
export function nearest(lines, { x, y }, reach) {
  /** @type {{line?: T, distance: number}} */
  let best = { distance: reach };
  for (const line of lines) {
    const near = best.distance;
    if (misses(line, { left: x - near, top: y - near, right: x + near, bottom: y + near })) continue;
    const distance = distanceTo(line, { x, y });
    if (distance < near) best = { line, distance };
  }
  return best.line;
}

/**
 * How far a line is from a spot.
 * @param {Line} line
 * @param {Spot} spot
 */
export function distanceTo(line, spot) {
  const { from, to } = line;
  if (isStraight(line)) return toPiece(from, to, spot);
  const bend = bendOf(line);
  let [best, before] = [Infinity, from];
  for (let piece = 1; piece <= PIECES; piece += 1) {
    const next = along(from, bend, to, piece / PIECES);
    best = Math.min(best, toPiece(before, next, spot));
    before = next;
  }
  return best;
}

/**
 * @param {Spot} from
 * @param {Spot} bend
 * @param {Spot} to
 * @param {number} share  of the way along the curve
 * @returns {Spot}
 */
function along(from, bend, to, share) {
  const [first, second, third] = [(1 - share) ** 2, 2 * share * (1 - share), share ** 2];
  return { x: first * from.x + second * bend.x + third * to.x, y: first * from.y + second * bend.y + third * to.y };
}

/**
 * @param {Spot} from
 * @param {Spot} to
 * @param {Spot} spot
 */
function toPiece(from, to, { x, y }) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const share = Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - from.x - share * dx, y - from.y - share * dy);
}
