// What changed between two days, in words: how much of each sort, and every fact of it.

import { capital, counted, grouped, spanWords } from "../basics/words.mjs";
import { factLink } from "../panel/claim.mjs";
import { h } from "../basics/dom.mjs";
import { markSwatch } from "../looks/swatches.mjs";

/** @typedef {import("../data/changes.mjs").Change} Change */
/** @typedef {import("../data/changes.mjs").Changes} Changes */
/** @typedef {import("../data/changes.mjs").Word} Word */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../panel/claim.mjs").PanelContext} PanelContext */
/** @typedef {import("../state/state.mjs").DaysAsked} DaysAsked */

/**
 * How much changed, in a sentence.
 * @param {Model} model
 * @param {DaysAsked} days
 * @param {Changes} found
 */
export function changesWords({ data }, days, { changes }) {
  const sorts = data.changes.flatMap((word) => {
    const count = changes.filter((one) => one.certain && one.word === word).length;
    return count ? [`${grouped(count)} ${word}`] : [];
  });
  const maybe = changes.filter(({ certain }) => !certain).length;
  const told = [...sorts, ...(maybe ? [`${grouped(maybe)} that may have changed`] : [])];
  return `${capital(spanWords(days))}: ${told.join(", ") || "nothing changed"}.`;
}

/**
 * The answer in full: first what is drawn, then the rest of it, folded.
 * @param {PanelContext} context
 * @param {DaysAsked} days
 * @param {Changes} found
 */
export function changesTold(context, days, found) {
  const isDrawn = (/** @type {Change} */ { fact }) => context.isShown?.(fact) ?? true;
  const others = found.changes.filter((one) => !isDrawn(one));
  return [
    h("p", { class: "verdict" }, h("strong", {}, changesWords(context.model, days, found))),
    ...groups(context, found.changes.filter(isDrawn)),
    others.length
      ? h(
          "details",
          {},
          h(
            "summary",
            {},
            `${counted(others.length, "change")} that ${others.length === 1 ? "is" : "are"} not drawn now`,
          ),
          ...groups(context, others),
        )
      : null,
    found.open.length ? openPart(context, found.open) : null,
  ];
}

/**
 * Changes by their word: the certain ones of each, then those that only may be.
 * @param {PanelContext} context
 * @param {Change[]} changes
 */
function groups(context, changes) {
  const sorts = context.model.data.changes.flatMap((word) =>
    [true, false].map((certain) => ({ word: /** @type {Word} */ (word), certain })),
  );
  const [certain, maybe] = [true, false].map((is) => sorts.filter((one) => one.certain === is));
  return [...(certain ?? []), ...(maybe ?? [])].flatMap((sort) => {
    const rows = changes.filter((one) => one.word === sort.word && one.certain === sort.certain);
    return rows.length ? [group(context, sort, rows)] : [];
  });
}

/**
 * @param {PanelContext} context
 * @param {{word: Word, certain: boolean}} sort
 * @param {Change[]} rows
 */
function group(context, sort, rows) {
  return h(
    "section",
    {},
    h(
      "h3",
      {},
      markSwatch(sort, context.palette),
      sort.certain ? capital(sort.word) : `Maybe ${sort.word}`,
      h("span", { class: "count" }, grouped(rows.length)),
    ),
    h("ul", { class: "facts" }, ...rows.map((one) => row(context, one))),
  );
}

/**
 * @param {PanelContext} context
 * @param {Change} change
 */
function row(context, { fact, insteadOf }) {
  return h(
    "li",
    {},
    factLink(context, fact),
    insteadOf === undefined
      ? null
      : h("div", { class: "before" }, h("span", { class: "soft" }, "Before:"), factLink(context, insteadOf)),
  );
}

/**
 * What is only maybe so on both days.
 * @param {PanelContext} context
 * @param {string[]} open
 */
function openPart(context, open) {
  return h(
    "details",
    {},
    h("summary", {}, `${counted(open.length, "fact is", "facts are")} maybe so on both days`),
    h("p", { class: "soft" }, "Whether they changed is not known: no source gives their dates so nearly."),
    h("ul", { class: "facts" }, ...open.map((id) => h("li", {}, factLink(context, id)))),
  );
}
