// Stated counts in the panel: how many a source states, and how many of them are known.

import { counted, grouped } from "../basics/words.mjs";
import { h } from "../basics/dom.mjs";

/** @typedef {import("../data/data.mjs").Count} Count */
/** @typedef {import("../data/data.mjs").Fact} Fact */

/** Fields of a count that the tally tells already. */
const TALLIED = new Set(["says", "counts", "kind", "role", "named"]);

/**
 * A stated count with what is missing: "14 stated: 5 named, 4 derived, 5 unnamed".
 * @param {Pick<Fact, "figures">} fact
 * @param {Count} count
 */
export function tallyWords({ figures }, { named, derived, unnamed, exact }) {
  const stated = `${figures?.["says"] ?? ""} stated`;
  if (!named.length && !derived.length) return `${stated}, none of them named`;
  if (!unnamed && !derived.length) return `${stated}, all named`;
  const parts = [
    named.length && `${named.length} named`,
    derived.length && `${derived.length} derived`,
    unnamed && `${grouped(unnamed)}${exact ? "" : " or more"} unnamed`,
  ];
  return `${stated}: ${parts.filter(Boolean).join(", ")}`;
}

/**
 * The fields of a fact that are still to be told beside its tally.
 * @param {Fact} fact
 * @returns {[string, string][]}
 */
export function untallied({ figures = {}, count }) {
  return Object.entries(figures).filter(([name]) => !count || !TALLIED.has(name));
}

/**
 * The count with its members, in lists.
 * @param {Fact} fact
 * @param {(id: string) => Node | string} link  writes one member
 */
export function tally(fact, link) {
  const { count } = fact;
  if (!count) return null;
  return h(
    "section",
    { class: "tally" },
    h("h3", {}, tallyWords(fact, count)),
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
