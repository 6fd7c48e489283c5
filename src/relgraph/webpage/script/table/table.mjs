// The table: every fact shown as a row of a real table, for sorting, for copying, and for screen readers.

import { COLUMNS, rowsOf, sortOf, sorted, tableWords } from "./rows.mjs";
import { WHOLE, windowOf } from "./window.mjs";
import { factCounts } from "../data/counts.mjs";
import { fill, h } from "../basics/dom.mjs";

/** @typedef {import("./rows.mjs").Column} Column */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("./rows.mjs").Row} Row */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */
/** @typedef {import("../state/state.mjs").Store} Store */

/** Writes the table into an element, anew only when its rows or their order change; of a long one the rows in sight. */
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
  /** @type {Map<number, HTMLTableRowElement>} the rows that are written, by their numbers */
  #lines = new Map();
  #table = h("table");
  #head = h("thead");
  #body = h("tbody");
  /** What stands for the rows above and below those that are written. */
  #above = spacer();
  #below = spacer();
  /** Pixels of a row of a long table. */
  #row = 0;
  #drawing = 0;

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
    place.addEventListener("scroll", () => {
      cancelAnimationFrame(this.#drawing);
      this.#drawing = requestAnimationFrame(() => this.#draw());
    });
    window.addEventListener("resize", () => this.#measure());
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
    else this.#draw();
    this.#shown = shown;
    this.#sort = sort;
    this.#mark();
  }

  /**
   * Write all rows at once: paper needs them. Or only those in sight again.
   * @param {boolean} on
   */
  whole(on) {
    if (!this.#isLong) return;
    if (on) this.#writeLines(0, this.#rows.length);
    else this.#draw();
  }

  get #isLong() {
    return this.#rows.length > WHOLE;
  }

  /** @param {string} sort */
  #fill(sort) {
    this.#rows = sorted(this.#rows, sort);
    this.#lines.clear();
    this.#body = h("tbody", {}, ...(this.#isLong ? [this.#above, this.#below] : []));
    const focused = document.activeElement?.getAttribute("data-column");
    this.#head = h(
      "thead",
      {},
      h("tr", { "aria-rowindex": 1 }, ...COLUMNS.map((column) => this.#heading(column, sort))),
    );
    const caption = h("caption", {}, tableWords(this.#rows, factCounts(this.#model), this.#store.get().view));
    const long = this.#isLong ? { class: "long", "aria-rowcount": this.#rows.length + 1 } : {};
    this.#table = h("table", long, caption, this.#head, this.#body);
    fill(this.#place, this.#table);
    if (focused) this.#place.querySelector(`[data-column="${focused}"]`)?.dispatchEvent(new Event("refocus"));
    this.#measure();
  }

  /** Learn how high a row is, which is the same for all of a long table, and write those in sight. */
  #measure() {
    if (this.#place.hidden || !this.#rows.length) return;
    if (!this.#isLong) return this.#writeLines(0, this.#rows.length);
    this.#writeLines(0, 1);
    this.#row = this.#lines.get(0)?.offsetHeight || 1;
    this.#draw();
  }

  /** Write the rows in sight. */
  #draw() {
    if (!this.#isLong || !this.#row) return;
    const top = this.#place.scrollTop - this.#above.offsetTop + this.#head.offsetHeight;
    const seen = { top, height: this.#place.clientHeight, row: this.#row, count: this.#rows.length };
    this.#writeLines(...windowOf(seen));
  }

  /**
   * Write these rows and no others; those that are written already stay, and with them what has the focus.
   * @param {number} from
   * @param {number} to  the one behind the last
   */
  #writeLines(from, to) {
    for (const [number, line] of this.#lines) {
      if (number >= from && number < to) continue;
      if (line.contains(document.activeElement)) this.#place.focus({ preventScroll: true });
      line.remove();
      this.#lines.delete(number);
    }
    const [first = to] = this.#lines.keys();
    const last = Math.max(first - 1, ...this.#lines.keys());
    const isBefore = (/** @type {number} */ number) => number < first;
    const fresh = numbers(from, to).filter((number) => number < first || number > last);
    const made = fresh.map((number) => ({ number, line: this.#line(this.#rows[number], number) }));
    const linesOf = (/** @type {typeof made} */ some) => some.map(({ line }) => line);
    if (this.#isLong) {
      this.#above.after(...linesOf(made.filter(({ number }) => isBefore(number))));
      this.#below.before(...linesOf(made.filter(({ number }) => !isBefore(number))));
    } else this.#body.append(...linesOf(made));
    for (const { number, line } of made) this.#lines.set(number, line);
    this.#lines = new Map([...this.#lines].sort(([a], [b]) => a - b));
    high(this.#above, from * this.#row);
    high(this.#below, (this.#rows.length - to) * this.#row);
    this.#mark();
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
   * @param {Row | undefined} row
   * @param {number} number
   */
  #line(row, number) {
    const [first, ...others] = COLUMNS.map(({ key }) => ({ key, text: row?.cells[key] ?? "" }));
    const cut = (/** @type {string | undefined} */ text) =>
      this.#isLong ? h("span", { class: "cut", title: text }, text) : text;
    return h(
      "tr",
      { "data-fact": row?.fact, "data-node": row?.node, "aria-rowindex": this.#isLong ? number + 2 : undefined },
      h(
        "th",
        { scope: "row" },
        h("button", { type: "button", class: "link" }, cut(first?.text)),
        this.#isLong ? null : remark(row),
      ),
      ...others.map(({ key, text }) => h("td", { class: `of-${key}` }, cut(text))),
    );
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
    for (const line of this.#lines.values()) {
      const { fact: ofFact, node: ofNode } = line.dataset;
      const isIt = fact === undefined ? node !== undefined && ofNode === node : ofFact === fact;
      if (isIt) line.setAttribute("aria-current", "true");
      else line.removeAttribute("aria-current");
    }
  }
}

/** @param {Row | undefined} row */
function remark(row) {
  return row?.note === undefined ? null : h("span", { class: "soft" }, `Note: ${row.note}`);
}

/** A row that only takes room. */
function spacer() {
  return h("tr", { class: "space", "aria-hidden": "true", hidden: true }, h("td", { colspan: COLUMNS.length }));
}

/**
 * @param {HTMLElement} row
 * @param {number} pixels
 */
function high(row, pixels) {
  row.hidden = pixels <= 0;
  row.style.height = `${Math.max(0, pixels)}px`;
}

/**
 * @param {number} from
 * @param {number} to  the one behind the last
 */
function numbers(from, to) {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
