"""All sources of a dataset: their cards, and what a paragraph says, by text or by index."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from relgraph.errors import InputError, MisuseError
from relgraph.reading.files import LEADS_OUT, is_folder, leads_out, yaml_files
from relgraph.reading.place import Place, Problem, one_line
from relgraph.reading.suggest import did_you_mean
from relgraph.sources.card import Card, read_card
from relgraph.sources.paragraph import BY_INDEX, BY_TABLE, BY_TEXT, ONLY_CITED, Paragraph
from relgraph.sources.tags import ENGLISH, primary
from relgraph.sources.text import decode, paragraphs, read, sha256, sha256_of
from relgraph.sources.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from relgraph.reading.held import File
    from relgraph.sources.paragraph import State

TEXTS = "texts"
"""The folder in that of the cards where texts may lie."""
TEXTS_VARIABLE = "RELGRAPH_TEXTS"


@dataclass(frozen=True)
class Library:
    """The cards of a dataset by id, and the texts that were found for them.

    `texts` holds the paragraphs of each source whose text is at hand and is the one the card means, `unread` the ids
    of sources whose cards cannot be read, `tables` the files of tables that are at hand and the ones the cards mean.
    `ways` are ids besides those of the cards that may be asked for, with the sources that each may mean.
    """

    cards: Mapping[str, Card]
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    unread: frozenset[str] = frozenset()
    tables: Mapping[str, Path] = field(default_factory=dict)
    ways: Mapping[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)
    _made: dict[tuple[str, int], Paragraph] = field(default_factory=dict, compare=False, repr=False)

    def resolve(self, text: str) -> str:
        """The one source with a card that a text means. Raises MisuseError, with suggestions, for none or several."""
        found = (text,) if text in self.cards else tuple(one for one in self.ways.get(text, ()) if one in self.cards)
        if len(found) == 1:
            return found[0]
        if found:
            raise MisuseError(f'"{one_line(text)}" may mean {", ".join(found)}; say which by its id')
        raise MisuseError(f"there is no source {one_line(text)}{did_you_mean(text, self.cards)}")

    @cached_property
    def at_hand(self) -> str:
        """A digest of the texts and tables at hand, against which citations are verified."""
        texts = [line for one in sorted(self.texts) for line in (one, *self.texts[one], "")]
        return sha256("\0".join([*texts, "", *sorted(self.tables)]).encode(errors="surrogatepass"))

    def size(self, source: str) -> int:
        """How many paragraphs a source has, as far as text or index tell; 0 if neither does."""
        return len(self._lines(source))

    def state(self, source: str) -> State:
        """How far citations of this source can be verified."""
        if source in self.texts:
            return BY_TEXT
        if source in self.tables:
            return BY_TABLE
        return BY_INDEX if source in self.cards and self.cards[source].index else ONLY_CITED

    def paragraph(self, source: str, number: int) -> Paragraph | None:
        """Paragraph `number` (from 1) of a source; None where the source has none, or cannot tell."""
        key = (source, number)
        if key not in self._made:
            lines = self._lines(source)
            if not 1 <= number <= len(lines):
                return None
            line, language = lines[number - 1], self.language(source)
            if self.state(source) == BY_TEXT:
                self._made[key] = Paragraph(BY_TEXT, words(line), language, line)
            else:
                self._made[key] = Paragraph(BY_INDEX, tuple(line.split()), language)
        return self._made[key]

    def language(self, source: str) -> str:
        """The language of a source, without script and region; English where no card tells."""
        return primary(self.cards[source].language) if source in self.cards else ENGLISH

    def addresses(self, sources: Iterable[str]) -> list[str]:
        """Where some sources are kept, each address once: that of the publisher, then that of the archive's copy."""
        found: dict[str, None] = {}
        for source in sources:
            card = self.cards.get(source)
            if card is not None and (card.url or card.archived):  # asked of every fact, and few have any
                found |= dict.fromkeys(filter(None, (card.url, card.archived)))
        return list(found)

    def _lines(self, source: str) -> tuple[str, ...]:
        """The paragraphs of a source, or its index entries for them."""
        if source in self.texts:
            return self.texts[source]
        return self.cards[source].index if source in self.cards else ()


def text_folders(chosen: Path | None, seeds: Path) -> tuple[Path, ...]:
    """Where texts may lie: the folder chosen, else RELGRAPH_TEXTS; then seeds/texts.

    Raises MisuseError if the chosen one is missing, InputError if one cannot be read. That there is no seeds/texts is
    in order; one that is a link out of the seeds is not looked into, for it came with them.
    """
    named = chosen or (Path(os.environ[TEXTS_VARIABLE]) if os.environ.get(TEXTS_VARIABLE) else None)
    if named is not None and not is_folder(named):
        whence = "--texts" if chosen else TEXTS_VARIABLE
        raise MisuseError(f"{named}: no such folder ({whence})")
    own = seeds / TEXTS
    beside = [own] if is_folder(seeds) and is_folder(own) and not leads_out(own, seeds) else []
    return (*([] if named is None else [named]), *beside)


