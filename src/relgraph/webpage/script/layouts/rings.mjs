// Setting nodes in rings around the middle: all the way round, or in sectors side by side.

/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */

/**
 * @typedef {object} LadderRing
 * @property {number} x  half axes in pixels
 * @property {number} y
 * @property {[number, number]} arc  angles from and to; a whole turn all the way round
 * @property {string} label
 * @property {{x: number, y: number, room: number}} name  where its name stands, and the pixels that it may take
 * @property {GraphEdge | undefined} edge  one of the tier; undefined for what is on no ladder
 */

/** @typedef {{x: number, y: number, text: string}} Title */
/** @typedef {{edges: GraphEdge[], firm: string[], planned: string[], label: string}} NamedRing */
/** @typedef {{title: string, rings: NamedRing[]}} Sector */
/** @typedef {{places: Map<string, [number, number]>, rings: LadderRing[], titles: Title[]}} Laid */
/** @typedef {{stretch: number, letter: number}} How  how much longer rings are sideways than upwards, and pixels that a letter of a ring's name takes */
/** @typedef {{radius: number, widest: number, free: number, shift: number, stretch: number, arc: [number, number], alone: boolean}} Room  radius of the first row and by how much it may grow, pixels to leave free for the ring's name, by how much of a slot nodes stand off its middle, the angles between which they stand, and whether that is a whole turn */

const BESIDE = 4; // letters left free beside the name of a ring, for shapes next to it
const INNERMOST = 165; // pixels from the middle to the first ring
const APART = 112; // and from ring to ring
const OUTSIDE = 58; // how far outside their ring the partners stand that are only planned
const SLOT = 124; // pixels of a ring that a node takes with its name
const WIDER = 1.45; // how much wider a ring may grow so that all stand in one row
const SHIFTS = [0, 0.3, -0.3, 0.15, -0.15]; // of a slot: nodes of one ring do not hide behind those of the next
const ROW_APART = 0.75; // of the way between rings: how far rows of one ring stand apart
const NARROWEST = 0.75; // angle of a sector, at least
const LEAST_SHARE = 0.9; // of an equal share, where there are too many for that
const ROOMY = 170; // pixels of the first ring for each sector
const TITLED = 230; // pixels of its first ring that a sector needs for its title
const LONGEST_LINE = 20; // letters of a line of a title
const TURN = 2 * Math.PI;
const TOP = -Math.PI / 2;
const BETWEEN = 0.06; // of a sector: how far it stays from the next at either side
const SPAN_FREE = 1.7; // of half a ring's length: what its name may take
const TITLE_OFF = 52; // pixels from a ring to the title within it
const BEYOND = 62; // pixels from the last ring of a sector to its title, which may be beside nodes that stand there
const TITLE_LETTER = 6; // pixels that a letter of a title takes to either side of its middle
const TITLE_LINE = 13; // and a line of it upwards and downwards

/**
 * Set the sectors of a band around what stands already; one alone goes all the way round, and begins at the top.
 * @param {Laid} laid
 * @param {Sector[]} sectors
 * @param {number} inner  radius of what stands already
 * @param {How} how
 * @returns {number}  the radius of the last row
 */
export function setBand(laid, sectors, inner, how) {
  const turns = turnsOf(sectors);
  const begun = inner || Math.max(INNERMOST, (sectors.length * ROOMY) / TURN) - APART;
  const ends = [];
  let from = TOP - (sectors.length > 1 ? (turns[0] ?? 0) / 2 : 0);
  for (const [index, sector] of sectors.entries()) {
    const to = from + (turns[index] ?? 0);
    const clear = Math.max(begun, TITLED / (to - from) - APART);
    ends.push(setSector(laid, sector, { from, to, inner: clear, ...how, alone: sectors.length === 1 }));
    from = to;
  }
  return Math.max(...ends);
}

/**
 * The angle of each sector: by how many stand in its fullest ring, but none too narrow.
 * @param {Sector[]} sectors
 */
function turnsOf(sectors) {
  const weights = sectors.map(({ rings }) =>
    Math.max(1, ...rings.map(({ firm, planned }) => firm.length + planned.length)),
  );
  const least = Math.min(NARROWEST, (TURN * LEAST_SHARE) / sectors.length);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const wanted = weights.map((weight) => Math.max(least, (TURN * weight) / all));
  const over = TURN - wanted.filter((turn) => turn <= least).length * least;
  const wide = wanted.filter((turn) => turn > least).reduce((sum, turn) => sum + turn, 0) || 1;
  return wanted.length === 1 ? [TURN] : wanted.map((turn) => (turn <= least ? least : (turn * over) / wide));
}

/**
 * @param {Laid} laid
 * @param {Sector} sector
 * @param {How & {from: number, to: number, inner: number, alone: boolean}} where
 */
