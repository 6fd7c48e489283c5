// The pointer on the picture: what a press opens, what is named where it rests, what a finger may drag.

import { byId, fill, h } from "../basics/dom.mjs";
import { bundleWords } from "../layouts/as_one.mjs";
import { capital, counted } from "../basics/words.mjs";
import { headline, softWords } from "../panel/claim.mjs";
import { heldWords, tellerOn } from "../data/phrases.mjs";
import { kindTerm } from "../data/data.mjs";

/** @typedef {import("../picture/hits.mjs").Hit} Hit */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../page.mjs").Page} Page */
/** @typedef {{clientX: number, clientY: number}} Pointer */

const STILL = 6; // pixels that a press may move and still be one
const RIM = 8; // pixels of the window that a tip leaves free

/**
 * Let the pointer work.
 * @param {Page} page
 */
export function listenToPointing(page) {
  const { model, store, picture, selection } = page;
  const stage = byId("stage");
  const under = (/** @type {Pointer} */ { clientX, clientY }) => {
    const { left, top } = stage.getBoundingClientRect();
    return picture.at({ x: clientX - left, y: clientY - top });
  };
  const rest = (/** @type {Hit} */ hit, /** @type {Pointer} */ pointer) => {
    picture.hover(hit);
    tell(model, hit, pointer, store.get().at, page.arranged.wholes);
    stage.style.cursor = byId("tip").hidden ? "grab" : "pointer";
  };
  listenToPointer(stage, {
    press: (pointer) => {
      const { node, edge, bundled, seat } = under(pointer);
      const whole = (bundled && edge ? [edge.from, edge.to] : []).find((id) => page.arranged.wholes?.has(id));
      if (node || whole) selection.openNode(node?.id ?? whole ?? "");
      else selection.leaveNode(edge?.fact ?? seat);
    },
    rest: (pointer) => rest(under(pointer), pointer),
    leave: () => rest({}, { clientX: 0, clientY: 0 }),
    drag: setTip,
  });
  picture.moves.onDrag({
    began: (node) => {
      if (node === undefined) rest({}, { clientX: 0, clientY: 0 }); // what it told of moves away
      stage.style.cursor = node === undefined ? "grabbing" : "move";
    },
    ended: () => (stage.style.cursor = "grab"),
  });
  // With a finger, only the node looked at is moved: others would come along by accident.
  const isHeld = (/** @type {PointerEvent} */ event) =>
    event.pointerType === "mouse" || under(event).node?.id === store.get().node;
  stage.addEventListener("pointerdown", (event) => picture.moves.let(isHeld(event)), { capture: true });
}

/**
 * A press that does not move is a press; a pointer that moves without a button rests somewhere.
 * @param {HTMLElement} stage
 * @param {{press: (pointer: Pointer) => void, rest: (pointer: Pointer) => void, leave: () => void, drag: (pointer: Pointer) => void}} on
 */
function listenToPointer(stage, { press, rest, leave, drag }) {
  /** @type {Pointer} */
  let down = { clientX: 0, clientY: 0 };
  let waiting = 0;
  stage.addEventListener("pointerdown", (event) => (down = event), { capture: true });
  stage.addEventListener("click", (event) => {
    if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) <= STILL) press(event);
  });
  stage.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch") return;
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => (event.buttons ? drag : rest)(event));
  });
  stage.addEventListener("pointerleave", () => {
    cancelAnimationFrame(waiting);
    leave();
  });
}

/**
 * Show the tip, or hide it where the pointer rests on nothing.
 * @param {Model} model
 * @param {Hit} hit
 * @param {Pointer} [pointer]
 * @param {number} [at]  the day asked for
 * @param {import("../layouts/as_one.mjs").Wholes} [wholes]  those that stand for their members
 */
export function tell(model, hit, pointer = { clientX: 0, clientY: 0 }, at = undefined, wholes = new Map()) {
  const { node, edge, besides, bundled, seat } = hit;
  const tip = byId("tip");
  const { terms } = model.data;
  const bundle = edge && bundled ? bundleWords(model, wholes, edge, bundled) : "";
  const id = bundle ? "" : (edge?.fact ?? seat ?? node?.fact ?? "");
  const fact = tellerOn(model.data, at)(id);
  const soft = fact && softWords(model, id, fact, (one) => heldWords(model.data, at, one));
  tip.hidden = !node && !fact && !bundle;
  const said = fact ? headline(terms, node ? { ...fact, name: node.label } : fact) : node?.label;
  const members = wholes.get(node?.id ?? "")?.members.length;
  const more = besides
    ? `${besides} more between these two`
    : members === undefined
      ? ""
      : `shown as one with its ${counted(members, "member")}`;
  const kind = node && capital(kindTerm(terms, node.kind).label);
  fill(
    tip,
    h("strong", {}, bundle || said),
    h("span", { class: "soft" }, [kind, soft, more].filter(Boolean).join(" · ")),
  );
  setTip(pointer);
}

/**
 * Set the tip beside the pointer.
 * @param {Pointer} pointer
 */
function setTip(pointer) {
  const tip = byId("tip");
  tip.style.left = `${Math.max(RIM, Math.min(pointer.clientX + 14, innerWidth - tip.offsetWidth - RIM))}px`;
  tip.style.top = `${Math.max(RIM, Math.min(pointer.clientY + 16, innerHeight - tip.offsetHeight - RIM))}px`;
}
