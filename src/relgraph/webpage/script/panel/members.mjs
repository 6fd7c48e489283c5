// What the panel tells of one that stands for its members: who they are, and to whom they are tied.

import { counted, grouped } from "../basics/words.mjs";
import { compare, fold } from "../basics/names.mjs";
import { factLink, factOn, headline, nodeLink } from "./claim.mjs";
import { h } from "../basics/dom.mjs";
import { isRegion } from "../data/regions.mjs";
import { limitedList } from "./limited.mjs";

/** @typedef {import("./claim.mjs").PanelContext} PanelContext */

/**
 * The sections of a whole; none where it does not stand for its members.
 * @param {PanelContext} context
 * @param {string} id
 * @returns {(HTMLElement | null)[]}
 */
export function wholeParts(context, id) {
  const whole = context.wholes?.get(id);
  if (!whole) return regionParts(context, id);
  const { members, inside, ties } = whole;
  const label = (/** @type {string} */ one) => context.model.nodes.get(one)?.label ?? one;
  const byName = (/** @type {string[]} */ ids) => ids.sort((a, b) => compare(fold(label(a)), fold(label(b))));
  const partners = byName([...ties.keys()]).sort((a, b) => (ties.get(b)?.size ?? 0) - (ties.get(a)?.size ?? 0));
  const all = new Set([...ties.values()].flatMap((facts) => [...facts]));
  const among = inside.size ? `${counted(inside.size, "fact")} among them, drawn as no line.` : "";
  return [
    section("Shown as one: its members", members.length, [
      among ? h("p", { class: "soft" }, among) : null,
      ...limitedList(`${id} members`, byName([...members]), (one) => h("span", {}, nodeLink(context, one))),
    ]),
    all.size
      ? section("Ties of its members to others", all.size, [
          ...limitedList(`${id} partners`, partners, (one) => partner(context, label(one), [...(ties.get(one) ?? [])])),
        ])
      : null,
  ];
}

/**
 * Of a region that does not stand for them now, its countries.
 * @param {PanelContext} context
 * @param {string} id
 */
function regionParts(context, id) {
  const node = context.model.nodes.get(id);
  const members = node && isRegion(node) ? (node.members ?? []) : [];
  const list = limitedList(`${id} members`, members, (one) => h("span", {}, nodeLink(context, one)));
  return members.length ? [section("Countries and territories", members.length, list)] : [];
}

/**
 * @param {string} title
 * @param {number} count
 * @param {(HTMLElement | null)[]} parts
 */
function section(title, count, parts) {
  return h("section", { class: "whole" }, h("h3", {}, title, h("span", { class: "count" }, grouped(count))), ...parts);
}

/**
 * One to whom members are tied; the facts are listed when it is opened.
 * @param {PanelContext} context
 * @param {string} name
 * @param {string[]} facts
 */
function partner(context, name, facts) {
  const made = h(
    "details",
    {
      ontoggle: () => {
        if (!made.open || made.querySelector("ul")) return;
        made.append(h("ul", { class: "facts" }, ...facts.map((id) => h("li", {}, factLine(context, id)))));
      },
    },
    h("summary", {}, name, " ", h("span", { class: "count" }, grouped(facts.length))),
  );
  return made;
}

/**
 * @param {PanelContext} context
 * @param {string} id
 */
function factLine(context, id) {
  const fact = factOn(context, id);
  return factLink(context, id, fact ? headline(context.model.data.terms, fact) : id);
}
