// Small pictures beside words: the same shapes and lines as in the graph.

import { edgeLook, kindColour } from "./looks.mjs";
import { drawShape } from "./shapes.mjs";
import { h } from "./dom.mjs";

/** @typedef {import("./looks.mjs").Palette} Palette */
/** @typedef {import("./looks.mjs").EdgeLook} EdgeLook */
/** @typedef {import("./data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("./data.mjs").Terms} Terms */

const SHARP = 2; // canvas pixels for one of the page, at least

/**
 * @param {number} width
 * @param {number} height
 * @param {(pen: CanvasRenderingContext2D) => void} draw
 */
function picture(width, height, draw) {
  const sharp = Math.max(SHARP, Math.ceil(devicePixelRatio));
  const canvas = h("canvas", { class: "swatch", width: width * sharp, height: height * sharp, "aria-hidden": "true" });
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const pen = canvas.getContext("2d");
  if (pen) {
    pen.scale(sharp, sharp);
    draw(pen);
  }
  return canvas;
}

/**
 * The shape of a kind of node.
 * @param {string} kind
 * @param {Palette} palette
 * @param {number} [size]  in pixels
 */
export function nodeSwatch(kind, palette, size = 20) {
  const look = { x: size / 2, y: size / 2, radius: size * 0.38, fill: kindColour(palette, kind), halo: "transparent" };
  return picture(size, size, (pen) => drawShape(pen, kind, look));
}

/**
 * The line of an edge.
 * @param {GraphEdge} edge
 * @param {Terms} terms
 * @param {Palette} palette
 */
export function edgeSwatch(edge, terms, palette) {
  return lineSwatch(edgeLook(edge, terms, palette));
}

/**
 * A line with an arrow where it has a direction.
 * @param {Pick<EdgeLook, "width" | "color" | "dashes" | "arrow">} look
 */
export function lineSwatch({ width, color, dashes, arrow }) {
  return picture(34, 14, (pen) => {
    pen.strokeStyle = color;
    pen.fillStyle = color;
    pen.lineWidth = width;
    pen.lineCap = dashes ? "round" : "butt";
    pen.setLineDash(dashes || []);
    pen.beginPath();
    pen.moveTo(2, 7);
    pen.lineTo(arrow ? 27 : 32, 7);
    pen.stroke();
    if (!arrow) return;
    pen.beginPath();
    pen.moveTo(33, 7);
    pen.lineTo(25, 3.2);
    pen.lineTo(25, 10.8);
    pen.fill();
  });
}
