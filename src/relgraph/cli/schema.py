"""`relgraph schema`: the dictionary of kinds, fields, statuses and ladders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from relgraph.cli.choice import examples
from relgraph.cli.folders import kept_dataset_option
from relgraph.cli.options import known_kinds, output_option
from relgraph.cli.rendering import hand_on, show_json
from relgraph.reading.characters import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relgraph.facts.dataset import Dataset


@click.command(
    "schema", short_help="Print what a fact may say, kind by kind.", epilog=examples("schema", "schema mission")
)
@click.argument("kind", required=False)
@output_option("md", "json")
@kept_dataset_option
def command(kind: str | None, output: str, dataset: Dataset) -> None:
    """Print what a fact may say: every kind with its ends, fields, dates and statuses; ladders; kinds of actor.

    With a KIND (mission, or its section missions), that one alone, with how it reads and a record as an example. Made
    from the vocabulary: that of the package, and what graph/vocabulary.yaml adds. Of several datasets it tells beside a
    rule for whose facts it is off.
    """
    from relgraph.vocabulary.describe import dictionary, entry, plain_vocabulary

    if kind is not None:
        (one,) = known_kinds(dataset, (kind,))
        found = dataset.vocabulary.relations[one]
        if output == "json":
            show_json(plain_vocabulary(dataset.vocabulary, dataset.rules_off)["relations"][one])
        else:
            _print("\n".join(entry(found, dataset.vocabulary, dataset.rules_off)).strip().splitlines())
    elif output == "json":
        show_json(plain_vocabulary(dataset.vocabulary, dataset.rules_off))
    else:
        _print(dictionary(dataset.vocabulary, dataset.rules_off))


def _print(lines: Iterable[str]) -> None:
    hand_on(f"{visible(line)}\n" for line in lines)
