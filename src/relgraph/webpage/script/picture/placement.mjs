// Labels that do not run into one another: where each may stand, and which must wait for a closer look.

/**
 * @typedef {object} Candidate
 * @property {string} id
 * @property {number} x  middle of the node, in pixels of the screen
 * @property {number} y
 * @property {number} radius
 * @property {number} width  of the label
 * @property {number} height
 * @property {boolean} must  shown also where it covers shapes
 */

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */
/** @typedef {{id: string, x: number, y: number}} Placed  the middle of the label */

const CELL = 80;
const GAP = 4;
const ASIDE = 2; // pixels kept free at both ends of a label
const OTHERS = 6; // pixels between a label and the shape of another node, whose name it would seem to be
const CORNERLESS = 0.85; // of a radius: a shape is round
const SLACK = 1; // pixels above and below that are only leading
const DIAGONAL = 0.75; // of a radius, from the middle of a node to where a label beside it begins
/** @type {Box} */
const EVERYWHERE = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/** Boxes kept by the cells that they touch, so that only near ones are compared. */
class Crowd {
  /** @type {Map<number, Box[]>} */
  #cells = new Map();

  /**
   * @param {Box} box
   * @param {(boxes: Box[]) => boolean} visit  stops when it returns true
   */
  #each(box, visit) {
    for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column += 1) {
      for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row += 1) {
        const key = column * 100_003 + row;
        let boxes = this.#cells.get(key);
        if (!boxes) this.#cells.set(key, (boxes = []));
        if (visit(boxes)) return true;
      }
    }
    return false;
  }

  /** @param {Box} box */
  add(box) {
    this.#each(box, (boxes) => {
      boxes.push(box);
      return false;
    });
  }

  /**
   * Whether a box runs into one, other than those around a spot.
   * @param {Box} box
   * @param {{x: number, y: number}} [spot]
   */
  hits(box, spot) {
    return this.#each(box, (boxes) =>
      boxes.some(
        (other) =>
          other.left < box.right &&
          box.left < other.right &&
          other.top < box.bottom &&
          box.top < other.bottom &&
          !(spot && isWithin({ left: spot.x, top: spot.y, right: spot.x, bottom: spot.y }, other)),
      ),
    );
  }
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} reach
 * @returns {Box}
 */
function square(x, y, reach) {
  return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach };
}

/**
 * Give each label, the most important first, the first free place around its node. Of a node that is seen, the label is
 * seen whole or not at all. The first of all, and any that must be read, may cover shapes, but no label that came before.
 * @param {Candidate[]} candidates  the most important first
 * @param {Box[]} [taken]  where none may stand
 * @param {Box} [seen]  what the window shows
 * @returns {Placed[]}
 */
export function placeLabels(candidates, taken = [], seen = EVERYWHERE) {
  const [shapes, around, labels] = [new Crowd(), new Crowd(), new Crowd()];
  for (const box of taken) labels.add(box);
  for (const { x, y, radius } of candidates) {
    const bare = square(x, y, radius * CORNERLESS);
    shapes.add({ ...bare, left: bare.left - OTHERS, right: bare.right + OTHERS });
    around.add(square(x, y, radius + OTHERS));
  }
  /** @type {Placed[]} */
  const placed = [];
  for (const candidate of candidates) {
    const best =
      placeOf(candidate, { shapes, around, labels, seen, isFirst: !placed.length }) ??
      (placed.length ? undefined : anyhow(candidate, seen));
    if (!best) continue;
    labels.add(boxAt(best, candidate));
    placed.push({ id: candidate.id, ...best });
  }
  return placed;
}

/**
 * Where a label stands: well away from the shapes of others; else, straight below, above or beside its own, just off
 * those above and below it: what stands on the line of a name seems to be named by it.
 * @param {Candidate} candidate
 * @param {{shapes: Crowd, around: Crowd, labels: Crowd, seen: Box, isFirst: boolean}} room  around: the shapes with some room
 */
function placeOf(candidate, { shapes, around, labels, seen, isFirst }) {
  const free = inSight(candidate, seen).filter((middle) => !labels.hits(boxAt(middle, candidate)));
  const clear = free.find((middle) => !around.hits(boxAt(middle, candidate), candidate));
  const isStraight = (/** @type {{x: number, y: number}} */ { x, y }) => x === candidate.x || y === candidate.y;
  const near = () => free.find((middle) => isStraight(middle) && !shapes.hits(boxAt(middle, candidate), candidate));
  return clear ?? near() ?? (candidate.must || isFirst ? free[0] : undefined);
}

/**
 * Where a label that must be read stands though there is no room.
 * @param {Candidate} candidate
 * @param {Box} seen
 */
function anyhow(candidate, seen) {
  return candidate.must ? (inSight(candidate, seen)[0] ?? placesOf(candidate)[0]) : undefined;
}

/**
 * The places around a node that is seen where its label is seen whole; of any other all.
 * @param {Candidate} candidate
 * @param {Box} seen
 */
function inSight(candidate, seen) {
  const { x, y } = candidate;
  const places = placesOf(candidate);
  return isWithin({ left: x, top: y, right: x, bottom: y }, seen)
    ? places.filter((middle) => isWithin(boxAt(middle, candidate), seen))
    : places;
}

/** @param {Candidate} candidate */
function placesOf({ x, y, radius, width, height }) {
  const up = radius + GAP + height / 2;
  const aside = radius + GAP + width / 2;
  const [out, over] = [radius * DIAGONAL + width / 2, radius * DIAGONAL + height / 2];
  return [
    { x, y: y + up },
    { x, y: y - up },
    { x: x + aside, y },
    { x: x - aside, y },
    { x: x + out, y: y - over },
    { x: x + out, y: y + over },
    { x: x - out, y: y - over },
    { x: x - out, y: y + over },
  ];
}

/**
 * @param {{x: number, y: number}} middle
 * @param {{width: number, height: number}} size
 * @returns {Box}
 */
function boxAt({ x, y }, { width, height }) {
  return {
    left: x - width / 2 - ASIDE,
    top: y - height / 2 + SLACK,
    right: x + width / 2 + ASIDE,
    bottom: y + height / 2 - SLACK,
  };
}

/**
 * @param {Box} box
 * @param {Box} whole
 */
function isWithin(box, whole) {
  return box.left >= whole.left && box.top >= whole.top && box.right <= whole.right && box.bottom <= whole.bottom;
}

const LONGEST = 24; // letters on a line

/**
 * Break a name into at most two lines, and cut what is longer. Letters that belong together stay so.
 * @param {string} text
 * @returns {string[]}
 */
export function brokenName(text) {
  const clean = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  if (clean.length <= LONGEST) return clean ? [clean] : [];
  /** @type {string[]} */
  const made = [""];
  for (const word of clean.split(" ")) {
    const last = made.at(-1) ?? "";
    if (!last || last.length + 1 + word.length <= LONGEST) made[made.length - 1] = last ? `${last} ${word}` : word;
    else made.push(word);
  }
  const [first = "", second, ...rest] = made;
  if (second === undefined) return [cut(first, false)];
  return [cut(first, false), cut(second, rest.length > 0)];
}

/**
 * @param {string} line
 * @param {boolean} more  whether something that follows is left out
 */
function cut(line, more) {
  if (line.length <= LONGEST && !more) return line;
  return `${letters(line)
    .slice(0, LONGEST - 1)
    .join("")}…`;
}

/**
 * What a reader takes for single letters: with their marks, and emoji whole.
 * @param {string} text
 */
function letters(text) {
  return "Segmenter" in Intl
    ? Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
    : Array.from(text);
}
