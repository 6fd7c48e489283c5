"""What the page is given, as types: script/data/data.mjs has the same from the side of the script.

A key that is `NotRequired` is left out where there is nothing to say. Everything is what JSON can hold; places are
pixels, x and y from the middle of the picture or of the map.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from relgraph.sources.paragraph import State

Place: TypeAlias = list[float]


class EndRecord(TypedDict):
    """Who stands at an end of a fact, in which role, and when it was `away`: the days of leaving and of coming back."""

    role: str
    id: str
    away: NotRequired[list[list[str]]]


class CitationRecord(TypedDict):
    """A paragraph that a fact cites, the terms in it, and how far they were verified.

    Of a table it has the key of the `row`, and `paragraph` is the number of it, 0 where that is not known. Where it is,
    `columns` are what cells of it give, each with the number of its column: "since 5". `minor` says what it is there
    for, where others carry the fact; `inferred` that the curator concludes from it.
    """

    source: str
    paragraph: int
    terms: list[str]
    verified: State
    row: NotRequired[str]
    columns: NotRequired[list[str]]
    minor: NotRequired[str]
    inferred: NotRequired[bool]


class CountRecord(TypedDict):
    """What a stated count says, its members as lists of ids, and how many are missing.

    `counts` is the kind of relation counted, if the count names one; `exact` is false where the source sets no
    upper limit.
    """

    says: str
    counts: str | None
    named: list[str]
    derived: list[str]
    unnamed: float
    exact: bool


class ThenRecord(TypedDict):
    """How a fact that is over was told while it held."""

    says: str
    status: str
    effect: str


class ToldRecord(TypedDict):
    """How a fact was told from a day on, which is counted as days are."""

    day: int
    says: str


class StepsRecord(TypedDict):
    """What paths need of a fact that they walk: the class of its rung, its steps as (reading, reading, from, to).

    The readings are numbers in those of PathsRecord: from the one to the other, and back. Of what is over `steps_then`
    has those of each step while it held.
    """

    steps: list[list[int | str]]
    steps_then: NotRequired[list[list[int]]]
    level: NotRequired[int]


class GroupRecord(TypedDict):
    """What the page needs to point to a statement about a group: whom it ties with it, and whom it may stand for.

    `members` are those that are named; without them whoever is of the `kinds` may be meant. `level` is the class of its
    rung, `told` the pointer itself, `told_then` that to what is over, for the days on which it held.
    """

    near: str
    kinds: list[str]
    members: NotRequired[list[str]]
    level: NotRequired[int]
    told: str
    told_then: NotRequired[str]


class FactRecord(TypedDict):
    """All that the panel tells of a fact, or of an edge that the files of actors give (`origin` reference).

    `ladder` is that of its pair, where it has a tier; `dates` are all of its dates in words, `dated` tells which of
    them rest on what a card says of its source, and how; `then` is how what is over was told while it held;
    `told` how what some left and came back to was told from which day on, in order; `undated`
    marks what has no date though one of its kind can; `counted` is the day of a total; `lasts` (no, maybe) is told of
    what may have been over when its sources spoke; `effective` is the day from which what happened counts, where it is
    another, `closed_by` are the facts by which it ended for somebody. `beside` says how many publishers corroborate it
    and what other sources say instead, `publishers` how many bear it by themselves, `rivals` are facts with another
    tier that do. `groups` are those at its ends that it is told of as such, `unsaid` fields that its sentence leaves
    out.
    `level` and those that begin with `steps` are those of StepsRecord, where paths walk it.
    """

    says: str
    name: NotRequired[str]
    kind: str
    type: NotRequired[str]
    tier: NotRequired[str]
    ladder: NotRequired[str]
    level: NotRequired[int]
    steps: NotRequired[list[list[int | str]]]
    steps_then: NotRequired[list[list[int]]]
    status: str
    effect: str
    origin: str
    ends: list[EndRecord]
    on: NotRequired[str]
    since: NotRequired[str]
    until: NotRequired[str]
    seen: NotRequired[str]
    dates: NotRequired[str]
    dated: NotRequired[list[str]]
    then: NotRequired[ThenRecord]
    told: NotRequired[list[ToldRecord]]
    undated: NotRequired[bool]
    lasts: NotRequired[str]
    counted: NotRequired[str]
    effective: NotRequired[str]
    closed_by: NotRequired[list[str]]
    per: NotRequired[list[str]]
    note: NotRequired[str]
    stance: NotRequired[str]
    disputed: NotRequired[bool]
    inferred: NotRequired[bool]
    refused: NotRequired[bool]
    beside: NotRequired[list[str]]
    publishers: NotRequired[int]
    rivals: NotRequired[list[str]]
    climbs: NotRequired[list[list[int]]]
    groups: NotRequired[list[GroupRecord]]
    unsaid: NotRequired[dict[str, str]]
    count: NotRequired[CountRecord]
    rule: NotRequired[str]
    premises: NotRequired[list[str]]
    evidence: NotRequired[list[CitationRecord]]
    file: NotRequired[str]
    line: NotRequired[int]


class NodeRecord(TypedDict):
    """A node with every name it is found by, the ids of the facts it takes part in, and its places.

    `called` is its name inside a sentence where that begins with a small letter, `article` what stands
    before it there, `fact` the fact that it stands for.
    `x` and `y` are its place when everything is drawn, `home` when only ties are; `community` the number of that which
    it is in, where the matrix can be ordered by them; `members` those that the entry of a group names.
    """

    id: str
    label: str
    called: NotRequired[str]
    article: NotRequired[str]
    kind: str
    type: NotRequired[str]
    iso: NotRequired[str]
    part_of: NotRequired[str]
    fact: NotRequired[str]
    members: NotRequired[list[str]]
    names: list[str]
    facts: list[str]
    x: float
    y: float
    home: NotRequired[Place]
    map: NotRequired[Place]
    community: NotRequired[int]


_EdgeEnds = TypedDict("_EdgeEnds", {"from": str, "to": str})


class EdgeRecord(_EdgeEnds):
    """An edge, drawn from one end to the other; `role` is the actor's in a fact that is a node.

    `rung` is the height on its ladder, 0 off it. `tie` marks those that paths walk, `implied` those that are derived
    where a closer tie joins the same two, `stood_for` those on a rung that a kind of relation stands for.
    """

    id: str
    relation: str
    role: NotRequired[str]
    tier: NotRequired[str]
    ladder: NotRequired[str]
    stood_for: NotRequired[bool]
    rung: int
    status: str
    effect: str
    origin: str
    symmetric: bool
    tie: bool
    implied: bool
    fact: str


class SourceRecord(TypedDict):
    """What a card says of its source; `paragraphs` by number, only in a page for one's own machine."""

    title: str
    publisher: str
    published: str
    author: NotRequired[str]
    url: NotRequired[str]
    archived: NotRequired[str]
    retrieved: NotRequired[str]
    paragraphs: NotRequired[dict[int, str]]


