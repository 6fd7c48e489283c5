// The buttons around the picture, the keys that move it, Escape, and the window.

import { byId } from "../basics/dom.mjs";
import { VIEWS } from "../state/state.mjs";
import { showHelp } from "./help.mjs";

/** @typedef {import("../page.mjs").Page} Page */
/** @typedef {import("./shortcuts.mjs").Shortcut} Shortcut */

const STILL_WINDOW = 150; // milliseconds after which a window has its new size
const STEP = 60; // pixels that an arrow key moves the picture
const CLOSER = 1.25;

/**
 * Let the buttons work.
 * @param {Page} page
 * @param {Shortcut[]} shortcuts  told by the help sheet
 */
export function listenToButtons(page, shortcuts) {
  const on = (/** @type {string} */ id, /** @type {() => void} */ act) => byId(id).addEventListener("click", act);
  for (const view of VIEWS) on(`view-${view}`, () => page.store.set({ view }));
  on("close", () => page.selection.close());
  on("zoom-in", () => page.picture.sight.camera.zoom(1.25));
  on("zoom-out", () => page.picture.sight.camera.zoom(0.8));
  on("fit", () => page.fit());
  on("reset", () => page.selection.reset());
  on("empty-reset", () => page.selection.reset());
  on("unknown-close", () => (byId("unknown").hidden = true));
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
  window.addEventListener("hashchange", () => page.tellUnknown());
  window.addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      page.rearrange();
      page.settle();
    }, STILL_WINDOW);
  });
}

/**
 * Arrows move the picture, plus and minus zoom, 0 shows all of it.
 * @param {HTMLElement} stage
 * @param {import("../picture/camera.mjs").Camera} camera
 * @param {() => void} fit
 */
export function listenToKeys(stage, camera, fit) {
  /** @type {Map<string, () => void>} */
  const keys = new Map([
    ["+", () => camera.zoom(CLOSER)],
    ["=", () => camera.zoom(CLOSER)],
    ["-", () => camera.zoom(1 / CLOSER)],
    ["0", fit],
    ["ArrowLeft", () => camera.pan(-STEP, 0)],
    ["ArrowRight", () => camera.pan(STEP, 0)],
    ["ArrowUp", () => camera.pan(0, -STEP)],
    ["ArrowDown", () => camera.pan(0, STEP)],
  ]);
  stage.addEventListener("keydown", (event) => {
    const act =
      event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && event.key.startsWith("Arrow"))
        ? undefined
        : keys.get(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  });
}
