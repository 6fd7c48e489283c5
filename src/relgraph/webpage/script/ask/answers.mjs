// What a state asks of the path finder is answered once, stands out in the picture, and is shown whatever is filtered.

import { findPath, isWalked } from "./path.mjs";
import { focusOnPath } from "../filter/focus.mjs";

/** @typedef {import("./path.mjs").Answer} Answer */
/** @typedef {import("../filter/focus.mjs").Focus} Focus */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */
/** @typedef {import("../state/state.mjs").State} State */

/** The answer to what was asked last is kept. */
export class Answers {
  #model;
  /** What the answer kept was asked with. */
  #asked = "";
  /** @type {Answer | undefined} */
  #answer;

  /** @param {Model} model */
  constructor(model) {
    this.#model = model;
  }

  /**
   * The answer to what a state asks; undefined while an end is missing.
   * @param {State} state
   * @returns {Answer | undefined}
   */
  to({ path, at }) {
    if (!path?.from || !path.to) return undefined;
    const { route: _, maybe, ...question } = path;
    const asked = JSON.stringify([path.from, path.to, path.by, path.min ?? "", path.planned, path.derived, maybe, at]);
    if (asked !== this.#asked) this.#answer = findPath(this.#model, { ...question, certain: !maybe, at });
    this.#asked = asked;
    return this.#answer;
  }

  /**
   * What stands out when nothing else is looked at: the path, or the ends of one that is not there.
   * @param {State} state
   * @returns {Focus | null}
   */
  focus(state) {
    const path = this.#told(state);
    if (path) return focusOnPath(this.#model, path);
    const ends = new Set([state.path?.from ?? "", state.path?.to ?? ""].filter((id) => isWalked(this.#model, id)));
    return ends.size ? { nodes: ends, edges: new Set(), chosen: ends } : null;
  }

  /** @param {State} state */
  #told(state) {
    const paths = this.to(state)?.paths ?? [];
    return paths[state.path?.route ?? 0] ?? paths[0];
  }

  /**
   * What is shown, and the path and its ends whatever the filters hide.
   * @param {State} state
   * @param {Shown} shown
   * @returns {Shown}
   */
  shownToo(state, shown) {
    const focus = this.focus(state);
    if (!focus) return shown;
    const maybe = new Set(shown.maybe);
    for (const { fact, truth } of this.#told(state)?.steps.flatMap(({ ties }) => ties) ?? []) {
      for (const edge of truth === 1 ? (this.#model.drawn.get(fact) ?? []) : [])
        if (focus.edges.has(edge.id)) maybe.add(edge.id);
    }
    return {
      nodes: new Set([...shown.nodes, ...focus.nodes]),
      edges: new Set([...shown.edges, ...focus.edges]),
      maybe,
    };
  }
}
