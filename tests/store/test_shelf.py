from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, cast

import pytest

from relgraph.store.shelf import NOTHING_KEPT, Shelf, Workings, digest
from tests.rights import common_user

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KEY, OTHER = digest(b"one"), digest(b"other")


def keep(shelf: Shelf, key: str, text: str) -> None:
    shelf.keep(key, {"": [("said", text)]})


def said(shelf: Shelf, key: str) -> str | None:
    kept = shelf.find(key)
    return kept.get("", "said") if kept else None


def test_what_is_kept_is_found_by_its_key(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "cache" / "relgraph")
    keep(shelf, KEY, "hello")

    assert said(shelf, KEY) == "hello"
    assert said(shelf, OTHER) is None
    assert said(Shelf(tmp_path / "cache" / "relgraph"), KEY) == "hello"
    assert (tmp_path / "cache" / "relgraph").stat().st_mode & 0o777 == 0o700


def flipped(data: bytes) -> bytes:
    return data[:9000] + bytes([data[9000] ^ 1]) + data[9001:]


@pytest.mark.parametrize(
    "damage",
    [lambda data: data[:-1], flipped, lambda _: b"", lambda _: b"x" * 20_000],
    ids=["cut", "bit", "empty", "other"],
)
def test_what_is_damaged_is_removed_and_kept_anew(tmp_path: Path, damage: object) -> None:
    assert callable(damage)
    shelf = Shelf(tmp_path)
    keep(shelf, KEY, "hello " * 3000)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage(file.read_bytes()))

    assert said(shelf, KEY) is None
    assert list(tmp_path.iterdir()) == []
    keep(shelf, KEY, "again")
    assert said(shelf, KEY) == "again"


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_link(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("put", [a_pipe, a_link, a_folder])
def test_nobody_waits_for_what_is_no_file(tmp_path: Path, put: Callable[[Path], None]) -> None:
    shelf = Shelf(tmp_path)
    keep(shelf, KEY, "hello")
    (file,) = tmp_path.iterdir()
    file.unlink()
    put(file)

    assert said(shelf, KEY) is None


@pytest.mark.parametrize("mode", [0o777, 0o770])
def test_a_folder_into_which_others_may_put_things_is_not_used(tmp_path: Path, mode: int) -> None:
    tmp_path.chmod(0o700)
    keep(Shelf(tmp_path), KEY, "hello")
    tmp_path.chmod(mode)
    keep(Shelf(tmp_path), OTHER, "hello")

    assert said(Shelf(tmp_path), KEY) is None
    assert len(list(tmp_path.iterdir())) == 1


def test_what_was_not_used_for_longest_makes_room(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, most=100_000)
    for number in range(4):
        keep(shelf, digest(b"%d" % number), "x" * 20_000)
    for at, file in enumerate(sorted(tmp_path.iterdir())):
        os.utime(file, (at, at))
    oldest, second, *_ = sorted(tmp_path.iterdir())
    assert said(shelf, oldest.name[:64]) is not None  # it is used now

    keep(shelf, KEY, "x" * 20_000)

    assert oldest.exists()
    assert not second.exists()
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 100_000


def test_what_is_too_large_is_not_kept(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, most=100_000)
    keep(shelf, KEY, "x" * 60_000)

    assert list(tmp_path.iterdir()) == []


def test_without_a_folder_nothing_is_kept_and_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for shelf in (Shelf(None), Shelf(tmp_path / "file"), Shelf(tmp_path / "file" / "below")):
        keep(shelf, KEY, "hello")
        assert said(shelf, KEY) is None


def test_a_folder_that_cannot_be_written_to_is_no_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    shelf = Shelf(tmp_path)
    with common_user():
        keep(shelf, KEY, "hello")

    assert said(shelf, KEY) is None
    assert list(tmp_path.iterdir()) == []


def test_many_may_read_and_write_at_a_time(tmp_path: Path) -> None:
    def turn(number: int) -> str | None:
        shelf = Shelf(tmp_path, most=200_000)
        keep(shelf, digest(b"%d" % (number % 7)), f"{number % 7}" * 10_000)
        return said(shelf, digest(b"%d" % (number % 3)))

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(turn, range(200)))

    for number, text in enumerate(found):
        assert text in {None, f"{number % 3}" * 10_000}
    assert not [file for file in tmp_path.iterdir() if file.suffix == ".tmp"]


def test_workings_are_found_by_dataset_and_question(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    one, other = Workings(shelf, KEY), Workings(shelf, OTHER)
    one.keep("who?", "me")

    assert one.find("who?") == "me"
    assert one.find("when?") is None
    assert other.find("who?") is None
    NOTHING_KEPT.keep("who?", "me")
    assert NOTHING_KEPT.find("who?") is None
    assert one
    assert not NOTHING_KEPT


def test_a_working_that_is_no_text_is_not_found(tmp_path: Path) -> None:
    workings = Workings(Shelf(tmp_path), KEY)
    workings.keep("how many", "three")
    workings.keep("which", cast("str", b"three"))  # what another program might have put there

    assert workings.find("how many") == "three"
    assert workings.find("which") is None
