// Which part of the picture is seen: fitting, moving and zooming, clear of the cards that cover it.

/** @typedef {import("./vis.js").VisNetwork} VisNetwork */
/** @typedef {{x: number, y: number}} Spot */
/** @typedef {{left: number, right: number, top: number, bottom: number}} Insets  pixels of the window that cards cover */

const CLOSEST = 1.3; // zoom at most when the picture is fitted
const NEAREST = 6; // zoom at most
const FARTHEST = 0.02; // and at least
const READABLE = 0.45; // zoom at least when something is brought in sight
const RIM = 24; // pixels at the rim that do not count as in sight
const MARGIN = 76; // pixels kept free around a fitted picture, for labels: at most a seventh of its width

/** Moves what is seen of a network. */
export class Camera {
  #network;

  /** @param {VisNetwork} network */
  constructor(network) {
    this.#network = network;
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
   * the most important.
   * @param {Spot[]} all
   * @param {Spot[]} least
   * @param {Insets} insets
   */
  bringInSight(all, least, insets) {
    for (const spots of [all, least]) {
      if (!spots.length || spots.every((spot) => this.#isInSight(spot, insets))) return;
      const { middle, scale } = frame(spots, insets);
      if (scale < READABLE && spots === all) continue;
      this.#move(middle, insets, Math.min(scale, Math.max(this.#network.getScale(), READABLE)), animation());
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
  }

  /**
   * @param {Spot} spot
   * @param {Insets} insets
   */
  #isInSight({ x, y }, { left, right, top, bottom }) {
    const seen = this.#network.canvasToDOM({ x, y });
    return seen.x > left + RIM && seen.x < innerWidth - right - RIM && seen.y > top + RIM && seen.y < innerHeight - bottom - RIM;
  }

  /**
   * @param {Spot} position
   * @param {Insets} insets
   * @param {number} scale
   * @param {object | false} animation
   */
  #move(position, { left, right, top, bottom }, scale, animation) {
    this.#network.moveTo({ position, scale, offset: { x: (left - right) / 2, y: (top - bottom) / 2 }, animation });
  }
}

/** Whether the window is much taller than wide. */
export function isTall() {
  return innerHeight > 1.25 * innerWidth;
}

/**
 * The middle of some places, and the zoom at which all of them fit.
 * @param {Spot[]} spots
 * @param {Insets} insets
 */
function frame(spots, { left, right, top, bottom }) {
  const [west, east] = extent(spots.map(({ x }) => x));
  const [north, south] = extent(spots.map(({ y }) => y));
  const [width, height] = [innerWidth - left - right, innerHeight - top - bottom];
  const margin = 2 * Math.min(MARGIN, width / 7);
  const fits = Math.min((width - margin) / Math.max(1, east - west), (height - margin) / Math.max(1, south - north));
  return { middle: { x: (west + east) / 2, y: (north + south) / 2 }, scale: Math.max(FARTHEST, Math.min(CLOSEST, fits)) };
}

/**
 * The least and the greatest.
 * @param {number[]} values
 * @returns {[number, number]}
 */
function extent(values) {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return [low, high];
}

/** A short movement, or none for those who asked for less of it. */
function animation() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 260, easingFunction: "easeOutQuad" };
}
