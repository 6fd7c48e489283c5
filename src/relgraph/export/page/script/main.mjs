// Ties the parts together: one state, one picture, one panel.

import { Drawing } from "./drawing.mjs";
import { Search } from "./search.mjs";
import { announce, byId, fill, h } from "./dom.mjs";
import { listenToFingers, makeComfort } from "./comfort.mjs";
import { Theme } from "./theme.mjs";
import { capital, counted, timeWords } from "./words.mjs";
import { focusOf, revealFact, revealNode } from "./focus.mjs";
import { headline } from "./claim.mjs";
import { initial, makeStore } from "./state.mjs";
import { kindTerm, makeModel, readPayload } from "./data.mjs";
import { listenToKeys, listenToPointer } from "./gestures.mjs";
import { readPalette } from "./looks.mjs";
import { showLegend } from "./legend.mjs";
import { showPanel } from "./panel.mjs";
import { shown } from "./filters.mjs";

/** @typedef {import("./state.mjs").State} State */
/** @typedef {import("./state.mjs").View} View */
/** @typedef {import("./drawing.mjs").Hit} Hit */
/** @typedef {import("./gestures.mjs").Pointer} Pointer */

const PHONE = 800; // pixels of width below which the cards lie above and below the picture

const model = makeModel(readPayload(document));
const stage = byId("stage");
const panel = byId("panel");
const hasTies = model.data.edges.some((edge) => edge.tie);
const first = initial(hasTies ? "ties" : "all");
const store = makeStore(first, changed);
const theme = new Theme(recolour);
let palette = readPalette(document.documentElement);
let visible = shown(model, store.get());
const drawing = new Drawing(model, byId("picture"), palette, visible, store.get().view, store.get().pinned);

/**
 * Bring everything in line with a state.
 * @param {State} state
 * @param {State} before
 */
function changed(state, before) {
  if (state.pinned !== before.pinned) drawing.pin(state.pinned);
  if (state.view !== before.view || state.off !== before.off || state.on !== before.on || state.hidden !== before.hidden) {
    visible = shown(model, state);
    drawing.show(visible, state.view);
    if (state.view !== before.view) drawing.fit(insets());
    announce(`${counted(visible.nodes.size, "node")} and ${counted(visible.edges.size, "tie")} shown`);
  }
  write();
  if ((state.node === before.node && state.fact === before.fact) || panel.hidden) return;
  drawing.bringInSight(insets());
  byId("panel-title").focus({ preventScroll: true });
}

/** Write all that depends on the state, except the places of things. */
function write() {
  const state = store.get();
  showLegend(byId("legend"), model, store, palette);
  showPanel(panel, byId("panel-body"), { model, palette, openNode, openFact, acts: (node) => tidy.buttons(node) }, store);
  for (const view of ["ties", "all"]) byId(`view-${view}`).setAttribute("aria-pressed", String(state.view === view));
  byId("empty").hidden = visible.nodes.size > 0;
  byId("reset").hidden = state.off.size === 0;
  document.body.classList.toggle("with-panel", !panel.hidden);
  drawing.focus(focusOf(model, state, visible));
  tidy.write();
}

/**
 * Look at a node; what hides it is switched on.
 * @param {string} id
 */
function openNode(id) {
  store.set({ ...revealNode(model, store.get(), visible, id), node: id, fact: undefined });
}

/**
 * Look at a fact; what hides it is switched on.
 * @param {string} id
 */
function openFact(id) {
  store.set({ ...revealFact(model, store.get(), visible, id), fact: id });
}

/** Look at nothing in particular. */
function close() {
  if (panel.hidden) return;
  store.set({ node: undefined, fact: undefined, steps: first.steps });
  stage.focus({ preventScroll: true });
}

/** Show everything there is to show, as at first. */
function reset() {
  store.set({ off: new Set(), on: new Set(), hidden: new Set() });
}

/**
 * What the cards cover of the picture.
 * @param {boolean} [all]  false: leave the panel out
 */
