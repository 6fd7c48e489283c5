"""`relgraph import MAPPING`: the facts of a table, by a mapping."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from relgraph.cli.choice import examples
from relgraph.cli.folders import PATH, Folders, OneFolder, folder_options, no_cache_option, user_shelf
from relgraph.cli.options import output_option
from relgraph.cli.rendering import complain, say, show
from relgraph.errors import MisuseError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from relgraph.facts.imported.bring import Brought
    from relgraph.facts.load import Found
    from relgraph.store.shelf import Shelf


@click.command(
    "import",
    short_help="Import the facts of a table by a mapping.",
    epilog=examples("import --list", "import --list --output csv"),
)
@click.argument("mapping", required=False)
@click.option("--list", "listing", is_flag=True, help="List the mappings that ship.")
@click.option("--table", type=PATH, help="The file of the table.  [default: as the mapping has it, among the texts]")
@output_option("text", "json", "csv", "md")
@no_cache_option
@folder_options
@click.pass_context
def command(
    ctx: click.Context,
    mapping: str | None,
    table: Path | None,
    output: str,
    folders: Folders,
    *,
    listing: bool,
    no_cache: bool,
) -> None:
    """Import a table by a MAPPING: a file of yours, or the name of one that the dataset has or that ships.

    The table is the file that --table names, or one of the name in the mapping that lies among the texts. The mapping
    goes into graph/tables, the card of the table into the folder of the cards; no row of it enters either. Every
    command then reads the facts that it makes. It writes into one dataset: --graph is named once. Values that match
    nobody are listed, with who may be meant; nothing is guessed. Exit status: 0 something was made, 1 nothing was.
    """
    from relgraph.analysis.importing import list_ready, report_of
    from relgraph.facts.machine_read.bring import ties_asked

    if listing:
        show(list_ready(), output)
        return
    if mapping is None:
        raise MisuseError("name a mapping, or ask for --list")
    into = folders.one
    if ties := ties_asked(mapping, into.graph):
        ctx.exit(0 if _bring_ties(ties, table, output, into) else 1)
    shelf = None if no_cache else user_shelf()
    brought = _brought(mapping, table, into, shelf)
    report = report_of(brought)
    _write(brought.files)
    _keep(brought, shelf)
    show(report, output)
    if output == "text":
        say(*(f"written: {path}" for path in brought.files), *_far(brought.path, into, "its facts are only cited"))
    ctx.exit(0 if report.found else 1)


def _bring_ties(mapping: Path, table: Path | None, output: str, into: OneFolder) -> bool:
    """Import ties that a machine read, and tell of them; gives whether any were taken."""
    from relgraph.analysis.importing import TiesReport
    from relgraph.facts.machine_read.bring import bring_ties

    with _wrong_told():
        found, texts = _into(into)
        brought = bring_ties(mapping, found, texts, table)
    _write(brought.files)
    show(TiesReport(brought), output)
    if output == "text":
        say(*(f"written: {path}" for path in brought.files), *_far(brought.path, into, "no answer can take them up"))
    return brought.read.ties > 0


def _write(files: Mapping[Path, str]) -> None:
    """Write the files of an import."""
    from relgraph.writing import write_files

    for path in files:
        path.parent.mkdir(parents=True, exist_ok=True)
    write_files(files)


def _keep(brought: Brought, shelf: Shelf | None) -> None:
    """Keep what a table makes."""
    from relgraph.facts.imported.load import packed

    if shelf is not None:
        shelf.keep(brought.key, packed(brought.imported))


def _brought(mapping: str, table: Path | None, folders: OneFolder, shelf: Shelf | None) -> Brought:
    """What the import makes; what is wrong with the mapping is told."""
    from relgraph.facts.imported.bring import bring

    with _wrong_told():
        found, texts = _into(folders)
        return bring(mapping, found, texts, table, shelf)


def _into(folders: OneFolder) -> tuple[Found, tuple[Path, ...]]:
    """The dataset that is written into, and where its texts may lie."""
    from relgraph.facts.load import found_in
    from relgraph.sources.library import text_folders

    found = found_in(*folders)
    return found, text_folders(folders.texts, found.seeds)


@contextmanager
def _wrong_told() -> Iterator[None]:
    """Tell what is wrong with a mapping, where it ends the import."""
    from relgraph.facts.imported.bring import NotBroughtError
    from relgraph.reading.place import told

    try:
        yield
    except NotBroughtError as error:
        for line in told(error.problems):
            complain(line)
        raise


def _far(path: Path, folders: OneFolder, else_: str) -> list[str]:
    """That a table lies where other commands do not look for it, and what comes of that."""
    from relgraph.sources.library import text_folders

    seeds = folders.seeds if folders.seeds is not None else folders.graph.parent / "seeds"
    if path.parent.resolve() in {one.resolve() for one in text_folders(folders.texts, seeds)}:
        return []
    return [f"put {path.name} into {seeds}/texts, or name its folder with --texts: else {else_}"]
