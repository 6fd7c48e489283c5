"""`relgraph diff OLD NEW`: what changed between two states of a dataset."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from relgraph.analysis.measures.catalogue import MEASURES
from relgraph.cli.choice import Choice, examples
from relgraph.cli.folders import Folders, folder_options, readable
from relgraph.cli.options import output_option, something, words
from relgraph.cli.rendering import show
from relgraph.errors import MisuseError
from relgraph.facts.load import load

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset

TWO = 2


@click.command(
    "diff",
    short_help="Tell what changed between two states of the facts.",
    epilog=examples("diff HEAD", "diff HEAD --pair Kenya,Vietnam --measure betweenness"),
)
@click.argument("old", metavar="OLD", type=something)
@click.argument("new", metavar="[NEW]", type=something, required=False)
@click.option(
    "--pair", "pairs", type=words, multiple=True, metavar="A,B", help="Compare the best path of this pair (repeatable)."
)
@click.option(
    *("--measure", "measures"),
    multiple=True,
    type=Choice([measure.name for measure in MEASURES]),
    default=["degree"],
    show_default=True,
    metavar="MEASURE",
    help="Compare the ranks by this measure, one of those of rank (repeatable).",
)
@output_option("text", "json", "csv", "md")
@folder_options
@click.pass_context
def command(
    ctx: click.Context,
    old: str,
    new: str | None,
    pairs: tuple[tuple[str, ...], ...],
    measures: tuple[str, ...],
    output: str,
    folders: Folders,
) -> None:
    """Tell what changed from OLD to NEW: folders of a dataset, or git revisions of the one in --graph.

    Without NEW, what is in --graph now is compared. Exit status: 0 nothing changed, 1 something did.
    """
    from relgraph.analysis.diff import difference

    if wrong := [pair for pair in pairs if len(pair) != TWO]:
        raise MisuseError(f"--pair wants two actors, as in Kenya,Vietnam; not {','.join(wrong[0])}")
    before = _dataset(old, folders)
    after = _dataset(new, folders) if new is not None else readable(folders.read())
    found = difference(before, after, [(pair[0], pair[1]) for pair in pairs], measures)
    show(found, output)
    ctx.exit(1 if found.any else 0)


def _dataset(name: str, folders: Folders) -> Dataset:
    """A dataset by its folder (which may be the folder that holds graph/ and seeds/) or by a git revision.

    Of several datasets the revision of each is meant.
    """
    folder = Path(name)
    if folder.is_dir():
        inner = folder / "graph"
        return readable(load(inner if inner.is_dir() else folder, texts=folders.texts))
    from relgraph.facts.revisions import dataset_at
    from relgraph.facts.united.unite import unite

    return readable(unite([dataset_at(name, graph, seeds) for graph, seeds in folders.pairs]))
