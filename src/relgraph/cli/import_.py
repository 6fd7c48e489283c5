"""`relgraph import MAPPING`: the facts of a table, by a mapping."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from relgraph.cli.choice import examples
from relgraph.cli.options import PATH, folder_options, no_cache_option, output_option
from relgraph.cli.rendering import complain, say, show
from relgraph.errors import MisuseError

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.facts.imported.bring import Brought


@click.command(
    "import",
    short_help="Import the facts of a table by a mapping.",
    epilog=examples("import --list", "import wikidata-missions --table missions.csv", "import my-table --output json"),
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
    graph: Path,
    seeds: Path | None,
    texts: Path | None,
    *,
    listing: bool,
    no_cache: bool,
) -> None:
    """Import a table by a MAPPING: a file of yours, or the name of one that the dataset has or that ships.

    The mapping goes into graph/tables, the card of the table into the folder of the cards; no row of the table enters
    either. Every command then reads the facts that it makes. Values that match nobody are listed, with who may be
    meant; nothing is guessed. Exit status: 0 something was made, 1 nothing was.
    """
    from relgraph.analysis.importing import list_ready, report_of
    from relgraph.writing import write_files

    if listing:
        show(list_ready(), output)
        return
    if mapping is None:
        raise MisuseError("name a mapping, or ask for --list")
    brought = _brought(mapping, table, graph, seeds, texts)
    report = report_of(brought)
    for path in brought.files:
        path.parent.mkdir(parents=True, exist_ok=True)
    write_files(brought.files)
    if not no_cache:
        _keep(brought)
    show(report, output)
    if output == "text":
        say(*(f"written: {path}" for path in brought.files))
    ctx.exit(0 if report.found else 1)


def _brought(mapping: str, table: Path | None, graph: Path, seeds: Path | None, texts: Path | None) -> Brought:
    """What the import makes; what is wrong with the mapping is told."""
    from relgraph.facts.dataset import found_in
    from relgraph.facts.imported.bring import NotBroughtError, bring
    from relgraph.reading.place import told
    from relgraph.sources.library import text_folders

    found = found_in(graph, seeds, texts)
    try:
        return bring(mapping, found, text_folders(texts, found.seeds), table)
    except NotBroughtError as error:
        for line in told(error.problems):
            complain(line)
        raise


def _keep(brought: Brought) -> None:
    """Keep what the table makes in the user's cache folder."""
    from relgraph.facts.imported.load import packed
    from relgraph.store.folder import cache_folder
    from relgraph.store.shelf import Shelf

    Shelf(cache_folder()).keep(brought.key, packed(brought.imported))
