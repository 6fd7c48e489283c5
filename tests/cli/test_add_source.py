"""`relgraph add-source FILE`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.sources.card import read_card
from relgraph.sources.text import sha256

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from relgraph.sources.card import Card
    from tests.fixture_types import Command

TEXT = "Kenya met Vietnam.\n\n  paragraphs: \n\nFour agreements, four!\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a text and an empty folder of cards, in which the command is run."""
    (tmp_path / "Kenya Talks.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def card(folder: Path, name: str = "kenya-talks") -> Card:
    """The card that was made; it must be in order."""
    found, problems = read_card(folder / "seeds" / f"{name}.yaml", name)
    assert problems == []
    assert found is not None
    return found


NEXT = "next: put the text into seeds/texts, where check and read look for it\n"


def add(relgraph: Command, *args: str) -> Result:
    return relgraph("add-source", "Kenya Talks.txt", *args)


def test_a_card_is_made_from_a_text(relgraph: Command, folder: Path) -> None:
    result = add(relgraph)
    made = card(folder)

    assert (result.exit_code, result.stdout) == (0, f"seeds/kenya-talks.yaml: 3 paragraphs\n{NEXT}")
    assert made.index == ("kenya met vietnam", "paragraphs", "4 agreements")
    assert (made.file, made.sha256) == ("Kenya Talks.txt", sha256(TEXT.encode()))
    assert (made.title, made.publisher, made.published) == ("kenya-talks", None, None)


def test_what_is_known_of_the_source_is_kept(relgraph: Command, folder: Path) -> None:
    title = "paragraphs: yes #'\"\\"
    add(relgraph, "--id", "talks", "--title", title, "--publisher", "News", "--published", "2025-06?")
    made = card(folder, "talks")

    assert (made.title, made.publisher, str(made.published)) == (title, "News", "2025-06?")


def test_the_author_and_the_address_of_a_source_are_kept_and_told(relgraph: Command, folder: Path) -> None:
    given = ("--author", "A. Writer", "--url", "https://example.org/a", "--archived", "https://archive.example/a")
    done = add(relgraph, *given, "--retrieved", "2026-01-15")
    (folder / "graph").mkdir()
    told = relgraph("read", "kenya-talks").stdout.splitlines()

    assert done.exit_code == 0
    assert told[0].endswith("(A. Writer)")
    assert told[1:3] == ["https://example.org/a (retrieved 2026-01-15)", "archived: https://archive.example/a"]


def test_the_period_that_a_source_covers_is_kept(relgraph: Command, folder: Path) -> None:
    assert add(relgraph, "--covers", "2025").exit_code == 0
    assert "covers: 2025\n" in (folder / "seeds" / "kenya-talks.yaml").read_text(encoding="utf-8")


def test_where_a_text_is_looked_for_is_not_told_of_one_that_lies_there(
    relgraph: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "mine").mkdir()
    monkeypatch.setenv("RELGRAPH_TEXTS", "mine")
    assert add(relgraph).stdout.splitlines()[1:] == ["next: put the text into mine, where check and read look for it"]

    (folder / "mine" / "Kenya Talks.txt").write_text(TEXT, encoding="utf-8")
    assert add(relgraph, "--renew").stdout == "seeds/kenya-talks.yaml: 3 paragraphs\n"


def test_renewing_keeps_what_a_person_wrote(relgraph: Command, folder: Path) -> None:
    add(relgraph, "--title", "Talks of two presidents")
    path = folder / "seeds" / "kenya-talks.yaml"
    path.write_text(path.read_text().replace("file:", "no_facts:\n  1: heading\nfile:"), encoding="utf-8")
    (folder / "Kenya Talks.txt").write_text("Kenya and Vietnam met.", encoding="utf-8")

    result = add(relgraph, "--renew")

    assert result.stdout == f"seeds/kenya-talks.yaml: 1 paragraph\n{NEXT}"
    assert card(folder).index == ("and kenya met vietnam",)
    assert card(folder).title == "Talks of two presidents"
    assert card(folder).no_facts == {1: "heading"}


def test_renewing_writes_what_is_given_besides(relgraph: Command, folder: Path) -> None:
    add(relgraph, "--title", "Talks", "--publisher", "News", "--language", "vi")
    path = folder / "seeds" / "kenya-talks.yaml"
    path.write_text(path.read_text().replace("publisher: News\n", ""), encoding="utf-8")

    result = add(relgraph, "--renew", "--title", "Talks: of two", "--published", "2025-06", "--publisher", "Daily")
    made = card(folder)

    assert result.exit_code == 0
    assert (made.title, made.publisher, made.language, str(made.published)) == (
        "Talks: of two",
        "Daily",
        "vi",
        "2025-06",
    )
    assert path.read_text(encoding="utf-8").count("\ntitle:") == 1


def test_the_id_says_which_card_is_renewed(relgraph: Command, folder: Path) -> None:
    add(relgraph, "--id", "talks", "--title", "Talks")
    (folder / "Kenya Talks.txt").write_text("Kenya and Vietnam met.", encoding="utf-8")

    assert add(relgraph, "--id", "talks", "--renew").exit_code == 0
    assert card(folder, "talks").index == ("and kenya met vietnam",)
    assert add(relgraph, "--renew").stderr == "relgraph: seeds/kenya-talks.yaml: there is no such card to renew\n"


def test_a_card_is_never_overwritten_by_accident(relgraph: Command, folder: Path) -> None:
    add(relgraph)
    before = (folder / "seeds" / "kenya-talks.yaml").read_bytes()
    result = add(relgraph, "--title", "another")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "relgraph: seeds/kenya-talks.yaml is there already; --renew makes its index anew\n"
    assert (folder / "seeds" / "kenya-talks.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--id", "No Id"], "relgraph: 'No Id' is not an id; use lower-case letters, digits and hyphens\n"),
        (["--id", "../up"], "relgraph: '../up' is not an id; use lower-case letters, digits and hyphens\n"),
        (["--published", "June 2025"], 'relgraph: --published: "June 2025" is not a date; write 2025-06, with ?'),
        (["--published", "ongoing"], "relgraph: --published: a date is needed here"),
        (["--retrieved", "yesterday"], 'relgraph: --retrieved: "yesterday" is not a date'),
        (["--url", "javascript:alert(1)"], "relgraph: --url: an address begins with http:// or https://\n"),
        (["--archived", "example.org"], "relgraph: --archived: an address begins with http:// or https://\n"),
        (["--title", "Talks\nid: other"], "relgraph: title: control character U+000A; take it out\n"),
        (
            ["--author", "\u202eretirW"],
            "relgraph: author: U+202E (right-to-left override) turns the text round; take it",
        ),
        (["--title", "x" * 2_001], "relgraph: title is 2,001 letters long; it may have 2,000\n"),
        (["--publisher", "News\udcff"], "relgraph: publisher: control character U+DCFF; take it out\n"),
        (["--renew"], "relgraph: seeds/kenya-talks.yaml: there is no such card to renew\n"),
    ],
)
def test_misuse_is_one_line_status_2_and_nothing_written(
    relgraph: Command, folder: Path, args: list[str], message: str
) -> None:
    result = add(relgraph, *args)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1
    assert list((folder / "seeds").iterdir()) == []


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("missing.txt", None, "missing.txt: cannot be read: No such file or directory"),
        ("seeds", None, "seeds: cannot be read: Is a directory"),
        ("bytes.txt", b"one\ntwo \xff", "bytes.txt:2: byte 0xff is not UTF-8; save the file as UTF-8"),
        ("empty.txt", b" \n \n", "empty.txt: holds no text"),
        (
            "bell\x07.txt",
            b"Kenya",
            "bell\\u0007.txt: a card cannot hold the name of this file: control character U+0007; r",
        ),
        (
            "page.txt",
            b"\n<!DOCTYPE html><p>Kenya",
            "page.txt: is HTML, a page of the web, not plain text; save what it",
        ),
        ("part.txt", b"Kenya</P>\n<p>Vietnam", "part.txt: is HTML, a page of the web, not plain text; save what it"),
        (
            "paper.txt",
            b"%PDF-1.7\n1 0 obj",
            "paper.txt: is a PDF, not plain text; take its text out, with pdftotext or",
        ),
        (
            "paper.doc",
            b"PK\x03\x04\x14",
            "paper.doc: is a zip file, as documents of Word and LibreOffice are, not plain",
        ),
        (
            "wide.txt",
            "Kenya\nViệt Nam".encode("utf-16"),
            "wide.txt: is UTF-16, not plain text; save it as UTF-8, as with",
        ),
        (
            "wide.txt",
            "Kenya and\n".encode("utf-16-le"),
            "wide.txt: is UTF-16, not plain text; save it as UTF-8, as with",
        ),
        ("wide.txt", "Кения и Вьетнам".encode("utf-16-be"), "wide.txt: is UTF-16, not plain text; save it as UTF-8"),
        (
            "odd.txt",
            b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0",
            "odd.txt: is binary, not plain text; name a file of plain text in",
        ),
        (
            "long.txt",
            b"Kenya\n" + b" ".join(b"w%d" % number for number in range(180_000)),
            "long.txt: paragraph 2 has more words than a card can hold; part it into several",
        ),
    ],
)
def test_a_text_that_cannot_be_used_is_one_line_and_status_1(
    relgraph: Command, folder: Path, name: str, data: bytes | None, message: str
) -> None:
    if data is not None:
        (folder / name).write_bytes(data)
    result = relgraph("add-source", name)

    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert result.stderr.startswith(f"relgraph: {message}")
    assert list((folder / "seeds").iterdir()) == []


