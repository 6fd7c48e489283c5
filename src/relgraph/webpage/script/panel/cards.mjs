// The cards that lie on the picture: which is open, what they cover, and how tall the panel is on a narrow screen.

import { byId } from "../basics/dom.mjs";
import { isEmbedded } from "../basics/embedded.mjs";

/** @typedef {import("../picture/camera.mjs").Insets} Insets */

const APART = 8; // pixels between two cards
const NARROW = "(max-width: 799px) and (min-height: 501px)"; // as in style/small.css
const SHORT = "(max-height: 500px)";
const HEIGHTS = [0.3, 0.56, 0.9]; // shares of the window at which it stays
const CLOSES = 0.18; // below this share it closes
const STILL_GRIP = 5; // pixels that a press may move and still be one

/** The card that is open beside the picture, or below it on a narrow screen; undefined for none. */
export function openCard() {
  return [byId("panel"), byId("ask"), byId("days")].find((card) => !card.hidden);
}

/**
 * What the cards cover of the picture.
 * @param {boolean} [all]  false: leave the open card out
 * @returns {Insets}
 */
export function insets(all = true) {
  if (isEmbedded()) return { left: 0, right: 0, top: seen("embed-title")?.bottom ?? 0, bottom: heightOf("embed-foot") };
  const card = all ? openCard()?.getBoundingClientRect() : undefined;
  return isNarrow() ? aboveAndBelow(card) : besideIt(card);
}

/** How much wider than high the picture is where no card lies that is always there. */
export function freeAspect() {
  const { left, right, top, bottom } = insets(false);
  return Math.max(1, innerWidth - left - right) / Math.max(1, innerHeight - top - bottom);
}

/** Set the table and its like, and the start, clear of the cards above them. */
export function setTable() {
  const top = isNarrow() ? `${byId("masthead").getBoundingClientRect().bottom + APART}px` : "";
  for (const id of ["table", "matrix", "compare", "lanes", "start"]) byId(id).style.top = top;
}

/** Whether the cards lie above and below the picture. */
function isNarrow() {
  return matchMedia(NARROW).matches;
}

/** @param {DOMRect | undefined} card */
function aboveAndBelow(card) {
  const below = [card, seen("story"), seen("time"), seen("tools")].flatMap((box) => box?.top ?? []);
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
  const bar = seen("story") ?? seen("time");
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

/** @param {string} id */
function heightOf(id) {
  return seen(id)?.height ?? 0;
}

/**
 * The share of the window at which a sheet let go of stays; undefined where it closes.
 * @param {number} share
 * @returns {number | undefined}
 */
export function settled(share) {
  if (share < CLOSES) return undefined;
  return HEIGHTS.reduce((best, one) => (Math.abs(one - share) < Math.abs(best - share) ? one : best));
}

/**
 * @param {HTMLElement} sheet
 * @param {HTMLElement} grip
 * @param {() => void} close
 */
export function listenToGrip(sheet, grip, close) {
  let pulled = false;
  const stay = (/** @type {number | undefined} */ share) => {
    if (share === undefined) close();
    sheet.style.setProperty("--sheet", share === undefined ? "" : `${100 * share}vh`);
    const tall = share === HEIGHTS.at(-1);
    grip.setAttribute("aria-expanded", String(tall));
    grip.setAttribute("aria-label", tall ? "Make this lower" : "Make this taller");
  };
  grip.addEventListener("pointerdown", (down) => {
    const start = sheet.getBoundingClientRect().height;
    pulled = false;
    grip.setPointerCapture(down.pointerId);
    const height = (/** @type {PointerEvent} */ at) => (start + down.clientY - at.clientY) / innerHeight;
    const move = (/** @type {PointerEvent} */ at) => {
      pulled ||= Math.abs(at.clientY - down.clientY) > STILL_GRIP;
      if (pulled) sheet.style.setProperty("--sheet", `${100 * Math.max(0.05, Math.min(0.95, height(at)))}vh`);
    };
    const up = (/** @type {PointerEvent} */ at) => {
      grip.removeEventListener("pointermove", move);
      if (pulled) stay(settled(height(at)));
    };
    grip.addEventListener("pointermove", move);
    grip.addEventListener("pointerup", up, { once: true });
    grip.addEventListener("pointercancel", up, { once: true });
  });
  grip.addEventListener("click", () => {
    if (!pulled) stay(grip.getAttribute("aria-expanded") === "true" ? HEIGHTS[1] : HEIGHTS.at(-1));
    pulled = false;
  });
}