def open_library(seeds: Path, texts: tuple[Path, ...] = ()) -> Library:
    """Read every card of a folder and the texts at hand.

    Raises MisuseError if the folder is missing, InputError if it cannot be read.
    """
    if not is_folder(seeds):
        raise MisuseError(f"{seeds}: no such folder of source cards")
    files, problems = yaml_files(seeds, seeds)
    problems += _cards_passed_over(seeds)
    if not texts and leads_out(seeds / TEXTS, seeds):
        problems.append(_not_read(Place(str(seeds / TEXTS)), ""))
    return read_library(files, seeds, texts, problems)


def read_library(
    files: Iterable[File],
    seeds: Path,
    texts: tuple[Path, ...] = (),
    problems: Iterable[Problem] = (),
    tables: tuple[Path, ...] | None = None,
) -> Library:
    """Read cards from the files of a folder, and the texts at hand; `problems` are of others.

    Tables are looked for in folders of their own, where such are given.
    """
    problems = list(problems)
    cards: dict[str, Card] = {}
    unread = {PurePath(problem.place.file).stem for problem in problems if problem.is_error}
    for path in files:
        card, found = read_card(path, str(path))
        problems += found
        if card is None:
            unread.add(path.stem)
        else:
            cards[card.id] = card
    found_texts: dict[str, tuple[str, ...]] = {}
    found_tables: dict[str, Path] = {}
    for card in cards.values():
        if card.table is not None:
            table, found = _table_of(card, texts if tables is None else tables, seeds)
            found_tables |= {card.id: table} if table is not None else {}
        else:
            lines, found = _text_of(card, texts, seeds)
            found_texts |= {card.id: lines} if lines else {}
        problems += found
    return Library(cards, found_texts, tuple(problems), frozenset(unread), found_tables)


def _cards_passed_over(seeds: Path) -> list[Problem]:
    """A note of what looks like a card and is not read; texts may lie beside the cards."""
    names = sorted(path.name for path in seeds.iterdir() if path.suffix.lower() in {".yml", ".yaml"})
    wrong = [name for name in names if not name.endswith(".yaml") and not name.startswith(".")]
    if not wrong:
        return []
    message = f"not read, since only cards that end in .yaml are: {', '.join(wrong[:5])}"
    return [Problem(Place(str(seeds)), "passed-over", message, "note")]


def _text_of(card: Card, folders: tuple[Path, ...], seeds: Path) -> tuple[tuple[str, ...], list[Problem]]:
    """The paragraphs of a card's text, from the first folder that has the very file that the card means.

    Where none has it, what is wrong with the first file of that name. What came with the cards is not read if it is a
    link out of them; in a folder that somebody named, links are theirs.
    """
    wrong: list[Problem] = []
    for path in (folder / card.file for folder in folders if card.file):
        if path.parent == seeds / TEXTS and path.is_symlink() and leads_out(path, seeds):
            wrong.append(_not_read(Place(card.place.file, 1), f"{path} "))
        elif path.exists():
            lines, problem = _read_text(card, path)
            if problem is None:
                return lines, []
            wrong.append(problem)
    return (), wrong[:1]


def _table_of(card: Card, folders: tuple[Path, ...], seeds: Path) -> tuple[Path | None, list[Problem]]:
    """The file of a table, from the first folder that has the very one that the card means; see `_text_of`."""
    wrong: list[Problem] = []
    for path in (folder / card.file for folder in folders if card.file):
        if path.parent == seeds / TEXTS and path.is_symlink() and leads_out(path, seeds):
            wrong.append(_not_read(Place(card.place.file, 1), f"{path} "))
        elif path.is_file():
            try:
                if sha256_of(path) == card.sha256:
                    return path, []
            except OSError as error:
                wrong.append(Problem(Place(card.place.file, 1), "text", f"{path}: cannot be read: {error.strerror}"))
            else:
                message = f"{path} is not the table that was imported: its sha256 differs; import it again"
                wrong.append(Problem(Place(card.place.file, 1), "text-hash", message))
    return None, wrong[:1]


def _not_read(place: Place, what: str) -> Problem:
    return Problem(place, "text", f"{what}{LEADS_OUT}; name the folder of the texts with --texts", "note")


def _read_text(card: Card, path: Path) -> tuple[tuple[str, ...], Problem | None]:
    """The paragraphs of a file, or why it cannot be the text of a card."""
    place = Place(card.place.file, 1)
    try:
        data = read(path)
        if card.sha256 and sha256(data) != card.sha256:
            message = f"{path} is not the text that the card was made from: its sha256 differs"
            return (), Problem(place, "text-hash", message)
        return paragraphs(decode(data, str(path))), None
    except InputError as error:
        return (), Problem(place, "text", str(error))
