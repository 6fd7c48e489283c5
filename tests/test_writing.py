from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest

from relgraph.errors import OutputError
from relgraph.writing import ClosedOutput, print_lines, write_files, write_folder, write_text
from tests.rights import common_user

if TYPE_CHECKING:
    from collections.abc import Iterator

FULL = Path("/dev/full")


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def breaking() -> Iterator[str]:
    """Text that breaks off."""
    yield "half of it"
    raise KeyboardInterrupt


def test_text_is_utf8_with_plain_line_ends(tmp_path: Path) -> None:
    write_text(tmp_path / "new.txt", ["Lương ", "Cường\n"])

    assert (tmp_path / "new.txt").read_bytes() == "Lương Cường\n".encode()
    assert names_in(tmp_path) == ["new.txt"]


def test_a_file_that_was_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("old and longer", encoding="utf-8")

    write_text(tmp_path / "old.txt", ["new"])

    assert (tmp_path / "old.txt").read_text(encoding="utf-8") == "new"


def test_what_breaks_off_leaves_no_trace(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("old", encoding="utf-8")

    for name in ("old.txt", "new.txt"):
        with pytest.raises(KeyboardInterrupt):
            write_text(tmp_path / name, breaking())

    assert names_in(tmp_path) == ["old.txt"]
    assert (tmp_path / "old.txt").read_text(encoding="utf-8") == "old"


def test_several_files_are_written_all_or_none(tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.bin"
    old.write_text("old", encoding="utf-8")

    with pytest.raises(KeyboardInterrupt):
        write_files({old: ["new"], new: breaking()})
    with pytest.raises(OutputError, match="there is a folder of that name"):
        write_files({old: ["new"], tmp_path: ["x"]})
    assert names_in(tmp_path) == ["old.txt"]
    assert old.read_text(encoding="utf-8") == "old"

    write_files({old: ["new"], new: [b"\x00", b"\xff"]})
    assert (old.read_bytes(), new.read_bytes()) == (b"new", b"\x00\xff")
    assert names_in(tmp_path) == ["new.bin", "old.txt"]


@pytest.mark.parametrize("kept", ["as a second name", "as a copy"])
@pytest.mark.parametrize("fails", [OSError(30, "Read-only file system"), KeyboardInterrupt()])
def test_several_files_are_put_in_place_all_or_none(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kept: str,
    fails: BaseException,
) -> None:
    old, new, last = (tmp_path / name for name in ("old.txt", "new.txt", "last.txt"))
    old.write_text("old", encoding="utf-8")
    last.write_text("last", encoding="utf-8")
    old.chmod(0o640)
    replace = Path.replace

    def failing(path: Path, target: Path | str) -> Path:
        if Path(target).name == last.name:
            raise fails
        return replace(path, target)

    def unknown(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "replace", failing)
    if kept == "as a copy":
        monkeypatch.setattr(Path, "hardlink_to", unknown)
    with pytest.raises((OutputError, KeyboardInterrupt)):
        write_files({old: ["fresh"], new: ["fresh"], last: ["fresh"]})

    assert names_in(tmp_path) == ["last.txt", "old.txt"]
    assert (old.read_text(encoding="utf-8"), last.read_text(encoding="utf-8")) == ("old", "last")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    monkeypatch.setattr(Path, "replace", replace)
    write_files({old: ["fresh"], new: ["fresh"], last: ["fresh"]})
    assert {path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {"fresh"}


def test_permissions_are_those_of_the_old_file_or_of_any_new_one(tmp_path: Path) -> None:
    plain, old = tmp_path / "plain", tmp_path / "old"
    plain.touch()
    old.touch(mode=0o600)

    write_text(old, ["x"])
    write_text(tmp_path / "new", ["x"])

    assert stat.S_IMODE(old.stat().st_mode) == 0o600
    assert (tmp_path / "new").stat().st_mode == plain.stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "deep" / "file")

    write_text(tmp_path / "link", ["x"])

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "deep" / "file").read_text(encoding="utf-8") == "x"


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"cannot write .*/no/x: the folder .*/no does not exist$"):
        write_text(tmp_path / "no" / "x", ["x"])


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="there is a folder of that name"):
        write_text(tmp_path, ["x"])


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(OutputError, match="file is not a folder"):
        write_text(tmp_path / "file" / "x", ["x"])


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="file name too long"):
        write_text(tmp_path / ("x" * 300), ["x"])


def test_a_read_only_folder(open_folder: Path) -> None:
    open_folder.chmod(0o555)

    with common_user(), pytest.raises(OutputError, match=r"the folder .* cannot be written to"):
        write_text(open_folder / "x", ["x"])

    assert names_in(open_folder) == []


def test_a_read_only_file(open_folder: Path) -> None:
    file = open_folder / "x"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o444)

    with common_user(), pytest.raises(OutputError, match="the file is read-only"):
        write_text(file, ["new"])

    assert file.read_text(encoding="utf-8") == "old"


