"""`relgraph diff OLD NEW`: what changed between two states of a dataset."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from relgraph.analysis.measures.catalogue import MEASURES
from relgraph.cli.choice import Choice, examples
from relgraph.cli.folders import Folders, folder_options, no_cache_option, readable
from relgraph.cli.options import output_option, something, words
from relgraph.cli.rendering import show
from relgraph.errors import MisuseError
from relgraph.store.kept import DamagedStoreError

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
@no_cache_option
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
    *,
    no_cache: bool,
) -> None:
    """Tell what changed from OLD to NEW: folders of a dataset, or git revisions of the one in --graph.

    Without NEW, what is in --graph now is compared. Exit status: 0 nothing changed, 1 something did.
    """
    if wrong := [pair for pair in pairs if len(pair) != TWO]:
        raise MisuseError(f"--pair wants two actors, as in Kenya,Vietnam; not {','.join(wrong[0])}")
    asked = _Asked(old, new, folders, [(pair[0], pair[1]) for pair in pairs], measures)
    with suppress(DamagedStoreError):
        if not no_cache:
            ctx.exit(asked.told(output, kept=True))
    ctx.exit(asked.told(output, kept=False))


class _Asked(NamedTuple):
    """What is compared: two states of a dataset, the paths of some pairs, and ranks."""

    old: str
    new: str | None
    folders: Folders
    pairs: list[tuple[str, str]]
    measures: tuple[str, ...]

    def told(self, output: str, *, kept: bool) -> int:
        """Print what changed, and give the exit status; what is `kept` of datasets is taken where that is asked for."""
        from relgraph.analysis.diff import difference

        before = _dataset(self.old, self.folders, kept=kept)
        after = _read(self.folders, kept=kept) if self.new is None else _dataset(self.new, self.folders, kept=kept)
        found = difference(before, after, self.pairs, self.measures)
        show(found, output)
        return 1 if found.any else 0


def _read(folders: Folders, *, kept: bool) -> Dataset:
    return readable(folders.read_kept() if kept else folders.read())


def _dataset(name: str, folders: Folders, *, kept: bool) -> Dataset:
    """A dataset by its folder (which may be the folder that holds graph/ and seeds/) or by a git revision.

    Of several datasets the revision of each is meant.
    """
    folder = Path(name)
    if folder.is_dir():
        inner = folder / "graph"
        return _read(Folders((inner if inner.is_dir() else folder,), (), folders.texts), kept=kept)
    from relgraph.facts.revisions import dataset_at
    from relgraph.facts.united.unite import unite

    return readable(unite([dataset_at(name, graph, seeds) for graph, seeds in folders.pairs]))
