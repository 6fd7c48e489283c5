// Drawing a node: its shape, the code of a country, and the marks of what stands out.

import { drawShape } from "./shapes.mjs";
import { kindColour } from "./looks.mjs";

/** @typedef {import("../data/data.mjs").GraphNode} GraphNode */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("./looks.mjs").Palette} Palette */

/**
 * @typedef {object} NodeLook
 * @property {number} x
 * @property {number} y
 * @property {number} radius
 * @property {boolean} faded  out of focus
 * @property {boolean} marked  chosen, or under the pointer
 * @property {boolean} planned  only outlined
 * @property {boolean} [whole]  stands for its members: with a rim around it
 * @property {boolean} [pinned]  put there by the reader
 * @property {boolean} [maybe]  only may be so on the day asked for
 */

const FADED_NODE = 0.16; // opacity of a node out of focus
const MAYBE_NODE = 0.5; // and of one that only may be so

/**
 * Draw a node.
 * @param {CanvasRenderingContext2D} pen
 * @param {GraphNode} node
 * @param {NodeLook} look
 * @param {Palette} palette
 */
export function drawNode(pen, node, { x, y, radius, faded, marked, planned, whole, pinned, maybe }, palette) {
  if (faded || maybe) pen.globalAlpha = faded ? FADED_NODE : MAYBE_NODE;
  if (whole) drawPlate(pen, x, y, radius, palette("ground"), kindColour(palette, node.kind));
  if (marked) drawRing(pen, x, y, radius + (whole ? 4 : 0), palette("accent"));
  drawShape(pen, node.kind, {
    x,
    y,
    radius,
    fill: kindColour(palette, node.kind),
    halo: palette("ground"),
    hollow: planned,
  });
  if ((node.kind === "country" || node.kind === "territory") && node.iso)
    drawCode(pen, node.iso, x, y, radius, palette("on-country"));
  if (pinned) drawPin(pen, x + radius * 0.8, y - radius * 0.8, palette);
}

/**
 * What one stands on that stands for its members.
 * @param {CanvasRenderingContext2D} pen
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {string} ground
 * @param {string} colour
 */
function drawPlate(pen, x, y, radius, ground, colour) {
  pen.beginPath();
  pen.arc(x, y, radius + 6, 0, 2 * Math.PI);
  pen.fillStyle = ground;
  pen.fill();
  drawRing(pen, x, y, radius, colour, 2.5);
}

/**
 * A dot beside a node that the reader put where it is.
 * @param {CanvasRenderingContext2D} pen
 * @param {number} x
 * @param {number} y
 * @param {Palette} palette
 */
function drawPin(pen, x, y, palette) {
  pen.beginPath();
  pen.arc(x, y, 4, 0, 2 * Math.PI);
  pen.fillStyle = palette("accent");
  pen.strokeStyle = palette("ground");
  pen.lineWidth = 2;
  pen.fill();
  pen.stroke();
}

/**
 * Whether a node stands for something that does not exist yet.
 * @param {Model} model
 * @param {GraphNode} node
 */
export function isPlanned(model, node) {
  return node.fact !== undefined && model.data.facts[node.fact]?.effect === "planned";
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {string} colour
 * @param {number} [width]
 */
function drawRing(pen, x, y, radius, colour, width = 3) {
  pen.beginPath();
  pen.arc(x, y, radius + 6, 0, 2 * Math.PI);
  pen.lineWidth = width;
  pen.strokeStyle = colour;
  pen.stroke();
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {string} code
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {string} colour
 */
function drawCode(pen, code, x, y, radius, colour) {
  pen.font = `600 ${Math.round(radius * 0.82)}px system-ui, sans-serif`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillStyle = colour;
  pen.fillText(code.slice(0, 3), x, y + radius * 0.06);
}
