"""Which files of a folder are read, and which are not."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from relgraph.errors import InputError, MisuseError
from relgraph.reading.files import bytes_of, is_folder, leads_out, yaml_files
from tests.rights import common_user
from tests.world import write_files

if TYPE_CHECKING:
    from pathlib import Path


def names(folder: Path) -> tuple[list[str], list[str]]:
    """The names of the files that are read, and what is told of the others."""
    files, problems = yaml_files(folder, folder)
    return [path.name for path in files], [f"{os.path.basename(one.place.file)}: {one.message}" for one in problems]  # noqa: PTH119


def test_yaml_files_are_read_in_order_and_nothing_else(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yaml", "README.md"):
        (tmp_path / name).touch()
    (tmp_path / "within.yaml").symlink_to("a.yaml")

    assert names(tmp_path) == (["a.yaml", "b.yaml", "within.yaml"], [])
    assert names(tmp_path / "none") == ([], [])
    assert names(tmp_path / "a.yaml") == ([], [])


def test_a_link_out_of_the_folder_is_not_read_and_its_target_not_told(tmp_path: Path) -> None:
    folder, secret = tmp_path / "graph", tmp_path / "secret.yaml"
    folder.mkdir()
    secret.write_text("source: secret", encoding="utf-8")
    (folder / "a.yaml").symlink_to(secret)
    (folder / "b.yaml").symlink_to("../nowhere.yaml")
    told = "is a link out of the dataset, and is not read; put the file itself here"

    assert names(folder) == ([], [f"a.yaml: {told}", f"b.yaml: {told}"])


def test_a_folder_that_is_a_link_out_is_not_read_but_the_first_may_be_one(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/a.yaml").touch()
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph/actors").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "link").symlink_to("elsewhere")

    files, (problem,) = yaml_files(tmp_path / "graph/actors", tmp_path / "graph")
    assert files == []
    assert problem.message.startswith("is a link out of the dataset")
    assert names(tmp_path / "link") == (["a.yaml"], [])
    assert not leads_out(tmp_path / "link/a.yaml", tmp_path / "link")


def test_a_folder_whose_name_begins_as_another_is_outside(tmp_path: Path) -> None:
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph-of-others").mkdir()
    (tmp_path / "graph/x").symlink_to("../graph-of-others")

    assert leads_out(tmp_path / "graph/x", tmp_path / "graph")


def test_a_folder_is_there_or_not(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert is_folder(tmp_path)
    assert not is_folder(tmp_path / "none")
    assert not is_folder(tmp_path / "file")
    assert not is_folder(tmp_path / "a\0b")
    with pytest.raises(MisuseError, match=r"file name too long$"):
        is_folder(tmp_path / ("x" * 5000))


@pytest.mark.parametrize("mode", [0o000, 0o111])
def test_a_folder_that_is_closed_is_no_empty_one(open_folder: Path, mode: int) -> None:
    closed = open_folder / "actors"
    closed.mkdir(mode)
    with common_user(), pytest.raises(InputError, match=r"actors: cannot be read: permission denied$"):
        yaml_files(closed, closed)


@pytest.mark.parametrize("mode", [0o000, 0o444])
def test_a_folder_that_nobody_may_enter_is_told(open_folder: Path, mode: int) -> None:
    closed = open_folder / "seeds"
    closed.mkdir(mode)
    with common_user(), pytest.raises(InputError, match=r"seeds: cannot be read: permission denied$"):
        is_folder(closed)


def test_a_file_that_cannot_be_read_has_no_bytes(open_folder: Path) -> None:
    file = write_files(open_folder, {"a.yaml": "a: 1"}) / "a.yaml"
    assert bytes_of(file) == b"a: 1"

    file.chmod(0)
    with common_user():
        assert bytes_of(file) == b""
    assert bytes_of(open_folder) == b""
