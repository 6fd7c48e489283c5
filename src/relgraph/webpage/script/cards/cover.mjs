// What the cards cover of the picture.

import { byId } from "../basics/dom.mjs";

/** @typedef {import("../picture/camera.mjs").Insets} Insets */

const NARROW = "(max-width: 799px) and (min-height: 501px)"; // as in style/small.css
const SHORT = "(max-height: 500px)";

/** Whether the cards lie above and below the picture. */
export function isNarrow() {
  return matchMedia(NARROW).matches;
}

/**
 * @param {HTMLElement | undefined} open  the card that is open beside or below the picture, to be counted
 * @returns {Insets}
 */
export function covered(open) {
  const card = open?.getBoundingClientRect();
  return isNarrow() ? aboveAndBelow(card) : besideIt(card);
}

/** @param {DOMRect | undefined} card */
function aboveAndBelow(card) {
  const below = [card, seen("time"), seen("tools")].flatMap((box) => box?.top ?? []);
  return {
    left: 0,
    right: 0,
    top: byId("masthead").getBoundingClientRect().bottom,
    bottom: innerHeight - Math.min(innerHeight, ...below),
  };
}

/** @param {DOMRect | undefined} card */
function besideIt(card) {
  const tools = matchMedia(SHORT).matches ? seen("tools") : undefined;
  const right = Math.min(innerWidth, ...[card, tools].flatMap((box) => box?.left ?? []));
  const bar = seen("time");
  return { left: seen("side")?.right ?? 0, top: 0, right: innerWidth - right, bottom: bar ? innerHeight - bar.top : 0 };
}

/**
 * Where a card lies; undefined while it is not there.
 * @param {string} id
 */
function seen(id) {
  const box = byId(id).getBoundingClientRect();
  return box.height ? box : undefined;
}
