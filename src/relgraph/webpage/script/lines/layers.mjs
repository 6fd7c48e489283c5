// Layers: canvases beside the one that is seen, painted at leisure and put into a frame as a whole.

/** @typedef {{pen: CanvasRenderingContext2D, matrix: DOMMatrix, version: number}} Layer  matrix: the view that it was painted for */

/**
 * Whether two views are the same.
 * @param {DOMMatrix} one
 * @param {DOMMatrix | null} other
 */
export function sameView(one, other) {
  return other !== null && one.a === other.a && one.e === other.e && one.f === other.f;
}

/**
 * An empty layer as large as a canvas.
 * @param {CanvasRenderingContext2D | undefined} pen  of a layer that is needed no more
 * @param {HTMLCanvasElement} canvas
 */
export function clean(pen, canvas) {
  if (pen && pen.canvas.width === canvas.width && pen.canvas.height === canvas.height) {
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.globalCompositeOperation = "source-over";
    pen.clearRect(0, 0, canvas.width, canvas.height);
    return pen;
  }
  const layer = document.createElement("canvas");
  layer.width = canvas.width;
  layer.height = canvas.height;
  return layer.getContext("2d");
}

/**
 * Put a layer into a frame, as far as it has moved since.
 * @param {CanvasRenderingContext2D} pen
 * @param {Layer} layer
 * @param {DOMMatrix} matrix
 */
export function blit(pen, { pen: { canvas }, matrix: painted }, matrix) {
  const { a, e, f } = matrix.multiply(painted.inverse());
  pen.save();
  pen.imageSmoothingEnabled = a !== 1;
  pen.setTransform(a, 0, 0, a, Math.round(e), Math.round(f));
  pen.drawImage(canvas, 0, 0);
  pen.restore();
}
