// The help sheet: what the keys and gestures do.

import { byId, fill, h } from "./dom.mjs";
import { setSingleKeys, singleKeys } from "./keys.mjs";

/** @typedef {import("./keys.mjs").Shortcut} Shortcut */

const GESTURES = [
  ["Drag", "move the picture, or a node"],
  ["Wheel or pinch", "zoom"],
  ["Arrows", "move the picture, when it has the focus"],
];

/**
 * Open the help sheet.
 * @param {Pick<Shortcut, "shown" | "words">[]} shortcuts
 */
export function showHelp(shortcuts) {
  const sheet = byId("help");
  if (!(sheet instanceof HTMLDialogElement) || sheet.open) return;
  const close = () => sheet.close();
  fill(
    sheet,
    h("h2", { id: "help-title", tabindex: "-1", autofocus: true }, "Keys and gestures"),
    h("button", { type: "button", class: "close", "aria-label": "Close", onclick: close }, "×"),
    h("dl", {}, ...rows(GESTURES), ...rows(shortcuts.map(({ shown, words }) => [shown, words]))),
    h("label", { class: "single" }, singleSwitch(), "Single keys work too"),
  );
  sheet.addEventListener("click", (event) => event.target === sheet && close(), { once: true });
  sheet.showModal();
}

/** @param {string[][]} pairs */
function rows(pairs) {
  return pairs.flatMap(([keys = "", words = ""]) => [h("dt", {}, ...keys.split(" ").map(keyCap)), h("dd", {}, words)]);
}

/**
 * @param {string} word
 * @returns {Node | string}
 */
function keyCap(word) {
  return /^(or|to)$/.test(word) ? ` ${word} ` : h("kbd", {}, word);
}

function singleSwitch() {
  const box = h("input", { type: "checkbox", checked: singleKeys(), onchange: () => setSingleKeys(box.checked) });
  return box;
}