function setSector(laid, { title, rings }, { from, to, inner, stretch, letter, alone }) {
  const margin = alone ? 0 : (to - from) * BETWEEN;
  const arc = /** @type {[number, number]} */ ([from + margin, to - margin]);
  let radius = inner;
  for (const { edges, firm, planned, label: called } of rings) {
    const [edge] = edges;
    const label = alone || rings.length > 1 ? called : ""; // else the title tells it
    const within = alone ? (laid.rings.at(-1)?.label.length ?? 0) : 0; // those at the ends of a row come near to that name
    const free = (Math.max(label.length, within) + BESIDE) * letter;
    const widest = edge ? WIDER : 1; // what is on no ladder has no place of its own: rows take less room
    const room = { widest, free, shift: 0, stretch, arc, alone };
    const shift = SHIFTS[laid.rings.length % SHIFTS.length] ?? 0;
    radius = setAround(laid.places, firm, { ...room, radius: radius + APART, shift });
    laid.rings.push({ ...named(radius, room), arc, label, edge });
    if (title && alone) laid.titles.push({ x: 0, y: -axes(radius - TITLE_OFF, stretch)[1], text: title });
    if (planned.length) radius = setAround(laid.places, planned, { ...room, radius: radius + OUTSIDE });
  }
  return alone
    ? radius
    : radius + setTitle(laid, [...(rings.length > 1 ? [] : [rings[0]?.label ?? ""]), title], { radius, stretch, arc });
}

/**
 * Set the title of a sector beyond its last ring.
 * @param {Laid} laid
 * @param {string[]} lines
 * @param {{radius: number, stretch: number, arc: [number, number]}} where
 * @returns {number}  how far out it reaches
 */
function setTitle(laid, lines, { radius, stretch, arc: [from, to] }) {
  const angle = (from + to) / 2;
  const told = lines.flatMap(broken);
  const wide = Math.max(0, ...told.map(({ length }) => length)) * TITLE_LETTER;
  const half = Math.abs(Math.cos(angle)) * wide + Math.abs(Math.sin(angle)) * told.length * TITLE_LINE;
  if (told.length) laid.titles.push({ ...at(radius + BEYOND + half, stretch, angle), text: told.join("\n") });
  return BEYOND + 1.5 * half;
}

/**
 * A text in lines, broken between words.
 * @param {string} text
 * @returns {string[]}
 */
function broken(text) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(" ").filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LONGEST_LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * The axes of a ring, and where its name stands: at the top, or in the middle of the sector.
 * @param {number} radius
 * @param {Omit<Room, "radius">} room
 */
function named(radius, { stretch, arc, free, alone }) {
  const [x, y] = axes(radius, stretch);
  if (alone) return { x, y, name: { x: 0, y: -y, room: x * SPAN_FREE } };
  const gap = gapFor(radius, stretch, arc, free);
  return { x, y, name: { ...at(radius, stretch, (arc[0] + arc[1]) / 2), room: radius * gap * SPAN_FREE } };
}

/**
 * The angle that is left free for the name of a ring.
 * @param {number} radius
 * @param {number} stretch
 * @param {[number, number]} arc
 * @param {number} free
 */
function gapFor(radius, stretch, [from, to], free) {
  return Math.min((to - from) / 2, free / (radius * meanAxis(stretch)));
}

/**
 * Set nodes around the middle. Where one row does not hold them, neighbours stand in different rows, and every name has
 * the room of several; room is left for the ring's name, at the top or in the middle of the sector.
 * @param {Map<string, [number, number]>} places
 * @param {string[]} ids
 * @param {Room} room
 * @returns {number}  the radius of the last row
 */
function setAround(places, ids, { radius: least, widest, free, shift, stretch, arc, alone }) {
  const turn = arc[1] - arc[0];
  const round = turn * meanAxis(stretch);
  const needed = (ids.length * SLOT + free) / round;
  const radius = needed <= least * widest ? Math.max(needed, least) : least;
  const rows = Math.max(1, Math.ceil((ids.length * SLOT) / Math.max(SLOT, radius * round - free) - 1e-9));
  const gap = gapFor(radius, stretch, arc, free);
  for (const [index, id] of ids.entries()) {
    const share = (index + 0.5 + shift) / ids.length;
    const passed = alone ? gap / 2 : share > 0.5 ? gap : 0;
    const angle = arc[0] + passed + share * (turn - gap);
    const { x, y } = at(radius + (index % rows) * APART * ROW_APART, stretch, angle);
    places.set(id, [x, y]);
  }
  return radius + (rows - 1) * APART * ROW_APART;
}

/** @param {number} stretch */
function meanAxis(stretch) {
  return axes(1, stretch).reduce((sum, axis) => sum + axis, 0) / 2;
}

/**
 * A place on a ring.
 * @param {number} radius
 * @param {number} stretch
 * @param {number} angle
 */
function at(radius, stretch, angle) {
  const [x, y] = axes(radius, stretch);
  return { x: x * Math.cos(angle), y: y * Math.sin(angle) };
}

/**
 * @param {number} radius
 * @param {number} stretch
 * @returns {[number, number]}  half axes sideways and upwards
 */
function axes(radius, stretch) {
  return stretch < 1 ? [radius, radius / stretch] : [radius * stretch, radius];
}
