"""How the kinds that ship read: made-up statements of the whole field, as they stand, planned, over and denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.facts.sentences import sentence
from relgraph.graph.affiliations import IS_SHARED, POSITION
from relgraph.vocabulary.kinds import CALLED
from relgraph.vocabulary.load import shipped_vocabulary

if TYPE_CHECKING:
    from relgraph.vocabulary.kinds import RelationKind
    from tests.world import World

NODES = """
    agreements: {pact: {name: the Pact, kind: treaty}}
    resolutions: {text: {name: the Text, body: un-security-council}}
    disputes: {strip: {name: the Strip, parties: [kenya, egypt]}}
"""
BODIES = """
    bodies:
      un-security-council: {name: UN Security Council}
      court: {name: the Court}
    organisations: {arms-firm: {name: the Firm}}
"""

STATEMENTS = [
    (
        "diplomatic_steps: [{by: kenya, with: egypt, kind: severance, cause: a raid}]",
        "Kenya broke off diplomatic relations with Egypt, because of a raid",
        "Kenya is to break off diplomatic relations with Egypt (intended), because of a raid",
        "Kenya did not break off diplomatic relations with Egypt; cause: a raid",
    ),
    (
        "diplomatic_steps: [{by: kenya, with: egypt, kind: expulsion, number: 3}]",
        "Kenya expelled diplomats of Egypt, 3 in all",
        "Kenya is to expel diplomats of Egypt (intended), 3 in all",
        "Kenya did not expel diplomats of Egypt; number: 3",
    ),
    (
        "diplomatic_steps: [{by: kenya, with: egypt, kind: credentials, person: cuong}]",
        "Kenya presented the credentials of its ambassador to Egypt, namely Lương Cường",
        "Kenya is to present the credentials of its ambassador to Egypt (intended), namely Lương Cường",
        "Kenya did not present the credentials of its ambassador to Egypt, namely Lương Cường",
    ),
    (
        "recognitions: [{recogniser: kenya, recognised: egypt, kind: de-jure}]",
        "Kenya recognises Egypt (de jure)",
        "Kenya intends the recognition of Egypt (de jure)",
        "Kenya does not recognise Egypt (de jure)",
    ),
    (
        "accreditations: [{of: kenya, to: egypt, kind: charge-d-affaires, head: cuong, seat: hanoi}]",
        "Kenya has a chargé d'affaires to Egypt, Lương Cường, from Hà Nội",
        "Kenya is to have a chargé d'affaires to Egypt (intended), Lương Cường, from Hà Nội",
        "Kenya does not have a chargé d'affaires to Egypt, Lương Cường, from Hà Nội",
    ),
    (
        "protections: [{protector: kenya, protected: egypt, in: russia}]",
        "Kenya represents the interests of Egypt in Russia",
        "Kenya is to represent the interests of Egypt in Russia (intended)",
        "Kenya does not represent the interests of Egypt in Russia",
    ),
    (
        "treaty_actions: [{participant: kenya, treaty: pact, kind: reservation, says: article 4}]",
        "Kenya made a reservation to the Pact: article 4",
        "Kenya is to make a reservation to the Pact (intended): article 4",
        "Kenya did not make a reservation to the Pact: article 4",
    ),
    (
        "treaty_participations: [{participant: kenya, treaty: pact, kind: party}]",
        "Kenya is a party to the Pact",
        "Kenya is to be a party to the Pact (intended)",
        "Kenya is not a party to the Pact",
    ),
    (
        "alliances: {league: {name: the League, members: [kenya, egypt], obligations: [defence, consultation]}}",
        "the League is an alliance of Kenya and Egypt, with the obligations: defence and consultation",
        "the League, an alliance of Kenya and Egypt, is intended, with the obligations: defence and consultation",
        "the League is no alliance of Kenya and Egypt, with the obligations: defence and consultation",
    ),
    (
        "guarantees: [{guarantor: kenya, guaranteed: egypt, what: the neutrality, under: pact}]",
        "Kenya guarantees the neutrality of Egypt under the Pact",
        "Kenya is to guarantee the neutrality of Egypt (intended) under the Pact",
        "Kenya does not guarantee the neutrality of Egypt under the Pact",
    ),
    (
        "basings: [{sender: kenya, host: egypt, number: 200, forces: engineers}]",
        "Kenya has 200 engineers in Egypt",
        "Kenya intends the basing of 200 engineers in Egypt",
        "Kenya has no engineers in Egypt; number: 200",
    ),
    (
        "exercises: {reef: {name: Reef, participants: [kenya, egypt], number: 900}}",
        "Kenya and Egypt held the exercise Reef, with 900 troops",
        "Kenya and Egypt are to hold the exercise Reef (intended), with 900 troops",
        "Kenya and Egypt did not hold the exercise Reef; number: 900",
    ),
    (
        "arms_transfers: [{supplier: kenya, recipient: egypt, kind: sale, number: 4, goods: boats, value: 2 USD}]",
        "Kenya sold 4 boats to Egypt, worth 2 USD",
        "Kenya is to sell 4 boats to Egypt (intended), worth 2 USD",
        "Kenya did not sell 4 boats to Egypt, worth 2 USD",
    ),
    (
        "hostilities: [{by: kenya, against: egypt, kind: clash, place: hanoi, killed: 2}]",
        "Kenya clashed with Egypt in Hà Nội, 2 killed",
        "Kenya is to clash with Egypt (intended) in Hà Nội; killed: 2",
        "Kenya did not clash with Egypt in Hà Nội; killed: 2",
    ),
    (
        "mediations: {talks: {mediator: russia, parties: [kenya, egypt], over: strip}}",
        "mediation of Russia between Kenya and Egypt over the Strip is under way",
        "mediation of Russia between Kenya and Egypt over the Strip is intended",
        "there is no mediation of Russia between Kenya and Egypt over the Strip",
    ),
    (
        "measures: [{issuer: kenya, target: egypt, kind: oil-embargo, legal_basis: the Oil Act}]",
        "Kenya maintains an oil embargo against Egypt, on the legal basis of the Oil Act",
        "Kenya intends an oil embargo against Egypt; legal basis: the Oil Act",
        "Kenya does not maintain an oil embargo against Egypt; legal basis: the Oil Act",
    ),
    (
        "claims: [{claimant: kenya, against: egypt, over: a reef, dispute: strip}]",
        "Kenya has a claim to a reef against Egypt, in the Strip",
        None,
        "Kenya has no claim to a reef against Egypt, in the Strip",
    ),
    (
        "proceedings: {case: {name: the Case, applicant: kenya, respondent: egypt, before: court, kind: arbitration}}",
        "the Case (arbitration) is brought by Kenya against Egypt before the Court",
        "the Case (arbitration) is to be brought by Kenya against Egypt before the Court (intended)",
        "the Case (arbitration) is not brought by Kenya against Egypt before the Court",
    ),
    (
        "contributions: [{giver: kenya, recipient: egypt, kind: debt-relief, amount: 5 million USD}]",
        "Kenya granted 5 million USD in debt relief to Egypt",
        "Kenya is to grant 5 million USD in debt relief to Egypt (intended)",
        "Kenya did not grant 5 million USD in debt relief to Egypt",
    ),
    (
        "contributions: [{giver: kenya, recipient: egypt, kind: loan, amount: 5 million USD, purpose: a dam}]",
        "Kenya lent 5 million USD to Egypt: a dam",
        "Kenya is to lend 5 million USD to Egypt (intended): a dam",
        "Kenya did not lend 5 million USD to Egypt: a dam",
    ),
    (
        "trades: [{of: kenya, with: egypt, value: 3 billion USD, goods: tea}]",
        "trade of Kenya with Egypt in tea came to 3 billion USD",
        "trade of Kenya with Egypt in tea is to come to 3 billion USD (intended)",
        "trade of Kenya with Egypt in tea did not come to 3 billion USD",
    ),
    (
        "flows: [{origin: kenya, destination: egypt, kind: investment, value: 3 billion USD}]",
        "the investment from Kenya to Egypt: 3 billion USD",
        "the investment from Kenya to Egypt: 3 billion USD (intended)",
        "the investment from Kenya to Egypt: not 3 billion USD",
    ),
    (
        "purchases: [{buyer: kenya, seller: egypt, kind: order, number: 6, goods: boats, value: 9 million USD}]",
        "Kenya ordered 6 boats from Egypt for 9 million USD",
        "Kenya is to order 6 boats from Egypt (intended) for 9 million USD",
        "Kenya did not order 6 boats from Egypt for 9 million USD",
    ),
    (
        "standings: [{holder: kenya, in: un-security-council, kind: suspended, cause: a coup}]",
        "Kenya is a suspended member of UN Security Council, with its rights suspended, because of a coup",
        "Kenya is to be a suspended member of UN Security Council (intended), because of a coup",
        "Kenya is not a suspended member of UN Security Council; cause: a coup",
    ),
    (
        "votes: [{voter: kenya, on_text: text, kind: abstention}]",
        "Kenya abstained on the Text",
        "Kenya is to abstain on the Text (intended)",
        "Kenya did not abstain on the Text",
    ),
    (
        "statements: {word: {speaker: kenya, about: egypt, kind: condemnation, says: the raid}}",
        "Kenya condemned Egypt: the raid",
        None,
        "Kenya did not condemn Egypt: the raid",
    ),
    (
        "meetings: {call: {participants: [kenya, egypt], kind: call, topics: [a dam]}}",
        "Kenya and Egypt spoke by telephone, on a dam",
        "Kenya and Egypt are to speak by telephone (intended), on a dam",
        "Kenya and Egypt did not speak by telephone; topics: a dam",
    ),
    (
        "participations: [{participant: kenya, in: fair, kind: boycott}]\n    events: {fair: {name: the Fair}}",
        "Kenya boycotted the Fair",
        "Kenya is to boycott the Fair (intended)",
        "Kenya did not boycott the Fair",
    ),
    (
        "holds: [{holder: cuong, office: president-of-vietnam, kind: acting}]",
        "Lương Cường holds the office of President of Việt Nam (acting)",
        "Lương Cường is to hold the office of President of Việt Nam (intended) (acting)",
        "Lương Cường does not hold the office of President of Việt Nam (acting)",
    ),
    (
        "consular_cases: {case: {national_of: kenya, in: egypt, kind: evacuation, number: 30, status: occurred}}",
        "Kenya had a consular case (evacuation) in Egypt: 30 people",
        None,
        "It is denied that Kenya had a consular case (evacuation) in Egypt: 30 people",
    ),
    (
        "partnerships: [{of: kenya, with: egypt, tier: sp, in_field: energy}]",
        "Kenya has a Strategic Partnership with Egypt in energy",
        "Kenya intends a Strategic Partnership with Egypt in energy",
        "Kenya has no Strategic Partnership with Egypt in energy",
    ),
    (
        "diplomatic_relations: [{of: kenya, with: egypt}]",
        "Kenya has diplomatic relations with Egypt",
        "Kenya intends diplomatic relations with Egypt",
        "Kenya has no diplomatic relations with Egypt",
    ),
    (
        "cooperations: [{of: kenya, with: egypt, kind: science, topics: [water, tea]}]",
        "Kenya works together with Egypt (science) on water and tea",
        "Kenya intends cooperation with Egypt (science) on water and tea",
        "Kenya does not work together with Egypt (science) on water and tea",
    ),
    (
        "twinnings: [{of: nairobi, with: hanoi, topics: [trade]}]",
        "Nairobi is a twin of Hà Nội, for trade",
        "Nairobi is to be a twin of Hà Nội (intended), for trade",
        "Nairobi is not a twin of Hà Nội; topics: trade",
    ),
    (
        "missions: {house: {sender: kenya, host: egypt, kind: liaison-office}}",
        "Kenya keeps a liaison office in Egypt",
        "Kenya intends a liaison office in Egypt",
        "Kenya keeps no liaison office in Egypt",
    ),
    (
        "agreements: {pact: {name: the Pact, kind: extradition, parties: [kenya, egypt]}}",
        "the Pact (extradition) is an agreement between Kenya and Egypt",
        "the Pact (extradition) is intended between Kenya and Egypt",
        "the Pact (extradition) is not an agreement between Kenya and Egypt",
    ),
    (
        "negotiations: {talks: {name: the Round, parties: [kenya, egypt], topics: [water]}}",
        "the Round of Kenya and Egypt is under way, on water",
        "the Round of Kenya and Egypt is intended, on water",
        "the Round of Kenya and Egypt does not take place, on water",
    ),
    (
        "tariffs: [{imposed_by: kenya, upon: egypt, rate: 20 %, goods: tea}]",
        "Kenya levies a tariff of 20 % on Egypt, for tea",
        None,
        "Kenya levies no tariff on Egypt, for tea; rate: 20 %",
    ),
    (
        "disputes: {strip: {name: the Strip, kind: maritime, parties: [kenya, egypt], over: a reef}}",
        "the Strip (maritime) is a dispute between Kenya and Egypt over a reef",
        None,
        "the Strip (maritime) is no dispute between Kenya and Egypt over a reef",
    ),
    (
        "memberships: [{member: kenya, in: asean}]",
        "Kenya is a member of ASEAN",
        "Kenya is to be a member of ASEAN (intended)",
        "Kenya is not a member of ASEAN",
    ),
    (
        "elections: [{elected: kenya, to: un-security-council, votes: 120 votes, term: 2025/2026}]",
        "Kenya was elected to UN Security Council with 120 votes, for the term 2025 to 2026",
        None,
        "Kenya was not elected to UN Security Council; votes: 120 votes; term: 2025 to 2026",
    ),
    (
        "resolutions: {text: {name: the Text, body: un-security-council, in_favour: 10, against: 2}}",
        "UN Security Council adopted the Text, with 10 in favour, 2 against",
        "the Text is before UN Security Council (intended); in favour: 10; against: 2",
        "UN Security Council did not adopt the Text, with 10 in favour, 2 against",
    ),
    (
        "decisions: [{decider: asean, about: kenya, what: seat, chosen: nairobi}]",
        "ASEAN decided on the seat of Kenya: Nairobi",
        None,
        "ASEAN did not decide on the seat of Kenya; chosen: Nairobi",
    ),
    (
        "envoys: [{envoy: cuong, of: vietnam, to: egypt}]",
        "Lương Cường is an envoy of Việt Nam to Egypt",
        "Lương Cường is to be an envoy of Việt Nam to Egypt (intended)",
        "Lương Cường is not an envoy of Việt Nam to Egypt",
    ),
    (
        "nationalities: [{person: cuong, of: vietnam}]",
        "Lương Cường is a national of Việt Nam",
        None,
        "Lương Cường is not a national of Việt Nam",
    ),
    (
        "affiliations: [{part: arms-firm, of: kenya}]",
        "the Firm belongs to Kenya",
        None,
        "the Firm does not belong to Kenya",
    ),
    (
        "asylums: [{granted_by: kenya, person: cuong, kind: political, from_country: egypt, cause: a coup}]",
        "Kenya has given political asylum to Lương Cường, from Egypt, because of a coup",
        "Kenya intends political asylum for Lương Cường, from Egypt, because of a coup",
        "Kenya has not given political asylum to Lương Cường, from Egypt; cause: a coup",
    ),
    (
        "visits: [{visitor: ruto, host: vietnam, place: hanoi, kind: state}]",
        "William Ruto paid a state visit to Việt Nam at Hà Nội",
        "William Ruto is to pay a state visit to Việt Nam at Hà Nội (intended)",
        "William Ruto paid no state visit to Việt Nam at Hà Nội",
    ),
    (
        "letters: {letter: {name: the Letter, sender: ruto, recipient: cuong, topics: [a dam]}}",
        "William Ruto wrote to Lương Cường, on a dam",
        "William Ruto is to write to Lương Cường (intended), on a dam",
        "William Ruto did not write to Lương Cường, on a dam",
    ),
    (
        "events: {fair: {name: the Fair, kind: conference, host: kenya, place: nairobi}}",
        "the Fair (conference) took place in Nairobi, hosted by Kenya",
        "the Fair (conference) is intended in Nairobi, to be hosted by Kenya",
        "the Fair (conference) did not take place in Nairobi, to have been hosted by Kenya",
    ),
    (
        "invitations: [{inviter: kenya, invited: cuong}]",
        "Kenya invited Lương Cường",
        "Kenya is to invite Lương Cường (intended)",
        "Kenya did not invite Lương Cường",
    ),
    (
        "proposals: {plan: {name: the Plan, proposer: kenya, to: egypt, topics: [a dam]}}",
        "Kenya put forward the Plan to Egypt (proposed): a dam",
        None,
        "Kenya did not put forward the Plan to Egypt: a dam",
    ),
    (
        "supports: [{supporter: kenya, supported: egypt, cause: a dispute}]",
        "Kenya supported Egypt in a dispute",
        "Kenya is to support Egypt in a dispute (intended)",
        "Kenya did not support Egypt in a dispute",
    ),
    (
        "statements: {word: {name: a word, kind: accusation, speaker: kenya, about: egypt, topics: [espionage]}}",
        "Kenya accused Egypt of espionage",
        None,
        "Kenya did not accuse Egypt of espionage",
    ),
    (
        "contributions: [{giver: kenya, recipient: egypt, amount: $3 million, status: pledged}]",
        "Kenya pledged to give $3 million to Egypt",
        None,
        "Kenya does not plan to give $3 million to Egypt",
    ),
    (
        "indicators: [{of: kenya, what: growth, value: 5 %}]",
        "Kenya, growth: 5 %",
        None,
        "Kenya, growth: not 5 %",
    ),
]


def read(world: World, record: str, more: str = "") -> str:
    """The sentence of the record, with more in it; capitals at its beginning aside."""
    given = record.replace("}]", f"{more}}}]", 1) if "}]" in record else record.replace("}}", f"{more}}}}}", 1)
    sections = "".join(part for part in NODES.splitlines(keepends=True) if part.split(":")[0].strip() not in given)
    dataset = world(f"    {given}\n{sections}", {"graph/actors/bodies.yaml": BODIES})
    assert dataset.problems == ()
    section = record.split(":", maxsplit=1)[0]
    (fact,) = (one for one in dataset.facts if dataset.vocabulary.relations[one.kind].section == section)
    told = sentence(dataset, fact)
    return told[0].lower() + told[1:]


def first_small(words: str) -> str:
    return words[0].lower() + words[1:]


@pytest.mark.parametrize(("record", "usual", "planned", "denied"), STATEMENTS, ids=[one[1] for one in STATEMENTS])
def test_a_statement_reads_as_it_is_meant(
    world: World, record: str, usual: str, planned: str | None, denied: str
) -> None:
    assert read(world, record) == first_small(usual)
    assert planned is None or read(world, record, ", status: intended") == first_small(planned)
    assert read(world, record, ", stance: against") == first_small(denied)


WORDED = [kind for kind in shipped_vocabulary().relations.values() if kind.words]


@pytest.mark.parametrize("kind", WORDED, ids=lambda kind: kind.id)
def test_every_narrower_kind_has_each_word_that_its_kind_has_or_means_the_same(kind: RelationKind) -> None:
    said_by_no_reading = {CALLED, POSITION, IS_SHARED}
    usual = kind.words_of(None).keys() - said_by_no_reading
    words = [told.keys() - said_by_no_reading for told in kind.words.values()]
    assert all(told in (usual, set()) for told in words)
