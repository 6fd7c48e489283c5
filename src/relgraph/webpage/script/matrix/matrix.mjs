// The matrix: every tied actor by every other, a cell for each pair; of a large one the cells in sight are written.

import { around, inSight, isWithin } from "./sight.mjs";
import { barParts } from "./bar.mjs";
import { bringing, moved, moveOf } from "./moves.mjs";
import { columns, high, numbers, space } from "./parts.mjs";
import { fill, h } from "../basics/dom.mjs";
import { hideSilence, showSilence } from "./silent.mjs";
import { inOrder } from "./order.mjs";
import { pairClasses, pairColours } from "../pairs/looks.mjs";
import { silenceTeller } from "../data/silence.mjs";
import { gatheredCells, isMany, manyCell, wholeOf } from "./wholes.mjs";
import { pairWords, shownPairs } from "../pairs/pairs.mjs";

/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../looks/looks.mjs").Palette} Palette */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */
/** @typedef {import("../state/state.mjs").State} State */
/** @typedef {import("../state/state.mjs").Store} Store */
/** @typedef {import("../pairs/pairs.mjs").TiedPair} TiedPair */
/** @typedef {import("./sight.mjs").Window} Window */

/** @typedef {import("./moves.mjs").Spot} Spot */

/** Writes the matrix into an element, and lets it be walked with the arrow keys. */
export class Matrix {
  #place;
  #model;
  #hasCommunities;
  #store;
  #open;
  /** @type {{shown: Shown, order: State["order"], palette: Palette} | null} What it was written for. */
  #written = null;
  /** @type {import("../pairs/pairs.mjs").TiedPairs} Of all by themselves. */
  #all = new Map();
  /** @type {import("./wholes.mjs").Gathered} The cells, and by whom each member is stood for. */
  #seen = { cells: new Map(), into: new Map() };
  /** @type {string[]} */
  #actors = [];
  /** @type {(pair: TiedPair) => string} */
  #colour = () => "";
  /** @type {Window | null} The cells that are written. */
  #window = null;
  /** @type {Map<string, HTMLElement>} Those by where they stand. */
  #cells = new Map();
  /** @type {WeakMap<Element, Spot>} */
  #spots = new WeakMap();
  /** @type {HTMLElement | null} The one that the tabulator comes to. */
  #stop = null;
  /** @type {Spot} Where the focus is, or comes to. */
  #at = { row: 0, column: 0 };
  /** What it means that nothing ties two. */
  #silent = silenceTeller(/** @type {Model} */ ({}), undefined);
  #bar = h("div", { class: "bar" });
  #table = h("table", { role: "grid" });
  #drawing = 0;
  /** Pixels of a cell, of the names beside and above, and of what stands above the table. */
  #sizes = { cell: 24, names: 168, head: 132, above: 0 };

