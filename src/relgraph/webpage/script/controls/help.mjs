// The help sheet: what the keys and gestures do.

import { areSingleKeysOn, setSingleKeys } from "../basics/settings.mjs";
import { byId, fill, h } from "../basics/dom.mjs";

/** @typedef {import("./shortcuts.mjs").Shortcut} Shortcut */

const BY_MOUSE = [
  ["Click", "see who says so"],
  ["Drag", "move the picture; in the network, a node too"],
  ["Wheel", "zoom"],
];
const BY_FINGER = [
  ["Tap", "see who says so"],
  ["Drag", "move the picture; in the network, the node looked at too"],
  ["Pinch", "zoom"],
];
const ON_PICTURE = ["Arrows", "move the picture, when it has the focus; in the matrix, go from cell to cell"];

/**
 * Open the help sheet.
 * @param {Pick<Shortcut, "shown" | "words">[]} shortcuts
 */
export function showHelp(shortcuts) {
  const sheet = byId("help");
  if (!(sheet instanceof HTMLDialogElement) || sheet.open) return;
  const fingers = matchMedia("(pointer: coarse)").matches;
  const keys = h(
    "dl",
    { class: "keys" },
    ...[ON_PICTURE, ...shortcuts.map(({ shown, words }) => [shown, words])].map(keyRow),
  );
  fill(
    sheet,
    h("h2", { id: "help-title", tabindex: "-1", autofocus: true }, "Keys and gestures"),
    h("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => sheet.close() }, "×"),
    h("dl", {}, ...(fingers ? BY_FINGER : BY_MOUSE).map(keyRow)),
    h("button", { type: "button", class: "link", onclick: toAbout }, "About this page and its sources"),
    h(
      "details",
      { open: !fingers },
      h("summary", {}, "With a keyboard"),
      keys,
      h("label", { class: "single" }, singleSwitch(), "Single keys work, without Ctrl"),
    ),
  );
  sheet.onclick = ({ target }) => void (target === sheet && sheet.close());
  sheet.showModal();
}

/** From this sheet to the other one. */
function toAbout() {
  const sheet = byId("help");
  if (sheet instanceof HTMLDialogElement) sheet.close();
  byId("show-about").click();
}

/** @param {string[]} pair */
function keyRow([keys = "", words = ""]) {
  return h("div", {}, h("dt", {}, ...keys.split(" ").map(keyCap)), h("dd", {}, words));
}

/**
 * @param {string} word
 * @returns {Node | string}
 */
function keyCap(word) {
  return /^(or|to)$/.test(word) ? ` ${word} ` : h("kbd", {}, word);
}

function singleSwitch() {
  const box = h("input", { type: "checkbox", checked: areSingleKeysOn(), onchange: () => setSingleKeys(box.checked) });
  return box;
}
