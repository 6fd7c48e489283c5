"""`relgraph view`: the page, built and opened."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from relgraph.cli.choice import examples
from relgraph.cli.export import (
    FOLDER,
    STEM,
    WHAT,
    errors_option,
    export,
    force_option,
    paragraphs_option,
    spare_dataset,
    tell_refused,
)
from relgraph.cli.folders import dataset_option
from relgraph.cli.kept_exports import PAGE, number_refused
from relgraph.cli.options import isolates_option, something, view_options
from relgraph.cli.rendering import say
from relgraph.export.content import Content
from relgraph.export.formats import format_named
from relgraph.graph.views import as_known

if TYPE_CHECKING:
    import webbrowser

    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View

PATIENCE = 5.0  # seconds that a browser may take to say that it has opened a page


EXAMPLES = examples("view --no-open", "view --no-open -o page.html --as-of 2025-06-30")


def _help() -> str:
    return f"Build the page of the graph, one file, and open it in the browser if there is one.\n\n{WHAT}"


@click.command("view", short_help="Build the page and open it.", help=_help(), epilog=EXAMPLES)
@click.option("-o", "--output", metavar="FILE", type=something, help=f"File to build.  [default: {FOLDER}/{STEM}.html]")
@click.option("--no-open", is_flag=True, help="Only build the page.")
@paragraphs_option
@errors_option
@isolates_option
@force_option
@dataset_option
@view_options
@click.pass_context
def command(
    ctx: click.Context,
    output: str | None,
    no_open: bool,
    paragraphs: bool,
    with_errors: bool,
    isolates: bool,
    force: bool,
    dataset: Dataset,
    view: View,
) -> None:
    """Build the page and open it; the help text shares a sentence with that of export."""
    if not force:
        spare_dataset(ctx, output)
    asked = Content(as_known(dataset, view), view, isolates, paragraphs=paragraphs)
    path = export(format_named(PAGE), asked, output)
    if not no_open and output != "-" and not opened(address := path.resolve().as_uri()):
        say(f"no browser to open here; the page is {address}")
    ctx.exit(0 if with_errors or not tell_refused(number_refused(dataset)) else 1)


def opened(address: str) -> bool:
    """Open an address in a browser that has a window, without waiting for it to be closed."""
    from threading import Thread

    browser = _browser()
    if browser is None:
        return False
    answers: list[bool] = []
    asking = Thread(target=lambda: answers.append(browser.open(address)), daemon=True)
    asking.start()
    asking.join(PATIENCE)
    return all(answers)  # one that has not answered yet is starting


def _browser() -> webbrowser.BaseBrowser | None:
    """Find a browser; none without a display, and none that runs in the terminal and would hold it."""
    import webbrowser

    if sys.platform not in {"darwin", "win32"} and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return None
    try:
        found = webbrowser.get()
    except webbrowser.Error:
        return None
    in_terminal = isinstance(found, webbrowser.GenericBrowser) and not isinstance(found, webbrowser.BackgroundBrowser)
    return None if in_terminal else found
