"""Typing the values of a record: which keys a kind allows, and what is shared by many records."""

from __future__ import annotations

from typing import Any

import pytest

from relgraph.facts.figures import parse_figure
from relgraph.facts.parsing.values import Whens, end, plan_of
from relgraph.facts.records import UNDATED, Actor, Citation, End, When, Withdrawal
from relgraph.reading.dates import parse_date
from relgraph.reading.fields import Fields
from relgraph.reading.tree import read_bytes
from relgraph.vocabulary.kinds import FIELD_TYPES
from relgraph.vocabulary.load import shipped_vocabulary


def fields(text: str) -> Fields:
    tree, problems = read_bytes(text.encode(), "x.yaml")
    assert tree is not None
    return Fields(tree, "x.yaml", problems)


def test_a_kind_allows_its_ends_its_fields_and_what_every_record_may_say() -> None:
    relations = shipped_vocabulary().relations
    common = {
        "kind",
        "status",
        "stance",
        "per",
        "note",
        "disputed",
        "withdrawn",
        "implies_nothing",
        "inferred",
        "evidence",
    }

    assert plan_of(relations["tariff"], "x", {}).keys() == common | {
        *("id", "imposed_by", "upon"),
        *relations["tariff"].fields,
    }
    assert plan_of(relations["letter"], "x", {}).keys() == common | {
        *("name", "aliases", "article", "sender", "recipient", "bearer"),
        *relations["letter"].fields,
    }


def test_every_type_of_field_has_a_reader() -> None:
    kind = shipped_vocabulary().relations["tariff"]._replace(fields={f"a_{one}": one for one in FIELD_TYPES})

    assert {f"a_{one}" for one in FIELD_TYPES} < plan_of(kind, "x", {}).keys()


def test_a_field_of_the_kind_comes_before_what_every_record_may_say() -> None:
    plan = plan_of(shipped_vocabulary().relations["count"], "x", {})

    assert plan["kind"](fields("kind: whatever it says"), "kind") == "whatever it says"


def test_an_id_makes_one_end_and_unknown_none() -> None:
    assert end("of", "kenya") == (End("of", "kenya"),)
    assert end("of", "kenya") is end("of", "kenya")
    assert end("of", "unknown") == ()


COUNTRIES = {
    "vietnam": Actor("vietnam", "country", "Việt Nam", capital="hanoi"),
    "kenya": Actor("kenya", "country", "Kenya"),
}


def value(kind: str, text: str) -> tuple[Any, list[tuple[int, str, str]]]:
    """The typed value of a record's only key, as a kind reads it, and the line, rule and message of each problem."""
    record = fields(text)
    (key,) = record.tree
    read = plan_of(shipped_vocabulary().relations[kind], "x", COUNTRIES)[key](record, key)
    return read, [(problem.place.line, problem.rule, problem.message) for problem in record.problems]


@pytest.mark.parametrize(
    ("kind", "text", "ends"),
    [
        ("tariff", "upon: kenya", [End("upon", "kenya")]),
        ("tariff", 'upon: ""', []),
        ("tariff", "upon: {capital: vietnam}", [End("upon", "vietnam", capital=True)]),
        ("mission", "seat: {capital: vietnam}", [End("seat", "hanoi", capital=True)]),
        ("partnership", "with: kenya", [End("with", "kenya")]),
        ("partnership", "with: {every: asean}", [End("with", "asean", every=True)]),
        ("partnership", "with: [asean, {every: asean}]", [End("with", "asean"), End("with", "asean", every=True)]),
        (
            "partnership",
            "with: [kenya, unknown, {capital: vietnam}]",
            [End("with", "kenya"), End("with", "vietnam", capital=True)],
        ),
        ("partnership", "with: []", []),
    ],
)
def test_an_end_is_an_id_a_list_a_group_or_a_capital(kind: str, text: str, ends: list[End]) -> None:
    assert value(kind, text) == (tuple(ends), [])


WANTED = "takes an id, {every: group} or {capital: country}"


@pytest.mark.parametrize(
    ("kind", "text", "rule", "message"),
    [
        ("tariff", "upon: [kenya]", "shape", "upon takes one id, not a list"),
        ("tariff", "upon: {every: asean}", "shape", "upon takes one id; every stands for several"),
        ("tariff", "upon: {all: asean}", "shape", f"upon {WANTED}"),
        ("tariff", "upon: {}", "shape", f"upon {WANTED}"),
        ("tariff", "upon: {capital: ''}", "shape", f"upon {WANTED}"),
        ("tariff", "upon: {capital: [vietnam]}", "shape", f"upon {WANTED}"),
        ("tariff", "upon: {capital: vietnam, every: asean}", "shape", f"upon {WANTED}"),
        ("tariff", "upon: {capital: northland}", "reference", "no capital is given for northland"),
        ("tariff", "upon: {capital: antarctica}", "reference", "no capital is given for antarctica"),
        ("partnership", "with: [[kenya]]", "shape", "with must be a list of ids"),
        ("partnership", "with: ['']", "shape", "with must be a list of ids"),
        ("partnership", "with: [{any: asean}]", "shape", f"with {WANTED}"),
    ],
)
def test_what_is_no_end_is_told_once_and_left_out(kind: str, text: str, rule: str, message: str) -> None:
    assert value(kind, text) == ((), [(1, rule, message)])


