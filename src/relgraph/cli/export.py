"""`relgraph export FORMAT`: the graph as a file for other programs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from relgraph.cli.options import dataset_option, view_options
from relgraph.errors import OutputError
from relgraph.export.files import STANDARD_OUTPUT, write_text
from relgraph.export.formats import FORMATS, format_named
from relgraph.graph.views import EVERY_STATUS

if TYPE_CHECKING:
    from relgraph.export.formats import Format
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View

FOLDER = Path("exports")
STEM = "relgraph"
WHAT = """Without --as-of and --status it holds planned and ended facts too, and tiers that a later one replaced, each
with its status and dates."""


def _help() -> str:
    forms = "\n".join(
        f"{one.name} (.{one.ending}): {one.purpose}.\n  keeps {one.keeps};\n  loses {one.loses}" for one in FORMATS
    )
    return f"Write the graph to a file, whole or not at all, and print what was written.\n\n{WHAT}\n\n\b\n{forms}"


@click.command("export", short_help="Write the graph to a file.", help=_help())
@click.argument("form", metavar="FORMAT", type=click.Choice([one.name for one in FORMATS]))
@click.option("-o", "--output", help=f"File to write; - is standard output.  [default: {FOLDER}/{STEM}.<ending>]")
@dataset_option
@view_options
def command(form: str, output: str | None, dataset: Dataset, view: View) -> None:
    """Write the graph to a file; the help text comes from the formats themselves."""
    export(format_named(form), dataset, view, output)


def export(form: Format, dataset: Dataset, view: View, output: str | None) -> Path:
    """Write a view in a format, print its path and how many nodes and edges it has, and return the path.

    Without `output` the file goes into the folder exports, which is made if need be.
    """
    from relgraph.graph.multigraph import build_graph

    path = Path(output) if output else _usual(form)
    graph = build_graph(dataset, all_unless_asked(view))
    write_text(path, form.write(dataset, graph))
    if output != STANDARD_OUTPUT:
        click.echo(f"{path}: {_counted(len(graph), 'node')}, {_counted(graph.number_of_edges(), 'edge')}")
    return path


def all_unless_asked(view: View) -> View:
    """Let facts of every status in, unless a day or statuses were asked for."""
    if view.as_of is not None or view.statuses:
        return view
    return replace(view, statuses=frozenset({EVERY_STATUS}), superseded=True)


def _usual(form: Format) -> Path:
    """Return where a format goes without further ado, its folder made."""
    try:
        FOLDER.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot make the folder {FOLDER}: {(error.strerror or str(error)).lower()}") from error
    return FOLDER / f"{STEM}.{form.ending}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
