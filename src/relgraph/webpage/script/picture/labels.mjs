// Writing the names of the nodes on the canvas, in a size that does not change with the zoom.

import { brokenName, placeLabels } from "./placement.mjs";

/** @typedef {import("./placement.mjs").Box} Box */
/** @typedef {import("../data/data.mjs").GraphNode} GraphNode */
/** @typedef {import("./camera.mjs").Insets} Insets */
/** @typedef {import("./placement.mjs").Placed} Placed */
/** @typedef {{name: string, lines: string[], width: number, height: number, font: string, size: number, strong: boolean}} Text */
/** @typedef {{node: GraphNode, name: string, x: number, y: number, radius: number, must: boolean}} Spot  in pixels of the graph */

const FACE = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';
const LEADING = 1.2;
const GAP = 3; // pixels between a label and the rim
const FAR = 48; // pixels by which the picture may move before labels at the rim are placed anew

/** Prepares each label once, places all of them when the picture has moved enough, and writes them at every frame. */
export class Labels {
  /** @type {Map<string, Text>} */
  #texts = new Map();
  /** @type {Placed[]} */
  #placed = [];
  #scale = 0;
  /** @type {Box} What was seen when they were placed. */
  #seen = { left: 0, top: 0, right: 0, bottom: 0 };
  /** @type {Insets} What lies beneath cards. */
  covered = { left: 0, top: 0, right: 0, bottom: 0 };
  /** Measures labels before anything is drawn. */
  #pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));

  /** Have the labels placed anew at the next frame. */
  forget() {
    this.#scale = 0;
  }

  /**
   * Write the labels of the nodes.
   * @param {CanvasRenderingContext2D} pen  in coordinates of the graph
   * @param {number} scale  pixels of the screen for one of the graph
   * @param {() => Spot[]} spots  the nodes shown, the most important first; asked only when labels are placed anew
   * @param {{ink: string, soft: string, halo: string}} colours
   * @param {Box[]} [taken]  where no label may stand, in pixels of the screen from the middle of the graph
   */
  write(pen, scale, spots, colours, taken = []) {
    const box = seen(pen, scale, this.covered) ?? this.#seen;
    if (scale !== this.#scale || isFar(box, this.#seen)) this.#place(pen, scale, spots(), taken, box);
    pen.save();
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    pen.scale(1 / scale, 1 / scale);
    pen.lineWidth = 4;
    pen.strokeStyle = colours.halo;
    for (const { id, x, y } of this.#placed) this.#write(pen, id, x, y, colours);
    pen.restore();
  }

  /**
   * Where the labels stand, in pixels of the screen from the middle of the graph.
   * @returns {Box[]}
   */
  get boxes() {
    return this.#placed.map(({ id, x, y }) => {
      const { width = 0, height = 0 } = this.#texts.get(id) ?? {};
      return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
    });
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {number} scale
   * @param {Spot[]} spots
   * @param {Box[]} taken
   * @param {Box} box  what is seen
   */
  #place(pen, scale, spots, taken, box) {
    this.#scale = scale;
    this.#seen = box;
    const candidates = spots.map(({ node, name, x, y, radius, must }) => {
      const { width, height } = this.#text(pen, node, name);
      return { id: node.id, x: x * scale, y: y * scale, radius: radius * scale, width, height, must };
    });
    this.#placed = placeLabels(
      candidates.filter(({ width }) => width > 0),
      taken,
      box,
    );
  }

  /**
   * How much room the label of a node takes, in pixels of the screen.
   * @param {GraphNode} node
   * @param {string} name  what is written
   * @returns {{width: number, height: number}}
   */
  room(node, name) {
    return this.#text(this.#pen, node, name);
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {GraphNode} node
   * @param {string} name
   * @returns {Text}
   */
  #text(pen, node, name) {
    const known = this.#texts.get(node.id);
    if (known?.name === name) return known;
    const strong = node.kind === "country" || name !== node.label;
    const size = strong ? 13 : node.fact ? 11 : 12;
    const font = `${strong ? 600 : 400} ${size}px ${FACE}`;
    const broken = brokenName(name);
    pen.font = font;
    const width = Math.max(0, ...broken.map((line) => pen.measureText(line).width));
    const text = { name, lines: broken, width, height: broken.length * size * LEADING, font, size, strong };
    this.#texts.set(node.id, text);
    return text;
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {string} id
   * @param {number} x
   * @param {number} y
   * @param {{ink: string, soft: string}} colours
   */
  #write(pen, id, x, y, colours) {
    const text = this.#texts.get(id);
    if (!text) return;
    pen.font = text.font;
    pen.fillStyle = text.strong ? colours.ink : colours.soft;
    for (const [index, line] of text.lines.entries()) {
      const row = y + (index - (text.lines.length - 1) / 2) * text.size * LEADING;
      pen.strokeText(line, x, row);
      pen.fillText(line, x, row);
    }
  }
}

/**
 * What a pen's canvas shows beside the cards, in pixels of the screen from the middle of the graph.
 * @param {CanvasRenderingContext2D} pen  in coordinates of the graph
 * @param {number} scale
 * @param {Insets} covered
 * @returns {Box | null}  null for a pen that draws elsewhere than on the page
 */
function seen(pen, scale, covered) {
  if (!pen.canvas?.isConnected) return null;
  const { a, e, f } = pen.getTransform();
  const { width, height } = pen.canvas;
  const factor = scale / a;
  return {
    left: -e * factor + covered.left + GAP,
    top: -f * factor + covered.top + GAP,
    right: (width - e) * factor - covered.right - GAP,
    bottom: (height - f) * factor - covered.bottom - GAP,
  };
}

/**
 * @param {Box} box
 * @param {Box} before
 */
function isFar(box, before) {
  return Math.abs(box.left - before.left) > FAR || Math.abs(box.top - before.top) > FAR;
}
