// Which neighbour lies in a direction: walking the network by arrow keys.

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
