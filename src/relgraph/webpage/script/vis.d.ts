// The few parts of vis-network 9.1.2 that the page uses. `body` is private to it: only visnet.mjs may touch it, and what else is private.

export interface VisNode {
  x: number;
  y: number;
  options: { hidden?: boolean; size: number };
  updateBoundingBox(): void; // by which it is left out of frames that do not show it; vis-network keeps it up only where it draws labels
}

export interface VisNetwork {
  body: {
    nodes: Record<number, VisNode>;
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
  setOptions(options: object): void;
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
