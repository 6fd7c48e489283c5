// The path finder: two names, what may be a step, and the answer.

import { ANY_PATH } from "../state/asked.mjs";
import { Search } from "../find/search.mjs";
import { announce, byId, fill, h } from "../basics/dom.mjs";
import { capital } from "../basics/words.mjs";
import { dayWordsOf } from "../time/time.mjs";
import { findPath, isWalked } from "./path.mjs";
import { focusOnPath } from "../filter/focus.mjs";
import { pathTold, verdict } from "./pathtold.mjs";

/** @typedef {import("../state/asked.mjs").PathAsked} PathAsked */
/** @typedef {import("../panel/claim.mjs").Desk} Desk */
/** @typedef {import("../data/data.mjs").GraphNode} GraphNode */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */
/** @typedef {import("./path.mjs").Answer} Answer */
/** @typedef {import("../state/state.mjs").State} State */
/** @typedef {import("../state/state.mjs").Store} Store */

const ENDS = /** @type {const} */ (["from", "to"]);
const ORDERS = /** @type {const} */ (["strongest", "shortest"]);

/** The card of the path finder. */
export class Ask {
  #card = byId("ask");
  #model;
  #store;
  /** What the answer kept was asked with. */
  #asked = "";
  /** @type {Answer | undefined} */
  #answer;

  /**
   * @param {Model} model
   * @param {Store} store
   * @param {() => import("../looks/looks.mjs").Palette} palette
   */
  constructor(model, store, palette) {
    this.#model = model;
    this.#store = store;
    byId("show-ask").hidden = model.data.nodes.filter(({ id }) => isWalked(model, id)).length < 2;
    byId("show-ask").addEventListener("click", () => this.open());
    byId("ask-close").addEventListener("click", () => this.close());
    byId("ask-form").addEventListener("submit", (event) => event.preventDefault());
    byId("ask-swap").addEventListener("click", () => this.#change({ from: this.#path.to, to: this.#path.from }));
    for (const by of ORDERS) byId(`by-${by}`).addEventListener("click", () => this.#change({ by }));
    for (const end of ENDS) this.#listen(end, palette);
    this.#offerRungs();
    for (const button of this.#lets) {
      const mark = /** @type {"planned" | "derived" | "maybe"} */ (button.dataset["let"]);
      button.addEventListener("click", () => this.#change({ [mark]: !this.#path[mark] }));
    }
  }

  get #path() {
    return this.#store.get().path ?? ANY_PATH;
  }

  get #lets() {
    return [...this.#card.querySelectorAll("button")].filter((button) => button.dataset["let"]);
  }

  /** @param {"from" | "to"} end */
  #box(end) {
    return /** @type {HTMLInputElement} */ (byId(`ask-${end}`));
  }

  /**
   * @param {"from" | "to"} end
   * @param {() => import("../looks/looks.mjs").Palette} palette
   */
  #listen(end, palette) {
    const box = this.#box(end);
    new Search(
      box,
      byId(`ask-${end}-found`),
      this.#model,
      palette,
      (id) => this.#choose(end, id),
      ({ id }) => isWalked(this.#model, id),
    );
    box.addEventListener("blur", () => {
      if (box.value === "" && this.#path[end] !== "" && this.#store.get().path) this.#change({ [end]: "" });
      else this.#fill(end);
    });
  }

  /**
   * @param {"from" | "to"} end
   * @param {string} id
   */
  #choose(end, id) {
    this.#change({ [end]: id });
    this.#fill(end);
    if (end === "from" && !this.#path.to) this.#box("to").focus();
  }

  /** @param {"from" | "to"} end */
  #fill(end) {
    this.#box(end).value = this.#model.nodes.get(this.#path[end])?.label ?? "";
  }

  #offerRungs() {
    const select = /** @type {HTMLSelectElement} */ (byId("ask-min"));
    const rungs = this.#model.data.paths?.rungs ?? [];
    fill(
      select,
      h("option", { value: "" }, "any tie"),
      ...rungs.map(({ name, label }) => h("option", { value: name }, capital(label))),
    );
    select.addEventListener("change", () => this.#change({ min: select.value || undefined }));
  }

  /** @param {Partial<PathAsked>} change */
  #change(change) {
    this.#store.set({ path: { ...this.#path, route: 0, ...change } });
  }

