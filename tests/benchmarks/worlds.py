"""Made-up worlds of any size: folders of facts as a curator would write them, and plain networks of ties."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

from relgraph.countries.table import table

if TYPE_CHECKING:
    from pathlib import Path

TIERS = ("cp", "sp", "csp")
SEED = 7
PARAGRAPHS = 500
OWNERS = 50
"""How many actors have a ladder of their own; every fact is of one of them."""


def write_world(folder: Path, actors: int, facts: int) -> Path:
    """Write a dataset of so many countries and partnership facts, each true to the paragraph it cites.

    No pair has two facts, so that nothing is wrong with them: there may be OWNERS times as many as other actors.
    Returns the one file of facts, graph/world.yaml.
    """
    chance = random.Random(SEED)  # noqa: S311 - chance, not secrets
    for name in ("graph/actors", "seeds"):
        (folder / name).mkdir(parents=True)
    lines = [f"  c{i}: {{name: Land {i}}}\n" for i in range(actors)]
    (folder / "graph/actors/countries.yaml").write_text("countries:\n" + "".join(lines), encoding="utf-8")
    said: list[set[str]] = [{"land", "strategic", "partnership"} for _ in range(PARAGRAPHS)]
    pairs = [(one, other) for one in range(OWNERS) for other in range(OWNERS, actors)]
    records = [_record(chance, pair, said) for pair in chance.sample(pairs, facts)]
    ladders = "ladders:\n" + "".join(_ladder(owner) for owner in range(OWNERS))
    world = "source: world\npartnerships:\n" + "".join(records)
    index = "".join(f"  {n}: {' '.join(sorted(words))}\n" for n, words in enumerate(said, start=1))
    (folder / "graph/vocabulary.yaml").write_text(ladders, encoding="utf-8")
    (folder / "seeds/world.yaml").write_text(f"id: world\ntitle: a world\nparagraphs:\n{index}", encoding="utf-8")
    file = folder / "graph/world.yaml"
    file.write_text(world, encoding="utf-8")
    return file


def _ladder(owner: int) -> str:
    return f"  of-c{owner}: {{owner: c{owner}, rungs: {{relations: relations, cp: close, sp: closer, csp: closest}}}}\n"


def _record(chance: random.Random, pair: tuple[int, int], said: list[set[str]]) -> str:
    one, other = pair
    paragraph = chance.randrange(PARAGRAPHS)
    year = chance.randint(1990, 2025)
    said[paragraph] |= {str(one), str(other), str(year)}
    return (
        f"  - of: c{one}\n    with: c{other}\n    tier: {chance.choice(TIERS)}\n    since: {year}\n"
        f"    evidence: {{p: {paragraph + 1}, terms: [Strategic Partnership, {year}]}}\n"
    )


def network_levels(actors: int, ties: int, rungs: int = 4) -> dict[str, dict[str, int]]:
    """So many distinct ties between so many actors, each on one of some rungs; high rungs are rarer.

    `levels[a][b]` is the rung of the pair from 0, the same both ways round.
    """
    chance = random.Random(SEED)  # noqa: S311 - chance, not secrets
    levels: dict[str, dict[str, int]] = {f"c{i}": {} for i in range(actors)}
    made = 0
    while made < ties:
        one, other = (f"c{i}" for i in chance.sample(range(actors), 2))
        if other not in levels[one]:
            level = min(int(chance.expovariate(1)), rungs - 1)
            levels[one][other] = levels[other][one] = level
            made += 1
    return levels


LADDERS = 12
"""How many countries of a diplomatic world have a ladder of their own."""
TIER_LABELS = ("Comprehensive Partnership", "Strategic Partnership", "Comprehensive Strategic Partnership")
REGIONS = 8
CITED = "evidence: {p: 1, terms: [land]}"


def write_diplomacy(folder: Path, countries: int = 189, pairs: int = 2_500, ladders: int = LADDERS) -> Path:
    """Write a world of diplomacy: shipped countries tied in so many pairs, on ladders of some of them or on none.

    Each has a head of state, who holds an office, and is in one of REGIONS unions; some pairs have an embassy or a
    treaty. All cite one paragraph, which does not bear them out. Returns the one file of facts, graph/world.yaml.
    """
    world = _Diplomacy(countries, pairs, ladders)
    card = "id: world\ntitle: a yearbook of diplomacy\npublisher: Land Press\npublished: 2026-01-05\n"
    files = {
        "graph/actors/all.yaml": world.actors(),
        "graph/vocabulary.yaml": world.ladders(),
        "graph/world.yaml": world.facts(),
        "seeds/world.yaml": f"{card}url: https://example.org/yearbook\nparagraphs:\n  1: land\n",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder / "graph/world.yaml"


class _Diplomacy:
    """A world made up by chance, always the same: the first countries have most ties, and ladders of their own."""

    def __init__(self, countries: int, pairs: int, ladders: int) -> None:
        self._owners = ladders
        self._chance = random.Random(SEED)  # noqa: S311 - chance, not secrets
        known = [one for one in table().values() if one.kind == "country" and "iso2" in one.codes]
        self._chance.shuffle(known)
        self._lands = [(f"c{at}", one.name, one.codes["iso2"]) for at, one in enumerate(known[:countries])]
        weights = [1 / (number + 6) for number in range(countries)]
        found: dict[tuple[int, int], None] = {}
        while len(found) < pairs:
            one, other = sorted(self._chance.choices(range(countries), weights, k=2))
            if one != other:
                found[one, other] = None
        self._pairs = list(found)

    def actors(self) -> str:
        lands = "".join(f"  {one}: {{name: {json.dumps(name)}, iso: '{iso}'}}\n" for one, name, iso in self._lands)
        people = "".join(f"  p-{one}: {{name: Ada {one.upper()}}}\n" for one, *_ in self._lands)
        offices = "".join(
            f"  o-{one}: {{name: {json.dumps(f'President of {name}')}, of: {one}}}\n" for one, name, _ in self._lands
        )
        bodies = "".join(f"  b{number}: {{name: Union {number}}}\n" for number in range(REGIONS))
        return f"countries:\n{lands}people:\n{people}offices:\n{offices}bodies:\n{bodies}"

    def ladders(self) -> str:
        named = (f"{tier}: {label}" for tier, label in zip(TIERS, TIER_LABELS, strict=True))
        rungs = ", ".join(("relations: diplomatic relations", *named))
        owners = self._lands[: self._owners]
        ladders = "".join(
            f"  of-{one}: {{label: {json.dumps(f'ladder of {name}')}, owner: {one}, rungs: {{{rungs}}}}}\n"
            for one, name, _ in owners
        )
        compare = "".join(f"  - {{general: relations, of-{one}: relations}}\n" for one, *_ in owners)
        return f"ladders:\n{ladders}compare:\n{compare}"

    def facts(self) -> str:
        sections = {
            "partnerships": [self._partnership(*pair) for pair in self._pairs if pair[0] < self._owners],
            "diplomatic_relations": [
                f"- {{of: c{one}, with: c{other}, since: {self._year()}, {CITED}}}"
                for one, other in self._pairs
                if one >= self._owners
            ],
            "holds": [f"- {{holder: p-{one}, office: o-{one}, since: 2022, {CITED}}}" for one, *_ in self._lands],
            "memberships": [
                f"- {{member: {one}, in: b{at % REGIONS}, {CITED}}}" for at, (one, *_) in enumerate(self._lands)
            ],
            "missions": [
                f"m{at}: {{kind: embassy, sender: c{one}, host: c{other}, {CITED}}}"
                for at, (one, other) in enumerate(self._pairs[:40])
            ],
            "agreements": [
                f"a{at}: {{kind: treaty, parties: [c{one}, c{other}], on: {self._year()}, {CITED}}}"
                for at, (one, other) in enumerate(self._pairs[200:230])
            ],
        }
        told = (f"{section}:\n" + "".join(f"  {record}\n" for record in some) for section, some in sections.items())
        return "source: world\n" + "".join(told)

    def _partnership(self, one: int, other: int) -> str:
        tier = self._chance.choices(TIERS, (4, 3, 1))[0]
        planned = ", status: intended" if self._chance.random() < 0.05 else ""
        return f"- {{of: c{one}, with: c{other}, tier: {tier}, since: {self._year()}{planned}, {CITED}}}"

    def _year(self) -> int:
        return self._chance.randint(1990, 2025)
