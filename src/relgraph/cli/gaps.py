"""`relgraph gaps`: what the dataset does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from relgraph.cli.options import dataset_option, output_option
from relgraph.cli.rendering import show_json
from relgraph.facts.wording import says

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.analysis.gaps import Gaps
    from relgraph.facts.dataset import Dataset


@click.command("gaps", short_help="List what is not known.")
@output_option("text", "json")
@dataset_option
def command(output: str, dataset: Dataset) -> None:
    """List what is missing: dates, second sources, verified citations, paragraphs without facts, unnamed members."""
    from relgraph.analysis.gaps import gaps

    found = gaps(dataset)
    if output == "json":
        show_json(
            {
                "undated": [fact.id for fact in found.undated],
                "one_source": [fact.id for fact in found.one_source],
                "only_cited": [fact.id for fact in found.only_cited],
                "silent": [{"source": s, "paragraph": number, "why": why} for s, number, why in found.silent],
                "short": [{"count": one.fact.id, "says": one.says, "unnamed": one.unnamed} for one in found.short],
            }
        )
    else:
        click.echo("\n".join(_told(dataset, found)))


def _told(dataset: Dataset, found: Gaps) -> Iterator[str]:
    yield f"facts without a date ({len(found.undated)})"
    yield from (f"  {says(dataset, fact)}" for fact in found.undated)
    yield f"facts with a citation that is only cited ({len(found.only_cited)})"
    yield from (f"  {says(dataset, fact)}" for fact in found.only_cited)
    yield f"paragraphs from which no fact is entered ({len(found.silent)})"
    yield from (f"  {source} p {number}: {why or 'no reason given'}" for source, number, why in found.silent)
    yield f"totals that name fewer than they state ({len(found.short)})"
    yield from (f"  {says(dataset, one.fact)}: {one.unnamed} unnamed" for one in found.short)
    yield f"facts that rest on one source: {len(found.one_source)} of {len(dataset.facts)}"
