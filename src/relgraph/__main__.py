"""`python -m relgraph` is the command `relgraph`."""

from relgraph.cli.main import main

main(prog_name="relgraph")
