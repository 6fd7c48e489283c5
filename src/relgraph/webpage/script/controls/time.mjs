// The time slider: moves through the days on which something changes, and plays them.

import { announce, byId, fill, h } from "../basics/dom.mjs";
import { dayWordsOf } from "../data/phrases.mjs";
import { inView } from "../filter/filters.mjs";
import { isDay } from "../data/days.mjs";

/** @typedef {import("../data/data.mjs").Fact} Fact */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../data/data.mjs").Payload} Payload */
/** @typedef {import("../state/state.mjs").State} State */
/** @typedef {import("../state/state.mjs").Store} Store */
/** @typedef {import("../state/state.mjs").View} View */

const PAUSE_BETWEEN = 1200; // milliseconds between two days that are played, at most
const WHOLE = 30_000; // and for all of them together
const SHORTEST_PAUSE = 200;

/** The slider; its last stop is any time. */
export class TimeBar {
  #model;
  #store;
  #slider = /** @type {HTMLInputElement} */ (byId("time-day"));
  #play = byId("time-play");
  /** @type {number[]} */
  #days = [];
  /** @type {View | undefined} */
  #view;
  #timer = 0;
  #moving = false;

  /**
   * @param {Model} model
   * @param {Store} store
   */
  constructor(model, store) {
    this.#model = model;
    this.#store = store;
    this.#slider.addEventListener("input", () => {
      this.#stop();
      this.#go(this.#days[Number(this.#slider.value)]);
    });
    this.#slider.addEventListener("change", () => (this.#moving = false));
    this.#play.addEventListener("click", () => this.#toggle());
    byId("time-any").addEventListener("click", () => {
      this.#stop();
      store.set({ at: undefined });
      this.#slider.focus();
    });
  }

  /**
   * Bring the slider in line with a state.
   * @param {State} state
   * @param {boolean} unsure  whether nothing shown is certain on the day
   */
  write(state, unsure) {
    const isOther = state.view !== this.#view;
    if (isOther) this.#days = turningDays(this.#model, state);
    this.#view = state.view;
    const { at } = state;
    byId("time").hidden = this.#days.length < 2 && at === undefined;
    this.#slider.max = String(this.#days.length);
    this.#slider.value = String(at === undefined ? this.#days.length : stopOf(this.#days, at));
    const words = at !== undefined && unsure ? `${dayWordsOf(at)}: nothing certain` : dayWordsOf(at);
    this.#slider.setAttribute("aria-valuetext", words);
    byId("time-words").textContent = words;
    byId("time-any").hidden = at === undefined;
    if (isOther) this.#showUnsure(state);
    byId("time").classList.toggle("set", at !== undefined);
    this.#label();
  }

  /**
   * Show for which stops a date of what is shown may lie on either side.
   * @param {State} state
   */
  #showUnsure(state) {
    const stops = unsureStops(this.#model, state, this.#days);
    const wide = Math.max(1, this.#days.length);
    fill(
      byId("time-unsure"),
      ...stops.map(([from, to]) => {
        const bar = h("span");
        bar.style.left = `${(100 * from) / wide}%`;
        bar.style.width = `${(100 * (to - from)) / wide}%`;
        return bar;
      }),
    );
  }

  #label() {
    const words = this.#timer ? "Pause" : isStill() ? "Next date" : "Play through time";
    this.#play.setAttribute("aria-label", words);
    this.#play.setAttribute("title", words);
    this.#play.classList.toggle("playing", this.#timer > 0);
  }

  /**
   * Go to a day. Of a row of moves, going back undoes all at once.
   * @param {number | undefined} at
   */
  #go(at) {
    const inPlace = this.#moving;
    this.#moving = true;
    this.#store.set({ at }, inPlace);
  }

  /** The stop after the one shown; the first after any time and after the last. */
  #next() {
    const { at } = this.#store.get();
    const stop = at === undefined ? -1 : stopOf(this.#days, at);
    return stop >= this.#days.length - 1 ? 0 : stop + 1;
  }

  #toggle() {
    if (this.#timer) return this.#stop();
    this.#moving = false;
    this.#go(this.#days[this.#next()]);
    if (isStill()) return this.#tell();
    this.#timer = window.setInterval(
      () => this.#step(),
      Math.max(SHORTEST_PAUSE, Math.min(PAUSE_BETWEEN, WHOLE / this.#days.length)),
    );
    this.#label();
  }

  #step() {
    const next = this.#next();
    if (next === 0) this.#stop();
    else this.#go(this.#days[next]);
  }

  #stop() {
    window.clearInterval(this.#timer);
    if (this.#timer) this.#tell();
    this.#timer = 0;
    this.#moving = false;
    this.#label();
  }

  #tell() {
    announce(dayWordsOf(this.#store.get().at));
  }
}

/** Whether the reader asked for less motion: then nothing moves by itself, and each press goes one date on. */
function isStill() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/**
 * The days on which what a view shows changes, in order, after the day before the first of them; fewer than
 * two days are none.
 * @param {Model} model
 * @param {State} state
 * @returns {number[]}
 */
export function turningDays(model, state) {
  /** @type {Set<number>} */
  const days = new Set();
  const facts = new Set(inView(model, state).map((edge) => edge.fact));
  for (const id of facts) addDays(days, model.data, model.data.facts[id]);
  const sorted = [...days].filter(isDay).sort((a, b) => a - b);
  const [first = 0] = sorted;
  return sorted.length && isDay(first - 1) ? [first - 1, ...sorted] : sorted;
}

/** @type {number[]} */
const NO_SPAN = [];

/**
 * Add the days on which it changes whether a fact stands.
 * @param {Set<number>} days
 * @param {Payload} data
 * @param {Fact | undefined} fact
 */
function addDays(days, { spans = {}, sources }, fact) {
  if (!fact) return;
  const add = (/** @type {string | undefined} */ date, later = 0) => {
    const [first, last, unsure] = (date && spans[date]) || NO_SPAN;
    if (first === undefined || last === undefined || unsure) return; // what is unsure stays maybe on every day
    days.add(first + later).add(last + later);
  };
  const [, seen, unsure] = (fact.seen && spans[fact.seen]) || NO_SPAN;
  days.add((!unsure && seen) || 0);
  add(fact.since ?? fact.on);
  if (fact.until !== "ongoing") add(fact.until, 1);
  if (fact.effect === "ended" && !fact.until)
    for (const { source } of fact.evidence ?? []) add(sources[source]?.published);
}

/**
 * Between which stops of the slider something shown only maybe began, happened or ended, since its date may be any of
 * several days: from the stop of the first to that of the last, each run once.
 * @param {Model} model
 * @param {State} state
 * @param {number[]} days
 * @returns {[number, number][]}
 */
function unsureStops(model, state, days) {
  const facts = new Set(inView(model, state).map((edge) => edge.fact));
  const { spans = {} } = model.data;
  /** @type {Set<string | undefined>} */
  const dates = new Set();
  for (const id of facts) {
    const { since, on, until } = model.data.facts[id] ?? {};
    dates.add(since ?? on).add(until);
  }
  const found = [...dates].flatMap((date) => {
    const [first, last, unsure] = spans[date ?? ""] ?? [];
    if (first === undefined || last === undefined || first === last || unsure || date === "ongoing") return [];
    return [/** @type {[number, number]} */ ([stopOf(days, first), stopOf(days, last)])];
  });
  /** @type {[number, number][]} */
  const runs = [];
  for (const [from, to] of found.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const run = runs.at(-1);
    if (run && from <= run[1]) run[1] = Math.max(run[1], to);
    else if (to > from) runs.push([from, to]);
  }
  return runs;
}

/**
 * Which stop of the slider shows a day: the last that is not after it.
 * @param {number[]} days
 * @param {number} day
 */
export function stopOf(days, day) {
  return Math.max(
    0,
    days.findLastIndex((one) => one <= day),
  );
}
