// Facts in lanes along time: a bar for each, with soft ends where its dates are known only so far.

import { counted, grouped } from "../basics/words.mjs";
import { dateSpan } from "../data/days.mjs";
import { factLink } from "../panel/claim.mjs";
import { fill, h } from "../basics/dom.mjs";
import { edgeLook, kindColour } from "../looks/looks.mjs";
import { LEAST_WIDE, isUnsure, lanesOf, placeOf, ticksOf } from "./spans.mjs";
import { shownFacts } from "../table/rows.mjs";

/** @typedef {import("./spans.mjs").Bar} Bar */
/** @typedef {import("./spans.mjs").Lane} Lane */
/** @typedef {import("./spans.mjs").Scale} Scale */
/** @typedef {import("../panel/claim.mjs").PanelContext} PanelContext */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */
/** @typedef {import("../state/state.mjs").State} State */

const AT_ONCE = 60; // lanes that are written before the reader comes near the last of them
const NEAR = 800; // pixels from the end of what is written at which more is
const UNDATED = 300; // facts without a date that are listed
const LAST_TICK = 94; // hundredths of the scale beyond which a year has no room

/** @typedef {{shown: Shown, palette: PanelContext["palette"], at: number | undefined, days: State["days"]}} Written  what lanes were written for */

/** Writes the lanes into an element: of many those in sight, and more as the reader comes to them. */
export class Lanes {
  #place;
  /** @type {Written | null} */
  #written = null;
  #found = lanesOf(/** @type {any} */ ({ facts: {} }), []);
  #list = h("ol", { class: "facts" });
  #more = h("button", { type: "button", class: "more", onclick: () => this.#writeOn() });
  /** Lanes that were written before paper needed all. */
  #before = 0;
  /** @type {(lane: Lane) => HTMLElement} */
  #row = () => h("li");

