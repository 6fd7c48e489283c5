"""Tiers stand on a ladder, and a pair on one rung at a time."""

import pytest

from tests.checks.articles import Article, breaches
from tests.world import beside_vietnam

TEXT = "Kenya, Vietnam, France and Russia met in 2010, 2015, 2020 and 2025: the two powers."
LADDER = beside_vietnam("kenya: {label: Kenya's ladder, owner: kenya, rungs: {low: low, high: high}}")


def ties(*records: str) -> str:
    lines = (f"  - {{of: vietnam, with: kenya, {one}, evidence: {{p: 1, terms: [met]}}}}\n" for one in records)
    return "partnerships:\n" + "".join(lines)


def test_a_tier_is_on_the_ladder_or_beside_it(article: Article) -> None:
    assert breaches(article(TEXT, ties("tier: csp", "tier: special")), "tier") == []
    (message,) = breaches(article(TEXT, ties("tier: cspp")), "tier")
    assert message.startswith(
        "3: cspp is not a tier of Việt Nam's partnership ladder, which has relations, cp, sp, csp,"
    )
    assert message.endswith("; did you mean csp (Comprehensive Strategic Partnership)?")


SAID = """
Vietnam raised its ties with Kenya to a Comprehensive Strategic Partnership in 2020.
Vietnam has Strategic Partnerships with Kenya and a Comprehensive Strategic Partnership with France.
Vietnam and Kenya met in 2020.
"""


@pytest.mark.parametrize(
    ("tier", "cited", "told"),
    [
        ("csp", "p: 1, terms: [Comprehensive Strategic Partnership]", ""),
        ("sp", "p: 1, terms: [Strategic Partnership]", ""),  # what the terms say goes before what stands around them
        (
            "sp",
            "p: 1, terms: [Comprehensive Strategic Partnership]",
            'the terms say "Comprehensive Strategic Partnership"',
        ),
        ("sp", "p: 1, terms: [raised]", 'p 1 of talks says "Comprehensive Strategic Partnership"'),
        ("sp", "p: 1, terms: [raised], despite: [Comprehensive Strategic Partnership]", ""),
        ("csp", "p: 2, terms: [Strategic Partnerships with Kenya]", 'the terms say "Strategic Partnership"'),
        ("csp", "p: 2, terms: [Kenya]", ""),
        ("csp", "p: 3, terms: [met]", ""),
    ],
)
def test_a_tier_is_that_which_the_words_name(article: Article, tier: str, cited: str, told: str) -> None:
    facts = f"partnerships: [{{of: vietnam, with: kenya, tier: {tier}, evidence: {{{cited}}}}}]"
    found = breaches(article(SAID, facts), "tier-said")

    assert len(found) == bool(told)
    assert all(told in one for one in found)


def test_without_a_ladder_of_their_own_two_have_the_general_one(article: Article) -> None:
    facts = "partnerships: [{of: france, with: russia, tier: csp, evidence: {p: 1, terms: [met]}}]"
    assert breaches(article(TEXT, facts), "tier") == []
    assert breaches(article(TEXT, facts.replace("csp", "ally")), "tier") == [
        (
            "2: ally is not a tier of the general ladder, which has relations, cp, sp, csp, special, sectoral; "
            "a ladder that has it is an entry under ladders in vocabulary.yaml"
        )
    ]


def test_a_general_tier_is_none_of_an_owner_whom_the_paragraph_names_unless_that_was_weighed(article: Article) -> None:
    facts = "partnerships: [{of: france, with: russia, tier: csp, evidence: {p: 1, terms: [met]%s}}]"
    assert breaches(article(TEXT, facts % ""), "tier-owner") == [
        (
            "2: csp is on Việt Nam's partnership ladder, and p 1 of talks names Việt Nam, which is no end of this; "
            "if it is not its tier, add despite: [Việt Nam]"
        )
    ]
    assert breaches(article(TEXT, facts % ", despite: [Vietnam]"), "tier-owner") == []
    assert breaches(article(TEXT.replace("Vietnam, ", ""), facts % ""), "tier-owner") == []
    assert breaches(article(TEXT, ties("tier: csp")), "tier-owner") == []


def test_a_tier_may_be_on_the_ladder_of_either_end(article: Article) -> None:
    assert breaches(article(TEXT, ties("tier: csp", "tier: high"), files=LADDER), "tier") == []


def test_where_there_is_a_ladder_a_missing_tier_is_a_note(article: Article) -> None:
    assert breaches(article(TEXT, ties("status: intended")), "tier-missing") == [
        "3: no tier is given, though there is Việt Nam's partnership ladder"
    ]
    facts = "partnerships: [{of: france, with: russia, evidence: {p: 1, terms: [met]}}]"
    assert breaches(article(TEXT, facts), "tier-missing") == []
    assert breaches(article(TEXT, ties("tier: special")), "tier-missing") == []
    total = "counts: [{of: vietnam, what: partners, says: 2025, evidence: {p: 1, terms: [met]}}]"
    assert breaches(article(TEXT, total), "tier-missing") == []


