// A small graph for the tests: Việt Nam tied to two countries, one of them twice, and a person beside.
import { makeModel } from "../../src/relgraph/webpage/script/data/data.mjs";

const node = (id, kind = "country") => ({ id, label: id, kind, names: [], facts: [], x: 0, y: 0 });

export const edge = (id, from, to, more = {}) => ({
  id,
  from,
  to,
  relation: "partnership",
  rung: 0,
  status: "in-force",
  effect: "current",
  origin: "stated",
  symmetric: true,
  tie: true,
  implied: false,
  fact: `fact ${id}`,
  ...more,
});

const nodes = [node("vn"), node("nz"), node("ke"), node("cuong", "person"), node("alone", "city")];
const edges = [
  edge("csp", "vn", "nz", { ladder: "vietnam", tier: "csp", rung: 4 }),
  edge("relations", "nz", "vn", { relation: "diplomatic-relations", rung: 1, origin: "derived", implied: true }),
  edge("planned", "vn", "ke", { ladder: "vietnam", tier: "sp", rung: 3, effect: "planned" }),
  edge("national", "cuong", "vn", { relation: "nationality", tie: false, symmetric: false }),
];
const facts = Object.fromEntries(
  edges.map(({ fact, from, to }) => [
    fact,
    {
      says: fact,
      kind: "partnership",
      status: "in-force",
      effect: "current",
      origin: "stated",
      ends: [
        { role: "of", id: from },
        { role: "with", id: to },
      ],
    },
  ]),
);
const rungs = ["relations", "cp", "sp", "csp"].map((id) => ({ id, label: id.toUpperCase() }));

export const terms = {
  actors: { country: { label: "country", plural: "countries" } },
  relations: {
    count: { label: "stated count", plural: "stated counts", figure: true },
    partnership: { label: "partnership", plural: "partnerships" },
  },
  statuses: { "in-force": { label: "in force" }, signed: { label: "signed" }, intended: { label: "intended" } },
  ladders: {
    vietnam: { label: "", rungs, beside: [{ id: "special", label: "special relations" }] },
    general: { label: "", rungs: rungs.slice(0, 1), beside: [] },
  },
};

const changes = ["raised", "lowered", "gained", "ended", "happened"];

export const model = makeModel({ nodes, edges, facts, others: {}, sources: {}, terms, changes });
