"""What the page is made of besides its data: the template, styles and scripts of ours, and vis-network.

vis-network is read from the installed pyvis; nothing of it is kept here. It goes into the page deflated, since plain it
would be half of it: its script unpacks it, and the policy allows nothing that differs by a letter from what was packed.
"""

from __future__ import annotations

import base64
import hashlib
import re
import zlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup

from relgraph.errors import InputError
from relgraph.webpage.bundle import bare, bundled

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable

DARK = "(prefers-color-scheme: dark)"
SHEETS = {"light.css": "", "dark.css": DARK, "page.css": ""}  # those that come first, and the media they are for
PYVIS = "0.3.2"  # the version that pyproject.toml wants too
VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
LIBRARY = "vis-network"
NAMED = f"\n//# sourceURL={LIBRARY}.js"  # as tools for developers tell it
NEXT_LINE = ("\x85", r"\u0085")
"""A character that vis-network has in a string and HTML forbids, and how JavaScript may write it too."""
VIS_DIGEST = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"
"""The SHA-256 of vis-network as that version of pyvis carries it: it runs in the browser of whoever gets the page."""
_SOURCE_MAP = re.compile(r"\n//# sourceMappingURL=.*")
_UNSEEN = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\s*/\*.*?\*/|^\s+""", re.DOTALL | re.MULTILINE)
_CLOSES = re.compile(r"</(?:script|style)|<!--", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Inline:
    """A script or style set inline, trusted since it is shipped: `text` goes into the page as it is."""

    text: Markup
    module: bool = False
    media: str = ""

    @property
    def hash(self) -> str:
        """The hash by which a Content-Security-Policy allows it."""
        return "'sha256-" + base64.b64encode(hashlib.sha256(self.text.encode()).digest()).decode() + "'"

    @property
    def packed(self) -> str:
        """The text deflated (zlib, RFC 1950), in base64; other builds of zlib may write the same in other bytes."""
        return base64.b64encode(zlib.compress(self.text.encode())).decode("ascii")


@dataclass(frozen=True, slots=True)
class Assets:
    """The template, and all that is set inline in it: of the library, what the scripts unpack."""

    template: str
    styles: tuple[Inline, ...]
    library: Inline
    scripts: tuple[Inline, ...]

    @property
    def policy(self) -> str:
        """The Content-Security-Policy: nothing is fetched, and nothing runs but these very scripts and this library."""
        return "; ".join(
            (
                "default-src 'none'",
                f"script-src {_hashes((self.library, *self.scripts))}",
                f"style-src {_hashes(self.styles)}",
                "img-src data: blob:",
                "base-uri 'none'",
                "form-action 'none'",
                "require-trusted-types-for 'script'",
                f"trusted-types {LIBRARY}",  # made once, by what unpacks the library
            )
        )


@cache
def load_assets() -> Assets:
    """Read everything once; the same files always give the same page."""
    own = files(__package__ or "")
    parts = sorted({entry.name for entry in (own / "style").iterdir() if entry.name.endswith(".css")} - set(SHEETS))
    sheets = [*SHEETS.items(), *((part, "") for part in parts)]
    script = bundled(_modules(own / "script"))
    return Assets(
        template=(own / "template.html").read_text("utf-8"),
        styles=tuple(
            Inline(_inline(_bare((own / "style" / name).read_text("utf-8"))), media=media) for name, media in sheets
        ),
        library=Inline(_inline(_SOURCE_MAP.sub(NAMED, vis_network()).replace(*NEXT_LINE))),
        scripts=(
            Inline(_inline(bare((own / "script" / "old_browsers.js").read_text("utf-8")))),
            Inline(_inline(script), module=True),
        ),
    )


def vis_network() -> str:
    """The script of vis-network. Raises InputError where it is not the very one that the page was made for."""
    wanted = f"the page wants that of pyvis {PYVIS}: pip install --force-reinstall pyvis=={PYVIS}"
    try:
        data = (files("pyvis") / VIS).read_bytes()
    except OSError:
        raise InputError(f"vis-network is missing from the installed pyvis; {wanted}") from None
    if hashlib.sha256(data).hexdigest() != VIS_DIGEST:
        raise InputError(f"vis-network differs in the installed pyvis; {wanted}")
    return data.decode().replace("\r\n", "\n")


def _modules(folder: Traversable, inside: str = "") -> dict[str, str]:
    """The modules in a folder and those in it, by their path from the outermost."""
    found: dict[str, str] = {}
    for entry in folder.iterdir():
        if entry.is_dir():
            found |= _modules(entry, f"{inside}{entry.name}/")
        elif entry.name.endswith(".mjs"):
            found[inside + entry.name] = entry.read_text("utf-8")
    return found


def _bare(sheet: str) -> str:
    """A style sheet without its comments and indentation."""
    return _UNSEEN.sub(lambda found: found[1] or "", sheet).lstrip()


def _inline(text: str) -> Markup:
    """Trust a text of the package, once nothing in it could end its element early."""
    if found := _CLOSES.search(text):
        message = f"`{found[0]}` cannot stand in an inline script or style"
        raise ValueError(message)
    return Markup(text)  # noqa: S704 - shipped with the package, not input


def _hashes(parts: Iterable[Inline]) -> str:
    return " ".join(part.hash for part in parts)
