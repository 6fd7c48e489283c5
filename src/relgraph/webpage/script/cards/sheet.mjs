// On a narrow screen the panel is a sheet at the bottom: its grip makes it taller, shorter, or closes it.

const HEIGHTS = [0.3, 0.56, 0.9]; // shares of the window at which it stays
const CLOSES = 0.18; // below this share it closes
const STILL_GRIP = 5; // pixels that a press may move and still be one

/**
 * The share of the window at which a sheet let go of stays; undefined where it closes.
 * @param {number} share
 * @returns {number | undefined}
 */
export function settled(share) {
  if (share < CLOSES) return undefined;
  return HEIGHTS.reduce((best, one) => (Math.abs(one - share) < Math.abs(best - share) ? one : best));
}

/**
 * @param {HTMLElement} sheet
 * @param {HTMLElement} grip
 * @param {() => void} close
 */
export function listenToGrip(sheet, grip, close) {
  let pulled = false;
  const stay = (/** @type {number | undefined} */ share) => {
    if (share === undefined) close();
    sheet.style.setProperty("--sheet", share === undefined ? "" : `${100 * share}vh`);
    const tall = share === HEIGHTS.at(-1);
    grip.setAttribute("aria-expanded", String(tall));
    grip.setAttribute("aria-label", tall ? "Make this lower" : "Make this taller");
  };
  grip.addEventListener("pointerdown", (down) => {
    const start = sheet.getBoundingClientRect().height;
    pulled = false;
    grip.setPointerCapture(down.pointerId);
    const height = (/** @type {PointerEvent} */ at) => (start + down.clientY - at.clientY) / innerHeight;
    const move = (/** @type {PointerEvent} */ at) => {
      pulled ||= Math.abs(at.clientY - down.clientY) > STILL_GRIP;
      if (pulled) sheet.style.setProperty("--sheet", `${100 * Math.max(0.05, Math.min(0.95, height(at)))}vh`);
    };
    const up = (/** @type {PointerEvent} */ at) => {
      grip.removeEventListener("pointermove", move);
      if (pulled) stay(settled(height(at)));
    };
    grip.addEventListener("pointermove", move);
    grip.addEventListener("pointerup", up, { once: true });
    grip.addEventListener("pointercancel", up, { once: true });
  });
  grip.addEventListener("click", () => {
    if (!pulled) stay(grip.getAttribute("aria-expanded") === "true" ? HEIGHTS[1] : HEIGHTS.at(-1));
    pulled = false;
  });
}
