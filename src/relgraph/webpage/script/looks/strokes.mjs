// Painting a line with its arrow as vis-network does: for pictures that are taken away, and beside words.

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
  const before = via ?? from;
  const angle = Math.atan2(to.y - before.y, to.x - before.x);
  pen.save();
  takeUp(pen, { width, color, dashes });
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  if (via) pen.quadraticCurveTo(via.x, via.y, to.x, to.y);
  else pen.lineTo(to.x, to.y);
  pen.stroke();
  if (arrow)
    paintHead(pen, { x: to.x - end * Math.cos(angle), y: to.y - end * Math.sin(angle) }, angle, TIP + 3 * width);
  pen.restore();
}

/**
 * Prepare a pen for lines of one look; dashes have round ends, so that the shortest are dots.
 * @param {CanvasRenderingContext2D} pen
 * @param {Pick<Stroke, "width" | "color" | "dashes">} look
 */
export function takeUp(pen, { width, color, dashes }) {
  pen.strokeStyle = color;
  pen.fillStyle = color;
  pen.lineWidth = width;
  pen.lineCap = dashes ? "round" : "butt";
  pen.setLineDash(dashes || []);
}

/**
 * Paint the head of an arrow.
 * @param {CanvasRenderingContext2D} pen
 * @param {Spot} tip
 * @param {number} angle  in which it points
 * @param {number} length
 * @param {number} [side]  half its width, as a share of its length
 */
export function paintHead(pen, tip, angle, length, side = TIP_SIDE) {
  const [along, across] = [
    { x: Math.cos(angle), y: Math.sin(angle) },
    { x: -Math.sin(angle), y: Math.cos(angle) },
  ];
  pen.beginPath();
  pen.moveTo(tip.x, tip.y);
  for (const half of [length * side, -length * side])
    pen.lineTo(tip.x - along.x * length + across.x * half, tip.y - along.y * length + across.y * half);
  pen.closePath();
  pen.fill();
}
