"""`relgraph path A B`: what ties two actors, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from relgraph.analysis.paths.find import find_path
from relgraph.analysis.paths.wanted import ORDERS, STRONGEST, Wanted
from relgraph.cli.choice import Choice, examples
from relgraph.cli.folders import kept_dataset_option
from relgraph.cli.options import needs_a_kind, output_option, view_options, words
from relgraph.graph.ties import SCOPES, TIES

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View

NOT_FOUND = 1
MOST_PATHS = 10_000


@click.command(
    "path",
    short_help="Find the best path between two actors.",
    epilog=examples('path Kenya "United Kingdom"', "path Kenya Vietnam --min-tier sp --status intended"),
)
@click.argument("source", metavar="A")
@click.argument("target", metavar="B")
@click.option("--by", type=Choice(ORDERS), default=STRONGEST, show_default=True, help="Which path is best.")
@click.option("-k", "most", type=click.IntRange(1, MOST_PATHS), help="So many paths, the best first.")
@click.option(
    "--min-tier", metavar="TIER", help="No step below this rung, such as sp, or northland:sp by ladder and rung."
)
@click.option("--via", type=words, metavar="ACTOR,...", help="Pass these actors, in this order.")
@click.option("--avoid", type=words, metavar="ACTOR,...", help="Do not pass these actors.")
@click.option("--view", "scope", type=Choice(SCOPES), default=TIES, help="Ties of countries, or all.")
@output_option("text", "json", "csv", "md")
@kept_dataset_option
@view_options
@click.pass_context
def command(
    ctx: click.Context,
    source: str,
    target: str,
    by: str,
    most: int | None,
    min_tier: str | None,
    via: tuple[str, ...] | None,
    avoid: tuple[str, ...] | None,
    scope: str,
    output: str,
    dataset: Dataset,
    view: View,
) -> None:
    """Find the best path between the countries or bodies A and B.

    The strongest path has the highest possible weakest rung, then the fewest hops. Each step prints what ties
    the two and who says so. A path says nothing more than its steps: partnership is not transitive. With --view all
    it goes through people, organisations, agreements and events too.
    """
    needs_a_kind(dataset, view)
    answer = find_path(dataset, source, target, Wanted(by, most or 0, min_tier, via or (), avoid or (), scope), view)
    from relgraph.cli.rendering import show

    show(answer, output)
    ctx.exit(0 if answer.found else NOT_FOUND)
