// What lies beneath the nodes and ties: the land of the map, the rings of the ladder.

import { capital } from "../basics/words.mjs";
import { edgeLook, withAlpha } from "../looks/looks.mjs";
import { traced } from "../looks/shapes.mjs";

/** @typedef {import("../layouts/rings.mjs").LadderRing} LadderRing */
/** @typedef {import("../data/data.mjs").Land} Land */
/** @typedef {import("../looks/looks.mjs").Palette} Palette */
/** @typedef {import("../data/data.mjs").Terms} Terms */

/**
 * @typedef {object} Backdrop
 * @property {Land} [land]
 * @property {LadderRing[]} [rings]
 * @property {import("../layouts/rings.mjs").Title[]} [titles]  whose ladder rings belong to
 * @property {import("../layouts/unnamed.mjs").Seat[]} [seats]  of those whom a source counts and nobody names
 */

/** @typedef {{d: string, fill: string}} Area */
/** @typedef {{x: number, y: number, arc: [number, number], color: string}} Oval  half axes, and angles from and to, around the middle */
/** @typedef {{x: number, y: number, text: string, color: string, room: number}} Caption  room: pixels of the picture that it may take */
/** @typedef {{d: string, color: string}} Outline */
/** @typedef {{areas: Area[], outlines: Outline[], ovals: Oval[], seats: {x: number, y: number}[], hollow: string, captions: Caption[]}} BackdropParts  what a backdrop is drawn of; hollow: the colour of seats */

const OVAL_WIDTH = 1.5; // pixels of the screen
const CAPTION_SIZE = 12; // also
const APART_FOR_TWO = 0.35; // zoom at which two lines do not reach from ring to ring
const CAPTION_LINE = 15; // and from line to line
const CAPTION_LETTER = 6.8; // about as wide is a letter of a caption
const PALE = 0.5; // opacity of a ring
export const SEAT_RADIUS = 12; // pixels of the picture
const TITLE_ROOM = 460; // pixels of the picture that whose ladder it is may take

/** @type {WeakMap<Land, string>} */
const coasts = new WeakMap();

/**
 * What is to be drawn beneath, in pixels of the picture.
 * @param {Backdrop | null} backdrop
 * @param {Terms} terms
 * @param {Palette} palette
 * @returns {BackdropParts}
 */
export function partsOf(backdrop, terms, palette) {
  const rings = backdrop?.rings ?? [];
  const colour = (/** @type {LadderRing} */ { edge }) =>
    edge ? edgeLook({ ...edge, effect: "current" }, terms, palette).color : palette("ink-soft");
  const color = palette("ink-soft");
  const captions = rings.flatMap(({ label, name }) => (label ? [{ ...name, text: label, color }] : []));
  for (const title of backdrop?.titles ?? [])
    captions.push({ ...title, text: capital(title.text), color: palette("ink"), room: TITLE_ROOM });
  const land = backdrop?.land;
  return {
    areas: land ? [{ d: coast(land), fill: palette("land") }] : [],
    outlines: land ? [{ d: edgesOf(land), color: palette("land") }] : [],
    ovals: rings.map((ring) => ({ x: ring.x, y: ring.y, arc: ring.arc, color: withAlpha(colour(ring), PALE) })),
    seats: backdrop?.seats ?? [],
    hollow: color,
    captions,
  };
}

/**
 * The outlines of the land as the path of an SVG; they are told in steps from corner to corner.
 * @param {Land} land
 * @returns {string}
 */
export function coast(land) {
  const known = coasts.get(land);
  if (known !== undefined) return known;
  const path = land.land.map((steps) => outlineOf(steps, land.unit)).join("");
  coasts.set(land, path);
  return path;
}

/**
 * @param {number[]} steps
 * @param {number} unit
 */
function outlineOf(steps, unit) {
  let path = `M${(steps[0] ?? 0) * unit} ${(steps[1] ?? 0) * unit}l`;
  for (let index = 2; index + 1 < steps.length; index += 2)
    path += `${(steps[index] ?? 0) * unit} ${(steps[index + 1] ?? 0) * unit} `;
  return `${path}z`;
}

/**
 * The two edges of the map, which are one meridian, as the path of an SVG.
 * @param {Land} land
 * @returns {string}
 */
export function edgesOf({ rim }) {
  const corners = (/** @type {number} */ side) => rim.map(([x, y]) => [side * x, y].join(" ")).join("L");
  return ["", corners(1), corners(-1)].join("M");
}

/**
 * Where captions and seats stand, in pixels of the screen from the middle of the picture; captions without room are left
 * out.
 * @param {BackdropParts} parts
 * @param {number} scale
 * @returns {import("./placement.mjs").Box[]}
 */
