"""Made-up worlds of any size: folders of facts as a curator would write them, and plain networks of ties."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

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
