"""Facts as sentences: all that changes the meaning is told, and nothing reads as more than it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.facts.sentences import along, dates, listed, sentence, unsaid
from relgraph.facts.statuses import status_label
from relgraph.facts.tiers import tier_label
from relgraph.facts.titles import called, titled
from relgraph.graph.multigraph import build_graph
from relgraph.graph.views import View, select
from relgraph.reading.dates import Truth, day_asked
from relgraph.vocabulary.kinds import FACT_ITSELF, Walk

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.world import World

TREATY = """
    agreements:
      treaty: {name: the Treaty, parties: [kenya, vietnam]}
"""
BOND = """
relations:
  bond:
    section: bonds
    label: bond
    form: tie
    time: state
    statuses: [intended, negotiated, signed, in-force, ended]
    status: in-force
    kinds: [blood-tie]
    ends:
      from: {types: [country]}
      to: {types: [country]}
      tier: {types: [country], optional: true}
      witness: {types: [country], many: true, optional: true}
    fields: {vow: text, strength: figure}
    reads:
      forward: "{from} is bound to {to}"
      back: "{to} binds {from}"
"""


def read(dataset: Dataset, number: int, start: str, end: str, walk: int = 0) -> str:
    """A fact as it reads along a walk of its kind."""
    fact = dataset.facts[number]
    return along(dataset, fact, dataset.vocabulary.relations[fact.kind].walks[walk], start, end)


def told(world: World, facts: str) -> str:
    """The sentence of the first fact of a world."""
    dataset = world(facts)
    return sentence(dataset, dataset.facts[0])


def bond(world: World, more: str = "") -> str:
    """The sentence of a fact of a dataset's own kind, which has no forms, and ends called like words of patterns."""
    text = f"bonds: [{{from: kenya, to: egypt, {more}}}]"
    dataset = world(text, {"graph/vocabulary.yaml": BOND})
    return sentence(dataset, dataset.facts[0])


def test_a_symmetric_tie_reads_from_both_ends(world: World) -> None:
    dataset = world("partnerships: [{of: vietnam, with: united-kingdom, tier: csp}]")

    assert read(dataset, 0, "vietnam", "united-kingdom") == (
        "Việt Nam has a Comprehensive Strategic Partnership with United Kingdom"
    )
    assert read(dataset, 0, "united-kingdom", "vietnam") == (
        "United Kingdom has a Comprehensive Strategic Partnership with Việt Nam"
    )


def test_a_directed_tie_says_who_does_what_from_both_ends(world: World) -> None:
    dataset = world("tariffs: [{imposed_by: france, upon: kenya, rate: 20 %, previous_rate: 46 %, goods: tea}]")

    assert read(dataset, 0, "france", "kenya") == "France levies a tariff of 20 % on Kenya, for tea (before: 46 %)"
    assert read(dataset, 0, "kenya", "france") == "Kenya faces a tariff of 20 % of France, for tea (before: 46 %)"
    assert sentence(dataset, dataset.facts[0]) == read(dataset, 0, "france", "kenya")


def test_parties_of_one_role_read_from_whichever_is_first(world: World) -> None:
    dataset = world(TREATY)

    assert read(dataset, 0, "kenya", "vietnam") == "Kenya and Việt Nam have an agreement, the Treaty"
    assert read(dataset, 0, "vietnam", "kenya") == "Việt Nam and Kenya have an agreement, the Treaty"


def test_a_mission_reads_from_sender_and_from_host(world: World) -> None:
    dataset = world("missions: {e: {name: the Embassy, kind: embassy, sender: vietnam, host: egypt, covers: [kenya]}}")

    assert read(dataset, 0, "vietnam", "kenya") == "Việt Nam is accredited to Kenya through an embassy in Egypt"
    assert read(dataset, 0, "kenya", "vietnam") == "Kenya is covered by Việt Nam through an embassy in Egypt"
    assert read(dataset, 0, "egypt", "vietnam", 1) == "Egypt hosts an embassy of Việt Nam, accredited to Kenya"
    assert sentence(dataset, dataset.facts[0]) == "Việt Nam keeps an embassy in Egypt, accredited to Kenya"


