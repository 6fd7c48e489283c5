"""The answer to "which path ties A to B": its records and its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from relgraph.analysis.answer import Answer
from relgraph.analysis.telling import grounds, links, machine_read_told, no_kinds, refused_word, sources, where_kept
from relgraph.checks.refused import REFUSED, is_refused
from relgraph.errors import MisuseError
from relgraph.facts.sentences import along, dates, listed
from relgraph.facts.statuses import status_label
from relgraph.facts.tiers import tier_label
from relgraph.facts.witnesses import beside
from relgraph.graph.ties import TIES
from relgraph.reading.dates import Truth
from relgraph.reading.plurals import counted
from relgraph.vocabulary.kinds import DATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from relgraph.analysis.paths.search import Route
    from relgraph.analysis.paths.wanted import Wanted
    from relgraph.analysis.silence import Silence
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.graph.steps import Tie
    from relgraph.graph.views import View


class Step(NamedTuple):
    """One step of a path: all ties of the best kind between two nodes, and the `others` that they have."""

    source: str
    target: str
    ties: tuple[Tie, ...]
    others: tuple[Tie, ...] = ()


class Path(NamedTuple):
    """A way from one actor to another.

    `rung` is the weakest rung on it, None if some step has none, `weakest` what it is called in words, `in_full` with
    its ladder where several have such a rung; where the weakest rungs stand on ladders that cannot be compared, all of
    them are named.
    """

    steps: tuple[Step, ...]
    rung: str | None
    weakest: str | None = None
    in_full: str | None = None

    @property
    def hops(self) -> int:
        """How many steps it takes."""
        return len(self.steps)

    @property
    def nodes(self) -> Route:
        """The actors it passes, both ends included."""
        return (self.steps[0].source, *(step.target for step in self.steps))


@dataclass(frozen=True, slots=True)
class PathAnswer(Answer):
    """The answer to "which path ties A to B": the best path, others, or why there is none.

    `equals` tells how many of `paths` are as good as the first; the rest are worse, best first. `nodes` and
    `pairs` count the projection that was searched, `kinds` the relations in it, `scope` whether it holds
    the ties of countries and bodies or all. `above` is the rung just above the answer's, at which the two do not
    connect, `above_label` what it is called in full, `needed` what would join them there. `incomparable` marks
    answers whose weakest rungs, of one best path or of several, stand on ladders which no comparison sets against
    each other. Where there is no path, `may_cover` are statements about a group that may cover one, and `silence` tells
    whether a tie of the two is not there, not known, or not covered.
    """

    columns: ClassVar = ("step", "tie", "status", "dates", "derived", "holds", "refused", "sources", "links", "note")

    source: str
    target: str
    by: str
    paths: tuple[Path, ...]
    equals: int
    nodes: int
    pairs: int
    kinds: tuple[str, ...]
    scope: str
    wanted: Wanted
    view: View
    dataset: Dataset = field(repr=False, compare=False)
    above: str | None = None
    above_label: str | None = None
    incomparable: bool = False
    reason: str | None = None
    needed: str = ""
    may_cover: tuple[Fact, ...] = ()
    silence: Silence | None = None

    @property
    def found(self) -> bool:
        """Whether there is a path."""
        return bool(self.paths)

    @property
    def best(self) -> Path:
        """The first of the best paths. Raises MisuseError, with the reason, where there is none: see `found`."""
        if not self.paths:
            start, goal = self.dataset.names.label(self.source), self.dataset.names.label(self.target)
            raise MisuseError(f"no path between {start} and {goal}: {self.reason} (.found tells whether there is one)")
        return self.paths[0]

    def lines(self) -> Iterator[str]:
        """The best path step by step with what ties the two and who says so, the others, and what was searched."""
        start, goal = self.dataset.names.label(self.source), self.dataset.names.label(self.target)
        if not self.found:
            yield f"no path between {start} and {goal}: {self.reason}"
            for fact in self.may_cover:
                yield from (f"     {line}" for line in grounds(self.dataset, fact))
            if self.silence and self.kinds:
                yield self.silence.told(self.dataset)
        else:
            yield _headline(start, goal, self)
            for number, step in enumerate(self.best.steps, start=1):
                yield from _told_step(self.dataset, number, step)
            yield from _told_others(self.dataset, self)
            if self.needed:
                yield f"at {self.above_label} {self.needed}"
            yield from where_kept(self.dataset, self._facts())
        nodes = "countries and bodies" if self.scope == TIES else "actors and nodes"
        kinds = f"({', '.join(self.kinds)})" if self.kinds else f"({no_kinds(self.dataset)})"
        yield f"searched {self.nodes} {nodes}, {counted(self.pairs, 'tied pair')} {kinds}"
        if not self.found:
            yield from machine_read_told(self.dataset, self.kinds)

    def rows(self) -> Iterator[dict[str, Any]]:
        """A row for each tie of the best path, in order of its steps."""
        for number, step in enumerate(self.best.steps if self.found else (), start=1):
            for tie in step.ties:
                yield {
                    "step": number,
                    "tie": _reads(self.dataset, step, tie),
                    "status": status_label(self.dataset, tie.fact, tie.day),
                    "dates": dates(self.dataset, tie.fact, tie.day),
                    "derived": tie.fact.derivation.rule if tie.fact.derivation else "",
                    "holds": tie.holds.value,
                    "refused": refused_word(self.dataset, tie.fact),
                    "sources": sources(self.dataset, tie.fact),
                    "links": links(self.dataset, tie.fact),
                    "note": tie.fact.note,
                }

    def _facts(self) -> Iterator[Fact]:
        return (tie.fact for path in self.paths for step in path.steps for tie in (*step.ties, *step.others))

    def _asked(self) -> dict[str, Any]:
        from relgraph.analysis.asked import asked  # noqa: PLC0415 - for programs alone

        wanted = self.wanted
        told = {"by": wanted.by, "most": wanted.most, "min_tier": wanted.min_tier, "view": wanted.scope}
        more = {"via": list(wanted.via), "avoid": list(wanted.avoid)}
        return asked(self.dataset, self.view, self._facts(), path=[self.source, self.target], **told, **more)

    def plain(self) -> dict[str, Any]:
        """The best path with its steps, the others, why there is none, and what was searched."""
        from relgraph.analysis.plain import plain_fact  # noqa: PLC0415 - as above

        best = self.best if self.found else None
        return {
            "asked": self._asked(),
            "from": self.source,
            "to": self.target,
            "found": self.found,
            "by": self.by,
            "rung": best.rung if best else None,
            "hops": best.hops if best else None,
            "steps": _plain_steps(self.dataset, best) if best else [],
            "alternatives": [
                {"rung": path.rung, "hops": path.hops, "steps": _plain_steps(self.dataset, path)}
                for path in self.paths[1:]
            ],
            "equally_good": self.equals,
            "comparable": not self.incomparable,
            "no_path_at": self.above,
            "needed": self.needed or None,
            "reason": self.reason,
            "silence": self.silence.plain() if self.silence else None,
            "may_cover": [plain_fact(self.dataset, fact) for fact in self.may_cover],
            "graph": {"nodes": self.nodes, "edges": self.pairs, "kinds": list(self.kinds)},
        }


_OF_A_TIE = (
    *("kind", "type", "tier", "status", *DATES, "derived", "rule", "premises"),
    *("per", "note", "refused", "also", "publishers", "differs", "evidence"),
)


def _plain_steps(dataset: Dataset, path: Path) -> list[dict[str, Any]]:
    return [
        {
            "from": step.source,
            "to": step.target,
            "ties": [_plain_tie(dataset, step, tie) for tie in step.ties],
            "also": [_plain_tie(dataset, step, tie) for tie in step.others],
        }
        for step in path.steps
    ]


def _plain_tie(dataset: Dataset, step: Step, tie: Tie) -> dict[str, Any]:
    from relgraph.analysis.plain import plain_fact  # noqa: PLC0415 - as above

    fact: Mapping[str, Any] = plain_fact(dataset, tie.fact, tie.day)
    told = {"fact": tie.fact.id, "text": _reads(dataset, step, tie)}
    return told | {name: fact[name] for name in _OF_A_TIE if name in fact} | {"holds": tie.holds.value}


def _reads(dataset: Dataset, step: Step, tie: Tie) -> str:
    """A tie as it reads from the step's one end to the other."""
    return along(dataset, tie.fact, tie.walk, step.source, step.target, day=tie.day)


