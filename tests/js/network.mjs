// A stand-in for vis-network: it holds what it is told, and draws nothing.

export class FakeNetwork {
  #listeners = [];

  constructor(_, { nodes }) {
    this.body = { nodes: nodes.map((node) => ({ ...node })), emitter: { emit: () => {} } };
    this.interactionHandler = { options: {} };
    this.selectionHandler = {};
  }

  on(event, listener) {
    this.#listeners.push({ event, listener });
  }

  #emit(event, what) {
    for (const { listener } of this.#listeners.filter((one) => one.event === event)) listener(what);
  }

  /** Drag what stands at a point, or the picture: each step is told before it is done. */
  drag(point, ...steps) {
    const node = this.selectionHandler.getNodeAt(point);
    const what = { nodes: node ? [node.id] : [] };
    this.#emit("dragStart", what);
    for (const [right, down] of steps) {
      this.#emit("dragging", what);
      if (node) [node.x, node.y] = [node.x + right, node.y + down];
    }
    this.#emit("dragEnd", what);
  }

  DOMtoCanvas({ x, y }) {
    return { x: x * 2, y: y * 2 };
  }

  getScale() {
    return 0.5;
  }
}
