"""Bringing a table into a dataset: what is found, what is to be written, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.errors import MisuseError
from relgraph.facts.imported.bring import NotBroughtError, bring
from relgraph.facts.load import found_in
from tests.tables.small_table import FILES, MAPPING
from tests.world import write_files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from relgraph.facts.imported.bring import Brought


def brought(folder: Path, files: Mapping[str, str], asked: str = "missions", table: Path | None = None) -> Brought:
    found = found_in(write_files(folder, files) / "graph", None, None)
    return bring(asked, found, [folder / "empty", folder / "seeds/texts"], table)


def test_a_mapping_of_the_dataset_makes_a_card_and_stays_as_it_is(tmp_path: Path) -> None:
    found = brought(tmp_path, FILES)
    card, mapping = found.files.values()

    assert [path.relative_to(tmp_path).as_posix() for path in found.files] == [
        "seeds/missions.yaml",
        "graph/tables/missions.yaml",
    ]
    assert (mapping, found.path) == (MAPPING, tmp_path / "seeds/texts/missions.csv")
    assert (found.imported.report.rows, len(found.imported.facts)) == (7, 3)
    assert "licence: CC0-1.0\n" in card
    assert "table: {key: [id], rows: 7, columns: {id: 1, " in card


def test_what_a_person_wrote_on_the_card_stays(tmp_path: Path) -> None:
    card = "id: missions\ntitle: in our words\ntable: {key: [id], rows: 1, columns: {id: 1}}\n"
    found = brought(tmp_path, {**FILES, "seeds/missions.yaml": card})

    assert "title: in our words\n" in found.files[tmp_path / "seeds/missions.yaml"]


def test_a_mapping_and_a_table_may_lie_elsewhere(tmp_path: Path) -> None:
    files = {
        "graph/actors/x.yaml": "{}",
        "seeds/x.md": "",
        "else/posts.yaml": MAPPING,
        "else/table.csv": FILES["seeds/texts/missions.csv"],
    }
    found = brought(tmp_path, files, str(tmp_path / "else/posts.yaml"), tmp_path / "else/table.csv")

    assert (found.mapping.id, found.path.name, len(found.imported.facts)) == ("posts", "table.csv", 3)
    assert found.files[tmp_path / "graph/tables/posts.yaml"] == MAPPING


@pytest.mark.parametrize(
    ("more", "asked", "told"),
    [
        ({}, "misions", "misions: no such mapping, neither a file nor one that ships"),
        ({"graph/tables/Other.yaml": MAPPING}, "Other", "Other: no such mapping"),
        (
            {"seeds/missions.yaml": "{id: missions, title: a text}"},
            "missions",
            "missions is a source already, and no table",
        ),
        (
            {"graph/tables/other.yaml": MAPPING.replace("missions.csv", "gone.csv")},
            "other",
            "gone.csv is not at hand: name it with --table, or put it into seeds/texts; it is kept at https://example",
        ),
        (
            {"graph/tables/other.yaml": MAPPING.replace("missions.csv", "../../private.csv"), "private.csv": "a,b\n"},
            "other",
            r"\.\./\.\./private.csv leads out of the folder .*seeds.texts; name the file with --table",
        ),
    ],
)
def test_what_is_not_there_is_misuse(tmp_path: Path, more: dict[str, str], asked: str, told: str) -> None:
    with pytest.raises(MisuseError, match=told):
        brought(tmp_path, {**FILES, **more}, asked)


def test_a_wrong_mapping_is_refused_with_what_is_wrong(tmp_path: Path) -> None:
    wrong = {"graph/tables/missions.yaml": MAPPING.replace("section: missions", "section: mission")}
    with pytest.raises(NotBroughtError) as refused:
        brought(tmp_path, {**FILES, **wrong})

    assert [problem.message.partition(";")[0] for problem in refused.value.problems] == [
        "mission is not a section of facts"
    ]


def test_a_link_out_of_the_datasets_own_folder_is_not_read(tmp_path: Path) -> None:
    folder = write_files(
        tmp_path / "theirs", {**FILES, "graph/tables/other.yaml": MAPPING.replace("missions.", "link.")}
    )
    (tmp_path / "private.csv").write_text("a,b\n", encoding="utf-8")
    (folder / "seeds/texts/link.csv").symlink_to(tmp_path / "private.csv")

    with pytest.raises(MisuseError, match=r"link.csv leads out of the folder"):
        brought(folder, {}, "other")
