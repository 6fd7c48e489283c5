"""`relgraph path A B`: what ties two actors, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from relgraph.analysis.paths.find import ORDERS, STRONGEST, Wanted, find_path
from relgraph.cli.options import dataset_option, output_option, view_options, words
from relgraph.graph.ties import SCOPES, TIES

if TYPE_CHECKING:
    from relgraph.analysis.paths.answer import Path, PathAnswer
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.ties import Tie
    from relgraph.graph.views import View

NOT_FOUND = 1


@click.command("path", short_help="Find the best path between two actors.")
@click.argument("source", metavar="A")
@click.argument("target", metavar="B")
@click.option("--by", type=click.Choice(ORDERS), default=STRONGEST, show_default=True, help="Which path is best.")
@click.option("-k", "most", type=click.IntRange(min=1), help="So many paths, the best first.")
@click.option("--min-tier", metavar="TIER", help="No step below this rung, such as sp or vietnam:sp.")
@click.option("--via", type=words, metavar="ACTOR,...", default="", help="Pass these actors, in this order.")
@click.option("--avoid", type=words, metavar="ACTOR,...", default="", help="Do not pass these actors.")
@click.option("--view", "scope", type=click.Choice(SCOPES), default=TIES, help="Ties of countries, or all.")
@output_option("text", "json")
@dataset_option
@view_options
@click.pass_context
def command(
    ctx: click.Context,
    source: str,
    target: str,
    by: str,
    most: int | None,
    min_tier: str | None,
    via: tuple[str, ...],
    avoid: tuple[str, ...],
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
    answer = find_path(dataset, source, target, Wanted(by, most or 0, min_tier, via, avoid, scope), view)
    if output == "json":
        from relgraph.cli.rendering import show_json

        show_json(plain_answer(dataset, answer))
    else:
        click.echo(str(answer))
    ctx.exit(0 if answer.found else NOT_FOUND)


def plain_answer(dataset: Dataset, answer: PathAnswer) -> dict[str, Any]:
    """The answer as plain data for JSON."""
    best = answer.best if answer.found else None
    return {
        "from": answer.source,
        "to": answer.target,
        "found": answer.found,
        "by": answer.by,
        "rung": best.rung if best else None,
        "hops": best.hops if best else None,
        "steps": _plain_steps(dataset, best) if best else [],
        "alternatives": [
            {"rung": path.rung, "hops": path.hops, "steps": _plain_steps(dataset, path)} for path in answer.paths[1:]
        ],
        "equally_good": answer.equals,
        "comparable": not answer.incomparable,
        "no_path_at": answer.above,
        "reason": answer.reason,
        "graph": {"nodes": answer.nodes, "edges": answer.pairs, "kinds": list(answer.kinds)},
    }


def _plain_steps(dataset: Dataset, path: Path) -> list[dict[str, Any]]:
    return [
        {"from": step.source, "to": step.target, "ties": [_plain_tie(dataset, tie) for tie in step.ties]}
        for step in path.steps
    ]


def _plain_tie(dataset: Dataset, tie: Tie) -> dict[str, Any]:
    from relgraph.export.plain import plain_fact

    fact = plain_fact(dataset, tie.fact)
    kept = ("kind", "type", "tier", "status", "on", "since", "until", "seen", "derived", "rule", "premises", "evidence")
    return {"fact": tie.fact.id} | {name: fact[name] for name in kept if name in fact} | {"holds": tie.truth.value}
