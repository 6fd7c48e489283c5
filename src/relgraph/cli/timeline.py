"""`relgraph timeline [X]`: what happened, began and ended, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from relgraph.analysis.telling import fact_line, marks, sources
from relgraph.cli.options import dataset_option, output_option, view_options
from relgraph.cli.rendering import show_json, show_table
from relgraph.export.plain import plain_held
from relgraph.facts.wording import says

if TYPE_CHECKING:
    from relgraph.analysis.timeline import Moment
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View

COLUMNS = ("date", "word", "says", "status", "holds", "superseded", "kind", "id", "sources")
WORDS = {"on": "", "since": "from then on", "until": "until then", "seen": "so at that time"}


@click.command("timeline", short_help="Tell in order what happened.")
@click.argument("about", metavar="[X]", required=False)
@click.option("--undated", is_flag=True, help="List the facts without a date too.")
@output_option("text", "json", "csv", "md")
@dataset_option
@view_options
def command(about: str | None, *, undated: bool, output: str, dataset: Dataset, view: View) -> None:
    """Tell in order what happened, began and ended: everything, or what concerns X.

    Dates stand at the precision of the sources: a year comes before its months and is no first of January.
    """
    from relgraph.analysis.timeline import timeline

    found = timeline(dataset, about, view)
    if output == "json":
        show_json(
            {
                "moments": [
                    {"date": str(one.date), "word": one.word, "fact": plain_held(dataset, one.held)}
                    for one in found.moments
                ],
                "undated": [plain_held(dataset, held) for held in found.undated],
            }
        )
    elif output == "text":
        for moment in found.moments:
            click.echo(_told(dataset, moment))
        click.echo(f"{len(found.moments)} dated entries; {len(found.undated)} facts without a date")
        for held in found.undated if undated else ():
            click.echo(f"  {fact_line(dataset, held)}")
    else:
        show_table([_row(dataset, moment) for moment in found.moments], COLUMNS, output)


def _told(dataset: Dataset, moment: Moment) -> str:
    word = f" ({WORDS[moment.word]})" if WORDS[moment.word] else ""
    told = "; ".join(mark for mark in (sources(moment.held.fact), *marks(moment.held)) if mark)
    return f"{moment.date!s:<12}{says(dataset, moment.held.fact)}{word} [{told}]"


def _row(dataset: Dataset, moment: Moment) -> dict[str, Any]:
    fact = moment.held.fact
    return {
        "date": str(moment.date),
        "word": moment.word,
        "says": says(dataset, fact),
        "status": fact.status,
        "holds": moment.held.truth.value,
        "superseded": moment.held.superseded.value,
        "kind": fact.kind,
        "id": fact.id,
        "sources": sources(fact),
    }
