"""`relgraph actors NAME`: who is meant by a name or code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from relgraph.cli.choice import examples
from relgraph.cli.folders import kept_part_option
from relgraph.cli.options import output_option
from relgraph.errors import MisuseError

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset

NOBODY = 1
PARTLY = "relgraph: the facts cannot be read in full, so somebody may be missing here; relgraph check tells where"


def _wanted(ctx: click.Context, param: click.Parameter, name: str | None) -> str | None:
    """The name; none where those are asked for whom nobody is joined with, and then none is given."""
    if name is not None and ctx.params.get("unjoined"):
        raise MisuseError("name somebody, or ask for --unjoined without a name")
    if name is None and not ctx.params.get("unjoined"):
        raise click.MissingParameter(ctx=ctx, param=param)
    return name


@click.command(
    "actors",
    short_help="Find who is meant by a name or code.",
    epilog=examples("actors Burma", "actors cow:255 --output json"),
)
@click.argument("name", metavar="NAME", required=False, callback=_wanted)
@click.option(
    "--unjoined", is_flag=True, is_eager=True, help="List those whom codes join with nobody of another dataset."
)
@output_option("text", "json", "csv", "md")
@kept_part_option
@click.pass_context
def command(ctx: click.Context, name: str | None, output: str, dataset: Dataset, *, unjoined: bool) -> None:
    """Find the actors that a name, in any language, or a code means, with their names and codes.

    Countries, territories and former states are found whether the dataset declares them or not: relgraph ships a
    table of them. A code of another scheme than ISO 3166-1 has its scheme before it: cow:255, gec:VM, wikidata:Q881.
    Where nobody is called so, the exit status is 1. Problems of the facts hinder nobody from being found; whom they
    leave out is not.

    With --unjoined and --graph named several times, list who is in one dataset alone, with those of the others who may
    be meant: by a code, or by name, which is a suggestion only.
    """
    from relgraph.analysis.lookup import lookup
    from relgraph.cli.rendering import complain, show

    if unjoined or name is None:
        from relgraph.analysis.unjoined import unjoined as unjoined_in
        from relgraph.cli.folders import readable

        show(unjoined_in(readable(dataset)), output)
        return
    if any(problem.is_error for problem in dataset.problems):
        complain(PARTLY)
    found = lookup(dataset, name)
    show(found, output)
    ctx.exit(0 if found.found else NOBODY)
