// The lines of a large network: painted a part at a time on a layer of their own, which moves along with the picture.

/** @typedef {import("./data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("./looks.mjs").EdgeLook} EdgeLook */
/** @typedef {{x: number, y: number}} Dot */
/** @typedef {{pen: CanvasRenderingContext2D, matrix: DOMMatrix, version: number}} Layer */
/** @typedef {{edge: GraphEdge, from: Dot, to: Dot, offset: number, look: EdgeLook}} Line  offset: how far the curve stands off, in pixels */

const FIRST = 1500; // lines in the first part; how long they take decides on the next
const FEWEST = 300;
const MOST = 6000;
const QUICK = 40; // milliseconds for a part under which the next is larger
const SLOW_PART = 80; // and beyond which it is smaller
const SHOWN_EVERY = 8; // parts after which the picture shows what is done so far
const AT_REST = 90; // milliseconds without a movement after which lines are painted anew
const HAIR = 1; // pixels of the screen up to which many lines are painted in one stroke
const TOGETHER = 100; // so many
const TINY_DASH = 3; // pixels of the screen below which dashes are not told apart
const NO_ARROWS = 0.3; // zoom below which arrows are left out
const PALER = 0.55; // opacity of a line whose dashes are not told apart
const HEAD = 9; // length of an arrow

/** Paints lines where vis-network, which paints all of them at every frame, would be too slow. */
export class Lines {
  #redraw;
  /** @type {Line[]} */
  #lines = [];
  /** @type {Line[]} Painted at every frame: what is pointed at, chosen or dragged. */
  #live = [];
  #version = 0;
  /** @type {Layer | null} */
  #front = null;
  /** @type {(Layer & {done: number}) | null} */
  #back = null;
  /** @type {Layer | null} The whole picture as it last stood, which is moved instead of drawn anew. */
  #still = null;
  /** @type {DOMMatrix | null} */
  #seen = null;
  #waiting = 0;
  #part = FIRST;

  /** @type {(moving: boolean) => void} */
  onMoving = () => {};

  /** @param {() => void} redraw  asks for a new frame */
  constructor(redraw) {
    this.#redraw = redraw;
  }

  /**
   * Paint other lines, or the same in other places or colours.
   * @param {Line[]} lines  the first are painted first and lie above the others
   */
  show(lines) {
    this.#lines = lines;
    this.#version += 1;
  }

  /** @param {Line[]} lines  those that stand out, painted wider and at every frame */
  mark(lines) {
    this.#live = lines;
  }

  /** Whether all is painted that is to be seen. */
  get isComplete() {
    return this.#front !== null && this.#front.version === this.#version && sameView(this.#front.matrix, this.#seen);
  }

