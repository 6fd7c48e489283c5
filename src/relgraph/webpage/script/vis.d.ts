// The few parts of vis-network 9.1.2 that the page uses. `body` is private to it: only visnet.mjs may touch it, and what else is private.

export interface VisNode {
  x: number;
  y: number;
  options: { hidden?: boolean; size: number };
  updateBoundingBox(): void; // by which it is left out of frames that do not show it; vis-network keeps it up only where it draws labels
}

export interface VisEdge {
  options: { hidden?: boolean; color: { color: string; inherit: boolean; opacity: number }; width: number };
  edgeType: { getDistanceToEdge(x1: number, y1: number, x2: number, y2: number, x: number, y: number): number };
  from: VisNode;
  to: VisNode;
  setOptions(options: object): void;
}

export interface VisNetwork {
  body: {
    nodes: Record<number, VisNode>;
    edges: Record<number, VisEdge>;
    emitter: { emit(event: "_requestRedraw"): void };
  };
  _updateVisibleIndices(): void; // what is hidden is no longer drawn
  interactionHandler: { options: { dragNodes: boolean } };
  on(event: string, listener: (what: any) => void): void;
  once(event: string, listener: (what: any) => void): void;
  getScale(): number;
  getViewPosition(): { x: number; y: number };
  DOMtoCanvas(point: { x: number; y: number }): { x: number; y: number };
  canvasToDOM(point: { x: number; y: number }): { x: number; y: number };
  moveTo(options: object): void;
}

export interface VisOptions {
  physics: boolean;
  layout: object;
  interaction: object;
  nodes: {
    shape: "custom";
    chosen: boolean;
    ctxRenderer(asked: { ctx: CanvasRenderingContext2D; id: number; x: number; y: number }): { drawNode?: () => void };
  };
  edges: object;
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
