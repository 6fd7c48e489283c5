"""Exports of large datasets: the files that were written of the same before, for as long as nothing changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relgraph.checks.refused import is_refused
from relgraph.store.kept import DamagedStoreError, Kept, made

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from relgraph.export.content import Content
    from relgraph.export.formats import Chunks, Format
    from relgraph.facts.dataset import Dataset

PAGE, DATABASE = "html", "sqlite"
NOT_HERE = frozenset({PAGE, DATABASE})
"""A page tells stories too, which a dataset is not known by; the tables of a database are kept where SQL finds them."""
_FILES, _ABOUT, _SIZE, _WORDS = "file", "", "size", "words"


class Made(NamedTuple):
    """What an export comes to: the file, those beside it by their words, and how much there is, if that is told."""

    file: Chunks
    beside: Mapping[str, Chunks]
    size: str


def made_once(form: Format, content: Content, *, alone: bool) -> Made:
    """What there is in a format, or what was made of the same before; what is made of a large dataset is kept.

    If the file is wanted `alone`, nothing is made to go beside it, nor told of its size.
    """
    workings = content.dataset.workings
    if not workings or form.name in NOT_HERE:
        return _made(form, content, alone=alone)
    told = (form.name, alone, _placed_by(form, content), content.told)
    question = f"export: {told} {content.dataset.library.at_hand}"
    known = workings.find_as(question, _unpacked)
    if known is not None:
        return known
    found = _made(form, content, alone=alone)
    texts = list(map(_text, (found.file, *found.beside.values())))
    size, words = found.size, " ".join(found.beside)
    workings.keep_as(question, lambda: made({_FILES: enumerate(texts), _ABOUT: [(_SIZE, size), (_WORDS, words)]}))
    return _of_texts(texts, size, words)


def _placed_by(form: Format, content: Content) -> list[str]:
    """The versions of the libraries that give nodes their places, where these are wanted."""
    if not (form.places and content.placed):
        return []
    from importlib.metadata import version

    return [version(name) for name in ("numpy", "scipy")]


def _made(form: Format, content: Content, *, alone: bool) -> Made:
    beside = {} if alone else form.beside(content)
    return Made(form.write(content), beside, "" if alone else form.size(content))


def _text(chunks: Iterable[str | bytes]) -> str:
    return "".join([chunk if isinstance(chunk, str) else chunk.decode() for chunk in chunks])


def _unpacked(data: bytes) -> Made:
    kept = Kept(data)
    size, words = kept.get(_ABOUT, _SIZE), kept.get(_ABOUT, _WORDS)
    texts = [text for _, text in kept.all(_FILES)]
    if size is None or words is None or len(texts) != 1 + len(words.split()):
        raise DamagedStoreError
    return _of_texts(texts, size, words)


def _of_texts(texts: Sequence[str], size: str, words: str) -> Made:
    return Made([texts[0]], {word: [text] for word, text in zip(words.split(), texts[1:], strict=True)}, size)


def number_refused(dataset: Dataset) -> int:
    """How many facts check refuses; of a large dataset that is kept, too."""
    question = f"refused: {dataset.library.at_hand}"
    known = dataset.workings.find(question)
    if known is not None and known.isascii() and known.isdecimal():
        return int(known)
    refused = sum(is_refused(dataset, fact) for fact in dataset.facts)
    dataset.workings.keep(question, str(refused))
    return refused
