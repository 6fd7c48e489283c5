"""Several datasets as one: who is whom, what stays apart, and how it is told apart and asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from relgraph.checks.check import check
from relgraph.errors import MisuseError
from relgraph.facts.load import load
from relgraph.facts.sentences import sentence
from relgraph.facts.united.part import names_of
from relgraph.facts.witnesses import beside
from tests.several import Small, relations, several, tie, write
from tests.world import FRIENDSHIP

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset


def notes(dataset: Dataset, rule: str) -> list[str]:
    return [str(problem) for problem in dataset.problems if problem.rule == rule]


def test_a_country_is_one_by_its_entry_whatever_it_is_called(tmp_path: Path) -> None:
    dataset = several(
        tmp_path,
        a=Small("countries: {viet-nam: {name: Việt Nam, iso: VN}}", relations(tie("viet-nam", "kenya"))),
        b=Small("countries: {republic: {name: Kenya, codes: {iso3: KEN}}}", relations(tie("republic", "vietnam"))),
    )

    assert list(dataset.actors) == ["kenya", "vietnam"]
    assert [sorted(fact.pair) for fact in dataset.stated] == [["kenya", "vietnam"]]
    assert [dataset.names.resolve(one) for one in ("viet-nam", "viet-nam@a", "vietnam@b", "VN", "republic")] == [
        *("vietnam", "vietnam", "vietnam", "vietnam", "kenya")
    ]
    assert dataset.actors["vietnam"].name == "Việt Nam"
    assert dataset.as_in_sets("kenya") == (("a", "kenya"), ("b", "republic"))


def test_others_are_one_by_a_code_that_both_declare_and_never_by_a_name(tmp_path: Path) -> None:
    dataset = several(
        tmp_path,
        a=Small("bodies: {league: {name: the League, codes: {igo: 017}}, court: {name: the Court}}"),
        b=Small("bodies: {union: {name: the Union, codes: {igo: 17}}, tribunal: {name: the Court}}"),
    )

    assert list(dataset.actors) == ["court", "league", "tribunal"]
    assert dataset.names.all_of("league") == ("the League", "the Union")
    assert [dataset.names.label(one) for one in ("court", "tribunal")] == ["the Court (a)", "the Court (b)"]


def test_one_id_of_two_who_have_no_code_in_common_is_two(tmp_path: Path) -> None:
    northland = "countries: {northland: {name: Northland}}"
    dataset = several(
        tmp_path,
        a=Small(northland, relations(tie("northland", "kenya"))),
        b=Small(northland, relations(tie("northland", "kenya"))),
    )

    assert list(dataset.actors) == ["kenya", "northland@a", "northland@b"]
    assert sorted(sentence(dataset, fact) for fact in dataset.stated) == [
        "Northland (a) has diplomatic relations with Kenya",
        "Northland (b) has diplomatic relations with Kenya",
    ]
    with pytest.raises(MisuseError, match=r'"northland" may mean northland@a .* northland@b .*say which by its id'):
        dataset.names.resolve("northland")
    assert dataset.names.resolve("northland@b") == "northland@b"
    assert dataset.names.resolve("northland (B)") == "northland@b"
    assert dataset.names.resolve("kenya@b") == "kenya"


@pytest.mark.parametrize(
    ("mine", "its", "why"),
    [
        ("{name: A, codes: {igo: 17, cow: 1}}", "{name: A, codes: {igo: 17, cow: 2}}", "their codes of cow differ"),
        (
            "{name: A, codes: {igo: 17}, until: 1945}",
            "{name: A, codes: {igo: 17}, since: 1950}",
            "not live at one time",
        ),
    ],
)
def test_what_speaks_against_a_code_keeps_two_apart_and_is_told(tmp_path: Path, mine: str, its: str, why: str) -> None:
    dataset = several(tmp_path, a=Small(f"bodies: {{x: {mine}}}"), b=Small(f"bodies: {{y: {its}}}"))

    assert list(dataset.actors) == ["x", "y"]
    (told,) = notes(dataset, "codes-in-doubt")
    assert told.startswith(f"{tmp_path}/b/graph/actors/all.yaml:1: note: y has the code igo 17, as x (")
    assert why in told


def test_of_two_kinds_are_two_actors(tmp_path: Path) -> None:
    dataset = several(
        tmp_path,
        a=Small("bodies: {x: {name: X, codes: {wikidata: Q1}}}"),
        b=Small("people: {x: {name: X, codes: {wikidata: Q1}}}"),
    )

    assert list(dataset.actors) == ["x@a", "x@b"]
    assert "one is a body, the other a person" in notes(dataset, "codes-in-doubt")[0]


def test_who_may_be_each_of_several_is_none_of_them(tmp_path: Path) -> None:
    dataset = several(
        tmp_path,
        a=Small("bodies: {x: {name: X, codes: {cow: 1, gw: 2}}}"),
        b=Small("bodies: {y: {name: Y, codes: {cow: 1}}, z: {name: Z, codes: {gw: 2}}}"),
    )

    assert list(dataset.actors) == ["x", "y", "z"]
    assert len(notes(dataset, "codes-in-doubt")) == 2


def test_a_code_of_another_country_joins_nobody_and_is_told(tmp_path: Path) -> None:
    dataset = several(
        tmp_path,
        a=Small("countries: {china: {name: China, iso: CN, codes: {cow: 710}}}", relations(tie("china", "kenya"))),
        b=Small(
            "countries: {vietnam: {name: Vietnam, iso: VN, codes: {cow: 710}}}", relations(tie("vietnam", "kenya"))
        ),
        c=Small("countries: {kenya: {name: Kenya, iso: VN}}", relations(tie("kenya", "egypt"))),
    )

    assert list(dataset.actors) == ["china", "egypt", "kenya", "kenya@c", "vietnam"]
    told = notes(dataset, "codes-in-doubt")
    assert any("vietnam has the code cow 710, as china (" in one for one in told)
    assert any("kenya has the code iso2 VN, as vietnam" in one for one in told)


def test_a_code_of_one_who_ships_in_another_is_told_without_a_place(tmp_path: Path) -> None:
    dataset = several(
        tmp_path,
        a=Small("countries: {kenya: {name: Kenya, iso: VN}}", relations(tie("kenya", "egypt"))),
        b=Small("", relations(tie("vietnam", "egypt"))),
    )

    told = [one.message for one in check(dataset).problems if one.rule == "code"]
    assert "kenya: the code VN is that of vietnam already, as it ships" in told


def test_what_a_dataset_refers_to_and_lacks_is_nobody_of_another(tmp_path: Path) -> None:
    dataset = several(
        tmp_path,
        a=Small("", relations(tie("kenya", "northland"))),
        b=Small("countries: {northland: {name: Northland}}"),
    )

    assert dataset.facts[0].pair == ("kenya", "northland@a")
    assert "northland@a" not in dataset.actors


def test_groups_with_other_members_are_two(tmp_path: Path) -> None:
    group = "groups: {powers: {name: the powers, members: [%s], basis: a pact, codes: {own: 1}}}"
    dataset = several(
        tmp_path,
        a=Small(group % "france, russia"),
        b=Small(group % "france, china"),
        c=Small(group % "russia, france"),
    )

    assert [one for one in dataset.actors if "powers" in one] == ["powers@a", "powers@b", "powers@c"]
    assert any("their members differ" in one for one in notes(dataset, "codes-in-doubt"))


def test_what_two_say_alike_is_one_tie_with_both_citations(tmp_path: Path) -> None:
    dataset = several(
        tmp_path, a=Small("", relations(tie("kenya", "vietnam"))), b=Small("", relations(tie("vietnam", "kenya")))
    )

    (fact,) = dataset.stated
    assert sorted(map(str, fact.evidence)) == ["news-a p 1", "news-b p 1"]
    assert beside(dataset, fact) == ["corroborated by 2 publishers"]


def test_what_two_say_otherwise_is_kept_twice_with_but(tmp_path: Path) -> None:
    dataset = several(
        tmp_path,
        a=Small("", relations(tie("kenya", "vietnam", ", since: 1973"))),
        b=Small("", relations(tie("kenya", "vietnam", ", since: 1975"))),
    )

    assert [beside(dataset, fact) for fact in dataset.stated] == [
        ["but since 1975 (news-b p 1, in b)"],
        ["but since 1973 (news-a p 1, in a)"],
    ]


def test_facts_of_one_id_that_say_different_things_are_both_kept_with_what_refers_to_them(tmp_path: Path) -> None:
    facts = """
        events:
          summit: {{kind: summit, name: the summit, on: 2025, host: {host}, evidence: {{p: 1, terms: [pact]}}}}
        participations: [{{participant: kenya, in: summit, evidence: {{p: 1, terms: [pact]}}}}]
    """
    dataset = several(tmp_path, a=Small("", facts.format(host="kenya")), b=Small("", facts.format(host="vietnam")))
    named = [one for one in dataset.by_id if one.startswith("summit")]

    (told,) = notes(dataset, "node-differs")
    place = f"{tmp_path}/a/graph/news-a.yaml:4"
    assert told.endswith(f"news-b.yaml:4: note: summit is another node than that of {place}, which has other ends")
    assert named == ["summit@a", "summit@b"]
    assert [dataset.names.label(one) for one in named] == ["the summit (a)", "the summit (b)"]
    assert sorted(fact.pair for fact in dataset.facts if fact.kind == "participation") == [
        ("kenya", one) for one in named
    ]


def test_a_node_of_one_id_that_two_tell_alike_is_one_whoever_is_cited(tmp_path: Path) -> None:
    facts = """
        events:
          summit: {{kind: summit, name: the summit, host: kenya, note: {0}, evidence: {{p: 1, terms: [pact]}}}}
          talks: {{kind: summit, name: the talks, host: {1}, part_of: summit}}
        participations: [{{participant: egypt, in: summit, evidence: {{p: 1, terms: [pact]}}}}]
    """
    dataset = several(tmp_path, b=Small("", facts.format("seen", "kenya")), a=Small("", facts.format("heard", "egypt")))
    summit = dataset.by_id["summit"]

    assert (sorted(map(str, summit.evidence)), summit.note) == (["news-a p 1", "news-b p 1"], "heard; seen")
    assert beside(dataset, summit) == ["corroborated by 2 publishers"]
    assert [fact.id for fact in dataset.nodes] == ["summit", "talks@a", "talks@b"]
    assert [len(fact.evidence) for fact in dataset.stated if fact.kind == "participation"] == [2]
    assert dataset.names.label("summit") == "the summit"


def test_whoever_a_record_names_in_its_fields_is_called_as_among_several(tmp_path: Path) -> None:
    northland = "countries: {northland: {name: Northland}}"
    total = """
        counts:
          - {of: kenya, counts: diplomatic-relations, says: 2, what: partners, named: [northland], per: northland,
             parts: [{what: one, says: 1, of: northland}, {what: others, says: 1}], evidence: {p: 1, terms: [pact]}}
    """
    dataset = several(tmp_path, a=Small(northland, total), b=Small(northland, total))

    for name in ("a", "b"):
        found = dataset.by_id[f"news-{name}:count:kenya"]
        assert (found.per, found.fields["named"]) == ((f"northland@{name}",), (f"northland@{name}",))
        assert [part["of"] for part in found.fields["parts"]] == [f"northland@{name}", None]


def test_an_id_that_looks_like_one_with_a_dataset_behind_it_is_nobody_elses(tmp_path: Path) -> None:
    northland = "countries: {northland: {name: Northland}}"
    dataset = several(
        tmp_path,
        a=Small(northland, "events: {northland@b: {kind: summit, on: 2025, host: northland}}"),
        b=Small(northland, relations(tie("northland", "kenya"))),
    )

    assert list(dataset.actors) == ["kenya", "northland@a", "northland@b@b"]
    assert dataset.by_id["northland@b"].kind == "event"
    assert len({fact.id for fact in dataset.facts}) == len(dataset.facts)


def test_an_actor_of_one_and_a_fact_of_another_may_have_one_id(tmp_path: Path) -> None:
    dataset = several(
        tmp_path,
        a=Small("bodies: {forum: {name: the Forum}}", relations(tie("forum", "kenya"))),
        b=Small("countries: {}", "events: {forum: {kind: summit, on: 2025, host: kenya}}"),
    )

    assert list(dataset.actors) == ["forum@a", "kenya"]
    assert [fact.id for fact in dataset.nodes] == ["forum@b"]


def test_a_code_that_many_have_joins_nobody_and_takes_no_time(tmp_path: Path) -> None:
    bodies = "\n".join(
        f"  {{name}}{number}: {{{{name: Body {number}, codes: {{{{own: 1}}}}}}}}" for number in range(300)
    )
    dataset = several(tmp_path, **{name: Small(f"bodies:\n{bodies.format(name=name)}") for name in ("a", "b", "c")})

    assert len(dataset.actors) == 900


def test_files_are_told_with_the_name_of_their_dataset(tmp_path: Path) -> None:
    dataset = several(tmp_path, a=Small("", relations(tie("kenya", "vietnam"))), b=Small("", ""))

    assert dataset.file_of(dataset.facts[0]) == "a/graph/news-a.yaml"
    assert dataset.whose(dataset.facts[0]) == "a"


def test_datasets_of_one_name_are_called_by_the_folders_around_them(tmp_path: Path) -> None:
    facts = relations(tie("kenya", "vietnam"))
    (one,) = write(tmp_path / "old", data=Small("", facts, "x"))
    (other,) = write(tmp_path / "new", data=Small("", facts, "y"))

    assert [part.name for part in load([one, other]).sets] == ["old-data", "new-data"]


def test_those_that_are_called_alike_are_told_apart_by_the_folders_around_them_and_others_not() -> None:
    folders = [Path("/of/treaties/graph"), Path("/of/visits/graph"), Path("/old/visits/graph"), Path("/old/of/visits")]

    assert names_of(folders[:2]) == ["treaties", "visits"]
    assert names_of(folders) == ["treaties", "of-visits", "old-visits", "old-of-visits"]


def test_a_dataset_is_called_as_the_link_that_it_is_named_by(tmp_path: Path) -> None:
    northland = Small("countries: {northland: {name: Northland}}")
    write(tmp_path, a=northland, b=northland)
    (tmp_path / "treaties").symlink_to(tmp_path / "a")

    assert list(load([tmp_path / "treaties/graph", tmp_path / "b/graph"]).actors) == [
        "northland@b",
        "northland@treaties",
    ]


def test_datasets_whose_folders_have_no_letters_to_be_called_by_are_numbered() -> None:
    assert names_of([Path("/!"), Path("/?"), Path("/visits/graph")]) == ["dataset-1", "dataset-2", "visits-3"]
    assert names_of([Path("/home/me/Visits/graph"), Path("/home/me/visits/graph")]) == ["visits-1", "visits-2"]


def test_a_dataset_that_is_given_twice_or_as_a_copy_counts_once(tmp_path: Path) -> None:
    small = Small("countries: {northland: {name: Northland}}", relations(tie("northland", "kenya")), "gazette")
    folders = write(tmp_path, a=small, b=small)

    assert load([folders[0], folders[0]]) == load(folders[0])
    assert load(folders) == load(folders[0])


def test_that_no_folder_is_named_or_one_is_missing_is_misuse(tmp_path: Path) -> None:
    (a,) = write(tmp_path, a=Small())

    with pytest.raises(MisuseError, match="no folder of facts is named"):
        load([])
    with pytest.raises(MisuseError, match="nowhere: no such folder of facts"):
        load([a, tmp_path / "nowhere"])


def test_circles_of_followers_end(tmp_path: Path) -> None:
    dataset = several(
        tmp_path,
        a=Small("bodies: {x: {name: X, follows: y, codes: {own: 1}}, y: {name: Y, codes: {own: 2}}}"),
        b=Small("bodies: {x: {name: X, codes: {own: 1}}, y: {name: Y, follows: x, codes: {own: 2}}}"),
    )

    assert [dataset.actors[one].follows for one in ("x", "y")] == [("y",), ("x",)]


def test_what_datasets_say_of_one_actor_differently_is_told(tmp_path: Path) -> None:
    dataset = several(
        tmp_path,
        a=Small("cities: {port: {name: Port, of: kenya, codes: {wikidata: Q9}}}"),
        b=Small("cities: {port: {name: Porto, of: egypt, codes: {wikidata: Q9}}}"),
    )

    (told,) = notes(dataset, "actor-differs")
    assert dataset.actors["port"].part_of == "kenya"
    assert told.endswith("which says of kenya, and that counts; here it is egypt")


def test_twenty_datasets_are_one(tmp_path: Path) -> None:
    ties = {f"s{number:02}": Small("", relations(tie("kenya", "vietnam"))) for number in range(20)}
    (fact,) = several(tmp_path, **ties).stated

    assert len(fact.sources) == 20


def test_a_folder_without_letters_between_two_of_one_name_is_passed_over() -> None:
    assert names_of([Path("/visits"), Path("/old/!/visits")]) == ["visits", "old-visits"]


@pytest.mark.parametrize(("usual", "own"), [("a", "b"), ("b", "a")])
def test_a_fact_of_one_id_may_be_of_a_kind_that_the_other_dataset_does_not_know(
    tmp_path: Path, usual: str, own: str
) -> None:
    friends = "friendships: [{id: one, of: kenya, with: egypt, evidence: {p: 1}}]"
    small = {
        usual: Small("", relations(tie("kenya", "egypt", ", id: one"))),
        own: Small("", friends, vocabulary=FRIENDSHIP),
    }
    dataset = several(tmp_path, **small)

    assert dataset.problems == ()
    assert {fact.id: fact.kind for fact in dataset.facts} == {
        f"one@{usual}": "diplomatic-relations",
        f"one@{own}": "friendship",
    }
