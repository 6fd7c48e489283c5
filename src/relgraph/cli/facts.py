"""`relgraph facts`: every fact, stated and derived, with its evidence."""

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
    "facts",
    short_help="List facts with their evidence.",
    epilog=examples("facts Kenya Malaysia", "facts --kind partnership --output csv"),
)
@click.argument("about", metavar="[ACTOR]...", nargs=-1)
@click.option("--source", help="Only facts that cite this source.")
@click.option("--sources", type=click.IntRange(min=1), metavar="N", help="Only facts that rest on N sources.")
@output_option("text", "json", "csv", "md")
@kept_dataset_option
@view_options
def command(
    about: tuple[str, ...], source: str | None, sources: int | None, output: str, dataset: Dataset, view: View
) -> None:
    """List facts: all of them, or those in which every ACTOR named takes part.

    Planned, ended, disputed and withdrawn facts are listed too, each with its status; --status narrows the list
    to the statuses named. --sources 1 lists those that rest on one source alone, --sources 2 those with two.
    """
    from relgraph.analysis.listing import list_facts

    if about:
        show(list_facts(dataset, view, about, source, sources), output)
    else:
        asked = ("facts", view.told, source, sources)
        show_once(dataset, asked, output, lambda: list_facts(dataset, view, (), source, sources))
