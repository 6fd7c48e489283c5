// The search box: a combobox over all names and, where wanted, facts, for keyboard and pointer.

import { announce, fill, h } from "../basics/dom.mjs";
import { FactSearch } from "./fact_search.mjs";
import { capital, counted, timeWords } from "../basics/words.mjs";
import { edgeSwatch, nodeSwatch } from "../looks/swatches.mjs";
import { headline } from "../panel/claim.mjs";
import { keyOf, searcher } from "../basics/names.mjs";
import { nearNames } from "../basics/near_names.mjs";
import { isRegion } from "../data/regions.mjs";
import { kindTerm } from "../data/data.mjs";

/** @typedef {import("../basics/names.mjs").Found} Found */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../looks/looks.mjs").Palette} Palette */

const NOTHING = { names: "No name like this", facts: "No name or fact like this" };
const MOST_NAMES = 12; // that are listed
const MOST_FACTS = 6;
const PAUSE = 400; // milliseconds without a letter after which the number of finds is told

/** @typedef {{find: (query: string, limit?: number) => Found[], near: (query: string) => Found[]}} Names  finds those that are called so, and nearly so */

/** A search box over the nodes of a model. */
export class Search {
  #box;
  #list;
  #model;
  #palette;
  #pick;
  #only;
  /** @type {Names | undefined} What finds names: made when a search is first begun. */
  #names;
  /** @type {(() => void)[]} What each of the finds opens, in the order of the list. */
  #opens = [];
  #guessed = false;
  #facts;
  #at = -1;
  #telling = 0;

