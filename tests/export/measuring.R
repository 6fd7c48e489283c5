# Reads a GraphML file with igraph, and prints each node with its betweenness, then how many nodes and edges there are.
suppressMessages(library(igraph))
path <- commandArgs(trailingOnly = TRUE)[1]
network <- read_graph(path, format = "graphml")
stopifnot(!is_directed(network))
scores <- betweenness(network, directed = FALSE, weights = NA)
writeLines(sprintf("%s\t%.12f", V(network)$id, scores))
cat(sprintf("counted\t%d\t%d\t%s\n", vcount(network), ecount(network), paste(edge_attr_names(network), collapse = " ")))
