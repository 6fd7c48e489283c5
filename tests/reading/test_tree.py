"""The YAML reader: everything is text, everything has a place, and nothing hostile gets through."""

from __future__ import annotations

import gc
import json
import os
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from relgraph.reading import tree
from relgraph.reading.characters import unprintable
from relgraph.reading.collector import paused_collector
from relgraph.reading.decoding import MAX_LINE
from relgraph.reading.tree import LONGEST_TEXT, MAX_BYTES, MAX_DEPTH, Map, Seq, read_bytes, read_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both parsers of PyYAML, of which the slow one is all that some machines have."""
    if request.param == "python":
        monkeypatch.setattr(tree, "CParser", None)
    return str(request.param)


def read(text: str) -> Map:
    """A file that is in order."""
    found, problems = read_bytes(dedent(text).encode(), "x.yaml")
    assert problems == []
    assert found is not None
    return found


def told(data: str | bytes) -> list[str]:
    """What is wrong with a file, with line and column."""
    _, problems = read_bytes(data if isinstance(data, bytes) else dedent(data).encode(), "x.yaml")
    return [f"{problem.place.line}:{problem.place.column} {problem.message}" for problem in problems]


@pytest.mark.usefixtures("parser")
def test_every_scalar_stays_text() -> None:
    found = read("""
        norway: NO
        octal: 0o17
        old octal: 017
        sixty: 12:30:45
        day: 2025-02-14
        void: ~
        number: 1_000
        quoted: "7"
        empty:
        yes: yes
    """)

    assert found == {
        "norway": "NO",
        "octal": "0o17",
        "old octal": "017",
        "sixty": "12:30:45",
        "day": "2025-02-14",
        "void": "~",
        "number": "1_000",
        "quoted": "7",
        "empty": "",
        "yes": "yes",
    }


@pytest.mark.usefixtures("parser")
def test_maps_and_lists_know_their_places() -> None:
    found = read("""\
        of: vietnam
        with:
          - china
          - {every: unsc}
        evidence: {p: 9,
          terms: [x]}
    """)

    assert (found.line, found.column) == (1, 1)
    assert found.lines == {"of": 1, "with": 2, "evidence": 5}
    assert found["with"].item_lines == [3, 4]
    assert (found["evidence"].line, found["evidence"].column) == (5, 11)
    assert found["evidence"].line_of("terms") == 6
    assert found["evidence"].line_of("nothing") == 5


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "---\n...\n", "\n\n"])
def test_an_empty_file_is_an_empty_map(text: str) -> None:
    assert read(text) == {}


@pytest.mark.usefixtures("parser")
def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    found, problems = read_bytes(b"\xef\xbb\xbfof: vietnam", "x.yaml")

    assert (found, problems) == ({"of": "vietnam"}, [])


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: &x 1\nb: *x", "1:4 the anchor &x is refused; write the value out"),
        ("a: 1\nb: *x", "2:4 the alias *x is refused; write the value out"),
        ("a: !!python/object:os.system x", "1:4 the tag tag:yaml.org,2002:python/object:os.system is refused"),
        ("a: !own [x]", "1:4 the tag !own is refused; write the value out"),
        ("a: 1\n<<: {b: 2}", "2:1 merge keys are refused; write the fields out"),
        ("a:\n  b: 1\n\tc: 2", "3:1 a tab stands here; use blanks and plain line ends"),
        ("a: x # told\there", "1:12 a tab stands here; use blanks and plain line ends"),
        ("a: x\u2028b: y", "1:5 U+2028 stands here; use blanks and plain line ends"),
        ("a: 1\n---\nb: 2", "2:1 a second document starts here; one file holds one"),
        ("- a\n- b", "1:0 a mapping is expected here"),
        ("vietnam", "1:0 a mapping is expected here"),
        ("a: 1\n? [b]\n: 2", "2:3 a key must be plain text"),
        ("a: 1\n? {b: 1}\n: 2", "2:3 a key must be plain text"),
        ("a: 1\nb: x\x07y", "2:5 control character U+0007; take it out"),
        ("a: 1\nb: x\x00y", "2:5 control character U+0000; take it out"),
        ("a: 1\nb: x\x9by", "2:5 control character U+009B; take it out"),
        (r'a: "\0"', "1:1 control character U+0000; take it out"),
        (r'a: {b: ["\x1b[31m"]}', "1:1 control character U+001B; take it out"),
        (r'"a\x7f": 1', "1:1 control character U+007F; take it out"),
        (r'a: "\t"', "1:1 control character U+0009; take it out"),
        (r'a: "\N"', "1:1 control character U+0085; take it out"),
        (r'a: "\u202eb"', "1:1 U+202E (right-to-left override) turns the text round; take it out"),
        (r'a: "\u200bb"', "1:1 U+200B (zero width space) is not seen; take it out"),
        ("a: [1, 2", "not YAML"),
        ("a: 1\n b: 2", "not YAML"),
        ("a: 'x", "not YAML"),
        ("a: @x", "not YAML"),
        ("%YAML 3.0\n---\na: 1", "not YAML"),
    ],
)
def test_what_is_refused_is_told_in_one_line_with_its_place(text: str, problem: str) -> None:
    (line,) = told(text)
    assert problem in line
    assert line.isprintable()


@pytest.mark.usefixtures("parser")
def test_what_forges_is_told_wherever_it_stands_and_the_rest_is_read() -> None:
    assert told("a: x\u202ey\u202c\nb: [1, m\u200bn] # \u2066\n") == [
        "1:5 U+202E (right-to-left override) turns the text round; take it out",
        "1:7 U+202C (pop directional formatting) turns the text round; take it out",
        "2:9 U+200B (zero width space) is not seen; take it out",
        "2:15 U+2066 (left-to-right isolate) turns the text round; take it out",
    ]
    found, problems = read_bytes('a: "x\u202ey"\nb: "\\x41"'.encode(), "x.yaml")
    assert (found, len(problems)) == ({"a": "x\u202ey", "b": "A"}, 1)


def test_of_very_many_that_forge_the_first_are_told_and_the_rest_counted() -> None:
    lines = told("#: " + "x\u202e" * 400_000)

    assert len(lines) == 21
    assert lines[-1] == "0:0 399,980 more such characters stand in this file"


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "line"),
    [
        (r'a: "Here\np 4: There (verified)"', "1:4"),
        ("a: 'Here\n\n  There'", "1:4"),
        ("a: Here\n\n  There", "1:4"),
        ("a: |\n  Here\n  There\n", "1:4"),
        ('"Here\\nThere": b', "1:1"),
    ],
)
def test_a_line_end_in_a_value_is_told(text: str, line: str) -> None:
    (problem,) = told(text)

    assert problem.startswith(f"{line} a line end stands in this text")
    found, _ = read_bytes(text.encode(), "x.yaml")
    assert "\n" not in "".join(found or "\n") + "".join((found or {}).values())


@pytest.mark.usefixtures("parser")
def test_a_block_that_is_one_line_is_read_without_its_line_end() -> None:
    assert read("a: |\n  Here\nb: >\n  Here and\n  There\n\nc: |+\n  Here\n\n") == {
        "a": "Here",
        "b": "Here and There",
        "c": "Here",
    }


@pytest.mark.usefixtures("parser")
def test_a_lone_surrogate_is_refused_however_it_comes() -> None:
    assert "control character U+D800" in told(r'a: "\ud800"')[0] or "not YAML" in told(r'a: "\ud800"')[0]
    assert told(b"a: 1\nb: x\xed\xa0\x80") == ["2:5 byte 0xed is not UTF-8; save the file as UTF-8"]


def test_bytes_that_are_not_utf8_are_told_with_line_and_column() -> None:
    assert told("a: Lương\nb: Việt ".encode() + b"\xff") == ["2:9 byte 0xff is not UTF-8; save the file as UTF-8"]
    assert told(b"\xef\xbb\xbfa: \xff") == ["1:4 byte 0xff is not UTF-8; save the file as UTF-8"]
    assert told("a: 1".encode("utf-16")) == ["1:1 the file is UTF-16; save it as UTF-8"]


@pytest.mark.usefixtures("parser")
def test_a_key_given_twice_names_both_lines_and_the_reading_goes_on() -> None:
    text = b"of: vietnam\ntier: sp\nof: kenya\nwith: {a: 1, a: {b: 2}}\ntier: cp"
    found, problems = read_bytes(text, "x.yaml")

    assert [str(problem) for problem in problems] == [
        "x.yaml:3: of is given twice, on lines 1 and 3",
        "x.yaml:4: a is given twice, on lines 4 and 4",
        "x.yaml:5: tier is given twice, on lines 2 and 5",
    ]
    assert found == {"of": "vietnam", "tier": "sp", "with": {"a": "1"}}


@pytest.mark.usefixtures("parser")
def test_keys_given_twice_are_told_even_when_the_file_breaks_off() -> None:
    assert [line.split(" ", 1)[1] for line in told("a: 1\na: 2\nb: *x")] == [
        "a is given twice, on lines 1 and 2",
        "the alias *x is refused; write the value out, or put a text in quotes",
    ]


@pytest.mark.usefixtures("parser")
def test_a_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = ["a0: &a0 [lol]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 20)]

    assert told("\n".join(bomb)) == ["1:5 the anchor &a0 is refused; write the value out, or put a text in quotes"]


@pytest.mark.usefixtures("parser")
def test_depth_has_a_limit() -> None:
    deep = "a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)

    assert told(deep) == []
    assert told(f"a: {'[' * 50_000}") == [f"1:{MAX_DEPTH + 3} nested deeper than {MAX_DEPTH} levels"]
    assert told("a: " + "{a: " * 50_000) == [f"1:{4 * (MAX_DEPTH - 1) + 4} nested deeper than {MAX_DEPTH} levels"]


class Shallow(yaml.SafeLoader):
    """A parser with a limit of its own, which it reaches in looking ahead: libyaml's is 1,000 in some releases."""

    def fetch_flow_collection_start(self, TokenClass: Any) -> None:  # noqa: ANN401, N803 - PyYAML's signature
        if self.flow_level == 100:
            raise yaml.scanner.ScannerError("while looking", None, "exceeded its depth", self.get_mark())
        super().fetch_flow_collection_start(TokenClass)


