// The picture: vis-network draws lines and takes gestures; nodes and labels are painted here.

import { beneath, captionBoxes, paintBeneath } from "./backdrop.mjs";
import { curve, offsets } from "./bends.mjs";
import { Camera, isTall } from "./camera.mjs";
import { Lettering } from "./lettering.mjs";
import { Lines, bendOf } from "./lines.mjs";
import { FADED, MAYBE_ALPHA, edgeLook, nodeRadius, withAlpha } from "./looks.mjs";
import { isPlanned, paintNode } from "./painter.mjs";
import { strokeLine } from "./strokes.mjs";
import { weave } from "./weave.mjs";

/** @typedef {import("./data.mjs").Model} Model */
/** @typedef {import("./data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("./data.mjs").GraphNode} GraphNode */
/** @typedef {import("./filters.mjs").Shown} Shown */
/** @typedef {import("./state.mjs").View} View */
/** @typedef {import("./looks.mjs").Palette} Palette */
/** @typedef {import("./vis.js").VisNetwork} VisNetwork */

/** @typedef {import("./focus.mjs").Focus} Focus */
/** @typedef {{node?: GraphNode, edge?: GraphEdge}} Hit */
/** @typedef {import("./camera.mjs").Insets} Insets */
/** @typedef {import("./hand.mjs").Place} Place */
/** @typedef {import("./arrange.mjs").Arrangement} Arrangement */

const REACH = 14; // pixels around the pointer in which a node is hit
const NEAR = 9; // and an edge
const MANY = 2000; // edges beyond which vis-network, which draws each at every frame, is too slow
const CHOSEN = 1.5; // pixels that a chosen edge is wider
const DISTINCT = 0.72; // zoom at which shapes are as large as on paper; fitted from farther away, they are drawn larger
const LARGEST = 1.7; // but at most so much
const STEPS_OF_GROWTH = 20; // in which shapes grow by one
const SMALLEST = 0.2; // and on a map, looked at closely, smaller: places near each other come apart

/** Draws a model into an element. */
export class Drawing {
  /** @type {Model} */
  #model;
  /** @type {Palette} */
  #palette;
  /** @type {VisNetwork} */
  #network;
  /** @type {Camera} */
  #camera;
  /** @type {Shown} */
  #shown;
  /** @type {Focus | null} */
  #focus = null;
  /** @type {string | null} */
  #hovered = null;
  /** @type {import("./looks.mjs").EdgeLook[]} In the order of the edges. */
  #looks;
  /** @type {View} */
  #view;
  /** Whether the picture lies on its side, to fill a screen that is taller than wide. */
  #turned = false;
  /** How much larger shapes and lines are drawn than planned. */
  #growth = 1;
  /** @type {Map<string, number>} */
  #radii;
  /** @type {GraphNode[]} */
  #byWeight;
  /** @type {Map<string, number>} vis-network knows nodes and edges by number: no id can trip it */
  #nodeNumbers;
  /** @type {Map<string, number>} */
  #edgeNumbers;
  #lettering = new Lettering();
  /** @type {Lines | null} The lines of a large network; vis-network then knows no edges. */
  #lines = null;
  /** Whether those lines are to be made anew. */
  #unwoven = true;
  /** @type {ReadonlyMap<string, Place>} Nodes that stand where the reader put them. */
  #pinned = new Map();
  /** @type {Omit<Arrangement, "shown">} Another shape than the network, and what lies beneath it. */
  #arranged = { places: null, backdrop: null };

