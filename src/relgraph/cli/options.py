"""Options that commands share, declared once."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

from relgraph.cli.choice import Choice
from relgraph.cli.folders import with_options
from relgraph.cli.rendering import BYTE_ORDER_MARK_WANTED
from relgraph.errors import MisuseError
from relgraph.facts.folder import ties_among
from relgraph.graph.views import EVERY_STATUS, View
from relgraph.graph.weighing import AGREEMENT, DIRECTIONS, NETWORKS, PLAIN, Weighing
from relgraph.reading.dates import Date, NotADate, parse_date
from relgraph.reading.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from relgraph.facts.dataset import Dataset
    from relgraph.vocabulary.model import Vocabulary

R = TypeVar("R")

MACHINE_READ = "machine_read"


def date(text: str) -> Date:
    """Read a date of the subset of EDTF that facts use; fail with advice on how to write it."""
    try:
        found = parse_date(text)
    except NotADate as error:
        raise click.BadParameter(str(error)) from None
    if found is None or found.ongoing:
        raise click.BadParameter("a date is needed here, such as 2025 or 2025-06-30")
    return found


def words(text: str) -> tuple[str, ...]:
    """Read one word or several, separated by commas; fail where there is none, as in a variable that was not set."""
    found = tuple(word.strip() for word in text.split(",") if word.strip())
    if not found:
        raise click.BadParameter("nothing is named; leave it out if that is meant")
    return found


def something(text: str) -> str:
    """Read a name; fail where there is none, as in a variable that was not set, which would mean this very folder."""
    if not text:
        raise click.BadParameter("nothing is named")
    return text


VIEW_OPTIONS: dict[str, Callable[..., Any]] = {
    "as_of": click.option(
        "--as-of", type=date, metavar="DATE", help="The world as it was on a day, such as 2025-06-30."
    ),
    "known": click.option("--known", type=date, metavar="DATE", help="Use only sources published by a day."),
    "kind": click.option("--kind", type=words, metavar="KIND,...", help="Only these kinds of relation."),
    "status": click.option("--status", type=words, metavar="STATUS,...", help="Let in these statuses too, or all."),
    "certain": click.option("--certain", is_flag=True, help="Leave out what may not hold on that day."),
    "stated": click.option("--stated", is_flag=True, help="Leave out derived facts."),
    MACHINE_READ: click.option(
        "--machine-read",
        is_flag=True,
        help="Take up ties that a machine read, too; paths and ranks take those whose kind --kind names.",
    ),
}
BELIEF = ("as_of", "known", "certain", "stated")


def view_options(command: Callable[..., R]) -> Callable[..., R]:
    """Add all of VIEW_OPTIONS, and hand on the `view` they make."""
    return _viewing(command, tuple(VIEW_OPTIONS))


def belief_options(command: Callable[..., R]) -> Callable[..., R]:
    """Add those of BELIEF alone: for answers that choose kinds and statuses themselves."""
    return _viewing(command, BELIEF)


def _viewing(command: Callable[..., R], names: tuple[str, ...]) -> Callable[..., R]:
    @wraps(command)
    def wrapped(*args: object, dataset: Dataset, **given: Any) -> R:  # noqa: ANN401 - whatever click has read
        asked = {name: given.pop(name) for name in names}
        dataset = _taken_up(dataset, asked.get("kind"), wanted=asked.pop(MACHINE_READ, False))
        view = _view(dataset, asked)
        return command(*args, dataset=dataset, view=view, **given)

    return with_options(wrapped, [VIEW_OPTIONS[name] for name in names])


def _taken_up(dataset: Dataset, kinds: tuple[str, ...] | None, *, wanted: bool) -> Dataset:
    """The dataset, with the ties that a machine read where these are wanted, or a kind of theirs is named.

    What is asked of curated kinds alone is answered though something be wrong with the ties.
    """
    there = bool(dataset.sets or ties_among(dataset.files))
    if wanted and not there:
        raise MisuseError(
            "no ties that a machine read are here: a file of them has a mapping graph/tables/NAME.ties.yaml"
        )
    others = {_as_id(name) for name in kinds or () if not _is_kind(_as_id(name), dataset.vocabulary)}
    if not (wanted if kinds is None else others) or not there:
        return dataset
    from relgraph.facts.machine_read.dataset import ties_mappings, with_machine_read

    if kinds is None:
        return with_machine_read(dataset)
    parts = [part.dataset for part in dataset.sets] or [dataset]
    made = {kind.id for part in parts for mapping in ties_mappings(part).values() for kind in mapping.kinds}
    return with_machine_read(dataset, others & made) if others & made else dataset


def _as_id(name: str) -> str:
    return name.strip().casefold().replace("_", "-").replace(" ", "-")


def _is_kind(name: str, vocabulary: Vocabulary) -> bool:
    return name in vocabulary.relations or vocabulary.relation_section(name.replace("-", "_")) is not None


def needs_a_kind(dataset: Dataset, view: View) -> None:
    """Raise MisuseError where ties that a machine read are asked of an answer that mixes kinds, and none is named."""
    if dataset.machine_read and view.kinds is None:
        kinds = ", ".join(sorted({kind for read in dataset.machine_read.values() for kind in read.kinds}))
        raise MisuseError(f"paths and ranks take machine-read ties only where --kind names their kind: {kinds}")


def _view(dataset: Dataset, given: dict[str, Any]) -> View:
    kind, status = given.pop("kind", None), given.pop("status", None)
    kinds = known_kinds(dataset, kind) if kind else None
    statuses = _all_known(status or (), [*dataset.vocabulary.statuses, EVERY_STATUS], "status")
    return View(kinds=kinds, statuses=statuses, **given)


def known_kinds(dataset: Dataset, names: Iterable[str]) -> frozenset[str]:
    """Kinds of relation by their ids or their sections: mission, missions. Raises MisuseError for what is neither."""
    vocabulary = dataset.vocabulary
    return frozenset(_kind_named(name.strip().casefold(), vocabulary) for name in names)


def _kind_named(name: str, vocabulary: Vocabulary) -> str:
    if name in vocabulary.relations:
        return name
    section = vocabulary.relation_section(name.replace("-", "_").replace(" ", "_"))
    if section is not None:
        return section.id
    wider = [kind.id for kind in vocabulary.relations.values() if name in kind.kinds]
    more = f"; it is a narrower kind of {' and of '.join(wider)}" if wider else ""
    raise MisuseError(f"{name} is not a kind of relation{more or did_you_mean(name, vocabulary.relations)}")


def output_option(*formats: str) -> Callable[[Callable[..., R]], Callable[..., R]]:
    """Add --output with the formats that the command knows; the first is the default."""
    told = f"Form of the answer.{GUARD if 'csv' in formats else ''}"
    form = click.option("--output", type=Choice(formats), default=formats[0], show_default=True, help=told)
    return lambda command: form(bom_option(command) if "csv" in formats else command)


GUARD = " In csv an apostrophe stands before what a spreadsheet would run (= + - @)."


def _want_mark(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    ctx.meta[BYTE_ORDER_MARK_WANTED] = wanted


bom_option = click.option(
    "--bom",
    is_flag=True,
    expose_value=False,
    callback=_want_mark,
    help="Begin csv with a byte order mark, by which Excel knows UTF-8.",
)


isolates_option = click.option(
    "--isolates",
    type=click.Choice(("yes", "no")),
    default="yes",
    show_default=True,
    callback=lambda _ctx, _option, given: given == "yes",
    help="Keep actors that nothing here ties; in ranks as of a day, those that may have been there.",
)


def weighing_options(command: Callable[..., R]) -> Callable[..., R]:
    """Add --network, --direction, --weight and --joint, and hand on the `weighing` that they make."""

    @wraps(command)
    def wrapped(*args: object, network: str, direction: str, weight: str, joint: int, **kwargs: object) -> R:
        return command(*args, weighing=Weighing(network, direction, weight, joint).checked(), **kwargs)

    told = "; ".join(f"{name}: {what}" for name, what in NETWORKS.items())
    options = (
        click.option(
            "--network", type=Choice(list(NETWORKS)), default=PLAIN.network, show_default=True, help=f"{told}."
        ),
        click.option(
            "--direction",
            type=Choice(list(DIRECTIONS)),
            default=PLAIN.direction,
            show_default=True,
            help="Which ties of an actor count: those that lead to it, from it, or both; none: all alike.",
        ),
        click.option(
            "--weight",
            type=something,
            metavar="strength|count|FIGURE",
            default=PLAIN.weight,
            show_default=True,
            help="What a pair weighs: its best rung, the number of facts, or the sum of a figure (amount, amount:USD).",
        ),
        click.option(
            "--joint",
            type=click.IntRange(min=1),
            default=PLAIN.joint,
            show_default=True,
            help=f"In the network {AGREEMENT}: compare only those two that have so many joint votes.",
        ),
    )
    return with_options(wrapped, options)


def _all_known(names: Iterable[str], known: Iterable[str], what: str) -> frozenset[str]:
    """The names, if all of them are known. Raises MisuseError for the first that is not."""
    there_are = list(known)
    for name in names:
        if name not in there_are:
            raise MisuseError(f"{name} is not a {what}{did_you_mean(name, there_are)}")
    return frozenset(names)