def _headline(start: str, goal: str, answer: PathAnswer) -> str:
    """Such as: Kenya to United Kingdom: 2 steps, over Việt Nam; the weakest is diplomatic relations; no path at ..."""
    best, label = answer.best, answer.dataset.names.label
    over = f", over {listed([label(node) for node in best.nodes[1:-1]])}" if best.hops > 1 else ""
    steps = "tied directly" if best.hops == 1 else f"{counted(best.hops, 'step')}{over}"
    weakest = f"; {'at' if best.hops == 1 else 'the weakest is'} {best.weakest}" if best.weakest else ""
    bare = "" if best.weakest else "; a step without a rung" if best.hops > 1 else ", without a rung"
    maybe = "; maybe" if any(all(tie.truth is Truth.MAYBE for tie in step.ties) for step in best.steps) else ""
    planned = "; planned" if any(all(tie.holds is Truth.NO for tie in step.ties) for step in best.steps) else ""
    above = f"; no path at {answer.above_label}" if answer.above_label else ""
    return f"{start} to {goal}: {steps}{weakest}{bare}{planned}{maybe}{above}"


def _told_step(dataset: Dataset, number: int, step: Step) -> Iterator[str]:
    yield f"{number}. {dataset.names.label(step.source)} – {dataset.names.label(step.target)}"
    for tie in step.ties:
        yield f"   {_reads(dataset, step, tie)}{_marks(dataset, tie)}"
        for line in grounds(dataset, tie.fact):
            yield f"     {line}"
    for tie in step.others:
        yield f"   also: {_reads(dataset, step, tie)}{_marks(dataset, tie)}"
        for line in grounds(dataset, tie.fact):
            yield f"     {line}"


