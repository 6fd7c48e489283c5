"""`relgraph gaps`: what the dataset does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from relgraph.cli.options import belief_options, dataset_option, output_option
from relgraph.cli.rendering import show_json
from relgraph.facts.wording import says
from relgraph.reading.dates import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.analysis.gaps import Gaps
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import Held, View


@click.command("gaps", short_help="List what is not known.")
@output_option("text", "json")
@dataset_option
@belief_options
def command(output: str, dataset: Dataset, view: View) -> None:
    """List what is missing: dates, second sources, verified citations, paragraphs without facts, unnamed members.

    --as-of looks only at facts that may hold on a day, --known only at what the sources published by a day say;
    what is only maybe so is marked, and left out with --certain. --stated fills no total with derived members.
    """
    from relgraph.analysis.gaps import gaps

    found = gaps(dataset, view)
    if output == "json":
        show_json(_plain(found) | ({"maybe": list(found.maybe)} if view.as_of or view.known else {}))
    else:
        click.echo("\n".join(_told(dataset, found)))


def _plain(found: Gaps) -> dict[str, Any]:
    return {
        "undated": [one.fact.id for one in found.undated],
        "one_source": [one.fact.id for one in found.one_source],
        "only_cited": [one.fact.id for one in found.only_cited],
        "silent": [{"source": one.source, "paragraph": one.paragraph, "why": one.why} for one in found.silent],
        "short": [{"count": one.fact.id, "says": one.says, "unnamed": one.unnamed} for one in found.short],
    }


def _told(dataset: Dataset, found: Gaps) -> Iterator[str]:
    yield f"facts without a date ({len(found.undated)})"
    yield from (f"  {_line(dataset, one)}" for one in found.undated)
    yield f"facts with a citation that is only cited ({len(found.only_cited)})"
    yield from (f"  {_line(dataset, one)}" for one in found.only_cited)
    yield f"paragraphs from which no fact is entered ({len(found.silent)})"
    for one in found.silent:
        yield f"  {one.source} p {one.paragraph}: {one.why or 'no reason given'}{_maybe(one.truth)}"
    yield f"totals that name fewer than they state ({len(found.short)})"
    for total in found.short:
        yield f"  {says(dataset, total.fact)}: {total.unnamed} unnamed{_maybe(total.truth)}"
    yield f"facts that rest on one source: {len(found.one_source)} of {found.facts}"


def _line(dataset: Dataset, held: Held) -> str:
    return f"{says(dataset, held.fact)}{_maybe(held.truth)}"


def _maybe(truth: Truth) -> str:
    return " [maybe]" if truth is Truth.MAYBE else ""
