// Reads GraphML files as Gephi Lite does, with graphology's parser for browsers, and prints them as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Graph from "graphology";
import { JSDOM } from "jsdom";

const { window } = new JSDOM();
Object.assign(globalThis, { DOMParser: window.DOMParser, Document: window.Document });
const graphml = createRequire(import.meta.url)("graphology-graphml/browser");

const read = process.argv.slice(2).map((path) => {
  const graph = graphml.parse(Graph, readFileSync(path, "utf8"));
  return {
    type: graph.type,
    nodes: Object.fromEntries(graph.mapNodes((id, attributes) => [id, attributes])),
    edges: graph.mapEdges((id, attributes, source, target) => [source, target, id, attributes]),
  };
});
console.log(JSON.stringify(read));
