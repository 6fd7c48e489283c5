"""`relgraph schema`: the dictionary of kinds, fields, statuses and ladders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from relgraph.cli.options import dataset_option, output_option
from relgraph.cli.rendering import hand_on, show_json
from relgraph.reading.characters import visible

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset


@click.command("schema", short_help="Print what a fact may say, kind by kind.")
@output_option("md", "json")
@dataset_option
def command(output: str, dataset: Dataset) -> None:
    """Print what a fact may say: every kind with its ends, fields, dates and statuses; ladders; kinds of actor.

    Made from the vocabulary: that of the package, and what graph/vocabulary.yaml adds.
    """
    from relgraph.vocabulary.describe import dictionary, plain_vocabulary

    if output == "json":
        show_json(plain_vocabulary(dataset.vocabulary))
    else:
        hand_on(f"{visible(line)}\n" for line in dictionary(dataset.vocabulary))
