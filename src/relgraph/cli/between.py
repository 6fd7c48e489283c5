"""`relgraph between A B`: all that ties two actors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from relgraph.cli.options import dataset_option, output_option, view_options
from relgraph.cli.rendering import show_json, show_table
from relgraph.export.plain import plain_held

if TYPE_CHECKING:
    from relgraph.analysis.between import Between
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View


@click.command("between", short_help="List all that ties two actors.")
@click.argument("source", metavar="A")
@click.argument("target", metavar="B")
@output_option("text", "json", "csv", "md")
@dataset_option
@view_options
@click.pass_context
def command(ctx: click.Context, source: str, target: str, output: str, dataset: Dataset, view: View) -> None:
    """List all that ties A and B, past, present and planned.

    Directly, through one agreement, event or mission that both take part in, and through the people who hold their
    offices.
    """
    from relgraph.analysis.between import COLUMNS, between

    found = between(dataset, source, target, view)
    if output == "json":
        show_json(_plain(dataset, found))
    elif output == "text":
        click.echo(str(found))
    else:
        show_table(list(found.rows()), COLUMNS, output)
    ctx.exit(0 if found.found else 1)


def _plain(dataset: Dataset, found: Between) -> dict[str, Any]:
    shared = [
        {
            "node": one.node,
            "name": dataset.names.label(one.node),
            "from": [plain_held(dataset, held) for held in one.of_source],
            "to": [plain_held(dataset, held) for held in one.of_target],
        }
        for one in found.shared
    ]
    return {
        "from": found.source,
        "to": found.target,
        "direct": [plain_held(dataset, held) for held in found.direct],
        "shared": shared,
        "people": [plain_held(dataset, held) for held in found.people],
    }
