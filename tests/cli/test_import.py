from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.candidates import Candidates
from tests.tables.small_table import FILES, MAPPING, MISSIONS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fixture_types import Command, WriteFolder


@pytest.fixture(autouse=True)
def folder(dataset: WriteFolder, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = dataset(FILES)
    monkeypatch.chdir(root)
    monkeypatch.setenv("XDG_CACHE_HOME", str(root / "cache"))
    return root


def test_what_a_table_makes_and_leaves_out_is_told(relgraph: Command) -> None:
    told = json.loads(relgraph("import", "missions", "--output", "json").stdout)

    assert (told["rows"], told["facts"]) == (7, 3)
    assert {(one["rows"], one["first_row"]) for one in told["left_out"]} == {(1, row) for row in (5, 6, 7, 8)}
    assert sum(one["rows"] for one in told["left_out"]) == 4
    assert [(one["scheme"], one["value"], one["first_row"]) for one in told["unmatched"]] == [
        ("iso2", "XX", 5),
        ("level", "teahouse", 7),
    ]


def test_who_may_be_meant_is_looked_for_where_it_is_told(
    relgraph: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    near = Candidates.of

    def noted(self: Candidates, scheme: str, value: str, year: int | None = None) -> tuple[str, ...]:
        asked.append(value)
        return near(self, scheme, value, year)

    monkeypatch.setattr(Candidates, "of", noted)
    table = folder / "many.csv"
    rows = "".join(f"m{number},Q{number},VN,Hanoi,embassy,\n" for number in range(300))
    head = next((folder / "seeds" / "texts").glob("*.csv")).read_text(encoding="utf-8").partition("\n")[0]
    table.write_text(f"{head}\n{rows}", encoding="utf-8")
    told = relgraph("import", "missions", "--table", str(table)).stdout
    assert "300 values that matched nobody" in told
    assert "and 280 more" in told
    assert len(asked) == 20


def test_every_command_then_reads_what_the_table_makes(relgraph: Command) -> None:
    assert relgraph("import", "missions").exit_code == 0
    checked = relgraph("check")
    assert "checked 3 facts, 3 citations (3 against the table): 0 errors" in checked.stdout

    (first, second, *_) = json.loads(relgraph("facts", "Kenya", "Vietnam", "--stated", "--output", "json").stdout)
    assert (first["ends"][0]["id"], first["ends"][1]["id"], first["since"]) == ("kenya", "vietnam", "1995")
    assert (second["id"], second["since"], second["seen"]) == ("missions-m2", "2001-05-12", "2020-06")
    (cited,) = first["evidence"]
    assert (cited["row"], cited["address"], cited["verified"]) == ("m1", "#row=2", "table")
    assert (cited["columns"]["sender"], cited["cells"]["sender"]) == ("sender", "#cell=2,2")
    assert "paragraph" not in cited
    assert first["file"] == "graph/tables/missions.yaml"

    path = relgraph("path", "Egypt", "Vietnam")
    assert "missions row m3 (#row=4): " in path.stdout
    assert "verified against the table" in path.stdout
    for answer in (("show", "Kenya"), ("rank", "degree"), ("read", "missions"), ("between", "Egypt", "Kenya")):
        assert relgraph(*answer).exit_code == 0


def test_the_card_holds_no_row(relgraph: Command, folder: Path) -> None:
    relgraph("import", "missions")
    card = (folder / "seeds" / "missions.yaml").read_text(encoding="utf-8")

    numbers = "id: 1, sender: 2, host: 3, town: 4, level: 5, opened: 6"
    assert f"table: {{key: [id], rows: 7, columns: {{{numbers}}}}}" in card
    assert "licence: CC0-1.0" in card
    assert not any(name in card for name in ("Hanoi", "Nairobi", "m1", "1995"))


@pytest.mark.parametrize("no_cache", [False, True])
def test_a_table_that_is_gone_is_only_cited(
    relgraph: Command, folder: Path, monkeypatch: pytest.MonkeyPatch, *, no_cache: bool
) -> None:
    """What was made of it is kept; where nothing is kept, it is told that the table is not at hand, and where it is."""
    monkeypatch.delenv("RELGRAPH_NO_CACHE")
    if no_cache:
        monkeypatch.setenv("RELGRAPH_NO_CACHE", "1")
    relgraph("import", "missions")
    (folder / "seeds" / "texts" / "missions.csv").unlink()
    told = relgraph("facts", "Egypt", "Kenya")

    checked = relgraph("check").stdout
    if no_cache:
        assert told.exit_code == 1
        assert "the table missions.csv is not at hand, kept at https://example.org/missions" in told.stderr
        assert "the table missions.csv is not at hand" in checked
    else:
        assert "the table of missions is not at hand: its facts are only cited" in checked
        assert "checked 3 facts, 3 citations (3 only cited)" in checked
        assert "missions row m3 (#row=4): sender: sender (#cell=4,2), host: host (#cell=4,3)" in told.stdout
        assert "only cited" in told.stdout


def test_another_table_than_the_one_imported_is_refused(relgraph: Command, folder: Path) -> None:
    relgraph("import", "missions")
    (folder / "seeds" / "texts" / "missions.csv").write_text(MISSIONS + "m8,KE,EG,Cairo,embassy,\n", encoding="utf-8")

    assert "missions.csv is not the table that was imported" in relgraph("facts").stderr
    assert relgraph("import", "missions").exit_code == 0
    assert len(json.loads(relgraph("facts", "--stated", "--output", "json").stdout)) == 4


def test_a_decision_is_applied_the_next_time(relgraph: Command, folder: Path) -> None:
    beside = folder / "graph" / "tables" / "missions.decisions.yaml"
    beside.write_text(
        "decisions: [{scheme: iso2, value: XX, actor: kosovo, who: an editor, when: 2026-01-02}]", encoding="utf-8"
    )
    told = json.loads(relgraph("import", "missions", "--output", "json").stdout)

    assert told["facts"] == 4
    assert [one["value"] for one in told["unmatched"]] == ["teahouse"]
    assert "Kosovo" in relgraph("facts", "Kosovo").stdout


def test_a_wrong_mapping_is_told_with_its_places_and_nothing_is_written(relgraph: Command, folder: Path) -> None:
    wrong = MAPPING.replace("consulate: consulate", "consulate: consulatte").replace("host: {column", "hots: {column")
    (folder / "graph" / "tables" / "missions.yaml").write_text(wrong, encoding="utf-8")
    told = relgraph("import", "missions")

    assert told.exit_code == 1
    assert "graph/tables/missions.yaml:9: consulatte is not a kind of missions" in told.stderr
    assert "graph/tables/missions.yaml:11: hots is not a field here; did you mean host?" in told.stderr
    assert not (folder / "seeds" / "missions.yaml").exists()


def test_what_is_wrong_is_told_where_it_was_written(relgraph: Command, folder: Path) -> None:
    """In the file that was named, or by the name of a mapping that ships: nothing of either is in the dataset yet."""
    wrong = MAPPING.replace("host: {column: host, scheme: iso2}", "host: {column: host, scheme: iso22}")
    (folder / "posts.yaml").write_text(wrong, encoding="utf-8")
    (folder / "slips.yaml").write_text(MAPPING.replace("host: {column", "hots: {column"), encoding="utf-8")

    told = [relgraph("import", name).stderr for name in ("posts.yaml", "slips.yaml", "cow-igos")]
    places = [line.removeprefix("relgraph: ").split(": ")[0] for line in (text.splitlines()[0] for text in told)]
    assert places == ["posts.yaml:11", "slips.yaml:11", "cow-igos.yaml:18"]
    assert "no codes of the scheme iso22 are known" in told[0]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((), "name a mapping, or ask for --list"),
        (("mission",), "no such mapping, neither a file nor one that ships"),
        (("missions", "--table", "nowhere.csv"), "nowhere.csv: cannot be read: no such file or directory"),
    ],
)
def test_what_is_not_there_is_told(relgraph: Command, given: tuple[str, ...], said: str) -> None:
    told = relgraph("import", *given)
    assert told.exit_code in {1, 2}
    assert said in told.stderr
    assert told.stderr.count("\n") == 1


