"""What the page takes beside the page that stock pyvis makes of the same graph: to build, and to stand in the same
browser; and how soon it answers when it is large.

`make bench` runs it. Stock pyvis is given its own best: directed, since it is quadratic otherwise; everything inline
and the requests it makes answered at once with nothing, so that only its drawing is timed. It is ready when its
physics has settled and it is shown.

The two do not build the same: ours finds a place for every node, so that none moves later; in stock's there is no
place at all, and the browser looks for them each time it is opened, for the time that `ready` tells (minutes at
2,000 nodes). Of ours both are told, with the places and without. No engine of an extra takes part: the places
are the same with igraph installed and without.
"""

from __future__ import annotations

import statistics
import tempfile
import time
import tracemalloc
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

import networkx as nx
import pytest
from playwright.sync_api import TimeoutError as PlaywrightTimeout
from pyvis.network import Network

from relgraph.countries.table import table
from relgraph.facts.load import load
from relgraph.graph.multigraph import build_graph
from relgraph.layout.positions import placed
from relgraph.webpage import page_html
from relgraph.webpage.network import PageNetwork
from tests.benchmarks.measure import report, seconds
from tests.benchmarks.table import Row
from tests.benchmarks.worlds import write_diplomacy

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from playwright.sync_api import Browser, Page, Route

    from relgraph.layout.positions import Point

RUNS = 3
SLOW = 1_000  # edges from which stock pyvis takes half a minute and is timed once
LIMIT = 120_000  # milliseconds
SIZES = [(60, 120, 0.5), (200, 2_000, 0.05), (2_000, 10_000, 0.01)]
LARGE = [(2_000, 10_000, 2_600, 200), (5_000, 50_000, 5_000, 200)]  # nodes, edges, milliseconds to stand, to answer
BUILT = [(60, 120), (200, 2_000), (2_000, 10_000), (5_000, 50_000)]
SMOOTH = 50  # milliseconds for a frame
KINDS = ("country", "body", "person", "organisation")
TIERS = ("relations", "cp", "sp", "csp")

ANSWERS = {
    "search": """const box = document.querySelector('#search');
        box.value = 'node 1234';
        box.dispatchEvent(new Event('input'))""",
    "click": """for (const name of ['pointerdown', 'click']) document.querySelector('#stage')
        .dispatchEvent(new PointerEvent(name, { clientX: 900, clientY: 450, bubbles: true, pointerType: 'mouse' }))""",
    "filter": """document.querySelector('#legend [data-key="close:l.csp"]').click()""",
}
NAMES = sorted({one.region for one in table().values() if one.region})
REGIONS = urlencode([("one", f"region:{name}") for name in NAMES])
DIPLOMACY = {
    "table": "document.querySelector('#layout-table').click()",
    "sorted table": "location.hash = 'shape=table&sort=says'",
    "ladder": "document.querySelector('#layout-ladder').click()",
    "map": "document.querySelector('#layout-map').click()",
    "matrix": "document.querySelector('#layout-matrix').click()",
    "comparison": "location.hash = 'shape=compare&compare=c0&compare=c1&compare=c2&compare=c3&compare=c4'",
    "people": "document.querySelector('#view-people').click()",
    "everything": "document.querySelector('#view-all').click()",
    "timeline": "document.querySelector('#layout-lanes').click()",
    "two days": "location.hash = 'days=2010,2020'",
    "select": "location.hash = 'shape=network&node=c0'",
    "bodies as one": "location.hash = 'shape=network&one=b0&one=b1'",
    "regions as one": f"location.hash = 'shape=network&{REGIONS}'",
    "matrix of regions": f"location.hash = 'shape=matrix&{REGIONS}'",
    "legend": """document.querySelector('#legend [data-key="close:diplomatic-relations"]').click()""",
    "search": """const box = document.querySelector('#search');
        box.value = 'strategic partner';
        box.dispatchEvent(new Event('input'))""",
    "slider": """const slider = document.querySelector('#time-day');
        slider.value = '10';
        slider.dispatchEvent(new Event('input'))""",
    "path": "location.hash = 'from=c100&to=c150'",
}
SAVES = {"csv": "#take-csv", "png": "#take-png"}
SAVED = 500  # milliseconds until a file is there
SAVE = """button => new Promise(done => {
    const make = URL.createObjectURL;
    const start = performance.now();
    URL.createObjectURL = blob => {
        URL.createObjectURL = make;
        done(performance.now() - start);
        return make.call(URL, blob);
    };
    document.querySelector(button).click();
})"""
WORLDS = [(189, 2_500, 12, 800, 100), (200, 9_530, 150, 1_200, 250)]  # as write_diplomacy; ms to stand, to answer
PAINTED = "new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
COUNT_FRAMES = """() => {
    const frames = [];
    const next = time => { frames.push(time); window.counting = requestAnimationFrame(next); };
    window.counting = requestAnimationFrame(next);
    window.frameTime = () => {
        cancelAnimationFrame(window.counting);
        return (frames.at(-1) - frames[0]) / (frames.length - 1);
    };
}"""

