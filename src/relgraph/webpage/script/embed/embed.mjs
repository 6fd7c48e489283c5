// The page in a frame of another page: the picture, what its lines mean, whose it is, and the way to all of it.

import { byId, fill, h } from "../basics/dom.mjs";
import { inFull } from "../basics/embedded.mjs";
import { legendParts } from "../legend/parts.mjs";
import { lineSwatch, markSwatch, nodeSwatch } from "../looks/swatches.mjs";
import { tiesBehind } from "../layouts/folding.mjs";
import { shownWords } from "../take/shows.mjs";

/** @typedef {import("../legend/parts.mjs").LegendPart} LegendPart */
/** @typedef {import("../page.mjs").Page} Page */
/** @typedef {import("../looks/looks.mjs").Palette} Palette */

const SIGNS = 9; // in the legend's line, at most
const SHAPE = 15; // pixels of a shape in it

/**
 * What a frame shows besides the picture, in line with the page.
 * @param {Page} page
 * @param {string} maker
 */
export function writeEmbed({ model, store, palette, arranged, days }, maker) {
  const state = store.get();
  fill(byId("embed-title"), document.title);
  fill(
    byId("embed-legend"),
    ...signsOf(legendParts(model, state, palette, days.marks(state).values(), arranged.wholes), palette),
  );
  fill(byId("embed-credit"), shownWords(model, state, tiesBehind(arranged), maker, arranged.wholes).join(" · "));
  const link = byId("embed-open");
  link.hidden = location.protocol === "about:"; // a frame that has no address
  link.setAttribute("href", inFull(location.href));
}

/**
 * What lines and shapes mean, lines first.
 * @param {LegendPart[]} parts
 * @param {Palette} palette
 */
function signsOf(parts, palette) {
  const rows = parts.flatMap((part) => part.rows);
  const [lines, shapes] = [rows.filter(({ look }) => look), rows.filter(({ kind }) => kind !== undefined)];
  return [...rows.filter(({ mark }) => mark), ...lines, ...shapes]
    .slice(0, SIGNS)
    .map(({ label, kind, look, mark }) =>
      h(
        "li",
        {},
        mark
          ? markSwatch(mark, palette)
          : look
            ? lineSwatch(look)
            : kind === undefined
              ? null
              : nodeSwatch(kind, palette, SHAPE),
        h("span", {}, label),
      ),
    );
}

/**
 * Make the picture one that lies still: a wheel or a finger on it moves the page around the frame.
 * @param {Page} page
 */
export function setStill(page) {
  page.picture.setStill();
  const stage = byId("stage");
  stage.removeAttribute("tabindex");
  stage.setAttribute("role", "img");
  stage.setAttribute(
    "aria-label",
    `${document.title}: a picture of the network; open it in full to read it as a table`,
  );
}
