// Two days compared: two dates, and what changed from the one to the other, drawn and listed.

import { announce, byId, fill } from "../basics/dom.mjs";
import { changesBetween, isTurned } from "../data/changes.mjs";
import { changesTold, changesWords } from "./told.mjs";
import { dateSpan, dayText } from "../data/days.mjs";
import { turningDays } from "../controls/time.mjs";

/** @typedef {import("../data/changes.mjs").Changes} Changes */
/** @typedef {import("../filter/focus.mjs").Focus} Focus */
/** @typedef {import("../lines/marks.mjs").Mark} Mark */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../panel/claim.mjs").PanelContext} PanelContext */
/** @typedef {import("../state/state.mjs").DaysAsked} DaysAsked */
/** @typedef {import("../state/state.mjs").State} State */
/** @typedef {import("../state/state.mjs").Store} Store */

const ENDS = /** @type {const} */ (["from", "to"]);
/** @type {ReadonlyMap<string, Mark>} */
const NO_MARKS = new Map();
const FORM = "Write a year, a month or a day: 2024, 2024-06 or 2024-06-30.";

/** The card of the comparison. */
export class Days {
  #card = byId("days");
  #model;
  #store;
  /** @type {{key: string, found: Changes, marks: ReadonlyMap<string, Mark>} | undefined} What was worked out last. */
  #last;
  #told = "";

  /**
   * @param {Model} model
   * @param {Store} store
   */
  constructor(model, store) {
    this.#model = model;
    this.#store = store;
    byId("show-days").addEventListener("click", () => (store.get().days ? this.close() : this.open()));
    byId("days-close").addEventListener("click", () => this.close());
    byId("days-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#take();
    });
    for (const end of ENDS) this.#box(end).addEventListener("change", () => this.#take());
  }

  /** @param {"from" | "to"} end */
  #box(end) {
    return /** @type {HTMLInputElement} */ (byId(`days-${end}`));
  }

  #take() {
    this.#store.set({ days: { from: this.#box("from").value.trim(), to: this.#box("to").value.trim() } });
  }

  /** Open it with the days between which all changes, or from the day that is looked at. */
  open() {
    const state = this.#store.get();
    const days = turningDays(this.#model, state);
    const [first = "", last = ""] = [days[0], days.at(-1)].map((day) => (day === undefined ? "" : dayText(day)));
    const from = state.at === undefined ? first : dayText(state.at);
    this.#store.set({ node: undefined, fact: undefined, days: { from, to: from === last ? "" : last } });
    this.#box("from").focus();
    this.#box("from").select();
  }

  close() {
    this.#store.set({ days: undefined });
    byId("show-days").focus();
  }

  /** Look at the changes again. */
  back() {
    this.#store.set({ node: undefined, fact: undefined });
    byId("days-title").focus({ preventScroll: true });
  }

  /**
   * What changed between the days that are asked for; a sentence where they cannot be compared.
   * @param {DaysAsked} days
   * @returns {Changes | string}
   */
  #answer({ from, to }) {
    const [first, second] = [dateSpan(from), dateSpan(to)];
    if (!from || !to) return FORM;
    if (!first || !second) return `“${first ? to : from}” is no date here. ${FORM}`;
    if (isTurned(first, second)) return "The second day lies before the first: give the earlier one first.";
    const key = JSON.stringify([first, second]);
    if (this.#last?.key === key) return this.#last.found;
    const found = changesBetween(this.#model.data, first, second);
    this.#last = { key, found, marks: this.#marksOf(found) };
    return found;
  }

  /**
   * @param {Changes} found
   * @returns {ReadonlyMap<string, Mark>}  by the ids of the edges that changed
   */
  #marksOf({ changes }) {
    return new Map(
      changes.flatMap(({ fact, word, certain, who }) =>
        (this.#model.drawn.get(fact) ?? [])
          .filter(({ from, to }) => who === undefined || from === who || to === who)
          .map(({ id }) => /** @type {const} */ ([id, { word, certain }])),
      ),
    );
  }

  /**
   * The marks of the edges that changed.
   * @param {State} state
   * @returns {ReadonlyMap<string, Mark>}
   */
  marks({ days }) {
    return days && typeof this.#answer(days) !== "string" ? (this.#last?.marks ?? NO_MARKS) : NO_MARKS;
  }

  /**
   * What stands out: all that changed of what is shown, with its ends; null while nothing is compared.
   * @param {State} state
   * @param {import("../filter/filters.mjs").Shown} shown
   * @returns {Focus | null}
   */
  focus(state, shown) {
    if (!state.days || typeof this.#answer(state.days) === "string") return null;
    const ids = [...this.marks(state).keys()].filter((id) => shown.edges.has(id));
    const edges = ids.flatMap((id) => this.#model.edges.get(id) ?? []);
    const nodes = new Set(edges.flatMap(({ from, to }) => [from, to]));
    return { nodes, edges: new Set(edges.map(({ id }) => id)), chosen: new Set() };
  }

  /**
   * Bring the card in line with a state.
   * @param {State} state
   * @param {PanelContext} context
   */
  write(state, context) {
    const { days } = state;
    byId("show-days").setAttribute("aria-pressed", String(!!days));
    this.#card.hidden =
      !days ||
      (state.node !== undefined && context.model.nodes.has(state.node)) ||
      (state.fact !== undefined && state.fact in context.model.data.facts);
    if (!days || this.#card.hidden) return;
    for (const end of ENDS) if (document.activeElement !== this.#box(end)) this.#box(end).value = days[end];
    this.#tell(days, context);
  }

  /**
   * @param {DaysAsked} days
   * @param {PanelContext} context
   */
  #tell(days, context) {
    const found = this.#answer(days);
    const isWrong = typeof found === "string";
    byId("days-hint").classList.toggle("wrong", isWrong && found !== FORM);
    fill(byId("days-hint"), isWrong ? found : FORM);
    fill(byId("days-told"), ...(isWrong ? [] : changesTold(context, days, found)));
    const words = isWrong ? found : changesWords(context.model, days, found);
    if (words !== this.#told) announce(words);
    this.#told = words;
  }
}
