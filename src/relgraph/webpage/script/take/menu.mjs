// Taking away what is seen: as a picture, as a table, as a link, on paper.

import { CSV_COLUMNS, csvRows, csvText } from "../table/csv.mjs";
import { SvgPen } from "./svg.mjs";
import { announce, byId, h } from "../basics/dom.mjs";
import { copyFrom } from "../basics/clipboard.mjs";
import { drawSheet, fineCanvas } from "./sheet.mjs";
import { keyOf } from "../basics/names.mjs";

/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("./sheet.mjs").Sheet} Sheet */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */

/**
 * @typedef {object} Source  what is taken from
 * @property {Model} model
 * @property {() => Shown} shown
 * @property {() => number | undefined} at  the day asked for
 * @property {() => Sheet} sheet
 * @property {(on: boolean) => void} onPaper  called before the page is printed, and after
 */

const LONGEST_NAME = 60; // letters of a file's name

/**
 * Let the menu and its buttons work.
 * @param {Source} source
 */
export function listenToTakeAway(source) {
  listenToMenu(byId("take"), byId("take-menu"));
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
function actsOf({ model, shown, at, sheet }) {
  const svg = () => save(svgOf(sheet()), "image/svg+xml", fileName(sheet().title, "svg"));
  const table = () => csvText(CSV_COLUMNS, csvRows(model, shown(), at()));
  return [
    ["take-png", () => savePng(sheet())],
    ["take-svg", svg],
    ["take-csv", () => save(table(), "text/csv;charset=utf-8", fileName(sheet().title, "csv"))],
    [
      "take-link",
      () => copyFrom(byId("take-link"), location.href, { done: "Link copied", failed: "Copy it from the address bar" }),
    ],
    ["take-print", () => print()],
  ];
}

/**
 * The sheet as an SVG file.
 * @param {Sheet} sheet
 * @returns {string}
 */
export function svgOf(sheet) {
  const pen = new SvgPen();
  drawSheet(/** @type {any} */ (pen), sheet);
  return pen.file(sheet.width, sheet.height, sheet.title);
}

/** @param {Sheet} sheet */
async function savePng(sheet) {
  const canvas = fineCanvas(sheet.width, sheet.height, (pen) => drawSheet(pen, sheet));
  const blob = await new Promise((/** @type {(made: Blob | null) => void} */ done) => canvas.toBlob(done, "image/png"));
  if (blob) save(blob, "image/png", fileName(sheet.title, "png"));
}

/**
 * A name for a file: the title's letters and digits.
 * @param {string} title
 * @param {string} ending
 */
export function fileName(title, ending) {
  const words = keyOf(title)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, LONGEST_NAME)
    .replace(/-+$/, "");
  return `${words || "relgraph"}.${ending}`;
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