STOCK_READY = """
    <script>network.once("stabilizationIterationsDone", () => {
      requestAnimationFrame(() => { document.documentElement.dataset.ready = performance.now(); });
    });</script>
"""


class Built(NamedTuple):
    """A page, what it took to build it in seconds of processor time, and the most memory in MB."""

    html: str
    seconds: float
    memory: float


def generated(nodes: int, edges: int) -> nx.Graph[int]:
    """A random graph of this size, the same at every run."""
    graph: nx.Graph[int] = nx.gnm_random_graph(nodes, edges, seed=7)
    return graph


def stock(graph: nx.Graph[int]) -> str:
    network = Network(height="900px", width="100%", directed=True, cdn_resources="in_line")
    for node in graph:
        network.add_node(node, label=f"node {node}", title=KINDS[node % len(KINDS)])
    for one, other in graph.edges():
        network.add_edge(one, other, width=1 + (one + other) % 4)
    html: str = network.generate_html()
    return html.replace("</body>", f"{STOCK_READY}</body>")


def ours(graph: nx.Graph[int]) -> str:
    labels = {str(node): f"node {node}" for node in graph}
    return drawn(graph, placed(labels, ((str(one), str(other), 0) for one, other in graph.edges())))


def unplaced(graph: nx.Graph[int]) -> str:
    """Our page with every node in one place: what stock does not do is not done."""
    return drawn(graph, dict.fromkeys(map(str, graph), (0.0, 0.0)))


def drawn(graph: nx.Graph[int], places: Mapping[str, Point]) -> str:
    rungs = [{"id": tier, "label": tier} for tier in TIERS]
    terms = {
        "actors": {},
        "relations": {},
        "statuses": {},
        "ladders": {"l": {"label": "", "rungs": rungs, "beside": []}},
    }
    network = PageNetwork("Generated", "", {"facts": {}, "others": {}, "sources": {}, "terms": terms})
    for node in graph:
        x, y = places[str(node)]
        shown = {"kind": KINDS[node % len(KINDS)], "x": round(x, 1), "y": round(y, 1)}
        network.add_node(str(node), f"node {node}", **shown, names=[], facts=[])
    for number, (one, other) in enumerate(graph.edges()):
        rung = 1 + (one + other) % len(TIERS)
        said = {"relation": "partnership", "ladder": "l", "tier": TIERS[rung - 1], "rung": rung, "fact": f"f{number}"}
        holds = {"status": "in-force", "effect": "current", "origin": "stated"}
        flags = {"symmetric": True, "tie": True, "implied": False}
        network.add_edge(str(one), str(other), id=str(number), **said, **holds, **flags)
    return network.generate_html()


def built(build: Callable[[nx.Graph[int]], str], graph: nx.Graph[int]) -> Built:
    tracemalloc.start()
    html = build(graph)  # first, so that what is read but once is not timed
    peak = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    return Built(html, statistics.median(seconds(partial(build, graph)) for _ in range(RUNS)), peak)


def ready(browser: Browser, html: str, runs: int, limit: float = LIMIT) -> float:
    """Milliseconds until a page stands, the median of some runs; `limit` where it does not by then."""
    times = []
    for _ in range(runs):
        page = opened(browser, html)
        try:
            times.append(float(when_ready(page, limit)))
        except PlaywrightTimeout:
            times.append(limit)
        page.context.close()
    return statistics.median(times)


