"""`relgraph counts`: stated totals and the members that are named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from relgraph.analysis.telling import cited
from relgraph.cli.options import dataset_option, output_option
from relgraph.cli.rendering import show_json, show_table
from relgraph.export.plain import plain_citation
from relgraph.facts.reconcile import counts, reconcile

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.reconcile import Reconciliation

COLUMNS = ("of", "what", "says", "named", "derived", "corroborated", "unnamed", "rest", "as_of")


@click.command("counts", short_help="Set stated totals against named members.")
@click.argument("about", metavar="[ACTOR]", required=False)
@output_option("text", "json", "csv", "md")
@dataset_option
def command(about: str | None, output: str, dataset: Dataset) -> None:
    """Set every stated total against the members that are named: all of them, or those of one ACTOR.

    Named members are told by a source; derived ones follow by a rule; corroborated ones are named and follow too;
    unnamed ones are missing from the total.
    """
    of = dataset.names.resolve(about) if about else None
    found = [reconcile(dataset, fact) for fact in counts(dataset) if of is None or fact.ends[0].id == of]
    rows = [_plain(dataset, one) for one in found]
    if output == "json":
        show_json(rows)
    elif output == "text":
        for one in found:
            _tell(dataset, one)
    else:
        show_table(rows, COLUMNS, output)


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
        "members": {"named": one.named, "derived": one.derived, "corroborated": one.corroborated},
        "parts": [{"what": part.what, "of": part.of, "says": part.says} for part in one.parts],
        "rest": one.rest,
        "per": list(one.fact.per),
        "note": one.fact.note,
        "evidence": [plain_citation(dataset, citation) for citation in one.fact.evidence],
    }
    return {name: value for name, value in found.items() if value is not None and value != []}


def _tell(dataset: Dataset, one: Reconciliation) -> None:
    label = dataset.names.label
    more = "" if one.exact else " or more"
    click.echo(f"{label(one.fact.ends[0].id)}, {one.fact.fields.get('what')}: {one.sentence}{more}")
    for word, ids in (("named", one.named), ("derived", one.derived)):
        if ids:
            click.echo(f"   {word}: {', '.join(map(label, ids))}")
    if one.parts:
        parts = ", ".join(f"{part.what} {part.says}" for part in one.parts)
        click.echo(f"   parts: {parts}; the rest: {one.rest}")
    for citation in one.fact.evidence:
        click.echo(f"   {cited(dataset, citation)}")
