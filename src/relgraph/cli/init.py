"""`relgraph init [FOLDER]`: a new dataset."""

from __future__ import annotations

from pathlib import Path

import click

from relgraph.cli.choice import examples
from relgraph.cli.folders import PATH
from relgraph.cli.rendering import say
from relgraph.errors import MisuseError

OWN = ("graph", "seeds")
"""Folders that must not be there yet; a README.md or .gitignore that is there stays as it is."""
IGNORED = ".gitignore"


EXAMPLES = examples("init mine", "init other --empty")


@click.command("init", short_help="Start a new dataset.", epilog=EXAMPLES)
@click.argument("folder", type=PATH, default=Path())
@click.option("--empty", is_flag=True, help="Leave the example out: no actor, source or fact yet.")
def command(folder: Path, *, empty: bool) -> None:
    """Start a dataset in FOLDER, by default this one: graph/ and seeds/, each with a README, and a small example.

    The example is made up, commented, and passes `relgraph check`. Delete its files when you have seen how it goes.
    """
    from relgraph.cli.new_dataset import FOLDERS, new_dataset
    from relgraph.writing import write_folder

    for name in OWN:
        if (folder / name).exists():
            raise MisuseError(f"{folder / name} is there already; a new dataset needs a folder without it")
    files = new_dataset(example=not empty)
    kept = [path for path in files if (folder / path).exists()]
    new = {path: text for path, text in files.items() if path not in kept}
    write_folder(folder, new, FOLDERS)
    for path in new:
        say(str(folder / path))
    for path in kept:
        more = "; let it ignore /seeds/texts/" if path == IGNORED else ""
        say(f"{folder / path} was there already and stays as it is{more}")
    say(_next(folder, empty=empty))


def _next(folder: Path, *, empty: bool) -> str:
    """What to do now, and what is still missing."""
    there = "" if folder == Path() else f" --graph {folder / 'graph'}"
    if empty:
        return f"next: relgraph add-source; relgraph check{there} finds nothing to check until a fact cites a source"
    return f"next: relgraph check{there}"
