// Keys that work wherever the focus is, told in one list: what they do and what the help sheet says of them.

import { remember, remembered } from "../basics/keep.mjs";

/**
 * @typedef {object} Shortcut
 * @property {string[]} chords  as `chord` writes them
 * @property {string} shown  as a reader knows them
 * @property {string} words  what they do
 * @property {(chord: string) => void} act
 */

const KEYS_KEPT = "keys";

/**
 * A key with what is held down: "h", "H", "Ctrl+z", "Ctrl+Shift+z", "Shift+ArrowLeft".
 * @param {Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey">} event
 */
export function chord({ key, ctrlKey, metaKey, shiftKey }) {
  const held = ctrlKey || metaKey;
  const shift = shiftKey && (held || key.length > 1);
  return `${held ? "Ctrl+" : ""}${shift ? "Shift+" : ""}${held && key.length === 1 ? key.toLowerCase() : key}`;
}

/** Whether single keys work; with some ways of speaking to a computer they get in the way. */
export function singleKeys() {
  return remembered(KEYS_KEPT) !== "off" && !singleOff;
}

let singleOff = false; // where nothing can be remembered

/** @param {boolean} on */
export function setSingleKeys(on) {
  singleOff = !on;
  remember(KEYS_KEPT, on ? null : "off");
}

/**
 * @param {Shortcut[]} shortcuts
 */
export function listenToShortcuts(shortcuts) {
  const acts = new Map(shortcuts.flatMap(({ chords, act }) => chords.map((name) => [name, act])));
  document.addEventListener("keydown", (event) => {
    const name = chord(event);
    const act = acts.get(name);
    if (
      !act ||
      event.defaultPrevented ||
      event.altKey ||
      isTyping(event.target) ||
      document.querySelector("dialog[open]")
    )
      return;
    if (name.length === 1 && !singleKeys()) return;
    event.preventDefault();
    act(name);
  });
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
  );
}
