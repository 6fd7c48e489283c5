// What single keys do: all that the reader may do with a keyboard.

import { ARROWS, toward } from "./toward.mjs";
import { STEPS } from "../state/state.mjs";
import { announce, byId } from "../basics/dom.mjs";
import { otherEnd } from "../data/data.mjs";
import { showHelp } from "./help.mjs";

/** @typedef {import("./keys.mjs").Shortcut} Shortcut */
/** @typedef {import("../page.mjs").Page} Page */

const NUDGE = 12; // pixels that a key moves a node
const STAYS = "Nodes are moved in the network; here their places mean something";

/**
 * The list of them, as the help sheet tells it.
 * @param {Page} page
 * @returns {Shortcut[]}
 */
export function shortcutsOf(page) {
  const { store, drawing, theme, tidy } = page;
  const withNode = (/** @type {(id: string) => void} */ act) => () => {
    const { node } = store.get();
    if (node !== undefined) act(node);
  };
  const withMovable = (/** @type {(id: string) => void} */ act) =>
    withNode((id) => (drawing.moves.areFree ? act(id) : announce(STAYS)));
  const steps = Array.from({ length: STEPS }, (_, index) => String(index + 1));
  /** @type {Shortcut[]} */
  const shortcuts = [
    { chords: ["/"], shown: "/", words: "find a name", act: () => byId("search").focus() },
    {
      chords: [...ARROWS.keys()].map((key) => `Shift+${key}`),
      shown: "Shift Arrows",
      words: "go to the neighbour on that side",
      act: (name) => walk(page, name),
    },
    {
      chords: steps,
      shown: `1 to ${STEPS}`,
      words: "show neighbours within so many steps",
      act: (name) => store.set({ steps: Number(name) }),
    },
    { chords: ["a"], shown: "A", words: "ask for a path between two", act: () => byId("show-ask").click() },
    { chords: ["t"], shown: "T", words: "go to the time slider", act: () => byId("time-day").focus() },
    { chords: ["l"], shown: "L", words: "go to the legend, which filters", act: toLegend },
    {
      chords: ["v"],
      shown: "V",
      words: "ties, or everything",
      act: () => byId(store.get().view === "ties" ? "view-all" : "view-ties").click(),
    },
    { chords: ["+", "="], shown: "+", words: "zoom in", act: () => drawing.sight.camera.zoom(1.25) },
    { chords: ["-"], shown: "−", words: "zoom out", act: () => drawing.sight.camera.zoom(0.8) },
    { chords: ["0"], shown: "0", words: "show all of it", act: () => page.fit() },
    { chords: ["h"], shown: "H", words: "hide the node looked at", act: withNode((id) => tidy.hide(id)) },
    { chords: ["H"], shown: "Shift H", words: "show hidden nodes again", act: () => tidy.showAll() },
    {
      chords: ["p"],
      shown: "P",
      words: "pin the node looked at in the network, or let it go",
      act: withMovable((id) => tidy.togglePin(id)),
    },
    {
      chords: [...ARROWS.keys()].map((key) => `Ctrl+Shift+${key}`),
      shown: "Ctrl Shift Arrows",
      words: "move the node looked at in the network",
      act: (name) => withMovable((id) => nudge(tidy, id, name))(),
    },
    { chords: ["Ctrl+z"], shown: "Ctrl Z", words: "undo hiding, moving or pinning", act: () => tidy.undo() },
    { chords: ["Ctrl+y", "Ctrl+Shift+z"], shown: "Ctrl Y", words: "do it again", act: () => tidy.redo() },
    { chords: ["d"], shown: "D", words: "light or dark", act: () => theme.switch() },
    { chords: ["?"], shown: "?", words: "open this sheet", act: () => showHelp(shortcuts) },
    { chords: [], shown: "Esc", words: "close the panel", act: () => {} },
  ];
  return shortcuts;
}

/**
 * Go to the neighbour on a side; from nowhere, to the node that matters most.
 * @param {Page} page
 * @param {string} name  "Shift+" and an arrow
 */
function walk({ model, store, drawing, visible, looking: { openNode } }, name) {
  const { nodes, edges } = visible;
  const { node } = store.get();
  if (node === undefined || !nodes.has(node)) {
    const [first] = [...nodes].sort((a, b) => (model.weight.get(b) ?? 0) - (model.weight.get(a) ?? 0));
    if (first !== undefined) openNode(first);
    return;
  }
  const beside = new Set(
    (model.at.get(node) ?? []).filter((edge) => edges.has(edge.id)).map((edge) => otherEnd(edge, node)),
  );
  const from = drawing.moves.spotOf(node);
  const others = [...beside].flatMap((id) => {
    const spot = id === node ? undefined : drawing.moves.spotOf(id);
    return spot ? [{ id, ...spot }] : [];
  });
  const found = from && toward(from, others, ARROWS.get(name.replace("Shift+", "")) ?? [0, 0]);
  if (found !== undefined) openNode(found);
}

/**
 * @param {import("../state/tidy.mjs").Tidy} tidy
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
