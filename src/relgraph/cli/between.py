"""`relgraph between A B`: all that ties two actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from relgraph.cli.choice import examples
from relgraph.cli.folders import kept_dataset_option
from relgraph.cli.options import output_option, view_options
from relgraph.cli.rendering import show

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View


@click.command(
    "between",
    short_help="List all that ties two actors.",
    epilog=examples("between Kenya Vietnam", 'between Kenya "United Kingdom" --as-of 2025'),
)
@click.argument("source", metavar="A")
@click.argument("target", metavar="B")
@output_option("text", "json", "csv", "md")
@kept_dataset_option
@view_options
@click.pass_context
def command(ctx: click.Context, source: str, target: str, output: str, dataset: Dataset, view: View) -> None:
    """List all that ties A and B, past, present and planned.

    Directly, through one agreement, event or mission that both take part in, and through the people who hold their
    offices.
    """
    from relgraph.analysis.between import between

    found = between(dataset, source, target, view)
    show(found, output)
    ctx.exit(0 if found.found else 1)
