// Pointer and keys on the picture.

/** @typedef {{clientX: number, clientY: number}} Pointer */

const STILL = 6; // pixels that a press may move and still be one
const STEP = 60; // pixels that an arrow key moves the picture
const CLOSER = 1.25;

/**
 * A press that does not move is a press; a pointer that moves without a button rests somewhere.
 * @param {HTMLElement} stage
 * @param {{press: (pointer: Pointer) => void, rest: (pointer: Pointer) => void, leave: () => void}} on
 */
export function listenToPointer(stage, { press, rest, leave }) {
  /** @type {Pointer} */
  let down = { clientX: 0, clientY: 0 };
  let waiting = 0;
  stage.addEventListener("pointerdown", (event) => (down = event), { capture: true });
  stage.addEventListener("click", (event) => {
    if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) <= STILL) press(event);
  });
  stage.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch" || event.buttons) return;
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => rest(event));
  });
  stage.addEventListener("pointerleave", () => {
    cancelAnimationFrame(waiting);
    leave();
  });
}

/**
 * Arrows move the picture, plus and minus zoom, 0 shows all of it.
 * @param {HTMLElement} stage
 * @param {import("../picture/camera.mjs").Camera} camera
 * @param {() => void} fit
 */
export function listenToKeys(stage, camera, fit) {
  /** @type {Map<string, () => void>} */
  const keys = new Map([
    ["+", () => camera.zoom(CLOSER)],
    ["=", () => camera.zoom(CLOSER)],
    ["-", () => camera.zoom(1 / CLOSER)],
    ["0", fit],
    ["ArrowLeft", () => camera.pan(-STEP, 0)],
    ["ArrowRight", () => camera.pan(STEP, 0)],
    ["ArrowUp", () => camera.pan(0, -STEP)],
    ["ArrowDown", () => camera.pan(0, STEP)],
  ]);
  stage.addEventListener("keydown", (event) => {
    const act =
      event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && event.key.startsWith("Arrow"))
        ? undefined
        : keys.get(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  });
}
