// Keys that work wherever the focus is: all that the reader may do with a keyboard, in one list.

import { ARROWS, walk } from "./walk.mjs";
import { STEPS, VIEWS } from "../state/state.mjs";
import { announce, byId } from "../basics/dom.mjs";
import { areSingleKeysOn } from "../basics/settings.mjs";
import { showHelp } from "./help.mjs";

/** @typedef {import("../page.mjs").Page} Page */

/**
 * @typedef {object} Shortcut
 * @property {string[]} chords  as `chord` writes them
 * @property {string} shown  as a reader knows them
 * @property {string} words  what they do
 * @property {(chord: string) => void} act
 */

const NUDGE = 12; // pixels that a key moves a node
const STAYS = "Nodes are moved in the network; here their places mean something";

/** @typedef {[string[], string, string, (chord: string) => void][]} Rows  of a shortcut: chords, shown, words, act */

/**
 * The list of them, as the help sheet tells it.
 * @param {Page} page
 * @returns {Shortcut[]}
 */
export function shortcutsOf(page) {
  /** @type {Rows} */
  const last = [
    [["d"], "D", "light or dark", () => page.theme.switch()],
    [["?"], "?", "open this sheet", () => showHelp(shortcuts)],
    [[], "Esc", "close the panel", () => {}],
  ];
  const rows = [...toLook(page), ...toTidy(page), ...last];
  const shortcuts = rows.map(([chords, shown, words, act]) => ({ chords, shown, words, act }));
  return shortcuts;
}

/**
 * Those by which a reader looks about.
 * @param {Page} page
 * @returns {Rows}
 */
function toLook(page) {
  const { store, picture } = page;
  const steps = Array.from({ length: STEPS }, (_, index) => String(index + 1));
  const otherView = () => {
    const views = VIEWS.filter((view) => !byId(`view-${view}`).hidden);
    return byId(`view-${views[(views.indexOf(store.get().view) + 1) % views.length]}`);
  };
  return [
    [["/"], "/", "find a name", () => byId("search").focus()],
    [arrowsWith("Shift+"), "Shift Arrows", "go to the neighbour on that side", (name) => walk(page, name)],
    [steps, `1 to ${STEPS}`, "show neighbours within so many steps", (name) => store.set({ steps: Number(name) })],
    [["a"], "A", "ask for a path between two", () => byId("show-ask").click()],
    [["t"], "T", "go to the time slider", () => byId("time-day").focus()],
    [["T"], "Shift T", "compare two days", () => !byId("time").hidden && byId("show-days").click()],
    ...(page.model.data.stories ? toTell(page) : []),
    [["l"], "L", "go to the legend, which filters", toLegend],
    [[], "Shift Enter", "on a row of the legend: only this, or all again", () => {}],
    [["v"], "V", "ties, people and institutions, or everything", () => otherView().click()],
    [["+", "="], "+", "zoom in", () => picture.sight.camera.zoom(1.25)],
    [["-"], "−", "zoom out", () => picture.sight.camera.zoom(0.8)],
    [["0"], "0", "show all of it", () => page.fit()],
  ];
}

/**
 * Those by which a reader goes through a story.
 * @param {Page} page
 * @returns {Rows}
 */
function toTell({ stories }) {
  return [
    [["n"], "N", "the next step of the story", () => stories.go(1)],
    [["b"], "B", "the step before", () => stories.go(-1)],
  ];
}

/**
 * Those by which a reader hides, moves and pins nodes.
 * @param {Page} page
 * @returns {Rows}
 */
function toTidy({ store, picture, hand, gatherer }) {
  const withNode = (/** @type {(id: string) => void} */ act) => () => {
    const { node } = store.get();
    if (node !== undefined) act(node);
  };
  const withMovable = (/** @type {(id: string) => void} */ act) =>
    withNode((id) => (picture.moves.areFree ? act(id) : announce(STAYS)));
  const move = (/** @type {string} */ name) => withMovable((id) => nudge(hand, id, name))();
  const pin = withMovable((id) => hand.togglePin(id));
  return [
    [["h"], "H", "hide the node looked at", withNode((id) => hand.hide(id))],
    [["H"], "Shift H", "show hidden nodes again", () => hand.showAll()],
    [
      ["m"],
      "M",
      "show the members of the body, group or region looked at as one, or not",
      withNode((id) => gatherer.toggle(id)),
    ],
    [["p"], "P", "pin the node looked at in the network, or let it go", pin],
    [arrowsWith("Ctrl+Shift+"), "Ctrl Shift Arrows", "move the node looked at in the network", move],
    [["Ctrl+z"], "Ctrl Z", "undo hiding, moving, pinning, gathering or filtering", () => hand.undo()],
    [["Ctrl+y", "Ctrl+Shift+z"], "Ctrl Y", "do it again", () => hand.redo()],
  ];
}

/** @param {string} held */
function arrowsWith(held) {
  return [...ARROWS.keys()].map((key) => `${held}${key}`);
}

/**
 * @param {import("./hand.mjs").Hand} hand
 * @param {string} id
 * @param {string} name  "Ctrl+Shift+" and an arrow
 */
function nudge(hand, id, name) {
  const [right, down] = ARROWS.get(name.replace("Ctrl+Shift+", "")) ?? [0, 0];
  hand.nudge(id, right * NUDGE, down * NUDGE);
}

function toLegend() {
  if (!byId("side").classList.contains("open") && byId("show-legend").offsetParent) byId("show-legend").click();
  const row = byId("legend").querySelector("button");
  row?.focus();
}

/**
 * A key with what is held down: "h", "H", "Ctrl+z", "Ctrl+Shift+z", "Shift+ArrowLeft".
 * @param {Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey">} event
 */
export function chord({ key, ctrlKey, metaKey, shiftKey }) {
  const held = ctrlKey || metaKey;
  const shift = shiftKey && (held || key.length > 1);
  return `${held ? "Ctrl+" : ""}${shift ? "Shift+" : ""}${held && key.length === 1 ? key.toLowerCase() : key}`;
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
    if (name.length === 1 && !areSingleKeysOn()) return;
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
