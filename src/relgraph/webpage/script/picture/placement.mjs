// Labels that do not run into one another: where each may stand, and which must wait for a closer look.

/**
 * @typedef {object} Candidate
 * @property {string} id
 * @property {number} x  middle of the node, in pixels of the screen
 * @property {number} y
 * @property {number} radius
 * @property {number} width  of the label
 * @property {number} height
 * @property {boolean} must  shown whatever it covers
 */

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */
/** @typedef {{id: string, x: number, y: number}} Placed  the middle of the label */

const CELL = 80;
const GAP = 4;
const SLACK = 1;
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

  /** @param {Box} box */
  hits(box) {
    return this.#each(box, (boxes) =>
      boxes.some(
        (other) => other.left < box.right && box.left < other.right && other.top < box.bottom && box.top < other.bottom,
      ),
    );
  }
}

/**
 * Give each label, the most important first, the first free place below, above, right or left of its node. Of a node
 * that is seen, the label is seen whole or not at all.
 * @param {Candidate[]} candidates  the most important first
 * @param {Box[]} [taken]  where none may stand
 * @param {Box} [seen]  what the window shows
 * @returns {Placed[]}
 */
export function placeLabels(candidates, taken = [], seen = EVERYWHERE) {
  const crowd = new Crowd();
  for (const box of taken) crowd.add(box);
  for (const { x, y, radius } of candidates) {
    const reach = radius * 0.85;
    crowd.add({ left: x - reach, top: y - reach, right: x + reach, bottom: y + reach });
  }
  /** @type {Placed[]} */
  const placed = [];
  for (const candidate of candidates) {
    const best = placeOf(candidate, crowd, seen);
    if (!best) continue;
    crowd.add(boxAt(best, candidate));
    placed.push({ id: candidate.id, ...best });
  }
  return placed;
}

/**
 * @param {Candidate} candidate
 * @param {Crowd} crowd
 * @param {Box} seen
 */
function placeOf(candidate, crowd, seen) {
  const { x, y, must } = candidate;
  const places = around(candidate);
  const whole = isWithin({ left: x, top: y, right: x, bottom: y }, seen)
    ? places.filter((middle) => isWithin(boxAt(middle, candidate), seen))
    : places;
  return whole.find((middle) => !crowd.hits(boxAt(middle, candidate))) ?? (must ? (whole[0] ?? places[0]) : undefined);
}

/** @param {Candidate} candidate */
function around({ x, y, radius, width, height }) {
  const up = radius + GAP + height / 2;
  const aside = radius + GAP + width / 2;
  return [
    { x, y: y + up },
    { x, y: y - up },
    { x: x + aside, y },
    { x: x - aside, y },
  ];
}

/**
 * @param {{x: number, y: number}} middle
 * @param {{width: number, height: number}} size
 * @returns {Box}
 */
function boxAt({ x, y }, { width, height }) {
  return {
    left: x - width / 2 + SLACK,
    top: y - height / 2 + SLACK,
    right: x + width / 2 - SLACK,
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
