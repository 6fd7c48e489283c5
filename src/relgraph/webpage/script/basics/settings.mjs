// What a reader chooses once, remembered on this machine where the browser lets it: in files and frames it often may not.

import { announce } from "./dom.mjs";
import { isEmbedded } from "./embedded.mjs";

/**
 * @param {string} name
 * @returns {string | null}
 */
export function remembered(name) {
  try {
    if (isEmbedded()) return null;
    return localStorage.getItem(`relgraph-${name}`);
  } catch {
    return null;
  }
}

/**
 * Remember a choice; null forgets it.
 * @param {string} name
 * @param {string | null} value
 */
export function remember(name, value) {
  try {
    if (isEmbedded()) return;
    if (value === null) localStorage.removeItem(`relgraph-${name}`);
    else localStorage.setItem(`relgraph-${name}`, value);
  } catch {
    // The choice holds until the page is closed.
  }
}

const KEYS = "keys";
let areSingleKeysOff = false; // where nothing can be remembered

/** Whether single keys work; with some ways of speaking to a computer they get in the way. */
export function areSingleKeysOn() {
  return remembered(KEYS) !== "off" && !areSingleKeysOff;
}

/** @param {boolean} on */
export function setSingleKeys(on) {
  areSingleKeysOff = !on;
  remember(KEYS, on ? null : "off");
}

const THEME = "theme";
const BY_SYSTEM = "(prefers-color-scheme: dark)";

/** @typedef {"light" | "dark"} Scheme */

/**
 * The media for which the dark sheet holds: on paper it is always light.
 * @param {Scheme | null} chosen  null: as the system has it
 */
export function mediaOf(chosen) {
  if (chosen === null) return BY_SYSTEM;
  return chosen === "dark" ? "screen" : "not all";
}

/** Light or dark: as the system has it, until the reader switches. */
export class Theme {
  /** @type {HTMLStyleElement | null} */
  #sheet;
  #system = matchMedia(BY_SYSTEM);
  /** @type {Scheme | null} */
  #chosen = null;
  #changed;

  /** @param {() => void} changed  called when the colours are others */
  constructor(changed) {
    this.#changed = changed;
    this.#sheet = document.querySelector(`style[media="${BY_SYSTEM}"]`);
    const kept = remembered(THEME);
    if (kept === "light" || kept === "dark") this.#choose(kept);
    this.#system.addEventListener("change", () => this.#chosen === null && changed());
  }

  get isDark() {
    return this.#chosen === null ? this.#system.matches : this.#chosen === "dark";
  }

  /** From light to dark or back; what the system has anyway need not be remembered. */
  switch() {
    const wanted = this.isDark ? "light" : "dark";
    this.#choose((wanted === "dark") === this.#system.matches ? null : wanted);
    remember(THEME, this.#chosen);
    announce(wanted === "dark" ? "Dark colours" : "Light colours");
    this.#changed();
  }

  /** @param {boolean} on  whether all is drawn for paper: light, whatever was chosen */
  onPaper(on) {
    if (!this.isDark || !this.#sheet) return;
    this.#sheet.media = on ? mediaOf("light") : mediaOf(this.#chosen);
    this.#changed();
  }

  /** @param {Scheme | null} chosen */
  #choose(chosen) {
    this.#chosen = chosen;
    if (this.#sheet) this.#sheet.media = mediaOf(chosen);
  }
}
