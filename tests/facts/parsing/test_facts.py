"""Reading facts: the shape of records, typed by the vocabulary."""

from __future__ import annotations

import json
import operator
from collections import Counter
from copy import deepcopy
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.facts.figures import parse_figure
from relgraph.facts.parsing.facts import read_facts
from relgraph.facts.records import UNDATED, Actor, Citation, End, Fact, When, Withdrawal
from relgraph.reading.characters import unprintable
from relgraph.reading.dates import parse_date
from relgraph.vocabulary.load import shipped_vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ACTORS = {
    "vietnam": Actor("vietnam", "country", "Việt Nam", capital="hanoi"),
    "kenya": Actor("kenya", "country", "Kenya"),
    "unsc": Actor("unsc", "group", "permanent members", members=("china",)),
}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("facts") / "x.yaml"


def read(path: Path, text: str) -> tuple[list[Fact], list[str]]:
    """The facts of a file called x.yaml, and what is wrong with it."""
    path.write_text(dedent(text), encoding="utf-8")
    facts, problems, _ = read_facts(path, "x.yaml", shipped_vocabulary(), ACTORS)
    return facts, [str(problem) for problem in problems]


def only(path: Path, text: str) -> Fact:
    (fact,), problems = read(path, f"source: x\n{dedent(text)}")
    assert problems == []
    return fact


def told(path: Path, text: str) -> list[str]:
    return read(path, f"source: x\n{text}")[1]


def test_a_tie(path: Path) -> None:
    fact = only(
        path,
        """
        partnerships:
          - of: vietnam
            with: kenya
            tier: csp
            since: 2025
            in_field: tea
            evidence: {p: 9, terms: [Comprehensive Strategic Partnerships, 2025]}
        """,
    )

    assert fact == Fact(
        id="x:partnership:vietnam:kenya:csp:2025",
        kind="partnership",
        ends=(End("of", "vietnam"), End("with", "kenya")),
        status="in-force",
        tier="csp",
        when=When(since=parse_date("2025")),
        fields={"in_field": "tea"},
        evidence=(Citation("x", 9, ("Comprehensive Strategic Partnerships", "2025")),),
    )
    assert (fact.place.line, fact.place.column) == (4, 5)
    assert fact.evidence[0].place.line == 9


def test_an_id_tells_kind_tier_and_a_status_that_is_not_the_usual_one(path: Path) -> None:
    facts, _ = read(
        path,
        """\
        source: x
        cooperations: [{of: vietnam, with: kenya, kind: trade}, {of: vietnam, with: kenya, status: intended}]
        partnerships: [{of: vietnam, with: kenya, tier: sp, status: in-force, until: 2025}]
        """,
    )

    assert [fact.id for fact in facts] == [
        "x:cooperation:vietnam:kenya:trade",
        "x:cooperation:vietnam:kenya:intended",
        "x:partnership:vietnam:kenya:sp:2025",
    ]


def test_a_record_with_several_partners_is_a_fact_for_each(path: Path) -> None:
    facts, problems = read(
        path, "{source: x, partnerships: [{of: vietnam, with: [kenya, {every: unsc}, malaysia], tier: sp}]}"
    )

    assert problems == []
    assert [fact.at("with") for fact in facts] == [("kenya",), ("unsc",), ("malaysia",)]
    assert len({fact.id for fact in facts}) == 3


def test_ends_beyond_the_first_two_are_context_of_each(path: Path) -> None:
    facts, _ = read(
        path, "{source: x, invitations: [{inviter: vietnam, invited: [kenya, malaysia], occasion: parade, on: 2025}]}"
    )

    assert [fact.ends for fact in facts] == [
        (End("inviter", "vietnam"), End("invited", "kenya"), End("occasion", "parade")),
        (End("inviter", "vietnam"), End("invited", "malaysia"), End("occasion", "parade")),
    ]


def test_a_node_gathers_its_ends_in_the_order_of_the_roles(path: Path) -> None:
    fact = only(
        path,
        """
        agreements:
          tourism:
            kind: memorandum
            place: hanoi
            parties: [vietnam, kenya]
            name: Tourism Memorandum
            aliases: [the Memorandum]
            on: 2025-02
        """,
    )

    assert (fact.id, fact.name, fact.aliases, fact.type) == (
        "tourism",
        "Tourism Memorandum",
        ("the Memorandum",),
        "memorandum",
    )
    assert fact.ends == (End("parties", "vietnam"), End("parties", "kenya"), End("place", "hanoi"))
    assert (fact.status, fact.when) == ("unstated", When(on=parse_date("2025-02")))


