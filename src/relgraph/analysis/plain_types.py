"""The plain forms of facts, ends and citations as types: what programs may rely on in JSON.

A key that is `NotRequired` is left out where there is nothing to say. Dates and figures are texts, as written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NotRequired, TypedDict

if TYPE_CHECKING:
    from relgraph.sources.paragraph import State


class PlainAbsence(TypedDict):
    """From when until when somebody was away from a fact, which went on for others."""

    since: str
    until: str


class PlainEnd(TypedDict):
    """Who stands at an end: role, id, name and kind of actor (or of the fact that stands there).

    Who left a fact that went on for others stood there `until` a day. Who had left it and came back was `away`.
    """

    role: str
    id: str
    name: str
    type: str
    until: NotRequired[str]
    away: NotRequired[list[PlainAbsence]]


class PlainCitation(TypedDict):
    """A citation: what the card says of its source, paragraph, terms, and how far they were verified.

    `carries` what of the fact: ends (all of them), figures, words of its kind, a date, a name. Those come first that
    carry more than a date or a name. `inferred` marks one from which the curator concludes. Of a table it has, in
    place of the paragraph, the key of the `row`, its `address` (RFC 7111), the `columns` of ends, fields and dates, and
    the addresses of their `cells`.
    """

    source: str
    author: NotRequired[str]
    file: NotRequired[str]
    url: NotRequired[str]
    archived: NotRequired[str]
    retrieved: NotRequired[str]
    paragraph: NotRequired[int]
    row: NotRequired[str]
    address: NotRequired[str]
    columns: NotRequired[dict[str, str]]
    cells: NotRequired[dict[str, str]]
    terms: list[str]
    inferred: NotRequired[bool]
    carries: list[str]
    verified: State


class PlainDerivation(TypedDict):
    """A rule, and the ids of what it gives a fact from."""

    rule: str
    premises: list[str]


class PlainDated(TypedDict):
    """A date that no cited paragraph gives by itself: the field it is in, and what it rests on.

    `by` is published or covers, and `of` what the card of `source` gives for that; `words` are those of the paragraph
    that rest on it, if any do.
    """

    field: str
    date: str
    by: str
    of: str
    source: str
    paragraph: int
    words: NotRequired[str]


class PlainWithdrawal(TypedDict):
    """When and why a fact was taken back."""

    on: str
    why: str


class PlainDiffers(TypedDict):
    """A fact of another source that differs in a date, a tier or a figure; `gives` has this one's and that one's."""

    fact: str
    what: str
    gives: list[str]


class PlainFact(TypedDict):
    """A fact: `rule` and `premises` of a derived one, `corroborated` by what a stated one follows from too.

    `closed_by` are the events that ended it, `changed_by` those that gave it its status, or by which some left it.
    `dated` has the dates that rest on what a card says of its source. `figures` are its numbers by their fields,
    `details` all else in fields of its own. Of one that check has `refused`, no citation is verified. `also` are the
    ids of records that say the same, `publishers` those that corroborate it, `differs` what other sources say instead.
    `file` and `line` tell where it is written.
    """

    id: str
    kind: str
    type: NotRequired[str]
    text: str
    name: NotRequired[str]
    ends: list[PlainEnd]
    tier: NotRequired[str]
    status: str
    on: NotRequired[str]
    since: NotRequired[str]
    until: NotRequired[str]
    seen: NotRequired[str]
    dated: NotRequired[list[PlainDated]]
    derived: bool
    rule: NotRequired[str]
    premises: NotRequired[list[str]]
    closed_by: NotRequired[list[str]]
    changed_by: NotRequired[list[str]]
    corroborated: NotRequired[list[PlainDerivation]]
    per: NotRequired[list[str]]
    figures: NotRequired[dict[str, str]]
    details: NotRequired[dict[str, Any]]
    note: NotRequired[str]
    stance: NotRequired[str]
    disputed: NotRequired[bool]
    withdrawn: NotRequired[PlainWithdrawal]
    inferred: NotRequired[bool]
    refused: NotRequired[bool]
    also: NotRequired[list[str]]
    publishers: NotRequired[list[str]]
    differs: NotRequired[list[PlainDiffers]]
    evidence: list[PlainCitation]
    file: NotRequired[str]
    line: NotRequired[int]


class PlainHeld(PlainFact):
    """A fact of a view: whether it `holds` on the day asked for, and is `superseded`; `holds` is yes, maybe or no.

    Where nothing is asked of time a listing leaves `holds` out; `superseded` is there where a later tier replaced it.
    """

    holds: NotRequired[str]
    superseded: NotRequired[str]
