// The whole picture once more, with another pen: for paper, and for files.

import { bendOf } from "../lines/geometry.mjs";
import { strokeLine } from "../looks/strokes.mjs";
import { weave } from "../lines/weave.mjs";

/** @typedef {import("./hits.mjs").Spot} Spot */
/** @typedef {import("./painting.mjs").Painting} Painting */
/** @typedef {import("./scene.mjs").Scene} Scene */

/**
 * Paint all that is seen.
 * @param {CanvasRenderingContext2D} pen  in pixels of the container
 * @param {{scene: Scene, painting: Painting, spot: (id: string) => Spot | undefined}} picture  spot: where a node stands
 * @param {{middle: Spot, scale: number}} seen  where the middle of the picture lies in the container, and its zoom
 */
export function repaint(pen, { scene, painting, spot }, { middle, scale }) {
  pen.save();
  pen.translate(middle.x, middle.y);
  pen.scale(scale, scale);
  painting.beneath(pen, scale);
  for (const line of weave(scene.edges, { spot, look: (edge) => scene.look(edge) })) {
    const { look, edge, from, to, offset } = line;
    strokeLine(pen, {
      ...look,
      color: scene.colour(edge),
      from,
      to,
      via: offset ? bendOf(line) : undefined,
      end: scene.radius(edge.to),
    });
  }
  painting.nodes(pen);
  painting.names(pen, scale);
  pen.restore();
}
