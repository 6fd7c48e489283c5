// The lines of the picture, in line with what it shows: few are drawn at every frame, many on a layer of their own.

import { Layer } from "./layer.mjs";
import { MACHINE_READ } from "../data/data.mjs";
import { drawCounts } from "./counts.mjs";
import { drawLines, frameOf } from "./draw.mjs";
import { drawMark, placedMarks } from "./marks.mjs";
import { linesOf, offsets } from "./edges.mjs";
import { nearest } from "./line.mjs";

/** @typedef {import("./edges.mjs").EdgeLine} EdgeLine */
/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../picture/scene.mjs").Scene} Scene */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */
/** @typedef {import("./line.mjs").Spot} Spot */

const MANY = 2000; // beyond which drawing each at every frame, or finely, is too slow

/** Draws the edges of a scene. */
export class Lines {
  #scene;
  #spot;
  #layer;
  /** @type {EdgeLine[]} The first lie above the others. */
  #lines = [];
  /** @type {EdgeLine[]} Of many, those drawn above them all at every frame: what is pointed at, chosen or dragged. */
  #raised = [];
  /** @type {Map<string, number>} */
  #offsets = new Map();
  /** @type {Shown | null} What they were worked out for. */
  #shown = null;
  /** Whether they are to be made anew. */
  #stale = true;
  /** @type {{given: unknown[], placed: import("./marks.mjs").PlacedMark[]}} The marks as they were placed last, and for what. */
  #marked = { given: [], placed: [] };

  /**
   * @param {Scene} scene
   * @param {(id: string) => Spot | undefined} spot  where a node stands; lines follow it
   * @param {() => void} redraw  asks for a new frame
   */
  constructor(scene, spot, redraw) {
    this.#scene = scene;
    this.#spot = spot;
    this.#layer = scene.model.data.edges.length > MANY ? new Layer(redraw) : null;
  }

  /** Whether all are drawn that are to be seen. */
  get isComplete() {
    return this.#layer?.isComplete ?? true;
  }

  /** Whether a picture kept from before is moved, and nothing need be drawn. */
  get isCarried() {
    return this.#layer?.isCarried ?? false;
  }

  /** Others are shown, or they lie elsewhere, or look otherwise. */
  renew() {
    this.#stale = true;
  }