def test_a_missing_folder_of_cards_is_told(relgraph: Command) -> None:
    result = add(relgraph, "--seeds", "nowhere")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "relgraph: cannot write nowhere/kenya-talks.yaml: the folder nowhere does not exist\n"


def test_a_card_that_cannot_be_read_is_not_renewed(relgraph: Command, folder: Path) -> None:
    (folder / "seeds" / "kenya-talks.yaml").write_bytes(b"\xff")
    result = add(relgraph, "--renew")

    message = "seeds/kenya-talks.yaml:1: byte 0xff is not UTF-8; save the file as UTF-8"
    assert (result.exit_code, result.stderr) == (1, f"relgraph: {message}\n")


def test_a_language_is_a_tag(relgraph: Command, folder: Path) -> None:
    refused = add(relgraph, "--language", "Vietnamese")

    assert refused.exit_code == 2
    assert '--language: "Vietnamese" is not the tag of a language (BCP 47); write vi' in refused.output
    assert list((folder / "seeds").iterdir()) == []
    assert add(relgraph, "--language", "pt-BR").exit_code == 0
    assert card(folder).language == "pt-BR"


def test_the_card_of_a_text_without_blanks_holds_no_clause_of_it(relgraph: Command, folder: Path) -> None:
    (folder / "Kenya Talks.txt").write_text("双方同意扩大港口合作。", encoding="utf-8")
    add(relgraph, "--language", "zh")

    assert card(folder).index == ("双方 口合 合作 同意 大港 意扩 扩大 方同 港口",)


def test_a_text_from_standard_input_needs_an_id(relgraph: Command, tmp_path: Path) -> None:
    seeds = tmp_path / "cards"
    seeds.mkdir()
    given = ("--title", "Talks", "--published", "2026-01-15", "--seeds", seeds)

    added = relgraph("add-source", "-", "--id", "talks", *given, stdin="Kenya met Egypt.\n")
    assert (added.exit_code, "1 paragraph" in added.stdout) == (0, True)
    assert (seeds / "talks.yaml").exists()
    refused = relgraph("add-source", "-", *given, stdin="Kenya met Egypt.\n")
    assert (refused.exit_code, refused.stderr) == (
        2,
        "relgraph: --id is needed for a text from standard input, which has no name\n",
    )
