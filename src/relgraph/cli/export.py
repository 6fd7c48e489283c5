"""`relgraph export FORMAT`: the graph as a file for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from relgraph.cli.options import dataset_option, view_options
from relgraph.cli.rendering import complain, say
from relgraph.errors import MisuseError, OutputError
from relgraph.export.formats import FORMATS, format_named
from relgraph.reading.plurals import counted, one_of_a_kind
from relgraph.writing import STANDARD_OUTPUT, write_text

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


errors_option = click.option(
    "--with-errors", is_flag=True, help="Exit with 0 although check refuses some of the facts; they are marked."
)
paragraphs_option = click.option(
    "--paragraphs",
    is_flag=True,
    help="Put the cited paragraphs of the texts at hand into the html page: for this machine only.",
)


@click.command("export", short_help="Write the graph to a file.", help=_help())
@click.argument("form", metavar="FORMAT", type=click.Choice([one.name for one in FORMATS]))
@click.option("-o", "--output", help=f"File to write; - is standard output.  [default: {FOLDER}/{STEM}.<ending>]")
@paragraphs_option
@errors_option
@dataset_option
@view_options
@click.pass_context
def command(
    ctx: click.Context,
    form: str,
    output: str | None,
    paragraphs: bool,
    with_errors: bool,
    dataset: Dataset,
    view: View,
) -> None:
    """Write the graph to a file; the help text comes from the formats themselves."""
    export(format_named(form), dataset, view, output, paragraphs=paragraphs)
    ctx.exit(0 if with_errors or not tell_refused(dataset) else 1)


def tell_refused(dataset: Dataset) -> int:
    """Say how many facts check refuses, if it does any, and return their number."""
    from relgraph.checks.refused import is_refused

    refused = sum(is_refused(dataset, fact) for fact in dataset.facts)
    if refused:
        told = f"{counted(refused, 'fact')} {'is' if refused == 1 else 'are'} refused by relgraph check"
        complain(f"relgraph: {told}, and marked as such; --with-errors says that you know")
    return refused


def export(form: Format, dataset: Dataset, view: View, output: str | None, *, paragraphs: bool = False) -> Path:
    """Write a view in a format, print its path and how many nodes and edges it has, and return the path.

    Without `output` the file goes into the folder exports, which is made if need be. Raises MisuseError when
    `paragraphs` are wanted in a format that has no place for them.
    """
    from relgraph.graph.multigraph import build_graph
    from relgraph.graph.views import as_known

    write = form.with_paragraphs if paragraphs else form.write
    if write is None:
        raise MisuseError(f"{one_of_a_kind(form.name)} file holds no paragraphs: --paragraphs is for html")
    path = Path(output) if output else _usual(form)
    dataset = as_known(dataset, view)
    graph = build_graph(dataset, all_unless_asked(view))
    write_text(path, write(dataset, graph))
    if output != STANDARD_OUTPUT:
        say(f"{path}: {counted(len(graph), 'node')}, {counted(graph.number_of_edges(), 'edge')}")
        if paragraphs:
            say("it holds paragraphs of the sources: keep it on this machine")
    return path


def all_unless_asked(view: View) -> View:
    """Let facts of every status in, unless a day or statuses were asked for."""
    if view.as_of is not None or view.statuses:
        return view
    return view.widened()


def _usual(form: Format) -> Path:
    """Return where a format goes without further ado, its folder made."""
    try:
        FOLDER.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot make the folder {FOLDER}: {(error.strerror or str(error)).lower()}") from error
    return FOLDER / f"{STEM}.{form.ending}"
