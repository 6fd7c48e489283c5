// Which part of the picture is seen, kept in the state once the reader has moved it: a link opens on the same part.

import { insets } from "../panel/cards.mjs";

/** @typedef {import("../picture/picture.mjs").Picture} Picture */
/** @typedef {import("../state/state.mjs").Sight} Sight */
/** @typedef {import("../state/state.mjs").State} State */
/** @typedef {import("../state/state.mjs").Store} Store */

const STANDS = 350; // milliseconds without a movement after which the picture stands still

/** Keeps what is seen in line with the state. */
export class KeptSight {
  #store;
  #picture;
  #waiting = 0;
  #byHand = false;

  /**
   * @param {Store} store
   * @param {Picture} picture
   */
  constructor(store, picture) {
    this.#store = store;
    this.#picture = picture;
    picture.sight.camera.onMoved = (byHand) => this.#moved(byHand);
  }

  /**
   * Show the part that a state has.
   * @param {Sight} sight
   */
  show([x, y, span]) {
    const spot = this.#picture.turned({ x, y });
    this.#picture.sight.see({ ...spot, scale: shorterSide() / span }, insets(false));
    this.#forget();
  }

  /** All of it is seen anew: what the reader moved is forgotten. */
  clear() {
    this.#forget();
    this.#store.set({ sight: undefined }, true);
  }

  /**
   * Follow a state that was not reached by moving the picture: by going back, or by another address.
   * @param {State} state
   */
  follow({ sight }) {
    if (sight && String(sight) !== String(this.#now())) this.show(sight);
  }

  /**
   * A movement that the reader began is kept; one that the page began, where the reader had moved the picture before.
   * @param {boolean} byHand
   */
  #moved(byHand) {
    this.#byHand ||= byHand;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      if (this.#byHand || this.#store.get().sight) this.#store.set({ sight: this.#now() }, true);
      this.#forget();
    }, STANDS);
  }

  #forget() {
    clearTimeout(this.#waiting);
    this.#byHand = false;
  }

  /** @returns {Sight} */
  #now() {
    const { x, y, scale } = this.#picture.sight.camera.seen(insets(false));
    const spot = this.#picture.turned({ x, y });
    return [Math.round(spot.x), Math.round(spot.y), Math.max(1, Math.round(shorterSide() / scale))];
  }
}

/** Pixels of the window that the shorter side of the room for the picture has: another window shows as much of it. */
function shorterSide() {
  const { left, right, top, bottom } = insets(false);
  return Math.max(1, Math.min(innerWidth - left - right, innerHeight - top - bottom));
}