def test_a_walk_to_the_fact_itself_names_it(world: World) -> None:
    dataset = world("events: {fair: {name: the Fair, host: kenya, on: 2025}}")

    assert read(dataset, 0, "kenya", "fair") == "Kenya hosted the Fair"
    assert read(dataset, 0, "fair", "kenya") == "the Fair was hosted by Kenya"


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ("agreements: {t: {name: the Treaty, kind: convention, parties: [kenya, egypt], topics: [water, tea]}}",
         "the Treaty (convention) is an agreement between Kenya and Egypt, on water and tea"),
        ("agreements: {t: {name: the Treaty, parties: [kenya, egypt], status: proposed}}",
         "the Treaty is proposed between Kenya and Egypt"),
        ("envoys: [{envoy: ruto, of: kenya, to: egypt, title: ambassador}]",
         "William Ruto is an envoy of Kenya to Egypt, as ambassador"),
        ("visits: [{visitor: ruto, host: vietnam, kind: state, place: hanoi, on: 2025}]",
         "William Ruto paid a state visit to Việt Nam at Hà Nội"),
        ("visits: [{visitor: ruto, host: vietnam, kind: official, status: intended}]",
         "William Ruto is to pay an official visit to Việt Nam (intended)"),
        ("measures: [{issuer: france, target: kenya, kind: sanction, topics: [tea]}]",
         "France maintains sanctions against Kenya, on tea"),
        ("statements: {s: {name: s, speaker: ruto, about: [kenya], says: all is well, kind: assessment}}",
         "William Ruto said of Kenya: all is well (assessment)"),
        ("statements: {s: {name: s, about: [kenya], says: all is well, by: officials}}",
         "It was said of Kenya: all is well, as told by officials"),
        ("statements: {s: {name: s, about: [kenya], says: all is well, per: france}}",
         "According to France, it was said of Kenya: all is well"),
        ("proposals: {p: {name: Kenya's request, kind: request, proposer: kenya, to: egypt, topics: [tea]}}",
         "Kenya put forward Kenya's request to Egypt (proposed): tea"),
        ("events: {e: {name: the Spring Forum, kind: forum, host: kenya, on: 2025}}",
         "the Spring Forum took place, hosted by Kenya"),
        ("events: {e: {name: the Gathering, kind: forum, host: kenya, on: 2025}}",
         "the Gathering (forum) took place, hosted by Kenya"),
        ("elections: [{elected: kenya, to: united-nations, votes: 180, term: 2026/2028, distinction: most votes}]",
         "Kenya was elected to United Nations with 180 votes, for the term 2026 to 2028, most votes"),
        ("indicators: [{of: kenya, what: growth, value: more than 20 %, base: the year before}]",
         "Kenya, growth: more than 20 % compared with the year before"),
        ("counts: [{of: vietnam, what: partners, says: 14, bound: more-than, out_of: 200, as_of: 2025-02}]",
         "Việt Nam: more than 14 partners out of 200 as of February 2025"),
        ("participations: [{participant: kenya, in: fair, ordinal: 3, as: guest}]\nevents: {fair: {name: the Fair}}",
         "Kenya took part in the Fair as guest, for the 3rd time"),
        ("supports: [{supporter: france, supported: kenya, on: 2024, per: united-nations}]",
         "According to United Nations, France supported Kenya"),
    ],
)  # fmt: skip
def test_every_end_field_kind_and_speaker_is_told(world: World, fact: str, words: str) -> None:
    dataset = world(fact)

    assert words in [sentence(dataset, one) for one in dataset.facts]


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ("counts: [{of: vietnam, what: partners, says: more than 14}]", "Việt Nam: more than 14 partners"),
        ("counts: [{of: vietnam, counts: partnership, says: 14}]", "Việt Nam: 14 partnerships"),
        (
            "counts: [{of: vietnam, counts: partnership, tier: csp, says: 1}]",
            "Việt Nam: 1 partnership (Comprehensive Strategic Partnership)",
        ),
        (
            "counts: [{of: vietnam, counts: consular-case, kind: hostage-taking, role: in, says: 3}]",
            "Việt Nam: 3 consular cases (hostage taking, as in)",
        ),
        ("counts: [{of: vietnam, what: partners}]", "Việt Nam: unknown partners"),
        ("counts: [{of: vietnam, says: 14, disputed: yes}]", "Disputed: Việt Nam: 14 stated count"),
        ("indicators: [{of: kenya, what: growth, status: proposed}]", "Kenya, growth: unknown (proposed)"),
    ],
)
def test_a_figure_is_told_of_its_bearer_whatever_it_lacks(world: World, record: str, words: str) -> None:
    assert told(world, record) == words


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ("", "Việt Nam has a Strategic Partnership with Kenya"),
        ("status: in-force", "Việt Nam has a Strategic Partnership with Kenya"),
        ("status: explored", "Việt Nam explores a Strategic Partnership with Kenya"),
        ("status: intended", "Việt Nam intends a Strategic Partnership with Kenya"),
        ("status: proposed", "Việt Nam proposes a Strategic Partnership with Kenya"),
        ("status: negotiated", "Việt Nam negotiates a Strategic Partnership with Kenya"),
        ("status: signed", "Việt Nam signed a Strategic Partnership with Kenya"),
        ("status: ended", "Việt Nam formerly had a Strategic Partnership with Kenya"),
        ("stance: against", "Việt Nam has no Strategic Partnership with Kenya"),
        ("stance: against, status: ended", "Việt Nam has no Strategic Partnership with Kenya"),
        ("disputed: yes", "Disputed: Việt Nam has a Strategic Partnership with Kenya"),
        ("withdrawn: {on: 2025, why: a mistake}", "Withdrawn: Việt Nam has a Strategic Partnership with Kenya"),
        ("status: intended, disputed: yes", "Disputed: Việt Nam intends a Strategic Partnership with Kenya"),
        ("step: upgraded, in_field: energy", "Việt Nam has a Strategic Partnership with Kenya in energy (upgraded)"),
    ],
)
def test_what_is_not_simply_so_never_reads_as_if_it_were(world: World, more: str, words: str) -> None:
    assert told(world, f"partnerships: [{{of: vietnam, with: kenya, tier: sp, {more}}}]") == words


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ("", "Kenya is bound to Egypt"),
        ("status: intended", "It is intended that Kenya is bound to Egypt"),
        ("status: negotiated", "It is under negotiation that Kenya is bound to Egypt"),
        ("status: signed", "(signed) Kenya is bound to Egypt"),
        ("status: ended", "It is no longer so that Kenya is bound to Egypt"),
        ("stance: against", "It is denied that Kenya is bound to Egypt"),
        ("kind: blood-tie, vow: for ever", "Kenya is bound to Egypt; kind: blood tie; vow: for ever"),
        ("witness: [france, brazil], strength: 3", "Kenya is bound to Egypt; witness: France and Brazil; strength: 3"),
        ("tier: brazil", "Kenya is bound to Egypt; tier: Brazil"),
    ],
)  # fmt: skip
def test_a_kind_without_forms_still_reads_rightly_and_loses_nothing(world: World, more: str, words: str) -> None:
    assert bond(world, more) == words


