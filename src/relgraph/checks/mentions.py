"""Whether the cited paragraphs name whom the fact is about, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relgraph.checks.context import Case, Context
    from relgraph.checks.rule import Findings
    from relgraph.facts.records import Fact
    from relgraph.reading.place import Place


def ends_named(case: Case, context: Context) -> Findings:
    """Every end, and whoever says so, is named in the union of the cited paragraphs."""
    paragraphs, kinds = case.paragraphs, context.kinds
    if not paragraphs:
        return
    for one in (*(end.id for end in case.fact.ends), *case.fact.per):
        for paragraph in paragraphs:
            if paragraph.names(one):
                break
        else:
            if one in kinds and not _is_cited_node(one, case.fact, context):
                yield _place_of(one, case.fact, context), f"the cited paragraphs never mention {_names(one, context)}"


def _place_of(one: str, fact: Fact, context: Context) -> Place:
    """Where an end stands in its record, or whoever says so."""
    role = next((end.role for end in fact.ends if end.id == one), "per")
    return context.places.of(fact, role, one)


def _is_cited_node(one: str, fact: Fact, context: Context) -> bool:
    """Whether a node that has no name is told of in a paragraph that the fact cites too."""
    node = context.stated.get(one)
    if node is None or context.names.all_of(one):
        return False
    own = {(citation.source, citation.paragraph) for citation in node.evidence}
    return any((citation.source, citation.paragraph) in own for citation in fact.evidence)


def _names(one: str, context: Context) -> str:
    """The names looked for: "United Kingdom (UK, Britain)"."""
    name, *others = context.names.all_of(one) or (one, "it has no name: give it one, or cite its paragraph")
    return f"{name} ({', '.join(others)})" if others else name
