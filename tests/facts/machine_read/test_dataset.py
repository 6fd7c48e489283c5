"""Ties that a machine read, as facts of a dataset that is asked for them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("pyarrow")

import pyarrow.parquet as pq

from relgraph.checks.refused import is_refused
from relgraph.errors import InputError, MisuseError
from relgraph.events.output import METADATA
from relgraph.facts.load import found_in, load
from relgraph.facts.machine_read.bring import bring_ties
from relgraph.facts.machine_read.dataset import with_machine_read
from relgraph.facts.sentences import sentence
from relgraph.facts.valid_time import standing
from relgraph.graph.views import View, select
from relgraph.reading.dates import Truth, day_asked
from tests.facts.machine_read.small_ties import (
    APRIL,
    COLUMNS,
    MAPPING,
    MARCH,
    NAME,
    PATH,
    TIES,
    imported,
    small,
    write_ties,
)
from tests.several import Small, several

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.facts.dataset import Dataset

OWN = ("made-up:clashes:egypt:kenya:threaten:2001-03-01", "made-up:talks:brazil:egypt:consult:2001-04-01")
KENYAN = ("made-up:talks:kenya:brazil:consult:2001-03-01", "made-up:talks:kenya:brazil:consult:2001-04-01")


def machine_read(dataset: Dataset) -> list[str]:
    return [fact.id for fact in dataset.all_facts if fact.machine_read]


def told(dataset: Dataset) -> dict[str, int]:
    return dict(dataset.machine_read["made-up"].left_out)


def test_ties_are_taken_where_they_are_asked_for_alone(tmp_path: Path) -> None:
    dataset = small(tmp_path)
    taken = with_machine_read(dataset)

    assert machine_read(dataset) == []
    assert dataset.machine_read == {}
    assert machine_read(taken) == sorted((*OWN, *KENYAN))
    assert taken.machine_read["made-up"].rows == len(TIES)
    assert told(taken) == {"a kind of event that the mapping does not name (yield)": 1, "fewer than 2 events": 1}
    assert machine_read(with_machine_read(dataset, ["clashes"])) == [OWN[0]]
    assert with_machine_read(taken) is taken


def test_a_tie_says_how_much_it_is_made_of(tmp_path: Path) -> None:
    taken = with_machine_read(small(tmp_path))
    fact = taken.by_id[OWN[0]]

    counts = "machine-read (events 5, sources 2, days 4, mean scale -4.40)"
    assert sentence(taken, fact) == f"Egypt towards Kenya: clashes (threaten), {counts}"
    assert (str(fact.when.since), str(fact.when.until)) == (MARCH[0].isoformat(), MARCH[1].isoformat())
    assert fact.note == "machine-read by query 0123456789ab"
    assert [str(one) for one in fact.evidence] == ["made-up row egypt-kenya-threaten-2001-03-01"]
    assert not is_refused(taken, fact)
    back = taken.vocabulary.relations["clashes"].walks[0].back
    assert back.startswith("{to} from {of}: clashes")


def test_examples_are_told_where_the_file_has_them(tmp_path: Path) -> None:
    named = [["e1", "e2", "", "e\u202e3", "e4"], *[None] * (len(TIES) - 1)]
    write_ties(tmp_path / PATH, [(*tie, one) for tie, one in zip(TIES, named, strict=True)], (*COLUMNS, "examples"))
    taken = with_machine_read(small(tmp_path, MAPPING.replace("least: {events: 2}", "least: {events: 1}")))
    fact = taken.by_id["made-up:clashes:egypt:kenya:fight:2001-03-01"]

    assert fact.fields["examples"] == ("e1", "e2")
    assert fact.note == "machine-read by query 0123456789ab; such as the events e1, e2"
    assert taken.by_id[OWN[0]].note == "machine-read by query 0123456789ab"


def test_nothing_follows_from_ties_and_no_total_counts_them(tmp_path: Path) -> None:
    """All but the ties is as it was: what is derived, in conflict, corroborated, a node or a member."""
    dataset = small(tmp_path)
    taken = with_machine_read(dataset)

    assert dataset.derived
    for name in ("derived", "corroborations", "conflicts", "nodes", "on_general", "holders", "mappings"):
        assert getattr(taken, name) == getattr(dataset, name)
    assert [fact for fact in taken.facts if not fact.machine_read] == list(dataset.facts)
    assert taken.counted is dataset.counted


@pytest.mark.parametrize(
    ("day", "truth"),
    [
        ("2001-03-01", Truth.YES),
        ("2001-03-31", Truth.YES),
        ("2001-04-01", Truth.NO),
        ("2001-02", Truth.NO),
        ("2001", Truth.YES),
        ("2001-03-20/2001-05", Truth.MAYBE),
    ],
)
def test_a_tie_is_one_of_its_period(tmp_path: Path, day: str, truth: Truth) -> None:
    """A day within it, or a time around it, takes it; of one that has a part of it nobody knows how many were then."""
    taken = with_machine_read(small(tmp_path))
    assert standing(taken.by_id[OWN[0]], day_asked(day)) is truth


def test_a_tie_never_ends_and_is_known_when_its_source_is(tmp_path: Path) -> None:
    taken = with_machine_read(small(tmp_path, MAPPING + "card: {published: 2003}\n"))

    def found(**view: Any) -> list[str]:  # noqa: ANN401 - fields of a view
        return [held.fact.id for held in select(taken, View(**view)) if held.fact.machine_read]

    assert len(found()) == 4
    assert found(known="2002") == []
    assert len(found(known="2004")) == 4
    assert found(as_of="2001-04-15") == sorted((OWN[1], KENYAN[1]))


def test_who_is_not_known_here_is_left_out_and_who_ships_comes_in(tmp_path: Path) -> None:
    ties = [
        ("japan", "kenya", "consult", *APRIL, 1, 1, 1, None),
        ("atlantis", "kenya", "consult", *APRIL, 1, 1, 1, None),
    ]
    write_ties(tmp_path / PATH, ties)
    dataset = small(tmp_path)
    taken = with_machine_read(dataset)

    assert told(taken) == {"an actor that is not known here": 1}
    assert taken.actors["japan"].name == "Japan"
    assert taken.actors.keys() - dataset.actors.keys() == {"japan"}


@pytest.mark.parametrize(
    ("tie", "why"),
    [
        (("kenya", "kenya", "consult", *APRIL, 1, 1, 1, None), "one with itself"),
        (("kenya", None, "consult", *APRIL, 1, 1, 1, None), "without an actor, a kind, a period or a count"),
        (("kenya", "egypt", "consult", *APRIL[::-1], 1, 1, 1, None), "a period that cannot be"),
        (("kenya", "egypt", "consult", MARCH[0], APRIL[1], 1, 1, 1, None), "a period that cannot be"),
        (("kenya", "egypt", "consult", APRIL[1], APRIL[1], 1, 1, 1, None), "a period that cannot be"),
        (("kenya", "egypt", "consult", *APRIL, 7, 1, 8, None), "counts that cannot be"),
        (("kenya", "egypt", "consult", *APRIL, 7, 8, 1, None), "counts that cannot be"),
        (("kenya", "egypt", "consult", *APRIL, 99, 1, 31, None), "counts that cannot be"),
        (("kenya", "brazil", "consult", *MARCH, 7, 7, 7, None), "the same as an earlier tie"),
        (("kenya", "egypt", "consult", *APRIL, -1, -1, -1, None), "fewer than 1 events"),
        (("kenya", "egypt", "consult", *APRIL, 1, 1, 1, float("nan")), "a scale that is no figure"),
        (("kenya", "egypt", "consult", *APRIL, 1, 1, 1, float("-inf")), "a scale that is no figure"),
        (("kenya", "egypt", "consult", *APRIL, 1, 1, 1, 1e300), "a scale that is no figure"),
    ],
)
def test_what_no_aggregation_writes_makes_no_tie(tmp_path: Path, tie: tuple[Any, ...], why: str) -> None:
    write_ties(tmp_path / PATH, [*TIES, tie])
    assert told(with_machine_read(small(tmp_path)))[why] == 1


def test_names_that_cannot_be_shown_make_no_tie(tmp_path: Path) -> None:
    write_ties(tmp_path / PATH, [("kenya", "egypt", "con\u202esult", *APRIL, 1, 1, 1, None)])
    mapping = MAPPING.replace("of: consult", 'of: "con\\u202Esult"')
    with pytest.raises(InputError):
        imported(tmp_path, mapping)


def test_a_weight_that_is_not_there_makes_no_tie(tmp_path: Path) -> None:
    write_ties(tmp_path / PATH, [(*tie[:6], 0, *tie[7:]) for tie in TIES])
    taken = with_machine_read(small(tmp_path, f"{MAPPING}weight: sources\n"))

    assert machine_read(taken) == []
    assert told(taken)["no sources, which are to be its weight"] == 4


def test_kinds_of_event_with_like_names_are_told_apart(tmp_path: Path) -> None:
    write_ties(tmp_path / PATH, [("egypt", "kenya", one, *MARCH, 1, 1, 1, None) for one in ("make aid", "make-aid")])
    taken = with_machine_read(small(tmp_path, MAPPING.replace("of: consult", "of: [make aid, make-aid]")))
    assert machine_read(taken) == [f"made-up:talks:egypt:kenya:{one}:2001-03-01" for one in ("make aid", "make-aid")]


def test_ties_without_a_direction_are_told_both_ways(tmp_path: Path) -> None:
    write_ties(tmp_path / PATH, directed=False)
    taken = with_machine_read(small(tmp_path))

    assert taken.vocabulary.relations["clashes"].symmetric
    assert sentence(taken, taken.by_id[OWN[0]]).startswith("Egypt and Kenya: clashes (threaten), machine-read (")


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({"machine_read": False}, "no file of ties that relgraph aggregate wrote"),
        ({"format": "relgraph ties 2"}, "no file of ties that relgraph aggregate wrote"),
        ({"query_sha256": "x"}, "no file of ties that relgraph aggregate wrote"),
        ({"period": "week"}, "no file of ties that relgraph aggregate wrote"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, told: dict[str, Any], message: str) -> None:
    write_ties(tmp_path / PATH, **told)
    with pytest.raises(InputError, match=message):
        small(tmp_path)


def test_files_of_another_shape_are_refused(tmp_path: Path) -> None:
    write_ties(tmp_path / PATH, [tie[:-2] for tie in TIES], COLUMNS[:-2])
    with pytest.raises(InputError, match=r"it has no column days"):
        small(tmp_path)
    (tmp_path / PATH).write_bytes(b"PAR1 and nothing more PAR1")
    with pytest.raises(InputError, match=r"made-up\.parquet: is damaged, or no Parquet file"):
        small(tmp_path)
    write_ties(tmp_path / PATH, [(*tie[:5], "many", *tie[6:]) for tie in TIES])
    with pytest.raises(InputError, match=r"is damaged"):
        small(tmp_path)
    write_ties(tmp_path / PATH)
    ties = pq.ParquetFile(tmp_path / PATH)
    told, rows = ties.metadata.metadata, ties.read()
    twice = rows.append_column("events", rows["events"])
    pq.write_table(twice.replace_schema_metadata(told), tmp_path / PATH)
    with pytest.raises(InputError, match=r"it has more than one column events"):
        small(tmp_path)
    pq.write_table(rows.replace_schema_metadata({METADATA: "[" * 200_000}), tmp_path / PATH)
    with pytest.raises(InputError, match=r"no file of ties that relgraph aggregate wrote"):
        small(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_no_file_of_ties(tmp_path: Path) -> None:
    mapping = small(tmp_path).graph / NAME.removeprefix("graph/")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match=r"pipe: cannot be read: not a regular file"):
        bring_ties(mapping, found_in(tmp_path / "graph", None, None), (), tmp_path / "pipe")


def test_a_file_that_is_gone_is_told_to_who_asks_for_it(tmp_path: Path) -> None:
    small(tmp_path)
    (tmp_path / PATH).unlink()
    dataset = load(tmp_path / "graph")

    assert dataset.problems == ()
    with pytest.raises(InputError, match=r"the ties of made-up \(made-up\.parquet\) are not at hand"):
        with_machine_read(dataset)


def test_without_pyarrow_it_is_said_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dataset = small(tmp_path)
    monkeypatch.setattr("relgraph.facts.machine_read.ties_file.find_spec", lambda _: None)
    with pytest.raises(InputError, match=r"pip install 'relgraph\[bulk\]'"):
        with_machine_read(dataset)


def test_two_mappings_may_make_one_kind_if_they_mean_the_same(tmp_path: Path) -> None:
    write_ties(tmp_path / "seeds/texts/other.parquet")
    other = MAPPING.replace("made-up.parquet", "other.parquet")
    dataset = small(tmp_path)
    for mapping, clash in ((other, False), (f"{other}weight: days\n", True)):
        (tmp_path / NAME.replace("made-up", "other")).write_text(mapping, encoding="utf-8")
        (tmp_path / "seeds/other.yaml").write_text(
            (tmp_path / "seeds/made-up.yaml").read_text(encoding="utf-8").replace("made-up", "other"), encoding="utf-8"
        )
        again = load(dataset.graph)
        if clash:
            with pytest.raises(InputError, match=r"clashes has another label, weight or direction in another mapping"):
                with_machine_read(again)
        else:
            assert len(machine_read(with_machine_read(again))) == 8


def test_several_datasets_are_not_asked_together(tmp_path: Path) -> None:
    with pytest.raises(MisuseError, match="one dataset at a time"):
        with_machine_read(several(tmp_path, a=Small(), b=Small()))
