"""Facts as a graph: views of them, the ties that paths walk, and the multigraph of networkx."""