  /**
   * Open the finder, from an actor if one is given.
   * @param {string} [from]
   */
  open(from) {
    const { node, path } = this.#store.get();
    const start = from ?? (node !== undefined && isWalked(this.#model, node) ? node : undefined);
    this.#store.set({
      node: undefined,
      fact: undefined,
      path: path && start === undefined ? path : { ...ANY_PATH, from: start ?? "" },
    });
    this.#box(this.#path.from ? "to" : "from").focus();
  }

  /**
   * The buttons of a node, and one that asks for a path from there.
   * @param {GraphNode} node
   * @param {HTMLElement} buttons
   */
  offer({ id }, buttons) {
    if (isWalked(this.#model, id))
      buttons.append(h("button", { type: "button", onclick: () => this.open(id) }, "Path from here"));
    return buttons;
  }

  /** Look at the path again. */
  back() {
    this.#store.set({ node: undefined, fact: undefined });
    byId("ask-title").focus({ preventScroll: true });
  }

  close() {
    this.#store.set({ path: undefined });
    byId("show-ask").focus();
  }

  /**
   * The answer to what a state asks; undefined while an end is missing.
   * @param {State} state
   * @returns {Answer | undefined}
   */
  answer({ path, at }) {
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
   */
  focus(state) {
    const path = this.#told(state);
    if (path) return focusOnPath(this.#model, path);
    const ends = new Set([state.path?.from ?? "", state.path?.to ?? ""].filter((id) => isWalked(this.#model, id)));
    return ends.size ? { nodes: ends, edges: new Set(), chosen: ends } : null;
  }

  /** @param {State} state */
  #told(state) {
    const paths = this.answer(state)?.paths ?? [];
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

  /**
   * Bring the card in line with a state.
   * @param {State} state
   * @param {Desk} desk
   */
  write(state, desk) {
    const { path = ANY_PATH, at } = state;
    this.#card.hidden =
      !state.path ||
      (state.node !== undefined && desk.model.nodes.has(state.node)) ||
      (state.fact !== undefined && state.fact in desk.model.data.facts);
    byId("show-ask").setAttribute("aria-pressed", String(!!state.path));
    if (this.#card.hidden) return;
    for (const end of ENDS) if (document.activeElement !== this.#box(end)) this.#fill(end);
    for (const by of ORDERS) byId(`by-${by}`).setAttribute("aria-pressed", String(path.by === by));
    for (const button of this.#lets)
      button.setAttribute("aria-pressed", String(path[/** @type {"planned"} */ (button.dataset["let"])]));
    /** @type {HTMLSelectElement} */ (byId("ask-min")).value = path.min ?? "";
    byId("ask-day").hidden = at === undefined;
    byId("ask-day").textContent = `As of ${dayWordsOf(at)}.`;
    this.#tell(state, desk);
  }

  /**
   * @param {State} state
   * @param {Desk} desk
   */
  #tell(state, desk) {
    const answer = this.answer(state);
    const place = byId("ask-told");
    if (!answer) return fill(place);
    const chosen = Math.min(state.path?.route ?? 0, Math.max(0, answer.paths.length - 1));
    const pressed = place.contains(document.activeElement) ? document.activeElement?.getAttribute("data-route") : null;
    fill(place, ...pathTold(desk, answer, chosen, (route) => this.#change({ route })));
    const again = pressed === null ? null : place.querySelector(`[data-route="${Number(pressed)}"]`);
    if (again instanceof HTMLElement) again.focus();
    const words = verdict(answer, chosen).join(" ");
    if (place.dataset["told"] !== words) announce(words);
    place.dataset["told"] = words;
  }
}
