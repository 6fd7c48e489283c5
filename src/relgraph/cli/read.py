"""`relgraph read SOURCE`: a source, paragraph by paragraph, with the facts that cite it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from relgraph.cli.choice import examples
from relgraph.cli.folders import kept_part_option
from relgraph.cli.options import output_option
from relgraph.cli.rendering import complain, show
from relgraph.reading.plurals import counted

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset


@click.command(
    "read",
    short_help="Read a source, with the facts that cite it.",
    epilog=examples("read vns-2026 --uncited", "read vns-2026 --p 9 --output json"),
)
@click.argument("source")
@click.option(
    "--p", "only", type=click.IntRange(1), multiple=True, metavar="N", help="Only this paragraph (repeatable)."
)
@click.option("--uncited", is_flag=True, help="Only paragraphs without a fact.")
@output_option("text", "json", "csv", "md")
@kept_part_option
def command(
    source: str,
    only: tuple[int, ...],
    output: str,
    dataset: Dataset,
    *,
    uncited: bool,
) -> None:
    """Tell a SOURCE paragraph by paragraph, each with its number and the facts that cite it, and where those stand.

    A paragraph is told from the text where that is at hand, else by the words of the index. Facts that cannot be read
    are left out, and counted at the end.
    """
    from relgraph.analysis.passages import read_source

    found = read_source(dataset, source, only, uncited=uncited)
    show(found, output)
    errors = sum(problem.is_error for problem in dataset.problems)
    if errors:
        complain(f"relgraph: {counted(errors, 'problem')} may hide facts; see relgraph check")
