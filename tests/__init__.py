"""The tests of relgraph; one file for each module, named after it."""
