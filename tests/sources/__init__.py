"""Tests of relgraph.sources."""
