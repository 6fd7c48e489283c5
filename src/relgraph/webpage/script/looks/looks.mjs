// How things look: colours come from the style sheet, widths and dashes from what an edge says.

/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../data/data.mjs").GraphNode} GraphNode */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../data/data.mjs").Terms} Terms */

/** @typedef {(name: string) => string} Palette  the colour of a name of the style sheet, without its dashes */
/** @typedef {{length: number, half: number}} Head  of an arrow: its length, and half its width, in pixels of the picture */
/** @typedef {{width: number, color: string, dashes: number[] | false, head: Head | null}} EdgeLook  head: null without an arrow */

const RAMP = ["rung-1", "rung-2", "rung-3", "rung-4"];
const NARROW = 1.5;
const WIDE = 5;
const WIDEST_BUNDLE = 4.5;
const ENDED = 0.4; // opacity of what is over
export const MAYBE_ALPHA = 0.45; // opacity of what only may hold on the day asked for
export const FADED = 0.1; // opacity of what is out of focus

/** @type {Record<string, number[]>} By what a fact means for the world, or by its origin. */
const DASHES = {
  planned: [7, 6],
  agreed: [14, 4, 3, 4],
  "machine-read": [3, 5],
};
const DOT = 0.1; // length of a dash that its round ends make a dot
const BETWEEN_DOTS = 1.9; // in widths of the line, from the middle of a dot to the next
const LEAST_BETWEEN = 4.5;
const HEAD = 8.25; // length of an arrow's head, beside three times the width of its line
const HEAD_HALF = 0.3; // half its width, as a share of its length

/**
 * Read colours from the style sheet in force; each is read once.
 * @param {Element} root
 * @returns {Palette}
 */
export function readPalette(root) {
  const style = getComputedStyle(root);
  /** @type {Map<string, string>} */
  const known = new Map();
  return (name) => {
    const colour = known.get(name) ?? style.getPropertyValue(`--${name}`).trim();
    known.set(name, colour);
    return colour;
  };
}

/**
 * The colour of a kind of node.
 * @param {Palette} palette
 * @param {string} kind
 */
export function kindColour(palette, kind) {
  return palette(`kind-${kind}`) || palette("kind-other");
}

/**
 * How an edge is drawn. On a ladder the rung gives hue and width; elsewhere the fact's kind gives the hue.
 * @param {GraphEdge} edge
 * @param {Terms} terms
 * @param {Palette} palette
 * @returns {EdgeLook}
 */
export function edgeLook(edge, terms, palette) {
  const height = rungHeight(edge, terms);
  const plain = height === undefined ? palette(`tie-${edge.relation}`) || palette("tie") : ramp(palette, height);
  const width = height === undefined ? NARROW : NARROW + (WIDE - NARROW) * height;
  return {
    width,
    color: edge.effect === "ended" ? withAlpha(plain, ENDED) : plain,
    dashes: dashesOf(edge, width),
    head: edge.symmetric ? null : headFor(width),
  };
}

/**
 * The head of an arrow for a line of some width.
 * @param {number} width
 * @returns {Head}
 */
export function headFor(width) {
  const length = HEAD + 3 * width;
  return { length, half: HEAD_HALF * length };
}

/**
 * Where an edge stands on its ladder, 0 the lowest rung and 1 the highest; undefined off the ladders.
 * @param {GraphEdge} edge
 * @param {Terms} terms
 * @returns {number | undefined}
 */
export function rungHeight(edge, terms) {
  const rungs = terms.ladders[edge.ladder ?? ""]?.rungs.length ?? 1;
  if (edge.rung > 0) return rungs > 1 ? Math.min(1, (edge.rung - 1) / (rungs - 1)) : 0;
  return edge.ladder && edge.tier ? 0 : undefined;
}

/**
 * Dots for what is derived, dashes for what is not in force, or a machine read; both grow with the line.
 * @param {GraphEdge} edge
 * @param {number} width
 */
function dashesOf(edge, width) {
  if (edge.origin === "derived") return [DOT, Math.max(LEAST_BETWEEN, width * BETWEEN_DOTS)];
  const dashes = DASHES[edge.origin] ?? DASHES[edge.effect];
  return dashes ? dashes.map((dash) => dash * (1 + width / 8)) : false;
}

/**
 * A colour between the stops of the ladder's ramp.
 * @param {Palette} palette
 * @param {number} height
 */
function ramp(palette, height) {
  const place = height * (RAMP.length - 1);
  const below = Math.min(Math.floor(place), RAMP.length - 2);
  return mixed(palette(RAMP[below] ?? ""), palette(RAMP[below + 1] ?? ""), place - below);
}

/**
 * @param {string} colour  #rrggbb
 * @returns {number[]}
 */
function channels(colour) {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16) || 0);
}

/**
 * Mix two colours of the form #rrggbb.
 * @param {string} one
 * @param {string} other
 * @param {number} share  of the other, 0 to 1
 */
export function mixed(one, other, share) {
  const others = channels(other);
  const hex = channels(one).map((value, index) => Math.round(value + ((others[index] ?? 0) - value) * share));
  return `#${hex.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/**
 * A colour of the form #rrggbb made see-through.
 * @param {string} colour
 * @param {number} alpha  0 to 1
 */
export function withAlpha(colour, alpha) {
  const hex = Math.round(alpha * 255)
    .toString(16)
    .padStart(2, "0");
  return `${colour.slice(0, 7)}${hex}`;
}

/**
 * The width of a line that bundles so many facts: it tells how many, and nothing of how close.
 * @param {number} count
 */
export function bundleWidth(count) {
  return Math.min(WIDEST_BUNDLE, NARROW + 0.45 * Math.log2(count));
}

/**
 * How such a line looks where it is told what it means.
 * @param {Palette} palette
 * @returns {EdgeLook}
 */
export function bundleLook(palette) {
  return { width: 3, color: palette("tie"), dashes: false, head: null };
}

/**
 * The radius of one that stands for so many members.
 * @param {number} members
 */
export function wholeRadius(members) {
  return 20 + Math.min(18, 2.4 * Math.sqrt(members));
}

/** Radius of a node in pixels at full zoom, by kind; actors that matter more are larger. */
const RADII = new Map([
  ["country", 14],
  ["territory", 13],
  ["body", 13],
  ["group", 12],
  ["person", 12],
  ["organisation", 10],
  ["office", 9],
  ["city", 9],
]);

/**
 * @param {GraphNode} node
 * @param {Model} model
 */
export function nodeRadius(node, model) {
  const base = RADII.get(node.kind) ?? 9;
  if (node.fact) return base;
  return base + Math.min(16, 2.4 * Math.sqrt(Math.max(0, (model.weight.get(node.id) ?? 0) - 1)));
}
