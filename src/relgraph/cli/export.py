"""`relgraph export FORMAT`: the graph as a file for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from relgraph.cli.choice import Choice, examples
from relgraph.cli.options import dataset_option, isolates_option, something, view_options
from relgraph.cli.rendering import complain, say
from relgraph.errors import MisuseError, OutputError
from relgraph.export.formats import FORMATS, format_named
from relgraph.facts.dataset import ACTORS
from relgraph.reading.dates import Truth
from relgraph.reading.plurals import counted, of_them, one_of_a_kind
from relgraph.sources.library import text_folders
from relgraph.writing import STANDARD_OUTPUT, write_text

if TYPE_CHECKING:
    from relgraph.export.formats import Format
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View

FOLDER = Path("exports")
STEM = "relgraph"
WRITTEN = {".md", ".yaml", ".yml"}
"""Endings of what a curator writes in the folders of facts and cards."""
WHAT = """Without --as-of and --status it holds planned and ended facts too, and tiers that a later one replaced, each
with its status and dates."""


EXAMPLES = examples("export graphml -o network.graphml", "export html --as-of 2025-06-30")


def _help() -> str:
    forms = "\n".join(
        f"{one.name} (.{one.ending}): {one.purpose}.\n  keeps {one.keeps};\n  loses {one.loses}" for one in FORMATS
    )
    return f"Write the graph to a file, whole or not at all, and print what was written.\n\n{WHAT}\n\n\b\n{forms}"


force_option = click.option("--force", is_flag=True, help="Write over a file of the dataset itself, too.")
errors_option = click.option(
    "--with-errors", is_flag=True, help="Exit with 0 although check refuses some of the facts; they are marked."
)
paragraphs_option = click.option(
    "--paragraphs",
    is_flag=True,
    help="Put the cited paragraphs of the texts at hand into the html page: for this machine only.",
)


@click.command("export", short_help="Write the graph to a file.", help=_help(), epilog=EXAMPLES)
@click.argument("form", metavar="FORMAT", type=Choice([one.name for one in FORMATS]))
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=something,
    help=f"File to write; - is standard output.  [default: {FOLDER}/{STEM}.<ending>]",
)
@paragraphs_option
@click.option(
    "--projection",
    is_flag=True,
    help="Write the network that paths and ranks are taken on: undirected, an edge for each tied pair. To measure on.",
)
@errors_option
@isolates_option
@force_option
@dataset_option
@view_options
@click.pass_context
def command(
    ctx: click.Context,
    form: str,
    output: str | None,
    paragraphs: bool,
    projection: bool,
    with_errors: bool,
    isolates: bool,
    force: bool,
    dataset: Dataset,
    view: View,
) -> None:
    """Write the graph to a file; the help text comes from the formats themselves."""
    if not force:
        spare_dataset(ctx, output)
    if projection:
        if paragraphs:
            raise MisuseError(
                "the network that ranks use holds no paragraphs: --paragraphs is for html, without --projection"
            )
        export_projection(format_named(form), dataset, view, output, isolates=isolates)
    else:
        export(format_named(form), dataset, view, output, paragraphs=paragraphs, isolates=isolates)
    ctx.exit(0 if with_errors or not tell_refused(dataset) else 1)


def spare_dataset(ctx: click.Context, output: str | None) -> None:
    """Raise MisuseError where a file of facts, a card or a text is to be written over."""
    if output is None or output == STANDARD_OUTPUT or not Path(output).is_file():
        return
    file = Path(output).resolve()
    facts, seeds = ctx.params["graph"], ctx.params["seeds"] or ctx.params["graph"].parent / "seeds"
    texts = text_folders(ctx.params["texts"], seeds)
    written = [facts, facts / ACTORS, seeds] if file.suffix in WRITTEN else []
    if any(file.parent.samefile(folder) for folder in [*written, *texts] if folder.is_dir()):
        raise MisuseError(f"{output} is a file of the dataset; --force writes over it all the same")


def tell_refused(dataset: Dataset) -> int:
    """Say how many facts check refuses, if it does any, and return their number."""
    from relgraph.checks.refused import is_refused

    refused = sum(is_refused(dataset, fact) for fact in dataset.facts)
    if refused:
        told = f"{counted(refused, 'fact')} {'is' if refused == 1 else 'are'} refused by relgraph check"
        complain(f"relgraph: {told}, and marked as such; --with-errors says that you know")
    return refused


def export(
    form: Format,
    dataset: Dataset,
    view: View,
    output: str | None,
    *,
    paragraphs: bool = False,
    isolates: bool = True,
) -> Path:
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
    graph = build_graph(dataset, all_unless_asked(view), isolates=isolates)
    write_text(path, write(dataset, graph))
    if output != STANDARD_OUTPUT:
        maybe = sum(about.get("certainty") == Truth.MAYBE.value for _, _, about in graph.edges(data=True))
        edges = f"{counted(graph.number_of_edges(), 'edge')}{of_them(maybe, 'maybe')}"
        say(f"{path}: {counted(len(graph), 'node')}, {edges}")
        if paragraphs:
            say("it holds paragraphs of the sources: keep it on this machine")
    return path


def export_projection(form: Format, dataset: Dataset, view: View, output: str | None, *, isolates: bool) -> None:
    """Write the projection of a view, and print its path and size. Raises MisuseError where a format has none."""
    from relgraph.graph.projection import projection
    from relgraph.graph.views import as_known

    if form.projected is None:
        raise MisuseError(f"no {form.name} file is a network to measure on: --projection is for graphml")
    path = Path(output) if output else _usual(form).with_stem(f"{STEM}-projection")
    graph = projection(as_known(dataset, view), view, isolates=isolates)
    write_text(path, form.projected(graph))
    if output != STANDARD_OUTPUT:
        say(f"{path}: {counted(len(graph), 'node')}, {counted(graph.number_of_edges(), 'edge')}, undirected")


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
