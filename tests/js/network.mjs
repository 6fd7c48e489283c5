// A stand-in for vis-network: it holds what it is told, and draws nothing.

/** A node that remembers for where it would be drawn. */
class Node {
  constructor({ id, x, y, ...options }) {
    Object.assign(this, { id, x, y, options, box: undefined });
  }

  updateBoundingBox() {
    this.box = { x: this.x, y: this.y, size: this.options.size };
  }
}

export class FakeNetwork {
  #listeners = [];

  constructor(_, { nodes }, options) {
    this.body = { nodes: nodes.map((node) => new Node(node)), emitter: { emit: () => {} } };
    this.interactionHandler = { options: {} };
    this.draw = (id) => options.nodes.ctxRenderer({ ctx: {}, id: ["vn", "nz", "ke"].indexOf(id), x: 0, y: 0 });
  }

  on(event, listener) {
    this.#listeners.push({ event, listener });
  }

  emit(event, what) {
    for (const { listener } of this.#listeners.filter((one) => one.event === event)) listener(what);
  }

  getScale() {
    return 0.5;
  }
}