def test_tiers_and_statuses_have_their_full_names(world: World) -> None:
    dataset = world("""
        partnerships:
          - {id: in-one-field, of: vietnam, with: kenya, tier: sectoral, status: negotiated}
          - {id: unranked, of: kenya, with: egypt}
    """)
    one, other = dataset.facts

    assert tier_label(dataset, one) == "strategic partnership in one field"
    assert tier_label(dataset, other) == "partnership"
    assert status_label(dataset, one) == "under negotiation"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("since: 2025", "since 2025"),
        ("since: ../2025", "since 2025 at the latest"),
        ("since: 2025/..", "since 2025 at the earliest"),
        ("since: 2024, until: 2026-02?", "since 2024, until February 2026 (unsure)"),
        ("since: 2024, until: ongoing", "since 2024, ongoing"),
        ("seen: 2024/2025", "seen between 2024 and 2025"),
        ("since: unknown", ""),
        ("since: 2027, status: intended", "from 2027"),
    ],
)
def test_dates_are_told_as_precisely_as_they_are_known(world: World, written: str, told: str) -> None:
    dataset = world(f"partnerships: [{{of: vietnam, with: kenya, tier: sp, {written}}}]")

    assert dates(dataset, dataset.facts[0]) == told


def test_what_follows_by_a_rule_lasted_at_least_as_long_as_its_premise(world: World) -> None:
    embassy = "missions: {m: {sender: vietnam, host: kenya, kind: embassy, since: 1960, until: 1985}}\n"
    severed = "diplomatic_steps: [{by: kenya, with: vietnam, kind: severance, on: 1970-04-02}]"

    assert [dates(dataset, dataset.derived[0]) for dataset in (world(embassy), world(embassy + severed))] == [
        "since 1960 at the latest, at least until 1985",
        "since 1960 at the latest, until 2 April 1970",
    ]


