"""`relgraph add-source FILE`: a card for a text."""

from __future__ import annotations

from pathlib import Path

import click

from relgraph.errors import MisuseError
from relgraph.facts.actors import ID
from relgraph.reading.dates import NotADate, parse_date


@click.command("add-source", short_help="Make the card of a source from its text.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--id", "source", help="Id of the source.  [default: made from the file's name]")
@click.option("--title", help="Title in your own words.  [default: the id]")
@click.option("--publisher", default="unknown", show_default=True)
@click.option("--language", default="en", show_default=True)
@click.option("--published", default="unknown", show_default=True, help="Date, such as 2026-01-12.")
@click.option("--seeds", type=click.Path(path_type=Path), default=Path("seeds"), show_default=True)
@click.option("--renew", is_flag=True, help="Make hash and word index of an existing card anew; keep the rest.")
def command(
    file: Path,
    source: str | None,
    title: str | None,
    publisher: str,
    language: str,
    published: str,
    seeds: Path,
    *,
    renew: bool,
) -> None:
    """Make the card of a source from its text FILE: what it is, its hash, and the word index.

    No sentence of the text enters the card. Keep the text itself in seeds/texts, which git ignores, or name
    its folder with --texts.
    """
    from relgraph.export.files import write_text
    from relgraph.sources.add import new_card, renewed_card, source_id
    from relgraph.sources.text import decode, paragraphs, read

    one = source or source_id(file)
    card = seeds / f"{one}.yaml"
    _check(one, published, card, renew=renew)
    if renew:
        text = renewed_card(decode(read(card), str(card)), file)
    else:
        about = {"id": one, "title": title or one, "publisher": publisher, "language": language}
        text = new_card(file, about | {"published": published})
    write_text(card, text)
    click.echo(f"{card}: {len(paragraphs(decode(read(file), str(file))))} paragraphs")


def _check(source: str, published: str, card: Path, *, renew: bool) -> None:
    """Raise MisuseError for what cannot be done, before anything is written."""
    if not ID.fullmatch(source):
        raise MisuseError(f"{source!r} is not an id; use lower-case letters, digits and hyphens")
    try:
        date = parse_date(published)
    except NotADate as error:
        raise MisuseError(f"--published: {error}") from None
    if date is not None and date.ongoing:
        raise MisuseError("--published: a date is needed here, such as 2025-06-30, or unknown")
    if renew and not card.is_file():
        raise MisuseError(f"{card}: there is no such card to renew")
    if not renew and card.exists():
        raise MisuseError(f"{card} is there already; --renew makes its index anew")
