// How much of very many ties is drawn: one line for each pair, the closest ties, actors of many ties.

import { FLAT } from "../state/state.mjs";
import { CLOSE, LEAST_TIES, LEASTS } from "../filter/thresholds.mjs";
import { MANY } from "../layouts/arrangement.mjs";
import { byId, choose, fill, h } from "../basics/dom.mjs";

/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../state/state.mjs").State} State */
/** @typedef {import("../state/state.mjs").Store} Store */

/** What a page of few ties does not offer. */
export class Tidy {
  #isOffered;
  #fold = byId("fold");
  #close = /** @type {HTMLSelectElement} */ (byId("least-close"));
  #least = /** @type {HTMLSelectElement} */ (byId("least-ties"));

  /**
   * @param {Model} model
   * @param {Store} store
   */
  constructor(model, store) {
    this.#isOffered = model.data.edges.filter(({ tie }) => tie).length > MANY;
    byId("tidy").hidden = !this.#isOffered;
    if (!this.#isOffered) return;
    const closest = LEASTS.map((one) => h("option", { value: one }, CLOSE[one]));
    fill(this.#close, h("option", { value: "" }, "any"), ...closest);
    const most = LEAST_TIES.map((count) => h("option", { value: String(count) }, `${count} ties`));
    fill(this.#least, h("option", { value: "" }, "1 tie"), ...most);
    this.#fold.addEventListener("click", () => store.set({ fold: this.#fold.getAttribute("aria-pressed") !== "true" }));
    this.#close.addEventListener("change", () =>
      store.set({ close: LEASTS.find((one) => one === this.#close.value), sight: undefined }),
    );
    this.#least.addEventListener("change", () =>
      store.set({ least: Number(this.#least.value) || undefined, sight: undefined }),
    );
  }

  /**
   * Bring the choices in line with a state.
   * @param {State} state
   */
  write({ fold, close, least, layout }) {
    if (!this.#isOffered) return;
    this.#fold.hidden = FLAT.has(layout);
    this.#fold.setAttribute("aria-pressed", String(fold ?? true));
    choose(this.#close, close ?? "");
    choose(this.#least, least === undefined ? "" : String(least));
  }
}