def test_a_figure_is_said_of_its_first_end(path: Path) -> None:
    fact = only(
        path,
        """
        counts:
          - of: vietnam
            kind: embassy
            tier: csp
            what: partners
            says: more than 14
            parts: [{what: in Asia, says: 5, of: unsc}]
            named: [kenya]
        """,
    )

    assert (fact.ends, fact.tier, fact.type) == ((End("of", "vietnam"),), "csp", None)
    assert fact.fields == {
        "kind": "embassy",
        "what": "partners",
        "says": parse_figure("more than 14"),
        "named": ("kenya",),
        "parts": ({"what": "in Asia", "of": "unsc", "says": parse_figure("5")},),
    }


def test_a_capital_stands_for_its_city(path: Path) -> None:
    fact = only(path, "missions: {m: {sender: kenya, host: vietnam, seat: {capital: vietnam}}}")

    assert fact.at("seat") == ("hanoi",)


def test_unknown_leaves_an_end_open(path: Path) -> None:
    assert only(path, "missions: {m: {sender: kenya, host: unknown}}").ends == (End("sender", "kenya"),)


def test_what_is_said_about_the_record(path: Path) -> None:
    fact = only(
        path,
        """
        visits:
          - id: mine
            visitor: vietnam
            host: kenya
            kind: state
            status: intended
            on: unknown
            per: [vietnam, kenya]
            note: in our own words
            stance: against
            disputed: yes
            withdrawn: {on: 2026-01-12, why: two visits in one}
            topics: tea
            evidence:
              - {p: 1, terms: [visit], despite: [plans, former]}
              - {in: y, p: 2}
        """,
    )

    assert (fact.id, fact.type, fact.status, fact.when) == ("mine", "state", "intended", UNDATED)
    assert (fact.per, fact.note, fact.stance, fact.disputed) == (
        ("vietnam", "kenya"),
        "in our own words",
        "against",
        True,
    )
    day = parse_date("2026-01-12")
    assert day is not None
    assert fact.withdrawn == Withdrawal(day, "two visits in one")
    assert fact.fields == {"topics": ("tea",)}
    assert fact.evidence == (Citation("x", 1, ("visit",), ("plans", "former")), Citation("y", 2))


def test_a_kind_that_stands_for_a_rung_says_so(path: Path) -> None:
    assert only(path, "diplomatic_relations: [{of: vietnam, with: kenya}]").tier == "relations"


def test_norway_stays_norway(path: Path) -> None:
    assert only(path, "indicators: [{of: vietnam, what: NO, base: 017}]").fields == {"what": "NO", "base": "017"}