def test_our_limit_of_depth_is_told_whatever_that_of_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "CParser", Shallow)

    assert told(f"a: b\nc: {'[' * 50_000}") == [f"2:{MAX_DEPTH + 3} nested deeper than {MAX_DEPTH} levels"]
    assert told(f"a: 1\na: 2\nc: {'[' * 101}") == [
        "2:0 a is given twice, on lines 1 and 2",
        f"3:{MAX_DEPTH + 3} nested deeper than {MAX_DEPTH} levels",
    ]
    assert told(f"a: '{'[' * 100}'\nc: [1,\nd: 2") == ["2:4 not YAML: the [ that opens here is not closed by a ]"]


def test_a_value_and_a_key_of_usual_length_are_read_and_longer_ones_refused() -> None:
    assert told(f"a: {'x' * LONGEST_TEXT}\n{'y' * 1_000}: b") == []
    for text in (f"a:\n- b\n- {'x' * (LONGEST_TEXT + 1)}", f"a:\n- b\n- ? {'x ' * 1_000}z\n  : b"):
        (line,) = told(text)
        assert line.startswith("3:")
        assert line.endswith(" this text is 2,001 letters long; it may have 2,000")


def test_a_long_line_is_refused() -> None:
    assert told(f"a: 1\nb: {'x' * MAX_LINE}\n") == ["2:1 the line is longer than 1,000,000 characters"]
    assert told(f"a: 1\n#{'x' * (MAX_LINE - 1)}\n") == []


