// What changed between two days, in words: how much of each sort, and every fact of it.

import { capital, counted, grouped, spanWords } from "../basics/words.mjs";
import { factLink, headline } from "../panel/claim.mjs";
import { areMany } from "../lines/marks.mjs";
import { dateSpan } from "../data/days.mjs";
import { h } from "../basics/dom.mjs";
import { limitedList } from "../panel/limited.mjs";
import { markSwatch } from "../looks/swatches.mjs";
import { tellerOn } from "../data/phrases.mjs";

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
  const [drawn = [], others = []] = [true, false].map((is) => found.changes.filter((one) => isDrawn(one) === is));
  const says = saysOf(context.model, days);
  return [
    h("p", { class: "verdict" }, h("strong", {}, changesWords(context.model, days, found))),
    areMany(drawn.length)
      ? h("p", { class: "soft" }, "Not every line has room for its sign: zoom in to see more.")
      : null,
    ...groups(context, drawn, { says, all: found.changes }),
    others.length
      ? h(
          "details",
          {},
          h(
            "summary",
            {},
            `${counted(others.length, "change")} that ${others.length === 1 ? "is" : "are"} not drawn now`,
          ),
          ...groups(context, others, { says, all: others }),
        )
      : null,
    found.open.length ? openPart(context, found.open) : null,
  ];
}

/** @typedef {(change: Change, earlier?: boolean) => string} Says  what changed in a line, or that in whose place it came */

/** @typedef {{says: Says, all: Change[]}} Telling  all: those that are counted, drawn or not */

/**
 * What ended, and what something came in the place of, is told as it was on the first day, all else as it is on the second.
 * @param {Model} model
 * @param {DaysAsked} days
 * @returns {Says}
 */
function saysOf({ data, nodes }, { from, to }) {
  const [first, second] = [tellerOn(data, dateSpan(from)?.[0]), tellerOn(data, dateSpan(to)?.[1])];
  return ({ word, fact, insteadOf, who }, earlier = false) => {
    const id = earlier ? (insteadOf ?? fact) : fact;
    const found = (earlier || (word === "ended" && who === undefined) ? first : second)(id);
    const told = found ? headline(data.terms, found) : (data.others[id] ?? id);
    return who === undefined ? told : `For ${nodes.get(who)?.called ?? who}: ${told}`;
  };
}

/**
 * Changes by their word: the certain ones of each, then those that only may be.
 * @param {PanelContext} context
 * @param {Change[]} changes
 * @param {Telling} telling
 */
function groups(context, changes, { says, all }) {
  const sorts = context.model.data.changes.flatMap((word) =>
    [true, false].map((certain) => ({ word: /** @type {Word} */ (word), certain })),
  );
  const [certain, maybe] = [true, false].map((is) => sorts.filter((one) => one.certain === is));
  return [...(certain ?? []), ...(maybe ?? [])].flatMap((sort) => {
    const [rows = [], every = []] = [changes, all].map((some) =>
      some.filter((one) => one.word === sort.word && one.certain === sort.certain),
    );
    return rows.length ? [group(context, sort, rows, { says, all: every })] : [];
  });
}

/**
 * @param {PanelContext} context
 * @param {{word: Word, certain: boolean}} sort
 * @param {Change[]} rows
 * @param {Telling} telling
 */
function group(context, sort, rows, { says, all }) {
  const count =
    rows.length < all.length ? `${grouped(rows.length)} of ${grouped(all.length)} drawn` : grouped(all.length);
  return h(
    "section",
    {},
    h(
      "h3",
      {},
      markSwatch(sort, context.palette),
      sort.certain ? capital(sort.word) : `Maybe ${sort.word}`,
      h("span", { class: "count" }, count),
    ),
    ...limitedList(`changes ${sort.word} ${sort.certain}`, rows, (one) => row(context, one, says)),
  );
}

/**
 * @param {PanelContext} context
 * @param {Change} change
 * @param {Says} says
 */
function row(context, change, says) {
  const { fact, insteadOf } = change;
  const link = factLink(context, fact, says(change));
  if (insteadOf === undefined) return link;
  const earlier = factLink(context, insteadOf, says(change, true));
  const both = document.createDocumentFragment();
  both.append(link, h("div", { class: "before" }, h("span", { class: "soft" }, "Before:"), earlier));
  return both;
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
    ...limitedList("changes open", open, (id) => factLink(context, id)),
  );
}
