# Reads a network with igraph from GraphML, then from the tables of its edges and nodes. Of each it prints the nodes with
# their betweenness, how many nodes and edges there are, and an empty line.
suppressMessages(library(igraph))
paths <- commandArgs(trailingOnly = TRUE)

told <- function(network, names) {
  stopifnot(!is_directed(network))
  scores <- betweenness(network, directed = FALSE, weights = NA)
  writeLines(sprintf("%s\t%.12f", names, scores))
  about <- paste(tolower(edge_attr_names(network)), collapse = " ")
  cat(sprintf("counted\t%d\t%d\t%s\n\n", vcount(network), ecount(network), about))
}

network <- read_graph(paths[1], format = "graphml")
told(network, V(network)$id)

edges <- read.csv(paths[2], encoding = "UTF-8")
nodes <- read.csv(paths[3], encoding = "UTF-8", na.strings = "")
network <- graph_from_data_frame(edges, directed = FALSE, vertices = nodes)
told(network, V(network)$name)
