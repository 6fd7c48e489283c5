// The page from its data on: its parts, and all that it listens to.

import { Page } from "./page.mjs";
import { Search } from "./find/search.mjs";
import { byId } from "./basics/dom.mjs";
import { listenToButtons, listenToEscape, listenToWindow } from "./keys/controls.mjs";
import { listenToGrip } from "./cards/sheet.mjs";
import { listenToKeys } from "./keys/gestures.mjs";
import { listenToPointing } from "./keys/pointing.mjs";
import { listenToShapes } from "./shapes/switcher.mjs";
import { listenToShortcuts } from "./keys/keys.mjs";
import { listenToTakeAway } from "./take/takeaway.mjs";
import { makeModel, readPayload } from "./data/data.mjs";
import { setOnPaper, sheetOf } from "./take/paper.mjs";
import { shortcutsOf } from "./keys/shortcuts.mjs";

const model = makeModel(readPayload(document));
const page = new Page(model);
const shortcuts = shortcutsOf(page);

listenToPointing(page);
listenToKeys(byId("stage"), page.drawing.sight.camera, () => page.fit());
listenToShortcuts(shortcuts);
listenToEscape(page);
listenToButtons(page, shortcuts);
listenToGrip(byId("panel"), byId("grip"), () => page.close());
listenToWindow(page);
listenToShapes(model, page.store);
listenToTakeAway({
  model,
  shown: () => page.visible,
  at: () => page.store.get().at,
  sheet: () => sheetOf(page),
  onPaper: (on) => setOnPaper(page, on),
});
new Search(
  /** @type {HTMLInputElement} */ (byId("search")),
  byId("found"),
  model,
  () => page.palette,
  page.looking.openNode,
);
page.begin();
