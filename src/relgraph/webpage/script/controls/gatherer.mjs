// The choice of who stands for its members: beside the legend, in the panel, by a key; and the list of who does.

import { LEAST, mayGather, membersOn } from "../layouts/members.mjs";
import { MANY } from "../layouts/arrangement.mjs";
import { bundleLook } from "../looks/looks.mjs";
import { announce, byId, choose, fill, h } from "../basics/dom.mjs";
import { compare, fold } from "../basics/names.mjs";
import { grouped } from "../basics/words.mjs";
import { isRegion } from "../data/regions.mjs";
import { lineSwatch } from "../looks/swatches.mjs";

/** @typedef {import("../data/data.mjs").GraphNode} GraphNode */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */
/** @typedef {import("../state/state.mjs").State} State */
/** @typedef {import("../state/state.mjs").Store} Store */
/** @typedef {import("../layouts/as_one.mjs").Wholes} Wholes */

const LATER = 100; // milliseconds after a change in which the choice is written: asking who is a member takes time
/** Those who may be chosen, by the name of their group in the choice; the value of all of them is no id. */
const GROUPS = [
  {
    title: "Bodies and groups",
    all: "*",
    holds: (/** @type {GraphNode | undefined} */ node) => !!node && !isRegion(node),
  },
  { title: "Regions", all: "*regions", holds: (/** @type {GraphNode | undefined} */ node) => !!node && isRegion(node) },
];
const PLACES = new Set(["network", "matrix"]); // layouts in which anybody stands for others
const NAMED = 8; // of them that are named one by one
const NONE = "There are no members to be shown as one, or by themselves";

/** What a page of few ties, or without bodies and groups whose members it shows, does not offer. */
export class Gatherer {
  #model;
  #store;
  #hand;
  #palette;
  #isOffered;
  #choice = /** @type {HTMLSelectElement} */ (byId("as-one"));
  /** @type {string} What the choice was made for, so that it is not written again. */
  #written = "";
  #waiting = 0;

