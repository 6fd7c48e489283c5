// The pointer on the picture: what a press opens, what is named where it rests, what a finger may drag.

import { byId } from "../basics/dom.mjs";
import { listenToPointer } from "./gestures.mjs";
import { tell } from "../cards/tip.mjs";

/** @typedef {import("./gestures.mjs").Pointer} Pointer */
/** @typedef {import("../picture/hits.mjs").Hit} Hit */
/** @typedef {import("../page.mjs").Page} Page */

/**
 * Let the pointer work.
 * @param {Page} page
 */
export function listenToPointing({ model, store, drawing, looking }) {
  const stage = byId("stage");
  const under = (/** @type {Pointer} */ { clientX, clientY }) => {
    const { left, top } = stage.getBoundingClientRect();
    return drawing.at({ x: clientX - left, y: clientY - top });
  };
  const rest = (/** @type {Hit} */ hit, /** @type {Pointer} */ pointer) => {
    drawing.hover(hit);
    tell(model, hit, pointer);
    stage.style.cursor = byId("tip").hidden ? "grab" : "pointer";
  };
  listenToPointer(stage, {
    press: (pointer) => {
      const { node, edge } = under(pointer);
      if (node) looking.openNode(node.id);
      else looking.leaveNode(edge?.fact);
    },
    rest: (pointer) => rest(under(pointer), pointer),
    leave: () => rest({}, { clientX: 0, clientY: 0 }),
  });
  drawing.moves.onDrag({
    began: (node) => (stage.style.cursor = node === undefined ? "grabbing" : "move"),
    ended: () => (stage.style.cursor = "grab"),
  });
  // With a finger, only the node looked at is moved: others would come along by accident.
  const isHeld = (/** @type {PointerEvent} */ event) =>
    event.pointerType === "mouse" || under(event).node?.id === store.get().node;
  stage.addEventListener("pointerdown", (event) => drawing.moves.let(isHeld(event)), { capture: true });
}
