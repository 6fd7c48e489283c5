"""The command `relgraph`: its subcommands are imported when they are called."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import contextmanager
from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING, Any

import click

from relgraph.cli.choice import examples
from relgraph.cli.ending import Stopped, tidied_up
from relgraph.cli.rendering import complain
from relgraph.errors import MisuseError, RelgraphError
from relgraph.reading.place import one_line
from relgraph.version import VERSION
from relgraph.writing import ClosedOutput, release_output

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMANDS = (
    "actors",
    "add-source",
    "aggregate",
    "between",
    "check",
    "counts",
    "diff",
    "export",
    "facts",
    "gaps",
    "help",
    "import",
    "init",
    "path",
    "rank",
    "read",
    "schema",
    "show",
    "sql",
    "timeline",
    "view",
)

LONGEST = 1000
"""Letters of an error message; names in it may hold anything."""


class Commands(click.Group):
    """The subcommands, each in a module of its own, and one way to end in failure."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every subcommand, in alphabetical order."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a subcommand; None for a name that is none."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        module = import_module(f"relgraph.cli.{name}_" if iskeyword(name) else f"relgraph.cli.{name}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the subcommand, suggesting one for a name that is none."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from relgraph.reading.suggest import did_you_mean

            ctx.fail(f"no command {args[0]!r}{did_you_mean(args[0], COMMANDS)}")
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what stands before the subcommand; misuse becomes one line and an exit status, and no word the help."""
        if not args and not ctx.resilient_parsing:  # a shell that completes a command parses so
            for line in ctx.get_help().splitlines():
                complain(line)
            ctx.exit(2)
        with _one_line(ctx):
            return super().parse_args(ctx, args)

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - click's own signature
        """Run as a program; what a signal ends leaves nothing behind."""
        if sys.stdout is None:
            sys.stdout = ClosedOutput()  # else click takes the help and the version for told
        with tidied_up():
            return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run a subcommand; an error of ours, or misuse, becomes one line and an exit status."""
        with _one_line(ctx):
            return super().invoke(ctx)


@contextmanager
def _one_line(ctx: click.Context) -> Iterator[None]:
    """End a command that cannot be answered with one line."""
    try:
        yield
    except click.UsageError as error:
        asked = (
            error.ctx.command_path if error.ctx else " ".join(filter(None, (ctx.command_path, ctx.invoked_subcommand)))
        )
        told = " ".join(error.format_message().split())  # click lays what there is to choose from out in lines
        complain(f"relgraph: {one_line(told, LONGEST)} (see {asked} --help)")
        ctx.exit(2)
    except RelgraphError as error:
        complain(f"relgraph: {one_line(str(error), LONGEST)}")
        ctx.exit(2 if isinstance(error, MisuseError) else 1)
    except BrokenPipeError:
        raise Stopped("SIGPIPE") from None
    except OSError as error:
        release_output()
        where = os.fsdecode(error.filename) if error.filename else "cannot write to standard output"
        complain(f"relgraph: {one_line(where)}: {(error.strerror or str(error)).lower()}")
        ctx.exit(2 if error.errno == errno.ENAMETOOLONG else 1)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=examples("check", 'path Kenya "United Kingdom"', "help path"),
)
@click.version_option(VERSION, prog_name="relgraph")
def main() -> None:
    """Keep facts of international relations, check them against their sources, and ask them.

    Exit status: 0 answered, 1 problems found or no path, 2 misuse.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a letter is shown its number
