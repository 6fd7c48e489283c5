// Ties the parts together: one state, one picture, one panel.

import { Ask } from "./ask.mjs";
import { Drawing } from "./drawing.mjs";
import { Search } from "./search.mjs";
import { Table } from "./table.mjs";
import { announce, byId, fill, h } from "./dom.mjs";
import { arrange, isRearranged } from "./arrange.mjs";
import { broughtIn, listenToShapes, showShape } from "./switcher.mjs";
import { listenToFingers, makeComfort, selectionWords } from "./comfort.mjs";
import { Theme } from "./theme.mjs";
import { TimeBar } from "./timebar.mjs";
import { capital, counted, timeWords } from "./words.mjs";
import { focusOf, revealFact, revealNode } from "./focus.mjs";
import { headline } from "./claim.mjs";
import { heldWords } from "./time.mjs";
import { initial, makeStore } from "./state.mjs";
import { kindTerm, makeModel, readPayload } from "./data.mjs";
import { listenToKeys, listenToPointer } from "./gestures.mjs";
import { readPalette } from "./looks.mjs";
import { legendParts, showLegend } from "./legend.mjs";
import { fineCanvas, listenToTakeAway } from "./takeaway.mjs";
import { showPanel } from "./panel.mjs";
import { shown } from "./filters.mjs";

/** @typedef {import("./state.mjs").State} State */
/** @typedef {import("./state.mjs").View} View */
/** @typedef {import("./data.mjs").GraphNode} GraphNode */
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
const ask = new Ask(model, store, () => palette);
const time = new TimeBar(model, store);
let visible = seen(store.get());
let arranged = arrange(model, store.get(), visible);
const drawing = new Drawing(model, byId("picture"), palette, visible, store.get().view, store.get().pinned);
const table = new Table(byId("table"), model, store, { openNode, openFact });

/**
 * Bring everything in line with a state.
 * @param {State} state
 * @param {State} before
 */
function changed(state, before) {
  if (state.pinned !== before.pinned) drawing.pin(state.pinned);
  const asked = state.at !== before.at || state.path !== before.path;
  if (asked || state.view !== before.view || state.off !== before.off || state.on !== before.on || state.hidden !== before.hidden || isRearranged(state, before)) {
    visible = seen(state);
    rearrange();
    if (state.view !== before.view || isRearranged(state, before)) drawing.fit(insets());
    if (!asked) announce(`${counted(visible.nodes.size, "node")} and ${counted(visible.edges.size, "tie")} shown`);
  }
  write();
  if (state.path !== before.path) drawing.bringInSight(insets());
  if ((state.node === before.node && state.fact === before.fact) || panel.hidden) return;
  drawing.bringInSight(insets());
  byId("panel-title").focus({ preventScroll: true });
  announce(selectionWords(model, state, visible));
}

/** Set what is shown in the shape asked for. */
function rearrange() {
  arranged = arrange(model, store.get(), visible);
  showShape(model, store.get(), visible);
  byId("table").style.top = innerWidth < PHONE ? `${byId("side").getBoundingClientRect().bottom + 8}px` : "";
  drawing.show(arranged, store.get().view);
}

/** Write all that depends on the state, except the places of things. */
function write() {
  const state = store.get();
  showLegend(byId("legend"), model, store, palette);
  const desk = { model, palette, openNode, openFact, acts: (/** @type {GraphNode} */ node) => ask.offer(node, tidy.buttons(node)), held: (/** @type {string} */ fact) => heldWords(model.data, state.at, fact), backToPath: state.path && (() => ask.back()) };
  showPanel(panel, byId("panel-body"), desk, store);
  ask.write(state, desk);
  time.write(state);
  for (const view of ["ties", "all"]) byId(`view-${view}`).setAttribute("aria-pressed", String(state.view === view));
  byId("empty").hidden = visible.nodes.size > 0;
  if (state.shape === "table") table.write(visible);
  byId("reset").hidden = state.off.size === 0;
  document.body.classList.toggle("with-panel", openCard() !== undefined);
  drawing.focus(focusOf(model, state, visible) ?? ask.focus(state));
  tidy.write();
}

/**
 * What a state shows: what no filter hides, and the path that is asked for.
 * @param {State} state
 */
function seen(state) {
  return ask.shownToo(state, shown(model, state));
}

/** The card that is open on the right, if one is. */
function openCard() {
  return [panel, byId("ask")].find((card) => !card.hidden);
}

/**
 * Look at a node; what hides it is switched on.
 * @param {string} id
 */
function openNode(id) {
  store.set({ ...revealNode(model, store.get(), visible, id), ...broughtIn(model, store.get(), arranged.shown, id), node: id, fact: undefined });
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
  if (panel.hidden) return void (store.get().path && ask.close());
  store.set({ node: undefined, fact: undefined, steps: first.steps });
  stage.focus({ preventScroll: true });
}

/** Show everything there is to show, as at first. */
function reset() {
  store.set({ off: new Set(), on: new Set(), hidden: new Set(), at: undefined });
}

/**
 * What the cards cover of the picture.
 * @param {boolean} [all]  false: leave the panel out
 */
function insets(all = true) {
  const wide = innerWidth >= PHONE;
  const side = byId("side").getBoundingClientRect();
  const open = all ? openCard()?.getBoundingClientRect() : undefined;
  const bar = byId("time").getBoundingClientRect();
  return {
    left: wide ? side.right : 0,
    top: wide ? 0 : side.bottom,
    right: wide && open ? innerWidth - open.left : 0,
    bottom: !wide && open ? innerHeight - open.top : bar.height ? innerHeight - bar.top : 0,
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

/** What a picture that is taken away shows. */
function sheetSeen() {
  const { width, height } = stage.getBoundingClientRect();
  const paint = (/** @type {CanvasRenderingContext2D} */ pen) => drawing.repaint(pen);
  return { title: document.title, legend: legendParts(model, store.get(), palette), width, height, palette, paint };
}

/**
 * Make the page ready for paper: light, the table whole, and the picture without what lies beneath the cards.
 * @param {boolean} on  false: as it was
 */
function onPaper(on) {
  theme.onPaper(on);
  const isTable = store.get().shape === "table";
  if (on && isTable) table.finish();
  const { width, height } = stage.getBoundingClientRect();
  const { left, right, top, bottom } = insets();
  const paint = (/** @type {CanvasRenderingContext2D} */ pen) => {
    pen.translate(-left, -top);
    drawing.repaint(pen);
  };
  fill(byId("paper"), on && !isTable ? fineCanvas(width - left - right, height - top - bottom, paint) : null);
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
      rearrange();
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
listenToShapes(model, store);
listenToTakeAway({ model, shown: () => visible, sheet: sheetSeen, onPaper });
new Search(/** @type {HTMLInputElement} */ (byId("search")), byId("found"), model, () => palette, openNode);
byId("show-views").hidden = !hasTies || model.data.edges.every((edge) => edge.tie);
if (store.get().shape === "network") showShape(model, store.get(), visible);
else rearrange();
write();
drawing.fit(insets(false));
drawing.bringInSight(insets());
drawing.onceDrawn(() => {
  document.documentElement.dataset["ready"] = String(Math.round(performance.now()));
});
