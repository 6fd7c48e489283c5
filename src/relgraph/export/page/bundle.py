"""One inline script out of the modules in script/, without a bundler.

The modules are set one after another, each behind those it imports; `import` lines and the word
`export` are taken off. All then share the scope of one `<script type="module">`, where the browser
refuses a name declared twice. Imports must therefore name things as they are (`as` is refused).
"""

from __future__ import annotations

import re
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+\.mjs)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let)\b)", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_AS = re.compile(r"\bas\b")


class BundleError(ValueError):
    """A script module is written in a way that cannot be set inline; the message says which and how."""


def bundled(modules: Mapping[str, str]) -> str:
    """Join modules (file name -> text) into one script, each behind those it imports."""
    needs = {name: _imports(name, text) for name, text in modules.items()}
    order = TopologicalSorter({name: sorted(needs[name]) for name in sorted(modules)}).static_order()
    return "\n".join(_bare(name, modules[name]) for name in order)


def _imports(name: str, text: str) -> set[str]:
    found = _IMPORT.findall(text)
    if renamed := [names for names, _ in found if _AS.search(names)]:
        message = f"{name} imports {renamed[0].strip()}: a name cannot be changed with `as`"
        raise BundleError(message)
    return {module for _, module in found}


def _bare(name: str, text: str) -> str:
    bare = _EXPORT.sub("", _IMPORT.sub("", text))
    if left := _LEFT.search(bare):
        message = f"{name} has `{left[0]}`: only named imports of a sibling and exported declarations can be set inline"
        raise BundleError(message)
    return bare.strip() + "\n"
