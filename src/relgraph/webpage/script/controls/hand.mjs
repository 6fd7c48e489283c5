// Hiding, moving and pinning nodes by hand, and undoing it.

import { Undo } from "../state/hand.mjs";
import { announce, byId, fill, h } from "../basics/dom.mjs";
import { counted } from "../basics/words.mjs";

/** @typedef {import("../state/hand.mjs").ByHand} ByHand */
/** @typedef {import("../state/hand.mjs").Tidied} Tidied */
/** @typedef {import("../data/data.mjs").GraphNode} GraphNode */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../picture/moves.mjs").Moves} Moves */
/** @typedef {import("../state/hand.mjs").Place} Place */
/** @typedef {import("../state/state.mjs").Store} Store */

const SETTLED = 500; // milliseconds without a key after which a node has been moved
const NAMED = 8; // hidden nodes that are named one by one

/** What a reader does by hand; all of it goes into the state. */
export class Hand {
  #model;
  #store;
  #moves;
  #undo = new Undo();
  #isStepping = false;
  #standsFor;
  /** @type {{id: string, place: Place, waiting: number} | null} */
  #moving = null;

  /**
   * @param {Model} model
   * @param {Store} store
   * @param {Moves} moves
   * @param {(id: string) => string[]} standsFor  ids of those in whose place a node is drawn
   */
  constructor(model, store, moves, standsFor) {
    this.#standsFor = standsFor;
    this.#model = model;
    this.#store = store;
    this.#moves = moves;
    moves.onMoved((id, place) => this.#pin(id, place, "moved and pinned"));
    byId("undo").addEventListener("click", () => this.undo());
    byId("redo").addEventListener("click", () => this.redo());
  }

  /**
   * Change something so that it can be undone.
   * @param {Partial<import("../state/state.mjs").State>} change
   * @param {string} told  what is said to those who listen
   */
  change(change, told) {
    this.#undo.note(this.#store.get());
    this.#store.set(change);
    this.write();
    announce(told);
  }

  /**
   * Hide a node, and with it those for whom it stands.
   * @param {string} id
   */
  hide(id) {
    const { hidden, node } = this.#store.get();
    this.#undo.note(this.#store.get());
    this.#store.set({
      hidden: new Set([...hidden, id, ...this.#standsFor(id)]),
      ...(node === id ? { node: undefined, fact: undefined } : {}),
    });
    this.write();
    announce(`${this.#name(id)} hidden`);
    byId("stage").focus({ preventScroll: true });
  }

  /** @param {string} id */
  show(id) {
    this.change(
      { hidden: new Set([...this.#store.get().hidden].filter((one) => one !== id)) },
      `${this.#name(id)} shown again`,
    );
  }

  showAll() {
    if (this.#store.get().hidden.size) this.change({ hidden: new Set() }, "Hidden nodes shown again");
  }

  /**
   * Pin a node where it stands, or let it go back to its own place.
   * @param {string} id
   */
  togglePin(id) {
    const { pinned } = this.#store.get();
    const place = this.#moves.where(id);
    if (pinned.has(id))
      this.change(
        { pinned: new Map([...pinned].filter(([one]) => one !== id)) },
        `${this.#name(id)} back in its place`,
      );
    else if (place) this.#pin(id, place, "pinned");
  }

  /**
   * @param {string} id
   * @param {Place} place
   * @param {string} done
   */
  #pin(id, place, done) {
    this.change({ pinned: new Map([...this.#store.get().pinned, [id, place]]) }, `${this.#name(id)} ${done}`);
  }

  /**
   * Move a node a little; when no more follows, it is pinned there.
   * @param {string} id
   * @param {number} right  pixels of the screen
   * @param {number} down
   */
  nudge(id, right, down) {
    if (this.#moving && this.#moving.id !== id) this.#settle();
    const place = this.#moves.shift(id, right, down);
    if (!place) return;
    clearTimeout(this.#moving?.waiting);
    this.#moving = { id, place, waiting: setTimeout(() => this.#settle(), SETTLED) };
  }

  #settle() {
    const moving = this.#moving;
    this.#moving = null;
    if (!moving) return;
    clearTimeout(moving.waiting);
    this.#pin(moving.id, moving.place, "moved and pinned");
  }

  undo() {
    this.#settle();
    this.#back(this.#undo.undo(this.#store.get()), "Undone");
  }

  redo() {
    this.#settle();
    this.#back(this.#undo.redo(this.#store.get()), "Done again");
  }

  /**
   * Note that the legend left something else before, unless it was undoing that changed it.
   * @param {Tidied} before
   */
  noteFilters(before) {
    if (!this.#isStepping) this.#undo.note(before);
  }

  /**
   * @param {Tidied | undefined} hand
   * @param {string} told
   */
  #back(hand, told) {
    this.#isStepping = true;
    if (hand) this.#store.set(hand);
    this.#isStepping = false;
    this.write();
    announce(hand ? told : "Nothing to undo");
  }

  /** Write what depends on it: the buttons, and the list of what is hidden. */
  write() {
    const { hidden } = this.#store.get();
    byId("undo").hidden = !this.#undo.canUndo;
    byId("redo").hidden = !this.#undo.canRedo;
    const list = byId("hidden-list");
    list.hidden = hidden.size === 0;
    const single = [...hidden]
      .slice(0, NAMED)
      .map((id) =>
        h(
          "button",
          { type: "button", class: "chip", title: "Show again", onclick: () => this.show(id) },
          this.#name(id),
          h("span", { "aria-hidden": "true" }, "×"),
        ),
      );
    const all =
      hidden.size > 1
        ? h(
            "button",
            { type: "button", class: "all", onclick: () => this.showAll() },
            `Show all ${counted(hidden.size, "node")} again`,
          )
        : null;
    fill(list, h("h2", {}, "Hidden by you"), h("p", { class: "chips" }, ...single), all);
  }

  /**
   * The buttons of a node in the panel.
   * @param {GraphNode} node
   */
  buttons({ id }) {
    const pinned = this.#store.get().pinned.has(id);
    return h(
      "p",
      { class: "acts" },
      h("button", { type: "button", class: "hide-it", onclick: () => this.hide(id) }, "Hide"),
      this.#moves.areFree &&
        h(
          "button",
          { type: "button", class: "pin-it", "aria-pressed": String(pinned), onclick: () => this.togglePin(id) },
          pinned ? "Pinned" : "Pin",
        ),
    );
  }

  /** @param {string} id */
  #name(id) {
    return this.#model.nodes.get(id)?.label ?? id;
  }
}
