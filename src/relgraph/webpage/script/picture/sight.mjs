// What of the picture is in sight, and how large shapes are drawn there.

import { Camera } from "./camera.mjs";
import { DISTINCT } from "./scene.mjs";

/** @typedef {import("./camera.mjs").Insets} Insets */
/** @typedef {import("./picture.mjs").Parts} Parts */
/** @typedef {import("./hits.mjs").Spot} Spot */

/** Brings in sight what matters, clear of the cards that cover the picture. */
export class Sight {
  #parts;
  /** @type {Spot[]} What is to be seen besides the nodes. */
  corners = [];

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.camera = new Camera(parts.net.vis);
    for (const event of ["zoom", "animationFinished"])
      parts.net.vis.on(event, () => parts.scene.backdrop?.land && this.#growFor(parts.net.vis.getScale()));
  }

  /**
   * Bring all that is shown into what nothing covers, in shapes that can be told apart.
   * @param {Insets} insets
   */
  fit(insets) {
    const { scene, net, renderer } = this.#parts;
    renderer.clearOf(insets);
    const isReset = scene.growFor(DISTINCT); // what fits does not depend on how large shapes were before
    const spots = scene.model.data.nodes.flatMap((node) => {
      const { x, y } = (scene.shown.nodes.has(node.id) && net.node(node.id)) || {};
      return x === undefined || y === undefined ? [] : { x, y, room: renderer.room(node) };
    });
    this.#growFor(spots.length ? this.camera.fit([...spots, ...this.corners], insets) : DISTINCT, isReset);
  }

  /**
   * Bring a spot into the middle of what nothing covers, in shapes that can be told apart.
   * @param {{x: number, y: number, scale: number}} wanted
   * @param {Insets} insets
   */
  see(wanted, insets) {
    this.#parts.renderer.clearOf(insets);
    this.camera.see(wanted, insets);
    this.#growFor(this.#parts.net.vis.getScale());
  }

  /**
   * Bring in sight what stands out, with its neighbours if they fit.
   * @param {Insets} insets
   * @param {boolean} [closely]  also where it is in sight, but too small
   */
  bringIn(insets, closely) {
    this.#parts.renderer.clearOf(insets);
    const { focus, shown, standingOut } = this.#parts.scene;
    const seen = (/** @type {Iterable<string>} */ ids) => this.#spots([...ids].filter((id) => shown.nodes.has(id)));
    if (focus) this.camera.bringInSight(seen(standingOut), seen(focus.chosen), insets, closely);
  }

  /** @param {Iterable<string>} ids */
  #spots(ids) {
    return [...ids].flatMap((id) => this.#parts.net.node(id) ?? []);
  }

  /**
   * Draw shapes as large as a zoom needs.
   * @param {number} scale
   * @param {boolean} [isOther]  whether they are drawn in another size already
   */
  #growFor(scale, isOther = false) {
    const { scene, net, lines, again } = this.#parts;
    if (!scene.growFor(scale) && !isOther) return;
    for (const { id } of scene.model.data.nodes) net.resize(id, scene.radius(id));
    lines.renew();
    again();
  }
}
