"""Whether the cited paragraphs give the figures of a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.checks.paragraphs import any_says
from relgraph.facts.figures import Figure
from relgraph.sources.tags import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from relgraph.checks.context import Case, Context
    from relgraph.checks.paragraphs import CitedParagraph
    from relgraph.checks.rule import Findings
    from relgraph.vocabulary.kinds import RelationKind

ORDINAL = "ordinal"
_NUMBERS = {"figure", ORDINAL, "parts"}


def counts_or_measures(kind: RelationKind) -> bool:
    """Whether facts of a kind may give a figure."""
    return not _NUMBERS.isdisjoint(kind.fields.values())


def figures_named(case: Case, context: Context) -> Findings:
    """Every figure, those of parts too, stands in a cited paragraph, and in its currency where it has one."""
    del context
    if not case.paragraphs or not case.fact.fields:
        return
    for name, figure in figures(case):
        ordinal = case.kind.fields[name] == ORDINAL
        if not any(_gives(one, figure, ordinal=ordinal) for one in case.paragraphs):
            written = " or ".join(" ".join(spelling) for spelling in figure.spellings(ordinal=ordinal))
            yield (
                case.fact.place,
                f"the cited paragraphs never give {written} ({name})"
                + (_other(figure, case.paragraphs) or _read_there(figure, case.paragraphs)),
            )


def figures_not_of_dates(case: Case, context: Context) -> Findings:
    """A figure stands in a cited paragraph otherwise than as the day or year of a date."""
    del context
    for name, figure in figures(case) if case.paragraphs and case.fact.fields else ():
        giving = [one for one in case.paragraphs if one.amounts is not None and figure.value and not figure.unit]
        times = [(one, one.in_dates(figure.value or 0)) for one in giving]
        among = [(one, of_dates, sum(map(figure.is_given_by, one.amounts or ()))) for one, of_dates in times]
        if any(of_dates for _, of_dates, _ in among) and all(given <= of_dates for _, of_dates, given in among):
            paragraph = next(one for one, of_dates, _ in among if of_dates)
            yield case.fact.place, f"{paragraph} has {figure} ({name}) in a date alone; is that what it counts?"


def figures(case: Case) -> Iterator[tuple[str, Figure]]:
    """Each figure of a fact with the field that it stands in."""
    for name, value in case.fact.fields.items():
        if isinstance(value, Figure):
            yield name, value
        elif case.kind.fields[name] == "parts":
            yield from ((name, part["says"]) for part in value if part["says"] is not None)


def _gives(paragraph: CitedParagraph, figure: Figure, *, ordinal: bool) -> bool:
    """Whether a paragraph gives a figure: by its text, an amount of that value; by its index, the words for it."""
    english = paragraph.is_english
    if ordinal and english:
        return any_says((paragraph,), figure.spellings(ordinal=True))
    if paragraph.amounts is not None:
        return any(map(figure.is_given_by, paragraph.amounts))
    return any_says((paragraph,), figure.spellings(language=paragraph.language or ENGLISH))


def _other(figure: Figure, paragraphs: Sequence[CitedParagraph]) -> str:
    """That the figure is there in another currency."""
    amounts = (amount for one in paragraphs for amount in one.amounts or () if figure.has_value(amount.value))
    other = next(amounts, None)
    return f"; they give it in {other.currency_as_written}, not in {figure.unit}" if other and figure.unit else ""


def _read_there(figure: Figure, paragraphs: Sequence[CitedParagraph]) -> str:
    """That a paragraph has the figure as it is written, which is another number in its language: 1.200 in German."""
    from relgraph.reading.amounts import amounts_in  # noqa: PLC0415 - asked where a figure is wanting

    for one in paragraphs:
        read = {amount.value for amount in amounts_in(figure.text, one.language) if not figure.has_value(amount.value)}
        given = next((amount.value for amount in one.amounts or () if amount.value in read), None)
        if given is not None:
            return f"; in the language of {one} that is {given:.15g}: write it so"
    return ""