class LabelRecord(TypedDict):
    """What one of a kind is called."""

    label: str


class KindRecord(LabelRecord):
    """What one and several of a kind are called; `figure` marks one whose facts are numbers said of their first end.

    By a kind of relation that `acts`, the first end acts for the second: for one of a kind of actor that is `held`. By
    one that `gathers`, the first is a member of the second.
    """

    plural: str
    figure: NotRequired[bool]
    acts: NotRequired[bool]
    gathers: NotRequired[bool]
    held: NotRequired[bool]


class TierRecord(TypedDict):
    """What a tier is called in full; `level` is the class of a rung, one of those of PathsRecord."""

    id: str
    label: str
    level: NotRequired[int]


class LadderRecord(TypedDict):
    """A ladder with its rungs, lowest first, and the labels beside it; `owners` are whose it is, none for nobody's."""

    label: str
    owners: list[str]
    rungs: list[TierRecord]
    beside: list[TierRecord]


class TermsRecord(TypedDict):
    """What kinds, statuses and rungs are called, by their ids."""

    actors: dict[str, KindRecord]
    relations: dict[str, KindRecord]
    statuses: dict[str, LabelRecord]
    ladders: dict[str, LadderRecord]


class OwnRungRecord(TypedDict):
    """How a class of rungs that stand equal is called on one ladder, by those who own it; see RungRecord."""

    owners: list[str]
    name: str
    label: str
    full: NotRequired[str]


