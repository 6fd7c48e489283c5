// What the page shows now, in words: beneath a picture that is taken away, and in the names of files.

import { capital, dateWords, spanWords } from "../basics/words.mjs";
import { categories, labelOf } from "../legend/categories.mjs";
import { dayText } from "../data/days.mjs";
import { dayWordsOf } from "../data/phrases.mjs";
import { CLOSE } from "../filter/thresholds.mjs";
import { headline } from "../panel/claim.mjs";
import { isOn } from "../filter/switches.mjs";
import { shownAsOneWords } from "../layouts/as_one.mjs";
import { tierInFull } from "../data/ladders.mjs";
import { compare, keyOf } from "../basics/names.mjs";

/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../data/data.mjs").Source} Source */
/** @typedef {import("../state/state.mjs").State} State */

/** @type {Record<State["view"], string>} */
const VIEWS = { ties: "ties", people: "people and institutions", all: "everything" };
const NAMED = 4; // sources, filters or hidden names that are told one by one
const LONGEST_TITLE = 40; // letters of a file's name that the title may take
const LONGEST_NAME = 110; // and all of it

/**
 * What is looked at: a fact, a path between two, a node.
 * @param {Model} model
 * @param {State} state
 * @returns {string}
 */
function subject(model, { fact, node, path }) {
  const name = (/** @type {string} */ id) => model.nodes.get(id)?.label ?? model.data.others[id] ?? id;
  const told = model.data.facts[fact ?? ""];
  if (told) return headline(model.data.terms, told);
  if (node !== undefined && model.nodes.has(node)) return name(node);
  return path?.from && path.to ? `${name(path.from)} to ${name(path.to)}` : "";
}

/**
 * What is shown, of when, from which sources and by what it was made; a line for each, none of them empty.
 * @param {Model} model
 * @param {State} state
 * @param {ReadonlySet<string>} edges  ids of those that are shown
 * @param {string} maker
 * @param {import("../layouts/as_one.mjs").Wholes} [wholes]  those that stand for their members
 * @returns {string[]}
 */
export function shownWords(model, state, edges, maker, wholes = new Map()) {
  const drawn = [
    state.layout === "network" ? "" : capital(state.layout),
    VIEWS[state.view],
    state.centre !== undefined && state.layout === "ladder" ? `of ${model.nodes.get(state.centre)?.label}` : "",
  ];
  const looked = subject(model, state);
  const { part } = model.data;
  const anyTime = part ? "" : "As of: any time, as the sources tell it";
  const lines = [
    capital([drawn.filter(Boolean).join(", "), looked && `looked at: ${looked}`].filter(Boolean).join("; ")),
    state.days
      ? `Changes ${spanWords(state.days)}`
      : state.at === undefined
        ? anyTime
        : `As of: ${dayWordsOf(state.at)}`,
    part ? `Only a part of the facts: ${part}` : "",
    leftOut(model, state),
    wholes.size ? `Shown as one, with the ties of their members: ${shownAsOneWords(model, wholes)}` : "",
    `Sources: ${some(sourcesOf(model, edges).map(sourceWords), "; ")}`,
    `Made with ${maker}`,
  ];
  return lines.filter((line) => line && line !== "Sources: ");
}

/**
 * What the filters leave out, and what the reader hid.
 * @param {Model} model
 * @param {State} state
 */
function leftOut(model, state) {
  const off = categories(model, state).filter(({ key, under }) => !under && !isOn(state, key) && state.off.has(key));
  const names = [
    ...off.map((row) => inFull(row, model)),
    ...(state.close ? [`ties that are not ${CLOSE[state.close]}`] : []),
    ...(state.least ? [`actors of fewer than ${state.least} ties`] : []),
    ...Array.from(state.hidden, (id) => model.nodes.get(id)?.label ?? id),
  ];
  return names.length ? `Left out: ${some(names, ", ")}` : "";
}

/**
 * What a category is called, with the ladder of a rung.
 * @param {import("../legend/categories.mjs").Category} row
 * @param {Model} model
 */
function inFull(row, model) {
  const { ladder, tier } = row.group === "close" ? (row.edge ?? {}) : {};
  const full = tier === undefined ? undefined : tierInFull(model.data.terms, ladder, tier);
  return full === undefined ? labelOf(row, model) : capital(full);
}

/**
 * The sources of what is shown, those that say most of it first.
 * @param {Model} model
 * @param {ReadonlySet<string>} edges
 * @returns {Source[]}
 */
function sourcesOf({ data: { facts, sources }, edges: known }, edges) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const fact of new Set(Array.from(edges, (id) => known.get(id)?.fact ?? "")))
    for (const source of new Set((facts[fact]?.evidence ?? []).map((one) => one.source)))
      counts.set(source, (counts.get(source) ?? 0) + 1);
  const ids = [...counts].sort(([a, one], [b, other]) => other - one || compare(a, b)).map(([id]) => id);
  return ids.flatMap((id) => sources[id] ?? []);
}

/** @param {Source} source */
function sourceWords({ title, publisher, published }) {
  const when = published === "unknown" ? "undated" : dateWords(published);
  return `${title} (${[publisher, when].filter(Boolean).join(", ")})`;
}

/**
 * The first few of some names, and how many more there are.
 * @param {string[]} names
 * @param {string} between
 */
function some(names, between) {
  const more = names.length - NAMED;
  return more > 1 ? `${names.slice(0, NAMED).join(between)}${between}${more} more` : names.join(between);
}

/**
 * A name for a file that tells what it holds: the title, the layout, what is looked at and the day.
 * @param {string} title
 * @param {Model} model
 * @param {State} state
 * @param {string} ending
 */
export function fileName(title, model, state, ending) {
  const parts = [
    slug(title, LONGEST_TITLE),
    state.layout === "network" ? "" : state.layout,
    state.layout === "ladder" ? slug(model.nodes.get(state.centre ?? "")?.label ?? "", LONGEST_TITLE) : "",
    state.view === "ties" ? "" : slug(VIEWS[state.view], LONGEST_TITLE),
    slug(subject(model, state), LONGEST_TITLE),
    state.at === undefined ? "" : dayText(state.at),
    state.days ? slug(`${state.days.from} to ${state.days.to}`, LONGEST_TITLE) : "",
    state.off.size + state.hidden.size > 0 || state.close || state.least ? "filtered" : "",
    state.gathered.size && state.layout === "network" ? "as-one" : "",
  ];
  return `${slug(parts.filter(Boolean).join("-"), LONGEST_NAME) || "relgraph"}.${ending}`;
}

/**
 * The letters and digits of a text, with hyphens between: as many words as have room.
 * @param {string} text
 * @param {number} longest
 */
function slug(text, longest) {
  const words = keyOf(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return words.length > longest
    ? words
        .slice(0, longest + 1)
        .replace(/-[^-]*$/, "")
        .slice(0, longest)
    : words;
}
