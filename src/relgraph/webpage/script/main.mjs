// The page from its data on: its parts, and all that it listens to.

import { Page } from "./page.mjs";
import { Search } from "./controls/search.mjs";
import { beginWith } from "./filter/switches.mjs";
import { byId } from "./basics/dom.mjs";
import { isEmbedded, markEmbedded } from "./basics/embedded.mjs";
import { listenToAbout } from "./panel/about.mjs";
import { listenToButtons, listenToEscape, listenToKeys, listenToWindow } from "./controls/controls.mjs";
import { listenToGrip } from "./panel/cards.mjs";
import { listenToLayouts } from "./layouts/switcher.mjs";
import { listenToPointing } from "./controls/pointer.mjs";
import { listenToShortcuts, shortcutsOf } from "./controls/shortcuts.mjs";
import { keepPage } from "./take/saved.mjs";
import { listenToTakeAway } from "./take/menu.mjs";
import { loadLibrary } from "./basics/library.mjs";
import { makeModel, readPayload } from "./data/data.mjs";
import { makeStart } from "./controls/start.mjs";
import { setStill } from "./embed/embed.mjs";
import { setOnPaper, sheetOf } from "./take/sheet.mjs";

const saved = keepPage(document);
markEmbedded(document, location.hash);
loadLibrary(document).then(begin);

/** Make the page, and listen to its readers. */
function begin() {
  const data = readPayload(document);
  beginWith(data.edges);
  const page = new Page(makeModel(data));
  listenToPointing(page);
  listenToWindow(page);
  if (isEmbedded()) setStill(page);
  else listenToReader(page);
  page.begin();
}

/**
 * All that a frame in another page leaves out: keys, cards, and what can be taken away.
 * @param {Page} page
 */
function listenToReader(page) {
  const { model } = page;
  const shortcuts = shortcutsOf(page);
  listenToKeys(byId("stage"), page.picture.sight.camera, () => page.fit());
  listenToShortcuts(shortcuts);
  listenToEscape(page);
  listenToButtons(page, shortcuts);
  listenToGrip(byId("panel"), byId("grip"), () => page.selection.close());
  listenToLayouts(model, page.store);
  listenToTakeAway({
    model,
    shown: () => page.visible,
    state: page.store.get,
    wholes: () => page.arranged.wholes,
    sheet: () => sheetOf(page),
    saved: () => saved(page.store.whole()),
    onPaper: (on) => setOnPaper(page, on),
  });
  new Search(
    /** @type {HTMLInputElement} */ (byId("search")),
    byId("found"),
    model,
    () => page.palette,
    page.selection.openNode,
    { openFact: page.selection.openFact },
  );
  listenToAbout(model, page.selection.openFact);
  makeStart(page);
}
