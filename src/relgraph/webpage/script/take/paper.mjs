// What is taken away of the page: the picture with its title and legend, and the page on paper.

import { byId, fill } from "../basics/dom.mjs";
import { fineCanvas } from "./takeaway.mjs";
import { insets } from "../cards/cards.mjs";
import { legendParts } from "../legend/legend.mjs";

/** @typedef {import("../page.mjs").Page} Page */
/** @typedef {import("./picture.mjs").Sheet} Sheet */

/**
 * What a picture that is taken away shows.
 * @param {Page} page
 * @returns {Sheet}
 */
export function sheetOf({ model, store, palette, drawing }) {
  const { width, height } = byId("stage").getBoundingClientRect();
  return {
    title: document.title,
    legend: legendParts(model, store.get(), palette),
    width,
    height,
    palette,
    paint: (pen) => drawing.repaint(pen),
  };
}

/**
 * Make the page ready for paper: light, the table whole, and the picture without what lies beneath the cards.
 * @param {Page} page
 * @param {boolean} on  false: as it was
 */
export function setOnPaper({ theme, store, table, drawing }, on) {
  theme.onPaper(on);
  const isTable = store.get().shape === "table";
  if (on && isTable) table.finish();
  const { width, height } = byId("stage").getBoundingClientRect();
  const { left, right, top, bottom } = insets();
  const paint = (/** @type {CanvasRenderingContext2D} */ pen) => {
    pen.translate(-left, -top);
    drawing.repaint(pen);
  };
  fill(byId("paper"), on && !isTable ? fineCanvas(width - left - right, height - top - bottom, paint) : null);
}
