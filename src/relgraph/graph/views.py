"""Views: which facts take part in an answer.

By default those that hold: planned, ended, superseded, disputed and withdrawn facts stay out. A view
never alters the dataset; it is a selection with, for each fact, whether it holds for certain.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields, replace
from itertools import compress
from math import inf
from typing import TYPE_CHECKING, NamedTuple
from weakref import ref

from relgraph.errors import MisuseError
from relgraph.facts.conflicts import TIER
from relgraph.facts.derive import has_held, holds, is_sound
from relgraph.facts.knowledge_time import known, known_by
from relgraph.facts.likeness import pair_in_order
from relgraph.facts.valid_time import happened_in, is_unsure, lasts, standing
from relgraph.reading.dates import Truth, day_asked
from relgraph.reading.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.reading.dates import Date
    from relgraph.vocabulary.model import Vocabulary

EVERY_STATUS = "all"


@dataclass(frozen=True, slots=True)
class View:
    """What is let into an answer.

    `as_of` asks for the state of the world on a day, `known` for what sources published by a day say: facts that
    only later ones carry are left out, later citations too, and what follows by a rule follows from the rest alone.
    `kinds` limits the kinds of relation (None: the answer's own choice). `statuses` lets in facts of these
    statuses besides those that hold. `certain` keeps only what holds for sure, `stated` leaves derived
    facts out. `superseded` lets in tiers that a later one replaced, `unsound` what is disputed, denied or
    withdrawn. What happened counts from then on, unless only what did so `within` the time of `as_of` is asked for.

    A day given as text, such as "2025-06-30", as a year's number or as a day of datetime is read as a date; NotADate
    (a ValueError) is raised for what is none. Kinds and statuses may be given as any collection, or as one word.
    MisuseError is raised for a word where True or False is wanted, and by whoever selects by a kind or a status that
    the vocabulary does not have.
    """

    as_of: Date | None = None
    known: Date | None = None
    kinds: frozenset[str] | None = None
    statuses: frozenset[str] = frozenset()
    certain: bool = False
    stated: bool = False
    superseded: bool = False
    unsound: bool = False
    within: bool = False

    def __post_init__(self) -> None:
        for name in ("as_of", "known"):
            day = getattr(self, name)
            if day is not None:
                object.__setattr__(self, name, day_asked(day))
        for name in ("kinds", "statuses"):
            words = getattr(self, name)
            if words is not None and not isinstance(words, frozenset):
                object.__setattr__(self, name, frozenset({words} if isinstance(words, str) else words))
        for one in fields(self):
            if one.default is False and isinstance(word := getattr(self, one.name), str):
                raise MisuseError(f"{one.name}={word!r} is a word; give True or False")

    def widened(self, *, unsound: bool = False) -> View:
        """The same with tiers that a later one replaced and, unless it names some, facts of every status.

        With `unsound`, what is disputed, denied or withdrawn too: then nothing is missing that the days, the kinds and
        the statuses asked for let in.
        """
        statuses = self.statuses or frozenset({EVERY_STATUS})
        return replace(self, statuses=statuses, superseded=True, unsound=unsound or self.unsound)

    def takes(self, truth: Truth) -> bool:
        """Whether what is true to that degree is let in: yes always, maybe unless only what is certain is asked for."""
        return truth is Truth.YES or (truth is Truth.MAYBE and not self.certain)

    @property
    def told(self) -> str:
        """What tells it from every other view, in one line."""
        given = ((one.name, getattr(self, one.name)) for one in fields(self))
        return ", ".join(f"{name}={sorted(value) if isinstance(value, frozenset) else value}" for name, value in given)

    @property
    def belief(self) -> View:
        """What it believes of the facts alone: its days, and whether it lets in what may be or follows by a rule.

        For answers that choose the kinds and statuses themselves.
        """
        return View(as_of=self.as_of, known=self.known, certain=self.certain, stated=self.stated)


DEFAULT_VIEW = View()
EVERYTHING = DEFAULT_VIEW.widened()
"""Every fact that is not disputed, denied or withdrawn, each with its status: what an export holds, and the page."""


class Held(NamedTuple):
    """A fact of a view.

    `truth` is whether it is as it says, yes or maybe (a plan, that it is planned); `superseded` whether a later, higher
    tier has replaced it; `holds` whether it is so in the world: never for what is planned, denied, disputed or over.
    `day` is that which the view asks for, if it asks for one.
    """

    fact: Fact
    truth: Truth
    superseded: Truth = Truth.NO
    holds: Truth = Truth.YES
    day: Date | None = None


def as_known(dataset: Dataset, view: View) -> Dataset:
    """The dataset as a view knows it: the same, unless the view asks what could be known by a day."""
    return known_by(dataset, view.known, certain=view.certain)


def select(dataset: Dataset, view: View = DEFAULT_VIEW) -> list[Held]:
    """The facts of a view, in order of id. Raises MisuseError for a kind or a status that the vocabulary lacks."""
    _ask_for_known(view, dataset.vocabulary)
    dataset = as_known(dataset, view)
    return _let_in(_JUDGEMENTS.of(dataset, view), dataset, view)


def select_concerning(dataset: Dataset, view: View, *each: str) -> list[Held]:
    """The facts of a view that concern each of some ids: in which it takes part, that it says, or that are it.

    They are as `select` has them, in order of id; no other fact is looked at but those of the same pairs. Raises as
    `select` does.
    """
    _ask_for_known(view, dataset.vocabulary)
    return _held_concerning(as_known(dataset, view), view, each)


def _held_concerning(dataset: Dataset, view: View, each: Sequence[str]) -> list[Held]:
    """The same of a dataset that is as the view knows it."""
    facts = _concerning(dataset, view, each)
    wanted = {id(fact) for fact in facts}
    beside = [fact for fact in _of_their_pairs(facts, dataset, view, each) if id(fact) not in wanted]
    judged = _judged([*facts, *beside], dataset, view)
    return _let_in((one for one in judged if id(one.fact) in wanted), dataset, view)


def select_concerning_any(dataset: Dataset, view: View, ids: Iterable[str]) -> list[Held]:
    """The facts of a view that concern one of some ids at least, in order of id."""
    _ask_for_known(view, dataset.vocabulary)
    dataset = as_known(dataset, view)  # once: what is worked out for a day is made of other records each time
    found = {id(held.fact): held for one in sorted(ids) for held in _held_concerning(dataset, view, (one,))}
    return sorted(found.values(), key=lambda held: (held.fact.id, held.fact.derived, held.fact.place))


def _concerning(dataset: Dataset, view: View, each: Iterable[str]) -> list[Fact]:
    """The facts that concern each of some ids, in the order of the dataset."""
    found = dataset.concerning_each(*each)
    return [fact for fact in found if not fact.derived] if view.stated else list(found)


def _of_their_pairs(facts: Iterable[Fact], dataset: Dataset, view: View, each: Iterable[str]) -> list[Fact]:
    """All facts of the pairs that some facts on rungs tie, where these are others than those asked for."""
    asked, of_kinds = set(each), dataset.vocabulary.ladders_of_kinds
    ranked = (fact for fact in facts if fact.tier is not None or fact.kind in of_kinds)
    pairs = {tuple(sorted(fact.pair)) for fact in ranked if not asked <= set(fact.pair)}
    found = ((pair, other) for pair in sorted(pairs) if pair for other in _concerning(dataset, view, pair))
    return [other for pair, other in found if tuple(sorted(other.pair)) == pair]


class _Judged(NamedTuple):
    """A fact by the days of a view alone: whether it is `so` in the world, and as it says; how far it is `replaced`."""

    fact: Fact
    so: Truth
    truth: Truth
    replaced: Truth


class _Judgements:
    """What was judged last of all facts of a dataset, held weakly: an export selects by several views of one day."""

    def __init__(self) -> None:
        self._known: tuple[Callable[[], Dataset | None], View, list[_Judged]] | None = None

    def of(self, dataset: Dataset, view: View) -> list[_Judged]:
        """All facts, stated or derived, or the stated ones alone if the view asks for these."""
        asked = replace(view, statuses=frozenset(), superseded=False, unsound=False)
        known = self._known
        if known is None or known[0]() is not dataset or known[1] != asked:
            facts = dataset.standing if view.stated else dataset.all_facts
            known = self._known = (ref(dataset, self._forget), asked, _judged(facts, dataset, asked))
        return known[2]

    def _forget(self, _: object) -> None:
        self._known = None


_JUDGEMENTS = _Judgements()


def _judged(facts: Iterable[Fact], dataset: Dataset, view: View) -> list[_Judged]:
    """Facts of the kinds of a view, in order of id. With a fact all others of its pair must be there."""
    asked = [(fact, _is_so(fact, dataset, view)) for fact in facts if view.kinds is None or fact.kind in view.kinds]
    replaced = _superseded([fact for fact, so in asked if so is not Truth.NO], dataset, view)
    found = [_Judged(fact, so, truth_of(fact, dataset, view), replaced.get(fact.id, Truth.NO)) for fact, so in asked]
    found.sort(key=lambda one: one.fact.id)
    return found


def _let_in(judged: Iterable[_Judged], dataset: Dataset, view: View) -> list[Held]:
    """Those that a view lets in, in the same order."""
    found = []
    for fact, so, truth, replaced in judged:
        if so is not Truth.NO or _is_let_in(fact, dataset, view):
            tops = ~replaced
            given = truth if view.superseded else truth & tops
            if view.takes(given):
                found.append(Held(fact, given, replaced, given & tops & so, view.as_of))
    return found


def _ask_for_known(view: View, vocabulary: Vocabulary) -> None:
    for name in sorted((view.kinds or frozenset()) - vocabulary.relations.keys()):
        raise MisuseError(f"{name} is not a kind of relation{did_you_mean(name, vocabulary.relations)}")
    for name in sorted(view.statuses - vocabulary.statuses.keys() - {EVERY_STATUS}):
        raise MisuseError(f"{name} is not a status{did_you_mean(name, [*vocabulary.statuses, EVERY_STATUS])}")


def _is_let_in(fact: Fact, dataset: Dataset, view: View) -> bool:
    """Whether a fact that is not so is asked for by its status; disputed and withdrawn ones only if as such."""
    return _has_status(fact, dataset, view.statuses) and (view.unsound or is_sound(fact))


def _has_status(fact: Fact, dataset: Dataset, statuses: frozenset[str]) -> bool:
    """Whether a fact has one of some statuses, or is over whatever its own, if they ask for what has ended."""
    if fact.status in statuses or EVERY_STATUS in statuses:
        return True
    effect = dataset.vocabulary.effect
    return any(effect(one).over for one in statuses) and lasts(fact, dataset.library) is Truth.NO


def _has_ended(fact: Fact, dataset: Dataset) -> bool:
    return dataset.vocabulary.effect(fact.status).over


def _is_so(fact: Fact, dataset: Dataset, view: View) -> Truth:
    """Whether a fact is so in the world; on a day that is asked for, if it was then: what has ended may have been."""
    vocabulary = dataset.vocabulary
    if view.as_of is not None:
        return Truth.YES if holds(fact, vocabulary) or has_held(fact, vocabulary) else Truth.NO
    return lasts(fact, dataset.library) if holds(fact, vocabulary) else Truth.NO


def truth_of(fact: Fact, dataset: Dataset, view: View) -> Truth:
    """Whether a fact is as it says, by the days of a view; a later tier is not looked at."""
    stands = happened_in(fact, view.as_of) if view.within else standing(fact, view.as_of)
    truth = stands & known(fact, view.known, dataset.library)
    if view.as_of is None and lasts(fact, dataset.library) is Truth.MAYBE:
        truth &= Truth.MAYBE
    if view.as_of is not None and fact.when.until is None and _has_ended(fact, dataset):
        truth &= Truth.MAYBE & ~known(fact, view.as_of, dataset.library)  # it had, when its source was published
    return truth & Truth.MAYBE if view.certain and is_unsure(fact) else truth


def _superseded(facts: Iterable[Fact], dataset: Dataset, view: View) -> dict[str, Truth]:
    """For each fact on a rung, whether a higher one of the same pair and ladder that began later and holds replaced it.

    They are those that are so. One that stands on several ladders is replaced where it is on any of them.
    """
    found: dict[str, Truth] = {}
    for levels in _ranked(facts, dataset).values():
        above = _Above()
        for height in sorted(levels, reverse=True) if len(levels) > 1 else ():
            for fact in levels[height]:
                later = above.later(fact, _rivals(fact, dataset))
                found[fact.id] = ~(~later & ~found.get(fact.id, Truth.NO))
            for fact in levels[height]:
                above.add(fact, truth_of(fact, dataset, view))
    return found


def _ranked(facts: Iterable[Fact], dataset: Dataset) -> dict[tuple[str, ...], dict[int, list[Fact]]]:
    """Those on a rung, by what climbs which ladder, and by height; what alone may climb is not asked.

    Only facts of one kind climb against one another, and those of all kinds that have ladders.
    """
    ranked: dict[tuple[str, ...], dict[int, list[Fact]]] = {}
    of_kinds = dataset.vocabulary.ladders_of_kinds
    on_rungs = [fact for fact in facts if fact.tier is not None or fact.kind in of_kinds]
    climbing = [("" if fact.kind in of_kinds else fact.kind, *pair_in_order(fact)) for fact in on_rungs]
    times = Counter(climbing)
    for fact in compress(on_rungs, [times[one] > 1 for one in climbing]):
        for climb, height in dataset.alike.climbs(fact):
            ranked.setdefault(climb, {}).setdefault(height, []).append(fact)
    return ranked


def _rivals(fact: Fact, dataset: Dataset) -> frozenset[str]:
    """Those that other sources set against the fact for the same time: these stand beside it."""
    return frozenset(conflict.other.id for conflict in dataset.conflicts.get(fact.id, ()) if conflict.what == TIER)


class _Above:
    """The ties of a pair on higher rungs: whether one of them that did not certainly begin before a fact holds."""

    def __init__(self) -> None:
        self._facts: list[tuple[Fact, Truth]] = []
        self._latest: dict[Truth, float] = {}

    def add(self, fact: Fact, truth: Truth) -> None:
        """Take in a tie, and how far it holds."""
        since = fact.when.since
        begins = since.last if since is not None and not since.unsure else inf
        self._facts.append((fact, truth))
        self._latest[truth] = max(begins, self._latest.get(truth, -inf))

    def later(self, fact: Fact, rivals: frozenset[str]) -> Truth:
        """Whether one of them holds that may have begun when a fact did or later, and is none of its rivals."""
        since = fact.when.since
        begins = since.first if since is not None and not since.unsure else -inf
        if rivals:
            others = [(other, truth) for other, truth in self._facts if other.id not in rivals]
            truths = {truth for other, truth in others if not _begins_before(other, fact)}
        else:
            truths = {truth for truth, latest in self._latest.items() if latest >= begins}
        return Truth.YES if Truth.YES in truths else Truth.MAYBE if Truth.MAYBE in truths else Truth.NO


def _begins_before(one: Fact, other: Fact) -> bool:
    """Whether a tie certainly began before another did."""
    first, second = one.when.since, other.when.since
    return first is not None and second is not None and first.before(second) is Truth.YES
