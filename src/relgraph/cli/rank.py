"""`relgraph rank MEASURE`: who stands how high."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from relgraph.analysis.measures.catalogue import MEASURES
from relgraph.cli.options import dataset_option, output_option, view_options
from relgraph.cli.rendering import show_json, show_table

if TYPE_CHECKING:
    from relgraph.analysis.measures.ranking import Ranking
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View

COLUMNS = ("rank", "name", "score", "id")


def _list_measures() -> str:
    lines = [f"{measure.name}: {measure.meaning}" for measure in MEASURES]
    return "Rank countries and bodies by a measure.\n\n\b\n" + "\n".join(lines)


@click.command("rank", short_help="Rank actors by a measure.", help=_list_measures())
@click.argument("measure", type=click.Choice([measure.name for measure in MEASURES]))
@click.option("--top", type=click.IntRange(min=1), help="Only so many, and those equal to the last.")
@output_option("text", "json", "csv", "md")
@dataset_option
@view_options
def command(measure: str, top: int | None, output: str, dataset: Dataset, view: View) -> None:
    """Rank the countries and bodies of a view; the help text comes from the measures themselves."""
    from relgraph.analysis.measures.ranking import rank

    answer = rank(dataset, measure, view)
    rows = _rows(answer, top)
    if output == "json":
        show_json(_plain(answer, rows))
        return
    if output == "text":
        click.echo("\n".join(answer.headlines))
        rows = [row | {"score": f"{row['score']:.6g}"} for row in rows]
    show_table(rows, COLUMNS, output)


def _rows(answer: Ranking, top: int | None) -> list[dict[str, Any]]:
    rows = answer.ranking
    if top is not None and top < len(rows):
        rows = tuple(row for row in rows if row.rank <= rows[top - 1].rank)
    return [{"rank": row.rank, "id": row.id, "name": row.name, "score": row.score} for row in rows]


def _plain(answer: Ranking, rows: list[dict[str, Any]]) -> dict[str, Any]:
    from relgraph.analysis.measures.ranking import DIRECTION

    measure = answer.measure
    return {
        "measure": measure.name,
        "definition": measure.definition,
        "normalisation": measure.normalisation,
        "direction": DIRECTION,
        "meaning": measure.meaning,
        "reference": measure.reference,
        "engine": answer.engine,
        "graph": {"nodes": answer.nodes, "edges": answer.edges, "kinds": list(answer.kinds), **answer.summary},
        "ranking": rows,
    }