def test_files_without_facts(path: Path) -> None:
    assert read(path, "source: x") == ([], [])
    assert read(path, "source: x\npartnerships:\nevents: []\nvisits: {}") == ([], [])
    assert read(path, "") == ([], ["x.yaml:1: source is missing"])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("partnership: []", "x.yaml:2: partnership is not a section of facts; did you mean partnerships?"),
        ("treaties: []", "x.yaml:2: treaties is not a section of facts; did you mean agreements, with kind: treaty?"),
        ("loans: []", "x.yaml:2: loans is not a section of facts; did you mean arms_transfers or contributions, with"),
        ("cities: {}", "x.yaml:2: cities is not a section of facts; actors stand in the files of graph/actors"),
        ("visits: []\nhost: kenya", "x.yaml:3: host is not a section of facts; it is a field of visits: indent it"),
        ("partnerships: {a: b}", "x.yaml:2: partnerships must be a list of records"),
        ("partnerships: some", "x.yaml:2: partnerships must be a list of records"),
        ("events: [a]", "x.yaml:2: events must be a mapping from id to record"),
        ("partnerships:\n- a", "x.yaml:3: a record must be a mapping of fields"),
        ("partnerships:\n- [a]", "x.yaml:3: a record must be a mapping of fields"),
        ("events:\n  a:\n  b: {}", "x.yaml:3: a record must be a mapping of fields"),
        ("events:\n  A b: {}", "x.yaml:3: 'A b' is not an id; use lower-case letters, digits and hyphens"),
        ("events:\n  a:\n    id: b", "x.yaml:4: id is not a field of events"),
        ("visits:\n- id: A\n  visitor: kenya\n  host: kenya", "x.yaml:3: 'A' is not an id"),
    ],
)
def test_a_section_of_the_wrong_shape_is_told_at_its_line(path: Path, text: str, problem: str) -> None:
    assert told(path, text)[0].startswith(problem)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("teir: csp", "teir is not a field of partnerships; did you mean tier?"),
        ("on: 2025", "on is not a field of partnerships; its dates are since, until, seen"),
        ("host: kenya", "host is not a field of partnerships; there are of, with"),
        ("to: kenya", "to is not a field of partnerships; its ends are of, with"),
        ("type: state", "type is not a field of partnerships; did you mean kind?"),
        ("comment: x", "comment is not a field of partnerships; did you mean note?"),
        ("since: Feb 2025", '"Feb 2025" is not a date; write 2025-02, with ? if unsure'),
        ("since: [2025]", "since must be text, not a list; a text in brackets needs quotes"),
        ("status: inforce", "inforce is not a status; it may be explored, intended, proposed, negotiated, signed, in-"),
        ("status: [in-force]", "status must be text"),
        ("kind: state", "state is not a kind; there is none here"),
        ("tier: {a: b}", "tier must be text"),
        ("stance: agianst", "agianst is not a stance; it may be against; did you mean against?"),
        ("disputed: maybe", "disputed must be yes or no"),
        ("note: [a]", "note must be text"),
        ("per: {a: b}", "per must be text or a list of texts"),
        ("withdrawn: yes", "withdrawn must be a mapping"),
        ("withdrawn: {on: unknown, why: x}", "withdrawn wants {on: date, why: text}"),
        ("withdrawn: {on: 2025}", "withdrawn wants {on: date, why: text}"),
        ("withdrawn: {on: 2025, why: x, who: y}", "who is not a field here"),
        ("evidence: 9", "evidence wants {p: paragraph, terms: [...]}"),
        ("evidence: [9]", "evidence wants {p: paragraph, terms: [...]}"),
        ("evidence: {terms: [a]}", "p must be the number of a paragraph"),
        ("evidence: {p: nine}", "p must be the number of a paragraph"),
        ("evidence: {p: 0}", "p must be the number of a paragraph"),
        ("evidence: {p: [9]}", "p must be the number of a paragraph"),
        (f"evidence: {{p: {'9' * 500}}}", "p must be the number of a paragraph"),
        ("evidence: {p: 9, term: [a]}", "term is not a field here; did you mean terms?"),
        ("evidence: {p: 9, terms: {a: b}}", "terms must be text or a list of texts"),
        (
            "evidence: {p: 9, terms: [in 2020: a]}",
            'terms must be text or a list of texts; the colon after "in 2020" ma',
        ),
        ("evidence: {p: 9, terms: [[a]]}", "terms must be text or a list of texts"),
        ("evidence: {p: 9, in: [a]}", "in must be text"),
        ("evidence: {p: 9, despite: {a: b}}", "despite must be text or a list of texts"),
    ],
)
def test_a_wrong_value_is_told_at_its_line(path: Path, line: str, problem: str) -> None:
    lines = told(path, f"partnerships:\n- of: vietnam\n  with: kenya\n  {line}")

    assert lines[0].startswith(f"x.yaml:5: {problem}")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("rate: much", '"much" is not a figure; write 14, 7.09 %, 615 billion VND or more than 400'),
        ("rate: [20]", "rate must be text, not a list; a text in brackets needs quotes"),
        ("upon: [kenya, malaysia]", "upon takes one id, not a list"),
        ("upon: {every: unsc}", "upon takes one id; every stands for several"),
        ("upon: {all: unsc}", "upon takes an id, {every: group} or {capital: country}"),
        ("upon: {every: unsc, capital: x}", "upon takes an id, {every: group} or {capital: country}"),
        ("upon: {every: [unsc]}", "upon takes an id, {every: group} or {capital: country}"),
        ("upon: {capital: northland}", "no capital is given for northland"),
        ("upon: {capital: atlantis}", "no capital is given for atlantis"),
        ("upon:", "upon is missing: a tariff needs that end"),
        ("upon: unknown", "upon is missing: a tariff needs that end"),
    ],
)
def test_a_wrong_figure_or_end_is_told_once(path: Path, line: str, problem: str) -> None:
    more = "" if line.startswith("upon") else "\n  upon: kenya"

    assert told(path, f"tariffs:\n- imposed_by: vietnam\n  {line}{more}") == [f"x.yaml:4: {problem}"]