def test_the_card_of_a_text_is_not_made_that_of_a_table(relgraph: Command, folder: Path, dataset: WriteFolder) -> None:
    dataset({"seeds/missions.yaml": "id: missions\ntitle: An article\n"})
    told = relgraph("import", "missions")
    assert (told.exit_code, "missions is a source already, and no table" in told.stderr) == (2, True)
    assert (folder / "seeds" / "missions.yaml").read_text("utf-8") == "id: missions\ntitle: An article\n"


def test_the_mappings_that_ship_are_listed(relgraph: Command) -> None:
    told = json.loads(relgraph("import", "--list", "--output", "json").stdout)
    assert all(one["what"] and one["path"] and one["url"] for one in told)
    assert "wikidata-missions" in [one["name"] for one in told]
    assert "wikidata-missions: " in relgraph("import", "--list").stdout


def test_what_a_revision_had_of_a_table_is_no_news(relgraph: Command, folder: Path) -> None:
    relgraph("import", "missions")
    git = ["git", "-c", "user.name=me", "-c", "user.email=me@example.org", "-C", str(folder)]
    for words in (["init", "-q"], ["add", "graph", "seeds/missions.yaml"], ["commit", "-qm", "first"]):
        subprocess.run([*git, *words], check=True, capture_output=True)
    assert relgraph("diff", "HEAD").exit_code == 0

    mapping = folder / "graph" / "tables" / "missions.yaml"
    mapping.write_text(MAPPING.replace('sender: ""', "id: [m1, m7]"), encoding="utf-8")
    changed = relgraph("diff", "HEAD")
    assert changed.exit_code == 1
    assert "Kenya keeps an embassy at Hanoi" in changed.stdout, changed.stdout