  /**
   * @param {Model} model
   * @param {Store} store
   * @param {import("../controls/hand.mjs").Hand} hand
   * @param {() => import("../looks/looks.mjs").Palette} palette
   */
  constructor(model, store, hand, palette) {
    this.#model = model;
    this.#store = store;
    this.#hand = hand;
    this.#palette = palette;
    this.#isOffered = model.data.edges.filter(({ tie }) => tie).length > MANY;
    this.#choice.addEventListener("change", () => {
      const { value } = this.#choice;
      if (GROUPS.some(({ all }) => all === value)) this.#gatherAll(value);
      else if (value) this.#gather(value);
    });
  }

  /** @param {string} id */
  #gather(id) {
    const { gathered } = this.#store.get();
    this.#set(new Set([...gathered, id]), `${this.#name(id)} shown as one with the members`);
  }

  /**
   * Of one group all, and of the other none.
   * @param {string} value
   */
  #gatherAll(value) {
    const group = GROUPS.find(({ all }) => all === value);
    const ids = [...this.#choice.options].map((option) => option.value).filter((id) => this.#model.nodes.has(id));
    const wanted = ids.filter((id) => group?.holds(this.#model.nodes.get(id)));
    this.#set(new Set(wanted), `${group?.title}: ${grouped(wanted.length)} shown as one with the members`);
  }

  /** @param {string} id */
  #scatter(id) {
    const left = [...this.#store.get().gathered].filter((one) => one !== id);
    this.#set(new Set(left), `The members of ${this.#name(id)} shown by themselves`);
  }

  /**
   * @param {ReadonlySet<string>} gathered
   * @param {string} told
   */
  #set(gathered, told) {
    this.#hand.change({ gathered, sight: undefined }, told);
  }

  /** @param {string} id */
  toggle(id) {
    if (this.#store.get().gathered.has(id)) this.#scatter(id);
    else if (this.#mayStand(id)) this.#gather(id);
    else announce(NONE);
  }

  /** @param {string} id */
  #mayStand(id) {
    const { layout, at } = this.#store.get();
    return PLACES.has(layout) && membersOn(this.#model, at).has(id);
  }

  /**
   * The buttons of a node, and one that shows its members as one, or by themselves.
   * @param {GraphNode} node
   * @param {HTMLElement} buttons
   */
  offer({ id }, buttons) {
    const isOn = this.#store.get().gathered.has(id);
    if (this.#mayStand(id) && (isOn || this.#isOffered))
      buttons.append(
        h(
          "button",
          { type: "button", class: "one-it", "aria-pressed": String(isOn), onclick: () => this.toggle(id) },
          "Members as one",
        ),
      );
    return buttons;
  }

  /**
   * Bring the choice and the list in line with a state.
   * @param {State} state
   * @param {Shown} shown
   * @param {Wholes} [wholes]  those that stand for their members
   */
  write(state, shown, wholes = new Map()) {
    const isOffered = this.#isOffered && PLACES.has(state.layout) && mayGather(this.#model, shown.nodes);
    byId("as-one-choice").hidden = !isOffered;
    clearTimeout(this.#waiting);
    if (isOffered) this.#waiting = setTimeout(() => this.#writeChoice(this.#offered(state, shown)), LATER);
    this.#writeList(state, wholes);
  }

  /**
   * Who could stand for members that are shown, the largest first.
   * @param {State} state
   * @param {Shown} shown
   */
  #offered({ at, gathered }, shown) {
    const isShown = (/** @type {string} */ id) => shown.nodes.has(id);
    const rows = [...membersOn(this.#model, at)].map(([id, members]) => ({
      id,
      label: this.#name(id),
      count: [...members].filter(isShown).length,
    }));
    return rows
      .filter(({ id, count }) => count >= LEAST && !gathered.has(id))
      .sort((a, b) => b.count - a.count || compare(fold(a.label), fold(b.label)));
  }

  /** @param {{id: string, label: string, count: number}[]} rows */
  #writeChoice(rows) {
    const key = rows.map(({ id, count }) => `${id} ${count}`).join();
    byId("as-one-choice").hidden = !rows.length;
    choose(this.#choice, "");
    if (key === this.#written) return;
    this.#written = key;
    fill(
      this.#choice,
      h("option", { value: "" }, "choose…"),
      ...GROUPS.map(({ title, all, holds }) => {
        const own = rows.filter(({ id }) => holds(this.#model.nodes.get(id)));
        return own.length ? h("optgroup", { label: title }, ...optionsOf(own, all)) : null;
      }),
    );
  }

  /**
   * @param {State} state
   * @param {Wholes} wholes
   */
  #writeList({ layout, gathered }, wholes) {
    const list = byId("one-list");
    list.hidden = !gathered.size || !PLACES.has(layout);
    if (list.hidden) return fill(list);
    const single = [...gathered]
      .slice(0, NAMED)
      .map((id) =>
        h(
          "button",
          { type: "button", class: "chip", title: "Show the members", onclick: () => this.#scatter(id) },
          this.#name(id),
          h("span", { "aria-hidden": "true" }, "×"),
        ),
      );
    const more = gathered.size - NAMED;
    const all = h(
      "button",
      { type: "button", class: "all", onclick: () => this.#set(new Set(), "All members shown by themselves") },
      "Show all members again",
    );
    fill(
      list,
      h("h2", {}, "Shown as one"),
      h(
        "p",
        { class: "chips" },
        ...single,
        more > 0 ? h("span", { class: "soft" }, `and ${grouped(more)} more`) : null,
      ),
      wholes.size && layout === "network"
        ? h(
            "p",
            { class: "soft" },
            lineSwatch(bundleLook(this.#palette())),
            " with a number: so many facts tie members",
          )
        : null,
      gathered.size > 1 ? all : null,
    );
  }

  /** @param {string} id */
  #name(id) {
    return this.#model.nodes.get(id)?.label ?? id;
  }
}

/**
 * All of them, and each with how many of its members are shown.
 * @param {{id: string, label: string, count: number}[]} rows
 * @param {string} all  the value of all
 */
function optionsOf(rows, all) {
  const each = rows.map(({ id, label, count }) => h("option", { value: id }, `${label} (${grouped(count)})`));
  return rows.length > 1 ? [h("option", { value: all }, `all ${grouped(rows.length)}`), ...each] : each;
}