@pytest.mark.parametrize("status", ["intended", "signed", "in-force", "ended"])
def test_how_a_tier_came_about_is_told_in_every_form(world: World, status: str) -> None:
    dataset = world(f"partnerships: [{{of: vietnam, with: kenya, tier: sp, step: lowered, status: {status}}}]")

    assert sentence(dataset, dataset.facts[0]).endswith("Strategic Partnership with Kenya (lowered)")


@pytest.mark.parametrize(
    ("forward", "told"),
    [
        ("between {of} and {with}", "Between Kenya and Egypt"),
        ("[{tea} in ]{of}[: {fact}]", "Kenya: talks:partnership:kenya:egypt"),
        ("[{tea} of|nothing of] {of}", "Nothing of Kenya"),
        ("{of} and {nobody}", "Kenya and (unknown nobody)"),
        ("{of} {", "Kenya {"),
        ("{of.__class__} {0} {}", "{of.__class__} (unknown 0) {}"),
    ],
)
def test_a_phrase_takes_names_and_nothing_else(world: World, forward: str, told: str) -> None:
    dataset = world("partnerships: [{of: kenya, with: egypt}]")

    assert along(dataset, dataset.facts[0], Walk("of", "with", forward, "back"), "kenya", "egypt") == told


def test_a_name_may_hold_braces(world: World) -> None:
    dataset = world(
        "partnerships: [{of: braces, with: kenya}]", {"graph/actors/more.yaml": 'countries: {braces: {name: "{with}"}}'}
    )

    assert sentence(dataset, dataset.facts[0]) == "{with} has a partnership with Kenya"


def test_names_that_are_lent_stand_in_the_place_of_the_usual_ones(world: World) -> None:
    dataset = world(TREATY)
    fact = dataset.facts[0]
    walk = dataset.vocabulary.relations["agreement"].walks[0]

    lent = {"kenya": "<0>", "vietnam": "<1>", "treaty": "<2>"}
    assert (
        along(dataset, fact, walk, "kenya", "vietnam", label=lent.__getitem__) == "<0> and <1> have an agreement, <2>"
    )


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ("", "the Fair"),
        ("status: proposed", "the Fair (proposed)"),
        ("status: proposed, disputed: yes", "the Fair (proposed and disputed)"),
        ("stance: against, withdrawn: {on: 2025, why: a mistake}", "the Fair (denied and withdrawn)"),
    ],
)
def test_a_name_alone_says_too_what_is_not_simply_so(world: World, more: str, name: str) -> None:
    dataset = world(f"events: {{fair: {{name: the Fair, {more}}}}}")

    assert called(dataset, dataset.facts[0]) == name


def test_what_a_sentence_leaves_out_can_be_asked_for(world: World) -> None:
    dataset = world("counts: [{of: vietnam, what: partners, says: 3, counts: partnership, named: [kenya, egypt]}]")

    assert unsaid(dataset, dataset.facts[0]) == {"counts": "partnership", "named": "Kenya and Egypt"}


def test_a_walk_from_the_fact_itself_may_be_told_back(world: World) -> None:
    dataset = world("events: {fair: {name: the Fair, host: kenya, on: 2025}}")
    walk = Walk("host", FACT_ITSELF, "{host} held {fact}", "{fact} was held by {host}")

    assert along(dataset, dataset.facts[0], walk, "fair", "kenya") == "the Fair was held by Kenya"


@pytest.mark.parametrize(
    ("names", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (list("abc"), "a, b and c")]
)
def test_names_are_joined_as_they_are_spoken(names: list[str], words: str) -> None:
    assert listed(names) == words


# Articles and inferences

