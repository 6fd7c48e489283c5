// A path told step by step: what ties each two, and who says so; or why there is none.

import { NO, YES } from "../data/days.mjs";
import { capital, counted } from "../basics/words.mjs";
import { citation } from "../panel/citation.mjs";
import { factLink, nodeLink } from "../panel/claim.mjs";
import { h } from "../basics/dom.mjs";
import { silenceParts } from "../panel/silence.mjs";

/** @typedef {import("./path.mjs").Answer} Answer */
/** @typedef {import("../panel/claim.mjs").PanelContext} PanelContext */
/** @typedef {import("./path.mjs").Path} Path */
/** @typedef {import("./path.mjs").Step} Step */
/** @typedef {import("./path.mjs").StepTie} StepTie */

/**
 * The answer in a sentence or two.
 * @param {Answer} answer
 * @param {number} route
 * @returns {string[]}
 */
export function verdict({ paths, aboveLabel, incomparable, reason }, route) {
  const path = paths[route];
  if (!path) return ["No path.", `${capital(reason ?? "")}.`];
  const steps = counted(path.steps.length, "step");
  const lead = `${tiedWords(path)} ${steps}`;
  const tied =
    path.label === null
      ? `${lead}, one of them or more without a rung.`
      : `${lead}, at “${path.label}”${path.steps.length > 1 ? " or closer" : ""}.`;
  return [
    tied,
    aboveLabel === null ? "" : `No path at “${aboveLabel}”.`,
    incomparable ? "The weakest rungs stand on ladders that nothing compares: none of them is above the other." : "",
  ].filter(Boolean);
}

/**
 * Whether a path ties its ends: not where a step is only planned, and only maybe where a step is.
 * @param {Path} path
 */
function tiedWords({ steps }) {
  if (steps.some(({ ties }) => ties.every(({ holds }) => holds === NO)))
    return "Not tied as things stand, but planned, in";
  return steps.some(({ ties }) => ties.every(({ holds }) => holds !== YES)) ? "Maybe tied in" : "Tied in";
}

/**
 * The answer in full.
 * @param {PanelContext} context
 * @param {Answer} answer
 * @param {number} route  which of the equally good paths is told
 * @param {(route: number) => void} choose
 */
export function pathTold(context, answer, route, choose) {
  const path = answer.paths[route];
  const [first = "", ...more] = verdict(answer, route);
  return [
    h("p", { class: "verdict" }, h("strong", {}, first), more.length ? ` ${more.join(" ")}` : ""),
    answer.paths.length > 1 ? equals(context, answer.paths, route, choose) : null,
    ...(answer.silence ? silenceParts(context, answer.silence) : []),
    path ? h("ol", { class: "steps" }, ...path.steps.map((step) => h("li", {}, ...stepTold(context, step)))) : null,
    h(
      "p",
      { class: "soft" },
      [
        path ? "A path says nothing more than its steps." : "",
        answer.nodes ? `Searched ${counted(answer.nodes, "actor")} and ${counted(answer.pairs, "tied pair")}.` : "",
      ]
        .filter(Boolean)
        .join(" "),
    ),
  ];
}

/**
 * The equally good ways, to choose from.
 * @param {PanelContext} context
 * @param {Path[]} paths
 * @param {number} route
 * @param {(route: number) => void} choose
 */
function equals(context, paths, route, choose) {
  const via = (/** @type {Path} */ { nodes }) =>
    nodes
      .slice(1, -1)
      .map((id) => context.model.nodes.get(id)?.label ?? id)
      .join(" – ");
  const way = (/** @type {Path} */ path, /** @type {number} */ index) =>
    h(
      "button",
      { type: "button", "aria-pressed": String(index === route), "data-route": index, onclick: () => choose(index) },
      `via ${via(path)}`,
    );
  return h(
    "div",
    { class: "ways", role: "group", "aria-label": "Equally good ways" },
    h("p", { class: "soft" }, `${counted(paths.length, "way")} are equally good:`),
    ...paths.map(way),
  );
}

/**
 * @param {PanelContext} context
 * @param {Step} step
 */
function stepTold(context, { from, to, ties }) {
  return [
    h("h3", {}, h("span", {}, nodeLink(context, from), " – ", nodeLink(context, to))),
    ...ties.map((tie) => tieTold(context, tie)),
  ];
}

/**
 * @param {PanelContext} context
 * @param {StepTie} tie
 */
function tieTold(context, { fact: id, says }) {
  const fact = context.model.data.facts[id];
  return h(
    "div",
    {},
    factLink(context, id, capital(says)),
    fact?.rule ? h("p", { class: "soft" }, `By rule: ${fact.rule}.`) : null,
    fact?.note ? h("p", { class: "soft" }, `Note: ${fact.note}`) : null,
    ...(fact?.evidence ?? []).map((one) => citation(context, one)),
  );
}