def test_a_file_of_one_line_of_100_mb_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "big.yaml"
    with path.open("wb") as file:
        file.write(b"a: ")
        file.truncate(100_000_000)
    monkeypatch.setattr("pathlib.Path.read_bytes", lambda _path: pytest.fail("it was read"))

    _, problems = read_file(path, "big.yaml")

    assert [str(problem) for problem in problems] == [
        f"big.yaml: 100,000,000 bytes is too large; at most {MAX_BYTES:,}"
    ]


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")

    def problem(path: Path) -> str:
        found, problems = read_file(path, "x.yaml")
        assert found is None
        return str(problems[0])

    assert problem(tmp_path / "none.yaml") == "x.yaml: cannot be read: No such file or directory"
    assert problem(tmp_path) == "x.yaml: cannot be read: not a regular file"
    assert problem(tmp_path / "pipe.yaml") == "x.yaml: cannot be read: not a regular file"


def test_the_collector_rests_while_reading_and_then_goes_on() -> None:
    assert gc.isenabled()
    with paused_collector():
        with paused_collector():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(KeyError), paused_collector():
        raise KeyError
    assert gc.isenabled()


def test_objects_that_the_program_froze_stay_frozen() -> None:
    gc.freeze()
    try:
        with paused_collector():
            pass
        assert gc.get_freeze_count() > 0  # a few of them may have been freed meanwhile, by another thread for one
    finally:
        gc.unfreeze()


