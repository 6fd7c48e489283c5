"""`relgraph help COMMAND`: what `relgraph COMMAND --help` tells."""

from __future__ import annotations

import click

from relgraph.cli.choice import examples
from relgraph.cli.main import COMMANDS, main
from relgraph.cli.rendering import say
from relgraph.errors import MisuseError
from relgraph.reading.suggest import did_you_mean

EXAMPLES = examples("help", "help path")


@click.command("help", short_help="Tell how a command is used.", epilog=EXAMPLES)
@click.argument("name", metavar="[COMMAND]", required=False)
@click.pass_context
def command(ctx: click.Context, name: str | None) -> None:
    """Tell how a COMMAND is used, as its --help does; without one, what commands there are."""
    program = ctx.find_root()
    if name is None:
        say(*program.get_help().splitlines())
        return
    found = main.get_command(program, name)
    if found is None:
        raise MisuseError(f"no command {name!r}{did_you_mean(name, COMMANDS)}")
    say(*found.get_help(click.Context(found, info_name=name, parent=program)).splitlines())
