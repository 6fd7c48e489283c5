"""`relgraph show X`: all that is known of one actor, agreement, event or mission."""

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
    "show",
    short_help="Show all that is known of one actor.",
    epilog=examples("show Vietnam", "show Vietnam --evidence --as-of 2024"),
)
@click.argument("name", metavar="X")
@click.option("--evidence", is_flag=True, help="Print the citations of each fact.")
@output_option("text", "json", "csv", "md")
@kept_dataset_option
@view_options
def command(name: str, *, evidence: bool, output: str, dataset: Dataset, view: View) -> None:
    """Show the dossier of X: offices, partners by tier, missions, agreements, visits, counts and the rest."""
    from relgraph.analysis.dossier import dossier

    found = dossier(dataset, name, view)
    show(found, output, found.lines(evidence=evidence))
