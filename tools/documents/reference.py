"""What the program says of itself: commands, rules, measures, formats and the shapes of JSON, in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from relgraph.analysis.measures.catalogue import MEASURES
from relgraph.analysis.plain_types import PlainCitation, PlainDerivation, PlainEnd, PlainHeld, PlainWithdrawal
from relgraph.analysis.sql.catalogue import TABLES
from relgraph.checks.rule import ERROR
from relgraph.checks.rules import READING, RULES, STORIES
from relgraph.cli.main import COMMANDS, Commands, main
from relgraph.cli.options import BELIEF, VIEW_OPTIONS
from relgraph.export.formats import FORMATS
from relgraph.vocabulary.keys import KEYS
from relgraph.vocabulary.load import shipped_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHARED = {
    "folders": ("graph", "seeds", "texts"),
    "view": tuple(VIEW_OPTIONS),
    "belief": BELIEF,
}
"""The options that commands share, by what they are called together."""

FEW = 4
"""So many words that an option takes are told with it."""

SHAPES = {
    "fact": PlainHeld,
    "end": PlainEnd,
    "citation": PlainCitation,
    "derivation": PlainDerivation,
    "withdrawal": PlainWithdrawal,
}


def commands() -> Iterator[str]:
    """Every command with its arguments, what it does, and its options: its own, then the shared ones."""
    assert isinstance(main, Commands)  # noqa: S101 - what the decorator makes of it
    found = ((name, main.get_command(click.Context(main), name)) for name in COMMANDS)
    yield from _table(
        ("command", "what it does", "options"),
        ((_asked(name, one), one.get_short_help_str(200), _options(one)) for name, one in found if one),
    )


def _asked(name: str, command: click.Command) -> str:
    """A command with its arguments, such as `path A B`; words to choose from are not told."""
    arguments = [one for one in command.params if isinstance(one, click.Argument)]
    context = click.Context(command)
    told = ((one.name or "").upper() if _chooses(one) else one.make_metavar(context) for one in arguments)
    return f"`{' '.join([name, *told])}`"


def _chooses(one: click.Parameter) -> bool:
    return isinstance(one.type, click.Choice)


def _options(command: click.Command) -> str:
    options = {one.name: one for one in command.params if isinstance(one, click.Option)}
    shared = []
    for name, group in SHARED.items():
        if options.keys() >= set(group):
            shared.append(f"*{name}*")
            options = {key: one for key, one in options.items() if key not in group}
    return ", ".join([*(_option(one) for one in options.values()), *shared])


def _option(option: click.Option) -> str:
    """An option by its name, with the words that it takes if these are few."""
    words = option.type.choices if isinstance(option.type, click.Choice) else ()
    return f"`{option.opts[-1]}{' ' + '|'.join(words) if 0 < len(words) <= FEW else ''}`"


def checks() -> Iterator[str]:
    """Every rule by its name, whether a breach is an error or a note, and what the rule asks for."""
    reading = ((f"`{name}`", ERROR, asks) for name, asks in (READING | STORIES).items())
    rules = ((f"`{rule.name}`", rule.severity, rule.asks) for rule in RULES)
    return _table(("rule", "a breach is", "what it asks for"), (*reading, *rules))


def measures() -> Iterator[str]:
    """Every measure by its name, with what it sums, what divides it, and whose definition it is."""
    rows = ((f"`{one.name}`", one.definition, one.normalisation, one.reference) for one in MEASURES)
    return _table(("measure", "what it is", "normalised", "after"), rows)


def formats() -> Iterator[str]:
    """Every format by its name, with what it is for, keeps and loses."""
    rows = ((f"`{one.name}`", one.purpose, one.keeps, one.loses) for one in FORMATS)
    return _table(("format", "what for", "keeps", "loses"), rows)


def tables() -> Iterator[str]:
    """Every table that can be asked in SQL, with what a row of it is, and its columns."""
    for table in TABLES:
        yield from (f"**{table.name}**: a row is {table.row}.", "")
        yield from _table(
            ("column", "type", "meaning"), ((f"`{one.name}`", one.type, one.meaning) for one in table.columns)
        )
        if table is not TABLES[-1]:
            yield ""


def keys() -> Iterator[str]:
    """The keys of a kind of relation in a vocabulary."""
    rows = ((", ".join(f"`{key}`" for key in together), meaning) for together, meaning in KEYS.items())
    return _table(("key", "meaning"), rows)


def derivations() -> Iterator[str]:
    """Every rule that ships by its id, with what it is of and what it says."""
    kinds = shipped_vocabulary().relations.values()
    return _table(
        ("rule", "of", "what it says"),
        ((f"`{rule.id}`", f"`{kind.section}`", rule.rule) for kind in kinds for rule in kind.implies),
    )


def shapes() -> Iterator[str]:
    """The plain form of a fact and of what is in it, key by key; behind what may be left out stands a question mark."""
    for name, shape in SHAPES.items():
        keys = ", ".join(_key(key, str(type_.__forward_arg__)) for key, type_ in shape.__annotations__.items())
        yield f"- {name}: `{{{keys}}}`"


def _key(key: str, type_: str) -> str:
    """A key, and what is under it if that has a shape of its own."""
    within = next((f": {name}" for name, shape in SHAPES.items() if shape.__name__ in type_), "")
    told = f"{within[:2]}[{within[2:]}]" if within and "list[" in type_ else within
    return f"{key}{'?' if type_.startswith('NotRequired') else ''}{told}"


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    columns = list(heads)
    for row in (columns, ["---"] * len(columns), *rows):
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
