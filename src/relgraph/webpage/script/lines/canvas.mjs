// Canvases beside the one that is seen: drawn on at leisure, and put into a frame as a whole.

/** @typedef {{pen: CanvasRenderingContext2D, matrix: DOMMatrix, version: number}} Drawn  matrix: where the picture lay when it was drawn */

/**
 * Whether the picture lies alike, in place and zoom.
 * @param {DOMMatrix} one
 * @param {DOMMatrix | null} other
 */
export function liesAlike(one, other) {
  return other !== null && one.a === other.a && one.e === other.e && one.f === other.f;
}

/**
 * The pen of an empty canvas as large as another.
 * @param {CanvasRenderingContext2D | undefined} pen  of a canvas that is needed no more
 * @param {HTMLCanvasElement} like
 */
export function emptyCanvas(pen, like) {
  if (pen && pen.canvas.width === like.width && pen.canvas.height === like.height) {
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.globalCompositeOperation = "source-over";
    pen.clearRect(0, 0, like.width, like.height);
    return pen;
  }
  const canvas = document.createElement("canvas");
  canvas.width = like.width;
  canvas.height = like.height;
  return canvas.getContext("2d");
}

/**
 * Put what was drawn into a frame, as far as it has moved since.
 * @param {CanvasRenderingContext2D} pen
 * @param {Drawn} drawn
 * @param {DOMMatrix} matrix
 */
export function putInto(pen, { pen: { canvas }, matrix: before }, matrix) {
  const { a, e, f } = matrix.multiply(before.inverse());
  pen.save();
  pen.imageSmoothingEnabled = a !== 1;
  pen.setTransform(a, 0, 0, a, Math.round(e), Math.round(f));
  pen.drawImage(canvas, 0, 0);
  pen.restore();
}
