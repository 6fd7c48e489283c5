// The picture to take away: what the page shows, with its title and what the signs mean, on any pen.

import { paintKind, paintLine } from "../looks/swatches.mjs";

/** @typedef {import("../looks/looks.mjs").Palette} Palette */
/** @typedef {import("../legend/legend.mjs").LegendPart} LegendPart */

/**
 * @typedef {object} Sheet
 * @property {string} title
 * @property {LegendPart[]} legend
 * @property {number} width
 * @property {number} height
 * @property {Palette} palette
 * @property {(pen: CanvasRenderingContext2D) => void} paint  paints nodes and ties
 */

const SHEET_FACE = "system-ui, sans-serif";
const SHEET_LEFT = 28;
const SHEET_TOP = 36;
const LEGEND_LINE = 19; // pixels from line to line
const LETTERS_IN_TITLE = 34; // on a line
const WIDE_SHEET = 900; // pixels of width from which the legend has its place beside the picture

/**
 * Paint the whole sheet.
 * @param {CanvasRenderingContext2D} pen
 * @param {Sheet} sheet
 */
export function paintSheet(pen, { title, legend, width, height, palette, paint }) {
  pen.fillStyle = palette("ground");
  pen.fillRect(0, 0, width, height);
  paint(pen);
  let y = SHEET_TOP;
  for (const line of brokenTitle(title)) {
    letter(pen, line, SHEET_LEFT, y, `600 17px ${SHEET_FACE}`, palette("ink"));
    y += 22;
  }
  if (width >= WIDE_SHEET) paintLegend(pen, legend, y + 4, palette);
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {LegendPart[]} parts
 * @param {number} top
 * @param {Palette} palette
 */
function paintLegend(pen, parts, top, palette) {
  let y = top;
  for (const { title, rows } of parts) {
    y += LEGEND_LINE;
    letter(pen, title, SHEET_LEFT, y, `600 12px ${SHEET_FACE}`, palette("ink-soft"));
    for (const { label, kind, look } of rows) {
      y += LEGEND_LINE;
      if (kind !== undefined) paintKind(pen, kind, { x: SHEET_LEFT + 17, y: y - 4 }, palette);
      else if (look) paintLine(pen, look, SHEET_LEFT, y - 4);
      letter(pen, label, SHEET_LEFT + 44, y, `400 13px ${SHEET_FACE}`, palette("ink"));
    }
    y += 8;
  }
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {string} font
 * @param {string} colour
 */
function letter(pen, text, x, y, font, colour) {
  pen.font = font;
  pen.textAlign = "start";
  pen.textBaseline = "alphabetic";
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
}

/**
 * @param {string} title
 * @returns {string[]}
 */
function brokenTitle(title) {
  /** @type {string[]} */
  const made = [];
  for (const word of title.split(/\s+/).filter(Boolean)) {
    const last = made.at(-1);
    if (last !== undefined && last.length + word.length < LETTERS_IN_TITLE) made[made.length - 1] = `${last} ${word}`;
    else made.push(word.slice(0, 2 * LETTERS_IN_TITLE));
  }
  return made.slice(0, 3);
}
