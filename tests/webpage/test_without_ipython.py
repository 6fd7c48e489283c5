from __future__ import annotations

import importlib
import subprocess
import sys
from types import ModuleType
from typing import TYPE_CHECKING

from relgraph.webpage.without_ipython import without_ipython

if TYPE_CHECKING:
    import pytest

ALONE = """
import sys
from relgraph.webpage.network import PageNetwork
assert not [name for name in sys.modules if name.partition(".")[0] == "IPython"], "it is loaded, or still stood in for"
import pyvis.network
frame = pyvis.network.IFrame("page.html", width=600, height=400)
from IPython.display import IFrame
assert type(frame) is IFrame
assert "page.html" in frame._repr_html_()
"""
THERE = """
import IPython.display
import relgraph.webpage.network
import pyvis.network
assert pyvis.network.IFrame is IPython.display.IFrame
"""


def test_a_page_is_made_without_ipython_and_shown_with_it() -> None:
    subprocess.run([sys.executable, "-c", ALONE], check=True)


def test_where_ipython_runs_it_is_used() -> None:
    subprocess.run([sys.executable, "-c", THERE], check=True)


def test_what_stands_in_makes_a_frame_of_ipythons_and_goes_again(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "IPython"]:
        monkeypatch.delitem(sys.modules, name)
    with without_ipython():
        frame = importlib.import_module("IPython.display").IFrame
    assert "IPython" not in sys.modules

    assert "page.html" in frame("page.html", width=600, height=400)._repr_html_()


def test_an_ipython_that_is_there_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    there = ModuleType("IPython")
    monkeypatch.setitem(sys.modules, "IPython", there)
    with without_ipython():
        assert sys.modules["IPython"] is there

    assert sys.modules["IPython"] is there
