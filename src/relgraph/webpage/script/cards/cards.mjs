// The cards that lie on the picture: which is open, and what they leave free.

import { byId } from "../basics/dom.mjs";
import { covered, isNarrow } from "./cover.mjs";

const APART = 8; // pixels between two cards

/** The card that is open beside the picture, or below it on a narrow screen; undefined for none. */
export function openCard() {
  return [byId("panel"), byId("ask")].find((card) => !card.hidden);
}

/**
 * What the cards cover of the picture.
 * @param {boolean} [all]  false: leave the open card out
 */
export function insets(all = true) {
  return covered(all ? openCard() : undefined);
}

/** How much wider than high the picture is where no card lies that is always there. */
export function freeAspect() {
  const { left, right, top, bottom } = insets(false);
  return Math.max(1, innerWidth - left - right) / Math.max(1, innerHeight - top - bottom);
}

/** Set the table clear of the cards above it. */
export function setTable() {
  byId("table").style.top = isNarrow() ? `${byId("masthead").getBoundingClientRect().bottom + APART}px` : "";
}
