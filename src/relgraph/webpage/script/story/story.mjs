// Stories: one after another, steps of the page's state with a caption; presented, gone through by keys, and printed.

import { announce, byId, fill, h } from "../basics/dom.mjs";
import { decode, wordsOf } from "../state/address.mjs";

/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../data/data.mjs").Story} Story */
/** @typedef {import("../state/state.mjs").State} State */
/** @typedef {import("../state/state.mjs").StoryAt} StoryAt */
/** @typedef {import("../state/state.mjs").Store} Store */

/**
 * The change of state for a step of a story; none where there is no such step.
 * @param {Model} model
 * @param {State} first  the state at first
 * @param {number} story  from 0
 * @param {number} step  from 0
 * @returns {Partial<State>}
 */
function toldAt({ data: { stories = [] } }, first, story, step) {
  const told = stories[story]?.steps[step];
  if (!told) return {};
  const { embed, ...state } = decode(told.state, first);
  return { ...CLEARED, ...state, story: [story, step] };
}

/**
 * The state of an address. One that names a step and says nothing else leads to all that the step shows.
 * @param {Model} model
 * @param {State} first  the state at first
 * @param {string} text  the part of an address after #
 * @returns {State}
 */
export function addressed(model, first, text) {
  const state = decode(text, first);
  const words = [...wordsOf(text).keys()];
  if (!state.story || words.some((word) => word !== "story" && word !== "embed")) return state;
  return { ...state, ...toldAt(model, first, ...state.story) };
}

/** @type {Partial<State>} What no step asks for is asked for no more. */
const CLEARED = {
  node: undefined,
  fact: undefined,
  at: undefined,
  path: undefined,
  days: undefined,
  centre: undefined,
  order: undefined,
  sight: undefined,
  close: undefined,
  least: undefined,
  fold: undefined,
};

/** The card that presents a story, and the button that begins one. */
export class Stories {
  #model;
  #store;
  #first;
  #stories;
  #said = "";

  /**
   * @param {Model} model
   * @param {Store} store
   * @param {State} first  the state at first
   */
  constructor(model, store, first) {
    this.#model = model;
    this.#store = store;
    this.#first = first;
    this.#stories = model.data.stories ?? [];
    byId("story-offer").hidden = !this.#stories.length;
    if (!this.#stories.length) return;
    fill(byId("story-offer"), ...this.#stories.map((story, index) => this.#offer(story, index)));
    byId("story-before").addEventListener("click", () => this.go(-1));
    byId("story-next").addEventListener("click", () => this.go(1));
    byId("story-close").addEventListener("click", () => this.close());
    byId("story").addEventListener("keydown", (event) => this.#key(event));
  }

  /**
   * @param {Story} story
   * @param {number} index
   */
  #offer({ title }, index) {
    return h("button", { type: "button", class: "link", onclick: () => this.#show(index, 0, true) }, `Story: ${title}`);
  }

  /**
   * @param {number} story
   * @param {number} step
   * @param {boolean} [focus]
   */
  #show(story, step, focus = false) {
    this.#store.set(toldAt(this.#model, this.#first, story, step));
    if (focus) byId("story-title").focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const by = new Map([
      ["ArrowRight", 1],
      ["ArrowLeft", -1],
    ]).get(event.key);
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    this.go(by);
  }

  /**
   * Go on, or back; at either end it stays.
   * @param {number} by  steps
   */
  go(by) {
    const [story = 0, step = 0] = this.#store.get().story ?? [];
    if (this.#stories[story]?.steps[step + by]) this.#show(story, step + by);
  }

  /** End the story, with all that it looked at left as it is. */
  close() {
    this.#store.set({ story: undefined });
    byId("story-offer").querySelector("button")?.focus();
  }

  /**
   * Bring the card in line with a state.
   * @param {State} state
   */
  write({ story: at }) {
    const [index = 0, number = 0] = at ?? [];
    const story = at && this.#stories[index];
    const step = story?.steps[number];
    byId("story").hidden = !step;
    document.body.classList.toggle("with-story", !!step);
    if (!story || !step) {
      this.#said = "";
      return;
    }
    const place = `${number + 1} of ${story.steps.length}`;
    fill(byId("story-title"), story.title);
    fill(byId("story-place"), place);
    fill(byId("story-caption"), step.caption);
    fill(byId("story-whole"), ...story.steps.map(({ caption }) => h("li", {}, caption)));
    setOff(byId("story-before"), number === 0);
    setOff(byId("story-next"), number === story.steps.length - 1);
    const words = `Step ${place}: ${step.caption}`;
    if (words !== this.#said) announce(words);
    this.#said = words;
  }
}

/**
 * A button that cannot be used now keeps the focus where it has it.
 * @param {HTMLElement} button
 * @param {boolean} off
 */
function setOff(button, off) {
  button.setAttribute("aria-disabled", String(off));
}
