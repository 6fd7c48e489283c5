"""How an input is spoilt: as a tree of YAML, as bytes, or as a command line. The same chance gives the same input."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from tests.fuzz.samples import COMMANDS, samples

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

ODD_TEXTS = (
    *("", " ", "~", "no", "null", "0", "-1", "01", "1e9", "99999999999", "2025-02-30", "../..", "2025/2020", "XXXX-13"),
    *("../2025", "unknown", "ongoing", "all", "every", "constructor", "__proto__", "toString", "a:b", "-", "--", "=x"),
    *("../../etc/passwd", "/dev/null", "http://", "https://x/<a>", "<script>", "]]>", "{x}", "{of}", "%s", "{0}", "\\"),
    *("\x00", "\x07", "\x1b[31m", "\x85", "\u2028", "\u202e", "\u2066", "\ufeff", "\u200b", "\u00a0", "\ud800"),
    *("é", "e\u0301", "İ", "ß", "ﬁ", "½", "肯尼亚", "\u0627", "a\nb", "a\r\nb", "a\tb", "x" * 300, "a " * 200),
    *("kenya", "vietnam", "talks", "csp", "\U0001f1f0"),
)  # fmt: skip
ODD_WORDS = (
    *("9999-99", "0000", "1e400", "NaN", "-1", "9" * 20, "2025-06-31", "2025/2020", "../..", "٢٠٢٥", "2025-06?", "/"),
    *("SELECT", "SELECT 1; DROP TABLE facts", "PRAGMA table_list", "ATTACH ':memory:' AS x", "SELECT * FROM pragma_x"),
    *("csp,,", ",", "all,none", "javascript:alert(1)", "../page.html", "*", "[", "HEAD", "graph", "--output=json"),
)  # fmt: skip
SETTINGS = ("RELGRAPH_GRAPH", "RELGRAPH_SEEDS", "RELGRAPH_TEXTS", "RELGRAPH_NO_CACHE", "XDG_CACHE_HOME", "COLUMNS")
TOKENS = (
    *(b"\t", b"\0", b"\xff", b"\xef\xbb\xbf", b"\r", b"\n", b"\n\n", b" ", b"  ", b": ", b":", b"- ", b"? ", b"#"),
    *(b" # ", b"&a ", b"*a", b"!!python/object:os.system ", b"!", b"<<: ", b"|\n", b">\n", b"'", b'"', b"[", b"]"),
    *(b"{", b"}", b",", b"\xe2\x80\x9c", b"\xe2\x80\x93 "),
    *(b"---\n", b"...\n", b"%YAML 9\n", b"<<<<<<< HEAD\n", b"=======\n", b">>>>>>> other\n", b"[" * 60, b"{a: " * 40),
    *(b"\xc2\xa0", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xed\xa0\x80", b'"\\u202e"', b'"\\0"'),
    *(b"\x1b[2J", b"source: talks\n", b"paragraphs:\n  1: x\n", b"x" * 5000),
)  # fmt: skip
OPTIONS = (
    *("--output", "--graph", "--seeds", "--texts", "--as-of", "--known", "--kind", "--status", "--certain", "--stated"),
    *("--top", "-k", "--by", "--via", "--avoid", "--min-tier", "--view", "--p", "--source", "--help", "--zzz", "-"),
    *("--isolates", "--bom", "--sources", "--page", "--table", "--undated", "--evidence", "--no-cache", "--force"),
)

NEVER_HANDED_ON = {0: None, 0xD800: 0xDCFF}
"""What no system hands to a program, and what comes in its place: a byte that is no text."""


class Input(NamedTuple):
    """One input: the files of a dataset by relative path, the words of a command line, what the environment sets."""

    files: dict[str, bytes]
    args: list[str]
    settings: dict[str, str]


def spoilt(chance: Random) -> Input:
    """A dataset and a command line, in which one thing or several are as nobody means them."""
    files = {path: text.encode() for path, text in chance.choice(samples()).items()}
    args = list(chance.choice(COMMANDS))
    settings: dict[str, str] = {}
    ways = chance.choices(("tree", "bytes", "line", "settings"), (10, 8, 5, 1), k=chance.choice((1, 1, 1, 2, 3)))
    for way in ways:
        if way == "line":
            args = _spoilt_line(args, chance)
        elif way == "settings":
            settings[chance.choice(SETTINGS)] = _odd_word(chance)
        else:
            path = chance.choice(sorted(files))
            is_tree = way == "tree" and path.endswith(".yaml")
            files[path] = _spoilt_tree(files[path], chance) if is_tree else _spoilt_bytes(files, path, chance)
    return Input(files, args, settings)


def _spoilt_tree(data: bytes, chance: Random) -> bytes:
    """YAML whose structure is spoilt; what is no YAML any more stays as it is."""
    try:
        tree = yaml.load(data, Loader=yaml.BaseLoader)  # noqa: S506 - it makes plain texts alone
    except (yaml.YAMLError, UnicodeDecodeError):
        return data
    for _ in range(chance.choice((1, 1, 2, 4))):
        spots = list(_spots(tree))
        if spots:
            _spoil_spot(*chance.choice(spots), chance)
    made: str = yaml.safe_dump(tree, allow_unicode=chance.random() < 0.8, sort_keys=False, width=1000)
    return made.encode(errors="surrogatepass")


def _spots(tree: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - whatever YAML holds
    """Every container in a tree with each key of it."""
    keys = list(tree) if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ()
    for key in keys:
        yield tree, key
        yield from _spots(tree[key])


def _spoil_spot(around: Any, key: Any, chance: Random) -> None:  # noqa: ANN401 - whatever YAML holds
    """Spoil what stands at one spot of a tree."""
    value, odd = around[key], chance.choice(ODD_TEXTS)
    match chance.randrange(10):
        case 0:
            del around[key]
        case 1:
            around[key] = [value, value]
        case 2:
            around[key] = {odd: value}
        case 3:
            around[key] = chance.choice(([], {}, "", [[]], {"a": {}}))
        case 4 if isinstance(around, dict):
            around[odd] = around.pop(key)
        case 5 if isinstance(value, list):
            around[key] = value * chance.choice((2, 40))
        case 6 | 7 | 8 if isinstance(value, str):
            at = chance.randrange(len(value) + 1)
            around[key] = value[:at] + odd + value[at:]
        case _:
            around[key] = odd


def _spoilt_bytes(files: dict[str, bytes], path: str, chance: Random) -> bytes:
    """Bytes with something put in, taken out, doubled, cut off or moved."""
    data = files[path]
    for _ in range(chance.choice((1, 1, 2, 5))):
        at, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        end = min(end, at + chance.choice((1, 3, 30, 1000)))
        match chance.randrange(7):
            case 0:
                data = data[:at] + data[end:]
            case 1:
                data = data[:at] + data[at:end] * 2 + data[end:]
            case 2:
                data = data[:at]
            case 3:
                data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
            case 4:
                lines = data.splitlines(keepends=True)
                chance.shuffle(lines)
                data = b"".join(lines)
            case 5:
                data = data[:at] + chance.choice(sorted(files.values())) + data[at:]
            case _:
                data = data[:at] + chance.choice(TOKENS) + data[at:]
    return data[:200_000]


def _odd_word(chance: Random) -> str:
    """What nobody means on a command line or in the environment."""
    odd = (*ODD_TEXTS, *ODD_WORDS, "y" * 5000, "kenia", "2025", "json", "nowhere", "..")
    return chance.choice(odd).translate(NEVER_HANDED_ON)


def _spoilt_line(args: list[str], chance: Random) -> list[str]:
    """A command line with a word changed, put in or left out; what it names to write to stays."""
    odd = _odd_word(chance)
    at = chance.randrange(len(args) + 1)
    named = at and at < len(args) and args[at - 1] == "--output"  # a file, with some commands
    match chance.randrange(4):
        case 0 if at < len(args) and not named:
            return [*args[:at], odd, *args[at + 1 :]]
        case 1 if len(args) > 1 and "export" not in args:
            return [*args[:at], *args[at + 1 :]]
        case 2:
            return [*args, chance.choice([one for one in OPTIONS if one != "--output" or "export" not in args]), odd]
        case _:
            return [*args[: max(at, 1)], *(() if named else (odd,)), *args[max(at, 1) :]]
