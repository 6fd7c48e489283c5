"""`relgraph facts`: every fact, stated and derived, with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from relgraph.analysis.telling import FACT_COLUMNS, cited, fact_line, fact_row
from relgraph.cli.options import dataset_option, output_option, view_options
from relgraph.cli.rendering import show_json, show_table
from relgraph.export.plain import plain_held

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import Held, View


@click.command("facts", short_help="List facts with their evidence.")
@click.argument("about", metavar="[ACTOR]...", nargs=-1)
@click.option("--source", help="Only facts that cite this source.")
@output_option("text", "json", "csv", "md")
@dataset_option
@view_options
def command(about: tuple[str, ...], source: str | None, output: str, dataset: Dataset, view: View) -> None:
    """List facts: all of them, or those in which every ACTOR named takes part.

    Planned, ended, disputed and withdrawn facts are listed too, each with its status; --status narrows the list
    to the statuses named.
    """
    from relgraph.analysis.listing import list_facts

    held = list_facts(dataset, view, about, source)
    if output == "json":
        show_json([_plain(dataset, one, view) for one in held])
    elif output == "text":
        for one in held:
            _tell(dataset, one)
        click.echo(f"{len(held)} facts, {sum(one.fact.derived for one in held)} of them derived")
    else:
        show_table([fact_row(dataset, one) for one in held], FACT_COLUMNS, output)


def _plain(dataset: Dataset, held: Held, view: View) -> dict[str, Any]:
    """The fact, whether a later tier replaced it, and when the question has a date, whether it holds then."""
    found = plain_held(dataset, held)
    if view.as_of is None and view.known is None:
        del found["holds"]
    return found


def _tell(dataset: Dataset, held: Held) -> None:
    fact = held.fact
    click.echo(fact_line(dataset, held, with_sources=False))
    if fact.derivation:
        click.echo(f"   by rule: {fact.derivation.rule}, from {', '.join(fact.derivation.premises)}")
    for citation in fact.evidence:
        click.echo(f"   {cited(dataset, citation)}")