  /**
   * Put the lines into a frame.
   * @param {CanvasRenderingContext2D} pen
   */
  draw(pen) {
    const matrix = pen.getTransform();
    const moved = this.#seen !== null && !sameView(matrix, this.#seen);
    this.#seen = matrix;
    if (moved && this.#front) this.#rest();
    else if (!this.isComplete && !this.#waiting) this.#begin(pen.canvas, matrix);
    const layer = this.isCarried ? this.#still : this.#front?.version === this.#version ? this.#front : this.#back;
    if (layer) blit(pen, layer, matrix);
    if (!this.isCarried) paintLines(pen, this.#live, 0, this.#live.length);
  }

  /**
   * Keep a frame that is complete, to be moved.
   * @param {CanvasRenderingContext2D} pen
   */
  keep({ canvas }) {
    if (!this.isComplete || !this.#seen) return;
    const pen = clean(this.#still?.pen, canvas);
    pen?.drawImage(canvas, 0, 0);
    this.#still = pen && { pen, matrix: this.#seen, version: this.#version };
  }

  /** Whether the picture moves and is only carried along: nothing in it need be drawn. */
  get isCarried() {
    return this.#waiting !== 0 && this.#still?.version === this.#version;
  }

  /** Wait until the picture stands still. */
  #rest() {
    if (!this.#waiting) this.onMoving(true);
    clearTimeout(this.#waiting);
    this.#back = null;
    this.#waiting = setTimeout(() => {
      this.#waiting = 0;
      this.onMoving(false);
      this.#redraw();
    }, AT_REST);
  }

  /**
   * Begin a layer for what is to be seen, unless one is under way.
   * @param {HTMLCanvasElement} canvas
   * @param {DOMMatrix} matrix
   */
  #begin(canvas, matrix) {
    if (this.#back?.version === this.#version && sameView(this.#back.matrix, matrix)) return;
    const pen = clean(this.#back?.pen, canvas);
    if (!pen) return;
    this.#part = Math.min(this.#part, FIRST);
    this.#back = { pen, matrix, version: this.#version, done: 0 };
    this.#paintPart();
    if (this.#back) this.#go(this.#back, performance.now(), 1);
  }

  /**
   * Paint part after part, one a frame, and show them now and then.
   * @param {Layer} job
   * @param {number} before
   * @param {number} count
   */
  #go(job, before, count) {
    requestAnimationFrame(() => {
      if (this.#back !== job) return;
      const now = performance.now();
      const factor = now - before < QUICK ? 1.5 : now - before > SLOW_PART ? 0.6 : 1;
      this.#part = Math.max(FEWEST, Math.min(MOST, Math.round(this.#part * factor)));
      this.#paintPart();
      if (!this.#back || count % SHOWN_EVERY === 0) this.#redraw();
      if (this.#back) this.#go(job, now, count + 1);
    });
  }

  #paintPart() {
    const job = this.#back;
    if (!job) return;
    const end = Math.min(this.#lines.length, job.done + this.#part);
    job.pen.setTransform(job.matrix);
    job.pen.globalCompositeOperation = "destination-over";
    paintLines(job.pen, this.#lines, job.done, end);
    job.done = end;
    if (end < this.#lines.length) return;
    this.#back = null;
    this.#front = job;
  }

  /**
   * The line nearest to a point, if one is near enough.
   * @param {number} x
   * @param {number} y
   * @param {number} reach
   * @returns {GraphEdge | undefined}
   */
  near(x, y, reach) {
    /** @type {{edge?: GraphEdge, distance: number}} */
    let best = { distance: reach };
    for (const line of this.#lines) {
      const room = best.distance + Math.abs(line.offset);
      if (misses(line, x - room, y - room, x + room, y + room)) continue;
      const distance = distanceTo(line, x, y);
      if (distance < best.distance) best = { edge: line.edge, distance };
    }
    return best.edge;
  }
}

/**
 * @param {DOMMatrix} one
 * @param {DOMMatrix | null} other
 */
function sameView(one, other) {
  return other !== null && one.a === other.a && one.e === other.e && one.f === other.f;
}

/**
 * An empty layer as large as a canvas.
 * @param {CanvasRenderingContext2D | undefined} pen  of a layer that is needed no more
 * @param {HTMLCanvasElement} canvas
 */
function clean(pen, canvas) {
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
function blit(pen, { pen: { canvas }, matrix: painted }, matrix) {
  const { a, e, f } = matrix.multiply(painted.inverse());
  pen.save();
  pen.imageSmoothingEnabled = a !== 1;
  pen.setTransform(a, 0, 0, a, Math.round(e), Math.round(f));
  pen.drawImage(canvas, 0, 0);
  pen.restore();
}

/**
 * Paint some lines; hairlines of one look many at a time.
 * @param {CanvasRenderingContext2D} pen  in pixels of the picture
 * @param {Line[]} lines
 * @param {number} start
 * @param {number} end
 */
function paintLines(pen, lines, start, end) {
  const matrix = pen.getTransform();
  const [left, top] = [-matrix.e / matrix.a, -matrix.f / matrix.a];
  const [right, bottom] = [left + pen.canvas.width / matrix.a, top + pen.canvas.height / matrix.a];
  /** @type {EdgeLook | null} */
  let look = null;
  let count = 0;
  pen.save();
  for (let index = start; index < end; index += 1) {
    const line = lines[index];
    if (!line || misses(line, left, top, right, bottom)) continue;
    if (look === null || line.look !== look || count >= (look.width * matrix.a > HAIR ? 1 : TOGETHER)) {
      if (count) pen.stroke();
      if (line.look !== look) takeUp(pen, line.look, matrix.a);
      look = line.look;
      count = 0;
      pen.beginPath();
    }
    trace(pen, line);
    count += 1;
    if (look.arrow && matrix.a > NO_ARROWS) arrow(pen, line);
  }
  if (count) pen.stroke();
  pen.restore();
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {EdgeLook} look
 * @param {number} scale
 */
function takeUp(pen, { color, width, dashes }, scale) {
  const told = dashes !== false && dashes.reduce((sum, dash) => sum + dash, 0) * scale >= TINY_DASH;
  pen.strokeStyle = color;
  pen.fillStyle = color;
  pen.lineWidth = width;
  pen.globalAlpha = dashes !== false && !told ? PALER : 1;
  pen.lineCap = told ? "round" : "butt";
  pen.setLineDash(told && dashes ? dashes : []);
}

/**
 * The point that a curve bends towards; the middle of a straight line.
 * @param {Line} line
 * @returns {Dot}
 */
export function bendOf({ edge, from, to, offset }) {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (!offset || !length) return middle;
  const off = (edge.from < edge.to ? 2 * offset : -2 * offset) / length;
  return { x: middle.x - (to.y - from.y) * off, y: middle.y + (to.x - from.x) * off };
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Line} line
 */
function trace(pen, line) {
  const { from, to, offset } = line;
  pen.moveTo(from.x, from.y);
  if (!offset) {
    pen.lineTo(to.x, to.y);
    return;
  }
  const bend = bendOf(line);
  pen.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
}

/**
 * An arrow in the middle of a line, where no node covers it.
 * @param {CanvasRenderingContext2D} pen
 * @param {Line} line
 */
function arrow(pen, line) {
  const { from, to } = line;
  const bend = bendOf(line);
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const x = (from.x + to.x) / 4 + bend.x / 2;
  const y = (from.y + to.y) / 4 + bend.y / 2;
  const side = (/** @type {number} */ turn) => /** @type {const} */ ([x - HEAD * Math.cos(angle + turn), y - HEAD * Math.sin(angle + turn)]);
  const head = new Path2D();
  head.moveTo(x, y);
  head.lineTo(...side(0.4));
  head.lineTo(...side(-0.4));
  pen.fill(head);
}

/**
 * Whether a line lies wholly beside a box.
 * @param {Line} line
 * @param {number} left
 * @param {number} top
 * @param {number} right
 * @param {number} bottom
 */
function misses({ from, to, offset }, left, top, right, bottom) {
  const room = Math.abs(offset);
  return (
    (from.x < left - room && to.x < left - room) ||
    (from.x > right + room && to.x > right + room) ||
    (from.y < top - room && to.y < top - room) ||
    (from.y > bottom + room && to.y > bottom + room)
  );
}

const PIECES = 8; // straight pieces that a curve is measured by

/**
 * @param {Line} line
 * @param {number} x
 * @param {number} y
 */
export function distanceTo(line, x, y) {
  const { from, to, offset } = line;
  if (!offset) return toPiece(from, to, x, y);
  const bend = bendOf(line);
  let [best, before] = [Infinity, from];
  for (let piece = 1; piece <= PIECES; piece += 1) {
    const t = piece / PIECES;
    const at = (/** @type {"x" | "y"} */ axis) => (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * bend[axis] + t ** 2 * to[axis];
    const next = { x: at("x"), y: at("y") };
    best = Math.min(best, toPiece(before, next, x, y));
    before = next;
  }
  return best;
}

/**
 * @param {Dot} from
 * @param {Dot} to
 * @param {number} x
 * @param {number} y
 */
function toPiece(from, to, x, y) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - from.x - along * dx, y - from.y - along * dy);
}