function insets(all = true) {
  const wide = innerWidth >= PHONE;
  const side = byId("side").getBoundingClientRect();
  const open = panel.hidden || !all ? undefined : panel.getBoundingClientRect();
  return {
    left: wide ? side.right : 0,
    top: wide ? 0 : side.bottom,
    right: wide && open ? innerWidth - open.left : 0,
    bottom: !wide && open ? innerHeight - open.top : 0,
  };
}

/** @param {Pointer} pointer */
function under({ clientX, clientY }) {
  const { left, top } = stage.getBoundingClientRect();
  return drawing.at({ x: clientX - left, y: clientY - top });
}

/** @param {Pointer} pointer */
function press(pointer) {
  const { node, edge } = under(pointer);
  if (node) openNode(node.id);
  else store.set({ node: undefined, fact: edge?.fact });
}

/** @param {Pointer} pointer */
function rest(pointer) {
  const hit = under(pointer);
  drawing.hover(hit);
  tell(hit, pointer);
}

/**
 * Name what the pointer rests on, beside it.
 * @param {Hit} hit
 * @param {Pointer} [pointer]
 */
function tell({ node, edge }, pointer = { clientX: 0, clientY: 0 }) {
  const tip = byId("tip");
  const fact = model.data.facts[edge?.fact ?? ""];
  tip.hidden = !node && !fact;
  stage.style.cursor = tip.hidden ? "" : "pointer";
  if (node) fill(tip, h("strong", {}, node.label), h("span", { class: "soft" }, capital(kindTerm(model.data.terms, node.kind).label)));
  else if (fact) fill(tip, h("strong", {}, headline(fact)), h("span", { class: "soft" }, timeWords(fact).join(" · ")));
  tip.style.left = `${Math.max(8, Math.min(pointer.clientX + 14, innerWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${Math.max(8, Math.min(pointer.clientY + 16, innerHeight - tip.offsetHeight - 8))}px`;
}

function leave() {
  drawing.hover({});
  tell({});
}

function listenToButtons() {
  for (const view of /** @type {View[]} */ (["ties", "all"])) byId(`view-${view}`).addEventListener("click", () => store.set({ view }));
  byId("close").addEventListener("click", close);
  byId("zoom-in").addEventListener("click", () => drawing.camera.zoom(1.25));
  byId("zoom-out").addEventListener("click", () => drawing.camera.zoom(0.8));
  byId("fit").addEventListener("click", () => drawing.fit(insets()));
  byId("reset").addEventListener("click", reset);
  byId("empty-reset").addEventListener("click", reset);
  byId("show-legend").addEventListener("click", () => {
    byId("show-legend").setAttribute("aria-expanded", String(byId("side").classList.toggle("open")));
  });
}

/** Escape closes, wherever the focus is; what is open above the page closes first. */
function listenToEscape() {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) close();
  });
}

/** Draw in the colours now in force. */
function recolour() {
  palette = readPalette(document.documentElement);
  drawing.recolour(palette);
  write();
}

/** A window of another size gets a picture that fits it. */
function listenToWindow() {
  let waiting = 0;
  window.addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      drawing.show(visible, store.get().view);
      drawing.fit(insets(false));
    }, 150);
  });
}

const tidy = makeComfort({ model, store, drawing, shown: () => visible, openNode, close, fit: () => drawing.fit(insets()), theme });
listenToFingers(stage, drawing, (event) => under(event).node?.id === store.get().node);
listenToPointer(stage, { press, rest, leave });
listenToKeys(stage, drawing.camera, () => drawing.fit(insets()));
listenToButtons();
listenToEscape();
listenToWindow();
new Search(/** @type {HTMLInputElement} */ (byId("search")), byId("found"), model, () => palette, openNode);
byId("show-views").hidden = !hasTies || model.data.edges.every((edge) => edge.tie);
write();
drawing.fit(insets(false));
drawing.bringInSight(insets());
drawing.onceDrawn(() => {
  document.documentElement.dataset["ready"] = String(Math.round(performance.now()));
});
