from __future__ import annotations

import base64
import hashlib
import re
import zlib
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from relgraph.errors import InputError
from relgraph.webpage import assets
from relgraph.webpage.assets import Inline, _bare, _inline, load_assets

if TYPE_CHECKING:
    from pathlib import Path


def test_the_policy_forbids_all_but_these_scripts_and_styles() -> None:
    loaded = load_assets()
    rules = dict(rule.split(" ", 1) for rule in loaded.policy.split("; "))

    assert rules["default-src"] == "'none'"
    assert "unsafe" not in loaded.policy
    assert rules["trusted-types"] == "vis-network"
    for name, parts in (("script-src", (loaded.library, *loaded.scripts)), ("style-src", loaded.styles)):
        digests = [base64.b64encode(hashlib.sha256(part.text.encode()).digest()).decode() for part in parts]
        assert rules[name] == " ".join(f"'sha256-{digest}'" for digest in digests)


def test_vis_network_is_the_one_that_pyvis_bundles_and_names_no_other_file() -> None:
    library = load_assets().library

    assert "@version 9.1.2" in library.text
    assert "sourceMappingURL" not in library.text
    assert zlib.decompress(base64.b64decode(library.packed)).decode() == library.text


def test_a_changed_vis_network_stops_the_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    wanted = r"the page wants that of pyvis 0\.3\.2: pip install --force-reinstall pyvis==0\.3\.2$"
    changed = tmp_path / assets.VIS
    monkeypatch.setattr(assets, "files", lambda _: tmp_path)

    with pytest.raises(InputError, match=f"^vis-network is missing from the installed pyvis; {wanted}"):
        assets.vis_network()
    changed.parent.mkdir(parents=True)
    changed.write_bytes((files("pyvis") / assets.VIS).read_bytes().replace(b"use strict", b"no stricts", 1))
    with pytest.raises(InputError, match=f"^vis-network differs in the installed pyvis; {wanted}"):
        assets.vis_network()


def test_a_text_that_would_end_its_element_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot stand in an inline script"):
        _inline("const end = '</SCRIPT>';")


def test_colours_by_day_and_night_have_the_same_names() -> None:
    day, night = ([*re.findall(r"(--[\w-]+):", sheet.text)] for sheet in load_assets().styles[:2])

    assert day == night


def test_of_a_style_only_comments_and_indentation_are_left_out() -> None:
    sheet = """/* All: */\n@media print {\n  q::after {\n    /* never */\n    content: "/* \\"  */";\n  }\n}\n"""

    assert _bare(sheet) == """@media print {\nq::after {\ncontent: "/* \\"  */";\n}\n}\n"""


def test_the_hash_is_that_of_the_text() -> None:
    digest = base64.b64encode(hashlib.sha256(b"let a;").digest()).decode()

    assert Inline(_inline("let a;")).hash == f"'sha256-{digest}'"
