"""Options that name the folders of a dataset, and the reading of what they name."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from relgraph.cli.rendering import complain
from relgraph.errors import InputError, MisuseError
from relgraph.facts.load import found_in
from relgraph.reading.place import told
from relgraph.reading.plurals import counted
from relgraph.sources.library import TEXTS_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from relgraph.facts.dataset import Dataset
    from relgraph.store.shelf import Shelf

R = TypeVar("R")


class _Named(click.Path):
    """A file or folder; whoever opens it says what is wrong with it. One without a name is none."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, readable=False)

    def split_envvar_value(self, rv: str) -> Sequence[str]:
        """The folders that a variable names: one that is there by that name, else those between the path separators."""
        return [rv] if os.path.exists(rv) else [one for one in rv.split(os.pathsep) if one] or [rv]  # noqa: PTH110

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - click's own signature
        """Read the path. Raises click.BadParameter where nothing is named."""
        if value == "":
            self.fail("no file or folder is named", param, ctx)
        return super().convert(value, param, ctx)


PATH = _Named()
GRAPH_VARIABLE, SEEDS_VARIABLE = "RELGRAPH_GRAPH", "RELGRAPH_SEEDS"
NO_CACHE_VARIABLE = "RELGRAPH_NO_CACHE"


def _named(ctx: click.Context, param: click.Parameter, folders: tuple[Path, ...]) -> tuple[Path, ...]:
    """Folders. Raises MisuseError naming the variable, where it is one that names a folder which is not there."""
    if ctx.get_parameter_source(param.name or "") is click.core.ParameterSource.ENVIRONMENT:
        for folder in folders:
            if not folder.is_dir():
                raise MisuseError(f"{folder}: no such folder ({param.envvar})")
    return folders


def _of_facts(ctx: click.Context, param: click.Parameter, folders: tuple[Path, ...]) -> tuple[Path, ...]:
    """Folders of facts. Raises MisuseError for the one above such, where a dataset has its graph/ and seeds/."""
    _named(ctx, param, folders)
    for folder in folders:
        inner = folder / "graph"
        with suppress(OSError):  # whoever reads it says what is wrong
            if inner.is_dir() and (folder / "seeds").is_dir() and not any(folder.glob("*.yaml")):
                raise MisuseError(
                    f"{folder} holds a dataset, and its facts are in {inner}; did you mean --graph {inner}?"
                )
    return folders


class Folders(NamedTuple):
    """Where one dataset or several are: the folders of facts, those of cards where they are named, that of texts."""

    graphs: tuple[Path, ...]
    seeds: tuple[Path, ...]
    texts: Path | None

    @property
    def pairs(self) -> list[tuple[Path, Path | None]]:
        """Each folder of facts with that of its cards; None for the one beside it. Raises MisuseError."""
        if len(self.graphs) == 1 and len(self.seeds) <= 1:
            return [(self.graphs[0], self.seeds[0] if self.seeds else None)]
        from relgraph.facts.united.load import seeds_of

        return list(zip(self.graphs, seeds_of(self.graphs, self.seeds), strict=True))

    @property
    def home(self) -> Path:
        """The folder that holds those of the dataset, or of all of them."""
        if len(self.graphs) == 1:
            return self.graphs[0].parent
        return Path(os.path.commonpath([os.path.abspath(graph.parent) for graph in self.graphs]))  # noqa: PTH100 - links stay

    def read(self, shelf: Shelf | None = None) -> Dataset:
        """The dataset; of several folders the one of all. `shelf` is where what tables make is kept."""
        each = [found_in(graph, seeds, self.texts) for graph, seeds in self.pairs]
        if len(each) == 1:
            return each[0].read(shelf)
        from relgraph.facts.united.unite import unite

        return unite([found.read(shelf) for found in each])

    def read_kept(self) -> Dataset:
        """The dataset, of which what is kept in the user's cache folder is taken, and what is worked out is kept.

        Several are put together each time anew; only what their tables make is taken.
        """
        from relgraph.facts.compiled.load import load_kept

        return self.read(user_shelf()) if len(self.graphs) > 1 else load_kept(*self.pairs[0], self.texts)

    @property
    def one(self) -> OneFolder:
        """The folders of the one dataset. Raises MisuseError where several are named."""
        if len(self.graphs) > 1 or len(self.seeds) > 1:
            raise MisuseError("this command takes one dataset: name one --graph, and one --seeds at most")
        return OneFolder(self.graphs[0], self.seeds[0] if self.seeds else None, self.texts)


