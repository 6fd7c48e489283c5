// Paths that can be painted fast on a canvas and still be told to a pen that writes them down.

/** @typedef {(pen: CanvasRenderingContext2D | Path2D) => void} Strokes */

/** @type {WeakMap<Path2D, string | Strokes>} */
const drawnAs = new WeakMap();

/**
 * A path made once.
 * @param {string | Strokes} how  the path of an SVG, or strokes of a pen
 */
export function traced(how) {
  const path = typeof how === "string" ? new Path2D(how) : new Path2D();
  if (typeof how !== "string") how(path);
  drawnAs.set(path, how);
  return path;
}

/**
 * How a path was made.
 * @param {Path2D} path
 */
export function tracedAs(path) {
  return drawnAs.get(path);
}
