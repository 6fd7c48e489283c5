// A cell in which nothing is drawn, pressed: what that means is told beside it, for who has no pointer to rest on it.

import { announce, byId, fill, h } from "../basics/dom.mjs";

const RIM = 8; // pixels of the window that the words leave free

/**
 * @param {HTMLElement} cell
 * @param {string} words
 */
export function showSilence(cell, words) {
  const tip = byId("tip");
  const { left, bottom } = cell.getBoundingClientRect();
  tip.hidden = false;
  fill(tip, h("span", {}, words));
  tip.style.left = `${Math.max(RIM, Math.min(left, innerWidth - tip.offsetWidth - RIM))}px`;
  tip.style.top = `${Math.max(RIM, Math.min(bottom + RIM, innerHeight - tip.offsetHeight - RIM))}px`;
  announce(words);
}

export function hideSilence() {
  if (document.body.dataset["layout"] === "matrix") byId("tip").hidden = true;
}