NAMED = {
    "graph/actors/more.yaml": """
        countries:
          gambia: {name: Gambia, article: the}
          niederlande: {name: Niederlande, article: die}
        bodies: {union: {name: Union of Two, article: the}}
    """,
}


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ("partnerships: [{of: kenya, with: gambia, tier: sp}]", "Kenya has a Strategic Partnership with the Gambia"),
        ("partnerships: [{of: gambia, with: kenya, tier: sp}]", "The Gambia has a Strategic Partnership with Kenya"),
        ("memberships: [{member: [niederlande], in: union}]", "Die Niederlande is a member of the Union of Two"),
        (
            "memberships: [{member: kenya, in: asean, per: gambia}]",
            "According to the Gambia, Kenya is a member of ASEAN",
        ),
        (
            "events: {fair: {name: small fair, article: the, host: gambia}}",
            "The small fair took place, hosted by the Gambia",
        ),
        ("events: {fair: {name: eFair, host: gambia}}", "eFair took place, hosted by the Gambia"),
        (
            "counts: [{of: gambia, says: 3, what: partners, parts: [{what: Gambia, says: 1, of: gambia}]}]",
            "The Gambia: 3 partners, among them 1 Gambia",
        ),
    ],
)
def test_a_name_stands_in_a_sentence_with_the_article_that_it_is_given(world: World, facts: str, says: str) -> None:
    dataset = world(facts, NAMED)

    assert sentence(dataset, dataset.facts[0]) == says
    assert dataset.names.label("gambia") == "Gambia"


@pytest.mark.parametrize("inferred", ["inferred: yes", "evidence: [{p: 1, inferred: yes}, {p: 2, inferred: yes}]"])
def test_what_the_curator_infers_is_told_so(world: World, inferred: str) -> None:
    says = "Inferred by the curator: according to William Ruto, Kenya is a member of ASEAN"

    assert told(world, f"memberships: [{{member: kenya, in: asean, per: ruto, {inferred}}}]") == says


def test_one_citation_that_says_so_itself_is_no_inference(world: World) -> None:
    facts = "memberships: [{member: kenya, in: asean, evidence: [{p: 1, inferred: yes}, {p: 2}]}]"

    assert told(world, facts) == "Kenya is a member of ASEAN"


def test_what_follows_from_an_inference_is_one(world: World) -> None:
    dataset = world("""
        missions:
          post: {name: a, kind: embassy, sender: kenya, host: egypt, inferred: yes}
          seat: {name: b, kind: embassy, sender: kenya, host: france, inferred: yes}
          sure: {name: c, kind: embassy, sender: france, host: kenya}
    """)
    relations = {fact.pair: sentence(dataset, fact) for fact in dataset.derived}

    assert relations[("egypt", "kenya")] == "Inferred by the curator: Egypt has diplomatic relations with Kenya"
    assert relations[("france", "kenya")] == "France has diplomatic relations with Kenya"


def test_the_name_of_an_inference_says_so(world: World) -> None:
    dataset = world("agreements: {pact: {name: Pact, parties: [kenya, egypt], status: in-force, inferred: yes}}")

    assert called(dataset, dataset.facts[0]) == "Pact (inferred by the curator)"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("80th Fair", "80th Fair took place, hosted by Kenya"),
        ("Fair", "Fair took place, hosted by Kenya, the 80th"),
        ("180th Fair", "180th Fair took place, hosted by Kenya, the 80th"),
    ],
)
def test_an_ordinal_that_the_name_says_is_not_said_again(world: World, name: str, says: str) -> None:
    assert told(world, f"events: {{fair: {{name: {name}, host: kenya, ordinal: 80}}}}") == says


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (
            "kind: denial, speaker: kenya, about: egypt, says: nothing fell",
            "Kenya issued a denial about Egypt: nothing fell",
        ),
        (
            "kind: accusation, speaker: president-of-vietnam, about: egypt, says: spying",
            "President of Việt Nam accused Egypt: spying",
        ),
        (
            "kind: assessment, speaker: kenya, about: egypt, says: it grows",
            "Kenya said of Egypt: it grows (assessment)",
        ),
        ("kind: denial, speaker: kenya, says: nothing fell", "Kenya said: nothing fell (denial)"),
        ("speaker: kenya, about: egypt, stance: against", "Kenya did not say of Egypt"),
    ],
)
def test_a_statement_is_told_by_its_own_verb_and_its_kind_once(world: World, record: str, told: str) -> None:
    dataset = world(f"statements: {{one: {{{record}}}}}")

    assert sentence(dataset, dataset.facts[0]) == told