def test_no_room_for_the_whole_file(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("old", encoding="utf-8")
    script = """
        import resource
        from relgraph.errors import OutputError
        from relgraph.writing import print_lines, write_files, write_folder, write_text

        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        try:
            write_text("old.txt", ["line\\n"] * 50_000)
        except OutputError as error:
            print(error)
    """
    done = python(script, cwd=tmp_path)

    assert done.stdout == "cannot write old.txt: file too large\n"
    assert names_in(tmp_path) == ["old.txt"]
    assert (tmp_path / "old.txt").read_text(encoding="utf-8") == "old"


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("name", ["/dev/full", "-"])
def test_a_full_disk(name: str) -> None:
    script = f"""
        from relgraph.errors import OutputError
        from relgraph.writing import print_lines, write_files, write_folder, write_text

        try:
            write_text({name!r}, ["x"])
        except OutputError as error:
            raise SystemExit(str(error))
    """
    with FULL.open("w", encoding="utf-8") as full:
        done = python(script, stdout=full)

    where = "to standard output" if name == "-" else name
    assert (done.returncode, done.stderr) == (1, f"cannot write {where}: no space left on device\n")
    assert stat.S_ISCHR(FULL.stat().st_mode)


def test_standard_output_is_utf8_whatever_the_terminal(tmp_path: Path) -> None:
    script = """
        from relgraph.writing import print_lines, write_files, write_folder, write_text

        write_text("-", ["Lương ", "Cường\\n"])
    """
    done = python(script, cwd=tmp_path, env={**os.environ, "PYTHONIOENCODING": "ascii"})

    assert done.stdout == "Lương Cường\n"
    assert names_in(tmp_path) == []


def test_a_reader_who_goes_away_is_no_error_of_the_file() -> None:
    script = """
        import os
        from relgraph.writing import print_lines, write_files, write_folder, write_text

        reader, writer = os.pipe()
        os.close(reader)
        os.dup2(writer, 1)
        try:
            write_text("-", ["x"])
        except BrokenPipeError:
            os._exit(7)
    """
    assert python(script).returncode == 7


def python(script: str, **options: Any) -> subprocess.CompletedProcess[str]:  # noqa: ANN401 - those of subprocess.run
    """Run a script in a Python of its own, with what is open and allowed set for it alone."""
    given = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
    return subprocess.run([sys.executable, "-c", dedent(script)], encoding="utf-8", check=False, timeout=60, **given)


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full on this system")
def test_a_device_that_is_full_is_told() -> None:
    with pytest.raises(OutputError, match="cannot write /dev/full"):
        write_text(FULL, ["text"])


@pytest.mark.skipif(sys.platform == "win32", reason="what is open there cannot be removed anyway")
def test_what_a_writer_that_was_killed_left_is_swept_and_what_is_being_written_stays(tmp_path: Path) -> None:
    left, fresh = (tmp_path / f".relgraph-{digit * 16}.tmp" for digit in "01")
    own = tmp_path / ".relgraph-mine"
    for path in (left, own):
        path.write_text("half", encoding="utf-8")
        os.utime(path, (1, 1))
    folder = tmp_path / f".relgraph-{'2' * 16}.tmp"
    folder.mkdir()
    (folder / "inside").write_text("half", encoding="utf-8")
    os.utime(folder, (1, 1))
    fresh.write_text("being written", encoding="utf-8")

    write_text(tmp_path / "new.txt", ["text"])

    assert names_in(tmp_path) == sorted([fresh.name, own.name, "new.txt"])


def test_a_standard_output_that_is_closed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)

    with pytest.raises(OutputError, match="cannot write to standard output: it is closed"):
        write_text("-", ["text"])


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full on this system")
def test_a_standard_output_that_takes_nothing_more_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    with FULL.open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        with pytest.raises(OutputError, match="cannot write to standard output"):
            print_lines(["text"])

        assert sys.stdout is not full
        sys.stdout.close()
        with pytest.raises(OSError, match="No space left"):
            full.flush()
        os.dup2(os.open(os.devnull, os.O_WRONLY), full.fileno())  # so that it can be closed


def test_files_are_not_written_onto_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(OutputError, match=r"cannot write .*b\.txt: it is there already"):
        write_folder(tmp_path, {"a.txt": "new", "b.txt": "new"})

    assert names_in(tmp_path) == ["b.txt"]
    assert (tmp_path / "b.txt").read_text(encoding="utf-8") == "mine"


def test_files_that_were_moved_are_taken_back_when_another_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    renamed = Path.rename

    def rename(path: Path, target: Path) -> Path:
        if target == tmp_path / "b.txt":
            raise OSError(28, "No space left on device")
        return renamed(path, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(OutputError, match="no space left on device"):
        write_folder(tmp_path, {"a.txt": "new", "b.txt": "new"})

    assert names_in(tmp_path) == []


def test_nothing_can_be_written_to_an_output_that_is_closed() -> None:
    with pytest.raises(OSError, match="closed"):
        ClosedOutput().write("hello")


def test_a_reader_who_goes_away_is_left_to_the_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    class Left(io.StringIO):
        def write(self, text: str, /) -> int:
            raise BrokenPipeError(text)

    monkeypatch.setattr("sys.stdout", Left())

    with pytest.raises(BrokenPipeError):
        print_lines(["hello"])
