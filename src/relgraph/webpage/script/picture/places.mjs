// Where each node stands: where the network has it, where the reader pinned it, or where another layout sets it.

import { isTall } from "./camera.mjs";

/** @typedef {import("../data/data.mjs").GraphNode} GraphNode */
/** @typedef {import("../state/hand.mjs").Place} Place */
/** @typedef {import("../state/state.mjs").View} View */
/** @typedef {ReadonlyMap<string, [number, number]> | null} Arranged  null: everything stands where the network has it */

/** Gives out places, in pixels of the picture. */
export class Places {
  #view;
  /** @type {Arranged} */
  #arranged = null;
  /** @type {import("../layouts/as_one.mjs").Wholes} Those that stand in the midst of their members. */
  #wholes = new Map();
  /** Whether the picture lies on its side, to fill a screen that is taller than wide. */
  #turned = isTall();
  #pinned;

  /**
   * @param {View} view
   * @param {ReadonlyMap<string, Place>} pinned
   */
  constructor(view, pinned) {
    this.#view = view;
    this.#pinned = pinned;
  }

  /**
   * Set nodes as another view, layout or window has them.
   * @param {View} view
   * @param {Arranged} arranged
   * @param {import("../layouts/as_one.mjs").Wholes} [wholes]
   * @returns {boolean}  whether any may stand elsewhere now
   */
  arrange(view, arranged, wholes = new Map()) {
    const gathered = this.#wholes.size + wholes.size > 0;
    const moved = gathered || this.#view !== view || this.#turned !== isTall() || this.#arranged !== arranged;
    this.#wholes = wholes;
    this.#view = view;
    this.#arranged = arranged;
    this.#turned = isTall();
    return moved;
  }

  /**
   * Put nodes where the reader wants them; those pinned no more go back to their own places.
   * @param {ReadonlyMap<string, Place>} pinned
   * @returns {Set<string>}  ids of those that may stand elsewhere now
   */
  pin(pinned) {
    const touched = new Set([...this.#pinned.keys(), ...pinned.keys()]);
    this.#pinned = pinned;
    return touched;
  }

  /** Whether nodes stand where the network has them, and no other layout sets them. */
  get areFree() {
    return this.#arranged === null;
  }

  /** @param {string} id */
  isPinned(id) {
    return this.areFree && this.#pinned.has(id);
  }

  /**
   * @param {GraphNode} node
   * @returns {[number, number]}
   */
  of(node) {
    const arranged = this.#arranged?.get(node.id);
    if (arranged) return arranged;
    const put = this.#pinned.get(node.id) ?? this.#wholes.get(node.id)?.place;
    const [x, y] = put ?? (this.#view === "ties" && node.home ? node.home : [node.x, node.y]);
    return this.#turned ? [y, x] : [x, y];
  }

  /**
   * The same on whole pixels: a picture that is shown again is the same, however it came about.
   * @param {GraphNode} node
   * @returns {[number, number]}
   */
  whole(node) {
    const [x, y] = this.of(node);
    return [Math.trunc(x), Math.trunc(y)];
  }

  /**
   * A spot of the picture as a place to pin a node to, whichever way the picture lies.
   * @param {{x: number, y: number}} spot
   * @returns {Place}
   */
  upright(spot) {
    const { x, y } = this.#turned ? turnedOver(spot) : spot;
    return [Math.round(x), Math.round(y)];
  }

  /**
   * A spot as it lies in a picture that stands upright, or back; the same where the picture does, or another layout sets it.
   * @param {{x: number, y: number}} spot
   */
  turned(spot) {
    return this.#turned && this.areFree ? turnedOver(spot) : spot;
  }
}

/** @param {{x: number, y: number}} spot */
function turnedOver({ x, y }) {
  return { x: y, y: x };
}