@pytest.mark.parametrize(
    ("group", "told"),
    [
        ("{every: two-powers}", "Kenya has diplomatic relations with each member of the two powers"),
        ("{every: neighbours}", "Kenya has diplomatic relations with each of the neighbouring states"),
        ("neighbours", "Kenya has diplomatic relations with the neighbouring states"),
    ],
)
def test_a_group_that_stands_for_each_of_its_members_is_told_so(world: World, group: str, told: str) -> None:
    groups = "groups: {neighbours: {name: neighbouring states, article: the}}"
    dataset = world(f"diplomatic_relations: [{{of: kenya, with: {group}}}]", {"graph/actors/groups.yaml": groups})
    (fact,) = dataset.facts

    assert sentence(dataset, fact) == told
    assert along(dataset, fact, dataset.vocabulary.relations[fact.kind].walks[0], fact.pair[0], fact.pair[1]) == told


ENDED = [
    ("diplomatic_relations: [{of: kenya, with: egypt, since: 2001, until: 2012, status: ended}]",
     "Kenya has diplomatic relations with Egypt", "in force", "since 2001, until 2012",
     "Kenya formerly had diplomatic relations with Egypt"),
    ("missions: {m: {sender: kenya, host: egypt, kind: embassy, until: 2012}}",
     "Kenya keeps an embassy in Egypt", "in force", "until 2012", "Kenya formerly kept an embassy in Egypt"),
    ("memberships: [{member: kenya, in: asean, status: ended}]",
     "Kenya is a member of ASEAN", "in force", "until a date not known", "Kenya was formerly a member of ASEAN"),
    ("hostilities: [{by: kenya, against: egypt, kind: war, on: 2009, status: ended}]",
     "Kenya went to war with Egypt", "occurred", "in 2009, until a date not known",
     "Kenya went to war with Egypt, which is over"),
    ("agreements: {pact: {name: the Pact, parties: [kenya, egypt], since: 2001, until: 2012, status: ended}}",
     "the Pact is in force between Kenya and Egypt", "in force", "since 2001, until 2012",
     "the Pact was formerly in force between Kenya and Egypt"),
]  # fmt: skip


@pytest.mark.parametrize(("record", "then", "status", "span", "now"), ENDED, ids=[one[1] for one in ENDED])
def test_on_a_day_before_its_end_a_fact_is_told_as_it_was_then(
    world: World, record: str, then: str, status: str, span: str, now: str
) -> None:
    dataset = world(record)
    fact, day = dataset.facts[0], day_asked("2010")

    assert sentence(dataset, fact, day) == then
    assert (status_label(dataset, fact, day), dates(dataset, fact, day)) == (status, span)
    assert sentence(dataset, fact) == now


def test_on_a_day_after_its_end_a_fact_is_over(world: World) -> None:
    dataset = world("memberships: [{member: kenya, in: asean, until: 2012, status: ended}]")

    assert sentence(dataset, dataset.facts[0], day_asked("2014")) == "Kenya was formerly a member of ASEAN"


