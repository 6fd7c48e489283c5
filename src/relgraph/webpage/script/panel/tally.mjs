// Stated counts in the panel: how many a source states, and how many of them are known.

import { counted, grouped } from "../basics/words.mjs";
import { h } from "../basics/dom.mjs";

/** @typedef {import("../data/data.mjs").Count} Count */
/** @typedef {import("../data/data.mjs").Fact} Fact */

/**
 * A stated count with what is missing: "14 stated: 5 named, 4 derived, 5 unnamed".
 * @param {Count} count
 */
export function tallyWords({ says, named, derived, unnamed, exact }) {
  const stated = `${says} stated`;
  if (!named.length && !derived.length) return `${stated}, none of them named`;
  if (!unnamed && !derived.length) return `${stated}, all named`;
  const parts = [
    named.length && `${grouped(named.length)} named`,
    derived.length && `${grouped(derived.length)} derived`,
    unnamed && `${grouped(unnamed)}${exact ? "" : " or more"} unnamed`,
  ];
  return `${stated}: ${parts.filter(Boolean).join(", ")}`;
}

/**
 * The count with its members, in lists.
 * @param {Pick<Fact, "count">} fact
 * @param {(id: string) => Node | string} link  writes one member
 */
export function tally({ count }, link) {
  if (!count) return null;
  return h(
    "section",
    { class: "tally" },
    h("h3", {}, tallyWords(count)),
    members("Named by a source", count.named, link),
    members("Derived by a rule", count.derived, link),
    count.unnamed
      ? h("p", { class: "soft" }, `${counted(count.unnamed, "more is", "more are")} not named in any source here.`)
      : null,
  );
}

/**
 * @param {string} title
 * @param {string[]} ids
 * @param {(id: string) => Node | string} link
 */
function members(title, ids, link) {
  if (!ids.length) return null;
  return h("div", {}, h("h4", {}, title), h("ul", { class: "members" }, ...ids.map((id) => h("li", {}, link(id)))));
}
