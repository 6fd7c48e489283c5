"""`relgraph rank MEASURE`: who stands how high."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from relgraph.analysis.measures.catalogue import MEASURES
from relgraph.cli.choice import Choice, examples
from relgraph.cli.options import dataset_option, isolates_option, output_option, view_options
from relgraph.cli.rendering import show

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View


EXAMPLES = examples("rank betweenness --top 5", "rank degree --as-of 2025 --output csv")


def _list_measures() -> str:
    lines = [f"{measure.name}: {measure.meaning}" for measure in MEASURES]
    return "Rank countries and bodies by a measure.\n\n\b\n" + "\n".join(lines)


@click.command("rank", short_help="Rank actors by a measure.", help=_list_measures(), epilog=EXAMPLES)
@click.argument("measure", metavar="MEASURE", type=Choice([measure.name for measure in MEASURES]))
@click.option("--top", type=click.IntRange(min=1), help="Only so many, and those equal to the last.")
@isolates_option
@output_option("text", "json", "csv", "md")
@dataset_option
@view_options
def command(measure: str, top: int | None, isolates: bool, output: str, dataset: Dataset, view: View) -> None:
    """Rank the countries and bodies of a view; the help text comes from the measures themselves."""
    from relgraph.analysis.measures.ranking import rank

    show(rank(dataset, measure, view, isolates=isolates).top(top), output)
