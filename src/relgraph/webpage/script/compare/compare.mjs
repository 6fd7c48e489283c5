// Two to five actors side by side, as a table: a row for each partner, by whose partner it is.

import { MOST_COMPARED } from "../state/state.mjs";
import { Search } from "../controls/search.mjs";
import { announce, byId, fill, h } from "../basics/dom.mjs";
import { compare, fold } from "../basics/names.mjs";
import { comparison } from "./comparison.mjs";
import { counted, grouped } from "../basics/words.mjs";
import { isWalked } from "../ask/path.mjs";
import { pairClasses, pairColours, pairHeight } from "../pairs/looks.mjs";
import { silenceTeller } from "../data/silence.mjs";
import { pairTier, pairWords, shownPairs } from "../pairs/pairs.mjs";

/** @typedef {import("./comparison.mjs").Comparison} Comparison */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../looks/looks.mjs").Palette} Palette */
/** @typedef {import("./comparison.mjs").Partner} Partner */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */
/** @typedef {import("../state/state.mjs").Store} Store */
/** @typedef {import("../pairs/pairs.mjs").TiedPair} TiedPair */
/** @typedef {{title: string, partners: Partner[]}} Group */

const FEWEST = 2;
const MANY = 10; // partners of a group that are listed at once

/** Writes the comparison, and lets the reader choose whom it is of. */
export class Compare {
  #model;
  #store;
  #open;
  /** @type {{shown: Shown, compared: readonly string[], palette: Palette} | null} What it was written for. */
  #written = null;
  /** @type {import("../pairs/pairs.mjs").TiedPairs} */
  #pairs = new Map();
  /** @type {(pair: TiedPair) => string} */
  #colour = () => "";
  /** What it means that nothing ties two. */
  #silent = silenceTeller(/** @type {Model} */ ({}), undefined);
  /** @type {Set<string>} The groups of which all are listed. */
  #whole = new Set();

