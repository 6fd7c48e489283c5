"""Small worlds for the tests of graphs and answers: some actors, a source, and the facts that a test is about."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any, Protocol

from relgraph.facts.dataset import Dataset
from relgraph.facts.records import Actor, End, Fact
from relgraph.sources.library import Library
from relgraph.vocabulary.ladder import Ladder
from relgraph.vocabulary.load import shipped_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from relgraph.vocabulary.model import Vocabulary

ACTORS = """
    countries:
      brazil: {name: Brazil, iso: BR}
      egypt: {name: Egypt, adjectives: [Egyptian], iso: EG}
      france: {name: France, adjectives: [French], iso: FR}
      kenya: {name: Kenya, adjectives: [Kenyan], iso: KE, capital: nairobi}
      malaysia: {name: Malaysia, iso: MY}
      russia: {name: Russia, aliases: [Russian Federation], iso: RU}
      united-kingdom: {name: United Kingdom, aliases: [UK, Britain], adjectives: [British], iso: GB}
      vietnam: {name: Việt Nam, aliases: [Vietnam], adjectives: [Vietnamese], iso: VN, capital: hanoi}
    cities:
      hanoi: {name: Hà Nội, aliases: [Hanoi], of: vietnam}
      nairobi: {name: Nairobi, of: kenya}
    bodies:
      asean: {name: ASEAN}
      united-nations: {name: United Nations, aliases: [UN]}
    organisations:
      chamber-hanoi: {name: Chamber of Hà Nội, of: vietnam}
      chamber-nairobi: {name: Chamber of Nairobi, of: kenya}
    people:
      cuong: {name: Lương Cường}
      ruto: {name: William Ruto}
    offices:
      president-of-vietnam: {name: President of Việt Nam, of: vietnam}
    groups:
      two-powers: {name: the two powers, members: [france, russia], basis: test}
"""

VIETNAM = """\
  vietnam:
    label: Việt Nam's partnership ladder
    owner: vietnam
    rungs:
      relations: diplomatic relations
      cp: Comprehensive Partnership
      sp: Strategic Partnership
      csp: Comprehensive Strategic Partnership
    beside: {special: special relations, sectoral: strategic partnership in one field}
"""
"""A ladder of Việt Nam's own, an entry among those of a dataset's vocabulary."""


def beside_vietnam(ladders: str = "", *compare: str) -> dict[str, str]:
    """The vocabulary of a dataset with Việt Nam's ladder, others in lines such as `kenya: {...}`, and comparisons."""
    others = "".join(f"  {line}\n" for line in ladders.splitlines())
    compared = "".join(f"  - {one}\n" for one in ("{general: relations, vietnam: relations}", *compare))
    return {"graph/vocabulary.yaml": f"ladders:\n{VIETNAM}{others}compare:\n{compared}"}


CARD = """
    id: talks
    title: talks
    published: 2025-06-15
    file: talks.txt
    paragraphs:
      1: kenya vietnam csp 2025
      2: 2 france powers russia
"""


FRIENDSHIP = """
relations:
  friendship:
    section: friendships
    label: friendship
    form: tie
    symmetric: true
    path: true
    time: state
    statuses: [in-force, ended]
    status: in-force
    ends: {of: {types: [country]}, with: {types: [country]}}
    reads: {forward: "{of} is a friend of {with}", back: "{with} is a friend of {of}"}
"""
"""A kind of relation that the package has never heard of, as a dataset's own vocabulary."""


class World(Protocol):
    """Writes facts (YAML below `source: talks`), and other files if need be, and loads the folder."""

    def __call__(self, facts: str = "", files: Mapping[str, str] | None = None) -> Dataset: ...


def world_files(facts: str = "", files: Mapping[str, str] | None = None) -> dict[str, str]:
    """The files of a small world: actors, a card of the source `talks`, and its facts."""
    usual = {"graph/actors/all.yaml": ACTORS, "seeds/talks.yaml": CARD, **beside_vietnam()}
    return usual | {"graph/talks.yaml": f"source: talks\n{dedent(facts)}"} | dict(files or {})


def write_files(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files, given as relative path -> text (dedented), into a folder and return the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    return folder


RUNGS = ("low", "mid", "high")


def drawn(
    links: Iterable[tuple[str, str, str | None]], vocabulary: Vocabulary | None = None, nodes: str = ""
) -> Dataset:
    """A dataset of countries called a, b, c ... with a tie for each link.

    A link with a tier is a partnership on the ladder low < mid < high; one without is a bilateral agreement.
    """
    vocabulary = vocabulary or shipped_vocabulary()._replace(ladders={"general": ladder("general")}, compare=())
    facts = [_link(number, *link) for number, link in enumerate(links)]
    names = sorted({end.id for fact in facts for end in fact.ends} | set(nodes))
    actors = {name: Actor(name, "country", name.upper()) for name in names}
    return Dataset(Path(), vocabulary, actors, tuple(facts), Library({}))


def ladder(name: str, owner: str | None = None, rungs: Iterable[str] = RUNGS) -> Ladder:
    """A ladder with rungs that are labelled as they are called."""
    return Ladder(name, name, {rung: rung for rung in rungs}, (owner,) if owner else ())


def _link(number: int, one: str, other: str, tier: str | None) -> Fact:
    more: dict[str, Any] = {"tier": tier, "status": "in-force", "kind": "partnership"} if tier else {}
    roles = ("of", "with") if tier else ("parties", "parties")
    ends = (End(roles[0], one), End(roles[1], other))
    return Fact(id=f"link-{number}", ends=ends, **({"kind": "agreement", "status": "signed"} | more))
