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

const AT_ONCE = 300; // lanes that are written before more are asked for
const LAST_TICK = 94; // hundredths of the scale beyond which a year has no room

/** Writes the lanes into an element. */
export class Lanes {
  #place;
  #most = AT_ONCE;
  /** @type {{shown: Shown, palette: PanelContext["palette"], at: number | undefined, days: State["days"], fact: string | undefined, most: number} | null} */
  #written = null;
  /** @type {Shown | null} */
  #shown = null;
  #found = lanesOf(/** @type {any} */ ({ facts: {} }), []);

  /** @param {HTMLElement} place */
  constructor(place) {
    this.#place = place;
  }

  /**
   * Write what is shown.
   * @param {Shown} shown
   * @param {State} state
   * @param {PanelContext} context
   */
  write(shown, { at, days, fact }, context) {
    const { palette, model } = context;
    if (shown !== this.#shown) {
      this.#found = lanesOf(model.data, shownFacts(model, shown));
      this.#most = AT_ONCE;
    }
    this.#shown = shown;
    const wanted = { shown, palette, at, days, fact, most: this.#most };
    const names = /** @type {(keyof typeof wanted)[]} */ (Object.keys(wanted));
    if (names.every((name) => wanted[name] === this.#written?.[name])) return;
    this.#written = wanted;
    const focused = this.#place.contains(document.activeElement) ? document.activeElement?.closest("li") : null;
    const kept = focused?.dataset["fact"];
    fill(this.#place, ...this.#parts(wanted, context));
    if (kept !== undefined)
      this.#place.querySelector(`[data-fact="${CSS.escape(kept)}"] button`)?.dispatchEvent(new Event("refocus"));
  }

  /**
   * @param {{at: number | undefined, days: State["days"], fact: string | undefined, most: number}} wanted
   * @param {PanelContext} context
   */
  #parts({ at, days, fact, most }, context) {
    const { lanes, undated, scale } = this.#found;
    const asked = days
      ? [days.from, days.to].flatMap((date) => dateSpan(date)?.[1] ?? [])
      : at === undefined
        ? []
        : [at];
    const marks = asked.filter((day) => day >= scale.first && day <= scale.last);
    const left = lanes.length - most;
    return [
      h("h2", {}, `${counted(lanes.length, "fact")} with a date`),
      h(
        "p",
        { class: "soft" },
        "Whole where it is so for certain; fading, or striped, where its date is known only so far.",
      ),
      lanes.length ? axis(scale) : null,
      h(
        "ol",
        { class: "facts" },
        ...lanes.slice(0, most).map((lane) => row(lane, lane.id === fact, scale, marks, context)),
      ),
      left > 0
        ? h(
            "button",
            { type: "button", class: "more", onclick: () => this.#showMore(context) },
            `Show ${grouped(Math.min(left, AT_ONCE))} more`,
          )
        : null,
      undated.length
        ? h(
            "details",
            {},
            h("summary", {}, `${counted(undated.length, "fact")} without a date`),
            h("ul", { class: "facts" }, ...undated.slice(0, AT_ONCE).map((id) => h("li", {}, factLink(context, id)))),
          )
        : null,
    ];
  }

  /** @param {PanelContext} context */
  #showMore(context) {
    const { shown, at, days, fact } = this.#written ?? {};
    const first = this.#most;
    this.#most += AT_ONCE;
    if (!shown) return;
    this.write(shown, /** @type {State} */ ({ at, days, fact }), context);
    this.#place.querySelectorAll("li button")[first]?.dispatchEvent(new Event("refocus"));
  }
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
 * @param {boolean} isLooked
 * @param {Scale} scale
 * @param {number[]} marks  days that are asked for
 * @param {PanelContext} context
 */
function row({ id, bar }, isLooked, scale, marks, context) {
  const link = factLink(context, id);
  link.addEventListener("refocus", () => link.focus());
  const days = marks.map((day) => placed(h("span", { class: "asked" }), placeOf(scale, day)));
  return h(
    "li",
    { "data-fact": id, "aria-current": isLooked ? "true" : undefined },
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