@pytest.mark.parametrize("value", ["[kenya, [malaysia]]", "[kenya, '']", "[{some: kenya}]", "[{capital: northland}]"])
def test_a_wrong_partner_in_a_list_is_told(path: Path, value: str) -> None:
    (line,) = told(path, f"partnerships:\n- of: vietnam\n  with: {value}")

    assert line.startswith("x.yaml:4: ")


def test_without_its_ends_there_is_no_tie_and_no_figure(path: Path) -> None:
    facts, problems = read(path, "source: x\npartnerships:\n- {tier: sp}\nindicators:\n- {what: growth}")

    assert facts == []
    assert problems == [
        "x.yaml:3: of is missing: a partnership needs that end",
        "x.yaml:3: with is missing: a partnership needs that end",
        "x.yaml:5: of is missing: an indicator needs that end",
    ]


@pytest.mark.parametrize("cut", ["  with: kenya\n- tier: csp", "- with: kenya\n  tier: csp"])
def test_a_record_that_a_hyphen_cut_in_two_is_told(path: Path, cut: str) -> None:
    lines = told(path, f"partnerships:\n- of: vietnam\n{cut}\n- {{with: kenya, of: vietnam}}\n- {{of: kenya}}")

    mend = "of is missing: a partnership needs that end; if it goes on with the record above, take its hyphen away"
    assert any(line.endswith(mend) for line in lines)
    assert lines[-1] == "x.yaml:7: with is missing: a partnership needs that end"


def test_parts_of_a_count(path: Path) -> None:
    text = "counts:\n- of: vietnam\n  parts:\n  - {what: [a], says: few, off: x}"

    assert told(path, text) == [
        "x.yaml:5: off is not a field here; did you mean of?",
        "x.yaml:5: what must be text, not a list; a text in brackets needs quotes",
        'x.yaml:5: "few" is not a figure; write 14, 7.09 %, 615 billion VND or more than 400',
    ]
    assert told(path, "counts:\n- of: vietnam\n  parts: [a]") == [
        "x.yaml:4: parts must be a mapping or a list of mappings"
    ]


def test_the_file_is_named_after_its_source(path: Path) -> None:
    assert read(path, "source: y")[1] == ["x.yaml:1: the source y and the name of the file differ"]
    assert read(path, "source: [x]")[1] == [
        "x.yaml:1: source must be text, not a list; a text in brackets needs quotes"
    ]


def test_all_that_is_wrong_is_told_in_one_run(path: Path) -> None:
    lines = told(path, "visits:\n- {visitor: a, host: b, stauts: x}\n- {visitor: a}\n- 5\nvisit: []\nsource: x")

    assert [line.split(":")[1] for line in sorted(lines)] == ["3", "3", "4", "5", "6", "7"]


def test_a_file_that_cannot_be_read_has_no_facts(path: Path) -> None:
    facts, problems, _ = read_facts(path.with_name("none.yaml"), "none.yaml", shipped_vocabulary(), {})

    assert (facts, str(problems[0])) == ([], "none.yaml: cannot be read: No such file or directory")


def test_a_section_of_ten_thousand_nodes_takes_no_longer_than_one_of_ties(path: Path) -> None:
    """Each line is looked up once, not searched for: a quadratic reader would take minutes."""
    facts, problems = read(path, "source: x\nevents:\n" + "".join(f"  e{n}: {{host: kenya}}\n" for n in range(10_000)))

    assert (len(facts), problems) == (10_000, [])
    assert facts[-1].place.line == 10_002


# Hypothesis: trees of the right and of any shape, with the pieces in any order.

WHOLE: dict[str, Any] = {
    "source": "x",
    "partnerships": [
        {"of": "vietnam", "with": ["kenya", {"every": "unsc"}], "tier": "csp", "since": "../2025", "per": "kenya"},
        {
            "of": "vietnam",
            "with": "kenya",
            "status": "ended",
            "until": "2024?",
            "withdrawn": {"on": "2025", "why": "w"},
        },
    ],
    "missions": {"m": {"sender": "kenya", "host": "vietnam", "seat": {"capital": "vietnam"}, "covers": ["a", "b"]}},
    "counts": [{"of": "vietnam", "says": "14", "parts": [{"what": "a", "says": "5"}], "named": ["kenya"]}],
    "tariffs": [
        {
            "imposed_by": "vietnam",
            "upon": "kenya",
            "rate": "20 %",
            "disputed": "yes",
            "evidence": [{"p": "1", "terms": ["a", "b"], "despite": "c"}, {"in": "y", "p": "2"}],
        }
    ],
}


