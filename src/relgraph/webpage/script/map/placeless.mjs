// The list beside the map: what is shown and has no place on it.

import { byId, fill, h } from "../basics/dom.mjs";
import { capital, grouped } from "../basics/words.mjs";
import { compare, fold } from "../basics/names.mjs";
import { kindTerm } from "../data/data.mjs";

/** @typedef {import("../data/data.mjs").GraphNode} GraphNode */
/** @typedef {import("../data/data.mjs").Model} Model */

/**
 * Show the list, or hide it where everything has a place.
 * @param {Model} model
 * @param {GraphNode[] | undefined} nodes
 * @param {(id: string) => void} openNode
 */
export function showPlaceless(model, nodes = [], openNode) {
  const list = byId("placeless");
  list.hidden = !nodes.length;
  const [summary, body] = list.children;
  if (!nodes.length || !summary || !body) return;
  summary.textContent = `${grouped(nodes.length)} without a place on the map`;
  fill(body, ...groupsOf(nodes).flatMap(([kind, some]) => groupOf(model, kind, some, openNode)));
}

/**
 * Nodes by their kind: actors first, then facts.
 * @param {GraphNode[]} nodes
 * @returns {[string, GraphNode[]][]}
 */
function groupsOf(nodes) {
  /** @type {Map<string, GraphNode[]>} */
  const kinds = new Map();
  for (const node of nodes) kinds.set(node.kind, [...(kinds.get(node.kind) ?? []), node]);
  const isFact = (/** @type {GraphNode[]} */ [node]) => Number(node?.fact !== undefined);
  return [...kinds].sort(([a, some], [b, others]) => isFact(some) - isFact(others) || compare(a, b));
}

/**
 * @param {Model} model
 * @param {string} kind
 * @param {GraphNode[]} nodes
 * @param {(id: string) => void} openNode
 */
function groupOf(model, kind, nodes, openNode) {
  const { label, plural } = kindTerm(model.data.terms, kind);
  const sorted = [...nodes].sort((a, b) => compare(fold(a.label), fold(b.label)));
  return [
    h("h2", {}, capital(nodes.length === 1 ? label : plural)),
    h(
      "ul",
      {},
      ...sorted.map((node) =>
        h("li", {}, h("button", { type: "button", class: "link", onclick: () => openNode(node.id) }, node.label)),
      ),
    ),
  ];
}