def opened(browser: Browser, html: str) -> Page:
    """Open a page from a file, in a profile of its own; requests are answered with nothing."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.route("http*://**/*", nothing)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(html, encoding="utf-8")
        page.goto(f"{file.as_uri()}#shape=network", timeout=LIMIT)  # not where very many ties begin
    return page


def nothing(route: Route) -> None:
    route.fulfill(status=200, body="")


def when_ready(page: Page, limit: float = LIMIT) -> str:
    found = page.wait_for_selector("html[data-ready]", state="attached", timeout=limit)
    return (found.get_attribute("data-ready") if found else None) or "nan"


@pytest.mark.parametrize(("nodes", "edges", "share"), SIZES)
def test_the_page_stands_in_a_share_of_the_time_of_stock_pyvis(
    browser: Browser, nodes: int, edges: int, share: float
) -> None:
    graph = generated(nodes, edges)
    mine = ready(browser, ours(graph), RUNS)
    enough = 1.1 * mine / share  # stock's physics takes minutes: whoever waits so long knows that it is kept
    theirs = ready(browser, stock(graph), 1 if edges > SLOW else RUNS, enough)
    after = f"not by {theirs:,.0f}" if theirs == enough else f"after {theirs:,.0f}"
    print(f"\n{nodes} nodes, {edges} edges: ready after {mine:,.0f} ms, stock pyvis {after}", end="")
    peer = "stock pyvis, at most" if theirs == enough else "stock pyvis"
    report(Row(f"{nodes:,} nodes, {edges:,} edges: page ready", peer, mine / theirs, share))


@pytest.mark.parametrize(("nodes", "edges"), BUILT)
def test_what_building_it_takes_beside_stock_pyvis(nodes: int, edges: int) -> None:
    graph = generated(nodes, edges)
    theirs = built(stock, graph)
    for name, build in (("the page", ours), ("without places, as stock's", unplaced)):
        mine = built(build, graph)
        size, its = (len(one.html.encode()) / 2**20 for one in (mine, theirs))
        print(
            f"\n{nodes} nodes, {edges} edges, {name}, to stock pyvis: "
            f"built in {mine.seconds / theirs.seconds:.1f} of the time ({mine.seconds:.2f} to {theirs.seconds:.2f} s), "
            f"peak {mine.memory / theirs.memory:.1f} ({mine.memory:.0f} to {theirs.memory:.0f} MB), "
            f"file {size / its:.1f} ({size:.1f} to {its:.1f} MB)"
        )


@pytest.mark.parametrize(("nodes", "edges", "stands", "answers"), LARGE)
def test_a_large_page_stands_and_answers_soon(
    browser: Browser, nodes: int, edges: int, stands: float, answers: float
) -> None:
    page = opened(browser, ours(generated(nodes, edges)))
    told = f"{nodes:,} nodes, {edges:,} edges"
    report(Row(f"{told}: page ready", "", taken=float(when_ready(page)), limit=stands, unit="ms"))
    page.wait_for_timeout(1_000)
    for name, act in ANSWERS.items():
        taken = statistics.median(answer(page, act) for _ in range(RUNS))
        report(Row(f"{told}: {name}", "", taken=taken, limit=answers, unit="ms"))
    report(Row(f"{told}: a frame while panning", "", taken=frame_time(page), limit=SMOOTH, unit="ms"))
    left_out = page.locator("#left-out")
    assert left_out.is_visible()
    page.mouse.up()
    left_out.wait_for(state="hidden")
    page.context.close()


@pytest.mark.parametrize(("countries", "pairs", "ladders", "stands", "answers"), WORLDS)
def test_a_world_of_diplomacy_stands_and_answers_soon(  # noqa: PLR0913, PLR0917 - a world and its limits
    browser: Browser, tmp_path: Path, countries: int, pairs: int, ladders: int, stands: float, answers: float
) -> None:
    facts = load(write_diplomacy(tmp_path, countries, pairs, ladders).parent)
    graph = build_graph(facts)
    page = opened(browser, page_html(facts, graph))
    told = f"{countries} countries, {ladders} ladders, {graph.number_of_edges():,} edges"
    report(Row(f"{told}: page ready", "", taken=float(when_ready(page)), limit=stands, unit="ms"))
    page.wait_for_timeout(1_000)
    for name, act in DIPLOMACY.items():
        taken = statistics.median(answer(page, act) for _ in range(RUNS))
        report(Row(f"{told}: {name}", "", taken=taken, limit=answers, unit="ms"))
    for name, button in SAVES.items():
        taken = statistics.median(float(page.evaluate(SAVE, button)) for _ in range(RUNS))
        report(Row(f"{told}: {name}", "", taken=taken, limit=SAVED, unit="ms"))
    page.context.close()


def answer(page: Page, act: str) -> float:
    """Milliseconds from an action until the frame that shows what it did."""
    timed = (
        f"async () => {{ const start = performance.now(); {act}; await {PAINTED}; return performance.now() - start }}"
    )
    taken = float(page.evaluate(timed))
    page.evaluate("location.hash = 'shape=network'")
    page.wait_for_timeout(1_000)
    return taken


def frame_time(page: Page, lasting: float = 3) -> float:
    """Milliseconds for a frame while the picture is dragged about, the button still down at the end."""
    page.mouse.move(1430, 10)  # beside the network: no node comes along
    page.mouse.down()
    page.evaluate(COUNT_FRAMES)
    end = time.perf_counter() + lasting
    step = 0
    while time.perf_counter() < end:
        step += 1
        page.mouse.move(1430 - 7 * step % 200, 10 + 5 * step % 120)
    return float(page.evaluate("frameTime()"))
