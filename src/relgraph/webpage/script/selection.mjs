// What the reader looks at: opening a node or a fact, wherever it was clicked, and closing it.

import { broughtIn } from "./layouts/switcher.mjs";
import { byId } from "./basics/dom.mjs";
import { counted } from "./basics/words.mjs";
import { focusOf, revealFact, revealNode } from "./filter/focus.mjs";
import { headline, softWords } from "./panel/claim.mjs";
import { heldWords, tellerOn } from "./data/phrases.mjs";
import { initial } from "./state/state.mjs";

/** @typedef {import("./data/data.mjs").Model} Model */
/** @typedef {import("./filter/filters.mjs").Shown} Shown */
/** @typedef {import("./state/state.mjs").State} State */
/** @typedef {import("./state/state.mjs").Store} Store */

/** Changes the state so that something is looked at; what hides it is switched on. */
export class Selection {
  #model;
  #store;
  #seen;

  /**
   * @param {Model} model
   * @param {Store} store
   * @param {() => {visible: Shown, drawn: Shown}} seen  what no filter hides, and what of it is drawn in this layout
   */
  constructor(model, store, seen) {
    this.#model = model;
    this.#store = store;
    this.#seen = seen;
  }

  /** @param {string} id */
  openNode = (id) => {
    const { visible, drawn } = this.#seen();
    const state = this.#store.get();
    this.#store.set({
      ...revealNode(this.#model, state, visible, id),
      ...broughtIn(this.#model, state, drawn, id),
      node: id,
      fact: undefined,
    });
  };

  /** @param {string} id */
  openFact = (id) => {
    this.#store.set({ ...revealFact(this.#model, this.#store.get(), this.#seen().visible, id), fact: id });
  };

  /** @param {string} [fact]  the one that was pressed, beside every node */
  leaveNode(fact) {
    this.#store.set({ node: undefined, fact });
  }

  /** Look at nothing in particular. */
  close() {
    this.#store.set({ node: undefined, fact: undefined, steps: initial("all").steps });
    toPlace().focus({ preventScroll: true });
  }

  /** Show everything there is to show, as at first. */
  reset() {
    this.#store.set({
      off: new Set(),
      on: new Set(),
      hidden: new Set(),
      at: undefined,
      close: undefined,
      least: undefined,
    });
  }
}

/** Where the focus goes when a card closes: the picture, or what stands in its place; in the matrix the cell it left. */
function toPlace() {
  const plane = document.querySelector(".plane:not([hidden])");
  const place = plane?.querySelector('[tabindex="0"]') ?? plane;
  return place instanceof HTMLElement ? place : byId("stage");
}

/**
 * What is looked at, for those who listen: a fact in words, or a node with its neighbours in sight.
 * @param {Model} model
 * @param {State} state
 * @param {Shown} shown
 * @param {import("./layouts/as_one.mjs").Wholes} [wholes]  those that stand for their members
 */
export function selectionWords(model, state, shown, wholes = undefined) {
  const { terms } = model.data;
  const held = (/** @type {string} */ id) => heldWords(model.data, state.at, id);
  const tell = tellerOn(model.data, state.at);
  const fact = tell(state.fact ?? "");
  if (fact && state.fact !== undefined)
    return [headline(terms, fact), softWords(model, state.fact, fact, held)].filter(Boolean).join(". ");
  const node = model.nodes.get(state.node ?? "");
  const own = tell(node?.fact ?? "");
  const around = focusOf(model, state, shown, wholes)?.nodes.size ?? 1;
  const told = own ? headline(terms, { ...own, name: node?.label ?? "" }) : (node?.label ?? "");
  const then = node?.fact === undefined ? "" : held(node.fact);
  const members = wholes?.get(node?.id ?? "")?.members.length;
  const one = members === undefined ? "" : `Shown as one with its ${counted(members, "member")}`;
  return [`${told}: ${counted(around - 1, "neighbour")} in sight`, one, then].filter(Boolean).join(". ");
}
