// Which part of the picture is seen: fitting, moving and zooming, clear of the cards that cover it.

/** @typedef {import("../vis.js").VisNetwork} VisNetwork */
/** @typedef {{across: number, down: number}} Room  pixels of the window on both sides of a place, whatever the zoom */
/** @typedef {{x: number, y: number, room?: Room}} Spot */
/** @typedef {{left: number, right: number, top: number, bottom: number}} Insets  pixels of the window that cards cover */

const CLOSEST = 1.3; // zoom at most when the picture is fitted
const NEAREST = 6; // zoom at most
const FARTHEST = 0.02; // and at least
const READABLE = 0.45; // zoom at least when something is brought in sight
const STEP_BACK = 0.5; // or so much of the zoom before, so that what stands out fits beside a card
const CLOSE = 0.7; // and that wanted of all that stands out, where it fits
const RIM = 24; // pixels at the rim that do not count as in sight
const MARGIN = 76; // pixels kept free around places that do not tell their room: at most a seventh of the free length
const EDGE = 12; // pixels kept free around all of it
const HALVINGS = 16; // after which a zoom is found to a ten-thousandth

/** Moves what is seen of a network. */
export class Camera {
  #network;

  /** @type {(byHand: boolean) => void} Called when another part is seen: because the reader moved the picture, or else. */
  onMoved = () => {};

  /** @param {VisNetwork} network */
  constructor(network) {
    this.#network = network;
    network.on("zoom", () => this.onMoved(true));
    let isDragged = false;
    network.on("dragging", ({ nodes }) => (isDragged = !nodes.length));
    network.on("dragEnd", () => {
      if (isDragged) this.onMoved(true);
      isDragged = false;
    });
  }

  /**
   * The spot in the middle of what nothing covers, and the zoom.
   * @param {Insets} insets
   */
  seen(insets) {
    const { x, y } = this.#network.DOMtoCanvas(middleOfRoom(insets));
    return { x, y, scale: this.#network.getScale() };
  }

  /**
   * Bring a spot into the middle of what nothing covers.
   * @param {{x: number, y: number, scale: number}} wanted
   * @param {Insets} insets
   */
  see({ x, y, scale }, insets) {
    this.#move({ x, y }, insets, Math.min(NEAREST, Math.max(FARTHEST, scale)), false);
  }

  /**
   * Bring all of some places into what nothing covers.
   * @param {Spot[]} spots
   * @param {Insets} insets
   * @returns {number}  the zoom that this took
   */
  fit(spots, insets) {
    const { middle, scale } = frame(spots, insets);
    this.#move(middle, insets, scale, false);
    return scale;
  }

  /**
   * Move the picture, if need be, so that some places are seen; if they lie too far apart for that, at least
   * the most important, where any is.
   * @param {Spot[]} all
   * @param {Spot[]} least
   * @param {Insets} insets
   * @param {boolean} [closely]  also where all of it is in sight, but too small
   */
  bringInSight(all, least, insets, closely = false) {
    const now = this.#network.getScale();
    for (const [spots, wanted] of /** @type {[Spot[], number][]} */ ([
      [all, CLOSE],
      [least, READABLE],
    ])) {
      if (!spots.length || (spots.every((spot) => this.#isInSight(spot, insets)) && !(closely && now < READABLE)))
        return;
      const { middle, scale } = frame(spots, insets);
      if (scale < Math.min(READABLE, now * STEP_BACK) && spots === all && least.length) continue;
      this.#move(middle, insets, Math.min(scale, Math.max(now, wanted)), animation());
      return;
    }
  }

  /**
   * Zoom by a factor, around the middle.
   * @param {number} factor
   */
  zoom(factor) {
    const scale = Math.min(NEAREST, Math.max(FARTHEST, this.#network.getScale() * factor));
    this.#network.moveTo({ scale, animation: animation() });
    this.onMoved(true);
  }

  /**
   * Move the picture by pixels of the window.
   * @param {number} x
   * @param {number} y
   */
  pan(x, y) {
    const middle = this.#network.getViewPosition();
    const scale = this.#network.getScale();
    this.#network.moveTo({ position: { x: middle.x + x / scale, y: middle.y + y / scale } });
    this.onMoved(true);
  }

  /**
   * @param {Spot} spot
   * @param {Insets} insets
   */
  #isInSight({ x, y }, { left, right, top, bottom }) {
    const seen = this.#network.canvasToDOM({ x, y });
    return (
      seen.x > left + RIM &&
      seen.x < innerWidth - right - RIM &&
      seen.y > top + RIM &&
      seen.y < innerHeight - bottom - RIM
    );
  }

  /**
   * @param {Spot} position
   * @param {Insets} insets
   * @param {number} scale
   * @param {object | false} animation
   */
  #move(position, { left, right, top, bottom }, scale, animation) {
    this.#network.moveTo({ position, scale, offset: { x: (left - right) / 2, y: (top - bottom) / 2 }, animation });
    this.onMoved(false);
  }
}

/**
 * The middle of what nothing covers, in pixels of the window.
 * @param {Insets} insets
 */
function middleOfRoom({ left, right, top, bottom }) {
  return { x: (innerWidth + left - right) / 2, y: (innerHeight + top - bottom) / 2 };
}

/** Whether the window is much taller than wide. */
export function isTall() {
  return innerHeight > 1.25 * innerWidth;
}

/**
 * The middle of some places, and the zoom at which all of them fit, with the room that each needs around it.
 * @param {Spot[]} spots
 * @param {Insets} insets
 */
function frame(spots, { left, right, top, bottom }) {
  const [width, height] = [innerWidth - left - right, innerHeight - top - bottom];
  const across = spots.map(({ x, room }) => ({ at: x, around: room ? Math.min(room.across, width / 8) : rim(width) }));
  const down = spots.map(({ y, room }) => ({ at: y, around: room?.down ?? rim(height) }));
  const scale = Math.min(CLOSEST, fitting(across, width), fitting(down, height));
  return { middle: { x: middleOf(across, scale), y: middleOf(down, scale) }, scale };
}

/** @typedef {{at: number, around: number}} Reach  a place on an axis, and the pixels it needs on both sides */

/** @param {number} length */
function rim(length) {
  return Math.min(MARGIN, length / 7) - EDGE;
}

/**
 * The greatest zoom at which all reaches lie within a length.
 * @param {Reach[]} reaches
 * @param {number} length  pixels
 */
function fitting(reaches, length) {
  let [low, high] = [FARTHEST, CLOSEST];
  for (let step = 0; step < HALVINGS; step += 1) {
    const scale = (low + high) / 2;
    const [first, last] = ends(reaches, scale);
    if (last - first > length - 2 * EDGE) high = scale;
    else low = scale;
  }
  return low;
}

/**
 * @param {Reach[]} reaches
 * @param {number} scale
 */
function middleOf(reaches, scale) {
  const [first, last] = ends(reaches, scale);
  return (first + last) / 2 / scale;
}

/**
 * The least and the greatest pixel that some reaches take at a zoom.
 * @param {Reach[]} reaches
 * @param {number} scale
 * @returns {[number, number]}
 */
function ends(reaches, scale) {
  let [low, high] = [Infinity, -Infinity];
  for (const { at, around } of reaches)
    [low, high] = [Math.min(low, at * scale - around), Math.max(high, at * scale + around)];
  return [low, high];
}

/** A short movement, or none for those who asked for less of it. */
function animation() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches
    ? false
    : { duration: 260, easingFunction: "easeOutQuad" };
}