def test_the_rest_of_a_list_stands_where_one_of_it_is_wrong() -> None:
    ends, problems = value("partnership", "with: [kenya, [egypt], vietnam]")

    assert ends == (End("with", "kenya"), End("with", "vietnam"))
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        ("evidence: {p: 3, terms: [a, b]}", [Citation("x", 3, ("a", "b"))]),
        ("evidence: {p: 3}", [Citation("x", 3)]),
        ("evidence: {in: y, p: 3}", [Citation("y", 3)]),
        ("evidence: {p: 3, in: ''}", [Citation("x", 3)]),
        ("evidence: {p: 3, terms: a, inferred: yes}", [Citation("x", 3, ("a",), inferred=True)]),
        ("evidence: {p: 3, despite: former}", [Citation("x", 3, (), ("former",))]),
        ("evidence: {p: 3, terms: a, despite: [b]}", [Citation("x", 3, ("a",), ("b",))]),
        ("evidence: [{p: 999999}, {p: 1, in: y, terms: a}]", [Citation("x", 999_999), Citation("y", 1, ("a",))]),
        ("evidence: []", []),
    ],
)
def test_evidence_is_a_citation_or_several(text: str, citations: list[Citation]) -> None:
    assert value("visit", text) == (tuple(citations), [])


NUMBER = "p must be the number of a paragraph"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("evidence: 3", "evidence wants {p: paragraph, terms: [...]}, or a list of such"),
        ("evidence: [3]", "evidence wants {p: paragraph, terms: [...]}, or a list of such"),
        ("evidence: [{p: 3}, 3]", "evidence wants {p: paragraph, terms: [...]}, or a list of such"),
        *[(f"evidence: {{p: {p}}}", NUMBER) for p in ("0", "1000000", "-1", "٣", "²", "1.0", "[1]", "{a: 1}", "''")],
        ("evidence: {terms: a}", NUMBER),
    ],
)
def test_what_is_no_citation_is_told_and_stands_as_one_of_paragraph_0(text: str, message: str) -> None:
    (found, problems) = value("visit", text)

    assert found[-1].paragraph == 0
    assert [told.startswith(message) for _, _, told in problems] == [True]
    assert {rule for _, rule, _ in problems} <= {"shape", "evidence"}


def test_a_wrong_key_of_a_citation_is_told_where_it_stands() -> None:
    found, problems = value("visit", "evidence:\n- p: 3\n  terms: a\n- p: 4\n  term: b")

    assert found == (Citation("x", 3, ("a",)), Citation("x", 0, ("b",)))
    assert [citation.place.line for citation in found] == [2, 4]
    assert problems == [(5, "evidence", "term is not a field here; did you mean terms?")]


def test_a_choice_is_one_of_those_that_the_kind_has() -> None:
    assert value("visit", "status: under-way") == ("under-way", [])
    assert value("visit", "kind: state") == ("state", [])
    assert value("visit", "stance: against") == ("against", [])
    assert value("tariff", "status: occurred") == (
        None,
        [(1, "status", "occurred is not a status; it may be proposed, in-force, ended")],
    )
    assert value("visit", "kind: [state]")[0] is None


def test_who_takes_a_fact_back_says_when_and_why() -> None:
    on = parse_date("2026")
    assert on is not None
    assert value("visit", "withdrawn: {on: 2026, why: misread}") == (Withdrawal(on, "misread"), [])
    for text in ("{on: 2026}", "{why: misread}", "{}", "{on: unknown, why: misread}"):
        assert value("visit", f"withdrawn: {text}") == (None, [(1, "shape", "withdrawn wants {on: date, why: text}")])


def test_a_figure_is_read_or_told() -> None:
    assert value("tariff", "rate: 20 %") == (parse_figure("20 %"), [])
    assert value("tariff", "rate:") == (None, [])
    assert value("event", "ordinal: 4") == (parse_figure("4"), [])
    ((_, rule, message),) = value("tariff", "rate: many")[1]
    assert (rule, message.startswith('"many" is not a figure')) == ("figure", True)


def test_parts_of_a_count_say_what_how_many_and_of_whom() -> None:
    found, problems = value("count", "parts: [{what: Asia, says: 19, of: asean}, {says: 3}, {off: x}]")

    assert found == (
        {"what": "Asia", "of": "asean", "says": parse_figure("19")},
        {"what": None, "of": None, "says": parse_figure("3")},
        {"what": None, "of": None, "says": None},
    )
    assert problems == [(1, "shape", "off is not a field here; did you mean of?")]


def test_dates_are_read_once_for_each_combination() -> None:
    whens = Whens()
    since = whens.of(fields("since: 2025"))

    assert since == When(since=parse_date("2025"))
    assert whens.of(fields("{tier: sp, since: 2025}")) is since
    assert whens.of(fields("seen: 2025")) == When(seen=parse_date("2025"))
    assert whens.of(fields("on: unknown")) == whens.of(fields("of: kenya")) == UNDATED


def test_wrong_dates_are_told_in_every_record_that_has_them() -> None:
    whens = Whens()

    for wrong in ("since: Feb 2025", "since: Feb 2025", "since: [2025]", "since: {a: b}"):
        record = fields(wrong)
        assert whens.of(record) == UNDATED
        assert len(record.problems) == 1