# Any small tree, written by PyYAML or as JSON, reads back as its texts; both parsers agree on any text.

LETTERS = st.characters(  # a space that is no blank is refused where it may be meant as indentation
    codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs", "Cn"], include_characters=" "
)
WORDS = st.sampled_from(
    ["NO", "0o17", "12:30", "2025-02-14", "~", "null", "=", "- x", "می\u200cرود", "👨\u200d👩\u200d👧"]
)
TEXTS = st.text(LETTERS, max_size=12).filter(lambda text: unprintable(text) is None) | WORDS
KEYS = TEXTS.filter(lambda key: key != "<<")
TREES = st.dictionaries(
    KEYS,
    st.recursive(
        TEXTS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=20
    ),
    max_size=6,
)


def plain(node: Any) -> Any:  # noqa: ANN401 - any tree
    """A tree as PyYAML's own kinds of node."""
    if isinstance(node, Map):
        return {key: plain(value) for key, value in node.items()}
    return [plain(item) for item in node] if isinstance(node, Seq) else node


@given(TREES, st.booleans())
def test_what_is_written_reads_back(value: dict[str, Any], flow: bool) -> None:  # noqa: FBT001 - given by Hypothesis
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, width=60)
    found, problems = read_bytes(text.encode(), "x.yaml")

    assert problems == []
    assert plain(found) == value


@given(TREES)
def test_json_is_read_too(value: dict[str, Any]) -> None:
    found, problems = read_bytes(json.dumps(value, ensure_ascii=False).encode(), "x.yaml")

    assert problems == []
    assert plain(found) == value


def both(data: bytes) -> list[tuple[Any, int]]:
    """What either parser makes of a file, and of how many problems."""
    made = []
    for chosen in (tree.CParser, None):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(tree, "CParser", chosen)
            found, problems = read_bytes(data, "x.yaml")
            made.append((found, len(problems)))
    return made


def places(node: Any) -> Any:  # noqa: ANN401 - any tree
    """Every place that a tree keeps."""
    if isinstance(node, Map):
        return (node.line, node.column, node.lines, [places(value) for value in node.values()])
    return (node.line, node.column, node.item_lines, [places(item) for item in node]) if isinstance(node, Seq) else None


@pytest.mark.slow
@given(TREES, st.booleans())
def test_without_libyaml_trees_and_places_are_the_same(value: dict[str, Any], flow: bool) -> None:  # noqa: FBT001 - as above
    (fast, some), (slow, as_many) = both(yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow).encode())

    assert (fast, some) == (slow, as_many)
    assert places(fast) == places(slow)


LINES = st.sampled_from(["a: b", "b:", "  c: [d, 'e', {f: g}]", "  - h # i", '"j": >-', "    k", "", "? l", "m: n"])
ODD = st.text(st.sampled_from("ab:-,[]{}?&*!|>'\"#%@` \n\t\\0"), max_size=40)


@given(ODD | st.text(max_size=40) | st.lists(LINES, unique=True, max_size=6).map("\n".join))
def test_no_text_raises_and_what_both_parsers_take_they_take_alike(text: str) -> None:
    (fast, some), (slow, as_many) = both(text.encode("utf-8", "surrogatepass"))

    if not some and not as_many:
        assert fast == slow


@given(st.binary(max_size=40))
def test_no_bytes_raise(data: bytes) -> None:
    found, problems = read_bytes(data, "x.yaml")

    assert (found is None) <= bool(problems)
    assert all(str(problem).isprintable() for problem in problems)