@pytest.mark.parametrize(
    ("record", "says"),
    [
        (
            "visits: [{visitor: ruto, host: egypt, kind: state, on: 2026-04, status: called-off}]",
            "William Ruto was to pay a state visit to Egypt (called off)",
        ),
        (
            "visits: [{visitor: ruto, host: egypt, status: postponed}]",
            "William Ruto was to pay a visit to Egypt (postponed)",
        ),
        (
            "visits: [{visitor: ruto, host: egypt, status: called-off, stance: against}]",
            "It is denied that William Ruto was to pay a visit to Egypt (called off)",
        ),
        ("events: {summit: {name: the Summit, kind: forum, status: called-off}}", "the Summit (forum) was called off"),
        (
            "meetings: {m: {participants: [kenya, egypt], status: postponed}}",
            "Kenya and Egypt were to meet (postponed)",
        ),
    ],
)
def test_what_came_to_nothing_is_told_as_a_plan_of_the_past(world: World, record: str, says: str) -> None:
    dataset = world(f"    {record}")

    assert sentence(dataset, dataset.facts[0]) == says
    assert Truth.YES not in {
        held.holds for held in select(dataset, View(statuses=frozenset({"called-off", "postponed"})))
    }


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ("partnerships: [{of: kenya, with: egypt, tier: sp, status: intended}]",
         "Kenya does not intend a Strategic Partnership with Egypt"),
        ("visits: [{visitor: ruto, host: egypt, kind: state, status: intended}]",
         "William Ruto does not plan to pay a state visit to Egypt"),
        ("meetings: {talks: {participants: [kenya, egypt], status: proposed}}", "Kenya and Egypt do not plan to meet"),
        ("agreements: {pact: {name: the Pact, parties: [kenya, egypt], status: negotiated}}",
         "the Pact is not under negotiation between Kenya and Egypt"),
        ("tariffs: [{imposed_by: kenya, upon: egypt, rate: 20 %, status: proposed}]",
         "Kenya does not propose a tariff of 20 % on Egypt"),
        ("flows: [{origin: kenya, destination: egypt, kind: exports, value: 3, status: intended}]",
         "It is denied that the exports from Kenya to Egypt: 3 (intended)"),
    ],
)  # fmt: skip
def test_a_plan_that_is_denied_never_reads_as_past(world: World, record: str, told: str) -> None:
    dataset = world(record.replace("status:", "stance: against, status:"))
    assert sentence(dataset, dataset.facts[0]) == told


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ("agreements: {pact: {name: the Pact, parties: [kenya, egypt], status: in-force}}",
         "It is denied that the Pact is in force between Kenya and Egypt"),
        ("agreements: {pact: {name: the Pact, parties: [kenya, egypt], status: signed}}",
         "It is denied that the Pact was signed by Kenya and Egypt"),
        ("hostilities: [{by: kenya, against: egypt, status: under-way}]", "It is denied that Kenya is fighting Egypt"),
        ("supports: [{supporter: kenya, supported: egypt, status: in-force}]",
         "It is denied that Kenya supports Egypt"),
        ("partnerships: [{of: kenya, with: egypt, tier: sp, status: signed}]",
         "It is denied that Kenya signed a Strategic Partnership with Egypt"),
    ],
)  # fmt: skip
def test_a_status_that_is_denied_denies_no_more_than_that(world: World, record: str, told: str) -> None:
    dataset = world(record.replace("status:", "stance: against, status:"))
    assert sentence(dataset, dataset.facts[0]) == told


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("", "the Pact (treaty) is an agreement between Kenya and Egypt"),
        (", status: signed", "the Pact (treaty) was signed by Kenya and Egypt"),
        (", status: in-force", "the Pact (treaty) is in force between Kenya and Egypt"),
    ],
)
def test_an_agreement_was_signed_only_where_somebody_says_so(world: World, status: str, told: str) -> None:
    record = f"agreements: {{pact: {{name: the Pact, kind: treaty, parties: [kenya, egypt]{status}}}}}"
    dataset = world(record)
    assert sentence(dataset, dataset.facts[0]) == told


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ("counts: [{of: kenya, says: 9 people, what: people}]", "Kenya: 9 people"),
        ("counts: [{of: kenya, says: 9 people, what: people held abroad, as_of: 2020}]",
         "Kenya: 9 people held abroad as of 2020"),
        ("counts: [{of: kenya, says: 9 million, what: million-pound loans}]", "Kenya: 9 million million-pound loans"),
        ("exercises: {reef: {name: Reef, participants: [kenya], number: 900 troops}}",
         "Kenya held the exercise Reef, with 900 troops"),
        ("indicators: [{of: kenya, what: votes, value: 120 votes, base: 100 votes}]",
         "Kenya, votes: 120 votes compared with 100 votes"),
    ],
)  # fmt: skip
def test_the_unit_of_a_figure_is_told_once(world: World, record: str, told: str) -> None:
    dataset = world(record)
    assert sentence(dataset, dataset.facts[0]) == told


