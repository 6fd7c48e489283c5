// Painting a tie as vis-network does, for pictures that are taken away.

/** @typedef {{x: number, y: number}} Spot */

/**
 * @typedef {object} Stroke
 * @property {Spot} from
 * @property {Spot} to
 * @property {Spot | undefined} via  what a curve bends towards
 * @property {number} width
 * @property {string} color
 * @property {number[] | false} dashes
 * @property {boolean} arrow
 * @property {number} end  radius of the node that it leads to
 */

const TIP = 8; // pixels of an arrow's head, beside three times the width of its line
const TIP_SIDE = 0.36; // half the width of the head, as a share of its length

/**
 * Paint a line, with its arrow.
 * @param {CanvasRenderingContext2D} pen
 * @param {Stroke} line
 */
export function strokeLine(pen, { from, to, via, width, color, dashes, arrow, end }) {
  pen.save();
  pen.strokeStyle = color;
  pen.fillStyle = color;
  pen.lineWidth = width;
  pen.lineCap = dashes ? "round" : "butt";
  pen.setLineDash(dashes || []);
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  if (via) pen.quadraticCurveTo(via.x, via.y, to.x, to.y);
  else pen.lineTo(to.x, to.y);
  pen.stroke();
  if (arrow) strokeHead(pen, via ?? from, to, end, TIP + 3 * width);
  pen.restore();
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Spot} before
 * @param {Spot} to
 * @param {number} end
 * @param {number} length
 */
function strokeHead(pen, before, to, end, length) {
  const angle = Math.atan2(to.y - before.y, to.x - before.x);
  const [along, across] = [{ x: Math.cos(angle), y: Math.sin(angle) }, { x: -Math.sin(angle), y: Math.cos(angle) }];
  const corner = (/** @type {number} */ back, /** @type {number} */ side) => ({
    x: to.x - along.x * (end + back) + across.x * side,
    y: to.y - along.y * (end + back) + across.y * side,
  });
  const [tip, one, other] = [corner(0, 0), corner(length, length * TIP_SIDE), corner(length, -length * TIP_SIDE)];
  pen.beginPath();
  pen.moveTo(tip.x, tip.y);
  pen.lineTo(one.x, one.y);
  pen.lineTo(other.x, other.y);
  pen.closePath();
  pen.fill();
}
