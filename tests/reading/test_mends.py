"""What is wrong where a file is no YAML, in words that a person at a desk can mend it by."""

from __future__ import annotations

import pytest
import yaml

from relgraph.reading import tree
from relgraph.reading.mends import mend_of
from relgraph.reading.tree import Map, read_bytes

SLIPS = {
    "a colon in a text": ("a:\n  note: we asked: who paid\n", "2:17 a colon stands inside this text; put the whole"),
    "a colon at its end": ("a:\n  note: it ends so:\n  b: 1\n", "2:19 a colon stands inside this text"),
    "a title with a colon": ("title: Kenya: a story\n", "1:13 a colon stands inside this text"),
    "a colon between brackets": ("a: {note: was: who}\n", "1:14 a comma is missing before this colon, or the text"),
    "a field too far left": ("a:\n  - b: 1\n   c: 2\n", '3:4 "c" is indented wrongly: it stands in column 4, the list'),
    "a field too far right": ("a:\n  b: 1\n    c: 2\n", '3:5 "c" is indented deeper (column 5) than b'),
    "a field between two": ("a:\n    b: 1\n  c: 2\n", '3:3 "c" is indented wrongly: it stands in column 3, the'),
    "a section not at the margin": ("  a: 1\nb: 2\n", '2:1 "b" is indented less than the first line'),
    "no hyphen": ("a:\n  - b: 1\n  b: 2\n", '3:3 "b" needs a hyphen before it'),
    "no blank after the first hyphen": ("a:\n  -{b: 1, c: {d: 2}}\n", "2:3 a blank is missing after this hyphen"),
    "no blank after a hyphen": ("a:\n  - b: 1\n  -b: 2\n", "3:3 a blank is missing after this hyphen"),
    "a hyphen among fields": ("a:\n- x\nb: 1\n- y\n", "4:1 an item of a list stands here"),
    "another dash": ("a:\n  – b: 1\n    c: 1\n", "2:3 an item of a list begins with a hyphen and a blank, not"),
    "no colon": ("a:\n  - b: 1\n    c x\n    d: 1\n", '3:5 "c x" is no field: it lacks a colon'),
    "no colon at the start": ("source s\na: 1\n", '1:1 "source s" is no field: it lacks the colon'),
    "no blank after the colon": ("a:1\nb: 2\n", "1:2 a blank is missing after the colon of a"),
    "no blank among fields": ("a:\n  b: 1\n  c:2\n  d: 3\n", "3:4 a blank is missing after the colon of c"),
    "a wide colon among fields": ("a:\n  b: 1\n  c\uff1a 2\n  d: 3\n", "3:4 \uff1a is no colon"),
    "no comma before a quote": ('a: {b: "x" "c": 1}\n', '1:12 a comma is missing before "c"'),
    "a wide colon": ("a\uff1a 1\nb: 2\n", "1:2 \uff1a is no colon"),
    "a colon without a name": (": 1\n", "1:1 the name of a field is missing"),
    "a quote left open": ("a: 'x\nb: 1\n", "1:4 the quote that opens here is never closed"),
    "an apostrophe between quotes": ("a: 'Kenya's'\n", "1:11 text goes on after the closing '; put the whole of it"),
    "text after quotes": ('a: "x" he said\n', '1:8 text goes on after the closing "; put the whole of it'),
    "text after a bracket": ("a: [x] y\n", "1:8 text goes on after the closing bracket; put the whole"),
    "a bracket left open": ("a: [x, y\nb: 1\n", "1:4 the [ that opens here is not closed"),
    "a bracket within another": ("a: {b: [x, y}\n", "1:8 the [ that opens here is not closed by a ]"),
    "a brace left open": ("a:\n - {b: 1\n - {b: 2}\n", "2:4 the { that opens here is not closed, or a comma"),
    "a bracket too many": ("a: [x]]\n", "1:7 a ] too many stands here"),
    "a comma too many": ("a: [x, , y]\n", "1:8 a comma too many stands here, or a value"),
    "an apostrophe between braces": (
        "a: {b: 'it isn't, c: 1}\n",
        "1:16 text goes on after the closing '; put the whole",
    ),
    "no comma": ("a: {b: [x] c: 1}\n", '1:12 a comma is missing before "c"'),
    "a backslash": ('a: "C:\\Users"\n', "1:9 a backslash in double quotes begins a code"),
    "a list on the line": ("a: - x\n", "1:4 a list begins on a line of its own"),
    **{f"a text with {sign}": (f"a: {sign}\n", f"1:4 a text may not begin with {sign}") for sign in "@`%&*,"},
    "a block with text": ("a: > 3 states\n", "1:4 a text may not begin with >"),
    "a space of a web page": ("a:\u00a01\nb: 2\n", "1:3 U+00A0 stands here, which is no blank"),
}


