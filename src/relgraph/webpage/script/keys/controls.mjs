// The buttons around the picture, Escape, and the window.

import { byId } from "../basics/dom.mjs";
import { insets } from "../cards/cards.mjs";
import { showHelp } from "./help.mjs";

/** @typedef {import("./keys.mjs").Shortcut} Shortcut */
/** @typedef {import("../page.mjs").Page} Page */
/** @typedef {import("../state/state.mjs").View} View */

const STILL_WINDOW = 150; // milliseconds after which a window has its new size

/**
 * Let the buttons work.
 * @param {Page} page
 * @param {Shortcut[]} shortcuts  told by the help sheet
 */
export function listenToButtons(page, shortcuts) {
  const on = (/** @type {string} */ id, /** @type {() => void} */ act) => byId(id).addEventListener("click", act);
  for (const view of /** @type {View[]} */ (["ties", "all"])) on(`view-${view}`, () => page.store.set({ view }));
  on("close", () => page.close());
  on("zoom-in", () => page.drawing.sight.camera.zoom(1.25));
  on("zoom-out", () => page.drawing.sight.camera.zoom(0.8));
  on("fit", () => page.fit());
  on("reset", () => page.looking.reset());
  on("empty-reset", () => page.looking.reset());
  on("theme", () => page.theme.switch());
  on("show-help", () => showHelp(shortcuts));
  on("show-legend", () =>
    byId("show-legend").setAttribute("aria-expanded", String(byId("side").classList.toggle("open"))),
  );
}

/**
 * Escape closes, wherever the focus is; what is open above the page closes first.
 * @param {Page} page
 */
export function listenToEscape(page) {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) page.close();
  });
}

/**
 * A window of another size gets a picture that fits it.
 * @param {Page} page
 */
export function listenToWindow(page) {
  let waiting = 0;
  window.addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      page.rearrange();
      page.drawing.sight.fit(insets(false));
    }, STILL_WINDOW);
  });
}
