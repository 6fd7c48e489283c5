// Reads GraphML and GEXF files as Gephi Lite does, with graphology's parsers for browsers, and prints them as JSON: of
// an undirected one the betweenness too.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Graph from "graphology";
import { JSDOM } from "jsdom";

const { window } = new JSDOM();
const { DOMParser, Document, Node } = window;
Object.assign(globalThis, { DOMParser, Document, Node });
const required = createRequire(import.meta.url);
const parsers = { graphml: required("graphology-graphml/browser"), gexf: required("graphology-gexf/browser") };
const betweenness = required("graphology-metrics/centrality/betweenness");

const read = process.argv.slice(2).map((path) => {
  const graph = parsers[path.split(".").at(-1)].parse(Graph, readFileSync(path, "utf8"), {
    addMissingNodes: false,
    allowUndeclaredAttributes: true,
  });
  return {
    type: graph.type,
    nodes: Object.fromEntries(graph.mapNodes((id, attributes) => [id, attributes])),
    edges: graph.mapEdges((id, attributes, source, target) => [source, target, id, attributes]),
    betweenness: graph.type === "undirected" ? betweenness(graph, { getEdgeWeight: null }) : null,
  };
});
console.log(JSON.stringify(read));
