"""Made-up sentences in many languages: whom each names, and whom it only seems to name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml

from relgraph.checks.context import Context
from relgraph.countries.table import table
from relgraph.facts.dataset import Dataset
from relgraph.facts.records import Actor, Citation
from relgraph.sources.card import Card, index_line
from relgraph.sources.library import Library
from relgraph.vocabulary.load import shipped_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FOLDER = Path(__file__).parent
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
KINDS = {"people": "person", "bodies": "body"}


class Sentence(NamedTuple):
    """A sentence, who is named in it, and who is not although part of a word or of a longer name is like theirs."""

    says: str
    names: tuple[str, ...]
    lacks: tuple[str, ...]


class Corpus(NamedTuple):
    """The sentences of a language; its people and bodies by their ids."""

    language: str
    sentences: tuple[Sentence, ...]
    actors: Mapping[str, Actor]


class Found(NamedTuple):
    """Who was looked for in a sentence, whether it names them, and whether that was found (None: left open)."""

    sentence: str
    one: str
    is_named: bool
    found: bool | None


def corpus(language: str) -> Corpus:
    data = yaml.safe_load((FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))
    sentences = tuple(Sentence(one["says"], tuple(one["names"]), tuple(one["lacks"])) for one in data["sentences"])
    actors = [Actor(key, kind, name) for section, kind in KINDS.items() for key, name in data.get(section, {}).items()]
    return Corpus(language, sentences, {actor.id: actor for actor in actors})


def looked_for(made: Corpus, *, by_index: bool = False) -> Iterator[Found]:
    """Look in each sentence for whom it names and whom it does not; a note of the word index leaves it open."""
    context = Context(dataset(made, by_index=by_index))
    for number, sentence in enumerate(made.sentences, start=1):
        paragraph = context.paragraph(Citation("made", number))
        assert paragraph is not None
        for one in (*sentence.names, *sentence.lacks):
            instead = paragraph.instead(one)
            yield Found(sentence.says, one, one in sentence.names, None if instead else instead is not None)


def dataset(made: Corpus, *, by_index: bool) -> Dataset:
    """A dataset of one source, whose paragraphs are the sentences; countries are known by id and code alone."""
    wanted = {one for sentence in made.sentences for one in (*sentence.names, *sentence.lacks)}
    countries = {
        one: Actor(one, entry.kind, entry.name, iso=entry.codes.get("iso2"))
        for one, entry in table().items()
        if one in wanted and one not in made.actors
    }
    assert wanted == set(countries) | (wanted & set(made.actors))
    lines = tuple(sentence.says for sentence in made.sentences)
    card = Card("made", "made up", language=made.language, index=tuple(map(index_line, lines)))
    library = Library({"made": card}, {} if by_index else {"made": lines})
    return Dataset(Path(), shipped_vocabulary(), {**countries, **made.actors}, (), library)
