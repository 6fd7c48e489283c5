"""`relgraph rank MEASURE`: who stands how high."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from relgraph.analysis.measures.catalogue import MEASURES
from relgraph.cli.choice import Choice, examples
from relgraph.cli.folders import kept_dataset_option
from relgraph.cli.options import isolates_option, needs_a_kind, output_option, view_options, weighing_options
from relgraph.cli.rendering import show

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View
    from relgraph.graph.weighing import Weighing


EXAMPLES = examples(
    "rank betweenness --top 5",
    "rank degree --as-of 2025 --output csv",
    "rank strength --kind visit --direction in --weight count",
    "rank degree --kind mission --direction out --as-of 2000/2020",
)


YEARS = "A range of years, as in --as-of 2000/2020, makes a table over years."


def _list_measures() -> str:
    lines = [f"{measure.name}: {measure.meaning}" for measure in MEASURES]
    return f"Rank countries and bodies by a measure.\n\n{YEARS}\n\n\b\n" + "\n".join(lines)


@click.command("rank", short_help="Rank actors by a measure.", help=_list_measures(), epilog=EXAMPLES)
@click.argument("measure", metavar="MEASURE", type=Choice([measure.name for measure in MEASURES]))
@click.option("--top", type=click.IntRange(min=1), help="Only so many, and those equal to the last.")
@weighing_options
@isolates_option
@output_option("text", "json", "csv", "md")
@kept_dataset_option
@view_options
def command(
    measure: str, top: int | None, weighing: Weighing, isolates: bool, output: str, dataset: Dataset, view: View
) -> None:
    """Rank the countries and bodies of a view; the help text comes from the measures themselves."""
    from relgraph.analysis.measures.ranking import rank
    from relgraph.analysis.measures.years import rank_years, years_of

    needs_a_kind(dataset, view)
    years = years_of(view.as_of)
    if years is None:
        show(rank(dataset, measure, view, isolates=isolates, weighing=weighing).top(top), output)
    else:
        show(rank_years(dataset, measure, years, view, isolates=isolates, weighing=weighing).top(top), output)
