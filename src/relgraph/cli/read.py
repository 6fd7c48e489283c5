"""`relgraph read SOURCE`: a source, paragraph by paragraph, with the facts that cite it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from relgraph.analysis.telling import fact_line
from relgraph.cli.options import folder_options, output_option
from relgraph.cli.rendering import show_json
from relgraph.facts.wording import says
from relgraph.graph.views import Held
from relgraph.reading.dates import Truth
from relgraph.reading.place import one_line
from relgraph.sources.library import BY_INDEX, BY_TEXT, ONLY_CITED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from relgraph.analysis.passages import Passage, Reading
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Citation, Fact

STATES = {
    BY_TEXT: "from the text",
    BY_INDEX: "from the word index: which words stand there, not in what order",
    ONLY_CITED: "neither text nor word index is at hand: only what is cited is told",
}


@click.command("read", short_help="Read a source, with the facts that cite it.")
@click.argument("source")
@click.option(
    "--p", "only", type=click.IntRange(1), multiple=True, metavar="N", help="Only this paragraph (repeatable)."
)
@click.option("--uncited", is_flag=True, help="Only paragraphs without a fact.")
@output_option("text", "json")
@folder_options
def command(
    source: str,
    only: tuple[int, ...],
    output: str,
    graph: Path,
    seeds: Path | None,
    texts: Path | None,
    *,
    uncited: bool,
) -> None:
    """Tell a SOURCE paragraph by paragraph, each with its number and the facts that cite it, and where those stand.

    A paragraph is told from the text where that is at hand, else by the words of the index. Facts that cannot be read
    are left out, and counted at the end.
    """
    from relgraph.analysis.passages import read_source
    from relgraph.facts.dataset import load

    dataset = load(graph, seeds, texts)
    found = read_source(dataset, source, only, uncited=uncited)
    if output == "json":
        show_json(_plain(dataset, found))
    else:
        click.echo("\n".join(_told(dataset, found)))
    errors = sum(problem.is_error for problem in dataset.problems)
    if errors:
        click.echo(
            f"relgraph: {errors} problem{'' if errors == 1 else 's'} may hide facts; see relgraph check", err=True
        )


def _plain(dataset: Dataset, found: Reading) -> dict[str, Any]:
    card = found.card
    about = {
        "source": card.id,
        "title": card.title,
        "publisher": card.publisher,
        "published": str(card.published) if card.published else None,
        "file": card.file,
        "state": found.state,
        "size": found.size,
        "paragraphs": [_plain_passage(dataset, found.state, passage) for passage in found.passages],
    }
    return {name: value for name, value in about.items() if value is not None}


def _plain_passage(dataset: Dataset, state: str, passage: Passage) -> dict[str, Any]:
    known: dict[str, Any] = {}
    if state != ONLY_CITED:
        known = {"text": passage.says} if state == BY_TEXT else {"words": passage.says.split()}
    facts = [
        {
            "id": fact.id,
            "says": says(dataset, fact),
            "terms": list(citation.terms),
            "file": fact.place.file,
            "line": fact.place.line,
        }
        for fact, citation in passage.facts
    ]
    why = {} if passage.why is None else {"no_facts": passage.why}
    return {"paragraph": passage.number, **known, **why, "facts": facts}


def _told(dataset: Dataset, found: Reading) -> Iterator[str]:
    card = found.card
    about = ", ".join(str(one) for one in (card.publisher, card.published) if one is not None)
    yield f"{card.id}: {card.title}{f' ({about})' if about else ''}"
    size = f"{found.size} paragraph{'' if found.size == 1 else 's'}, " if found.size else ""
    yield f"{size}{STATES[found.state]}"
    for passage in found.passages:
        yield ""
        yield f"p {passage.number}{f'  {_safe(passage.says)}' if passage.says else ''}"
        yield from (f"   {_line(dataset, fact, citation)}" for fact, citation in passage.facts)
        if passage.why is not None:
            yield f"   no fact: {_safe(passage.why)}"
    cited = sum(bool(passage.facts) for passage in found.passages)
    explained = sum(passage.why is not None for passage in found.passages if not passage.facts)
    left = len(found.passages) - cited - explained
    yield ""
    yield f"told {len(found.passages)}: {cited} cited, {explained} without a fact for a reason, {left} neither"


def _line(dataset: Dataset, fact: Fact, citation: Citation) -> str:
    terms = ", ".join(f'"{term}"' for term in citation.terms)
    told = fact_line(dataset, Held(fact, Truth.YES), with_sources=False)
    return f"{told}{f': {terms}' if terms else ''} ({fact.place})"


def _safe(text: str) -> str:
    """A text of somebody else's, whole, with what a terminal might obey written out."""
    return one_line(text, len(text))
