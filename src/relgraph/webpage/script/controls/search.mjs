// The search box: a combobox over all names, for keyboard and pointer.

import { announce, fill, h } from "../basics/dom.mjs";
import { capital, counted } from "../basics/words.mjs";
import { keyOf, searcher } from "../basics/names.mjs";
import { nearNames } from "../basics/near_names.mjs";
import { kindTerm } from "../data/data.mjs";
import { nodeSwatch } from "../looks/swatches.mjs";

/** @typedef {import("../basics/names.mjs").Found} Found */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../looks/looks.mjs").Palette} Palette */

const NOTHING = "No name like this";
const MEANT = "No name like this. Did you mean:";
const PAUSE = 400; // milliseconds without a letter after which the number of finds is told

/** A search box over the nodes of a model. */
export class Search {
  #box;
  #list;
  #model;
  #palette;
  #pick;
  #find;
  /** @type {(query: string) => Found[]} */
  #near;
  /** @type {Found[]} */
  #found = [];
  #guessed = false;
  #at = -1;
  #telling = 0;

  /**
   * @param {HTMLInputElement} box
   * @param {HTMLElement} list
   * @param {Model} model
   * @param {() => Palette} palette
   * @param {(id: string) => void} pick
   * @param {(node: import("../data/data.mjs").GraphNode) => boolean} [only]  which nodes may be found
   */
  constructor(box, list, model, palette, pick, only = () => true) {
    this.#box = box;
    this.#list = list;
    this.#model = model;
    this.#palette = palette;
    this.#pick = pick;
    const entries = model.data.nodes
      .filter(only)
      .map(({ id, label, names }) => ({ id, label, names: [label, ...names], weight: model.weight.get(id) ?? 0 }));
    this.#find = searcher(entries);
    this.#near = (query) => nearNames(entries, query);
    box.addEventListener("input", () => this.#look());
    box.addEventListener("focus", () => box.value && this.#look());
    box.addEventListener("blur", () => this.#close());
    box.addEventListener("keydown", (event) => this.#key(event));
    list.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const moves = new Map([
      ["ArrowDown", 1],
      ["ArrowUp", -1],
    ]);
    const move = moves.get(event.key);
    if (move && this.#found.length) {
      event.preventDefault();
      this.#mark((this.#at + move + this.#found.length) % this.#found.length);
    } else if (event.key === "Enter") {
      const chosen = this.#found[this.#guessed ? this.#at : Math.max(0, this.#at)];
      if (chosen) this.#choose(chosen);
    } else if (event.key === "Escape" && (this.#box.value || !this.#list.hidden)) {
      event.stopPropagation();
      this.#box.value = "";
      this.#close();
    }
  }

  /** Show what is called so; if nothing is, what is called nearly so. */
  #look() {
    const found = this.#find(this.#box.value);
    this.#show(found.length ? found : this.#near(this.#box.value), found.length === 0);
  }

  /**
   * @param {Found[]} found
   * @param {boolean} guessed  whether these are only near to what was asked
   */
  #show(found, guessed) {
    this.#found = found;
    this.#guessed = guessed;
    this.#at = -1;
    const asked = this.#box.value.trim() !== "";
    this.#list.hidden = !asked;
    this.#box.setAttribute("aria-expanded", String(asked));
    this.#box.removeAttribute("aria-activedescendant");
    const told = guessed ? (found.length ? MEANT : NOTHING) : `${counted(found.length, "name")} found`;
    const lead = guessed ? [h("li", { class: "nothing", role: "presentation" }, told)] : [];
    fill(this.#list, ...lead, ...found.map((one, index) => this.#option(one, index)));
    clearTimeout(this.#telling);
    if (asked)
      this.#telling = setTimeout(
        () => announce([told, ...(guessed ? found.map(({ entry }) => entry.label) : [])].join(" ")),
        PAUSE,
      );
  }

  /**
   * @param {Found} found
   * @param {number} index
   */
  #option(found, index) {
    const { id, label } = found.entry;
    const kind = this.#model.nodes.get(id)?.kind ?? "";
    const other = keyOf(found.name) === keyOf(label) || found.name === id ? "" : ` · ${found.name}`;
    return h(
      "li",
      { role: "option", id: `${this.#list.id}-${index}`, "aria-selected": "false", onclick: () => this.#choose(found) },
      nodeSwatch(kind, this.#palette()),
      h("span", { class: "label" }, label),
      h("span", { class: "soft" }, `${capital(kindTerm(this.#model.data.terms, kind).label)}${other}`),
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

  /** @param {Found} found */
  #choose({ entry }) {
    this.#box.value = "";
    this.#close();
    this.#pick(entry.id);
  }

  #close() {
    clearTimeout(this.#telling);
    this.#found = [];
    this.#list.hidden = true;
    this.#box.setAttribute("aria-expanded", "false");
    this.#box.removeAttribute("aria-activedescendant");
  }
}
