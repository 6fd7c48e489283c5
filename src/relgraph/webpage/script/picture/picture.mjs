// The picture: vis-network takes gestures and moves it; what is seen comes from the scene, the places and the ties.

import { Lines } from "../lines/lines.mjs";
import { Moves } from "./moves.mjs";
import { Places } from "./places.mjs";
import { Renderer } from "./renderer.mjs";
import { Scene } from "./scene.mjs";
import { Sight } from "./sight.mjs";
import { VisNet } from "./visnet.mjs";
import { frameOf } from "../lines/draw.mjs";
import { hitAt } from "./hits.mjs";

/** @typedef {import("../layouts/arrangement.mjs").Arrangement} Arrangement */
/** @typedef {import("../filter/focus.mjs").Focus} Focus */
/** @typedef {import("../data/data.mjs").GraphNode} GraphNode */
/** @typedef {import("./hits.mjs").Hit} Hit */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../looks/looks.mjs").Palette} Palette */
/** @typedef {import("../state/hand.mjs").Place} Place */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */
/** @typedef {import("./hits.mjs").Spot} Spot */
/** @typedef {import("../state/state.mjs").View} View */

/**
 * @typedef {object} Parts  what the picture is made of
 * @property {Scene} scene
 * @property {Places} places
 * @property {VisNet} net
 * @property {Lines} lines
 * @property {Renderer} renderer
 * @property {() => void} again  draws once more, with the names placed anew
 */

/** Draws a model into an element. */
export class Picture {
  #scene;
  #places;
  #net;
  #renderer;
  #lines;

  /**
   * @param {Model} model
   * @param {HTMLElement} container
   * @param {Palette} palette
   * @param {Shown} shown
   * @param {View} view
   * @param {ReadonlyMap<string, Place>} [pinned]
   */
  constructor(model, container, palette, shown, view, pinned = new Map()) {
    this.#scene = new Scene(model, palette, shown);
    this.#places = new Places(view, pinned);
    this.#renderer = new Renderer(this.#scene, this.#places, this.#spot);
    this.#lines = new Lines(this.#scene, this.#spot, () => this.#net.redraw());
    this.#net = new VisNet(container, model, (node) => this.#standing(node));
    const parts = {
      scene: this.#scene,
      places: this.#places,
      net: this.#net,
      lines: this.#lines,
      renderer: this.#renderer,
      again: () => this.#again(),
    };
    this.moves = new Moves(parts);
    this.sight = new Sight(parts);
    this.#listen();
  }

  /**
   * Where a node stands at first: on whole pixels, so that a picture shown again is the same.
   * @param {GraphNode} node
   */
  #standing(node) {
    const [x, y] = this.#places.whole(node);
    return { x, y, size: this.#scene.radius(node.id), hidden: !this.#scene.shown.nodes.has(node.id) };
  }

  #listen() {
    this.#net.vis.on("beforeDrawing", (pen) => {
      this.#renderer.backdrop(pen, this.#scale);
      this.#lines.draw(pen);
      if (!this.#lines.isCarried) this.#renderer.nodes(pen, frameOf(pen, false).box);
    });
    this.#net.vis.on("afterDrawing", (pen) => {
      if (this.#lines.isCarried) return;
      this.#renderer.words(pen, this.#scale, this.#lines);
      this.#lines.keep(pen);
    });
  }

  /** Pixels of the screen for one of the picture. */
  get #scale() {
    return this.#net.vis.getScale();
  }

  /**
   * Where a node stands now, in pixels of the picture.
   * @param {string} id
   */
  #spot = (id) => this.#net.node(id);

  /**
   * Show other nodes and edges, in the places of a view, or of another layout.
   * @param {Arrangement} arranged
   * @param {View} view
   */
  show({ shown, places, backdrop, folding, wholes = new Map(), corners = [], routes }, view) {
    const isMoved = this.#places.arrange(view, places, wholes);
    const resized = [...this.#scene.wholes.keys(), ...wholes.keys()];
    this.#scene.wholes = wholes;
    this.#scene.fold(folding);
    this.#scene.shown = shown;
    this.#scene.backdrop = backdrop;
    this.#scene.routes = routes;
    this.sight.corners = corners;
    this.moves.let(true);
    for (const node of this.#scene.model.data.nodes) this.#set(node, isMoved);
    for (const id of resized) this.#net.resize(id, this.#scene.radius(id));
    this.#lines.renew();
    this.#again();
  }

  /**
   * Show or hide a node, and set it in its place.
   * @param {GraphNode} node
   * @param {boolean} isMoved
   */
  #set(node, isMoved) {
    const standing = this.#net.node(node.id);
    if (!standing) return;
    standing.hidden = !this.#scene.shown.nodes.has(node.id);
    if (isMoved) this.#net.move(node.id, this.#places.whole(node));
  }

  /** Draw once more, with the names placed anew. */
  #again() {
    this.#renderer.forget();
    this.#net.redraw();
  }

  /**
   * Let some nodes and edges stand out and the rest fade; null for none.
   * @param {Focus | null} focus
   */
  focus(focus) {
    if (focus === this.#scene.focus) return;
    this.#scene.focus = focus;
    this.#lines.renew();
    this.#again();
  }

  /**
   * Let lines tell what changed.
   * @param {ReadonlyMap<string, import("../lines/marks.mjs").Mark>} marks  by the ids of edges
   */
  mark(marks) {
    if (!marks.size && !this.#scene.marks.size) return;
    this.#scene.marks = marks;
    this.#net.redraw();
  }

  /**
   * Mark what the pointer rests on.
   * @param {Hit} hit
   */
  hover({ node, edge }) {
    const id = node?.id ?? edge?.id ?? null;
    if (id === this.#scene.hovered) return;
    this.#scene.hovered = id;
    this.#lines.mark();
    this.#again();
  }

  /**
   * Draw in other colours.
   * @param {Palette} palette
   */
  recolour(palette) {
    this.#scene.recolour(palette);
    this.#lines.renew();
    this.#net.redraw();
  }

  /**
   * What stands at a point of the container.
   * @param {Spot} point
   * @returns {Hit}
   */
  at(point) {
    return hitAt(this.#net.vis.DOMtoCanvas(point), this.#scale, {
      scene: this.#scene,
      lines: this.#lines,
      spot: this.#spot,
    });
  }

  /**
   * A spot of the picture as it would lie were the picture upright, and back.
   * @param {Spot} spot
   */
  turned(spot) {
    return this.#places.turned(spot);
  }

  /** Have neither wheel nor pointer move it any more. */
  setStill() {
    this.#net.vis.setOptions({ interaction: { dragView: false, zoomView: false, dragNodes: false } });
    this.moves.let(false);
  }

  /** @param {() => void} listener  called once, when the next picture stands */
  onceDrawn(listener) {
    this.#net.vis.once("afterDrawing", () => (this.#lines.isComplete ? listener() : this.onceDrawn(listener)));
  }

  /** @param {(moving: boolean) => void} listener  called when a large picture begins to move, with things left out, and when it stands again */
  onMoving(listener) {
    this.#lines.onMoving(listener);
  }

  /**
   * Draw all that is seen once more, with another pen, in pixels of the container.
   * @param {CanvasRenderingContext2D} pen
   */
  drawWith(pen) {
    const seen = { middle: this.#net.vis.canvasToDOM({ x: 0, y: 0 }), scale: this.#scale };
    this.#renderer.whole(pen, this.#lines, seen);
  }
}
