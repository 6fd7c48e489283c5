"""Typing the values of a record: which keys a kind allows, and what is shared by many records."""

from __future__ import annotations

from relgraph.facts.parsing.values import Whens, end, plan_of
from relgraph.facts.records import UNDATED, End, When
from relgraph.reading.dates import parse_date
from relgraph.reading.fields import Fields
from relgraph.reading.tree import read_bytes
from relgraph.vocabulary.load import shipped_vocabulary
from relgraph.vocabulary.model import FIELD_TYPES


def fields(text: str) -> Fields:
    tree, problems = read_bytes(text.encode(), "x.yaml")
    assert tree is not None
    return Fields(tree, "x.yaml", problems)


def test_a_kind_allows_its_ends_its_fields_and_what_every_record_may_say() -> None:
    relations = shipped_vocabulary().relations
    common = {"kind", "status", "stance", "per", "note", "disputed", "withdrawn", "implies_nothing", "evidence"}

    assert plan_of(relations["tariff"], "x", {}).keys() == common | {
        *("id", "imposed_by", "upon"),
        *relations["tariff"].fields,
    }
    assert plan_of(relations["letter"], "x", {}).keys() == common | {
        *("name", "aliases", "sender", "recipient", "bearer"),
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
