from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from relgraph.export.formats import FORMATS
from tests.export.small_dataset import FILES, NODES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fixture_types import Command, WriteFolder


@pytest.fixture
def folder(dataset: WriteFolder, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small dataset, in which the command is run."""
    folder = dataset(FILES)
    monkeypatch.chdir(folder)
    return folder


def found(text: str, name: str) -> set[str]:
    """The ids of all nodes or edges."""
    return {one.attrib["id"] for one in ET.fromstring(text).findall(f".//{{*}}{name}")}  # noqa: S314 - our own text


def test_the_usual_file_is_made_with_its_folder(relgraph: Command, folder: Path) -> None:
    done = relgraph("export", "graphml")

    assert (done.exit_code, done.output) == (0, "exports/relgraph.graphml: 7 nodes, 12 edges\n")
    assert found((folder / "exports" / "relgraph.graphml").read_text(encoding="utf-8"), "node") == NODES


def test_a_file_of_one_s_own(relgraph: Command, folder: Path) -> None:
    done = relgraph("export", "graphml", "-o", "own.xml")

    assert (done.exit_code, done.output) == (0, "own.xml: 7 nodes, 12 edges\n")
    assert (folder / "own.xml").exists()
    assert not (folder / "exports").exists()


def test_without_layout_only_places_are_left_out(
    relgraph: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    relgraph("export", "graphml", "-o", "placed.xml")
    monkeypatch.setattr("relgraph.layout.positions.positions", None)  # whoever asks for places fails
    done = relgraph("export", "graphml", "--no-layout", "-o", "own.xml")

    assert (done.exit_code, done.output) == (0, "own.xml: 7 nodes, 12 edges\n")
    placed = (folder / "placed.xml").read_text(encoding="utf-8")
    bare = re.sub(r'<data key="n_[xy]">[^<]*</data>|<key id="n_[xy]" [^>]*>\n', "", placed)
    assert bare != placed
    assert (folder / "own.xml").read_text(encoding="utf-8") == bare


@pytest.mark.usefixtures("folder")
def test_a_page_has_places(relgraph: Command) -> None:
    done = relgraph("export", "html", "--no-layout")

    assert done.exit_code == 2
    assert "html file has no places that can be left out: --no-layout is for graphml, gexf" in done.stderr


def test_standard_output_gets_the_file_and_nothing_else(relgraph: Command, folder: Path) -> None:
    relgraph("export", "graphml", "-o", "own.xml")
    done = relgraph("export", "graphml", "-o", "-")

    assert done.stdout_bytes == (folder / "own.xml").read_bytes()
    assert done.stderr == ""


@pytest.mark.usefixtures("folder")
def test_everything_is_exported_unless_a_day_or_statuses_are_asked_for(relgraph: Command) -> None:
    def edges(*options: str) -> set[str]:
        return found(relgraph("export", "graphml", "-o", "-", *options).stdout, "edge")

    superseded = "review:partnership:vietnam:new-zealand:sp:2020"
    ended = "review:cooperation:vietnam:kenya:outreach:ended:2024"
    intended = "review:cooperation:vietnam:kenya:trade:intended"
    assert {superseded, ended, intended} <= edges()
    assert edges() - edges("--status", "intended") == {superseded, ended}
    assert not {superseded, ended, intended} & edges("--as-of", "2026")
    assert superseded in edges("--as-of", "2023")
    assert {edge.split(":")[1] for edge in edges("--kind", "partnership", "--stated", "--isolates", "no")} == {
        "partnership"
    }


EXPORTED = """
import sys
from relgraph.cli.main import main
for form in sys.argv[2:]:
    main(["export", form, "-o", f"{form}.{sys.argv[1]}"], standalone_mode=False)
"""


@pytest.mark.process
@pytest.mark.slow
def test_the_same_facts_give_the_same_bytes(folder: Path) -> None:
    """Whatever order sets have: Python gives them another in each process."""
    forms = [one.name for one in FORMATS]
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", EXPORTED, seed, *forms], cwd=folder, env=env, check=True)

    assert [form for form in forms if (folder / f"{form}.1").read_bytes() != (folder / f"{form}.2").read_bytes()] == []


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("no/such/file", "cannot write no/such/file: the folder no/such does not exist"),
        ("graph", "cannot write graph: there is a folder of that name"),
        ("graph/review.yaml/x", "cannot write graph/review.yaml/x: the folder graph/review.yaml is not a folder"),
    ],
)
def test_what_cannot_be_written_is_one_line(relgraph: Command, folder: Path, output: str, said: str) -> None:
    before = sorted(folder.rglob("*"))
    done = relgraph("export", "graphml", "-o", output)

    assert (done.exit_code, done.stdout, done.stderr) == (1, "", f"relgraph: {said}\n")
    assert sorted(folder.rglob("*")) == before


def test_a_file_in_the_place_of_the_usual_folder(relgraph: Command, folder: Path) -> None:
    (folder / "exports").touch()
    done = relgraph("export", "graphml")

    assert (done.exit_code, done.stderr) == (1, "relgraph: cannot make the folder exports: file exists\n")


@pytest.mark.usefixtures("folder")
def test_an_unknown_format_is_misuse(relgraph: Command) -> None:
    done = relgraph("export", "graphmal")

    assert done.exit_code == 2
    assert "'graphmal' is not one of 'html', 'graphml'" in done.stderr


def test_facts_that_cannot_be_read_are_not_exported(relgraph: Command, folder: Path) -> None:
    (folder / "graph" / "review.yaml").write_text("source: review\nvisits: 3\n", encoding="utf-8")
    done = relgraph("export", "graphml")

    assert done.exit_code == 1
    assert done.stderr.startswith("graph/review.yaml:2: ")
    assert not (folder / "exports").exists()


def test_facts_that_check_refuses_are_marked_counted_and_a_problem(relgraph: Command, folder: Path) -> None:
    facts = folder / "graph" / "review.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("since: 2020", "since: 1999"), encoding="utf-8")

    done, known = (relgraph("export", "html", "-o", "p.html", *more) for more in ((), ("--with-errors",)))

    told = "relgraph: 1 fact is refused by relgraph check, and marked as such; --with-errors says that you know\n"
    assert (done.exit_code, done.stderr) == (1, told)
    assert (known.exit_code, known.stderr) == (0, "")
    facts = json.loads(relgraph("facts", "--output", "json").stdout)
    refused = [one for one in facts if one.get("refused")]
    assert [one["since"] for one in refused] == ["1999"]
    assert [citation["verified"] for one in refused for citation in one["evidence"]] == ["cited"]


def test_paragraphs_go_into_the_page_and_are_warned_of(relgraph: Command, folder: Path) -> None:
    (folder / "seeds" / "review.yaml").write_text("id: review\ntitle: a review\nfile: review.txt\n", encoding="utf-8")
    texts = folder / "texts"
    texts.mkdir()
    (texts / "review.txt").write_text("A Strategic Partnership came about.\nIt was raised.\n", encoding="utf-8")
    done = relgraph("export", "html", "--paragraphs", "--texts", texts)

    assert done.stdout.endswith("it holds paragraphs of the sources: keep it on this machine\n")
    assert "came about" in (folder / "exports" / "relgraph.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("html", "no text of a source is at hand: name their folder with --texts or RELGRAPH_TEXTS"),
        ("graphml", "a graphml file holds no paragraphs: --paragraphs is for html"),
    ],
)
def test_paragraphs_that_cannot_be_had_are_refused(relgraph: Command, folder: Path, form: str, said: str) -> None:
    done = relgraph("export", form, "--paragraphs")

    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"relgraph: {said}\n")
    assert not list((folder / "exports").glob("*"))


def test_the_network_that_ranks_use_holds_no_paragraphs(relgraph: Command, folder: Path) -> None:
    done = relgraph("export", "graphml", "--projection", "--paragraphs")

    assert (done.exit_code, done.stdout) == (2, "")
    assert "holds no paragraphs" in done.stderr
    assert not (folder / "exports").exists()


def test_help_says_what_each_format_keeps_and_loses(relgraph: Command) -> None:
    told = " ".join(relgraph("export", "--help").stdout.split())

    for one in FORMATS:
        assert f"{one.name} (.{one.ending}): {one.purpose}. keeps {one.keeps}; loses {one.loses}" in told
