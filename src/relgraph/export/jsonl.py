"""Statements with their evidence, one JSON object a line, from which the dataset can be read back.

Each line has a `record`: the `vocabulary` that the dataset adds (as its YAML), a `source`, an `actor`, a `fact` as it
was written, a `derived` fact, which follows from the others, or where they were asked for a `machine-read` tie, which
is no fact of the dataset and not read back. Besides its own fields a fact has `says` (its sentence)
and `holds`, an end its name, and a citation how far it was `verified`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relgraph.analysis.listing import list_facts
from relgraph.checks.refused import borne_out, is_refused
from relgraph.errors import InputError
from relgraph.export.records import actor_of, card_of, fact_of, plain_record
from relgraph.facts.dataset import Dataset
from relgraph.facts.folder import VOCABULARY
from relgraph.facts.united.dataset import UnitedDataset
from relgraph.facts.united.translate import vocabulary_of
from relgraph.facts.united.vocabularies import together
from relgraph.reading.characters import described, unprintable, visible_json
from relgraph.reading.collector import paused_collector
from relgraph.reading.held import HeldFile
from relgraph.sources.library import Library
from relgraph.sources.text import decode, read
from relgraph.vocabulary.kinds import MACHINE_READ
from relgraph.vocabulary.load import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from relgraph.export.records import Plain
    from relgraph.facts.alike import Alike
    from relgraph.facts.records import Actor, Fact
    from relgraph.graph.views import Held, View
    from relgraph.sources.card import Card
    from relgraph.vocabulary.model import Vocabulary

GRAPH = Path("graph")
_JSON = json.JSONEncoder(ensure_ascii=False)


def jsonl(dataset: Dataset, view: View) -> Iterator[str]:
    """Write the facts of a view, of whatever status, with all actors, sources and words, line by line.

    Of the default view `read_jsonl` gives the whole dataset back, but for the texts of its sources.
    """
    for record in _records(dataset, view):
        yield f"{visible_json(_JSON.encode(record))}\n"


def _records(dataset: Dataset, view: View) -> Iterator[Plain]:
    yield from _vocabularies(dataset)
    for _, card in sorted(dataset.library.cards.items()):
        yield {"record": "source", **plain_record(card)}
    for actor in dataset.actors.values():
        yield {"record": "actor", **plain_record(actor), **_place(dataset, actor)}
    held = {one: held for held in list_facts(dataset, view) for one in (held.fact.id, *held.fact.also)}
    alike = dataset.alike
    for fact in dataset.facts:
        if fact.id in held:
            yield _fact(dataset, fact, held[fact.id], MACHINE_READ if fact.machine_read else "fact", alike)
    for one in held.values():
        if one.fact.derived:
            yield _fact(dataset, one.fact, one, "derived", alike)


def _vocabularies(dataset: Dataset) -> Iterator[Plain]:
    """What a dataset adds to the vocabulary; of several what each does, with its name and what it calls otherwise.

    One that adds nothing is told among several too: what another switches off is in force for it.
    """
    if not isinstance(dataset, UnitedDataset):
        yield from ({"record": "vocabulary", "yaml": yaml} for yaml in _own_words(dataset))
        return
    for part, names in dataset.named:
        words = part.dataset.vocabulary
        owners = [one for ladder in words.ladders.values() for one in ladder.owners if names.ids[one] != one]
        cited = [one.source for one in words.cited if names.sources[one.source] != one.source]
        called = {
            "actors": {one: names.ids[one] for one in owners},
            "sources": {one: names.sources[one] for one in cited},
        }
        yaml = next(_own_words(part.dataset), "")
        yield {"record": "vocabulary", "yaml": yaml, "dataset": part.name, **called}


def _own_words(dataset: Dataset) -> Iterator[str]:
    """The YAML of what a dataset adds to the vocabulary, if it adds anything."""
    own = dataset.files.get(VOCABULARY)
    if own is not None:
        yield decode(read(own), str(own))


def _fact(dataset: Dataset, fact: Fact, held: Held, record: str, alike: Alike) -> Plain:
    ends = [{**plain_record(end), "name": dataset.names.label(end.id)} for end in fact.ends]
    cited = [
        {**plain_record(one), "verified": borne_out(dataset, held.fact, one), "line": one.place.line}
        for one in fact.evidence
    ]
    more = {
        "says": alike.sentence(fact, held.day),
        "holds": held.holds.value,
        "refused": is_refused(dataset, held.fact),
    }
    return {"record": record, **plain_record(fact, ends=ends, evidence=cited), **more, **_place(dataset, fact)}


def _place(dataset: Dataset, one: Fact | Actor) -> Plain:
    file = dataset.file_of(one) if one.place.file else ""
    return {"file": file, "line": one.place.line} if file else {}


@paused_collector()
def read_jsonl(path: str | Path) -> Dataset:
    """Read a dataset back from a file of `export jsonl`: facts, actors, sources and words, and whatever follows.

    Raises InputError, with the line, for what is no such file.
    """
    file, cards, actors, facts = Path(path), [], [], []
    words: dict[str, Vocabulary] = {}
    for number, line in enumerate(_lines(file), start=1):
        where = f"{file}:{number}"
        plain = _object(line, where) if line.strip() else {"record": "derived"}
        try:
            match plain["record"]:
                case "vocabulary":
                    words[str(plain.get("dataset", ""))] = _vocabulary(plain, where)
                case "source":
                    cards.append(card_of(plain))
                case "actor":
                    actors.append(actor_of(plain))
                case "fact":
                    facts.append(fact_of(plain))
                case "derived" | "machine-read":
                    pass  # it follows from the others, or is no fact of the dataset
                case other:
                    raise InputError(f"{where}: {other!r} is no record of a dataset")
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InputError(f"{where}: this is no {plain.get('record', 'record')} of a dataset ({error})") from None
    return _dataset(str(file), _together(words, str(file)), cards, actors, facts)


def _lines(file: Path) -> Iterator[str]:
    """The lines of a file, however long it is. Raises InputError for one that cannot be read."""
    try:
        if file.exists() and not file.is_file():
            raise InputError(f"{file}: cannot be read: not a regular file")
        with file.open("rb") as opened:
            for number, line in enumerate(opened, start=1):
                yield _text(line, f"{file}:{number}")
    except OSError as error:
        raise InputError(f"{file}: cannot be read: {(error.strerror or str(error)).lower()}") from None


def _text(line: bytes, where: str) -> str:
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: byte 0x{error.object[error.start]:02x} is not UTF-8") from None


def _object(line: str, where: str) -> Plain:
    """A line of JSON as an object, in which no text forges what is printed."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        raise InputError(f"{where}: this is no JSON") from None
    if not isinstance(found, dict):
        raise InputError(f"{where}: a line is one JSON object")
    for text in _texts(found):
        character = unprintable(text, besides="\n")
        if character is not None:
            raise InputError(f"{where}: {described(character)}")
    return found


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever JSON may hold
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def _vocabulary(plain: Plain, where: str) -> Vocabulary:
    found, problems = load_vocabulary(HeldFile(where, plain["yaml"].encode()), where)
    for problem in problems:
        if problem.is_error:
            raise InputError(f"{where}: {problem.message}")
    names = [_Named(plain.get(what, {})) for what in ("actors", "sources")]
    return vocabulary_of(found, *names) if any(names) else found


