from pathlib import Path

import pytest

from relgraph.store.folder import cache_folder

HOME = {"HOME": "/home/kim", "USERPROFILE": "/home/kim", "XDG_CACHE_HOME": "", "LOCALAPPDATA": "/local"}


@pytest.mark.parametrize(
    ("system", "more", "folder"),
    [
        ("linux", {}, "/home/kim/.cache/relgraph"),
        ("linux", {"XDG_CACHE_HOME": "/caches"}, "/caches/relgraph"),
        (
            "linux",
            {"XDG_CACHE_HOME": "caches"},
            "/home/kim/.cache/relgraph",
        ),  # the standard passes over what is relative
        ("darwin", {}, "/home/kim/Library/Caches/relgraph"),
        ("win32", {}, "/local/relgraph/Cache"),
        ("win32", {"LOCALAPPDATA": ""}, None),
    ],
)
def test_each_system_has_its_folder(
    monkeypatch: pytest.MonkeyPatch, system: str, more: dict[str, str], folder: str | None
) -> None:
    monkeypatch.setattr("sys.platform", system)
    for name, value in (HOME | more).items():
        monkeypatch.setenv(name, value)

    assert cache_folder() == (Path(folder) if folder else None)