class RungRecord(TypedDict):
    """A class of rungs: how it is called, in short and in full, and the classes at or above it.

    `owners` are those whose ladders it stands on, where it is on none that is nobody's. `full` is its name with that
    of its ladder, where that is not the general one. `own` has how those call it who own one of several equal rungs.
    """

    name: str
    label: str
    full: NotRequired[str]
    above: list[int]
    owners: NotRequired[list[str]]
    own: NotRequired[list[OwnRungRecord]]


class PathsRecord(TypedDict):
    """What paths walk: kinds of relation and of actor, the classes of rungs in their order.

    Each of `compare` names rungs of several ladders, by ladder, that stand equal.
    `readings` are the sentences of steps, with U+E000 and U+E001 where the names of their two ends go.
    """

    kinds: list[str]
    actors: list[str]
    rungs: list[RungRecord]
    compare: list[dict[str, str]]
    readings: list[str]


class MapRecord(TypedDict):
    """Outlines of the land, in units of so many pixels: the first corner from the middle, then steps to each next.

    `rim` has the corners of the map's eastern edge from north to south, in pixels; the western is its mirror image.
    """

    unit: float
    land: tuple[tuple[int, ...], ...]
    rim: list[Place]


class CoveredRecord(TypedDict):
    """What a source covers: the kinds of relation, and the first and last day of the time that it certainly covers.

    Whom: `actors` as its card names them; or who is `coded` by a scheme, where that is asked without a day or no list
    has them, and on days `listed` in one.
    """

    told: str
    kinds: list[str]
    span: list[int]
    actors: NotRequired[list[str]]
    coded: NotRequired[list[str]]
    listed: NotRequired[dict[str, list[list[int]]]]


class SoughtRecord(TypedDict):
    """A search that found nothing: of which kind of relation, who looked where and when, between whom, in what time."""

    kind: str
    told: str
    between: list[str]
    span: list[int]


class ClosingRecord(TypedDict):
    """A kind of relation that ends by facts of another: of these narrower kinds, or of all where none is named.

    `but` are the ids of the facts by which it does not: their dataset, of several, has the rule switched off.
    """

    kind: str
    kinds: list[str]
    but: NotRequired[list[str]]


class SilenceRecord(TypedDict):
    """What it takes to say what it means that nothing ties two.

    `labels` are what the kinds of relation are called that paths walk, `nodes` the kinds whose facts are nodes,
    `closes` what ends by facts of a kind.
    """

    labels: dict[str, str]
    nodes: list[str]
    covered: NotRequired[list[CoveredRecord]]
    sought: NotRequired[list[SoughtRecord]]
    closes: NotRequired[dict[str, list[ClosingRecord]]]


class StoryStepRecord(TypedDict):
    """A caption, and the state of the page that it is told of, as the part of an address after #."""

    caption: str
    state: str


class StoryRecord(TypedDict):
    """A story: its title, and its steps in order."""

    title: str
    steps: list[StoryStepRecord]


class Payload(TypedDict):
    """The whole.

    `others` are names of those that a fact mentions, or whose ladder is told, and that are not drawn; `map` is there
    if any has a place on it. `spans` has every date as written: its first and last day, and 1 for a `?`. `private`
    marks a page that holds paragraphs of the sources. `changes` are the words for what changes between two days, in
    the order in which it is told, `part` says of which part of its dataset a page is made.
    `regions` has the ids of the nodes in each region of the world (M49).
    """

    nodes: list[NodeRecord]
    edges: list[EdgeRecord]
    facts: dict[str, FactRecord]
    others: dict[str, str]
    sources: dict[str, SourceRecord]
    regions: dict[str, list[str]]
    private: bool
    terms: TermsRecord
    changes: list[str]
    spans: dict[str, list[int]]
    paths: PathsRecord
    silence: SilenceRecord
    map: NotRequired[MapRecord]
    stories: NotRequired[list[StoryRecord]]
    part: NotRequired[str]
