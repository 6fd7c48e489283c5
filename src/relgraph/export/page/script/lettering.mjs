// Writing the names of the nodes on the canvas, in a size that does not change with the zoom.

import { lines, placeLabels } from "./labels.mjs";

/** @typedef {import("./data.mjs").GraphNode} GraphNode */
/** @typedef {import("./labels.mjs").Box} Box */
/** @typedef {import("./labels.mjs").Placed} Placed */
/** @typedef {{lines: string[], width: number, height: number, font: string, size: number, strong: boolean}} Text */
/** @typedef {{node: GraphNode, x: number, y: number, radius: number, must: boolean}} Spot  in pixels of the graph */

const FACE = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';
const LEADING = 1.2;

/** Prepares each label once, places all of them once for each zoom, and writes them at every frame. */
export class Lettering {
  /** @type {Map<string, Text>} */
  #texts = new Map();
  /** @type {Placed[]} */
  #placed = [];
  #scale = 0;

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
    if (scale !== this.#scale) this.#place(pen, scale, spots(), taken);
    pen.save();
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    pen.scale(1 / scale, 1 / scale);
    pen.lineWidth = 4;
    pen.strokeStyle = colours.halo;
    for (const { id, x, y } of this.#placed) this.#letter(pen, id, x, y, colours);
    pen.restore();
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {number} scale
   * @param {Spot[]} spots
   * @param {Box[]} taken
   */
  #place(pen, scale, spots, taken) {
    this.#scale = scale;
    const candidates = spots.map(({ node, x, y, radius, must }) => {
      const { width, height } = this.#text(pen, node);
      return { id: node.id, x: x * scale, y: y * scale, radius: radius * scale, width, height, must };
    });
    this.#placed = placeLabels(candidates.filter(({ width }) => width > 0), taken);
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {GraphNode} node
   * @returns {Text}
   */
  #text(pen, node) {
    const known = this.#texts.get(node.id);
    if (known) return known;
    const strong = node.kind === "country";
    const size = strong ? 13 : node.fact ? 11 : 12;
    const font = `${strong ? 600 : 400} ${size}px ${FACE}`;
    const broken = lines(node.label);
    pen.font = font;
    const width = Math.max(0, ...broken.map((line) => pen.measureText(line).width));
    const text = { lines: broken, width, height: broken.length * size * LEADING, font, size, strong };
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
  #letter(pen, id, x, y, colours) {
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