def read_tree(path: Path, tree: Any) -> tuple[list[Fact], list[str]]:  # noqa: ANN401 - any tree
    """JSON is YAML, so any tree makes a file."""
    return read(path, json.dumps(tree))


def reordered(node: Any, draw: st.DrawFn) -> Any:  # noqa: ANN401 - any tree
    """The same tree with the keys of every mapping in some other order."""
    if isinstance(node, dict):
        return {key: reordered(node[key], draw) for key in draw(st.permutations(list(node)))}
    return [reordered(item, draw) for item in node] if isinstance(node, list) else node


@st.composite
def reorderings(draw: st.DrawFn) -> Any:  # noqa: ANN401 - any tree
    return reordered(WHOLE, draw)


@given(reorderings())
def test_the_order_of_keys_does_not_matter(path: Path, tree: Mapping[str, Any]) -> None:
    expected, problems = read_tree(path, WHOLE)
    found, none = read_tree(path, tree)

    assert problems == none == []
    assert {fact.id: fact for fact in found} == {fact.id: fact for fact in expected}


def spots(node: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:  # noqa: ANN401 - any tree
    """The way to every node of a tree."""
    inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [way, *(spot for key, value in inner for spot in spots(value, (*way, key)))]


LEAVES = st.sampled_from(["", "unknown", "yes", "2025", "every", "p", "9" * 99, "a\nb", "csp", "-"]) | st.text(
    max_size=5
)
TREES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(LEAVES, inner, max_size=2))


@given(st.sampled_from(spots(WHOLE)[1:]), TREES)
def test_one_thing_wrong_anywhere_is_told_and_never_raises(path: Path, way: tuple[Any, ...], wrong: Any) -> None:  # noqa: ANN401 - any tree
    tree = deepcopy(WHOLE)
    at: Any = tree
    for step in way[:-1]:
        at = at[step]
    at[way[-1]] = wrong

    facts, problems = read_tree(path, tree)

    assert all(line.startswith("x.yaml:") and unprintable(line) is None for line in problems)
    assert all(isinstance(end.id, str) for fact in facts for end in fact.ends)
    assert all(isinstance(citation.source, str) for fact in facts for citation in fact.evidence)


SECTIONS = st.sampled_from(sorted(kind.section for kind in shipped_vocabulary().relations.values()))
SOUND = st.fixed_dictionaries(
    {}, optional={section: st.just(WHOLE[section]) for section in WHOLE if section != "source"}
)
ANY = st.dictionaries(SECTIONS, TREES | st.lists(TREES, max_size=2), max_size=3)


@given(st.builds(operator.or_, SOUND, ANY))
def test_no_tree_raises(path: Path, tree: dict[str, Any]) -> None:
    facts, problems = read_tree(path, {"source": "x", **tree})

    assert all(line.startswith("x.yaml:") and unprintable(line) is None for line in problems)
    assert Counter(fact.kind for fact in facts).keys() <= shipped_vocabulary().relations.keys()


@pytest.mark.parametrize("empty", ["says:", 'says: ""'])
def test_a_field_that_is_given_says_something(path: Path, empty: str) -> None:
    text = f"statements:\n  s:\n    speaker: kenya\n    {empty}\n"

    assert told(path, text) == ["x.yaml:5: says is empty; fill it in, or take it out"]


@pytest.mark.parametrize(
    ("fields", "advice"),
    [
        ("amount: 25,000 EUR", 'amount: "25,000 EUR"'),
        ("purpose: roads, bridges", 'purpose: "roads, bridges"'),
    ],
)
def test_a_value_that_a_comma_cut_is_told_to_be_quoted(path: Path, fields: str, advice: str) -> None:
    (problem,) = told(path, f"contributions:\n  - {{giver: kenya, recipient: vietnam, {fields}}}")

    assert problem.endswith(
        f"is not a field of contributions; between braces a comma ends a value: quote one that has it, {advice}"
    )