  /** @param {HTMLElement} place */
  constructor(place) {
    this.#place = place;
    place.addEventListener("scroll", () => this.#follow());
  }

  /**
   * Write what is shown, and mark what is looked at.
   * @param {Shown} shown
   * @param {State} state
   * @param {PanelContext} context
   */
  write(shown, { at, days, fact }, context) {
    const wanted = { shown, palette: context.palette, at, days };
    const names = /** @type {(keyof Written)[]} */ (Object.keys(wanted));
    if (names.some((name) => wanted[name] !== this.#written?.[name])) this.#writeAnew(wanted, context);
    for (const row of this.#list.children) {
      if (row instanceof HTMLElement && row.dataset["fact"] === fact) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    }
  }

  /**
   * @param {Written} wanted
   * @param {PanelContext} context
   */
  #writeAnew(wanted, context) {
    const isOther = wanted.shown !== this.#written?.shown;
    const count = isOther ? AT_ONCE : Math.max(AT_ONCE, this.#list.childElementCount);
    if (isOther) this.#found = lanesOf(context.model.data, shownFacts(context.model, wanted.shown));
    this.#written = wanted;
    const { scale } = this.#found;
    const marks = daysAsked(wanted).filter((day) => day >= scale.first && day <= scale.last);
    this.#row = (lane) => row(lane, scale, marks, context);
    const focused = this.#place.contains(document.activeElement) ? document.activeElement?.closest("li") : null;
    this.#list.replaceChildren();
    fill(this.#place, ...this.#parts(context));
    this.#writeOn(count);
    if (focused?.dataset["fact"] !== undefined) this.#focus(focused.dataset["fact"]);
  }

  /** @param {string} fact */
  #focus(fact) {
    this.#list.querySelector(`[data-fact="${CSS.escape(fact)}"] button`)?.dispatchEvent(new Event("refocus"));
  }

  /** @param {PanelContext} context */
  #parts(context) {
    const { lanes, undated, scale } = this.#found;
    return [
      h("h2", {}, `${counted(lanes.length, "fact")} with a date`),
      h(
        "p",
        { class: "soft" },
        "Whole where it is so for certain; fading, or striped, where its date is known only so far.",
      ),
      undated.length ? withoutDate(undated, context) : null, // above what grows while it is read
      lanes.length ? axis(scale) : null,
      this.#list,
      this.#more,
    ];
  }

  /**
   * Write more lanes.
   * @param {number} [count]
   */
  #writeOn(count = AT_ONCE) {
    const first = this.#list.childElementCount;
    const hadFocus = this.#more === document.activeElement;
    this.#list.append(...this.#found.lanes.slice(first, first + count).map(this.#row));
    const left = this.#found.lanes.length - this.#list.childElementCount;
    this.#more.hidden = left <= 0;
    this.#more.textContent = `Show ${grouped(Math.min(left, AT_ONCE))} more`;
    if (hadFocus) this.#focus(this.#found.lanes[first]?.id ?? "");
  }

  /** Write more where the reader comes near the end of what is written. */
  #follow() {
    const { scrollTop, clientHeight, scrollHeight } = this.#place;
    if (!this.#more.hidden && scrollTop + clientHeight > scrollHeight - NEAR) this.#writeOn();
  }

  /**
   * Write all of them: paper needs them. Or only as many again as before.
   * @param {boolean} on
   */
  whole(on) {
    if (on) this.#before = this.#list.childElementCount;
    else for (const row of [...this.#list.children].slice(this.#before)) row.remove();
    this.#writeOn(on ? this.#found.lanes.length : 0);
  }
}

/**
 * The days that are asked for.
 * @param {Pick<State, "at" | "days">} state
 * @returns {number[]}
 */
function daysAsked({ at, days }) {
  if (days) return [days.from, days.to].flatMap((date) => dateSpan(date)?.[1] ?? []);
  return at === undefined ? [] : [at];
}

/**
 * Facts without a date, folded: they are written when they are asked for.
 * @param {string[]} ids
 * @param {PanelContext} context
 */
function withoutDate(ids, context) {
  const list = h("ul", { class: "facts" });
  const write = () => {
    if (!list.firstChild) list.append(...ids.slice(0, UNDATED).map((id) => h("li", {}, factLink(context, id))));
  };
  return h("details", { ontoggle: write }, h("summary", {}, `${counted(ids.length, "fact")} without a date`), list);
}

/**
 * The years above the lanes.
 * @param {Scale} scale
 */
function axis(scale) {
  const ticks = ticksOf(scale)
    .filter(({ day }) => placeOf(scale, day) < LAST_TICK)
    .map(({ day, year }) => placed(h("span", {}, String(year)), placeOf(scale, day)));
  return h("div", { class: "axis", "aria-hidden": "true" }, h("div", {}, ...ticks));
}

/**
 * @param {HTMLElement} element
 * @param {number} left  in hundredths of the scale
 * @param {number} [wide]
 */
function placed(element, left, wide) {
  element.style.left = `${left}%`;
  if (wide !== undefined) element.style.width = `${wide}%`;
  return element;
}

/**
 * @param {Lane} lane
 * @param {Scale} scale
 * @param {number[]} marks  days that are asked for
 * @param {PanelContext} context
 */
function row({ id, bar }, scale, marks, context) {
  const link = factLink(context, id);
  link.addEventListener("refocus", () => link.focus());
  const days = marks.map((day) => placed(h("span", { class: "asked" }), placeOf(scale, day)));
  return h(
    "li",
    { "data-fact": id },
    link,
    h("div", { class: "lane", "aria-hidden": "true" }, ...days, drawn(bar, id, scale, context)),
  );
}

/**
 * The bar of a fact: its colour that of its line, whole between the days on which it is certainly so.
 * @param {Bar} bar
 * @param {string} id
 * @param {Scale} scale
 * @param {PanelContext} context
 */
function drawn(bar, id, scale, { model, palette }) {
  const fact = model.data.facts[id];
  const edge = model.drawn.get(id)?.[0];
  const node = model.nodes.get(id);
  const colour =
    edge && !node ? edgeLook(edge, model.data.terms, palette).color : kindColour(palette, node?.kind ?? "");
  const [from, to] = [placeOf(scale, bar.from), placeOf(scale, bar.to)];
  const wide = Math.max(LEAST_WIDE, to - from);
  const element = placed(
    h("span", { class: `bar ${bar.kind} effect-${fact?.effect}` }),
    Math.min(from, 100 - wide),
    wide,
  );
  const share = (/** @type {number} */ day) => Math.round(((placeOf(scale, day) - from) / wide) * 1000) / 10;
  element.classList.toggle("unsure", isUnsure(bar, scale));
  element.classList.toggle("goes-on", bar.kind === "state" && bar.to === scale.last && bar.until === scale.last);
  element.style.setProperty("--colour", colour);
  element.style.setProperty("--sure", `${bar.sure > bar.until ? 50 : share(bar.sure)}%`);
  element.style.setProperty("--until", `${bar.sure > bar.until ? 50 : share(bar.until)}%`);
  return element;
}
