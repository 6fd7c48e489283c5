// A pen that writes an SVG: it takes the strokes that a canvas takes, as far as the page uses them.

import { SvgPath, rounded } from "./svg_path.mjs";
import { tracedAs } from "../looks/shapes.mjs";

/** @typedef {import("./svg_path.mjs").Frame} Frame */

/**
 * @typedef {object} Ink  what save keeps
 * @property {string} fillStyle
 * @property {string} strokeStyle
 * @property {number} lineWidth
 * @property {string} lineCap
 * @property {string} lineJoin
 * @property {number} globalAlpha
 * @property {string} font
 * @property {string} textAlign
 * @property {string} textBaseline
 * @property {number[]} dashes
 * @property {Frame} frame
 */

const FONT = /^(?:(\d{3}|bold|normal) )?([\d.]+)px (.+)$/;
const HALF_LETTER = 0.35; // of the size of letters: from their middle to the line they stand on
const LETTER_WIDTH = 0.55; // of the size of letters
// Letters that no XML may hold: controls, lone halves of a pair, and two that are never assigned.
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Text as it may stand in an XML file.
 * @param {string} text
 * @returns {string}
 */
export function xmlText(text) {
  return text
    .replace(FORBIDDEN, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Writes down what is drawn. */
export class SvgPen extends SvgPath {
  fillStyle = "#000000";
  strokeStyle = "#000000";
  lineWidth = 1;
  lineCap = "butt";
  lineJoin = "miter";
  globalAlpha = 1;
  font = "10px sans-serif";
  textAlign = "start";
  textBaseline = "alphabetic";
  /** @type {number[]} */
  #dashes = [];
  /** @type {Ink[]} */
  #saved = [];
  /** @type {string[]} */
  #written = [];
  /** @type {{key: string, halo: string} | null} The outline of letters that wait to be filled. */
  #outline = null;

  save() {
    const { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, globalAlpha, font, textAlign, textBaseline } = this;
    this.#saved.push({
      fillStyle,
      strokeStyle,
      lineWidth,
      lineCap,
      lineJoin,
      globalAlpha,
      font,
      textAlign,
      textBaseline,
      dashes: this.#dashes,
      frame: this.frame,
    });
  }

  restore() {
    const ink = this.#saved.pop();
    if (!ink) return;
    const { dashes, frame, ...own } = ink;
    Object.assign(this, own);
    this.#dashes = dashes;
    this.frame = frame;
  }

  /** @param {number[]} dashes */
  setLineDash(dashes) {
    this.#dashes = dashes;
  }

  /**
   * @param {Path2D | string} [path]
   * @param {string} [rule]
   */
  fill(path, rule) {
    const even = (rule ?? path) === "evenodd" ? ' fill-rule="evenodd"' : "";
    this.#draw(path, `${inkOf("fill", this.fillStyle)}${even}`);
  }

  /** @param {Path2D} [path] */
  stroke(path) {
    this.#draw(path, `fill="none" ${this.#line()}`);
  }

  /** @param {[number, number, number, number]} box */
  fillRect(...[x, y, width, height]) {
    this.#put(
      `<rect x="${rounded(this.frame.x + x * this.frame.scale)}" y="${rounded(this.frame.y + y * this.frame.scale)}" width="${this.size(width)}" height="${this.size(height)}" ${inkOf("fill", this.fillStyle)}/>`,
    );
  }

  /**
   * @param {string} text
   * @param {number} x
   * @param {number} y
   */
  strokeText(text, x, y) {
    this.#outline = { key: `${text} ${x} ${y}`, halo: ` paint-order="stroke" ${this.#line()}` };
  }

  /**
   * @param {string} text
   * @param {number} x
   * @param {number} y
   */
  fillText(text, x, y) {
    const [, weight = "400", size = "10", family = "sans-serif"] = FONT.exec(this.font) ?? [];
    const [left, base] = this.at(x, y + (this.textBaseline === "middle" ? HALF_LETTER * Number(size) : 0)).split(" ");
    const anchor = this.textAlign === "center" ? ' text-anchor="middle"' : "";
    const halo = this.#outline?.key === `${text} ${x} ${y}` ? this.#outline.halo : "";
    this.#outline = null;
    this.#put(
      `<text x="${left}" y="${base}" font-family="${xmlText(family.replaceAll('"', "'"))}" font-size="${this.size(Number(size))}" font-weight="${weight}"${anchor} ${inkOf("fill", this.fillStyle)}${halo}>${xmlText(text)}</text>`,
    );
  }

  /**
   * About how wide a text is: only a browser knows.
   * @param {string} text
   */
  measureText(text) {
    const [, , size = "10"] = FONT.exec(this.font) ?? [];
    return { width: text.length * Number(size) * LETTER_WIDTH };
  }

  /**
   * The whole file.
   * @param {number} width
   * @param {number} height
   * @param {string} title
   * @returns {string}
   */
  file(width, height, title) {
    const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${rounded(width)}" height="${rounded(height)}" viewBox="0 0 ${rounded(width)} ${rounded(height)}" role="img" aria-label="${xmlText(title)}">`;
    return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n<title>${xmlText(title)}</title>\n${this.#written.join("\n")}\n</svg>\n`;
  }

  /**
   * @param {Path2D | string | undefined} path
   * @param {string} look
   */
  #draw(path, look) {
    const how = typeof path === "object" ? tracedAs(path) : undefined;
    if (typeof how === "string") {
      const { x, y, scale } = this.frame;
      this.#put(`<path transform="translate(${rounded(x)} ${rounded(y)}) scale(${scale})" d="${how}" ${look}/>`);
      return;
    }
    if (how) {
      this.beginPath();
      how(/** @type {any} */ (this));
    }
    if (this.path) this.#put(`<path d="${this.path}" ${look}/>`);
  }

  #line() {
    const dashes = this.#dashes.length
      ? ` stroke-dasharray="${this.#dashes.map((dash) => this.size(dash)).join(" ")}"`
      : "";
    const cap = this.lineCap === "butt" ? "" : ` stroke-linecap="${this.lineCap}"`;
    const join = this.lineJoin === "miter" ? "" : ` stroke-linejoin="${this.lineJoin}"`;
    return `${inkOf("stroke", this.strokeStyle)} stroke-width="${this.size(this.lineWidth)}"${dashes}${cap}${join}`;
  }

  /** @param {string} element */
  #put(element) {
    const faint = this.globalAlpha < 1 ? ` opacity="${this.globalAlpha}"` : "";
    this.#written.push(faint ? element.replace(/^<\w+/, `$&${faint}`) : element);
  }
}

/**
 * A colour as attributes: many programs do not read one that is see-through.
 * @param {"fill" | "stroke"} name
 * @param {string} value  #rrggbb, #rrggbbaa, or transparent
 */
function inkOf(name, value) {
  if (value === "transparent") return `${name}="none"`;
  const alpha = value.length === 9 ? ` ${name}-opacity="${rounded(Number.parseInt(value.slice(7), 16) / 255)}"` : "";
  return `${name}="${xmlText(value.slice(0, value.length === 9 ? 7 : undefined))}"${alpha}`;
}
