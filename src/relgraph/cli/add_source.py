"""`relgraph add-source FILE`: a card for a text."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from relgraph.cli.choice import examples
from relgraph.cli.folders import PATH, SEEDS_VARIABLE
from relgraph.cli.rendering import say
from relgraph.errors import MisuseError
from relgraph.facts.parsing.actors import ID
from relgraph.reading.dates import NotADate, parse_date
from relgraph.reading.held import HeldFile
from relgraph.reading.place import one_line
from relgraph.reading.plurals import counted

STANDARD_INPUT = "-"
USUAL = {"publisher": "unknown", "language": "en", "published": "unknown"}


@click.command(
    "add-source",
    short_help="Make the card of a source from its text.",
    epilog=examples(
        'add-source article.txt --title "A visit" --published 2026-03-04',
        "add-source article.txt --renew --publisher News",
    ),
)
@click.argument("file", type=PATH)
@click.option("--id", "source", help="Id of the source.  [default: made from the file's name]")
@click.option("--title", help="Title in your own words.  [default: the id]")
@click.option("--publisher", help="Who published it.  [default: unknown]")
@click.option("--language", help="Its language, a tag such as en, vi or pt-BR.  [default: en]")
@click.option("--published", help="Date, such as 2026-01-12.  [default: unknown]")
@click.option("--covers", help="The period that it speaks of, such as 2025: what it says of no time is of that.")
@click.option("--author", help="Who wrote it.")
@click.option("--url", help="Where its publisher keeps it, http or https.")
@click.option("--archived", help="Where an archive keeps it, http or https.")
@click.option("--retrieved", help="When you took it from there, such as 2026-01-15.")
@click.option(
    "--seeds",
    type=PATH,
    default=Path("seeds"),
    show_default=True,
    envvar=SEEDS_VARIABLE,
    show_envvar=True,
    help="Folder of the cards.",
)
@click.option("--renew", is_flag=True, help="Make the hash and index of a card anew, and what is given besides.")
def command(file: Path, source: str | None, seeds: Path, *, renew: bool, **given: str | None) -> None:
    """Make the card of a source from its text FILE: what it is, its hash, and the word index.

    FILE may be - for standard input; then --id is needed, and the card takes the text to be in ID.txt.

    No sentence of the text enters the card. Keep the text itself in seeds/texts, which git ignores, or name
    its folder with --texts. With --renew an existing card keeps what it says, but for the options given.
    """
    from relgraph.sources.add import new_card, renewed_card, source_id
    from relgraph.sources.text import decode, paragraphs, read
    from relgraph.writing import write_text

    text_file = _standard_input(source) if str(file) == STANDARD_INPUT else file
    one = source or source_id(text_file)
    card = seeds / f"{one}.yaml"
    about = {name: value for name, value in given.items() if value}
    _check(one, card, renew=renew)
    _check_values(about)
    if renew:
        text = renewed_card(decode(read(card), str(card)), text_file, about)
    else:
        text = new_card(text_file, {"id": one, "title": one} | USUAL | about)
    write_text(card, text)
    number = len(paragraphs(decode(read(text_file), str(text_file))))
    say(f"{card}: {counted(number, 'paragraph')}")
    _say_where_texts_lie(seeds, text_file.name)


def _say_where_texts_lie(seeds: Path, name: str) -> None:
    """Say where a text is looked for, if it is in none of these folders."""
    from relgraph.sources.library import TEXTS, text_folders

    folders = text_folders(None, seeds)
    if not any((folder / name).is_file() for folder in folders):
        say(f"next: put the text into {(*folders, seeds / TEXTS)[0]}, where check and read look for it")


def _standard_input(source: str | None) -> HeldFile:
    """What stands on standard input, as the text of a source. Raises MisuseError where the source has no id."""
    from relgraph.sources.text import MAX_BYTES

    if source is None:
        raise MisuseError("--id is needed for a text from standard input, which has no name")
    if sys.stdin is None:
        raise MisuseError("standard input is closed")
    return HeldFile(f"{source}.txt", sys.stdin.buffer.read(MAX_BYTES + 1))


def _check(source: str, card: Path, *, renew: bool) -> None:
    """Raise MisuseError for what cannot be done, before anything is written."""
    if not ID.fullmatch(source):
        raise MisuseError(f"{source!r} is not an id; use lower-case letters, digits and hyphens")
    if renew and not card.is_file():
        raise MisuseError(f"{card}: there is no such card to renew")
    if not renew and card.exists():
        raise MisuseError(f"{card} is there already; --renew makes its index anew")


def _check_values(about: dict[str, str]) -> None:
    """Raise MisuseError for a language, a date or an address that the card could not be read with."""
    from relgraph.sources.card import is_address
    from relgraph.sources.tags import wrong_language

    wrong = wrong_language(one_line(about["language"])) if "language" in about else None
    if wrong:
        raise MisuseError(f"--language: {wrong}")
    for name in ("published", "covers", "retrieved"):
        try:
            date = parse_date(about.get(name, "unknown"))
        except NotADate as error:
            raise MisuseError(f"--{name}: {error}") from None
        if date is not None and date.ongoing:
            raise MisuseError(f"--{name}: a date is needed here, such as 2025-06-30, or unknown")
    for name in ("url", "archived"):
        if name in about and not is_address(about[name]):
            raise MisuseError(f"--{name}: an address begins with http:// or https://")
