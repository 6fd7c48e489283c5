// The ties of a large network: vis-network knows none of them, and they are painted on a layer of their own.

import { Lines } from "./lines.mjs";
import { weave } from "./weave.mjs";

/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../picture/scene.mjs").Scene} Scene */
/** @typedef {import("./visties.mjs").DrawnTies} DrawnTies */
/** @typedef {import("./weave.mjs").Loom} Loom */

/**
 * Keeps the lines of a large network in line with a scene.
 * @implements {DrawnTies}
 */
export class LayeredTies {
  #scene;
  /** @type {Loom} */
  #loom;
  #lines;
  /** Whether the lines are to be made anew. */
  #unwoven = true;

  /**
   * @param {Scene} scene
   * @param {Loom["spot"]} spot
   * @param {() => void} redraw  asks for a new frame
   */
  constructor(scene, spot, redraw) {
    this.#scene = scene;
    this.#loom = { spot, look: (edge) => scene.look(edge) };
    this.#lines = new Lines(redraw);
  }

  get isComplete() {
    return this.#lines.isComplete;
  }

  get isCarried() {
    return this.#lines.isCarried;
  }

  show() {
    this.#unwoven = true;
  }

  colour() {
    this.#unwoven = true;
    this.mark();
  }

  /** Paint what stands out above the others. */
  mark() {
    this.#paintAbove([]);
  }

  /** @param {string} id */
  follow(id) {
    this.#paintAbove(this.#scene.model.at.get(id) ?? []);
  }

  settle() {
    this.#unwoven = true;
    this.mark();
  }

  /**
   * Have lines painted above the others: those that stand out, and those that move.
   * @param {GraphEdge[]} moving
   */
  #paintAbove(moving) {
    const { model, shown, focus, hovered } = this.#scene;
    const marked = [...(focus?.chosen ?? []), hovered ?? ""].flatMap((id) => model.edges.get(id) ?? []);
    this.#lines.mark(
      weave(
        [...marked, ...moving].filter(({ id }) => shown.edges.has(id)),
        this.#loom,
      ),
    );
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} reach
   */
  near(x, y, reach) {
    return this.#lines.near(x, y, reach);
  }

  /** @param {(moving: boolean) => void} listener  called when the picture begins to move, with things left out, and when it stands again */
  onMoving(listener) {
    this.#lines.onMoving = listener;
  }

  /**
   * Put the lines into a frame, beneath all else.
   * @param {CanvasRenderingContext2D} pen
   */
  draw(pen) {
    if (this.#unwoven)
      this.#lines.show(
        weave(
          this.#scene.edges.filter(({ id }) => !this.#scene.isEdgeFaded(id)),
          this.#loom,
        ),
      );
    this.#unwoven = false;
    this.#lines.draw(pen);
  }

  /**
   * Keep a frame in which all is drawn, to be moved.
   * @param {CanvasRenderingContext2D} pen
   */
  keep(pen) {
    this.#lines.keep(pen);
  }
}
