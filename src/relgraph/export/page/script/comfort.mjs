// Comfort: colours, keys, what is done by hand, fingers; all that the reader may do but need not know of.

import { ARROWS, toward } from "./toward.mjs";
import { Tidy } from "./tidy.mjs";
import { STEPS } from "./state.mjs";
import { byId } from "./dom.mjs";
import { counted } from "./words.mjs";
import { focusOf } from "./focus.mjs";
import { headline } from "./claim.mjs";
import { listenToGrip } from "./sheet.mjs";
import { listenToShortcuts } from "./keys.mjs";
import { otherEnd } from "./data.mjs";
import { showHelp } from "./help.mjs";

/** @typedef {import("./data.mjs").Model} Model */
/** @typedef {import("./drawing.mjs").Drawing} Drawing */
/** @typedef {import("./filters.mjs").Shown} Shown */
/** @typedef {import("./keys.mjs").Shortcut} Shortcut */
/** @typedef {import("./state.mjs").Store} Store */
/** @typedef {import("./theme.mjs").Theme} Theme */

/**
 * @typedef {object} Around  what comfort works on
 * @property {Model} model
 * @property {Store} store
 * @property {Drawing} drawing
 * @property {() => Shown} shown
 * @property {(id: string) => void} openNode
 * @property {() => void} close
 * @property {() => void} fit
 * @property {Theme} theme
 */

const NUDGE = 12; // pixels that a key moves a node

/**
 * Listen to all of it.
 * @param {Around} around
 * @returns {Tidy}
 */
export function makeComfort(around) {
  const { model, store, drawing, close, theme } = around;
  const tidy = new Tidy(model, store, drawing);
  const shortcuts = listOf(around, tidy);
  listenToShortcuts(shortcuts);
  drawing.onMoving((moving) => (byId("left-out").hidden = !moving));
  listenToGrip(byId("panel"), byId("grip"), close);
  byId("theme").addEventListener("click", () => theme.switch());
  byId("show-help").addEventListener("click", () => showHelp(shortcuts));
  return tidy;
}

/**
 * With a finger, only the node looked at is moved: others would come along by accident.
 * @param {HTMLElement} stage
 * @param {Drawing} drawing
 * @param {(event: PointerEvent) => boolean} isLookedAt
 */
export function listenToFingers(stage, drawing, isLookedAt) {
  stage.addEventListener("pointerdown", (event) => drawing.letNodesMove(event.pointerType === "mouse" || isLookedAt(event)), { capture: true });
}

/**
 * @param {Around} around
 * @param {Tidy} tidy
 * @returns {Shortcut[]}
 */
function listOf(around, tidy) {
  const { store, drawing, fit, theme } = around;
  const withNode = (/** @type {(id: string) => void} */ act) => () => {
    const { node } = store.get();
    if (node !== undefined) act(node);
  };
  const steps = Array.from({ length: STEPS }, (_, index) => String(index + 1));
  /** @type {Shortcut[]} */
  const shortcuts = [
    { chords: ["/"], shown: "/", words: "find a name", act: () => byId("search").focus() },
    { chords: [...ARROWS.keys()].map((key) => `Shift+${key}`), shown: "Shift Arrows", words: "go to the neighbour on that side", act: (name) => walk(around, name) },
    { chords: steps, shown: `1 to ${STEPS}`, words: "show neighbours within so many steps", act: (name) => store.set({ steps: Number(name) }) },
    { chords: ["a"], shown: "A", words: "ask for a path between two", act: () => byId("show-ask").click() },
    { chords: ["t"], shown: "T", words: "go to the time slider", act: () => byId("time-day").focus() },
    { chords: ["l"], shown: "L", words: "go to the legend, which filters", act: toLegend },
    { chords: ["v"], shown: "V", words: "ties, or everything", act: () => byId(store.get().view === "ties" ? "view-all" : "view-ties").click() },
    { chords: ["+", "="], shown: "+", words: "zoom in", act: () => drawing.camera.zoom(1.25) },
    { chords: ["-"], shown: "−", words: "zoom out", act: () => drawing.camera.zoom(0.8) },
    { chords: ["0"], shown: "0", words: "show all of it", act: fit },
    { chords: ["h"], shown: "H", words: "hide the node looked at", act: withNode((id) => tidy.hide(id)) },
    { chords: ["H"], shown: "Shift H", words: "show hidden nodes again", act: () => tidy.showAll() },
    { chords: ["p"], shown: "P", words: "pin the node looked at, or let it go", act: withNode((id) => tidy.togglePin(id)) },
    { chords: [...ARROWS.keys()].map((key) => `Ctrl+Shift+${key}`), shown: "Ctrl Shift Arrows", words: "move the node looked at", act: (name) => withNode((id) => nudge(tidy, id, name))() },
    { chords: ["Ctrl+z"], shown: "Ctrl Z", words: "undo hiding, moving or pinning", act: () => tidy.undo() },
    { chords: ["Ctrl+y", "Ctrl+Shift+z"], shown: "Ctrl Y", words: "do it again", act: () => tidy.redo() },
    { chords: ["d"], shown: "D", words: "light or dark", act: () => theme.switch() },
    { chords: ["?"], shown: "?", words: "open this sheet", act: () => showHelp(shortcuts) },
    { chords: [], shown: "Esc", words: "close the panel", act: () => {} },
  ];
  return shortcuts;
}

/**
 * What is looked at, for those who listen: a fact in words, or a node with its neighbours in sight.
 * @param {Model} model
 * @param {import("./state.mjs").State} state
 * @param {Shown} shown
 */
export function selectionWords(model, state, shown) {
  const fact = model.data.facts[state.fact ?? ""];
  if (fact) return headline(fact);
  const { label } = model.nodes.get(state.node ?? "") ?? { label: "" };
  const around = focusOf(model, state, shown)?.nodes.size ?? 1;
  return `${label}: ${counted(around - 1, "neighbour")} in sight`;
}

/**
 * Go to the neighbour on a side; from nowhere, to the node that matters most.
 * @param {Around} around
 * @param {string} name  "Shift+" and an arrow
 */
function walk({ model, store, drawing, shown, openNode }, name) {
  const { nodes, edges } = shown();
  const { node } = store.get();
  if (node === undefined || !nodes.has(node)) {
    const [first] = [...nodes].sort((a, b) => (model.weight.get(b) ?? 0) - (model.weight.get(a) ?? 0));
    if (first !== undefined) openNode(first);
    return;
  }
  const beside = new Set((model.at.get(node) ?? []).filter((edge) => edges.has(edge.id)).map((edge) => otherEnd(edge, node)));
  const from = drawing.spotOf(node);
  const others = [...beside].flatMap((id) => {
    const spot = id === node ? undefined : drawing.spotOf(id);
    return spot ? [{ id, ...spot }] : [];
  });
  const found = from && toward(from, others, ARROWS.get(name.replace("Shift+", "")) ?? [0, 0]);
  if (found !== undefined) openNode(found);
}

/**
 * @param {Tidy} tidy
 * @param {string} id
 * @param {string} name  "Ctrl+Shift+" and an arrow
 */
function nudge(tidy, id, name) {
  const [right, down] = ARROWS.get(name.replace("Ctrl+Shift+", "")) ?? [0, 0];
  tidy.nudge(id, right * NUDGE, down * NUDGE);
}

function toLegend() {
  if (!byId("side").classList.contains("open") && byId("show-legend").offsetParent) byId("show-legend").click();
  const row = byId("legend").querySelector("button");
  row?.focus();
}
