// The table: every fact shown as a row of a real table, for sorting, for copying, and for screen readers.

import { COLUMNS, factCount, rowsOf, sortOf, sorted, tableWords } from "./rows.mjs";
import { fill, h } from "../basics/dom.mjs";

/** @typedef {import("./rows.mjs").Column} Column */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("./rows.mjs").Row} Row */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */
/** @typedef {import("../state/state.mjs").Store} Store */

const CHUNK = 120; // rows written at a time: the first are there at once, the rest follow while nobody waits

/** Writes the table into an element, anew only when its rows or their order change. */
export class Table {
  #place;
  #model;
  #store;
  #open;
  /** @type {Shown | null} */
  #shown = null;
  /** @type {string | null} */
  #sort = null;
  /** @type {Row[]} */
  #rows = [];
  /** @type {Map<string, HTMLTableRowElement>} by id of fact or node */
  #lines = new Map();
  #body = h("tbody");
  #waiting = 0;

  /**
   * @param {HTMLElement} place
   * @param {Model} model
   * @param {Store} store
   * @param {{openNode: (id: string) => void, openFact: (id: string) => void}} open
   */
  constructor(place, model, store, open) {
    this.#place = place;
    this.#model = model;
    this.#store = store;
    this.#open = open;
    place.addEventListener("click", (event) => this.#click(event));
  }

  /**
   * Write what is shown, and mark what is looked at.
   * @param {Shown} shown
   */
  write(shown) {
    const { sort, at } = this.#store.get();
    const other = shown !== this.#shown;
    if (other) this.#rows = rowsOf(this.#model, shown, at);
    if (other || sort !== this.#sort) this.#fill(sort);
    this.#shown = shown;
    this.#sort = sort;
    this.#mark();
  }

  /** Write the rows that still wait, all at once: paper needs them. */
  finish() {
    clearTimeout(this.#waiting);
    this.#append(this.#lines.size, Infinity);
  }

  /** @param {string} sort */
  #fill(sort) {
    clearTimeout(this.#waiting);
    this.#rows = sorted(this.#rows, sort);
    this.#lines.clear();
    this.#body = h("tbody");
    const focused = document.activeElement?.getAttribute("data-column");
    const columns = COLUMNS.map((column) => this.#heading(column, sort));
    fill(
      this.#place,
      h(
        "table",
        {},
        h("caption", {}, tableWords(this.#rows, factCount(this.#model))),
        h("thead", {}, h("tr", {}, ...columns)),
        this.#body,
      ),
    );
    if (focused) this.#place.querySelector(`[data-column="${focused}"]`)?.dispatchEvent(new Event("refocus"));
    this.#append(0, CHUNK);
  }

  /**
   * @param {Column} column
   * @param {string} sort
   */
  #heading({ key, label }, sort) {
    const { column, down } = sortOf(sort);
    const here = key === column;
    const next = here && !down ? `-${key}` : key;
    const button = h(
      "button",
      {
        type: "button",
        "data-column": key,
        onclick: () => this.#store.set({ sort: next }),
        onrefocus: () => button.focus(),
      },
      label,
    );
    return h(
      "th",
      { scope: "col", class: `of-${key}`, "aria-sort": here ? (down ? "descending" : "ascending") : undefined },
      button,
    );
  }

  /**
   * @param {number} from
   * @param {number} count
   */
  #append(from, count) {
    const some = this.#rows.slice(from, from + count);
    this.#body.append(...some.map((row) => this.#line(row)));
    if (from + count < this.#rows.length) this.#waiting = setTimeout(() => this.#append(from + count, CHUNK), 0);
    else this.#mark();
  }

  /** @param {Row} row */
  #line(row) {
    const id = row.fact ?? row.node ?? "";
    const [first, ...others] = COLUMNS.map(({ key }) => ({ key, text: row.cells[key] ?? "" }));
    const line = h(
      "tr",
      { "data-fact": row.fact, "data-node": row.node },
      h("th", { scope: "row" }, h("button", { type: "button", class: "link" }, first?.text), remark(row)),
      ...others.map(({ key, text }) => h("td", { class: `of-${key}` }, text)),
    );
    this.#lines.set(id, line);
    return line;
  }

  /** @param {Event} event */
  #click(event) {
    const line = event.target instanceof Element ? event.target.closest("tr") : null;
    const { fact, node } = line?.dataset ?? {};
    if (String(getSelection() ?? "")) return;
    if (fact !== undefined) this.#open.openFact(fact);
    else if (node !== undefined) this.#open.openNode(node);
  }

  /** Mark the row of what is looked at. */
  #mark() {
    const { fact, node } = this.#store.get();
    for (const line of this.#body.querySelectorAll("[aria-current]")) line.removeAttribute("aria-current");
    this.#lines.get(fact ?? node ?? "")?.setAttribute("aria-current", "true");
  }
}

/** @param {Row} row */
function remark({ note }) {
  return note === undefined ? null : h("span", { class: "soft" }, `Note: ${note}`);
}
