"""The folder of the work: whose it is, and what is taken up again from it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pyarrow")

from relgraph.errors import InputError, MisuseError
from relgraph.events.output import read_batches
from relgraph.events.work import working

if TYPE_CHECKING:
    from pathlib import Path


def test_parts_of_other_events_go_whatever_their_key_is(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "key-files").write_bytes(b"\xff")
    (folder / "part-00001.parquet").write_bytes(b"of others")

    with working(folder) as work:
        work.begin("these files")
        work.ask("this query")
        assert work.finished == 0
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_somebody_else_put_there_is_not_worked_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "his").mkdir()
    (tmp_path / "his" / "kept").write_text("kept", encoding="utf-8")
    (tmp_path / "work").symlink_to("his")
    with pytest.raises(MisuseError, match="work: is no folder of yours"), working(tmp_path / "work"):
        pass
    assert [one.name for one in (tmp_path / "his").iterdir()] == ["kept"]

    monkeypatch.setattr("relgraph.events.work.os.geteuid", lambda: -1)
    with pytest.raises(MisuseError, match="his: is no folder of yours"), working(tmp_path / "his"):
        pass


def test_whoever_comes_while_a_folder_goes_works_alone(tmp_path: Path) -> None:
    at_work, problems = list[str](), list[Exception]()

    def count(name: str) -> None:
        for _ in range(200):
            try:
                with working(tmp_path / "work") as work:
                    at_work.append(name)
                    work.begin(name)
                    if at_work != [name] or (work.folder / "key-files").read_text(encoding="utf-8") != name:
                        problems.append(AssertionError(f"{at_work}"))
                    at_work.remove(name)
            except MisuseError:
                pass
            except Exception as error:  # noqa: BLE001 - told by the test
                problems.append(error)

    others = [threading.Thread(target=count, args=(str(number),)) for number in range(3)]
    for other in others:
        other.start()
    for other in others:
        other.join()

    assert problems == []


def test_a_part_that_is_damaged_gets_one_line(tmp_path: Path) -> None:
    (tmp_path / "part-00001.parquet").write_bytes(b"PAR1 and no more")

    with pytest.raises(InputError, match=r"part-00001.parquet: is damaged: .*; remove it, and begin anew"):
        list(read_batches(tmp_path / "part-00001.parquet"))
