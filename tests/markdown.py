"""What stands in a document: its blocks, the commands that it shows, its links and headings."""

from __future__ import annotations

import re


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def files(text: str) -> dict[str, str]:
    """The fenced blocks that have the name of a file on the line before them, by that name."""
    return dict(re.findall(r"^`([\w./-]+)`:\n\n```\w+\n(.*?)^```", text, re.DOTALL | re.MULTILINE))


def commands(text: str, program: str = "relgraph") -> list[str]:
    """The commands of a program that a document shows, without what is remarked behind them."""
    lines = [line.partition("#")[0].strip() for block in blocks(text, "sh") for line in block.splitlines()]
    return [line for line in lines if line.startswith(f"{program} ")]


def links(text: str) -> list[tuple[str, str]]:
    """The file and the heading of each link that leads nowhere else; either may be empty."""
    return re.findall(r"\]\((?!https?:)([^)#]*)#?([^)]*)\)", text)


def anchors(text: str) -> set[str]:
    """The headings of a document, as links name them."""
    bare = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    heads = re.findall(r"^#+ (.+)$", bare, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}