def _marks(dataset: Dataset, tie: Tie) -> str:
    """Tier, status and dates of a tie, and whether it is derived or uncertain."""
    fact = tie.fact
    marks = [tier_label(dataset, fact)] if fact.tier else []
    marks += [status_label(dataset, fact, tie.day), dates(dataset, fact, tie.day)]
    marks += beside(dataset, fact)
    marks += [REFUSED if is_refused(dataset, fact) else "", "derived" if fact.derived else ""]
    marks += ["maybe" if tie.truth is Truth.MAYBE else ""]
    return f" [{'; '.join(mark for mark in marks if mark)}]"


def _told_others(dataset: Dataset, answer: PathAnswer) -> Iterator[str]:
    """The other paths, each on a line: first those that are as good, then those that are not."""
    if answer.incomparable:
        rungs = " and ".join(dict.fromkeys(str(path.in_full) for path in answer.paths[: answer.equals]))
        yield f"{rungs} stand on ladders that nothing compares: none of them is above the other"
    for number, path in enumerate(answer.paths[1:], start=1):
        if number == 1 and answer.equals > 1:
            yield f"{answer.equals} paths are equally good; the others:"
        if number == answer.equals:
            yield "after these:"
        passed = " – ".join(dataset.names.label(node) for node in path.nodes)
        yield f"   {passed} ({path.in_full or 'a step without a rung'})"