export function captionBoxes({ captions, seats }, scale) {
  const taken = seats.map(({ x, y }) => ({
    left: (x - SEAT_RADIUS) * scale,
    right: (x + SEAT_RADIUS) * scale,
    top: (y - SEAT_RADIUS) * scale,
    bottom: (y + SEAT_RADIUS) * scale,
  }));
  return [...captionsAt(captions, scale).map(({ box }) => box), ...taken];
}

/**
 * The captions that have room, in lines: one that is too wide is broken once; those that come first, the names of rings,
 * are written before those that would run into them.
 * @param {Caption[]} captions
 * @param {number} scale
 */
function captionsAt(captions, scale) {
  /** @type {{caption: Caption, lines: string[], box: import("./placement.mjs").Box}[]} */
  const found = [];
  for (const caption of captions) {
    const ways = [caption.text.split("\n"), ...(scale < APART_FOR_TWO ? [] : [halves(caption.text)])];
    const lines = ways.find((some) => widthOf(some) <= caption.room * scale);
    if (!lines) continue;
    const box = boxOf(caption, lines, scale);
    if (!found.some((other) => overlap(other.box, box))) found.push({ caption, lines, box });
  }
  return found;
}

/**
 * @param {Caption} caption
 * @param {string[]} lines
 * @param {number} scale
 */
function boxOf({ x, y }, lines, scale) {
  const [wide, high] = [widthOf(lines) / 2, CAPTION_SIZE * 0.7 + ((lines.length - 1) * CAPTION_LINE) / 2];
  return { left: x * scale - wide, right: x * scale + wide, top: y * scale - high, bottom: y * scale + high };
}

/**
 * @param {import("./placement.mjs").Box} one
 * @param {import("./placement.mjs").Box} other
 */
function overlap(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/**
 * A text in two lines of about one length, broken between words.
 * @param {string} text
 */
function halves(text) {
  const words = text.split(/\s+/);
  const all = words.map((_, at) => [words.slice(0, at).join(" "), words.slice(at).join(" ")]).slice(1);
  return all.sort((a, b) => widthOf(a) - widthOf(b))[0] ?? [text];
}

/**
 * About how wide lines of a caption are, in pixels of the screen.
 * @param {string[]} lines
 */
function widthOf(lines) {
  return Math.max(...lines.map(({ length }) => length)) * CAPTION_LETTER;
}

/** @type {Map<string, Path2D>} */
const paths = new Map();

/** @param {string} d */
function pathOf(d) {
  const path = paths.get(d) ?? traced(d);
  paths.set(d, path);
  return path;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {{x: number, y: number}[]} seats
 * @param {string} hollow
 * @param {string} ground
 */
function drawSeats(pen, seats, hollow, ground) {
  pen.strokeStyle = hollow;
  pen.fillStyle = ground;
  for (const { x, y } of seats) {
    pen.beginPath();
    pen.ellipse(x, y, SEAT_RADIUS, SEAT_RADIUS, 0, 0, 2 * Math.PI);
    pen.fill();
    pen.stroke();
  }
}

/**
 * Draw what lies beneath.
 * @param {CanvasRenderingContext2D} pen  in pixels of the picture
 * @param {BackdropParts} parts
 * @param {number} scale  pixels of the screen for one of the picture
 * @param {string} ground
 */
export function drawBackdrop(pen, { areas, outlines, ovals, seats, hollow, captions }, scale, ground) {
  pen.save();
  for (const { d, fill } of areas) {
    pen.fillStyle = fill;
    pen.fill(pathOf(d), "evenodd");
  }
  pen.lineWidth = OVAL_WIDTH / scale;
  for (const { d, color } of outlines) {
    pen.strokeStyle = color;
    pen.stroke(pathOf(d));
  }
  for (const { x, y, arc, color } of ovals) {
    pen.beginPath();
    pen.ellipse(0, 0, x, y, 0, ...arc);
    pen.strokeStyle = color;
    pen.stroke();
  }
  drawSeats(pen, seats, hollow, ground);
  pen.scale(1 / scale, 1 / scale);
  pen.font = `${CAPTION_SIZE}px system-ui, sans-serif`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.lineWidth = 6;
  pen.strokeStyle = ground;
  for (const { caption, lines } of captionsAt(captions, scale)) {
    const { x, y, color } = caption;
    pen.fillStyle = color;
    for (const [index, line] of lines.entries()) {
      const row = y * scale + (index - (lines.length - 1) / 2) * CAPTION_LINE;
      pen.strokeText(line, x * scale, row);
      pen.fillText(line, x * scale, row);
    }
  }
  pen.restore();
}
