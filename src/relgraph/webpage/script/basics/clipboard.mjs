// Copying text, and telling so on the button that was pressed.

import { announce, h } from "./dom.mjs";

const TOLD = 2500; // milliseconds for which a button tells what was done

/**
 * Copy a text; the button says for a while what came of it.
 * @param {HTMLElement} button
 * @param {string} text
 * @param {{done: string, failed: string, note?: string}} words  note: what is said besides to those who listen
 */
export async function copyFrom(button, text, { done, failed, note }) {
  const told = (await copied(text)) ? done : failed;
  const usual = button.dataset["usual"] ?? button.textContent ?? "";
  button.dataset["usual"] = usual;
  button.textContent = told;
  announce(note ? `${told}. ${note}` : told);
  setTimeout(() => (button.textContent = usual), TOLD);
}

/**
 * @param {string} text
 * @returns {Promise<boolean>}
 */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedByHand(text);
  }
}

/**
 * The older way, for browsers that give a page from a file no clipboard.
 * @param {string} text
 */
function copiedByHand(text) {
  const box = h("textarea", { class: "offstage", "aria-hidden": "true" });
  const before = document.activeElement;
  box.value = text;
  document.body.append(box);
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