  /**
   * @param {HTMLInputElement} box
   * @param {HTMLElement} list
   * @param {Model} model
   * @param {() => Palette} palette
   * @param {(id: string) => void} pick
   * @param {{only?: (node: import("../data/data.mjs").GraphNode) => boolean, openFact?: (id: string) => void}} [what]  which nodes may be found, and what opens a fact where facts are
   */
  constructor(box, list, model, palette, pick, { only = () => true, openFact } = {}) {
    this.#box = box;
    this.#list = list;
    this.#model = model;
    this.#palette = palette;
    this.#pick = pick;
    this.#only = only;
    this.#facts = openFact && { search: new FactSearch(model), open: openFact };
    box.addEventListener("focus", () => this.#prepare());
    box.addEventListener("input", () => this.#look());
    box.addEventListener("focus", () => box.value && this.#look());
    box.addEventListener("blur", () => this.#close());
    box.addEventListener("keydown", (event) => this.#key(event));
    list.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  /** Make ready what is looked in. */
  #prepare() {
    this.#facts?.search.prepare();
    return (this.#names ??= namesOf(this.#model, this.#only));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const moves = new Map([
      ["ArrowDown", 1],
      ["ArrowUp", -1],
    ]);
    const move = moves.get(event.key);
    if (move && this.#opens.length) {
      event.preventDefault();
      this.#mark((this.#at + move + this.#opens.length) % this.#opens.length);
    } else if (event.key === "Enter") {
      this.#opens[this.#guessed ? this.#at : Math.max(0, this.#at)]?.();
    } else if (event.key === "Escape" && (this.#box.value || !this.#list.hidden)) {
      event.stopPropagation();
      this.#box.value = "";
      this.#close();
    }
  }

  /** Show what is called so, and facts that say so; if there are none, what is called nearly so. */
  #look() {
    const query = this.#box.value;
    const { find, near } = this.#prepare();
    const found = find(query, Infinity);
    const facts = this.#facts?.search.find(query) ?? [];
    this.#guessed = !found.length && !facts.length;
    this.#show(this.#guessed ? near(query) : found, facts);
  }

  /**
   * @param {Found[]} found  names, or such as are only near to what was asked
   * @param {string[]} facts  ids
   */
  #show(found, facts) {
    this.#at = -1;
    const asked = this.#box.value.trim() !== "";
    this.#list.hidden = !asked;
    this.#box.setAttribute("aria-expanded", String(asked));
    this.#box.removeAttribute("aria-activedescendant");
    const names = found.slice(0, MOST_NAMES);
    const some = facts.slice(0, names.length ? MOST_FACTS : MOST_NAMES);
    this.#opens = [
      ...names.map((one) => () => this.#choose(() => this.#pick(one.entry.id))),
      ...some.map((id) => () => this.#choose(() => this.#facts?.open(id))),
    ];
    const told = this.#told(found, facts);
    fill(
      this.#list,
      this.#guessed ? aside(told) : null,
      ...names.map((one, index) => this.#name(one, index)),
      found.length > names.length ? aside(`${counted(found.length - names.length, "more name")}: type on`) : null,
      ...some.map((id, index) => this.#fact(id, names.length + index)),
      facts.length > some.length ? aside(`${counted(facts.length - some.length, "more fact")}: type on`) : null,
    );
    clearTimeout(this.#telling);
    const guesses = this.#guessed ? found.map(({ entry }) => entry.label) : [];
    if (asked) this.#telling = setTimeout(() => announce([told, ...guesses].join(" ")), PAUSE);
  }

  /**
   * How much was found, in words.
   * @param {Found[]} found
   * @param {string[]} facts
   */
  #told(found, facts) {
    const nothing = this.#facts ? NOTHING.facts : NOTHING.names;
    if (this.#guessed) return found.length ? `${nothing}. Did you mean:` : nothing;
    const names = counted(found.length, "name");
    return this.#facts && facts.length ? `${names} and ${counted(facts.length, "fact")} found` : `${names} found`;
  }

  /**
   * @param {Found} found
   * @param {number} index
   */
  #name({ entry: { id, label }, name }, index) {
    const kind = this.#model.nodes.get(id)?.kind ?? "";
    const other = keyOf(name) === keyOf(label) || name === id ? "" : ` · ${name}`;
    const soft = `${capital(kindTerm(this.#model.data.terms, kind).label)}${other}`;
    return this.#option(index, nodeSwatch(kind, this.#palette()), label, soft);
  }

  /**
   * @param {string} id
   * @param {number} index
   */
  #fact(id, index) {
    const { facts, terms } = this.#model.data;
    const edge = this.#model.drawn.get(id)?.[0];
    const swatch = edge ? edgeSwatch(edge, terms, this.#palette()) : h("span", { class: "swatch" });
    const fact = facts[id];
    if (!fact) return null;
    const kind = capital(kindTerm(terms, fact.kind).label);
    return this.#option(index, swatch, headline(terms, fact), [kind, timeWords(fact)].filter(Boolean).join(" · "));
  }

  /**
   * @param {number} index
   * @param {HTMLElement} swatch
   * @param {string} label
   * @param {string} soft
   */
  #option(index, swatch, label, soft) {
    return h(
      "li",
      {
        role: "option",
        id: `${this.#list.id}-${index}`,
        "aria-selected": "false",
        onclick: () => this.#opens[index]?.(),
      },
      swatch,
      h("span", { class: "label" }, label),
      h("span", { class: "soft" }, soft),
    );
  }

  /** @param {number} index */
  #mark(index) {
    const options = this.#list.querySelectorAll('[role="option"]');
    options[this.#at]?.setAttribute("aria-selected", "false");
    this.#at = index;
    const option = options[index];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    this.#box.setAttribute("aria-activedescendant", `${this.#list.id}-${index}`);
  }

  /** @param {() => void} open */
  #choose(open) {
    this.#box.value = "";
    this.#close();
    open();
  }

  #close() {
    clearTimeout(this.#telling);
    this.#opens = [];
    this.#list.hidden = true;
    this.#box.setAttribute("aria-expanded", "false");
    this.#box.removeAttribute("aria-activedescendant");
  }
}

/**
 * A line of the list that cannot be chosen.
 * @param {string} words
 */
function aside(words) {
  return h("li", { class: "nothing", role: "presentation" }, words);
}

/**
 * @param {Model} model
 * @param {(node: import("../data/data.mjs").GraphNode) => boolean} only  which may be found
 * @returns {Names}
 */
function namesOf(model, only) {
  const entries = model.data.nodes
    .filter((node) => !isRegion(node) && only(node))
    .map(({ id, label, names }) => ({ id, label, names: [label, ...names], weight: model.weight.get(id) ?? 0 }));
  return { find: searcher(entries), near: (query) => nearNames(entries, query) };
}
