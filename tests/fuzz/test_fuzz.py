"""A short run of spoilt inputs (`make fuzz` makes a long one), and each thing that is looked for, seen to be found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from relgraph.checks.check import check
from relgraph.facts.load import load
from tests.fuzz import trying
from tests.fuzz.samples import samples
from tests.fuzz.trying import Totals, try_all
from tests.world import write_files

if TYPE_CHECKING:
    from collections.abc import Callable

SEED = 20250101
COUNT = 300


def last(count: int, seed: int = SEED) -> Totals:
    """The totals of a run."""
    *_, totals = try_all(count, seed)
    return totals


@pytest.mark.slow
def test_no_input_makes_a_command_do_what_none_may() -> None:
    totals = last(COUNT)
    assert totals.tried == COUNT
    assert min(totals.ended[status] for status in (0, 1, 2)) > COUNT // 20, totals  # else they are all refused alike
    assert totals.findings == [], "\n".join(map(str, totals.findings))


def test_what_is_spoilt_was_in_order(tmp_path: Path) -> None:
    for number, sample in enumerate(samples()):
        folder = write_files(tmp_path / str(number), sample)
        assert check(load(folder / "graph")).errors == 0


def breaks_down() -> None:
    raise KeyError("kenya")


def ends_strangely() -> None:
    raise SystemExit(3)


def prints_what_cannot_be_seen() -> None:
    click.echo("Kenya\x1b[31m")


def turns_names_round() -> None:
    click.echo("Kenya\u202e", err=True)


def writes_beside() -> None:
    Path("graph/talks.yaml").write_text("", encoding="utf-8")


def writes_outside() -> None:
    Path("../stray").touch()


def tells_where_it_is() -> None:
    Path("made").write_text(str(Path.cwd()), encoding="utf-8")


def works_without_end() -> None:
    while True:
        pass


def chatters() -> None:
    click.echo("one\ntwo", err=True)
    raise SystemExit(2)


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (breaks_down, "broke down: "),
        (ends_strangely, "ended with status 3"),
        (prints_what_cannot_be_seen, "printed U+001B"),
        (turns_names_round, "printed U+202E"),
        (writes_beside, "changed 'dataset/graph/talks.yaml'"),
        (writes_outside, "changed 'stray'"),
        (tells_where_it_is, "told in 'dataset/made' where it was made"),
        (works_without_end, "worked for more than 0.2 seconds"),
        (chatters, "told misuse in 2 lines"),
    ],
)
def test_each_fault_is_found(fault: Callable[[], None], told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
    @click.argument("words", nargs=-1)
    def faulty(words: tuple[str, ...]) -> None:
        del words
        fault()

    monkeypatch.setattr(trying, "main", faulty)
    monkeypatch.setattr(trying, "MOST_SECONDS", 0.2)
    (finding,) = last(1).findings
    assert finding.what.startswith(told)
    assert str(finding).startswith(f"input 0: {told}")


def test_the_same_numbers_make_the_same_inputs() -> None:
    assert str(last(5)) == str(last(5))
