// What is drawn besides the lines: what lies beneath, the nodes, and their names above all; and all of it for paper and files.

import { Labels } from "./labels.mjs";
import { captionBoxes, drawBackdrop, partsOf } from "./backdrop.mjs";
import { drawNode, isPlanned } from "../looks/node.mjs";

/** @typedef {import("../data/data.mjs").GraphNode} GraphNode */
/** @typedef {import("../lines/lines.mjs").Lines} Lines */
/** @typedef {import("./places.mjs").Places} Places */
/** @typedef {import("./scene.mjs").Scene} Scene */
/** @typedef {import("../lines/line.mjs").Spot} Spot */

const AROUND = 16; // pixels of the picture around a node in which its rings and its pin are drawn

/** Draws a scene with any pen, in pixels of the picture. */
export class Renderer {
  #scene;
  #places;
  #spot;
  #labels = new Labels();
  /** @type {GraphNode[]} */
  #byWeight;

  /**
   * @param {Scene} scene
   * @param {Places} places
   * @param {(id: string) => Spot | undefined} spot  where a node stands now
   */
  constructor(scene, places, spot) {
    this.#scene = scene;
    this.#places = places;
    this.#spot = spot;
    this.#byWeight = [...scene.model.data.nodes].sort((a, b) => this.#importance(b) - this.#importance(a));
  }

  /** @param {GraphNode} node */
  #importance({ id, kind, fact }) {
    return (this.#scene.model.weight.get(id) ?? 0) + (kind === "country" ? 1000 : 0) - (fact ? 500 : 0);
  }

  /** Have the names placed anew: what they belong to moved, grew, or is no longer shown. */
  forget() {
    this.#labels.forget();
  }

  /** @param {import("./camera.mjs").Insets} covered  where names would lie beneath cards */
  clearOf(covered) {
    this.#labels.covered = covered;
  }

  /**
   * How much room a node takes on the screen with its name below it, or above.
   * @param {GraphNode} node
   * @returns {import("./camera.mjs").Room}
   */
  room(node) {
    const { width, height } = this.#labels.room(node, this.#scene.nameOf(node));
    const radius = this.#scene.reach(node.id);
    return { across: Math.max(radius, width / 2), down: radius + height };
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {number} scale
   */
  backdrop(pen, scale) {
    if (this.#scene.backdrop) drawBackdrop(pen, this.#backdropParts(), scale, this.#scene.palette("ground"));
  }

  #backdropParts() {
    return partsOf(this.#scene.backdrop, this.#scene.model.data.terms, this.#scene.palette);
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {GraphNode} node
   * @param {number} x
   * @param {number} y
   */
  node(pen, node, x, y) {
    const { model, shown, palette } = this.#scene;
    const look = {
      x,
      y,
      radius: this.#scene.radius(node.id),
      faded: this.#scene.isNodeFaded(node.id),
      marked: this.#scene.isMarked(node.id),
      planned: isPlanned(model, node),
      whole: this.#scene.wholes.has(node.id),
      pinned: this.#places.isPinned(node.id),
      maybe: shown.maybe.has(node.id),
    };
    drawNode(pen, node, look, palette);
  }

  /**
   * Draw the nodes, the last above the others.
   * @param {CanvasRenderingContext2D} pen
   * @param {import("../lines/line.mjs").Box} [seen]  what is seen, in pixels of the picture; all of it, if left out
   */
  nodes(pen, seen) {
    for (const node of this.#scene.model.data.nodes) {
      const spot = this.#scene.shown.nodes.has(node.id) ? this.#spot(node.id) : undefined;
      if (!spot || (seen && isBeside(spot, this.#scene.radius(node.id) + AROUND, seen))) continue;
      pen.save();
      this.node(pen, node, spot.x, spot.y);
      pen.restore();
    }
  }

  /**
   * Write the names, and the numbers of lines where no name stands.
   * @param {CanvasRenderingContext2D} pen
   * @param {number} scale
   * @param {Lines} lines
   */
  words(pen, scale, lines) {
    this.#names(pen, scale);
    lines.writeCounts(pen, scale, this.#labels.boxes);
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {number} scale
   */
  #names(pen, scale) {
    const { palette } = this.#scene;
    const colours = { ink: palette("ink"), soft: palette("ink-soft"), halo: palette("ground") };
    this.#labels.write(pen, scale, () => this.#labelled(), colours, captionBoxes(this.#backdropParts(), scale));
  }

  /** The nodes whose names may be written, the most important first. */
  #labelled() {
    const { shown, focus, hovered, standingOut } = this.#scene;
    const named = this.#byWeight.filter(
      ({ id }) => shown.nodes.has(id) && (hovered === id || !focus || standingOut.has(id)),
    );
    const spots = named.flatMap((node) => {
      const spot = this.#spot(node.id);
      return spot
        ? [
            {
              node,
              name: this.#scene.nameOf(node),
              x: spot.x,
              y: spot.y,
              radius: this.#scene.reach(node.id),
              must: this.#scene.isMarked(node.id) || this.#scene.wholes.has(node.id),
            },
          ]
        : [];
    });
    const urgency = (/** @type {(typeof spots)[number]} */ { node, must }) =>
      Number(must) + Number(node.id === hovered);
    return spots.sort((a, b) => urgency(b) - urgency(a));
  }

  /**
   * Draw all that is seen once more, with another pen.
   * @param {CanvasRenderingContext2D} pen  in pixels of the container
   * @param {Lines} lines
   * @param {{middle: Spot, scale: number}} seen  where the middle of the picture lies in the container, and its zoom
   */
  whole(pen, lines, { middle, scale }) {
    pen.save();
    pen.translate(middle.x, middle.y);
    pen.scale(scale, scale);
    this.backdrop(pen, scale);
    lines.drawWhole(pen, scale);
    this.nodes(pen);
    this.words(pen, scale, lines);
    pen.restore();
  }
}

/**
 * Whether what reaches so far from a spot lies beside a box.
 * @param {Spot} spot
 * @param {number} reach
 * @param {import("../lines/line.mjs").Box} box
 */
function isBeside({ x, y }, reach, { left, top, right, bottom }) {
  return x + reach < left || x - reach > right || y + reach < top || y - reach > bottom;
}
