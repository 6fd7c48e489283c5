"""Reading a vocabulary, and the proof that a new kind is an entry in it and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from relgraph.errors import InputError
from relgraph.facts.load import load
from relgraph.reading.dates import parse_date
from relgraph.vocabulary import load as loading
from relgraph.vocabulary.coherence import incoherences
from relgraph.vocabulary.consequences import Implication
from relgraph.vocabulary.kinds import Reading, RelationKind, Role, Walk
from relgraph.vocabulary.ladder import Ladder
from relgraph.vocabulary.load import load_vocabulary, shipped_vocabulary
from tests.vocabulary.entries import PACT, read
from tests.world import world_files

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.facts.dataset import Dataset
    from tests.fixture_types import WriteFolder
    from tests.world import World

NEW_KINDS = """
actors:
  bloc:
    section: blocs
    label: trade bloc
    members: [country]
ladders:
  kenya:
    owner: kenya
    rungs:
      relations: diplomatic relations
      priority: Priority Partnership
    beside: {historic: historic friendship}
  vietnam: {owner: vietnam, rungs: {relations: diplomatic relations, sp: Strategic Partnership}}
compare:
  - {kenya: priority, vietnam: sp}
statuses:
  suspended: {label: suspended, effect: ended, beware: [resumed]}
relations:
  sister-cities:
    section: sister_cities
    label: sister cities
    form: tie
    symmetric: true
    path: true
    time: state
    statuses: [intended, in-force, suspended]
    status: in-force
    kinds: [harbours]
    ends:
      one: {types: [city]}
      other: {types: [city], many: true}
      charter: {types: [treaty-body], optional: true}
    fields: {themes: texts, students: figure}
    reads: {forward: "{one} is a sister of {other}", back: "{other} is a sister of {one}"}
  treaty-body:
    section: treaty_bodies
    label: treaty body
    form: node
    time: state
    statuses: [in-force, ended]
    status: in-force
    ends:
      founders: {types: [country, bloc], many: true}
    walks:
      - {from: founders, to: founders, forward: "{from} set up {fact}", back: "{fact} unites {to} and {from}"}
    implies:
      - {kind: diplomatic-relations, from: founders, to: founders, rule: founders of a treaty body have relations}
  embargo:
    section: embargoes
    label: embargo
    plural: embargoes in force
    form: tie
    time: state
    statuses: [in-force, ended]
    status: in-force
    ends:
      by: {types: [country]}
      against: {types: [country, bloc], many: true}
    reads: {forward: "{by} trades no more with {against}", back: "{against} is shut out by {by}"}
"""

ACTORS = """
    cities:
      mombasa: {name: Mombasa, of: kenya}
    blocs:
      east: {name: the East, members: [kenya, egypt], basis: test}
"""

FACTS = """
    partnerships:
      - {of: kenya, with: egypt, tier: priority, since: 2020}
    sister_cities:
      - {one: mombasa, other: [nairobi, hanoi], kind: harbours, since: 2021, themes: [ports], students: 20}
      - {one: hanoi, other: nairobi, status: intended, charter: ports-council}
    treaty_bodies:
      ports-council: {name: Ports Council, founders: [kenya, malaysia], since: 2019}
    embargoes:
      - {by: russia, against: {every: east}, since: 2024}
