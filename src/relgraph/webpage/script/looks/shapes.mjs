// A shape for each kind of node: the same draw the graph, the legend and files.

/** @typedef {(pen: Pen) => void} Outline  draws a path around (0, 0) in a square from -1 to 1 */
/** @typedef {CanvasRenderingContext2D | Path2D} Pen */

/** @type {WeakMap<Path2D, string | Outline>} How paths were made: a pen that writes them down cannot read it from them. */
const drawnAs = new WeakMap();

/**
 * A path made once, which is drawn fast and can still be told to a pen that writes it down.
 * @param {string | Outline} how  the path of an SVG, or what a pen does
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

/**
 * A closed path through points.
 * @param {...[number, number]} points
 * @returns {Outline}
 */
function polygon(...points) {
  return (pen) => {
    for (const [index, [x, y]] of points.entries()) {
      if (index) pen.lineTo(x, y);
      else pen.moveTo(x, y);
    }
    pen.closePath();
  };
}

/**
 * A regular polygon, one corner at an angle.
 * @param {number} corners
 * @param {number} turn  in radians
 * @param {number} [inner]  for a star: radius of the corners between
 */
function regular(corners, turn, inner) {
  const count = inner ? corners * 2 : corners;
  return polygon(
    ...Array.from({ length: count }, (_, index) => {
      const radius = inner && index % 2 ? inner : 1;
      const angle = turn + (index * 2 * Math.PI) / count;
      return /** @type {[number, number]} */ ([radius * Math.cos(angle), radius * Math.sin(angle)]);
    }),
  );
}

/** @type {Outline} */
const disc = (pen) => pen.arc(0, 0, 1, 0, 2 * Math.PI);

/** @type {Outline} A ring: two circles, filled between. */
const ring = (pen) => {
  pen.arc(0, 0, 1, 0, 2 * Math.PI);
  pen.closePath();
  pen.moveTo(0.58, 0);
  pen.arc(0, 0, 0.58, 0, 2 * Math.PI, true);
  pen.closePath();
  pen.moveTo(0.26, 0);
  pen.arc(0, 0, 0.26, 0, 2 * Math.PI);
};

/** @type {Outline} Head and shoulders. */
const person = (pen) => {
  pen.arc(0, -0.48, 0.5, 0, 2 * Math.PI);
  pen.closePath();
  pen.moveTo(-0.95, 1);
  pen.bezierCurveTo(-0.95, -0.02, -0.5, 0.12, 0, 0.12);
  pen.bezierCurveTo(0.5, 0.12, 0.95, -0.02, 0.95, 1);
  pen.closePath();
};

/** @type {Outline} A pin on a map, with its hole. */
const pin = (pen) => {
  pen.moveTo(0, 1);
  pen.bezierCurveTo(-0.35, 0.45, -0.75, 0.1, -0.75, -0.28);
  pen.arc(0, -0.28, 0.75, Math.PI, 0);
  pen.bezierCurveTo(0.75, 0.1, 0.35, 0.45, 0, 1);
  pen.closePath();
  pen.moveTo(0.28, -0.28);
  pen.arc(0, -0.28, 0.28, 0, 2 * Math.PI, true);
  pen.closePath();
};

/** @type {Outline} A flag on its pole. */
const flag = (pen) => {
  polygon(
    [-0.8, -1],
    [-0.52, -1],
    [-0.52, -0.9],
    [0.95, -0.9],
    [0.62, -0.4],
    [0.95, 0.12],
    [-0.52, 0.12],
    [-0.52, 1],
    [-0.8, 1],
  )(pen);
};

/** @type {Outline} A sheet with a folded corner and two lines of writing. */
const sheet = (pen) => {
  polygon([-0.78, -1], [0.28, -1], [0.78, -0.48], [0.78, 1], [-0.78, 1])(pen);
  polygon([-0.42, -0.12], [-0.42, 0.1], [0.42, 0.1], [0.42, -0.12])(pen);
  polygon([-0.42, 0.36], [-0.42, 0.58], [0.42, 0.58], [0.42, 0.36])(pen);
};

/** @type {Outline} A speech bubble. */
const bubble = (pen) => {
  polygon([-1, -0.85], [1, -0.85], [1, 0.45], [0.05, 0.45], [-0.5, 1], [-0.5, 0.45], [-1, 0.45])(pen);
};

/** @type {Outline} An envelope: its flap is left open. */
const envelope = (pen) => {
  polygon([-1, -0.42], [0, 0.34], [1, -0.42], [1, 0.75], [-1, 0.75])(pen);
  polygon([-0.94, -0.75], [0.94, -0.75], [0, 0])(pen);
};

/** @type {Outline} A lectern: the place that somebody holds. */
const lectern = polygon(
  [-1, -0.85],
  [1, -0.85],
  [0.78, -0.25],
  [0.42, -0.25],
  [0.55, 0.95],
  [-0.55, 0.95],
  [-0.42, -0.25],
  [-0.78, -0.25],
);

/** @type {Map<string, Outline>} */
const OUTLINES = new Map([
  ["country", disc],
  ["territory", disc],
  ["person", person],
  ["office", lectern],
  ["body", regular(6, 0)],
  ["organisation", polygon([-0.85, -0.85], [0.85, -0.85], [0.85, 0.85], [-0.85, 0.85])],
  ["group", ring],
  ["city", pin],
  ["mission", flag],
  ["agreement", sheet],
  ["event", regular(5, -Math.PI / 2, 0.45)],
  ["meeting", bubble],
  ["letter", envelope],
  ["negotiation", bubble],
  ["statement", bubble],
  ["proposal", regular(3, -Math.PI / 2)],
]);

const diamond = regular(4, 0);

/** @type {Map<string, Path2D>} */
const paths = new Map();

/** @param {string} kind */
function outlineFor(kind) {
  const path = paths.get(kind) ?? traced(OUTLINES.get(kind) ?? diamond);
  paths.set(kind, path);
  return path;
}

/**
 * Draw the shape of a kind.
 * @param {CanvasRenderingContext2D} pen
 * @param {string} kind
 * @param {{x: number, y: number, radius: number, fill: string, halo: string, hollow?: boolean}} look
 *   halo is drawn around the shape and parts it from the lines beneath; a hollow shape is only outlined
 */
export function drawShape(pen, kind, { x, y, radius, fill, halo, hollow = false }) {
  const path = outlineFor(kind);
  pen.save();
  pen.translate(x, y);
  pen.scale(radius, radius);
  pen.lineJoin = "round";
  pen.lineWidth = 5 / radius;
  pen.strokeStyle = halo;
  pen.stroke(path);
  pen.fillStyle = hollow ? halo : fill;
  pen.fill(path);
  if (hollow) {
    pen.lineWidth = 1.8 / radius;
    pen.setLineDash([3.2 / radius, 2.2 / radius]);
    pen.strokeStyle = fill;
    pen.stroke(path);
  }
  pen.restore();
}
