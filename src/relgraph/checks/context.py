"""What the rules look things up in, so that each thing is found out once for all facts."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from relgraph.checks.naming import Naming, Who
from relgraph.checks.paragraphs import CitedParagraph
from relgraph.facts.likeness import of_one_pair

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from relgraph.checks.hints import Hints
    from relgraph.checks.places import Places
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.reconcile import Reconciliation
    from relgraph.facts.records import Citation, Fact
    from relgraph.reading.dates import Date
    from relgraph.reading.place import Place
    from relgraph.vocabulary.kinds import RelationKind

T = TypeVar("T")


class Case(NamedTuple):
    """A fact under question.

    `cited` holds each citation with its paragraph, None where it does not exist or cannot be read here.
    `paragraphs` are all of these paragraphs together, or none if one is lacking: only when all are read can it
    be said that something stands in none of them.
    """

    fact: Fact
    kind: RelationKind
    cited: tuple[tuple[Citation, CitedParagraph | None], ...]
    paragraphs: tuple[CitedParagraph, ...]


class _Paragraphs(dict[tuple[str, int], CitedParagraph | None]):
    """Paragraphs by source and number, each read when it is first asked for; None for one that cannot be read here."""

    def __init__(self, read: Callable[[tuple[str, int]], CitedParagraph | None]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, place: tuple[str, int]) -> CitedParagraph | None:
        found = self[place] = self._read(place)
        return found


class Context:
    """A dataset and what was found out about it. Nothing here alters the dataset."""

    def __init__(self, dataset: Dataset) -> None:
        """Look at nothing yet: all is found out when first asked for."""
        self.dataset = dataset
        self.vocabulary = dataset.vocabulary
        self.library = dataset.library
        self.names = dataset.names
        self._paragraphs = _Paragraphs(self._read)
        self._namings: dict[str, Naming] = {}
        self._reconciled: dict[tuple[str, Place], Reconciliation | None] = {}
        self._found: dict[Callable[[Context], object], object] = {}

    def case(self, fact: Fact) -> Case:
        """A fact with the paragraphs that it cites."""
        known = self._paragraphs
        cited = tuple([(citation, known[citation.source, citation.paragraph]) for citation in fact.evidence])
        paragraphs = tuple([paragraph for _, paragraph in cited if paragraph is not None])
        kind = self.vocabulary.relations[fact.kind]
        return Case(fact, kind, cited, paragraphs if len(paragraphs) == len(cited) else ())

    def reconciled(self, count: Fact) -> Reconciliation | None:
        """A stated total with its members; None where more would be looked through than anybody means.

        Of two records of one id each has its own.
        """
        from relgraph.facts.counted import TooManyMembersError  # noqa: PLC0415 - most answers tell no total
        from relgraph.facts.reconcile import reconcile  # noqa: PLC0415 - as above

        place = (count.id, count.place)
        if place not in self._reconciled:
            try:
                self._reconciled[place] = reconcile(self.dataset, count)
            except TooManyMembersError:
                self._reconciled[place] = None
        return self._reconciled[place]

    def paragraph(self, citation: Citation) -> CitedParagraph | None:
        """The paragraph that a citation names; None if it does not exist, or cannot be read here."""
        return self._paragraphs[citation.source, citation.paragraph]

    def once(self, find: Callable[[Context], T]) -> T:
        """What a function finds in the dataset, worked out at its first call and shared by all rules."""
        found: Any = self._found.get(find)
        if found is None:
            found = self._found[find] = find(self)
        return found  # type: ignore[no-any-return]  # it is what that function gave

    def _read(self, place: tuple[str, int]) -> CitedParagraph | None:
        paragraph = self.library.paragraph(*place)
        if paragraph is None:
            return None
        language = self.library.cards[place[0]].language
        return CitedParagraph(place, paragraph, self._naming(paragraph.language), language)

    def _naming(self, language: str) -> Naming:
        if language not in self._namings:
            proper = frozenset(kind.id for kind in self.vocabulary.actors.values() if kind.proper)
            who = Who(self.names, self.dataset.actors, self.kinds, proper)
            self._namings[language] = Naming(who, language)
        return self._namings[language]

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """For each id that may stand at an end, its kind of actor, or of relation if it is a node."""
        return {**self.dataset.kinds_of_nodes} | {actor.id: actor.kind for actor in self.dataset.actors.values()}

    @cached_property
    def published(self) -> Mapping[str, Date]:
        """The day on which each source was published whose card says so."""
        days = {one: card.published for one, card in self.library.cards.items()}
        return {one: day for one, day in days.items() if day is not None}

    @cached_property
    def of_one_pair(self) -> Sequence[Fact]:
        """The written facts whose kind and pair others have too: few do, and only they can say the same, or clash."""
        return tuple(chain.from_iterable(of_one_pair(self.dataset.facts)))

    @cached_property
    def stated(self) -> Mapping[str, Fact]:
        """Every stated fact by its id."""
        return self.dataset.written

    @cached_property
    def places(self) -> Places:
        """On which line of a record something stands."""
        from relgraph.checks.places import Places  # noqa: PLC0415 - most facts have no fault

        return Places()

    @cached_property
    def hints(self) -> Hints:
        """What may have been meant, where something is wrong."""
        from relgraph.checks.hints import Hints  # noqa: PLC0415 - as above

        return Hints(self.library, self.names)
