// The lines of a large network, drawn a part at a time on a canvas of their own, which moves along with the picture.

import { drawLines, frameOf } from "./draw.mjs";

/** @typedef {import("./line.mjs").Line} Line */
/** @typedef {{pen: CanvasRenderingContext2D, matrix: DOMMatrix, version: number}} Drawn  matrix: where the picture lay when it was drawn */

const AT_ONCE = 3000; // lines up to which all are drawn in one part
const FIRST = 1500; // of more, those in the first part; how long they take decides on the next
const FEWEST = 300;
const MOST = 6000;
const QUICK = 40; // milliseconds for a part under which the next is larger
const SLOW_PART = 80; // and beyond which it is smaller
const SHOWN_EVERY = 8; // parts after which the picture shows what is done so far
const AT_REST = 90; // milliseconds without a movement after which lines are drawn anew

/** Draws lines that are too many to be drawn at every frame. */
export class Layer {
  #redraw;
  /** @type {Line[]} */
  #lines = [];
  #version = 0;
  /** @type {Drawn | null} */
  #front = null;
  /** @type {(Drawn & {done: number}) | null} */
  #back = null;
  /** @type {CanvasRenderingContext2D | null} Of the canvas on which a part is drawn before it is laid beneath those before it. */
  #under = null;
  /** @type {Drawn | null} The whole picture as it last stood, which is moved instead of drawn anew. */
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
   * Draw other lines, or the same in other places or colours.
   * @param {Line[]} lines  the first are drawn first and lie above the others
   */
  show(lines) {
    this.#lines = lines;
    this.#version += 1;
  }

  /** Whether all is drawn that is to be seen. */
  get isComplete() {
    return this.#front !== null && this.#front.version === this.#version && liesAlike(this.#front.matrix, this.#seen);
  }

  /**
   * Put the lines into a frame.
   * @param {CanvasRenderingContext2D} pen
   */
  draw(pen) {
    const matrix = pen.getTransform();
    const moved = this.#seen !== null && !liesAlike(matrix, this.#seen);
    this.#seen = matrix;
    if (moved && this.#front) this.#rest();
    else if (!this.isComplete && !this.#waiting) this.#begin(pen.canvas, matrix);
    const layer = this.isCarried ? this.#still : this.#front?.version === this.#version ? this.#front : this.#back;
    if (layer) putInto(pen, layer, matrix);
  }

  /**
   * Put the lines, once all are drawn, where they lie into another picture of the same.
   * @param {CanvasRenderingContext2D} pen  in pixels of the picture
   */
  copy(pen) {
    if (!this.#front) return;
    const { a, b, c, d, e, f } = this.#front.matrix.inverse();
    pen.save();
    pen.transform(a, b, c, d, e, f);
    pen.imageSmoothingQuality = "high";
    pen.drawImage(this.#front.pen.canvas, 0, 0);
    pen.restore();
  }

  /**
   * Keep a frame that is complete, to be moved.
   * @param {CanvasRenderingContext2D} pen
   */
  keep({ canvas }) {
    if (!this.isComplete || !this.#seen) return;
    const pen = emptyCanvas(this.#still?.pen, canvas);
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
    if (this.#back?.version === this.#version && liesAlike(this.#back.matrix, matrix)) return;
    const pen = emptyCanvas(this.#back?.pen, canvas);
    if (!pen) return;
    this.#part = this.#lines.length > AT_ONCE ? Math.min(this.#part, FIRST) : AT_ONCE;
    this.#back = { pen, matrix, version: this.#version, done: 0 };
    this.#drawPart();
    if (this.#back) this.#go(this.#back, performance.now(), 1);
  }

  /**
   * Draw part after part, one a frame, and show them now and then.
   * @param {Drawn} job
   * @param {number} before
   * @param {number} count
   */
  #go(job, before, count) {
    requestAnimationFrame(() => {
      if (this.#back !== job) return;
      const now = performance.now();
      const factor = now - before < QUICK ? 1.5 : now - before > SLOW_PART ? 0.6 : 1;
      this.#part = Math.max(FEWEST, Math.min(MOST, Math.round(this.#part * factor)));
      this.#drawPart();
      if (!this.#back || count % SHOWN_EVERY === 0) this.#redraw();
      if (this.#back) this.#go(job, now, count + 1);
    });
  }

  /** Draw the next part beneath what is drawn: each line beneath those before it would take four times as long. */
  #drawPart() {
    const job = this.#back;
    if (!job) return;
    const end = Math.min(this.#lines.length, job.done + this.#part);
    const pen = job.done ? (this.#under = emptyCanvas(this.#under, job.pen.canvas)) : job.pen;
    if (!pen) return;
    pen.setTransform(job.matrix);
    drawLines(pen, this.#lines.slice(job.done, end).toReversed(), frameOf(pen, true));
    if (pen !== job.pen) layBeneath(job.pen, pen.canvas);
    job.done = end;
    if (end < this.#lines.length) return;
    this.#back = null;
    this.#front = job;
  }
}

/**
 * Whether the picture lies alike, in place and zoom.
 * @param {DOMMatrix} one
 * @param {DOMMatrix | null} other
 */
function liesAlike(one, other) {
  return other !== null && one.a === other.a && one.e === other.e && one.f === other.f;
}

/**
 * Lay a canvas beneath what is drawn on another of the same size.
 * @param {CanvasRenderingContext2D} pen
 * @param {HTMLCanvasElement} canvas
 */
function layBeneath(pen, canvas) {
  pen.save();
  pen.resetTransform();
  pen.globalCompositeOperation = "destination-over";
  pen.drawImage(canvas, 0, 0);
  pen.restore();
}

/**
 * The pen of an empty canvas as large as another.
 * @param {CanvasRenderingContext2D | null | undefined} pen  of a canvas that is needed no more
 * @param {HTMLCanvasElement} like
 */
function emptyCanvas(pen, like) {
  if (pen && pen.canvas.width === like.width && pen.canvas.height === like.height) {
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, like.width, like.height);
    return pen;
  }
  const canvas = document.createElement("canvas");
  canvas.width = like.width;
  canvas.height = like.height;
  return canvas.getContext("2d");
}

/**
 * Put what was drawn into a frame, as far as it has moved since.
 * @param {CanvasRenderingContext2D} pen
 * @param {Drawn} drawn
 * @param {DOMMatrix} matrix
 */
function putInto(pen, { pen: { canvas }, matrix: before }, matrix) {
  const { a, e, f } = matrix.multiply(before.inverse());
  pen.save();
  pen.imageSmoothingEnabled = a !== 1;
  pen.setTransform(a, 0, 0, a, Math.round(e), Math.round(f));
  pen.drawImage(canvas, 0, 0);
  pen.restore();
}
