"""Evidence has teeth: wrong paragraphs, ends, figures and dates, planted one at a time into real facts, are caught.

Against the texts where they are at hand, and against the word index always. What slips through is listed
in .pytest_cache/d/teeth/ (and printed with pytest -s).
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest

from relgraph.checks.check import check
from relgraph.checks.context import Context
from relgraph.checks.fact_rules import check_fact
from relgraph.checks.rule import breach
from relgraph.checks.rules import WHOLE_RULES
from relgraph.countries.table import table
from relgraph.facts.figures import Figure, parse_figure
from relgraph.facts.load import load
from relgraph.facts.records import Actor
from relgraph.reading.dates import parse_date
from relgraph.sources.library import Library
from relgraph.sources.paragraph import BY_INDEX, BY_TEXT
from tests.checkout import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact

LONGER = {
    "sudan": "South Sudan",
    "guinea": "Papua New Guinea",
    "ireland": "Northern Ireland",
    "mexico": "New Mexico",
    "china": "Republic of China",
    "republic-of-the-congo": "Democratic Republic of the Congo",
    "niger": "Niger Delta",
    "samoa": "American Samoa",
}
"""Countries, and longer names that hold theirs and mean something else."""

LEAST_SHARE = {"paragraph": 0.98, "end": 0.95, "figure": 1.0, "date": 1.0}


@dataclass(frozen=True)
class Planted:
    """A real fact with one thing in it made wrong."""

    kind: str
    what: str
    fact: Fact


def wrong_paragraphs(fact: Fact, dataset: Dataset) -> Iterator[Planted]:
    """Each citation moved to every other paragraph of its source."""
    for at, citation in enumerate(fact.evidence):
        for number in range(1, dataset.library.size(citation.source) + 1):
            if number != citation.paragraph:
                moved = citation._replace(paragraph=number)
                evidence = (*fact.evidence[:at], moved, *fact.evidence[at + 1 :])
                what = f"p {citation.paragraph} of {citation.source} -> p {number}"
                yield Planted("paragraph", what, fact._replace(evidence=evidence))


def wrong_ends(fact: Fact, context: Context) -> Iterator[Planted]:
    """Each end, and whoever says so, replaced by every other actor or node of the same kind."""
    for at, end in enumerate(fact.ends):
        for other in others(end.id, context):
            ends = (*fact.ends[:at], end._replace(id=other), *fact.ends[at + 1 :])
            yield Planted("end", f"{end.role}: {end.id} -> {other}", fact._replace(ends=ends))
    for at, speaker in enumerate(fact.per):
        for other in others(speaker, context):
            per = (*fact.per[:at], other, *fact.per[at + 1 :])
            yield Planted("end", f"per: {speaker} -> {other}", fact._replace(per=per))


def others(one: str, context: Context) -> list[str]:
    return [other for other, kind in context.kinds.items() if kind == context.kinds[one] and other != one]


def wrong_figures(fact: Fact) -> Iterator[Planted]:
    """Each figure, those of parts too, changed in several ways."""
    for name, value in fact.fields.items():
        if isinstance(value, Figure):
            for wrong in changed(value):
                yield Planted("figure", f"{name}: {value} -> {wrong}", with_field(fact, name, wrong))
        elif name == "parts":
            for at, part in enumerate(value):
                for wrong in changed(part["says"]):
                    parts = (*value[:at], {**part, "says": wrong}, *value[at + 1 :])
                    yield Planted("figure", f"{name}: {part['says']} -> {wrong}", with_field(fact, name, parts))


def wrong_dates(fact: Fact, context: Context) -> Iterator[Planted]:
    """Each date that is not marked as a reckoning, with another year, month or day, or day and month changed round."""
    named = {said.month for one in context.case(fact).paragraphs for said in one.dates.dates}
    for word, date in fact.when:
        for wrong in () if date.unsure or date.interval or "X" in date.text else other_dates(date.text, named):
            when = replace(fact.when, **{word: parse_date(wrong)})
            yield Planted("date", f"{word}: {date} -> {wrong}", fact._replace(when=when))


def other_dates(text: str, named: set[int]) -> list[str]:
    """Of a month without a day only those that the paragraphs do not name: nothing else tells two of them apart."""
    year, month, day = (*map(int, re.findall(r"\d+", text)), 0, 0)[:3]
    found = [(year - 7, month, day), (year + 7, month, day)]  # those about it are those of which the cards tell
    if month:
        found += [(year, other, day) for other in range(1, 13) if other != month and (day or other not in named)]
    if day:
        found += [(year, month, other) for other in (day - 1, day + 1, day + 10) if 1 <= other <= 28]
        found += [(year, day, month)] if day <= 12 and day != month else []
    return ["-".join((f"{y:04}", *(f"{part:02}" for part in (m, d) if part))) for y, m, d in found]


def with_field(fact: Fact, name: str, value: Any) -> Fact:  # noqa: ANN401 - a field holds what its type says
    return fact._replace(fields={**fact.fields, name: value})


def changed(figure: Figure) -> list[Figure]:
    """One more, one less, twice and ten times as much, two digits changed round."""
    digits = figure.digits
    number = float(digits) if "." in digits else int(digits)
    wrong = [str(number + 1), str(number - 1), str(number * 2), str(number * 10)]
    wrong += [digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :] for i in range(len(digits) - 1)]
    return [
        parse_figure(figure.text.replace(digits, text, 1)) for text in dict.fromkeys(wrong) if is_other(text, digits)
    ]


def is_other(text: str, digits: str) -> bool:
    return text != digits and text[0].isdigit() and text[-1].isdigit()


def planted(dataset: Dataset, context: Context, against: str) -> Iterator[Planted]:
    """Every mistake in the facts whose sources can all be checked in that way."""
    for fact in dataset.facts:
        if {dataset.library.state(citation.source) for citation in fact.evidence} != {against}:
            continue
        yield from wrong_paragraphs(fact, dataset)
        yield from wrong_ends(fact, context)
        yield from wrong_figures(fact)
        yield from wrong_dates(fact, context)


def is_caught(one: Planted, context: Context) -> bool:
    """Whether a rule finds an error: in the fact by itself, which is soon told, or in the whole with it."""
    if any(problem.is_error for problem in check_fact(one.fact, context)):
        return True
    facts = tuple(one.fact if fact.id == one.fact.id else fact for fact in context.dataset.facts)
    whole = Context(replace(context.dataset, facts=facts))
    return any(breach(rule, finding).is_error for rule in WHOLE_RULES for finding in rule.finds(whole))


def bite(dataset: Dataset, against: str) -> tuple[dict[str, float], list[str]]:
    """The share of each kind of mistake that is caught, and what is not."""
    context = Context(dataset)
    caught: dict[str, list[bool]] = defaultdict(list)
    missed = []
    for one in planted(dataset, context, against):
        found = is_caught(one, context)
        caught[one.kind].append(found)
        if not found:
            missed.append(f"{one.kind}: {one.fact.id} ({one.fact.place}): {one.what}")
    shares = {kind: sum(found) / len(found) for kind, found in caught.items()}
    lines = [f"{kind}: {sum(found)} of {len(found)} caught, {shares[kind]:.2%}" for kind, found in caught.items()]
    return shares, lines + missed


@pytest.fixture
def with_texts(texts: Path) -> Dataset:
    """The facts of this repository beside the texts."""
    return load(ROOT / "graph", texts=texts)


@pytest.mark.slow
@pytest.mark.parametrize("against", [BY_TEXT, BY_INDEX])
def test_wrong_evidence_is_caught(against: str, request: pytest.FixtureRequest) -> None:
    dataset: Dataset = request.getfixturevalue("with_texts" if against == BY_TEXT else "curated")
    assert check(dataset).errors == 0

    shares, lines = bite(dataset, against)

    report = request.config.cache.mkdir("teeth") / f"{against}.txt"
    report.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"\nagainst the {against}:", *lines, sep="\n  ")  # noqa: T201 - what was not caught is meant to be read
    assert all(shares[kind] >= least for kind, least in LEAST_SHARE.items()), lines[:3]


def renamed(dataset: Dataset, one: str, name: str) -> Dataset:
    """The dataset with every name of an actor in its texts changed into another."""
    every = sorted(dataset.names.known_as(one), key=len, reverse=True)
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, every))})\b")
    found = dataset.library.texts.items()
    texts = {source: tuple(pattern.sub(name, line) for line in lines) for source, lines in found}
    return replace(dataset, library=Library(dataset.library.cards, texts))


def with_country(dataset: Dataset, one: str) -> Dataset:
    entry = table()[one]
    actor = Actor(one, entry.kind, entry.name, iso=entry.codes["iso2"])
    return replace(dataset, actors={**dataset.actors, one: actor})


@pytest.mark.slow
def test_a_longer_name_never_vouches_for_one_inside_it(with_texts: Dataset) -> None:
    """Each country that a fact is about is renamed in the texts: by the shorter name the fact is then refused."""
    ends = {end.id for fact in with_texts.facts for end in fact.ends if with_texts.names.entry(end.id)}
    missed, planted_names = [], 0
    for at, one in enumerate(sorted(ends)):
        shorter, longer = list(LONGER.items())[at % len(LONGER)]
        before = Context(with_country(with_texts, shorter))
        after = Context(with_country(renamed(with_texts, one, longer), shorter))
        for fact in with_texts.facts:
            there = any(paragraph.names(shorter) for paragraph in before.case(fact).paragraphs)
            if one in {end.id for end in fact.ends} and not there:
                wrong = tuple(end._replace(id=shorter) if end.id == one else end for end in fact.ends)
                problems = check_fact(fact._replace(ends=wrong), after)
                planted_names += 1
                if not any(problem.rule == "mention" for problem in problems):
                    missed.append(f"{fact.id}: {longer} vouches for {shorter}")

    assert planted_names > 50
    assert missed == []
