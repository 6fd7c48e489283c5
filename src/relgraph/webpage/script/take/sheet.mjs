// The sheet to take away: the picture with its title and what the signs mean; and the page on paper.

import { FLAT } from "../state/state.mjs";
import { byId, fill, h } from "../basics/dom.mjs";
import { drawKind, drawLook } from "../looks/swatches.mjs";
import { drawMark } from "../lines/marks.mjs";
import { insets } from "../panel/cards.mjs";
import { legendParts } from "../legend/parts.mjs";
import { tiesBehind } from "../layouts/folding.mjs";
import { shownWords } from "./shows.mjs";
import { writeWhole } from "../panel/limited.mjs";

/** @typedef {import("../legend/parts.mjs").LegendPart} LegendPart */
/** @typedef {import("../page.mjs").Page} Page */
/** @typedef {import("../looks/looks.mjs").Palette} Palette */

/**
 * @typedef {object} Sheet
 * @property {string} title
 * @property {LegendPart[]} legend
 * @property {number} width
 * @property {number} height
 * @property {string[]} notes  what it shows, from which sources, by what it was made; beneath the picture
 * @property {Palette} palette
 * @property {(pen: CanvasRenderingContext2D) => void} draw  draws the picture
 */

const SHARP = 2; // pixels of what is taken away for one of the page, at least
const SHEET_FACE = "system-ui, sans-serif";
const SHEET_LEFT = 28;
const SHEET_TOP = 36;
const LEGEND_LINE = 19; // pixels from line to line
const LETTERS_IN_TITLE = 34; // on a line
const LINES_OF_TITLE = 3;
const NOTE_LINE = 16; // pixels from line to line at the foot
const NOTE_LETTER = 6; // about as wide is a letter there
const WIDE_SHEET = 900; // pixels of width from which the legend has its place beside the picture

/**
 * Draw the whole sheet.
 * @param {CanvasRenderingContext2D} pen
 * @param {Sheet} sheet
 */
export function drawSheet(pen, { title, legend, width, height, notes, palette, draw }) {
  pen.fillStyle = palette("ground");
  pen.fillRect(0, 0, width, height);
  draw(pen);
  drawNotes(pen, notes, height, width, palette);
  let y = SHEET_TOP;
  for (const line of broken(title, LETTERS_IN_TITLE).slice(0, LINES_OF_TITLE)) {
    write(pen, line, SHEET_LEFT, y, `600 17px ${SHEET_FACE}`, palette("ink"));
    y += 22;
  }
  if (width >= WIDE_SHEET) drawLegend(pen, legend, y + 4, palette);
}

/**
 * Write the notes at the foot, on ground of their own.
 * @param {CanvasRenderingContext2D} pen
 * @param {string[]} notes
 * @param {number} bottom
 * @param {number} width
 * @param {Palette} palette
 */
function drawNotes(pen, notes, bottom, width, palette) {
  const lines = notesBroken(notes, width);
  const top = bottom - notesHeight(notes, width);
  pen.fillStyle = palette("ground");
  pen.fillRect(0, top, width, bottom - top);
  for (const [index, line] of lines.entries())
    write(pen, line, SHEET_LEFT, top + (index + 1) * NOTE_LINE, `400 11px ${SHEET_FACE}`, palette("ink-soft"));
}

/**
 * @param {string[]} notes
 * @param {number} width
 */
function notesHeight(notes, width) {
  return notesBroken(notes, width).length * NOTE_LINE + SHEET_LEFT / 2;
}

/**
 * @param {string[]} notes
 * @param {number} width
 */
function notesBroken(notes, width) {
  return notes.flatMap((note) => broken(note, (width - 2 * SHEET_LEFT) / NOTE_LETTER));
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {LegendPart[]} parts
 * @param {number} top
 * @param {Palette} palette
 */
function drawLegend(pen, parts, top, palette) {
  let y = top;
  for (const { title, rows } of parts) {
    y += LEGEND_LINE;
    write(pen, title, SHEET_LEFT, y, `600 12px ${SHEET_FACE}`, palette("ink-soft"));
    for (const { label, kind, look, mark } of rows) {
      y += LEGEND_LINE;
      if (kind !== undefined) drawKind(pen, kind, { x: SHEET_LEFT + 17, y: y - 4 }, palette);
      else if (look) drawLook(pen, look, SHEET_LEFT, y - 4);
      else if (mark) drawMark(pen, mark, { x: SHEET_LEFT + 17, y: y - 4 }, palette);
      write(pen, label, SHEET_LEFT + 44, y, `400 13px ${SHEET_FACE}`, palette("ink"));
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
function write(pen, text, x, y, font, colour) {
  pen.font = font;
  pen.textAlign = "start";
  pen.textBaseline = "alphabetic";
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
}

/**
 * A text in lines of so many letters; what has no blank for longer is cut.
 * @param {string} text
 * @param {number} letters
 * @returns {string[]}
 */
function broken(text, letters) {
  /** @type {string[]} */
  const made = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = made.at(-1);
    if (last !== undefined && last.length + word.length < letters) made[made.length - 1] = `${last} ${word}`;
    else made.push(word.slice(0, 2 * letters));
  }
  return made;
}

/**
 * What a picture that is taken away shows.
 * @param {Page} page
 * @returns {Sheet}
 */
export function sheetOf({ model, store, palette, picture, arranged, days }) {
  const { width, height } = byId("stage").getBoundingClientRect();
  const { wholes } = arranged;
  const notes = shownWords(model, store.get(), tiesBehind(arranged), maker(), wholes);
  return {
    title: document.title,
    legend: legendParts(model, store.get(), palette, days.marks(store.get()).values(), wholes),
    width,
    height: Math.round(height + notesHeight(notes, width)),
    notes,
    palette,
    draw: (pen) => picture.drawWith(pen),
  };
}

/** What made the page. */
export function maker() {
  return document.querySelector('meta[name="generator"]')?.getAttribute("content") ?? "relgraph";
}

/**
 * Make the page ready for paper: light, the table, the matrix or the timeline whole, and the picture without what lies beneath the cards.
 * @param {Page} page
 * @param {boolean} on  false: as it was
 */
export function setOnPaper({ theme, store, table, matrix, lanes, picture }, on) {
  const { layout } = store.get();
  if (layout === "lanes") lanes.whole(on);
  theme.onPaper(on);
  if (on) writeWhole();
  if (layout === "table") table.whole(on);
  if (layout === "matrix") matrix.whole(on);
  const { width, height } = byId("stage").getBoundingClientRect();
  const { left, right, top, bottom } = insets();
  const draw = (/** @type {CanvasRenderingContext2D} */ pen) => {
    pen.translate(-left, -top);
    picture.drawWith(pen);
  };
  fill(byId("paper"), on && !FLAT.has(layout) ? fineCanvas(width - left - right, height - top - bottom, draw) : null);
}

/**
 * A canvas drawn on more finely than the screen.
 * @param {number} width
 * @param {number} height
 * @param {(pen: CanvasRenderingContext2D) => void} draw
 */
export function fineCanvas(width, height, draw) {
  const sharp = Math.max(SHARP, Math.ceil(devicePixelRatio));
  const canvas = h("canvas", { width: Math.round(width * sharp), height: Math.round(height * sharp) });
  const pen = canvas.getContext("2d");
  pen?.scale(sharp, sharp);
  if (pen) draw(pen);
  return canvas;
}
