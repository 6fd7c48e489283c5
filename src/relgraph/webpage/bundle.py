"""One inline script out of the modules in script/, without a bundler.

The modules are set one after another, each behind those it imports, and each in a function of its own, which
returns what the module exports: two modules may name private things alike. Read are only named imports of
another module and exported declarations, each at the left edge; every other import or export is refused. So is
a binding that changes (`export let`): the others would keep its first value. A module is named by its path in
script/, such as ask/path.mjs; that line is the only comment that goes into the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from rjsmin import jsmin

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAME = r"[A-Za-z_$][\w$]*"
_FILE = re.compile(r"(?:[a-z]\w*/)*[a-z]\w*\.mjs", re.ASCII)
_IMPORT = re.compile(r'^import \{([^{}]*)\} from "(\.\.?/[^"]+)";\n', re.MULTILINE)
_IMPORTED = re.compile(rf"({_NAME})(?: as ({_NAME}))?", re.ASCII)
_EXPORT = re.compile(rf"^export (?=(?:(?:async )?function\*? ?|class |const )({_NAME}))", re.MULTILINE | re.ASCII)
_LEFT = re.compile(r"^[ \t]*(?:import|export)\b.*|\bimport\s*[(.].*", re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class BundleError(ValueError):
    """A script module is written in a way that cannot be set inline; the message says which and how."""


@dataclass(frozen=True, slots=True)
class Module:
    """The names that a module imports, by the file they come from, those that it exports, and the rest of it."""

    imports: Mapping[str, frozenset[str]]
    exports: tuple[str, ...]
    text: str


def bundled(modules: Mapping[str, str]) -> str:
    """Join modules (file name -> text) into one script, each behind those it imports."""
    read = {name: read_module(name, modules[name]) for name in sorted(modules)}
    for name, module in read.items():
        _check(name, module, read)
    return "".join(_scoped(name, read[name]) for name in _ordered(read))


def read_module(name: str, text: str) -> Module:
    """Turn imports into constants taken from what other modules return, and exports into plain declarations."""
    if not _FILE.fullmatch(name):
        raise _wrong(name, "is no name of a module: small letters and digits, in folders such too, then .mjs")
    imports: dict[str, frozenset[str]] = {}

    def taken(found: re.Match[str]) -> str:
        names, file = _imported(name, found[1]), normpath(join(dirname(name), found[2]))
        imports[file] = imports.get(file, frozenset()) | {there for there, _ in names}
        pattern = ", ".join(there if there == here else f"{there}: {here}" for there, here in names)
        return f"const {{ {pattern} }} = {_variable(file)};\n"

    exports = tuple(_EXPORT.findall(text))
    bare = _EXPORT.sub("", _IMPORT.sub(taken, text)) if exports else _IMPORT.sub(taken, text)
    if left := _left(bare):
        what = "only named imports by path and exported functions, classes and constants can be set inline"
        raise _wrong(name, f"has `{left}`: {what}")
    return Module(imports, exports, bare.strip())


def _left(text: str) -> str:
    """An import or export that is still in a module, outside its comments; empty where there is none, as is usual."""
    if not _has_word(text) or not _has_word(said := _COMMENT.sub("", text)):
        return ""
    found = _LEFT.search(said)
    return found[0].strip() if found else ""


def _has_word(text: str) -> bool:
    """Whether a text may have an import or export: soon seen."""
    return "import" in text or "export" in text


def _imported(name: str, names: str) -> list[tuple[str, str]]:
    """Each name as it is called there and here."""
    found = [(part.strip(), _IMPORTED.fullmatch(part.strip())) for part in names.split(",")]
    if wrong := [part for part, match in found if part and not match]:
        raise _wrong(name, f"imports `{wrong[0]}`, which is no name")
    return [(match[1], match[2] or match[1]) for _, match in found if match]


def _check(name: str, module: Module, modules: Mapping[str, Module]) -> None:
    for file, names in module.imports.items():
        if file not in modules:
            raise _wrong(name, f"imports {file}, which is not there")
        if missing := sorted(names.difference(modules[file].exports)):
            raise _wrong(name, f"imports {missing[0]}, which {file} does not export")


def _ordered(modules: Mapping[str, Module]) -> list[str]:
    sorter = TopologicalSorter({name: sorted(module.imports) for name, module in modules.items()})
    try:
        return list(sorter.static_order())
    except CycleError as error:
        circle = list(reversed(error.args[1]))  # graphlib tells those that come first before those that need them
        raise _wrong(circle[0], f"imports itself in a circle: {' imports '.join(circle)}") from error


def _scoped(name: str, module: Module) -> str:
    """A module as a function that is called at once, behind its name; one that exports nothing needs no variable."""
    kept = f"const {_variable(name)} = " if module.exports else ""
    returned = f"return {{ {', '.join(module.exports)} }};\n" if module.exports else ""
    scope = bare(f"{kept}(() => {{\n{module.text}\n{returned}}})();")
    return f"// {name}\n{scope}\n"


def bare(text: str) -> str:
    """A script without its comments and the spaces that only readers need; it does the same.

    A template literal inside another is not understood: a space in it may be lost.
    """
    stripped: str = jsmin(text)
    return stripped


def _variable(file: str) -> str:
    """What the exports of a module are kept as."""
    return "$" + file.removesuffix(".mjs").replace("/", "$")


def _wrong(name: str, what: str) -> BundleError:
    return BundleError(f"{name} {what}")
