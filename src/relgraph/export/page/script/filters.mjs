// Which nodes and edges are shown: the categories of the legend, and what they switch.

/** @typedef {import("./data.mjs").Model} Model */
/** @typedef {import("./data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("./data.mjs").GraphNode} GraphNode */
/** @typedef {import("./state.mjs").State} State */

/** @typedef {{nodes: Set<string>, edges: Set<string>}} Shown */
/** @typedef {{key: string, group: "who" | "close" | "other" | "sure", count: number, kind?: string, edge?: GraphEdge}} Category */

/** Categories that are off until the reader asks for them. */
export const OFF_AT_FIRST = new Set(["sure:implied"]);

/** @param {GraphNode} node */
export const whoKey = (node) => `who:${node.kind}`;

/**
 * What an edge says: its rung on a ladder, or its kind where it is on none.
 * @param {GraphEdge} edge
 */
export function tieKey(edge) {
  if (edge.rung > 1 || (edge.tier && edge.ladder && edge.tier !== "relations")) return `close:${edge.ladder ?? ""}.${edge.tier}`;
  return edge.rung === 1 ? `close:${edge.relation}` : `other:${edge.relation}`;
}

/**
 * How far it holds: in force, agreed, planned, past, or derived by a rule.
 * @param {GraphEdge} edge
 */
export function sureKey(edge) {
  if (edge.implied) return "sure:implied";
  return edge.origin === "derived" ? "sure:derived" : `sure:${edge.effect}`;
}

/**
 * Whether a category is switched on.
 * @param {State} state
 * @param {string} key
 */
export function isOn(state, key) {
  return OFF_AT_FIRST.has(key) ? state.on.has(key) : !state.off.has(key);
}

/**
 * The change of state that switches a category.
 * @param {State} state
 * @param {string} key
 * @returns {Partial<State>}
 */
export function toggled(state, key) {
  const name = OFF_AT_FIRST.has(key) ? "on" : "off";
  const keys = new Set(state[name]);
  if (!keys.delete(key)) keys.add(key);
  return { [name]: keys };
}

/**
 * Edges that the view holds, before the legend narrows it.
 * @param {Model} model
 * @param {State} state
 * @returns {GraphEdge[]}
 */
export function inView(model, state) {
  return state.view === "all" ? model.data.edges : model.data.edges.filter((edge) => edge.tie);
}

/**
 * What is shown: edges whose categories are all on and whose ends are, and the nodes they join.
 * Nodes without any edge in the data are shown with everything.
 * @param {Model} model
 * @param {State} state
 * @returns {Shown}
 */
export function shown(model, state) {
  /** @type {Shown} */
  const result = { nodes: new Set(), edges: new Set() };
  const nodeOn = (/** @type {string} */ id) => {
    const node = model.nodes.get(id);
    return node !== undefined && !state.hidden.has(id) && isOn(state, whoKey(node));
  };
  for (const edge of inView(model, state)) {
    if (!isOn(state, tieKey(edge)) || !isOn(state, sureKey(edge)) || !nodeOn(edge.from) || !nodeOn(edge.to)) continue;
    result.edges.add(edge.id);
    result.nodes.add(edge.from).add(edge.to);
  }
  if (state.view === "all") {
    for (const node of model.data.nodes) if (!model.at.get(node.id)?.length && nodeOn(node.id)) result.nodes.add(node.id);
  }
  return result;
}

/**
 * The categories that occur in the view, with how often: what the legend explains.
 * @param {Model} model
 * @param {State} state
 * @returns {Category[]}
 */
export function categories(model, state) {
  /** @type {Map<string, Category>} */
  const found = new Map();
  /** @param {Category} category */
  const add = (category) => {
    const known = found.get(category.key);
    if (known) known.count += 1;
    else found.set(category.key, category);
  };
  const nodes = new Set(state.view === "all" ? model.data.nodes.map((node) => node.id) : []);
  for (const edge of inView(model, state)) {
    nodes.add(edge.from).add(edge.to);
    const tie = tieKey(edge);
    if (!edge.implied) add({ key: tie, group: tie.startsWith("close:") ? "close" : "other", count: 1, edge });
    add({ key: sureKey(edge), group: "sure", count: 1, edge });
  }
  for (const id of nodes) {
    const node = model.nodes.get(id);
    if (node) add({ key: whoKey(node), group: "who", count: 1, kind: node.kind });
  }
  return [...found.values()];
}
