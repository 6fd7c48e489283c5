"""`relgraph gaps`: what the dataset does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from relgraph.cli.choice import examples
from relgraph.cli.folders import kept_dataset_option
from relgraph.cli.kept_answers import show_once
from relgraph.cli.options import belief_options, output_option

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View


@click.command(
    "gaps", short_help="List what is not known.", epilog=examples("gaps", "gaps --known 2025-12-31 --output json")
)
@output_option("text", "json", "csv", "md")
@kept_dataset_option
@belief_options
def command(output: str, dataset: Dataset, view: View) -> None:
    """List what is missing: dates, second sources, verified citations, paragraphs without facts, unnamed members.

    --as-of looks only at facts that may hold on a day, --known only at what the sources published by a day say;
    what is only maybe so is marked, and left out with --certain. --stated fills no total with derived members.
    """
    from relgraph.analysis.gaps import gaps

    show_once(dataset, ("gaps", view.told), output, lambda: gaps(dataset, view))