  /** Others stand out now. */
  mark() {
    if (this.#layer) this.#raise([]);
    else this.renew();
  }

  /** @param {string} id  of a node on the move */
  follow(id) {
    if (this.#layer) this.#raise(this.#scene.model.at.get(id) ?? []);
  }

  /**
   * Have lines drawn above the layer of all: those that stand out, and those that move.
   * @param {GraphEdge[]} moving
   */
  #raise(moving) {
    const { shown, focus, hovered } = this.#scene;
    const marked = [...(focus?.chosen ?? []), hovered ?? ""].flatMap((id) => this.#scene.lineFor(id) ?? []);
    this.#raised = this.#made([...marked, ...moving].filter(({ id }) => shown.edges.has(id)));
  }

  /** @param {GraphEdge[]} edges */
  #made(edges) {
    const scene = this.#scene;
    return linesOf(edges, {
      spot: this.#spot,
      radius: (id) => scene.radius(id),
      look: (edge) => scene.look(edge),
      offsets: this.#offsets,
      routes: scene.routes,
    });
  }

  /** The lines as they are now. */
  #current() {
    if (!this.#stale) return this.#lines;
    this.#stale = false;
    if (this.#shown !== this.#scene.shown) this.#offsets = offsets(this.#scene.edges);
    this.#shown = this.#scene.shown;
    this.#lines = this.#layer ? this.#inFocus() : this.#allInOrder();
    this.#layer?.show(this.#lines);
    if (this.#layer) this.#raise([]);
    return this.#lines;
  }

  /** Of many lines those in focus; the others would take as long. */
  #inFocus() {
    return this.#made(this.#scene.edges.filter(({ id }) => !this.#scene.isEdgeFaded(id)));
  }

  /** All lines: what stands out above the others, what is out of focus below. */
  #allInOrder() {
    const { edges } = this.#scene;
    const marked = edges.filter(({ id }) => this.#scene.isMarked(id));
    const faded = edges.filter(({ id }) => this.#scene.isEdgeFaded(id) && !this.#scene.isMarked(id));
    const others = edges.filter(({ id }) => !this.#scene.isEdgeFaded(id) && !this.#scene.isMarked(id));
    return [marked, others, faded].flatMap((some) => this.#made(some));
  }

  /**
   * The edge nearest to a spot of the picture, if one is near enough.
   * @param {Spot} spot
   * @param {number} reach
   * @returns {GraphEdge | undefined}
   */
  near(spot, reach) {
    return nearest(this.#current(), spot, reach)?.edge;
  }

  /**
   * Put the lines into a frame.
   * @param {CanvasRenderingContext2D} pen
   */
  draw(pen) {
    const lines = this.#current();
    const frame = frameOf(pen, this.#layer !== null);
    if (this.#layer) this.#layer.draw(pen);
    else drawLines(pen, lines.toReversed(), frame);
    if (this.isCarried) return;
    drawLines(pen, this.#raised, frame);
    this.#drawMarks(pen, [this.#raised, lines], frame.scale);
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {EdgeLine[][]} lines  what comes first has its mark first
   * @param {number} scale
   */
  #drawMarks(pen, lines, scale) {
    const { marks, growth, palette } = this.#scene;
    const given = [...lines, marks, growth, scale];
    if (marks.size && given.some((one, index) => one !== this.#marked.given[index]))
      this.#marked = { given, placed: placedMarks(lines.flat(), marks, growth, scale) };
    if (marks.size) for (const { mark, spot } of this.#marked.placed) drawMark(pen, mark, spot, palette, growth);
  }

  /**
   * Write the numbers of lines that lead to those who stand for their members.
   * @param {CanvasRenderingContext2D} pen  in pixels of the picture
   * @param {number} scale  pixels of the screen for one of the picture
   * @param {import("./line.mjs").Box[]} names  where names stand, in pixels of the screen from the middle of the picture
   */
  writeCounts(pen, scale, names) {
    const scene = this.#scene;
    if (!scene.wholes.size) return;
    const lines = [...this.#raised, ...this.#current()];
    const plain = lines.filter(
      ({ edge: { id, origin } }) => origin !== MACHINE_READ && !scene.isEdgeFaded(id) && !scene.marks.has(id),
    );
    const shapes = [...scene.shown.nodes].flatMap((id) => {
      const spot = this.#spot(id);
      return spot ? [{ x: spot.x, y: spot.y, radius: scene.reach(id) }] : [];
    });
    drawCounts(pen, plain, (id) => scene.bundled(id), { palette: scene.palette, shapes, names }, scale);
  }

  /**
   * Draw all that is seen with any pen; very many lines as the screen has them, where it has them all: to draw each once
   * more, and finely, would take seconds.
   * @param {CanvasRenderingContext2D} pen  in pixels of the picture
   * @param {number} scale  pixels of the screen for one of the picture
   */
  drawWhole(pen, scale) {
    const current = this.#current();
    const lines = this.#layer ? [...this.#raised, ...current] : this.#allInOrder();
    const isCopied = lines.length > MANY && pen.canvas && this.#layer?.isComplete;
    if (isCopied) this.#layer?.copy(pen);
    drawLines(pen, isCopied ? this.#raised : lines.toReversed());
    this.#drawMarks(pen, [lines], scale);
  }

  /**
   * Keep a frame in which all is drawn, to be moved.
   * @param {CanvasRenderingContext2D} pen
   */
  keep(pen) {
    this.#layer?.keep(pen);
  }

  /** @param {(moving: boolean) => void} listener  called when the picture begins to move with things left out, and when it stands again */
  onMoving(listener) {
    if (this.#layer) this.#layer.onMoving = listener;
  }
}
