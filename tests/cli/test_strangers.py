"""A dataset from a stranger: nothing outside it is read or told, and nothing in it forges, hangs or breaks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from relgraph.webpage import assets
from tests.rights import without_rights
from tests.tables.small_table import FILES as TABLES
from tests.world import world_files

if TYPE_CHECKING:
    from tests.fixture_types import Command, Process, WriteFolder

FACTS = "partnerships: [{of: vietnam, with: kenya, tier: csp, evidence: {p: 1, terms: [csp]}}]"
CARD = "id: talks\ntitle: talks\nfile: talks.txt\nparagraphs: {1: kenya vietnam csp}"
OUTSIDE = "Kenya, Vietnam, csp: a quince that stands outside\n"
FORGING = {
    "a made-up line of evidence": (r'"Kenya\nreuters-2026 p 4: (verified against the text)"', "a line end stands"),
    "a block of two lines": ("|\n          Kenya\n          reuters-2026 p 4", "a line end stands in this text"),
    "a terminal that is made to go back": (r'"Kenya\e[2K\e[1A"', "control character U+001B"),
    "a name turned round": ("ayneK\u202e", "U+202E (right-to-left override) turns the text round"),
    "an isolate": ("Kenya \u2067(2024)\u2069", "U+2067 (right-to-left isolate) turns the text round"),
    "the same name twice": ("Ken\u200bya", "U+200B (zero width space) is not seen"),
    "a hidden tag": ("Kenya\U000e0041", "U+E0041 (tag latin capital letter a) is not seen"),
}
PLACES = {
    "the name of an actor": ("graph/actors/more.yaml", "countries:\n  more:\n    name: {}\n    note: x\n"),
    "an alias": ("graph/actors/more.yaml", "countries:\n  more:\n    name: More\n    aliases:\n    - {}\n"),
    "a note": ("graph/more.yaml", "source: talks\nvisits:\n- visitor: ruto\n  host: vietnam\n  note: {}\n"),
    "the title of a source": ("seeds/more.yaml", "id: more\nparagraphs: {{1: x}}\ntitle: {}\n"),
    "a reason for no facts": ("seeds/more.yaml", "id: more\ntitle: x\nparagraphs: {{1: x}}\nno_facts:\n  1: {}\n"),
    "a label of a rung": ("graph/vocabulary.yaml", "ladders:\n  own:\n    owner: egypt\n    rungs:\n      sp: {}\n"),
}


@pytest.mark.parametrize("what", FORGING)
@pytest.mark.parametrize("where", PLACES)
def test_check_refuses_what_forges(dataset: WriteFolder, relgraph: Command, where: str, what: str) -> None:
    file, text = PLACES[where]
    forged, message = FORGING[what]
    folder = dataset(world_files(FACTS))
    (folder / file).write_text(text.format(forged), encoding="utf-8")
    checked = relgraph("check", "--graph", folder / "graph")

    assert checked.exit_code == 1
    assert sum(file in line and message in line for line in checked.stdout.splitlines()) >= 1
    assert not any(line.startswith("reuters") for line in checked.stdout.splitlines())


def test_a_made_up_line_is_refused_by_the_command_itself(dataset: WriteFolder, relgraph_process: Process) -> None:
    file, text = PLACES["the name of an actor"]
    folder = dataset(world_files(FACTS, {file: text.format(FORGING["a made-up line of evidence"][0])}))
    checked, asked = relgraph_process("check", cwd=folder), relgraph_process("show", "more", cwd=folder)
    line = f"{file}:3: a line end stands in this text; keep it in one line, or fold its lines with > and no empty one"

    assert (checked.returncode, checked.stdout.splitlines()[0]) == (1, line)
    assert (asked.returncode, asked.stdout, asked.stderr.splitlines()[0]) == (1, "", line)


@pytest.mark.parametrize("where", PLACES)
def test_what_nobody_would_read_to_its_end_is_refused(dataset: WriteFolder, relgraph: Command, where: str) -> None:
    file, text = PLACES[where]
    folder = dataset(world_files(FACTS))
    (folder / file).write_text(text.format("\n          ".join(["Kenya"] * 1_000)), encoding="utf-8")
    checked = relgraph("check", "--graph", folder / "graph")
    shown = relgraph("facts", "--graph", folder / "graph")

    (line,) = (line for line in checked.stdout.splitlines() if "5,999" in line)
    assert (checked.exit_code, shown.exit_code) == (1, 1)
    assert line.endswith(" is 5,999 letters long; it may have 2,000")
    assert all(len(told) < 1_000 for told in (checked.stdout + shown.stderr).splitlines())


@pytest.mark.parametrize(
    ("link", "told"),
    [
        (
            "graph/actors/more.yaml",
            "graph/actors/more.yaml: is a link out of the dataset, and is not read; put the file",
        ),
        ("graph/more.yaml", "graph/more.yaml: is a link out of the dataset, and is not read; put the file itself here"),
        ("seeds/more.yaml", "seeds/more.yaml: is a link out of the dataset, and is not read; put the file itself here"),
        (
            "seeds/texts/talks.txt",
            "seeds/talks.yaml:1: note: seeds/texts/talks.txt is a link out of the dataset, and is",
        ),
        (
            "seeds/texts",
            "seeds/texts: note: is a link out of the dataset, and is not read; name the folder of the texts",
        ),
    ],
)
def test_a_link_out_of_the_dataset_is_neither_read_nor_told(
    dataset: WriteFolder, relgraph_process: Process, tmp_path_factory: pytest.TempPathFactory, link: str, told: str
) -> None:
    outside = tmp_path_factory.mktemp("attic")
    (outside / "talks.txt").write_text(OUTSIDE, encoding="utf-8")
    folder = dataset(world_files(FACTS, {"seeds/talks.yaml": CARD}))
    (folder / link).parent.mkdir(exist_ok=True)
    (folder / link).symlink_to(outside if link == "seeds/texts" else outside / "talks.txt")

    said = [
        relgraph_process(*args, cwd=folder) for args in (["check"], ["read", "talks"], ["export", "html", "-o", "-"])
    ]
    assert any(line.startswith(told) for line in said[0].stdout.splitlines())
    assert not any(word in one.stdout + one.stderr for one in said for word in ("quince", "attic"))
    assert all("Traceback" not in one.stderr for one in said)


def test_a_text_in_a_folder_that_the_user_names_may_be_a_link(dataset: WriteFolder, relgraph: Command) -> None:
    card = CARD.partition("paragraphs")[0]
    folder = dataset(world_files(FACTS, {"seeds/talks.yaml": card, "mine/talks.txt": OUTSIDE, "texts/README": "x"}))
    (folder / "texts/talks.txt").symlink_to(folder / "mine/talks.txt")
    checked = relgraph("check", "--graph", folder / "graph", "--texts", folder / "texts")

    assert (checked.exit_code, "(1 against the text)" in checked.stdout) == (0, True)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
@pytest.mark.parametrize(
    ("name", "tables"),
    [
        *(("graph/more.yaml", {}), ("graph/vocabulary.yaml", {}), ("graph/actors/more.yaml", {})),
        *(("seeds/more.yaml", {}), ("seeds/texts/talks.txt", {})),
        *(("graph/vocabulary.yaml", TABLES), ("graph/actors/more.yaml", TABLES), ("graph/tables/more.yaml", TABLES)),
    ],
)
def test_nobody_waits_for_a_pipe(
    dataset: WriteFolder, relgraph_process: Process, name: str, tables: dict[str, str]
) -> None:
    folder = dataset(world_files(FACTS, {"seeds/talks.yaml": CARD, "seeds/texts/README": "x", **tables}))
    (folder / name).unlink(missing_ok=True)
    os.mkfifo(folder / name)

    checked = relgraph_process("check", cwd=folder)
    assert checked.returncode == 1
    assert f"{name}: cannot be read: not a regular file" in checked.stdout
    for args in (["read", "talks", "--output", "json"], ["facts"], ["add-source", name, "--id", "new"]):
        done = relgraph_process(*args, cwd=folder)
        assert done.returncode in {0, 1}
        assert "Traceback" not in done.stderr


def test_a_device_is_no_source(relgraph_process: Process) -> None:
    done = relgraph_process("add-source", os.devnull)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"relgraph: {os.devnull}: cannot be read: not a regular file\n"


@pytest.mark.parametrize(
    ("closed", "mode", "named"),
    [
        ("graph", 0o000, "graph"),
        ("graph/actors", 0o000, "graph/actors"),
        ("seeds", 0o000, "seeds"),
        ("seeds/texts", 0o000, "seeds/texts"),
        ("seeds/texts", 0o444, "seeds/texts"),
    ],
)
def test_a_closed_folder_is_one_line_and_status_1(dataset: WriteFolder, closed: str, mode: int, named: str) -> None:
    folder = dataset(world_files(FACTS, {"seeds/talks.yaml": CARD, "seeds/texts/talks.txt": OUTSIDE}))
    command = [*without_rights(), str(Path(sys.executable).with_name("relgraph")), "check"]
    (folder / closed).chmod(mode)
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", timeout=60, check=False)
    finally:
        (folder / closed).chmod(0o755)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"relgraph: {named}: cannot be read: permission denied\n"


@pytest.mark.parametrize(
    "args",
    [
        ["facts", "--graph"],
        ["facts", "--seeds"],
        ["facts", "--texts"],
        ["add-source", "--seeds", "seeds"],
        ["add-source", "talks.txt", "--id"],
        ["diff"],
        ["init"],
    ],
)
def test_a_name_longer_than_a_path_may_be_is_misuse(
    dataset: WriteFolder, relgraph: Command, monkeypatch: pytest.MonkeyPatch, args: list[str]
) -> None:
    monkeypatch.chdir(dataset(world_files(FACTS, {"talks.txt": OUTSIDE})))
    done = relgraph(*args, "x" * 5000)

    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.endswith("file name too long\n") or "…" in done.stderr
    assert len(done.stderr) < 1200


def test_an_end_without_types_is_told_and_does_no_harm(dataset: WriteFolder, relgraph: Command) -> None:
    sale = "label: sale, form: tie, time: state, status: in-force, statuses: [in-force]"
    kind = f'{{section: sales, {sale}, ends: {{a: {{}}, b: {{types: [country]}}}}, reads: {{forward: "{{a}}, {{b}}"}}}}'
    vocabulary = f"relations:\n  sale: {kind}\n"
    sales = "sales: [{a: kenya, b: egypt, evidence: {p: 1, terms: [kenya]}}]"
    folder = dataset(world_files(f"{FACTS}\n{sales}", {"graph/vocabulary.yaml": vocabulary}))
    checked = relgraph("check", "--graph", folder / "graph")

    assert checked.exit_code == 1
    assert "vocabulary.yaml:2: the end a needs types: the kinds that may stand there" in checked.stdout


def test_no_file_tells_where_it_was_made(
    dataset: WriteFolder, relgraph: Command, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    here, there = dataset(world_files(FACTS)), tmp_path_factory.mktemp("anna") / "leak"
    monkeypatch.chdir(here)
    (there / "data").mkdir(parents=True)
    (here / "graph").rename(there / "data/facts")
    (here / "seeds").rename(there / "data/seeds")
    asked = (["export", "html", "-o", "-"], ["export", "graphml", "-o", "-"], ["facts", "--output", "json"])
    more = (["facts", "--output", "csv"], ["show", "kenya", "--output", "md"], ["read", "talks", "--output", "json"])
    for args in (*asked, *more):
        away = relgraph(*args, "--graph", there / "data/facts").stdout
        monkeypatch.chdir(there / "data")
        told = relgraph(*args, "--graph", "facts").stdout
        monkeypatch.chdir(here)

        assert told == away
        assert "anna" not in told
        assert "leak" not in told
        assert "graph/talks.yaml" in told or "graphml" in args


def test_a_vis_network_that_was_changed_stops_the_export(
    dataset: WriteFolder, relgraph: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = dataset(world_files(FACTS))
    monkeypatch.setattr(assets, "VIS_DIGEST", "0" * 64)
    assets.load_assets.cache_clear()
    done = relgraph("export", "html", "-o", folder / "page.html", "--graph", folder / "graph")
    assets.load_assets.cache_clear()

    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == (
        "relgraph: vis-network differs in the installed pyvis; "
        "the page wants that of pyvis 0.3.2: pip install --force-reinstall pyvis==0.3.2\n"
    )
    assert not (folder / "page.html").exists()


@pytest.mark.parametrize("how", ["a link", "a pipe", "a folder", "closed"])
def test_one_file_of_actors_that_cannot_be_read_is_one_error(dataset: WriteFolder, how: str) -> None:
    record = "  - {{of: land-{}, with: land-{}, evidence: {{p: 1, terms: [vietnam]}}}}\n"
    facts = "diplomatic_relations:\n" + "".join(record.format(n, n + 1) for n in range(300))
    folder = dataset(world_files(facts, {"seeds/talks.yaml": CARD, "graph/actors/more.yaml": "countries: {}\n"}))
    file = folder / "graph/actors/more.yaml"
    spoil(file, how)
    command = [*without_rights(), str(Path(sys.executable).with_name("relgraph")), "check", "--output", "json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", timeout=60, check=False)

    errors = [(one["file"], one["rule"]) for one in json.loads(done.stdout)["problems"] if one["severity"] == "error"]
    assert done.returncode == 1
    assert errors == [("graph/actors/more.yaml", "yaml")]


def spoil(file: Path, how: str) -> None:
    """Make a file one that cannot be read."""
    if how == "closed":
        file.chmod(0)
        return
    file.unlink()
    if how == "a link":
        file.symlink_to(os.devnull)
    elif how == "a pipe":
        os.mkfifo(file)
    else:
        file.mkdir()
