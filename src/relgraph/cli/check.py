"""`relgraph check`: every fact held against its sources and every rule."""

from __future__ import annotations

import click

from relgraph.cli.choice import examples
from relgraph.cli.folders import Folders, folder_options, no_cache_option, user_shelf
from relgraph.cli.options import output_option
from relgraph.cli.rendering import hand_on, say

BROKEN = 1


@click.command(
    "check", short_help="Check facts against their sources.", epilog=examples("check", "check --output json")
)
@output_option("text", "json", "sarif", "github")
@no_cache_option
@folder_options
@click.pass_context
def command(ctx: click.Context, output: str, folders: Folders, *, no_cache: bool) -> None:
    """Check every citation against its text or word index, every fact against all rules, and the captions of stories.

    All that is wrong is told at once, place first. Errors end with status 1; notes are worth a look, no more. Of a
    table that is not at hand, what was made of it when it was imported is checked, and only cited.
    """
    from relgraph.cli.problem_forms import FORMS
    from relgraph.stories.check import check_with_stories

    report = check_with_stories(folders.read(None if no_cache else user_shelf()))
    lines = FORMS[output](report, folders.home)
    if output == "text":
        say(*lines)
    else:
        hand_on(f"{line}\n" for line in lines)
    ctx.exit(BROKEN if report.errors else 0)
