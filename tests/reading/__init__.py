"""Tests of relgraph.reading."""
