"""All sources of a dataset, and how far each can be verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.errors import MisuseError
from relgraph.sources.card import Card
from relgraph.sources.library import Library, open_library, read_library, text_folders
from relgraph.sources.paragraph import BY_INDEX, BY_TEXT, ONLY_CITED
from relgraph.sources.text import sha256
from tests.checkout import ROOT
from tests.rights import common_user
from tests.world import write_files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fixture_types import WriteFolder

TEXT = "Kenya and Việt Nam\n\nA Strategic Partnership in 2025\n"
CARD = f"""\
id: x
title: t
file: x.txt
sha256: {sha256(TEXT.encode())}
paragraphs:
  1: and kenya nam viet
  2: 2025 a in partnership strategic
"""


def test_a_text_that_the_card_means_verifies_by_text(dataset: WriteFolder) -> None:
    folder = dataset({"seeds/x.yaml": CARD, "texts/x.txt": TEXT})
    library = open_library(folder / "seeds", (folder / "texts",))

    assert library.problems == ()
    assert (library.state("x"), library.size("x")) == (BY_TEXT, 2)
    second = library.paragraph("x", 2)
    assert second is not None
    assert second.state == BY_TEXT
    assert second.says("strategic partnership")
    assert not second.says("partnership strategic")
    assert not second.says("")


def test_without_the_text_the_index_knows_which_words_but_not_their_order(dataset: WriteFolder) -> None:
    library = open_library(dataset({"seeds/x.yaml": CARD}) / "seeds")

    assert (library.state("x"), library.size("x")) == (BY_INDEX, 2)
    second = library.paragraph("x", 2)
    assert second is not None
    assert second.state == BY_INDEX
    assert second.says("partnership strategic")
    assert not second.says("comprehensive strategic partnership")


def test_a_card_without_index_is_only_cited(dataset: WriteFolder) -> None:
    library = open_library(dataset({"seeds/x.yaml": "{id: x, title: t}"}) / "seeds")

    assert (library.state("x"), library.size("x"), library.paragraph("x", 1)) == (ONLY_CITED, 0, None)


def test_a_source_without_card_is_only_cited(dataset: WriteFolder) -> None:
    library = open_library(dataset({"seeds/x.yaml": CARD}) / "seeds")

    assert (library.state("y"), library.size("y"), library.paragraph("y", 1)) == (ONLY_CITED, 0, None)


@pytest.mark.parametrize("number", [-1, 0, 3, 10**9])
def test_there_is_no_paragraph_before_the_first_or_after_the_last(dataset: WriteFolder, number: int) -> None:
    library = open_library(dataset({"seeds/x.yaml": CARD}) / "seeds")

    assert library.paragraph("x", number) is None


def test_another_text_under_the_same_name_is_told_and_not_used(dataset: WriteFolder) -> None:
    folder = dataset({"seeds/x.yaml": CARD, "texts/x.txt": "Something else"})
    library = open_library(folder / "seeds", (folder / "texts",))

    assert [(problem.place.file, problem.rule) for problem in library.problems] == [
        (str(folder / "seeds" / "x.yaml"), "text-hash")
    ]
    assert "x.txt is not the text that the card was made from" in library.problems[0].message
    assert library.state("x") == BY_INDEX


def test_the_right_text_is_found_behind_wrong_ones_of_its_name(dataset: WriteFolder) -> None:
    files = {"seeds/x.yaml": CARD, "wrong/x.txt": "Something else", "broken/x.txt": "", "right/x.txt": TEXT}
    folder = dataset(files)
    (folder / "broken" / "x.txt").write_bytes(b"\xff")
    library = open_library(folder / "seeds", (folder / "wrong", folder / "broken", folder / "right"))

    assert library.problems == ()
    assert library.state("x") == BY_TEXT


def test_where_no_text_is_right_the_first_wrong_one_is_told(dataset: WriteFolder) -> None:
    folder = dataset({"seeds/x.yaml": CARD, "one/x.txt": "Something else", "two/x.txt": "Another"})
    library = open_library(folder / "seeds", (folder / "none", folder / "one", folder / "two"))

    (problem,) = library.problems
    assert problem.message.startswith(str(folder / "one" / "x.txt"))
    assert library.state("x") == BY_INDEX


def test_a_path_out_of_the_folder_is_never_followed(dataset: WriteFolder) -> None:
    folder = dataset({"seeds/x.yaml": "{id: x, title: t, file: ../secret.txt}", "secret.txt": TEXT, "texts/y.txt": ""})
    library = open_library(folder / "seeds", (folder / "texts",))

    assert library.texts == {}
    assert "bare file name" in library.problems[0].message


def test_a_text_that_is_not_utf8_is_told(dataset: WriteFolder) -> None:
    folder = dataset({"seeds/x.yaml": "{id: x, title: t, file: x.txt}", "texts/x.txt": ""})
    (folder / "texts" / "x.txt").write_bytes(b"Kenya\nC\xf4te")
    library = open_library(folder / "seeds", (folder / "texts",))

    assert library.state("x") == ONLY_CITED
    assert library.problems[0].message.endswith("x.txt:2: byte 0xf4 is not UTF-8; save the file as UTF-8")


def test_a_damaged_card_is_told_and_the_others_are_read(dataset: WriteFolder) -> None:
    library = open_library(dataset({"seeds/a.yaml": "[", "seeds/x.yaml": CARD}) / "seeds")

    assert (list(library.cards), len(library.problems)) == (["x"], 1)


def test_without_a_folder_of_cards_nothing_can_be_asked(tmp_path: Path) -> None:
    with pytest.raises(MisuseError, match="seeds: no such folder of source cards"):
        open_library(tmp_path / "seeds")


def test_texts_are_looked_for_in_the_chosen_folder_first(dataset: WriteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = dataset({"seeds/texts/x.txt": "", "named/x.txt": "", "chosen/x.txt": ""})
    seeds, own = folder / "seeds", folder / "seeds" / "texts"

    assert text_folders(None, seeds) == (own,)
    monkeypatch.setenv("RELGRAPH_TEXTS", str(folder / "named"))
    assert text_folders(None, seeds) == (folder / "named", own)
    assert text_folders(folder / "chosen", seeds) == (folder / "chosen", own)


def test_a_chosen_folder_that_is_missing_is_misuse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert text_folders(None, tmp_path) == ()
    with pytest.raises(MisuseError, match=r"none: no such folder \(--texts\)"):
        text_folders(tmp_path / "none", tmp_path)
    monkeypatch.setenv("RELGRAPH_TEXTS", str(tmp_path / "none"))
    with pytest.raises(MisuseError, match=r"none: no such folder \(RELGRAPH_TEXTS\)"):
        text_folders(None, tmp_path)


def test_the_cards_of_this_repository_are_those_of_their_texts(texts: Path) -> None:
    by_text, by_index = open_library(ROOT / "seeds", (texts,)), open_library(ROOT / "seeds")

    assert by_text.problems == ()
    assert by_text.texts.keys() & by_text.cards.keys()
    for source in by_text.texts.keys() & by_text.cards.keys():
        assert by_text.size(source) == by_index.size(source)
        for number in range(1, by_text.size(source) + 1):
            read, indexed = by_text.paragraph(source, number), by_index.paragraph(source, number)
            assert read is not None
            assert indexed is not None
            assert sorted(set(read.words)) == list(indexed.words)


def test_addresses_are_told_once_each_the_publishers_before_the_archives() -> None:
    web, kept = "https://gazette.example/1", "https://archive.example/1"
    cards = {"gazette": Card("gazette", "A", url=web, archived=kept), "herald": Card("herald", "B", archived=kept)}

    assert Library(cards).addresses(("gazette", "herald", "lost", "gazette")) == [web, kept]
    assert Library(cards).addresses(("lost",)) == []


ROWS = "code,name\nKE,Kenya\n"
TABLE_CARD = f"""\
id: list
title: t
file: list.csv
sha256: {sha256(ROWS.encode())}
table: {{key: [code], rows: 1, columns: {{code: 1}}}}
"""


def test_the_table_that_a_card_means_is_found_behind_another_of_its_name(dataset: WriteFolder) -> None:
    folder = dataset({"seeds/list.yaml": TABLE_CARD, "old/list.csv": "code\n", "new/list.csv": ROWS})

    library = open_library(folder / "seeds", (folder / "old", folder / "new"))
    assert (library.tables, library.problems) == ({"list": folder / "new/list.csv"}, ())

    (problem,) = open_library(folder / "seeds", (folder / "old",)).problems
    assert problem.rule == "text-hash"
    assert problem.message.endswith("list.csv is not the table that was imported: its sha256 differs; import it again")


def test_what_came_with_the_cards_is_no_way_out_of_their_folder(dataset: WriteFolder) -> None:
    files = {"seeds/x.yaml": CARD, "seeds/list.yaml": TABLE_CARD, "secret/x.txt": TEXT, "secret/list.csv": ROWS}
    folder = dataset(files)
    texts = folder / "seeds/texts"
    texts.symlink_to("../secret")
    (problem,) = open_library(folder / "seeds").problems
    assert (problem.severity, problem.place.file) == ("note", str(texts))

    texts.unlink()
    texts.mkdir()
    for name in ("x.txt", "list.csv"):
        (texts / name).symlink_to(f"../../secret/{name}")
    library = open_library(folder / "seeds", (texts,))
    assert (library.texts, library.tables) == ({}, {})
    assert [(one.severity, one.place.file.rpartition("/")[2]) for one in library.problems] == [
        ("note", "list.yaml"),
        ("note", "x.yaml"),
    ]


def test_a_table_that_nobody_may_read_is_told(open_folder: Path) -> None:
    files = write_files(open_folder, {"list.yaml": TABLE_CARD, "list.csv": ROWS})
    (files / "list.csv").chmod(0)
    with common_user():
        (problem,) = read_library([files / "list.yaml"], files, (files,)).problems

    assert problem.message.endswith("list.csv: cannot be read: Permission denied")


def test_what_is_at_hand_is_told_apart_by_texts_and_tables(tmp_path: Path) -> None:
    at_hand = [
        Library({}).at_hand,
        Library({}, {"x": ("Kenya and Vietnam.",)}).at_hand,
        Library({}, {"x": ("Kenya.", "Vietnam.")}).at_hand,
        Library({}, {"y": ("Kenya.", "Vietnam.")}).at_hand,
        Library({}, tables={"x": tmp_path}).at_hand,
    ]

    assert len(set(at_hand)) == len(at_hand)
    assert Library({}, {"x": ("Kenya.", "Vietnam.")}).at_hand == at_hand[2]