  /**
   * @param {Model} model
   * @param {HTMLElement} container
   * @param {Palette} palette
   * @param {Shown} shown
   * @param {View} view
   * @param {ReadonlyMap<string, Place>} [pinned]
   */
  constructor(model, container, palette, shown, view, pinned = new Map()) {
    this.#model = model;
    this.#palette = palette;
    this.#shown = shown;
    this.#view = view;
    this.#pinned = pinned;
    this.#turned = isTall();
    this.#looks = this.#readLooks();
    this.#radii = new Map(model.data.nodes.map((node) => [node.id, nodeRadius(node, model)]));
    this.#nodeNumbers = new Map(model.data.nodes.map(({ id }, number) => [id, number]));
    this.#edgeNumbers = new Map(model.data.edges.map(({ id }, number) => [id, number]));
    this.#byWeight = [...model.data.nodes].sort((a, b) => this.#importance(b) - this.#importance(a));
    if (model.data.edges.length > MANY) this.#lines = new Lines(() => this.#redraw());
    this.#network = new vis.Network(container, { nodes: this.#visNodes(), edges: this.#lines ? [] : this.#visEdges() }, this.#options());
    this.#camera = new Camera(this.#network);
    this.#network.on("afterDrawing", (pen) => this.#write(pen));
    this.#network.on("dragging", ({ nodes }) => {
      if (!nodes.length) return;
      this.#lettering.forget();
      this.#mark(this.#model.at.get(this.#model.data.nodes[nodes[0]]?.id ?? "") ?? []);
    });
    this.#network.on("beforeDrawing", (pen) => this.#paintBeneath(pen));
    this.#network.on("beforeDrawing", (pen) => this.#drawLines(pen));
    for (const event of ["zoom", "animationFinished"]) this.#network.on(event, () => this.#arranged.backdrop?.land && this.#growFor(this.#network.getScale()));
  }

  /** @param {CanvasRenderingContext2D} pen */
  #paintBeneath(pen) {
    if (this.#arranged.backdrop) paintBeneath(pen, this.#beneath(), this.#network.getScale(), this.#palette("ground"));
  }

  #beneath() {
    return beneath(this.#arranged.backdrop, this.#model.data.terms, this.#palette);
  }

  /** @param {CanvasRenderingContext2D} pen */
  #drawLines(pen) {
    if (!this.#lines) return;
    if (this.#unwoven) this.#lines.show(this.#woven(this.#model.data.edges.filter(({ id }) => this.#shown.edges.has(id) && this.#focus?.edges.has(id) !== false)));
    this.#unwoven = false;
    this.#lines.draw(pen);
  }

  /** @param {GraphEdge[]} edges */
  #woven(edges) {
    return weave(edges, {
      spot: (id) => this.#spot(id),
      look: ({ id }) => {
        const index = this.#edgeNumbers.get(id) ?? -1;
        const { color, dashes, arrow } = /** @type {import("./looks.mjs").EdgeLook} */ (this.#looks[index]);
        return { color: this.#colour(id, color), dashes, arrow, width: this.#width(index) };
      },
    });
  }

  /**
   * Have lines of a large network painted above the others: those that stand out, and those that move.
   * @param {GraphEdge[]} [moving]
   */
  #mark(moving = []) {
    if (!this.#lines) return;
    const ids = [...(this.#focus?.chosen ?? []), this.#hovered ?? ""];
    const marked = ids.flatMap((id) => (this.#shown.edges.has(id) ? (this.#model.edges.get(id) ?? []) : []));
    this.#lines.mark(this.#woven([...marked, ...moving.filter(({ id }) => this.#shown.edges.has(id))]));
  }

  /** @param {string} id */
  #spot(id) {
    return this.#network.body.nodes[this.#nodeNumbers.get(id) ?? -1];
  }

  /** @param {string} id */
  #line(id) {
    return this.#network.body.edges[this.#edgeNumbers.get(id) ?? -1];
  }

  /** @param {string} id */
  #radius(id) {
    return (this.#radii.get(id) ?? 0) * this.#growth;
  }

  /**
   * Draw shapes as large as a zoom needs for them to be told apart.
   * @param {number} scale
   */
  #growFor(scale) {
    const least = this.#arranged.backdrop?.land ? SMALLEST : 1;
    this.#grow(Math.round(Math.min(LARGEST, Math.max(least, DISTINCT / scale)) * STEPS_OF_GROWTH) / STEPS_OF_GROWTH);
  }

  /**
   * Draw shapes and lines larger, or smaller, than before.
   * @param {number} growth
   */
  #grow(growth) {
    if (growth === this.#growth) return;
    this.#growth = growth;
    for (const { id } of this.#model.data.nodes) {
      const drawn = this.#spot(id);
      if (drawn) drawn.options.size = this.#radius(id);
    }
    this.#lettering.forget();
    this.#colourEdges();
  }

  /**
   * @param {GraphNode} node
   * @returns {[number, number]}
   */
  #place(node) {
    const arranged = this.#arranged.places?.get(node.id);
    if (arranged) return arranged;
    const [x, y] = this.#pinned.get(node.id) ?? (this.#view === "ties" && node.home ? node.home : [node.x, node.y]);
    return this.#turned ? [y, x] : [x, y];
  }

  /**
   * Whole pixels, to which vis-network cuts the places that it begins with: a picture shown again is the same.
   * @param {GraphNode} node
   * @returns {[number, number]}
   */
  #wholePlace(node) {
    const [x, y] = this.#place(node);
    return [Math.trunc(x), Math.trunc(y)];
  }

  /** @param {GraphNode} node */
  #importance(node) {
    return (this.#model.weight.get(node.id) ?? 0) + (node.kind === "country" ? 1000 : 0) - (node.fact ? 500 : 0);
  }

  #options() {
    return {
      physics: false,
      layout: { improvedLayout: false },
      interaction: { selectable: false, hover: false, tooltipDelay: 1e9 },
      nodes: { shape: "custom", chosen: false, ctxRenderer: (/** @type {any} */ asked) => this.#paint(asked) },
      edges: { chosen: false, smooth: { enabled: false }, arrows: { to: { enabled: false, scaleFactor: 0.55 }, from: { enabled: false, scaleFactor: 0.55 } } },
    };
  }

  #visNodes() {
    return this.#model.data.nodes.map((node) => {
      const [x, y] = this.#place(node);
      return { id: this.#nodeNumbers.get(node.id), x, y, size: this.#radius(node.id), hidden: !this.#shown.nodes.has(node.id) };
    });
  }

  #visEdges() {
    const bends = this.#bends();
    this.#curved = new Set(bends.keys());
    return this.#model.data.edges.map((edge, id) => {
      const { width, color, dashes, arrow } = this.#looks[id] ?? edgeLook(edge, this.#model.data.terms, this.#palette);
      const [from, to] = [edge.from, edge.to].map((end) => this.#nodeNumbers.get(end));
      const hidden = !this.#shown.edges.has(edge.id);
      const made = { id, from, to, width, color: { color: this.#colour(edge.id, color), inherit: false, opacity: 1 }, dashes, hidden, arrows: { to: { enabled: arrow } } };
      const offset = bends.get(edge.id);
      return offset ? { ...made, smooth: curve(edge, offset, this.#length(edge)) } : made;
    });
  }

  #bends() {
    return offsets(this.#model.data.edges.filter((edge) => this.#shown.edges.has(edge.id)));
  }

  /** @param {GraphEdge} edge */
  #length(edge) {
    const [from, to] = [this.#model.nodes.get(edge.from), this.#model.nodes.get(edge.to)];
    if (!from || !to) return 0;
    const [[x1, y1], [x2, y2]] = [this.#place(from), this.#place(to)];
    return Math.hypot(x2 - x1, y2 - y1);
  }

  /**
   * Show other nodes and edges, in the places of a view, or of another shape.
   * @param {Arrangement} arranged
   * @param {View} view
   */
  show({ shown, places, backdrop, corners }, view) {
    const moved = this.#view !== view || this.#turned !== isTall() || this.#arranged.places !== places;
    this.#arranged = { places, backdrop, corners };
    this.letNodesMove(true);
    const recoloured = this.#shown.maybe.size > 0 || shown.maybe.size > 0;
    this.#shown = shown;
    this.#view = view;
    this.#turned = isTall();
    for (const node of this.#model.data.nodes) {
      const drawn = this.#spot(node.id);
      if (!drawn) continue;
      drawn.options.hidden = !shown.nodes.has(node.id);
      if (moved) [drawn.x, drawn.y] = this.#wholePlace(node);
    }
    const bends = this.#bends();
    for (const edge of this.#model.data.edges) {
      const drawn = this.#line(edge.id);
      if (!drawn) continue;
      drawn.options.hidden = !shown.edges.has(edge.id);
      const straight = !this.#curved.has(edge.id) && !bends.has(edge.id);
      if (!straight && !drawn.options.hidden) drawn.setOptions({ smooth: curve(edge, bends.get(edge.id) ?? 0, this.#length(edge)) });
    }
    this.#curved = new Set([...this.#curved, ...bends.keys()]);
    if (recoloured) this.#colourEdges();
    this.#unwoven = true;
    this.#lettering.forget();
    this.#network._updateVisibleIndices();
    this.#redraw();
  }

  /**
   * Put nodes where the reader wants them; those pinned no more go back to their own places.
   * @param {ReadonlyMap<string, Place>} pinned
   */
  pin(pinned) {
    const touched = new Set([...this.#pinned.keys(), ...pinned.keys()]);
    this.#pinned = pinned;
    for (const id of touched) {
      const [node, drawn] = [this.#model.nodes.get(id), this.#spot(id)];
      if (node && drawn) [drawn.x, drawn.y] = this.#place(node);
      if (node) this.#bend(id);
    }
    this.#unwoven = true;
    this.#mark();
    this.#lettering.forget();
    this.#redraw();
  }

  /**
   * Bend the edges at a node that moved as far as before.
   * @param {string} id
   */
  #bend(id) {
    if (this.#lines) return;
    const bends = this.#bends();
    for (const edge of this.#model.at.get(id) ?? []) {
      if (this.#curved.has(edge.id)) this.#line(edge.id)?.setOptions({ smooth: curve(edge, bends.get(edge.id) ?? 0, this.#length(edge)) });
    }
  }

  /**
   * Where a node stands now, whichever way the picture lies.
   * @param {string} id
   * @returns {Place | undefined}
   */
  where(id) {
    const drawn = this.#spot(id);
    if (!drawn) return undefined;
    const [x, y] = [Math.round(drawn.x), Math.round(drawn.y)];
    return this.#turned ? [y, x] : [x, y];
  }

  /**
   * Where a node is drawn, in pixels of the picture.
   * @param {string} id
   * @returns {{x: number, y: number} | undefined}
   */
  spotOf(id) {
    const drawn = this.#spot(id);
    return drawn && { x: drawn.x, y: drawn.y };
  }

  /**
   * Move a node by pixels of the screen; it stays there until places are given out anew.
   * @param {string} id
   * @param {number} right
   * @param {number} down
   * @returns {Place | undefined}  where it stands then
   */
  shift(id, right, down) {
    const drawn = this.#spot(id);
    if (!drawn || this.#arranged.places) return undefined;
    const scale = this.#network.getScale();
    drawn.x += right / scale;
    drawn.y += down / scale;
    this.#mark(this.#model.at.get(id));
    this.#lettering.forget();
    this.#redraw();
    return this.where(id);
  }

  /** @param {(id: string, place: Place) => void} listener  called when a node was dragged somewhere */
  onMoved(listener) {
    let dragged = false;
    this.#network.on("dragging", ({ nodes }) => (dragged = nodes.length > 0));
    this.#network.on("dragEnd", ({ nodes }) => {
      if (!dragged) return;
      dragged = false;
      const id = this.#model.data.nodes[nodes[0]]?.id ?? "";
      const place = this.where(id);
      if (place) listener(id, place);
    });
  }

  /** @param {boolean} may  whether dragging moves the node under the pointer, and not the picture */
  letNodesMove(may) {
    this.#network.interactionHandler.options.dragNodes = may && !this.#arranged.places;
  }

  /** @type {Set<string>} Edges that were ever curved. */
  #curved = new Set();

  /**
   * Let some nodes and edges stand out and the rest fade; null for none.
   * @param {Focus | null} focus
   */
  focus(focus) {
    if (focus === this.#focus) return;
    this.#focus = focus;
    this.#lettering.forget();
    this.#colourEdges();
  }

  /**
   * Draw in other colours.
   * @param {Palette} palette
   */
  recolour(palette) {
    this.#palette = palette;
    this.#looks = this.#readLooks();
    this.#colourEdges();
  }

  #readLooks() {
    return this.#model.data.edges.map((edge) => edgeLook(edge, this.#model.data.terms, this.#palette));
  }

  #colourEdges() {
    for (const [index, edge] of this.#model.data.edges.entries()) {
      const drawn = this.#network.body.edges[index];
      const look = this.#looks[index];
      if (!drawn || !look) continue;
      const faded = this.#focus !== null && !this.#focus.edges.has(edge.id);
      drawn.options.color = { color: faded ? withAlpha(look.color, FADED) : this.#colour(edge.id, look.color), inherit: false, opacity: 1 };
      drawn.options.width = this.#width(index);
    }
    this.#unwoven = true;
    this.#mark();
    this.#redraw();
  }

  /**
   * The colour of an edge in focus: pale where it only may hold.
   * @param {string} id
   * @param {string} usual
   */
  #colour(id, usual) {
    return this.#shown.maybe.has(id) ? withAlpha(usual, MAYBE_ALPHA) : usual;
  }

  /**
   * How wide an edge is drawn.
   * @param {number} index
   */
  #width(index) {
    const id = this.#model.data.edges[index]?.id ?? "";
    const marked = this.#focus?.chosen.has(id) === true || this.#hovered === id;
    return (this.#looks[index]?.width ?? 0) * Math.sqrt(this.#growth) + (marked ? CHOSEN : 0);
  }

  /** Ask for a new frame; however often it is asked, one comes. */
  #redraw() {
    this.#network.body.emitter.emit("_requestRedraw");
  }

  /**
   * Mark what the pointer rests on.
   * @param {Hit} hit
   */
  hover(hit) {
    const id = hit.node?.id ?? hit.edge?.id ?? null;
    if (id === this.#hovered) return;
    const touched = [this.#hovered, id].map((one) => this.#edgeNumbers.get(one ?? "") ?? -1);
    this.#hovered = id;
    for (const index of touched) {
      const drawn = this.#network.body.edges[index];
      if (drawn) drawn.options.width = this.#width(index);
    }
    this.#mark();
    this.#lettering.forget();
    this.#redraw();
  }

  /**
   * What stands at a point of the container.
   * @param {{x: number, y: number}} point
   * @returns {Hit}
   */
  at(point) {
    const { x, y } = this.#network.DOMtoCanvas(point);
    const scale = this.#network.getScale();
    const node = this.#nodeNear(x, y, REACH / scale);
    return node ? { node } : { edge: this.#edgeNear(x, y, NEAR / scale) };
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} reach
   */
  #nodeNear(x, y, reach) {
    /** @type {{node?: GraphNode, distance: number}} */
    let best = { distance: Infinity };
    for (const id of this.#shown.nodes) {
      const drawn = this.#spot(id);
      if (!drawn) continue;
      const distance = Math.hypot(drawn.x - x, drawn.y - y);
      if (distance <= Math.max(reach, this.#radius(id)) && distance < best.distance) best = { node: this.#model.nodes.get(id), distance };
    }
    return best.node;
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} reach
   */
  #edgeNear(x, y, reach) {
    /** @type {{edge?: GraphEdge, distance: number}} */
    let best = { distance: reach };
    if (this.#lines) return this.#lines.near(x, y, reach);
    for (const id of this.#shown.edges) {
      const drawn = this.#line(id);
      if (!drawn) continue;
      const { from, to } = drawn;
      const distance = drawn.edgeType.getDistanceToEdge(from.x, from.y, to.x, to.y, x, y);
      if (distance < best.distance) best = { edge: this.#model.edges.get(id), distance };
    }
    return best.edge;
  }

  /**
   * Bring all that is shown into what nothing covers, in shapes that can be told apart.
   * @param {Insets} insets
   */
  fit(insets) {
    const spots = this.#spots(this.#shown.nodes);
    if (spots.length) this.#growFor(this.#camera.fit([...spots, ...(this.#arranged.corners ?? [])], insets));
  }

  /**
   * Bring in sight what stands out, with its neighbours if they fit.
   * @param {Insets} insets
   */
  bringInSight(insets) {
    const shown = (/** @type {Iterable<string>} */ ids) => this.#spots([...ids].filter((id) => this.#shown.nodes.has(id)));
    if (this.#focus) this.#camera.bringInSight(shown(this.#focus.nodes), shown(this.#focus.chosen), insets);
  }

  /** @param {Iterable<string>} ids */
  #spots(ids) {
    return [...ids].flatMap((id) => this.#spot(id) ?? []);
  }

  get camera() {
    return this.#camera;
  }

  /** @param {() => void} listener  called once, when the next picture stands */
  onceDrawn(listener) {
    this.#network.once("afterDrawing", () => {
      if (this.#lines?.isComplete === false) this.onceDrawn(listener);
      else listener();
    });
  }

  /** @param {(moving: boolean) => void} listener  called when a large picture begins to move, with things left out, and when it stands again */
  onMoving(listener) {
    if (this.#lines) this.#lines.onMoving = listener;
  }

  /**
   * Paint one node, as vis-network asks for it.
   * @param {{ctx: CanvasRenderingContext2D, id: number, x: number, y: number}} asked
   */
  #paint({ ctx, id: number, x, y }) {
    const node = this.#model.data.nodes[number];
    if (!node || this.#lines?.isCarried) return {};
    const faded = this.#focus !== null && !this.#focus.nodes.has(node.id);
    const marked = this.#focus?.chosen.has(node.id) === true || this.#hovered === node.id;
    const look = { x, y, radius: this.#radius(node.id), faded, marked, planned: isPlanned(this.#model, node), pinned: !this.#arranged.places && this.#pinned.has(node.id), maybe: this.#shown.maybe.has(node.id) };
    return { drawNode: () => paintNode(ctx, node, look, this.#palette) };
  }

  /**
   * Paint all that is seen once more, with another pen, in pixels of the container.
   * @param {CanvasRenderingContext2D} pen
   */
  repaint(pen) {
    const scale = this.#network.getScale();
    const middle = this.#network.canvasToDOM({ x: 0, y: 0 });
    pen.save();
    pen.translate(middle.x, middle.y);
    pen.scale(scale, scale);
    this.#paintBeneath(pen);
    for (const line of this.#woven(this.#model.data.edges.filter(({ id }) => this.#shown.edges.has(id)))) {
      const { look, edge, from, to, offset } = line;
      const color = this.#focus?.edges.has(edge.id) === false ? withAlpha(look.color, FADED) : look.color;
      strokeLine(pen, { ...look, color, from, to, via: offset ? bendOf(line) : undefined, end: this.#radius(edge.to) });
    }
    for (const [id, node] of this.#model.data.nodes.entries()) {
      const drawn = this.#shown.nodes.has(node.id) ? this.#spot(node.id) : undefined;
      pen.save();
      if (drawn) this.#paint({ ctx: pen, id, x: drawn.x, y: drawn.y }).drawNode?.();
      pen.restore();
    }
    this.#letter(pen);
    pen.restore();
  }

  /** @param {CanvasRenderingContext2D} pen */
  #write(pen) {
    if (this.#lines?.isCarried) return;
    this.#letter(pen);
    this.#lines?.keep(pen);
  }

  /** @param {CanvasRenderingContext2D} pen */
  #letter(pen) {
    const colours = { ink: this.#palette("ink"), soft: this.#palette("ink-soft"), halo: this.#palette("ground") };
    this.#lettering.write(pen, this.#network.getScale(), () => this.#labelled(), colours, captionBoxes(this.#beneath(), this.#network.getScale()));
  }

  /** The nodes whose labels may be written, the most important first. */
  #labelled() {
    /** @type {import("./lettering.mjs").Spot[]} */
    const spots = [];
    for (const node of this.#byWeight) {
      const drawn = this.#spot(node.id);
      if (!drawn || !this.#shown.nodes.has(node.id) || (this.#focus && !this.#focus.nodes.has(node.id) && this.#hovered !== node.id)) continue;
      const must = this.#focus?.chosen.has(node.id) === true || this.#hovered === node.id;
      const spot = { node, x: drawn.x, y: drawn.y, radius: this.#radius(node.id), must };
      if (must) spots.unshift(spot);
      else spots.push(spot);
    }
    return spots;
  }
}