def test_a_mapping_of_a_file_elsewhere_goes_into_the_dataset(relgraph: Command, folder: Path) -> None:
    away = folder / "away"
    away.mkdir()
    (away / "posts.yaml").write_text(MAPPING.replace("missions.csv", "posts.csv"), encoding="utf-8")
    (away / "posts.csv").write_text(MISSIONS, encoding="utf-8")
    (away / "gone.yaml").write_text(MAPPING.replace("missions.csv", "gone.csv"), encoding="utf-8")
    assert "gone.csv is not at hand: name it with --table" in relgraph("import", "away/gone.yaml").stderr

    told = relgraph("import", "away/posts.yaml")
    assert told.exit_code == 0
    assert (
        "put posts.csv into seeds/texts, or name its folder with --texts: else its facts are only cited" in told.stdout
    )
    assert (folder / "graph" / "tables" / "posts.yaml").read_text("utf-8").startswith("what: Missions")


def test_a_mapping_is_named_like_a_source(relgraph: Command, folder: Path) -> None:
    (folder / "My Posts.yaml").write_text(MAPPING, encoding="utf-8")
    told = relgraph("import", "My Posts.yaml")
    assert (told.exit_code, told.stderr.count("\n")) == (2, 1)
    assert "name the mapping in lower-case letters, digits and hyphens" in told.stderr


def test_a_scheme_of_which_no_list_was_imported_is_told(relgraph: Command, folder: Path) -> None:
    mapping = folder / "graph" / "tables" / "missions.yaml"
    mapping.write_text(
        MAPPING.replace("sender: {column: sender, scheme: iso2}", "sender: {column: sender, scheme: cow}")
    )
    told = relgraph("import", "missions")
    assert told.exit_code == 1
    assert "no codes of the scheme cow are known; import a list of them first. There are " in told.stderr


def test_two_decisions_on_one_value_are_told(relgraph: Command, folder: Path) -> None:
    beside = folder / "graph" / "tables" / "missions.decisions.yaml"
    beside.write_text(
        "decisions:\n  - {scheme: iso2, value: XX, actor: kosovo}\n  - {scheme: iso2, value: XX, actor: kenya}\n"
    )
    told = relgraph("import", "missions")
    assert "missions.decisions.yaml:3: iso2 XX is kosovo by line 2 and kenya here, in one year" in told.stderr


def test_the_report_is_a_table_too(relgraph: Command) -> None:
    lines = relgraph("import", "missions", "--output", "csv").stdout.splitlines()
    assert lines[0].startswith("what,")
    assert any(line.startswith("unmatched iso2,XX,") for line in lines)
    assert any(line.startswith("no sender,") for line in lines)
