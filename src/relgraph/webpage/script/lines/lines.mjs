// The lines of a large network: painted a part at a time on a layer of their own, which moves along with the picture.

import { blit, clean, sameView } from "./layers.mjs";
import { nearest } from "./geometry.mjs";
import { paintLines } from "./linework.mjs";

/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("./geometry.mjs").Line} Line */
/** @typedef {import("./layers.mjs").Layer} Layer */

const FIRST = 1500; // lines in the first part; how long they take decides on the next
const FEWEST = 300;
const MOST = 6000;
const QUICK = 40; // milliseconds for a part under which the next is larger
const SLOW_PART = 80; // and beyond which it is smaller
const SHOWN_EVERY = 8; // parts after which the picture shows what is done so far
const AT_REST = 90; // milliseconds without a movement after which lines are painted anew

/** Paints lines where vis-network, which paints all of them at every frame, would be too slow. */
export class Lines {
  #redraw;
  /** @type {Line[]} */
  #lines = [];
  /** @type {Line[]} Painted at every frame: what is pointed at, chosen or dragged. */
  #live = [];
  #version = 0;
  /** @type {Layer | null} */
  #front = null;
  /** @type {(Layer & {done: number}) | null} */
  #back = null;
  /** @type {Layer | null} The whole picture as it last stood, which is moved instead of drawn anew. */
  #still = null;
  /** @type {DOMMatrix | null} */
  #seen = null;
  #waiting = 0;
  #part = FIRST;

  /** @type {(moving: boolean) => void} */
  onMoving = () => {};

  /** @param {() => void} redraw  asks for a new frame */
  constructor(redraw) {
    this.#redraw = redraw;
  }

  /**
   * Paint other lines, or the same in other places or colours.
   * @param {Line[]} lines  the first are painted first and lie above the others
   */
  show(lines) {
    this.#lines = lines;
    this.#version += 1;
  }

  /** @param {Line[]} lines  those that stand out, painted wider and at every frame */
  mark(lines) {
    this.#live = lines;
  }

  /** Whether all is painted that is to be seen. */
  get isComplete() {
    return this.#front !== null && this.#front.version === this.#version && sameView(this.#front.matrix, this.#seen);
  }

  /**
   * Put the lines into a frame.
   * @param {CanvasRenderingContext2D} pen
   */
  draw(pen) {
    const matrix = pen.getTransform();
    const moved = this.#seen !== null && !sameView(matrix, this.#seen);
    this.#seen = matrix;
    if (moved && this.#front) this.#rest();
    else if (!this.isComplete && !this.#waiting) this.#begin(pen.canvas, matrix);
    const layer = this.isCarried ? this.#still : this.#front?.version === this.#version ? this.#front : this.#back;
    if (layer) blit(pen, layer, matrix);
    if (!this.isCarried) paintLines(pen, this.#live, 0, this.#live.length);
  }

  /**
   * Keep a frame that is complete, to be moved.
   * @param {CanvasRenderingContext2D} pen
   */
  keep({ canvas }) {
    if (!this.isComplete || !this.#seen) return;
    const pen = clean(this.#still?.pen, canvas);
    pen?.drawImage(canvas, 0, 0);
    this.#still = pen && { pen, matrix: this.#seen, version: this.#version };
  }

  /** Whether the picture moves and is only carried along: nothing in it need be drawn. */
  get isCarried() {
    return this.#waiting !== 0 && this.#still?.version === this.#version;
  }

  /** Wait until the picture stands still. */
  #rest() {
    if (!this.#waiting) this.onMoving(true);
    clearTimeout(this.#waiting);
    this.#back = null;
    this.#waiting = setTimeout(() => {
      this.#waiting = 0;
      this.onMoving(false);
      this.#redraw();
    }, AT_REST);
  }

  /**
   * Begin a layer for what is to be seen, unless one is under way.
   * @param {HTMLCanvasElement} canvas
   * @param {DOMMatrix} matrix
   */
  #begin(canvas, matrix) {
    if (this.#back?.version === this.#version && sameView(this.#back.matrix, matrix)) return;
    const pen = clean(this.#back?.pen, canvas);
    if (!pen) return;
    this.#part = Math.min(this.#part, FIRST);
    this.#back = { pen, matrix, version: this.#version, done: 0 };
    this.#paintPart();
    if (this.#back) this.#go(this.#back, performance.now(), 1);
  }

  /**
   * Paint part after part, one a frame, and show them now and then.
   * @param {Layer} job
   * @param {number} before
   * @param {number} count
   */
  #go(job, before, count) {
    requestAnimationFrame(() => {
      if (this.#back !== job) return;
      const now = performance.now();
      const factor = now - before < QUICK ? 1.5 : now - before > SLOW_PART ? 0.6 : 1;
      this.#part = Math.max(FEWEST, Math.min(MOST, Math.round(this.#part * factor)));
      this.#paintPart();
      if (!this.#back || count % SHOWN_EVERY === 0) this.#redraw();
      if (this.#back) this.#go(job, now, count + 1);
    });
  }

  #paintPart() {
    const job = this.#back;
    if (!job) return;
    const end = Math.min(this.#lines.length, job.done + this.#part);
    job.pen.setTransform(job.matrix);
    job.pen.globalCompositeOperation = "destination-over";
    paintLines(job.pen, this.#lines, job.done, end);
    job.done = end;
    if (end < this.#lines.length) return;
    this.#back = null;
    this.#front = job;
  }

  /**
   * The line nearest to a point, if one is near enough.
   * @param {number} x
   * @param {number} y
   * @param {number} reach
   * @returns {GraphEdge | undefined}
   */
  near(x, y, reach) {
    return nearest(this.#lines, x, y, reach)?.edge;
  }
}
