"""`relgraph counts`: stated totals and the members that are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from relgraph.cli.choice import examples
from relgraph.cli.folders import kept_dataset_option
from relgraph.cli.options import belief_options, output_option
from relgraph.cli.rendering import show

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View


@click.command(
    "counts",
    short_help="Set stated totals against named members.",
    epilog=examples("counts", "counts Vietnam --as-of 2025-06-30"),
)
@click.argument("about", metavar="[ACTOR]", required=False)
@output_option("text", "json", "csv", "md")
@kept_dataset_option
@belief_options
def command(about: str | None, output: str, dataset: Dataset, view: View) -> None:
    """Set every stated total against the members that are named: all of them, or those of one ACTOR.

    Named members are told by a source; derived ones follow by a rule; corroborated ones are named and follow too;
    unnamed ones are missing from the total.

    A total is of its own time: --as-of leaves out those of a later one, and counts who was a member by that day.
    --known leaves out the totals and the members of which only later sources tell. Who only may be a member is
    marked as such, and left out with --certain.
    """
    from relgraph.analysis.totals import totals

    show(totals(dataset, view, about), output)