class _Named(dict[str, str]):
    """What some are called otherwise than they were; the others are called as they were."""

    def __missing__(self, one: str) -> str:
        return one


def _together(words: Mapping[str, Vocabulary], file: str) -> Vocabulary:
    """The vocabulary of one dataset, or of several that were put together."""
    if len(words) < 2:  # noqa: PLR2004 - it takes two to be put together
        return next(iter(words.values()), load_vocabulary(None, "")[0])
    found = together(list(words), list(words.values()))
    if found.clashes or found.misfits:
        raise InputError(f"{file}: the vocabularies of its datasets do not fit together")
    return found.vocabulary


def _dataset(file: str, vocabulary: Vocabulary, cards: list[Card], actors: list[Actor], facts: list[Fact]) -> Dataset:
    """The dataset of the records; InputError for a word that its vocabulary lacks."""
    for fact in facts:
        if fact.kind not in vocabulary.relations or fact.status not in vocabulary.statuses:
            raise InputError(f"{file}: {fact.id}: {fact.kind} ({fact.status}) is not in the vocabulary")
    for actor in actors:
        if actor.kind not in vocabulary.actors:
            raise InputError(f"{file}: {actor.id}: {actor.kind} is not in the vocabulary")
    found = {actor.id: actor for actor in sorted(actors, key=lambda actor: actor.id)}
    library = Library({card.id: card for card in sorted(cards, key=lambda card: card.id)})
    return Dataset(GRAPH, vocabulary, found, tuple(sorted(facts, key=lambda fact: fact.id)), library)