@pytest.mark.parametrize("name", SLIPS)
@pytest.mark.parametrize("parser", ["libyaml", "python"])
def test_a_slip_is_told_with_its_mend(name: str, parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if parser == "python":
        monkeypatch.setattr(tree, "CParser", None)
    text, told = SLIPS[name]
    found, (problem,) = read_bytes(text.encode(), "x.yaml")
    place, _, message = told.partition(" ")
    assert found is None
    assert f"{problem.place.line}:{problem.place.column}" == place
    assert problem.message.startswith(f"not YAML: {message}")


MERGED = "a:\n  b: {n: 1}\n<<<<<<< HEAD\n  c: {n: 1}\n=======\n  c: {n: 2}\n>>>>>>> theirs\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (MERGED, "3: a merge was not finished: its conflict marks stand on lines 3, 5, 7; keep what is right there"),
        (MERGED.replace("\n", "\r\n"), "3: a merge was not finished: its conflict marks stand on lines 3, 5, 7; keep"),
        ("a: [x,\n<<<<<<< HEAD\ny]\n", "2: a merge was not finished: its conflict marks stand on line 2;"),
        ("a: 1\n>>>>>>> theirs\n", "2: a merge was not finished"),
        ("a:\n\u00a0\u00a0b: 1\n", "2: U+00A0 stands here, which is no blank; indent with blanks"),
        ("a: 1\n\ufeffb: 2\n", "2: U+FEFF stands here, which is no blank"),
        ("a: 1\n---\n", "2: a second document starts here"),
    ],
)
def test_what_a_parser_may_let_pass_is_told_too(text: str, told: str) -> None:
    _, (problem,) = read_bytes(text.encode(), "x.yaml")
    assert f"{problem.place.line}: {problem.message}".startswith(told)


def test_a_line_of_signs_in_a_remark_is_no_mark_of_a_merge() -> None:
    assert read_bytes(b"# =======\na: 1 # <<<<<<< x\nb: '======='\n", "x.yaml")[1] == []


def test_a_section_given_twice_is_read_whole() -> None:
    found, problems = read_bytes(b"a: {x: 1}\nb: [1]\na: {y: 2, x: 3}\nb: [2]\nc: 1\nc: 2\n", "x.yaml")
    assert isinstance(found, Map)
    assert found == {"a": {"x": "1", "y": "2"}, "b": ["1", "2"], "c": "1"}
    assert (found.lines["a"], found["a"].lines["y"], found["b"].item_lines) == (1, 3, [2, 4])
    assert [problem.place.line for problem in problems] == [3, 4, 6]


def test_words_of_the_parser_never_stand_alone() -> None:
    error = yaml.MarkedYAMLError("while scanning", None, "found a thing", None)
    assert mend_of("a: 1", error).message == "not YAML: found a thing; look at its quotes, brackets and indentation"
    mark = yaml.Mark("", 0, 0, 0, None, 0)
    strange = mend_of("a: 1", yaml.MarkedYAMLError("while scanning", mark, "found a thing", mark))
    assert strange.message.startswith(
        "not YAML: look at quotes, brackets and indentation here and on the line before ("
    )
