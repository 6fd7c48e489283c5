import assert from "node:assert/strict";
import { test } from "node:test";

import { FakeNetwork } from "./network.mjs";
import { Moves } from "../../src/relgraph/webpage/script/picture/moves.mjs";
import { Places } from "../../src/relgraph/webpage/script/picture/places.mjs";
import { VisNet } from "../../src/relgraph/webpage/script/picture/visnet.mjs";
import { model } from "./model.mjs";

Object.assign(globalThis, { innerWidth: 1440, innerHeight: 900, vis: { Network: FakeNetwork } });

/** A picture that notes which nodes are on the move, and when lines are made anew. */
function made(arranged = null) {
  const places = new Places("all", new Map());
  places.arrange("all", arranged);
  const standing = (node) => ({ x: places.of(node)[0], y: places.of(node)[1], size: 20, hidden: false });
  const net = new VisNet({}, model, standing);
  const told = [];
  const lines = { follow: (id) => told.push(`follow ${id}`), renew: () => told.push("renew") };
  return {
    net,
    told,
    moves: new Moves({
      scene: { model },
      places,
      net,
      lines,
      renderer: { forget: () => {} },
      again: () => told.push("again"),
    }),
  };
}

test("a node goes where it is pinned, and back when it is pinned no more", () => {
  const { net, moves, told } = made();
  moves.pin(new Map([["vn", [30, 40]]]));
  assert.deepEqual(moves.spotOf("vn"), { x: 30, y: 40 });
  moves.pin(new Map());
  assert.deepEqual([net.node("vn").x, net.node("vn").y], [0, 0]);
  assert.deepEqual(told, ["renew", "again", "renew", "again"]);
});

test("a node is shifted by pixels of the screen, and its lines follow", () => {
  const { moves, told } = made();
  assert.deepEqual(moves.shift("vn", 10, -5), [20, -10]);
  assert.deepEqual(told, ["follow vn"]);
  assert.equal(moves.shift("nobody", 1, 1), undefined);
});

test("who listens is told of a node that was dragged, not of the picture", () => {
  const { net, moves } = made();
  const moved = [];
  moves.onMoved((id, place) => moved.push([id, ...place]));
  net.move("nz", [500, 0]);
  net.vis.drag({ x: 250, y: 0 }, [12.4, 0]);
  net.vis.drag({ x: 1000, y: 1000 }, [12.4, 0]);
  assert.deepEqual(moved, [["nz", 512, 0]]);
});

test("where a place means something, nothing moves and there is no place to pin", () => {
  const { net, moves, told } = made(new Map([["vn", [1, 2]]]));
  moves.let(true);
  assert.equal(net.vis.interactionHandler.options.dragNodes, false);
  assert.equal(moves.shift("vn", 10, 0), undefined);
  assert.equal(moves.where("vn"), undefined);
  assert.deepEqual(moves.spotOf("vn"), { x: 1, y: 2 });
  assert.deepEqual(told, []);
});