@pytest.mark.parametrize(
    ("records", "rule", "told"),
    [
        # a later, higher rung replaces the earlier
        (("tier: sp, since: 2010", "tier: csp, since: 2025"), None, ""),
        # the lower came later: one of the two must have ended
        (("tier: csp, since: 2010", "tier: sp, since: 2025"), "tier-clash", "hold at the same time"),
        (("tier: csp, since: 2010, until: 2015", "tier: sp, since: 2025"), None, ""),
        (("tier: csp, since: 2010, until: 2025", "tier: sp, since: 2020"), "tier-clash", "hold at the same time"),
        # alike dates: which came later cannot be told
        (("tier: csp, since: 2025", "tier: sp, since: 2025"), "tier-clash", "begin at the same time"),
        (("tier: csp", "tier: sp"), "tier-order", "may hold at the same time"),
        (("tier: csp, since: ../2025", "tier: sp, since: 2010"), "tier-order", "may hold at the same time"),
        (("tier: csp, since: 2010?", "tier: sp, since: 2025"), "tier-order", "may hold at the same time"),
        (("tier: sp, since: 2010?", "tier: csp, since: 2025"), "tier-order", "may hold at the same time"),
        (("tier: sp, since: 2010", "tier: csp, since: 2025?"), "tier-order", "may hold at the same time"),
        (("tier: sp, until: 2010", "tier: csp, since: 2025"), None, ""),
        (("tier: sp, since: 2010/2025", "tier: csp, since: 2025"), "tier-order", "may hold at the same time"),
        (("tier: sp, since: 2010", "tier: csp"), "tier-order", "may hold at the same time"),
        (("tier: sp", "tier: csp, since: 2010"), "tier-order", "may hold at the same time"),
        (("tier: sp, until: 2010", "tier: csp"), "tier-order", "may hold at the same time"),
        (("tier: csp, until: 2010", "tier: sp, until: 2015"), "tier-order", "may hold at the same time"),
        (("tier: sp, since: 2024/2025-03", "tier: csp, since: 2025"), "tier-order", "may hold at the same time"),
        # on the very day on which the one ended the other may have begun
        (("tier: csp, since: 2010, until: 2015-02-03", "tier: sp, since: 2015-02-03"), None, ""),
        (("tier: csp, since: 2010, until: 2015-02-04", "tier: sp, since: 2015-02-03"), "tier-clash", "hold at the sam"),
        (("tier: csp, since: 2010, until: 2015-02?", "tier: sp, since: 2015-01-03"), None, ""),
        (("tier: csp, since: 2025?", "tier: sp, since: 2025?"), "tier-order", "may hold at the same time"),
        # the same rung twice, and labels without a rank, are no clash
        (("tier: csp, since: 2010", "tier: csp, since: 2025"), None, ""),
        (("tier: csp, since: 2010", "tier: special, since: 2025"), None, ""),
        # what is only intended, or disputed, holds nowhere
        (("tier: csp, since: 2010", "tier: sp, since: 2025, status: intended"), None, ""),
        (("tier: csp, since: 2010", "tier: sp, since: 2025, disputed: yes"), None, ""),
    ],
)
def test_a_pair_is_on_one_rung_at_a_time(
    article: Article, records: tuple[str, ...], rule: str | None, told: str
) -> None:
    dataset = article(TEXT, ties(*records))
    found = {name: breaches(dataset, name) for name in ("tier-clash", "tier-order")}
    assert {name: len(messages) for name, messages in found.items()} == {
        name: int(name == rule) for name in ("tier-clash", "tier-order")
    }
    if rule:
        assert told in found[rule][0]
        assert found[rule][0].startswith("4: kenya and vietnam: ")
        assert "graph/talks.yaml:3)" in found[rule][0]


def test_derived_tiers_clash_too(article: Article) -> None:
    facts = """
        partnerships:
          - {of: vietnam, with: {every: two-powers}, tier: csp, since: 2010, evidence: {p: 1, terms: [two powers]}}
          - {of: france, with: vietnam, tier: sp, since: 2025, evidence: {p: 1, terms: [met]}}
    """
    assert [message.split(":")[0] for message in breaches(article(TEXT, facts), "tier-clash")] == ["5"]


def test_whoever_has_a_ladder_is_known(article: Article) -> None:
    rungs = "rungs: {sp: Strategic Partnership}"
    ladders = f"ladders:\n  kenya: {{owner: kenya, {rungs}}}\n  two: {{owner: [kenia, peru, togoo], {rungs}}}\n"
    found = breaches(article(TEXT, "", files={"graph/vocabulary.yaml": ladders}), "ladder-owner")

    assert found == [  # Peru ships, and may have a ladder before a fact names it
        "3: two: owner: kenia is not an id; did you mean kenya (Kenya)?",
        "3: two: owner: togoo is not an id; did you mean togo (Togo)?",
    ]
