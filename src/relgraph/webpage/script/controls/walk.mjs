// Walking the network by arrow keys: to the neighbour that lies in a direction.

import { otherEnd } from "../data/data.mjs";

/** @typedef {import("../page.mjs").Page} Page */
/** @typedef {{id: string, x: number, y: number}} Neighbour */

/** @type {ReadonlyMap<string, readonly [number, number]>} */
export const ARROWS = new Map([
  ["ArrowLeft", [-1, 0]],
  ["ArrowRight", [1, 0]],
  ["ArrowUp", [0, -1]],
  ["ArrowDown", [0, 1]],
]);

/**
 * The neighbour that best answers an arrow: near, and not far off the way.
 * @param {{x: number, y: number}} from
 * @param {Neighbour[]} others
 * @param {readonly [number, number]} way  a step to the right or downwards
 * @returns {string | undefined}  undefined where none lies on that side
 */
export function toward(from, others, [right, down]) {
  /** @type {{id?: string, cost: number}} */
  let best = { cost: Infinity };
  for (const { id, x, y } of others) {
    const along = (x - from.x) * right + (y - from.y) * down;
    const aside = Math.abs((x - from.x) * down) + Math.abs((y - from.y) * right);
    const cost = along + 2 * aside;
    if (along > 0 && aside <= 2 * along && cost < best.cost) best = { id, cost };
  }
  return best.id;
}

/**
 * Go to the neighbour on a side; from nowhere, to the node that matters most.
 * @param {Page} page
 * @param {string} name  "Shift+" and an arrow
 */
export function walk({ model, store, picture, arranged, selection: { openNode } }, name) {
  const { nodes, edges } = arranged.shown;
  const lines = [...(arranged.folding?.lines.values() ?? [])];
  const { node } = store.get();
  if (node === undefined || !nodes.has(node)) {
    const [first] = [...nodes].sort((a, b) => (model.weight.get(b) ?? 0) - (model.weight.get(a) ?? 0));
    if (first !== undefined) openNode(first);
    return;
  }
  const beside = new Set(
    [...(model.at.get(node) ?? []), ...lines.filter(({ from, to }) => from === node || to === node)]
      .filter((edge) => edges.has(edge.id))
      .map((edge) => otherEnd(edge, node)),
  );
  const from = picture.moves.spotOf(node);
  const others = [...beside].flatMap((id) => {
    const spot = id === node ? undefined : picture.moves.spotOf(id);
    return spot ? [{ id, ...spot }] : [];
  });
  const found = from && toward(from, others, ARROWS.get(name.replace("Shift+", "")) ?? [0, 0]);
  if (found !== undefined) openNode(found);
}