  /**
   * @param {Model} model
   * @param {Store} store
   * @param {() => Palette} palette
   * @param {{openNode: (id: string) => void, openFact: (id: string) => void}} open
   */
  constructor(model, store, palette, open) {
    this.#model = model;
    this.#store = store;
    this.#open = open;
    const box = /** @type {HTMLInputElement} */ (byId("compare-search"));
    new Search(box, byId("compare-found"), model, palette, (id) => this.#add(id), {
      only: ({ id }) => isWalked(model, id),
    });
  }

  /** Ids of those that are set side by side and that the page has. */
  get #chosen() {
    return this.#store.get().compared.filter((id) => this.#model.nodes.has(id));
  }

  /** @param {string} id */
  #add(id) {
    const chosen = this.#chosen;
    if (!chosen.includes(id) && chosen.length < MOST_COMPARED) this.#store.set({ compared: [...chosen, id] });
  }

  /**
   * Add the button to those of a node that sets it beside others.
   * @param {import("../data/data.mjs").GraphNode} node
   * @param {HTMLElement} buttons
   */
  offer({ id }, buttons) {
    if (!isWalked(this.#model, id)) return buttons;
    const go = () => {
      const compared = [...new Set([...this.#chosen, id])].slice(-MOST_COMPARED);
      this.#store.set({ layout: "compare", compared, node: undefined, fact: undefined });
      byId("compare-search").focus();
    };
    buttons.append(h("button", { type: "button", onclick: go }, "Compare"));
    return buttons;
  }

  /**
   * Write it anew, where anything changed.
   * @param {Shown} shown
   * @param {Palette} palette
   */
  write(shown, palette) {
    const { compared, at } = this.#store.get();
    const before = this.#written;
    if (shown === before?.shown && compared === before.compared && palette === before.palette) return;
    if (shown !== before?.shown) this.#pairs = shownPairs(this.#model, shown, at);
    this.#colour = pairColours(this.#model, palette);
    this.#silent = silenceTeller(this.#model, at);
    this.#written = { shown, compared, palette };
    if (compared !== before?.compared) this.#whole.clear();
    this.#fill();
    if (before && compared !== before.compared) announce(byId("compared").querySelector("caption")?.textContent ?? "");
  }

  #fill() {
    const chosen = this.#chosen;
    const isFull = chosen.length >= MOST_COMPARED;
    fill(byId("compare-chosen"), ...chosen.map((id) => this.#chip(id)));
    const box = /** @type {HTMLInputElement} */ (byId("compare-search"));
    box.disabled = isFull;
    box.placeholder = isFull ? "Five are the most" : "Add a country or body…";
    fill(
      byId("compared"),
      chosen.length < FEWEST
        ? h(
            "p",
            { class: "soft" },
            "Choose two to five countries or bodies: what ties them, whom they share, and whom only one of them has.",
          )
        : this.#table(comparison(this.#pairs, chosen)),
    );
  }

  /** @param {string} id */
  #chip(id) {
    const leave = () => {
      this.#store.set({ compared: this.#chosen.filter((one) => one !== id) });
      byId("compare-search").focus();
    };
    return h(
      "button",
      {
        type: "button",
        class: "chip",
        title: "Leave out",
        "aria-label": `Leave out ${this.#name(id)}`,
        onclick: leave,
      },
      this.#name(id),
      h("span", { "aria-hidden": "true" }, "×"),
    );
  }

  /** @param {Comparison} found */
  #table(found) {
    const names = found.actors.map((id) => h("th", { scope: "col" }, this.#nodeButton(id)));
    const table = h(
      "table",
      {},
      h("caption", {}, h("span", {}, this.#summary(found))),
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Partner"), ...names)),
      this.#among(found.actors),
      ...groupsOf(found, (id) => this.#name(id)).map((group) => this.#body(group, found.actors)),
    );
    table.style.setProperty("--count", String(found.actors.length));
    return table;
  }

  /** @param {Comparison} found */
  #summary({ common, only }) {
    const alone = [...only].map(([id, partners]) => `only ${this.#name(id)} ${grouped(partners.length)}`);
    return `${counted(common.length, "common partner")}; ${alone.join(", ")}`;
  }

  /**
   * What ties those that are compared to one another.
   * @param {string[]} actors
   */
  #among(actors) {
    const rows = actors.map((one) =>
      h(
        "tr",
        {},
        h("th", { scope: "row" }, this.#name(one)),
        ...actors.map((other) =>
          one === other ? h("td", { class: "self" }) : this.#cell(one, other, this.#pairs.get(one)?.get(other)),
        ),
      ),
    );
    return h("tbody", {}, title("Among themselves", actors.length), ...rows);
  }

  /**
   * @param {Group} group
   * @param {string[]} actors
   */
  #body({ title: words, partners }, actors) {
    const all = [...partners].sort((a, b) => this.#closeness(b) - this.#closeness(a) || this.#byName(a.id, b.id));
    const listed = this.#whole.has(words) ? all : all.slice(0, MANY);
    const more = () => {
      this.#whole.add(words);
      this.#fill();
    };
    const rest = h("button", { type: "button", class: "link", onclick: more }, `All ${grouped(partners.length)}`);
    return h(
      "tbody",
      {},
      title(`${words} (${grouped(partners.length)})`, actors.length),
      ...listed.map(({ id, ties }) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, this.#nodeButton(id)),
          ...actors.map((actor) => this.#cell(id, actor, ties.get(actor))),
        ),
      ),
      listed.length < all.length ? h("tr", {}, h("td", { colspan: actors.length + 1 }, rest)) : null,
    );
  }

  /** @param {Partner} partner */
  #closeness({ ties }) {
    return [...ties.values()].reduce((sum, pair) => sum + pairHeight(this.#model, pair), 0);
  }

  /**
   * @param {string} one
   * @param {string} other
   */
  #byName(one, other) {
    return compare(fold(this.#name(one)), fold(this.#name(other)));
  }

  /**
   * @param {string} one
   * @param {string} other
   * @param {TiedPair | undefined} pair
   */
  #cell(one, other, pair) {
    if (!pair) {
      const { word, told } = this.#silent(one, other);
      return h("td", { class: "none", title: `${this.#name(one)} and ${this.#name(other)}: ${told}` }, word);
    }
    const sign = h("i", { class: pairClasses(pair), "aria-hidden": "true" });
    sign.style.setProperty("--tie", this.#colour(pair));
    const rest = pairWords(this.#model, pair).slice(pairTier(this.#model, pair).length).replace(/^, /, "");
    const open = () => this.#open.openFact(pair.best[0] ?? "");
    return h(
      "td",
      {},
      h(
        "button",
        { type: "button", onclick: open },
        sign,
        h("span", {}, pairTier(this.#model, pair), rest && h("span", { class: "soft" }, ` · ${rest}`)),
      ),
    );
  }

  /** @param {string} id */
  #nodeButton(id) {
    return h("button", { type: "button", class: "link", onclick: () => this.#open.openNode(id) }, this.#name(id));
  }

  /** @param {string} id */
  #name(id) {
    return this.#model.nodes.get(id)?.label ?? id;
  }
}

/**
 * The partners by whose they are.
 * @param {Comparison} found
 * @param {(id: string) => string} name
 * @returns {Group[]}
 */
function groupsOf({ actors, partners }, name) {
  const of = (/** @type {(of: string[]) => boolean} */ fits) => partners.filter((one) => fits(one.of));
  return [
    { title: "Common partners", partners: of((some) => some.length === actors.length) },
    { title: "Partners of some", partners: of(({ length }) => length > 1 && length < actors.length) },
    ...actors.map((actor) => ({
      title: `Partners of ${name(actor)} alone`,
      partners: of((some) => some.length === 1 && some[0] === actor),
    })),
    { title: "Only planned", partners: of(({ length }) => length === 0) },
  ].filter((group) => group.partners.length);
}

/**
 * @param {string} words
 * @param {number} columns
 */
function title(words, columns) {
  return h("tr", { class: "group" }, h("th", { scope: "rowgroup", colspan: columns + 1 }, words));
}
