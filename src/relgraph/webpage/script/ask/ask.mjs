// The path finder: two names, what may be a step, and the answer.

import { ANY_PATH } from "../state/state.mjs";
import { Answers } from "./answers.mjs";
import { Search } from "../controls/search.mjs";
import { announce, byId, fill, h } from "../basics/dom.mjs";
import { capital } from "../basics/words.mjs";
import { dayWordsOf } from "../data/phrases.mjs";
import { isWalked } from "./path.mjs";
import { rungTerm } from "../data/ladders.mjs";
import { pathTold, verdict } from "./told.mjs";

/** @typedef {import("../data/data.mjs").GraphNode} GraphNode */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../panel/claim.mjs").PanelContext} PanelContext */
/** @typedef {import("../state/state.mjs").PathAsked} PathAsked */
/** @typedef {import("../state/state.mjs").State} State */
/** @typedef {import("../state/state.mjs").Store} Store */

const ENDS = /** @type {const} */ (["from", "to"]);
const ORDERS = /** @type {const} */ (["strongest", "shortest"]);

/** The card of the path finder. */
export class Ask {
  #card = byId("ask");
  #model;
  #store;
  /** What is answered. */
  answers;

  /**
   * @param {Model} model
   * @param {Store} store
   * @param {() => import("../looks/looks.mjs").Palette} palette
   */
  constructor(model, store, palette) {
    this.#model = model;
    this.#store = store;
    this.answers = new Answers(model);
    byId("show-ask").hidden = model.data.nodes.filter(({ id }) => isWalked(model, id)).length < 2;
    byId("show-ask").addEventListener("click", () => this.open());
    byId("ask-close").addEventListener("click", () => this.close());
    byId("ask-form").addEventListener("submit", (event) => event.preventDefault());
    byId("ask-swap").addEventListener("click", () => this.#change({ from: this.#path.to, to: this.#path.from }));
    for (const by of ORDERS) byId(`by-${by}`).addEventListener("click", () => this.#change({ by }));
    for (const end of ENDS) this.#listen(end, palette);
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
    new Search(box, byId(`ask-${end}-found`), this.#model, palette, (id) => this.#choose(end, id), {
      only: ({ id }) => isWalked(this.#model, id),
    });
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

  /** Offer the rungs, when the card is first open: there may be very many. */
  #offerRungs() {
    const select = /** @type {HTMLSelectElement} */ (byId("ask-min"));
    if (select.options.length) return;
    const rungs = this.#model.data.paths?.rungs ?? [];
    const used = new Set(Object.values(this.#model.data.facts).map(({ ladder }) => ladder));
    const options = rungs.flatMap(({ name, label: plain, full }, level) => {
      const { id, ladder, label } = rungTerm(this.#model.data.terms, full === undefined ? undefined : level);
      if (id !== undefined && !used.has(id)) return [];
      return [{ ladder, option: h("option", { value: name }, capital(label ?? plain)) }];
    });
    const ladders = new Set(options.map(({ ladder }) => ladder));
    const ofLadder = (/** @type {string | undefined} */ one) =>
      options.filter(({ ladder }) => ladder === one).map(({ option }) => option);
    fill(
      select,
      h("option", { value: "" }, "any tie"),
      ...[...ladders].flatMap((ladder) =>
        ladder === undefined ? ofLadder(ladder) : [h("optgroup", { label: capital(ladder) }, ...ofLadder(ladder))],
      ),
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
   * Bring the card in line with a state.
   * @param {State} state
   * @param {PanelContext} context
   */
  write(state, context) {
    const { path = ANY_PATH, at } = state;
    this.#card.hidden =
      !state.path ||
      (state.node !== undefined && context.model.nodes.has(state.node)) ||
      (state.fact !== undefined && state.fact in context.model.data.facts);
    byId("show-ask").setAttribute("aria-pressed", String(!!state.path));
    if (this.#card.hidden) return;
    this.#offerRungs();
    for (const end of ENDS) if (document.activeElement !== this.#box(end)) this.#fill(end);
    for (const by of ORDERS) byId(`by-${by}`).setAttribute("aria-pressed", String(path.by === by));
    for (const button of this.#lets)
      button.setAttribute("aria-pressed", String(path[/** @type {"planned"} */ (button.dataset["let"])]));
    /** @type {HTMLSelectElement} */ (byId("ask-min")).value = path.min ?? "";
    byId("ask-day").hidden = at === undefined;
    byId("ask-day").textContent = `As of ${dayWordsOf(at)}.`;
    this.#tell(state, context);
  }

  /**
   * @param {State} state
   * @param {PanelContext} context
   */
  #tell(state, context) {
    const answer = this.answers.to(state);
    const place = byId("ask-told");
    if (!answer) return fill(place);
    const chosen = Math.min(state.path?.route ?? 0, Math.max(0, answer.paths.length - 1));
    const pressed = place.contains(document.activeElement) ? document.activeElement?.getAttribute("data-route") : null;
    fill(place, ...pathTold(context, answer, chosen, (route) => this.#change({ route })));
    const again = pressed === null ? null : place.querySelector(`[data-route="${Number(pressed)}"]`);
    if (again instanceof HTMLElement) again.focus();
    const words = verdict(answer, chosen).join(" ");
    if (place.dataset["told"] !== words) announce(words);
    place.dataset["told"] = words;
  }
}