"""


@pytest.fixture
def new_world(world: World) -> Dataset:
    """A small world that speaks of kinds which the package has never heard of."""
    return world(FACTS, {"graph/vocabulary.yaml": NEW_KINDS, "graph/actors/more.yaml": ACTORS})


def test_a_new_kind_is_an_entry_and_nothing_else(new_world: Dataset) -> None:
    facts = {fact.id: fact for fact in new_world.facts}

    assert set(facts) == {
        "talks:partnership:kenya:egypt:priority:2020",
        "talks:sister-cities:mombasa:nairobi:harbours:2021",
        "talks:sister-cities:mombasa:hanoi:harbours:2021",
        "talks:sister-cities:hanoi:nairobi:intended",
        "ports-council",
        "talks:embargo:russia:east:2024",
    }
    harbours = facts["talks:sister-cities:mombasa:hanoi:harbours:2021"]
    assert (harbours.at("one"), harbours.at("other")) == (("mombasa",), ("hanoi",))
    assert (harbours.type, harbours.status, harbours.when.since) == ("harbours", "in-force", parse_date("2021"))
    assert harbours.fields["themes"] == ("ports",)
    assert harbours.fields["students"].value == 20
    assert facts["talks:sister-cities:hanoi:nairobi:intended"].at("charter") == ("ports-council",)
    assert facts["ports-council"].at("founders") == ("kenya", "malaysia")
    assert facts["ports-council"].name == "Ports Council"
    assert new_world.nodes == (facts["ports-council"],)
    assert new_world.actors["east"].kind == "bloc"


def test_facts_follow_from_a_new_kind(new_world: Dataset) -> None:
    derived = {fact.id: fact.derivation for fact in new_world.derived}

    assert sorted(derived) == [
        "derived:diplomatic-relations:egypt:kenya",
        "derived:diplomatic-relations:kenya:malaysia",
        "talks:embargo:russia:east:2024:egypt",
        "talks:embargo:russia:east:2024:kenya",
    ]
    relations = derived["derived:diplomatic-relations:kenya:malaysia"]
    assert relations is not None
    assert (relations.rule, relations.premises) == ("founders of a treaty body have relations", ("ports-council",))


def test_a_new_ladder_ranks_the_ties_of_its_owner(new_world: Dataset) -> None:
    vocabulary = new_world.vocabulary

    assert vocabulary.ladder_of("kenya", "egypt").height("priority") == 2
    assert vocabulary.ladder_of("egypt", "kenya").label_of("historic") == "historic friendship"
    assert vocabulary.compare[-1] == {"kenya": "priority", "vietnam": "sp"}


def test_without_the_entry_the_same_facts_are_told_to_be_unknown(dataset: WriteFolder) -> None:
    folder = dataset(world_files(FACTS, {"graph/actors/more.yaml": ACTORS}))
    told = [problem.message.split(" is not a ")[0] for problem in load(folder / "graph").problems]

    assert told == ["blocs", "sister_cities", "treaty_bodies", "embargoes"]


def test_a_kind_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.yaml"
    path.write_text(NEW_KINDS, encoding="utf-8")
    vocabulary, problems = load_vocabulary(path, "graph/vocabulary.yaml")

    assert problems == []
    assert vocabulary.relations["sister-cities"] == RelationKind(
        id="sister-cities",
        section="sister_cities",
        label="sister cities",
        form="tie",
        time="state",
        statuses=("intended", "in-force", "suspended"),
        status="in-force",
        roles={
            "one": Role("one", frozenset({"city"})),
            "other": Role("other", frozenset({"city"}), many=True),
            "charter": Role("charter", frozenset({"treaty-body"}), optional=True),
        },
        symmetric=True,
        path=True,
        kinds=("harbours",),
        fields={"themes": "texts", "students": "figure"},
        walks=(Walk("one", "other", "{one} is a sister of {other}", "{other} is a sister of {one}"),),
    )
    assert vocabulary.relations["treaty-body"].implies == (
        Implication("diplomatic-relations", "founders", "founders", "founders of a treaty body have relations"),
    )
    assert vocabulary.ladders["kenya"] == Ladder(
        "kenya",
        "kenya",
        {"relations": "diplomatic relations", "priority": "Priority Partnership"},
        ("kenya",),
        beside={"historic": "historic friendship"},
    )
    assert vocabulary.actors["bloc"].plural == "trade blocs"
    assert vocabulary.relations["embargo"].plural_label == "embargoes in force"
    assert vocabulary.relations["sister-cities"].plural_label == "sister cities"
    assert shipped_vocabulary().relations.keys() < vocabulary.relations.keys()


def test_the_vocabulary_of_the_package_is_in_order() -> None:
    vocabulary = shipped_vocabulary()

    assert shipped_vocabulary() is vocabulary
    assert incoherences(vocabulary) == []
    assert {
        "country",
        "territory",
        "city",
        "person",
        "office",
        "body",
        "organisation",
        "group",
    } == vocabulary.actors.keys()
    assert {"partnership", "mission", "agreement", "membership", "hold", "event", "count"} < vocabulary.relations.keys()
    assert list(vocabulary.general.rungs) == ["relations", "cp", "sp", "csp"]
    assert [ladder.id for ladder in vocabulary.ladders.values() if ladder.owners] == []  # a country's stand in datasets


def slots(pattern: str) -> set[str]:
    return set(re.findall(r"\{([\w-]+)\}", pattern))


@pytest.mark.parametrize("kind", shipped_vocabulary().relations.values(), ids=lambda kind: kind.id)
def test_every_kind_of_the_package_can_be_read_from_either_end(kind: RelationKind) -> None:
    for walk in kind.walks:
        ends = {"from", "to"} if walk.source == walk.target else {walk.source, walk.target}
        assert walk.forward != walk.back or kind.words_of(None)  # a verb that changes is told from its doer's side
        for reading in (Reading(walk.forward, walk.back), *(reading for _, reading in walk.forms)):
            assert ends <= slots(reading.forward) & slots(reading.back)


@pytest.mark.parametrize("kind", shipped_vocabulary().relations.values(), ids=lambda kind: kind.id)
def test_the_usual_reading_of_every_kind_of_the_package_tells_each_end_field_and_narrower_kind(
    kind: RelationKind,
) -> None:
    usual = kind.whole or kind.walks[0]
    named = {*kind.roles, *kind.fields} - {*kind.unsaid}
    for pattern in (usual.forward, usual.back):
        assert named <= slots(pattern)
        assert not kind.kinds or slots(pattern) & {"kind", "narrower", *kind.words_of(None)}


def test_a_damaged_package_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "relations").mkdir()
    for name in loading.SHIPPED:
        (tmp_path / name).write_text("relations: [a]", encoding="utf-8")
    monkeypatch.setattr(loading, "TERMS", tmp_path)
    shipped_vocabulary.cache_clear()
    try:
        with pytest.raises(InputError, match=r"actors\.yaml:1: relations must be a mapping"):
            shipped_vocabulary()
    finally:
        shipped_vocabulary.cache_clear()


def told(folder: Path, text: str) -> list[str]:
    """What is wrong with a vocabulary that a dataset brings along; if anything, its one entry does not count."""
    vocabulary, problems = read(folder, text)
    assert not problems or vocabulary._replace(aside=frozenset()) == shipped_vocabulary()
    return problems


def test_without_a_file_the_vocabulary_is_that_of_the_package(tmp_path: Path) -> None:
    assert load_vocabulary(None, "v.yaml") == load_vocabulary(tmp_path / "none.yaml", "v.yaml")
    assert told(tmp_path, "") == []
    assert told(tmp_path, PACT) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("relations:", "relation:", "v.yaml:1: relation is not a field here; did you mean relations?"),
        ("  pact:\n", "  partnership:\n", "v.yaml:3: section of an entry that ships with relgraph stays as it is"),
        ("    section: pacts\n", "", "v.yaml:3: section is missing"),
        ("label: pact\n", "lable: pact\n", "v.yaml:4: lable is not a field here; did you mean label?"),
        ("form: tie", "form: tye", "v.yaml:5: tye is not a form; it may be tie, node, figure; did you mean tie?"),
        ("time: state", "time: always", "v.yaml:6: always is not a time; it may be moment, state, both, none"),
        ("time: state", "time: [state]", "v.yaml:6: time must be text"),
        ("statuses: [in-force]", "statuses: {a: b}", "v.yaml:7: statuses must be text or a list of texts"),
        ("status: in-force", "status:", "v.yaml:8: status is missing"),
        ("ends: {of: {types: [country]}, with: {types: [country]}}", "ends: []", "a kind of relation needs ends"),
        ("of: {types: [country]}", "of: country", "v.yaml:9: the end of wants {types: [kinds that may stand there]}"),
        ("of: {types: [country]}", "of: {types: [country], most: 2}", "v.yaml:9: most is not a field here"),
        (
            "    reads",
            "    fields: {a: number}\n    reads",
            "v.yaml:10: number is not a type of field; it may be text, texts",
        ),
        ("    reads", "    distinct: [of, with]\n    reads", "v.yaml:10: distinct must be a list of pairs of roles"),
        ("    reads", "    symmetric: maybe\n    reads", "v.yaml:10: symmetric must be yes or no"),
        ("    reads", "    implies: [x]\n    reads", "v.yaml:10: implies must be a mapping or a list of mappings"),
        ('reads: {forward: "{of} with {with}", back', "reads: {back", "v.yaml:10: forward is missing"),
    ],
)
def test_an_entry_of_the_wrong_shape_is_told_at_its_line(tmp_path: Path, old: str, new: str, problem: str) -> None:
    assert old in PACT
    assert any(problem in line for line in told(tmp_path, PACT.replace(old, new)))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "relations: {visits: {kinds: [x]}}",
            "v.yaml:1: visits is the section of visit; what adds to it is called visit",
        ),
        (
            "relations: {vist: {kinds: [x]}}",
            "v.yaml:1: vist is nothing that ships, to be added to; did you mean visit?",
        ),
        ("actors: {cities: {part_of: [body]}}", "v.yaml:1: cities is the section of city; what adds to it is called"),
        ("ladders: {k: {owner: kenya}}", "v.yaml:1: a ladder needs rungs, lowest first"),
        ("ladders: {k: {counts: twice, rungs: {a: b}}}", "twice is not a counts; it may be exclusive, inclusive"),
        ("ladders: {k: {rungs: {a: [b]}}}", "v.yaml:1: a must be text"),
        (
            "ladders: {k: {owner: kenya, rungs: {a: b}, evidence: {in: s, p: 1}}}",
            "evidence of the vocabulary wants {in:",
        ),
        ("ladders: {k: {owner: kenya, rungs: {a: b}, evidence: {p: 1, terms: [x]}}}", "v.yaml:1: in is missing"),
        ("ladders: {k: {owner: kenya, rungs: {a: b}, path: perhaps}}", "v.yaml:1: path must be yes or no"),
        ("compare: [{general: [sp]}]", "v.yaml:1: general must be text"),
        ("statuses: {s: {label: s, effect: none}}", "v.yaml:1: none is not an effect; it may be planned, agreed"),
        ("actors: [a]", "v.yaml:1: actors must be a mapping"),
        ("actors: {a: b}", "v.yaml:1: a must be a mapping of fields"),
        ("- a", "v.yaml:1: a mapping is expected here, not a list: fields, each with a name, a colon and a blank"),
        ("a: *x", "v.yaml:1: the alias *x is refused"),
    ],
)
def test_other_parts_of_the_wrong_shape_are_told_too(tmp_path: Path, text: str, problem: str) -> None:
    assert any(problem in line for line in told(tmp_path, text))