def test_what_a_closed_embassy_showed_is_told_of_then(world: World) -> None:
    dataset = world("missions: {m: {sender: kenya, host: egypt, kind: embassy, until: 2012, status: ended}}")
    (relations,) = (fact for fact in dataset.all_facts if fact.derived)

    assert sentence(dataset, relations) == "Egypt had diplomatic relations with Kenya"
    assert dates(dataset, relations) == "at least until 2012"
    assert sentence(dataset, relations, day_asked("2010")) == "Egypt has diplomatic relations with Kenya"


def test_relations_that_were_broken_off_are_over_though_a_rule_gave_them(world: World) -> None:
    dataset = world("""
        missions: {m: {sender: kenya, host: egypt, kind: embassy, since: 2001}}
        diplomatic_steps: [{by: egypt, with: kenya, kind: severance, on: 2012}]
    """)
    (relations,) = (fact for fact in dataset.all_facts if fact.derived)
    assert sentence(dataset, relations) == "Egypt formerly had diplomatic relations with Kenya"


@pytest.mark.parametrize(
    ("who", "reads"), [("kenya", "Kenya is to meet"), ("[kenya, egypt]", "Kenya and Egypt are to meet")]
)
def test_one_is_to_and_several_are_to(world: World, who: str, reads: str) -> None:
    assert told(world, f"meetings: {{talk: {{participants: {who}, status: intended}}}}").startswith(reads)


@pytest.mark.parametrize(
    ("record", "title"),
    [
        ("{m: {sender: kenya, host: egypt, kind: embassy}}", "embassy (Kenya and Egypt)"),
        ("{m: {name: the House, sender: kenya, host: egypt}}", "the House"),
        (
            "{m: {sender: kenya, covers: [egypt, france, russia, brazil]}}",
            "diplomatic mission (Kenya, Egypt and 3 more)",
        ),
    ],
)
def test_a_node_without_a_name_is_called_what_it_is_and_between_whom(world: World, record: str, title: str) -> None:
    dataset = world(f"missions: {record}")

    assert titled(dataset, dataset.facts[0]) == title
    assert build_graph(dataset).nodes["m"]["label"] == title


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ("agreements: {a: {name: Pact, parties: kenya}}", "Pact is an agreement with Kenya"),
        ("agreements: {a: {name: Pact, parties: [kenya, egypt]}}", "Pact is an agreement between Kenya and Egypt"),
        ("agreements: {a: {name: Pact, parties: two-powers}}", "Pact is an agreement between the two powers"),
        ("disputes: {a: {name: Row, parties: kenya, over: fish}}", "Row is a dispute with Kenya over fish"),
        (
            "contributions: [{giver: kenya, recipient: egypt, kind: credit-line}]",
            "Kenya opened an unstated amount in credit for Egypt",
        ),
        (
            "contributions: [{giver: kenya, recipient: egypt, kind: grant, status: pledged}]",
            "Kenya pledged to grant an unstated amount to Egypt",
        ),
    ],
)
def test_who_stands_alone_and_what_is_not_told_read_as_english(world: World, record: str, told: str) -> None:
    dataset = world(record)

    assert sentence(dataset, dataset.facts[0]) == told


def test_who_missed_a_vote_did_or_did_not(world: World) -> None:
    dataset = world("""
        resolutions: {r: {name: Resolution 7}}
        votes:
          - {voter: kenya, on_text: r, kind: absence}
          - {voter: egypt, on_text: r, kind: absence, stance: against}
    """)

    assert [sentence(dataset, fact) for fact in dataset.facts if fact.kind == "vote"] == [
        "Egypt did not miss the vote on Resolution 7",
        "Kenya missed the vote on Resolution 7",
    ]


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (
            "treaty_actions: [{participant: the-states, treaty: pact, kind: ratification, status: intended}]",
            "The Nile states are to ratify Pact (intended)",
        ),
        ("proposals: {a: {name: Plan, proposer: the-states}}", "The Nile states put forward Plan (proposed)"),
    ],
)
def test_a_group_that_is_called_by_its_members_has_the_verb_of_several(world: World, record: str, told: str) -> None:
    more = "groups: {the-states: {name: Nile states, article: the, members: [egypt], basis: test}}"
    dataset = world(f"agreements: {{pact: {{name: Pact}}}}\n{record}", {"graph/actors/more.yaml": more})

    assert sentence(dataset, next(fact for fact in dataset.facts if fact.id != "pact")) == told
