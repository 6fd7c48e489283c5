"""`relgraph export FORMAT`: the graph as a file for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from relgraph.cli.choice import Choice, examples
from relgraph.cli.folders import Folders, kept_dataset_option_where
from relgraph.cli.kept_exports import PAGE, made_once, number_refused
from relgraph.cli.options import isolates_option, needs_a_kind, something, view_options, weighing_options
from relgraph.cli.rendering import complain, say
from relgraph.errors import MisuseError, OutputError
from relgraph.export.content import Content
from relgraph.export.formats import FORMATS, format_named
from relgraph.export.links import page_address
from relgraph.facts.folder import ACTORS
from relgraph.graph.views import as_known
from relgraph.graph.weighing import PLAIN
from relgraph.reading.plurals import counted, one_of_a_kind
from relgraph.sources.library import text_folders
from relgraph.writing import STANDARD_OUTPUT, write_files, write_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.export.formats import Format
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View
    from relgraph.graph.weighing import Weighing

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
@weighing_options
@click.option(
    "--no-layout", is_flag=True, help="Leave places of nodes out, for programs that lay the network out: far sooner."
)
@click.option(
    "--page", metavar="ADDRESS", help="Give each node and edge a url that opens the page of that address there."
)
@errors_option
@isolates_option
@force_option
@kept_dataset_option_where(lambda given: given["form"] != PAGE)
@view_options
@click.pass_context
def command(
    ctx: click.Context,
    form: str,
    output: str | None,
    paragraphs: bool,
    projection: bool,
    weighing: Weighing,
    no_layout: bool,
    page: str | None,
    with_errors: bool,
    isolates: bool,
    force: bool,
    dataset: Dataset,
    view: View,
) -> None:
    """Write the graph to a file; the help text comes from the formats themselves."""
    if not force:
        spare_dataset(ctx, output)
    projection = projection or weighing != PLAIN
    if projection and paragraphs:
        raise MisuseError(
            "the network that ranks use holds no paragraphs: --paragraphs is for html, without --projection"
        )
    if projection:
        needs_a_kind(dataset, view)
    address = page_address(page) if page is not None else None
    asked = Content(as_known(dataset, view), view, isolates, projection, paragraphs, not no_layout, address, weighing)
    named = format_named(form)
    can_do(named, asked)
    refused = number_refused(dataset)
    export(named, asked, output)
    ctx.exit(0 if with_errors or not tell_refused(refused) else 1)


def spare_dataset(ctx: click.Context, output: str | None) -> None:
    """Raise MisuseError where a file of facts, a card or a text is to be written over."""
    if output is None or output == STANDARD_OUTPUT or not Path(output).is_file():
        return
    file = Path(output).resolve()
    folders = Folders(ctx.params["graph"], ctx.params["seeds"], ctx.params["texts"])
    if any(file.parent.samefile(one) for one in _kept_from(folders, file) if one.is_dir()):
        raise MisuseError(f"{output} is a file of the dataset; --force writes over it all the same")


def _kept_from(folders: Folders, file: Path) -> Iterator[Path]:
    """The folders of all datasets in which a file of this kind may be one of theirs."""
    for facts, cards in folders.pairs:
        seeds = cards or facts.parent / "seeds"
        yield from text_folders(folders.texts, seeds)
        yield from (facts, facts / ACTORS, seeds) if file.suffix in WRITTEN else ()


def tell_refused(refused: int) -> int:
    """Say how many facts check refuses, if it does any, and return their number."""
    if refused:
        told = f"{counted(refused, 'fact')} {'is' if refused == 1 else 'are'} refused by relgraph check"
        complain(f"relgraph: {told}, and marked as such; --with-errors says that you know")
    return refused


def export(form: Format, content: Content, output: str | None) -> Path:
    """Write what there is in a format, print the paths and how much it is, and return the path.

    Without `output` the file goes into the folder exports, which is made if need be.
    """
    path = Path(output) if output else _usual(form, content)
    made = made_once(form, content, alone=output == STANDARD_OUTPUT)
    if output == STANDARD_OUTPUT:
        write_text(path, made.file)
        return path
    beside = {path.with_stem(f"{path.stem}-{word}"): chunks for word, chunks in made.beside.items()}
    write_files({path: made.file, **beside})
    say(f"{path}: {made.size}", *(f"{one}: beside it" for one in beside))
    if content.paragraphs:
        say("it holds paragraphs of the sources: keep it on this machine")
    return path


def can_do(form: Format, content: Content) -> None:
    """Raise MisuseError for what is asked of a format that has no place for it."""
    networks = ", ".join(one.name for one in FORMATS if one.network)
    drawn = ", ".join(one.name for one in FORMATS if one.places)
    if content.paragraphs and not form.paragraphs:
        raise MisuseError(f"{one_of_a_kind(form.name)} file holds no paragraphs: --paragraphs is for html")
    if content.projected and not form.network:
        raise MisuseError(f"no {form.name} file is a network to measure on: --projection is for {networks}")
    if not content.placed and not form.places:
        raise MisuseError(
            f"{one_of_a_kind(form.name)} file has no places that can be left out: --no-layout is for {drawn}"
        )
    if content.page and not form.network:
        raise MisuseError(f"{one_of_a_kind(form.name)} file does not lead to a page: --page is for {networks}")
    if content.page and content.projected:
        raise MisuseError("a pair of the projection may stand for many facts: --page is for exports without it")


def _usual(form: Format, content: Content) -> Path:
    """Return where a format goes without further ado, its folder made."""
    try:
        FOLDER.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot make the folder {FOLDER}: {(error.strerror or str(error)).lower()}") from error
    return FOLDER / f"{STEM}{'-projection' if content.projected else ''}.{form.ending}"
