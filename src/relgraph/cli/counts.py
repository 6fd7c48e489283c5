"""`relgraph counts`: stated totals and the members that are named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from relgraph.analysis.telling import cited
from relgraph.cli.options import belief_options, dataset_option, output_option
from relgraph.cli.rendering import show_json, show_table
from relgraph.export.plain import plain_citation
from relgraph.reading.dates import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.reconcile import Reconciliation
    from relgraph.graph.views import View

COLUMNS = ("of", "what", "says", "named", "derived", "corroborated", "unnamed", "maybe", "rest", "as_of", "holds")


@click.command("counts", short_help="Set stated totals against named members.")
@click.argument("about", metavar="[ACTOR]", required=False)
@output_option("text", "json", "csv", "md")
@dataset_option
@belief_options
def command(about: str | None, output: str, dataset: Dataset, view: View) -> None:
    """Set every stated total against the members that are named: all of them, or those of one ACTOR.

    Named members are told by a source; derived ones follow by a rule; corroborated ones are named and follow too;
    unnamed ones are missing from the total.

    A total is of its own time: --as-of leaves out those of a later one, and counts who was a member by that day.
    --known leaves out the totals and the members of which only later sources tell. Who only may be a member is
    marked as such, and left out with --certain.
    """
    from relgraph.analysis.totals import totals

    found = totals(dataset, view, about)
    asked = view.as_of is not None or view.known is not None
    rows = [_plain(dataset, one) | ({"holds": one.truth.value} if asked else {}) for one in found]
    if output == "json":
        show_json(rows)
    elif output == "text":
        click.echo("\n".join(_told(dataset, found)))
    else:
        show_table([row | {"maybe": len(one.maybe)} for row, one in zip(rows, found, strict=True)], COLUMNS, output)


def _plain(dataset: Dataset, one: Reconciliation) -> dict[str, Any]:
    """The reconciliation as plain data: numbers, and the ids behind them under `members`."""
    fields = one.fact.fields
    found = {
        "id": one.fact.id,
        "of": one.fact.ends[0].id,
        "what": fields.get("what"),
        "says": one.says,
        "named": len(one.named),
        "derived": len(one.derived),
        "corroborated": len(one.corroborated),
        "unnamed": one.unnamed,
        "exact": one.exact,
        "out_of": str(fields["out_of"]) if fields.get("out_of") else None,
        "as_of": str(fields["as_of"]) if fields.get("as_of") else None,
        "tier": one.fact.tier,
        "members": {"named": one.named, "derived": one.derived, "corroborated": one.corroborated, "maybe": one.maybe},
        "parts": [{"what": part.what, "of": part.of, "says": part.says} for part in one.parts],
        "rest": one.rest,
        "per": list(one.fact.per),
        "note": one.fact.note,
        "evidence": [plain_citation(dataset, citation) for citation in one.fact.evidence],
    }
    return {name: value for name, value in found.items() if value is not None and value != []}


def _told(dataset: Dataset, found: list[Reconciliation]) -> Iterator[str]:
    if not found:
        yield "no total is stated in this view"
    for one in found:
        yield from _total(dataset, one)


def _total(dataset: Dataset, one: Reconciliation) -> Iterator[str]:
    label, fields = dataset.names.label, one.fact.fields
    more = "" if one.exact else " or more"
    marks = [f"as of {fields['as_of']}" if fields.get("as_of") else "", "maybe" if one.truth is Truth.MAYBE else ""]
    told = "; ".join(mark for mark in marks if mark)
    yield f"{label(one.fact.ends[0].id)}, {fields.get('what')}: {one.sentence}{more}{f' [{told}]' if told else ''}"
    for word, ids in (("named", one.named), ("derived", one.derived)):
        if ids:
            yield f"   {word}: {', '.join(label(member) + ' (maybe)' * (member in one.maybe) for member in ids)}"
    if one.parts:
        parts = ", ".join(f"{part.what} {part.says}" for part in one.parts)
        yield f"   parts: {parts}; the rest: {one.rest}"
    yield from (f"   {cited(dataset, citation)}" for citation in one.fact.evidence)