  /**
   * @param {HTMLElement} place
   * @param {Model} model
   * @param {Store} store
   * @param {{openNode: (id: string) => void, openFact: (id: string) => void}} open
   */
  constructor(place, model, store, open) {
    this.#place = place;
    this.#model = model;
    this.#hasCommunities = model.data.nodes.some(({ community }) => community !== undefined);
    this.#store = store;
    this.#open = open;
    place.append(this.#bar, this.#table);
    this.#table.addEventListener("click", ({ target }) => this.#press(this.#spotOf(target)));
    this.#table.addEventListener("keydown", (event) => this.#key(event));
    this.#table.addEventListener("focusin", () => this.#point(this.#at));
    this.#table.addEventListener("pointerover", ({ target }) => this.#point(this.#spotOf(target)));
    place.addEventListener("scroll", () => {
      hideSilence();
      cancelAnimationFrame(this.#drawing);
      this.#drawing = requestAnimationFrame(() => this.#draw());
    });
    new ResizeObserver(() => this.#measure()).observe(place);
  }

  /**
   * Write what is shown, and mark what is looked at.
   * @param {Shown} shown
   * @param {Palette} palette
   */
  write(shown, palette) {
    const { order, at } = this.#store.get();
    const before = this.#written;
    if (shown !== before?.shown) this.#all = shownPairs(this.#model, shown, at);
    if (shown !== before?.shown) this.#seen = gatheredCells(this.#model, this.#store.get(), shown, this.#all);
    if (shown !== before?.shown || order !== before.order) this.#actors = inOrder(this.#model, this.#seen.cells, order);
    if (shown !== before?.shown || order !== before.order || palette !== before.palette) {
      this.#colour = pairColours(this.#model, palette);
      this.#silent = silenceTeller(this.#model, at);
      this.#window = null;
      const choose = (/** @type {State["order"]} */ chosen) => this.#store.set({ order: chosen });
      const communities = this.#hasCommunities ? this.#actors.map((id) => this.#community(id)) : undefined;
      this.#written = { shown, order, palette };
      const rows = this.#seen.into.size ? this.#actors.length : undefined;
      fill(this.#bar, ...barParts({ pairs: this.#all, rows, communities }, order, choose));
    }
    this.#draw();
    this.#mark();
  }

  /**
   * Write all cells: paper needs them. Or only those in sight again.
   * @param {boolean} on
   */
  whole(on) {
    const count = this.#actors.length;
    if (on) this.#fill({ top: 0, bottom: count, left: 0, right: count });
    else this.#fill(around(this.#sight(), count));
  }

  /** Learn the pixels of cells and names from the style sheet, and draw what is in sight now. */
  #measure() {
    const style = getComputedStyle(this.#place);
    const pixels = (/** @type {string} */ name) => Number.parseFloat(style.getPropertyValue(name)) || 0;
    const [cell, names, head] = [pixels("--cell") || 1, pixels("--names"), pixels("--head")];
    if (cell !== this.#sizes.cell) this.#window = null;
    this.#sizes = { cell, names, head, above: this.#bar.offsetHeight };
    this.#draw();
  }

  /** The rows and columns in sight. */
  #sight() {
    const { scrollTop, scrollLeft, clientWidth, clientHeight } = this.#place;
    const { cell, names, head, above } = this.#sizes;
    return inSight({
      top: scrollTop - above,
      left: scrollLeft,
      width: clientWidth - names,
      height: clientHeight - head,
      cell,
      count: this.#actors.length,
    });
  }

  /** Write the cells in sight, unless they are written. */
  #draw() {
    if (this.#place.hidden || !this.#written) return;
    const seen = this.#sight();
    if (!isWithin(seen, this.#window)) this.#fill(around(seen, this.#actors.length));
  }

  /**
   * Write these cells and no others; what has the focus keeps it where it is among them.
   * @param {Window} window
   */
  #fill(window) {
    const { top, bottom, left, right } = window;
    const count = this.#actors.length;
    const { cell } = this.#sizes;
    this.#cells.clear();
    const hadFocus = this.#table.contains(document.activeElement);
    const [before, after] = [left * cell, (count - right) * cell];
    const names = numbers(left, right).map((column) => this.#name({ row: -1, column }, "col"));
    const rows = numbers(top, bottom).map((row) =>
      h(
        "tr",
        { "aria-rowindex": row + 2 },
        this.#name({ row, column: -1 }, "row"),
        space(before),
        ...numbers(left, right).map((column) => this.#pair({ row, column })),
        space(after),
      ),
    );
    this.#table.setAttribute("aria-rowcount", String(count + 1));
    this.#table.setAttribute("aria-colcount", String(count + 1));
    this.#table.style.setProperty("--count", String(count));
    fill(
      this.#table,
      columns(before, right - left, after),
      h("thead", {}, h("tr", { "aria-rowindex": 1 }, h("td"), space(before), ...names, space(after))),
      h("tbody", {}, high(top * cell), ...rows, high((count - bottom) * cell)),
    );
    this.#window = window;
    if (hadFocus) this.#focus(this.#at);
    else this.#offerStop();
    this.#mark();
  }

  /**
   * @param {Spot} spot
   * @param {"row" | "col"} scope
   */
  #name({ row, column }, scope) {
    const id = this.#actors[Math.max(row, column)] ?? "";
    const name = this.#model.nodes.get(id)?.label ?? id;
    const community = this.#written?.order === "community" ? this.#community(id) : undefined;
    const title = community === undefined ? name : `${name}, community ${community}`;
    const made = h("th", { scope, "aria-colindex": column + 2, title }, h("span", {}, name));
    if (this.#begins(Math.max(row, column))) made.classList.add("begins");
    if (community !== undefined) made.setAttribute("aria-label", title);
    return this.#known(made, { row, column });
  }

  /**
   * @param {HTMLElement} cell
   * @param {Spot} spot
   */
  #known(cell, spot) {
    this.#spots.set(cell, spot);
    this.#cells.set(keyOf(spot), cell);
    return cell;
  }

  /**
   * @param {EventTarget | null} target
   * @returns {Spot | undefined}
   */
  #spotOf(target) {
    const cell = target instanceof Element ? target.closest("td, th") : null;
    return cell ? this.#spots.get(cell) : undefined;
  }

  /** @param {Spot} spot */
  #pair({ row, column }) {
    const at = { "aria-colindex": column + 2, ...this.#borders(row, column) };
    const spot = { row, column };
    const pair = this.#pairAt(spot);
    if (!pair) return this.#known(h("td", row === column ? { ...at, class: "self" } : at), spot);
    const ends = row === column ? `Among ${this.#label(row)}` : `${this.#label(row)} and ${this.#label(column)}`;
    if (isMany(pair)) return this.#known(manyCell(pair, at, ends), spot);
    const words = pairWords(this.#model, pair);
    const cell = h("td", { ...at, class: pairClasses(pair), title: `${ends}: ${words}`, "aria-label": words });
    cell.style.setProperty("--tie", this.#colour(pair));
    return this.#known(cell, spot);
  }

  /** @param {string} id */
  #community(id) {
    return this.#model.nodes.get(id)?.community;
  }

  /**
   * Whether a community begins with an actor, where they stand by these.
   * @param {number} number
   */
  #begins(number) {
    const [before, here] = [this.#actors[number - 1], this.#actors[number] ?? ""];
    if (this.#written?.order !== "community" || before === undefined) return false;
    return this.#community(before) !== this.#community(here);
  }

  /**
   * The marks of a cell at the border of two communities.
   * @param {number} row
   * @param {number} column
   */
  #borders(row, column) {
    return {
      ...(this.#begins(row) ? { "data-below": "" } : {}),
      ...(this.#begins(column) ? { "data-behind": "" } : {}),
    };
  }

  /** @param {Spot} spot */
  #pairAt({ row, column }) {
    return this.#seen.cells.get(this.#actors[row] ?? "")?.get(this.#actors[column] ?? "");
  }

  /** @param {number} number */
  #label(number) {
    const id = this.#actors[number] ?? "";
    return this.#model.nodes.get(id)?.label ?? id;
  }

  /** Let one of the cells be reached with the tabulator: where the focus was, else the first that is written. */
  #offerStop() {
    this.#stop?.removeAttribute("tabindex");
    this.#stop = this.#cells.get(keyOf(this.#at)) ?? this.#table.querySelector("tbody td[aria-colindex]");
    this.#at = (this.#stop && this.#spots.get(this.#stop)) ?? this.#at;
    this.#stop?.setAttribute("tabindex", "0");
  }

  /**
   * @param {Spot} spot
   */
  #focus(spot) {
    this.#at = spot;
    this.#offerStop();
    this.#stop?.focus({ preventScroll: true });
  }

  /** @param {Spot | undefined} spot */
  #press(spot) {
    if (!spot) return;
    this.#focus(spot);
    this.#act(spot);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const move = moveOf(event);
    const opens = event.key === "Enter" || event.key === " ";
    if (event.shiftKey || event.altKey || (!move && !opens)) return;
    event.preventDefault();
    if (move) this.#go(move);
    else this.#act(this.#at);
  }

  /** @param {[number, number]} move */
  #go(move) {
    const next = moved(this.#at, move, this.#actors.length);
    this.#bringIn(next);
    this.#draw();
    this.#focus(next);
  }

  /** @param {Spot} spot */
  #bringIn(spot) {
    const { scrollTop, scrollLeft } = this.#place;
    const { cell, above } = this.#sizes;
    const { top, left } = bringing(spot, { top: scrollTop - above, left: scrollLeft }, this.#sight(), cell);
    this.#place.scrollTop = above + top;
    this.#place.scrollLeft = left;
  }

  /**
   * Open the evidence of a pair, or an actor; of many pairs whoever stands for members.
   * @param {Spot} spot
   */
  #act(spot) {
    const { row, column } = spot;
    const pair = this.#pairAt(spot);
    const whole = pair && isMany(pair) && wholeOf([this.#actors[row], this.#actors[column]], this.#seen.into);
    const [fact] = pair && !isMany(pair) ? pair.best : [];
    const id = row < 0 || column < 0 ? this.#actors[Math.max(row, column)] : whole || undefined;
    if (fact !== undefined) this.#open.openFact(fact);
    else if (id !== undefined) this.#open.openNode(id);
    else this.#tellEmpty(spot, true);
  }

  /**
   * Have a cell without a tie say what that means: to who points at it or comes to it, or aloud.
   * @param {Spot} spot
   * @param {boolean} [aloud]
   */
  #tellEmpty(spot, aloud = false) {
    const { row, column } = spot;
    const cell = this.#cells.get(keyOf(spot));
    const [one, other] = [this.#actors[row], this.#actors[column]];
    if (!cell || one === undefined || other === undefined || one === other || this.#pairAt(spot)) return;
    const { told } = this.#silent(one, other);
    const words = `${this.#label(row)} and ${this.#label(column)}: ${told}`;
    cell.title = words;
    cell.setAttribute("aria-label", told);
    if (aloud) showSilence(cell, words);
  }

  /**
   * Mark the names of the row and the column that the pointer, or the focus, is in.
   * @param {Spot | undefined} spot
   */
  #point(spot) {
    hideSilence();
    if (spot) this.#tellEmpty(spot);
    for (const name of this.#table.querySelectorAll("th.on")) name.classList.remove("on");
    if (!spot) return;
    for (const name of [
      { row: spot.row, column: -1 },
      { row: -1, column: spot.column },
    ])
      this.#cells.get(keyOf(name))?.classList.add("on");
  }

  /** Mark the cells of what is looked at. */
  #mark() {
    const { fact } = this.#store.get();
    for (const cell of this.#table.querySelectorAll("[aria-current]")) cell.removeAttribute("aria-current");
    if (fact === undefined) return;
    for (const [, , one, other] of this.#model.data.facts[fact]?.steps ?? []) {
      const [row, column] = [one, other].map((id) => this.#actors.indexOf(this.#seen.into.get(id) ?? id));
      if (row === undefined || column === undefined) continue;
      this.#cells.get(keyOf({ row, column }))?.setAttribute("aria-current", "true");
      this.#cells.get(keyOf({ row: column, column: row }))?.setAttribute("aria-current", "true");
    }
  }
}

/** @param {Spot} spot */
function keyOf({ row, column }) {
  return `${row} ${column}`;
}
