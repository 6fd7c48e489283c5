"""`relgraph show X`: all that is known of one actor, agreement, event or mission."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from relgraph.analysis.telling import FACT_COLUMNS, cited, fact_line, fact_row
from relgraph.cli.options import dataset_option, output_option, view_options
from relgraph.cli.rendering import show_json, show_table
from relgraph.export.plain import plain_held

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.analysis.profile import Profile
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View


@click.command("show", short_help="Show all that is known of one actor.")
@click.argument("name", metavar="X")
@click.option("--evidence", is_flag=True, help="Print the citations of each fact.")
@output_option("text", "json", "csv", "md")
@dataset_option
@view_options
def command(name: str, *, evidence: bool, output: str, dataset: Dataset, view: View) -> None:
    """Show the dossier of X: offices, partners by tier, missions, agreements, visits, counts and the rest."""
    from relgraph.analysis.profile import profile

    found = profile(dataset, name, view)
    if output == "json":
        show_json(_plain(dataset, found))
    elif output != "text":
        rows = [fact_row(dataset, held) for chapter in found.chapters for held in chapter.facts]
        show_table(rows, FACT_COLUMNS, output)
    else:
        click.echo("\n".join(_told(dataset, found, evidence=evidence)))


def _plain(dataset: Dataset, found: Profile) -> dict[str, Any]:
    actor = found.actor
    about = {
        "id": found.id,
        "name": found.name,
        "kind": found.kind,
        "aliases": list(actor.aliases) if actor else list(found.fact.aliases) if found.fact else [],
        "iso": actor.iso if actor else None,
        "part_of": actor.part_of if actor else None,
        "parts": list(found.parts),
        "members": list(actor.members) if actor else [],
        "basis": actor.basis if actor else None,
    }
    chapters = {chapter.kind: [plain_held(dataset, held) for held in chapter.facts] for chapter in found.chapters}
    kept = {name: value for name, value in about.items() if value}
    return kept | {"facts": chapters, "single_source": list(found.single_source)}


def _told(dataset: Dataset, found: Profile, *, evidence: bool) -> Iterator[str]:
    yield f"{found.name} ({found.id}, {found.kind.replace('-', ' ')})"
    yield from _about(dataset, found)
    for chapter in found.chapters:
        yield ""
        yield f"{chapter.label} ({len(chapter.facts)})"
        for held in chapter.facts:
            yield f"  {fact_line(dataset, held)}"
            if evidence:
                yield from (f"    {cited(dataset, citation)}" for citation in held.fact.evidence)
    total = sum(len(chapter.facts) for chapter in found.chapters)
    yield ""
    yield f"{total} facts, {len(found.single_source)} of them resting on one source"


def _about(dataset: Dataset, found: Profile) -> Iterator[str]:
    actor = found.actor
    if actor is None:
        return
    label = dataset.names.label
    if actor.aliases:
        yield f"also: {', '.join(actor.aliases)}"
    if actor.part_of:
        yield f"part of: {label(actor.part_of)}"
    if actor.members:
        yield f"members: {', '.join(map(label, actor.members))} ({actor.basis or 'no basis given'})"
