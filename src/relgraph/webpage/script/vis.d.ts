// The few parts of vis-network 9.1.2 that the page uses. `body` and the handlers are private to it: only visnet.mjs may touch them.

export interface VisNode {
  x: number;
  y: number;
}

export interface VisNetwork {
  body: {
    nodes: Record<number, VisNode>;
    emitter: { emit(event: "_requestRedraw"): void };
  };
  interactionHandler: { options: { dragNodes: boolean } };
  selectionHandler: { getNodeAt(point: { x: number; y: number }): VisNode | undefined }; // asked where dragging begins
  on(event: string, listener: (what: any) => void): void;
  once(event: string, listener: (what: any) => void): void;
  getScale(): number;
  getViewPosition(): { x: number; y: number };
  DOMtoCanvas(point: { x: number; y: number }): { x: number; y: number };
  canvasToDOM(point: { x: number; y: number }): { x: number; y: number };
  moveTo(options: object): void;
  setOptions(options: object): void;
}

export interface VisOptions {
  physics: boolean;
  layout: object;
  interaction: object;
}

declare global {
  const vis: {
    Network: new (
      container: HTMLElement,
      data: { nodes: object[]; edges: object[] },
      options: VisOptions,
    ) => VisNetwork;
  };
}
