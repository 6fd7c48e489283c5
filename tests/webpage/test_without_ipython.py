import subprocess
import sys

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
