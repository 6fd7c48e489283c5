"""What a new dataset starts from: folders, READMEs, and a small made-up example that passes every check."""

from __future__ import annotations

from pathlib import Path

from relgraph.sources.add import new_card

STARTER = Path(__file__).parent / "starter"
EXAMPLE = "example"
TEXT = STARTER / f"{EXAMPLE}.txt"

COMMON = {
    "README.md": "README.md",
    ".gitignore": "gitignore",
    "graph/README.md": "graph/README.md",
    "seeds/README.md": "seeds/README.md",
}
"""Files that every new dataset has, and where in `starter` each stands; a .gitignore there would be obeyed."""

FACTS = ("graph/vocabulary.yaml", f"graph/actors/{EXAMPLE}.yaml", f"graph/{EXAMPLE}.yaml")
ABOUT = {
    "id": EXAMPLE,
    "title": "A visit of two countries that do not exist",
    "publisher": "relgraph",
    "language": "en",
    "published": "2026-03-04",
}
NO_FACTS = "no_facts:\n  1: heading\n  5: caption of a picture\n"
FOLDERS = ("graph/actors", "seeds/texts")


def new_dataset(*, example: bool = True) -> dict[str, str]:
    """The files of a new dataset: relative path, text. Without the `example` there is no actor, source or fact yet."""
    files = {path: _read(STARTER / name) for path, name in COMMON.items()}
    return files | _example() if example else files


def _example() -> dict[str, str]:
    """The example's text, the card made from it, and the facts read from it."""
    facts = {path: _read(STARTER / path) for path in FACTS}
    card = new_card(TEXT, ABOUT).replace("file: ", f"{NO_FACTS}file: ", 1)
    return facts | {f"seeds/texts/{EXAMPLE}.txt": _read(TEXT), f"seeds/{EXAMPLE}.yaml": card}


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
