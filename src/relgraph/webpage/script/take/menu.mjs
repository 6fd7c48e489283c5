// Taking away what is seen: as a picture, as a table, as a link, on paper.

import { csvOf, csvText } from "../table/csv.mjs";
import { PAIR_COLUMNS, pairRows } from "../pairs/csv.mjs";
import { SvgPen, xmlText } from "./svg.mjs";
import { announce, byId, h } from "../basics/dom.mjs";
import { asPicture } from "../basics/embedded.mjs";
import { copyFrom } from "../basics/clipboard.mjs";
import { drawSheet, fineCanvas } from "./sheet.mjs";
import { fileName } from "./shows.mjs";

/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("./sheet.mjs").Sheet} Sheet */
/** @typedef {import("../state/state.mjs").State} State */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */

/**
 * @typedef {object} Source  what is taken from
 * @property {Model} model
 * @property {() => Shown} shown
 * @property {() => State} state
 * @property {() => import("../layouts/as_one.mjs").Wholes | undefined} wholes  those that stand for their members
 * @property {() => Sheet} sheet
 * @property {() => string} saved  the whole page with its state inside
 * @property {(on: boolean) => void} onPaper  called before the page is printed, and after
 */

const LINK = { done: "Link copied", failed: "Copy it from the address bar" };
const CODE = { done: "Code copied", failed: "It could not be copied" };

/**
 * Let the menu and its buttons work.
 * @param {Source} source
 */
export function listenToTakeAway(source) {
  listenToMenu(byId("take"), byId("take-menu"));
  byId("take-embed").hidden = !location.protocol.startsWith("http");
  byId("take-link").hidden = location.protocol === "about:"; // in a frame of a notebook: no link leads there
  for (const [id, act] of actsOf(source)) byId(id).addEventListener("click", () => void act());
  window.addEventListener("beforeprint", () => source.onPaper(true));
  window.addEventListener("afterprint", () => source.onPaper(false));
}

/**
 * @param {HTMLElement} opener
 * @param {HTMLElement} menu
 */
function listenToMenu(opener, menu) {
  const open = (/** @type {boolean} */ wanted) => {
    menu.hidden = !wanted;
    opener.setAttribute("aria-expanded", String(wanted));
    if (wanted) [...menu.querySelectorAll("button")].find((button) => !button.hidden)?.focus();
  };
  opener.addEventListener("click", () => open(!!menu.hidden));
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    open(false);
    opener.focus();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!menu.hidden && target instanceof Node && !menu.contains(target) && !opener.contains(target)) open(false);
  });
}

/**
 * What the buttons of the menu do.
 * @param {Source} source
 * @returns {[string, () => void | Promise<unknown>][]}
 */
function actsOf({ model, shown, state, wholes, sheet, saved }) {
  const named = (/** @type {string} */ ending) => fileName(document.title, model, state(), ending);
  const table = () => csvOf(model, shown(), state().at, wholes());
  const pairs = () => csvText(PAIR_COLUMNS, pairRows(model, shown(), state().at));
  return [
    ["take-png", () => savePng(sheet(), named("png"))],
    ["take-svg", () => save(svgOf(sheet()), "image/svg+xml", named("svg"))],
    ["take-csv", () => save(table(), "text/csv;charset=utf-8", named("csv"))],
    ["take-pairs", () => save(pairs(), "text/csv;charset=utf-8", named("csv"))],
    ["take-file", () => save(saved(), "text/html;charset=utf-8", named("html"))],
    ["take-link", () => copyLink(byId("take-link"))],
    ["take-embed", () => copyFrom(byId("take-embed"), frameCode(location.href, document.title), CODE)],
    ["take-print", () => print()],
  ];
}

/**
 * The sheet as an SVG file.
 * @param {Sheet} sheet
 * @returns {string}
 */
function svgOf(sheet) {
  const pen = new SvgPen();
  drawSheet(/** @type {any} */ (pen), sheet);
  return pen.file(sheet.width, sheet.height, sheet.title);
}

/**
 * @param {Sheet} sheet
 * @param {string} name
 */
async function savePng(sheet, name) {
  const canvas = fineCanvas(sheet.width, sheet.height, (pen) => drawSheet(pen, sheet));
  const blob = await new Promise((/** @type {(made: Blob | null) => void} */ done) => canvas.toBlob(done, "image/png"));
  if (blob) save(blob, "image/png", name);
}

/**
 * @param {BlobPart} content
 * @param {string} type
 * @param {string} name
 */
function save(content, type, name) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  announce(`${name} is saved`);
}

/** @param {HTMLElement} button */
async function copyLink(button) {
  const isHere = location.protocol === "file:";
  byId("take-note").hidden = !isHere;
  await copyFrom(button, location.href, { ...LINK, note: isHere ? (byId("take-note").textContent ?? "") : "" });
}

/**
 * The element by which another page shows this view.
 * @param {string} href
 * @param {string} title
 * @returns {string}
 */
function frameCode(href, title) {
  const [source, name] = [asPicture(href), title].map((text) => xmlText(text));
  return `<iframe src="${source}" title="${name}" width="700" height="450" style="border: 0" loading="lazy"></iframe>`;
}
