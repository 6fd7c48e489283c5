"""`relgraph aggregate MAPPING -o FILE`: what events by the million add up to."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from relgraph.cli.choice import examples
from relgraph.cli.ending import Stopped
from relgraph.cli.folders import PATH, Folders, OneFolder, folder_options, no_cache_option, user_shelf
from relgraph.cli.options import output_option, something
from relgraph.cli.rendering import complain, say, show
from relgraph.errors import InputError, MisuseError, RelgraphError
from relgraph.reading.characters import visible
from relgraph.reading.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from relgraph.analysis.aggregating import AggregateReport
    from relgraph.events.aggregate import Asked
    from relgraph.events.files import Files
    from relgraph.events.mapping import EventMapping
    from relgraph.facts.load import Found
    from relgraph.reading.held import File
    from relgraph.tables.schemes import Schemes

SIZES = {"KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12}
LEAST = 50 * SIZES["MB"]
TOGETHER = 20_000_000
"""Rows that are counted together, unless another number is asked for."""


def memory(text: str) -> int:
    """Read a size in bytes: 800MB, 4GB."""
    number, unit = text[:-2].strip(), text[-2:].upper()
    if unit not in SIZES or not number.isascii() or not number.isdigit():
        raise click.BadParameter("write a whole number with MB or GB, such as 4GB")
    size = int(number) * SIZES[unit]
    if size < LEAST:
        raise click.BadParameter("with less than 50MB no events are counted")
    return size


@click.command(
    "aggregate",
    short_help="Count events of a table into ties by period.",
    epilog=examples("aggregate --list", "aggregate --list --output csv"),
)
@click.argument("mapping", type=something, required=False)
@click.option("--list", "listing", is_flag=True, help="List the mappings of events that ship.")
@click.option("-o", "--to", type=PATH, help="Parquet file to write.  [default: the name of the mapping, .parquet]")
@click.option(
    "--table", type=something, help="File, folder or pattern of the events.  [default: as the mapping has it]"
)
@click.option(
    "--engine",
    type=something,
    default="duckdb",
    show_default=True,
    help="What counts: duckdb, or a server of Spark Connect, as spark://HOST:PORT.",
)
@click.option(
    "--memory", type=memory, metavar="SIZE", help="About what memory it may take.  [default: half of the machine's]"
)
@click.option(
    "--spill", type=PATH, help="Folder for what does not fit, and for finished parts.  [default: beside FILE]"
)
@click.option(
    "--rows-at-once",
    type=click.IntRange(1),
    default=TOGETHER,
    show_default=True,
    help="About so many events are counted together, in whole periods: a part, which is not done twice.",
)
@output_option("text", "json", "csv", "md")
@no_cache_option
@folder_options
@click.pass_context
def command(
    ctx: click.Context,
    mapping: str | None,
    to: Path | None,
    table: str | None,
    engine: str,
    memory: int | None,
    spill: Path | None,
    rows_at_once: int,
    output: str,
    folders: Folders,
    *,
    listing: bool,
    no_cache: bool,
) -> None:
    """Count the events of a table by a MAPPING: a file of yours, or the name of one that ships.

    For each two actors, kind and period there is a tie, with the number of its events, of their sources and of the days
    on which they were, and the mean of a scale. Such ties are read by machine, and their file says so. Actors are
    looked up as of the year of an event: those of the dataset, where there is one, and those that ship; --graph is
    named once. What is not counted is told by reason. Exit status: 0 there are ties, 1 there are none.
    """
    from relgraph.events.aggregate import Asked
    from relgraph.events.memory import memory_of_the_machine

    if listing:
        _list(output)
        return
    if mapping is None:
        raise MisuseError("name a mapping, or ask for --list")
    path = _path_of(mapping)
    found = _dataset(ctx, folders.one)
    read = _mapping(path, _decisions(path, found))
    to = to or Path(f"{read.id}.parquet")
    schemes = _schemes(read, found, no_cache=no_cache)
    files = _files(read, _folders(folders.one, path), table, engine)
    _refuse_taken(to, (path, *files.paths))
    work = (spill or to.parent) / f".{to.name}.relgraph-work"
    asked = Asked(engine, memory or memory_of_the_machine() // 2, rows_at_once, work)
    report = _counted(read, files, schemes, asked, to)
    show(report, output)
    if output == "text":
        say(f"written: {to}")
    ctx.exit(0 if report.found else 1)


def _counted(mapping: EventMapping, files: Files, schemes: Schemes, asked: Asked, to: Path) -> AggregateReport:
    """Count the events into a file; how that goes on is told meanwhile."""
    from relgraph.analysis.aggregating import report_of
    from relgraph.events.aggregate import aggregate

    with _parts_told(asked.work), _progress() as tell:
        return report_of(aggregate(mapping, files, schemes, asked, to, tell), schemes)


def _files(mapping: EventMapping, folders: Iterable[Path], table: str | None, engine: str) -> Files:
    """The files of events: a server may have some that are not seen from here."""
    from relgraph.events.engine import SPARK
    from relgraph.events.files import files_of

    return files_of(mapping, folders, table, remote=engine.startswith(SPARK))


def _schemes(mapping: EventMapping, found: Found | None, *, no_cache: bool) -> Schemes:
    """By which codes actors are known."""
    from relgraph.analysis.aggregating import schemes_for

    return schemes_for(mapping, found, None if no_cache else user_shelf())


def _refuse_taken(to: Path, read: Iterable[Path]) -> None:
    """Raise MisuseError where a file that is read would be written over, or nothing could be written."""
    if to.is_dir():
        raise MisuseError(f"{to}: is a folder; name a file to write with -o")
    if to.exists() and any(to.samefile(one) for one in read):
        raise MisuseError(f"{to}: is read here, and is not written over; name another file with -o")


def _list(output: str) -> None:
    """Tell of the mappings of events that ship."""
    from relgraph.analysis.importing import ReadyList
    from relgraph.events.ready import READY
    from relgraph.tables.ready import ready_mappings

    show(ReadyList(ready_mappings(READY)), output)


def _path_of(mapping: str) -> Path:
    """The file of a mapping, or the one that ships under a name."""
    from relgraph.events.ready import READY
    from relgraph.reading.suggest import did_you_mean
    from relgraph.tables.ready import ready_names

    given = Path(mapping)
    if given.is_file():
        return given
    if mapping in ready_names(READY):
        return READY / f"{mapping}.yaml"
    near = did_you_mean(mapping, ready_names(READY))
    raise MisuseError(
        f"{mapping}: no such mapping, neither a file nor one that ships{near} (relgraph aggregate --list)"
    )


def _dataset(ctx: click.Context, into: OneFolder) -> Found | None:
    """The dataset; none where no folder was named and the usual one is not there."""
    from relgraph.facts.load import found_in

    is_named = ctx.get_parameter_source("graph") is not click.core.ParameterSource.DEFAULT
    return found_in(*into) if is_named or into.graph.is_dir() else None


def _decisions(mapping: Path, found: Found | None) -> File | None:
    """The file of what was decided: among the tables of the dataset, else beside the mapping."""
    from relgraph.facts.folder import TABLES
    from relgraph.tables.decisions import DECISIONS

    name = f"{mapping.stem}{DECISIONS}"
    of_dataset = found.files.get(f"{TABLES}/{name}") if found is not None else None
    beside = mapping.with_name(name)
    return of_dataset or (beside if beside.is_file() else None)


def _mapping(path: Path, decisions: File | None) -> EventMapping:
    """The mapping of events; what is wrong with it is told."""
    from relgraph.events.parsing import read_event_mapping
    from relgraph.reading.place import told

    mapping, problems = read_event_mapping(path, str(path), decisions)
    for line in told(problems):
        complain(line)
    if mapping is None:
        raise InputError("no events were counted: see the problems above")
    return mapping


def _folders(into: OneFolder, mapping: Path) -> Iterator[Path]:
    """Where the files may be that a mapping names: among the texts, then beside it."""
    from relgraph.sources.library import text_folders

    yield from text_folders(into.texts, into.seeds if into.seeds is not None else into.graph.parent / "seeds")
    yield mapping.parent


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """A function that tells, on a terminal alone, what is being done, in one line that is gone in the end."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    try:
        yield lambda line: _over(visible(line))
    finally:
        _over("")


def _over(line: str) -> None:
    """Write a line of a terminal over what stands in it."""
    sys.stderr.write(f"\r\x1b[K{line}")
    sys.stderr.flush()


@contextmanager
def _parts_told(work: Path) -> Iterator[None]:
    """Say, where the counting ends in failure or by a signal, that what is finished is not lost."""
    from relgraph.events.work import Work

    try:
        yield
    except (RelgraphError, Stopped):
        if number := Work(work).finished:
            kept = f"{counted(number, 'finished part')} kept in {work}"
            complain(f"{kept}: the same command goes on from there")
        raise
