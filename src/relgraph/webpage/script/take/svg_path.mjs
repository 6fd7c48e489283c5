// The paths of a pen that writes an SVG, in pixels of the file.

/** @typedef {{scale: number, x: number, y: number}} Frame */

/** Writes down where a pen goes. Scales are the same both ways, and nothing is turned. */
export class SvgPath {
  /** @type {Frame} */
  frame = { scale: 1, x: 0, y: 0 };
  path = "";

  /**
   * @param {number} x
   * @param {number} y
   */
  translate(x, y) {
    const { scale } = this.frame;
    this.frame = { scale, x: this.frame.x + x * scale, y: this.frame.y + y * scale };
  }

  /** @param {number} factor */
  scale(factor) {
    this.frame = { ...this.frame, scale: this.frame.scale * factor };
  }

  beginPath() {
    this.path = "";
  }

  closePath() {
    this.path += "Z";
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  moveTo(x, y) {
    this.path += `M${this.at(x, y)}`;
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  lineTo(x, y) {
    this.path += `L${this.at(x, y)}`;
  }

  /** @param {[number, number, number, number]} places */
  quadraticCurveTo(...[x1, y1, x, y]) {
    this.path += `Q${this.at(x1, y1)} ${this.at(x, y)}`;
  }

  /** @param {[number, number, number, number, number, number]} places */
  bezierCurveTo(...[x1, y1, x2, y2, x, y]) {
    this.path += `C${this.at(x1, y1)} ${this.at(x2, y2)} ${this.at(x, y)}`;
  }

  /** @param {[number, number, number, number, number, boolean?]} round  middle, radius, from and to which angle, and whether leftwards */
  arc(...[x, y, radius, from, to, left = false]) {
    this.ellipse(x, y, radius, radius, 0, from, to, left);
  }

  /** @param {[number, number, number, number, number, number, number, boolean?]} round */
  ellipse(...[x, y, wide, high, , from, to, left = false]) {
    const turn = left ? -1 : 1;
    const full = 2 * Math.PI;
    const length = Math.abs(to - from) >= full ? full : ((((to - from) * turn) % full) + full) % full;
    const parts = length > Math.PI * 0.99 ? 2 : 1;
    const at = (/** @type {number} */ angle) => this.at(x + wide * Math.cos(angle), y + high * Math.sin(angle));
    this.path += `${this.path && !this.path.endsWith("Z") ? "L" : "M"}${at(from)}`;
    for (let part = 1; part <= parts; part += 1) {
      this.path += `A${this.size(wide)} ${this.size(high)} 0 0 ${left ? 0 : 1} ${at(from + (turn * length * part) / parts)}`;
    }
  }

  /**
   * A place as the file has it.
   * @param {number} x
   * @param {number} y
   */
  at(x, y) {
    return `${rounded(this.frame.x + x * this.frame.scale)} ${rounded(this.frame.y + y * this.frame.scale)}`;
  }

  /**
   * A length as the file has it.
   * @param {number} length
   */
  size(length) {
    return rounded(length * this.frame.scale);
  }
}

/** @param {number} value */
export function rounded(value) {
  return Math.round(value * 100) / 100;
}
