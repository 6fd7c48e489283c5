"""`relgraph diff OLD NEW`: what changed between two states of a dataset."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from relgraph.analysis.measures.catalogue import MEASURES
from relgraph.cli.options import folder_options, output_option, readable, words
from relgraph.cli.rendering import show_json
from relgraph.errors import MisuseError
from relgraph.export.plain import plain_fact
from relgraph.facts.dataset import Dataset, load
from relgraph.facts.wording import says

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.analysis.diff import Difference, Move

TWO = 2


@click.command("diff", short_help="Tell what changed between two states of the facts.")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW", required=False)
@click.option("--pair", "pairs", type=words, multiple=True, metavar="A,B", help="Compare the best path of this pair.")
@click.option("--measure", "measures", multiple=True, type=click.Choice([m.name for m in MEASURES]), default=["degree"])
@output_option("text", "json")
@folder_options
@click.pass_context
def command(
    ctx: click.Context,
    old: str,
    new: str | None,
    pairs: tuple[tuple[str, ...], ...],
    measures: tuple[str, ...],
    output: str,
    graph: Path,
    seeds: Path | None,
    texts: Path | None,
) -> None:
    """Tell what changed from OLD to NEW: folders of a dataset, or git revisions of the one in --graph.

    Without NEW, what is in --graph now is compared. Exit status: 0 nothing changed, 1 something did.
    """
    from relgraph.analysis.diff import difference

    if wrong := [pair for pair in pairs if len(pair) != TWO]:
        raise MisuseError(f"--pair wants two actors, as in Kenya,Vietnam; not {','.join(wrong[0])}")
    before = _dataset(old, graph, seeds, texts)
    after = _dataset(new, graph, seeds, texts) if new is not None else readable(load(graph, seeds, texts))
    found = difference(before, after, [(pair[0], pair[1]) for pair in pairs], measures)
    if output == "json":
        show_json(_plain(before, after, found))
    else:
        click.echo("\n".join(_told(before, after, found)))
    ctx.exit(1 if found.any else 0)


def _dataset(name: str, graph: Path, seeds: Path | None, texts: Path | None) -> Dataset:
    """A dataset by its folder (which may be the folder that holds graph/ and seeds/) or by a git revision."""
    folder = Path(name)
    if folder.is_dir():
        inner = folder / "graph"
        return readable(load(inner if inner.is_dir() else folder, texts=texts))
    from relgraph.facts.revisions import dataset_at

    return readable(dataset_at(name, graph, seeds))


def _plain(old: Dataset, new: Dataset, found: Difference) -> dict[str, Any]:
    return {
        "added": [plain_fact(new, fact) for fact in found.added],
        "withdrawn": [plain_fact(old, fact) for fact in found.withdrawn],
        "changed": [
            {"fields": list(one.fields), "old": plain_fact(old, one.old), "new": plain_fact(new, one.new)}
            for one in found.changed
        ],
        "tiers": [
            {"pair": list(one.pair), "old": one.old, "new": one.new, "raised": one.raised} for one in found.moves
        ],
        "answers": [{"question": one.question, "old": one.old, "new": one.new} for one in found.answers],
    }


def _told(old: Dataset, new: Dataset, found: Difference) -> Iterator[str]:
    """The difference as lines: + added, - withdrawn, ~ changed, then tiers and answers."""
    yield from (f"+ {says(new, fact)}" for fact in found.added)
    yield from (f"- {says(old, fact)}" for fact in found.withdrawn)
    for change in found.changed:
        yield f"~ {says(new, change.new)}: {', '.join(change.fields)} changed"
    yield from (_move(new, move) for move in found.moves)
    yield from (f"? {one.question}: {one.old} -> {one.new}" for one in found.answers)
    counted = (len(found.added), len(found.withdrawn), len(found.changed), len(found.moves), len(found.answers))
    yield "{} added, {} withdrawn, {} changed; {} tiers moved, {} answers differ".format(*counted)


def _move(dataset: Dataset, move: Move) -> str:
    label = dataset.names.label
    word = "raised" if move.raised else "lowered"
    return f"^ {label(move.pair[0])} – {label(move.pair[1])}: {word} from {move.old or 'none'} to {move.new or 'none'}"
