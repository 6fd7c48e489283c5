"""`relgraph timeline [X]`: what happened, began and ended, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from relgraph.cli.choice import examples
from relgraph.cli.folders import kept_dataset_option
from relgraph.cli.kept_answers import show_once
from relgraph.cli.options import output_option, view_options
from relgraph.cli.rendering import show

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View


@click.command(
    "timeline",
    short_help="Tell in order what happened.",
    epilog=examples("timeline Vietnam", "timeline --undated --output csv"),
)
@click.argument("about", metavar="[X]", required=False)
@click.option("--undated", is_flag=True, help="List the facts without a date too.")
@output_option("text", "json", "csv", "md")
@kept_dataset_option
@view_options
def command(about: str | None, *, undated: bool, output: str, dataset: Dataset, view: View) -> None:
    """Tell in order what happened, began and ended: everything, or what concerns X.

    Dates stand at the precision of the sources: a year comes before its months and is no first of January.
    """
    from relgraph.analysis.timeline import timeline

    if about is not None:
        found = timeline(dataset, about, view)
        show(found, output, found.lines(undated=undated))
    else:
        asked = ("timeline", view.told, undated)
        show_once(dataset, asked, output, lambda: timeline(dataset, None, view), lambda it: it.lines(undated=undated))