class OneFolder(NamedTuple):
    """Where one dataset is: its folders of facts and of cards, None for that beside the facts, and that of texts."""

    graph: Path
    seeds: Path | None
    texts: Path | None


def folder_options(command: Callable[..., R]) -> Callable[..., R]:
    """Add --graph, --seeds and --texts, and hand on the `folders` that they name."""

    @wraps(command)
    def wrapped(
        *args: object, graph: tuple[Path, ...], seeds: tuple[Path, ...], texts: Path | None, **kwargs: object
    ) -> R:
        return command(*args, folders=Folders(graph, seeds, texts), **kwargs)

    options = (
        click.option(
            "--graph",
            type=PATH,
            multiple=True,
            default=[Path("graph")],
            show_default=True,
            envvar=GRAPH_VARIABLE,
            show_envvar=True,
            callback=_of_facts,
            help="Folder of the facts; several are joined by codes.",
        ),
        click.option(
            "--seeds",
            type=PATH,
            multiple=True,
            envvar=SEEDS_VARIABLE,
            callback=_named,
            help=f"Folder of the source cards.  [env var: {SEEDS_VARIABLE}; default: seeds, beside the graph]",
        ),
        click.option(
            "--texts", type=PATH, help=f"Folder of the source texts, if at hand.  [env var: {TEXTS_VARIABLE}]"
        ),
    )
    return with_options(wrapped, options)


def dataset_option(command: Callable[..., R]) -> Callable[..., R]:
    """Add the options of folders, and hand on the `dataset` that is read from them."""

    @wraps(command)
    def wrapped(*args: object, folders: Folders, **kwargs: object) -> R:
        return command(*args, dataset=readable(folders.read()), **kwargs)

    return folder_options(wrapped)


def kept_dataset_option(command: Callable[..., R]) -> Callable[..., R]:
    """As `dataset_option`, but what is kept of the dataset is taken, unless --no-cache is given.

    What turns out to be damaged as it is read is done without.
    """
    return _kept_option(command, readable)


def kept_dataset_option_where(
    wanted: Callable[[Mapping[str, object]], bool],
) -> Callable[[Callable[..., R]], Callable[..., R]]:
    """As `kept_dataset_option`, where that is `wanted` by what else is given to the command; else all is read anew."""
    return lambda command: _kept_option(command, readable, wanted)


def kept_part_option(command: Callable[..., R]) -> Callable[..., R]:
    """As `kept_dataset_option`, for who answers from as much of a dataset as can be read."""
    return _kept_option(command, lambda dataset: dataset)


def _kept_option(
    command: Callable[..., R],
    held: Callable[[Dataset], Dataset],
    wanted: Callable[[Mapping[str, object]], bool] = lambda _: True,
) -> Callable[..., R]:
    @wraps(command)
    def wrapped(*args: object, folders: Folders, no_cache: bool, **kwargs: object) -> R:
        from relgraph.store.kept import DamagedStoreError

        with suppress(DamagedStoreError):
            if not no_cache and wanted(kwargs):
                return command(*args, dataset=held(folders.read_kept()), **kwargs)
        return command(*args, dataset=held(folders.read()), **kwargs)

    return no_cache_option(folder_options(wrapped))


def user_shelf() -> Shelf:
    """The user's cache folder."""
    from relgraph.store.folder import cache_folder
    from relgraph.store.shelf import Shelf

    return Shelf(cache_folder())


no_cache_option = click.option(
    "--no-cache",
    is_flag=True,
    envvar=NO_CACHE_VARIABLE,
    show_envvar=True,
    help="Read all files anew, and keep nothing of them.",
)


def readable(dataset: Dataset) -> Dataset:
    """The dataset, if its files could be read in full: an answer from half of the facts would be wrong.

    Prints what is wrong with them and raises InputError if they could not.
    """
    errors = [problem for problem in dataset.problems if problem.is_error]
    for line in told(errors):
        complain(line)
    if errors:
        raise InputError(f"the facts cannot be read in full: see the {counted(len(errors), 'problem')} above")
    return dataset


def with_options(
    command: Callable[..., R], options: Iterable[Callable[[Callable[..., R]], Callable[..., R]]]
) -> Callable[..., R]:
    """A command with options, which its help lists in their order."""
    for option in reversed(tuple(options)):
        command = option(command)
    return command
