// The parts of a matrix besides its cells: what takes the room of those that are not written, and what the cells mean.

import { SIGNS } from "../pairs/looks.mjs";
import { h } from "../basics/dom.mjs";

/**
 * What the cells' looks mean.
 * @param {boolean} withWholes  whether some stand for their members
 */
export function signs(withWholes) {
  return h(
    "ul",
    { class: "signs", "aria-label": "What the cells mean" },
    ...Array.from(SIGNS, ([name, words]) =>
      h(
        "li",
        {},
        h("i", { class: `tied tie-${name === "maybe" ? "stated tie-maybe" : name}`, "aria-hidden": "true" }),
        words,
      ),
    ),
    withWholes ? h("li", {}, h("i", { class: "many", "aria-hidden": "true" }, "9"), "so many pairs are tied") : null,
    h("li", {}, "empty: select it to see whether that is known"),
  );
}

/**
 * A cell that only takes room, where there is any to take.
 * @param {number} pixels
 */
export function space(pixels) {
  return pixels > 0 ? h("td", { class: "space", "aria-hidden": "true" }) : null;
}

/**
 * A row that only takes room.
 * @param {number} pixels
 */
export function high(pixels) {
  if (pixels <= 0) return null;
  const row = h("tr", { class: "space", "aria-hidden": "true" }, h("td"));
  row.style.height = `${pixels}px`;
  return row;
}

/**
 * The columns: of the names, of what takes room before the cells that are written, of these, and behind them.
 * @param {number} before  pixels
 * @param {number} count
 * @param {number} after  pixels
 */
export function columns(before, count, after) {
  const cells = Array.from({ length: count }, () => h("col", { class: "cell" }));
  return h("colgroup", {}, h("col", { class: "names" }), room(before), ...cells, room(after));
}

/** @param {number} pixels */
function room(pixels) {
  if (pixels <= 0) return null;
  const made = h("col", { class: "space" });
  made.style.width = `${pixels}px`;
  return made;
}

/**
 * @param {number} from
 * @param {number} to  the one behind the last
 */
export function numbers(from, to) {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
