"""The promises of the folder as a whole: imports go one way, start-up is light, a wheel holds all that runs need."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.checkout import ROOT

SOURCE = ROOT / "src" / "relgraph"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = [contract["name"] for contract in PROJECT["tool"]["importlinter"]["contracts"]]
ONE_WAY, CLICK, PYVIS, NETWORKX = CONTRACTS

PLANTS = [
    ("version", "relgraph.errors", ONE_WAY),
    ("errors", "relgraph.writing", ONE_WAY),
    ("writing", "relgraph.store", ONE_WAY),
    ("store", "relgraph.reading", ONE_WAY),
    ("reading", "relgraph.vocabulary", ONE_WAY),
    ("vocabulary", "relgraph.cli", ONE_WAY),
    ("sources", "relgraph.facts", ONE_WAY),
    ("facts", "relgraph.checks", ONE_WAY),
    ("checks", "relgraph.graph", ONE_WAY),
    ("graph", "relgraph.analysis", ONE_WAY),
    ("analysis", "relgraph.layout", ONE_WAY),
    ("layout", "relgraph.webpage", ONE_WAY),
    ("webpage", "relgraph.export", ONE_WAY),
    ("export", "relgraph.cli", ONE_WAY),
    ("facts", "click", CLICK),
    ("webpage", "click", CLICK),
    ("graph", "pyvis", PYVIS),
    ("cli", "pyvis.network", PYVIS),
    ("reading", "networkx", NETWORKX),
    ("store", "networkx", NETWORKX),
    ("facts", "networkx", NETWORKX),
    ("checks", "networkx", NETWORKX),
    ("graph.ties", "networkx", NETWORKX),
    ("analysis.paths", "networkx", NETWORKX),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package beside its contracts, in which a test may plant what it likes."""
    shutil.copytree(SOURCE, tmp_path / "relgraph", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint_imports(folder: Path) -> tuple[int, dict[str, str], str]:
    """The exit status of lint-imports in a folder, each contract's verdict, and all that it says."""
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    verdicts = re.findall(r"^(.+?) (KEPT|BROKEN)\b", done.stdout, re.MULTILINE)
    return done.returncode, dict(verdicts), done.stdout


def is_told(planted: tuple[str, str], told: str) -> bool:
    """Whether a report names the module that something was planted in, and what that imports."""
    module, imported = planted
    library = imported if imported.startswith("relgraph") else imported.partition(".")[0]
    return re.search(rf"- +relgraph\.{re.escape(module)}(\.planted)? -> {re.escape(library)} ", told) is not None


def plant(folder: Path, module: str, imported: str) -> None:
    """Add an import to a module of the copy, inside a function, where it is easily overlooked."""
    path = folder / "relgraph" / Path(*module.split("."))
    path = path / "planted.py" if path.is_dir() else path.with_suffix(".py")
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n\ndef _planted() -> None:\n    import {imported}\n")


def test_imports_go_one_way(copy: Path) -> None:
    status, verdicts, _ = lint_imports(copy)

    assert (status, verdicts) == (0, dict.fromkeys(CONTRACTS, "KEPT"))


@pytest.mark.slow
@pytest.mark.parametrize("contract", CONTRACTS)
def test_each_planted_import_breaks_its_contract(copy: Path, contract: str) -> None:
    """All that break one contract at once: each is told by the line on which it stands."""
    planted = [(module, imported) for module, imported, its in PLANTS if its == contract]
    for module, imported in planted:
        plant(copy, module, imported)

    status, verdicts, told = lint_imports(copy)

    assert status == 1
    assert verdicts == {name: "BROKEN" if name == contract else "KEPT" for name in CONTRACTS}
    assert [one for one in planted if not is_told(one, told)] == []


def test_a_folder_without_a_place_in_the_layers_breaks_the_contract(copy: Path) -> None:
    (copy / "relgraph" / "astray").mkdir()
    (copy / "relgraph" / "astray" / "__init__.py").touch()

    status, verdicts, _ = lint_imports(copy)

    assert status == 1
    assert ONE_WAY not in {name for name, verdict in verdicts.items() if verdict == "KEPT"}


HEAVY = {"igraph", "jinja2", "networkx", "numpy", "pycountry", "pyvis", "scipy"}


@pytest.mark.parametrize("module", ["relgraph", "relgraph.analysis.paths.find", "relgraph.cli.main"])
def test_start_up_is_light(module: str) -> None:
    script = f"import json, sys, {module}; print(json.dumps(sorted(sys.modules)))"
    loaded = json.loads(subprocess.check_output([sys.executable, "-c", script]))

    assert module in loaded
    assert HEAVY.isdisjoint(loaded)


def test_a_check_of_facts_and_stories_in_english_is_light_too() -> None:
    script = (
        "import json, sys, relgraph; relgraph.check(relgraph.load('graph')); print(json.dumps(sorted(sys.modules)))"
    )
    loaded = json.loads(subprocess.check_output([sys.executable, "-c", script], cwd=ROOT))

    assert "relgraph.stories.captions" in loaded
    assert (HEAVY | {"relgraph.sources.scripts"}).isdisjoint(loaded)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """The wheel that the checkout builds."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return ZipFile(next(folder.glob("relgraph-*.whl")))


def test_a_wheel_holds_every_file_of_the_package(wheel: ZipFile) -> None:
    files = {path for path in SOURCE.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    packed = {name for name in wheel.namelist() if ".dist-info/" not in name}

    assert packed == {path.relative_to(ROOT / "src").as_posix() for path in files}
    assert "relgraph/py.typed" in packed
    assert any(name.startswith("relgraph/vocabulary/terms/") for name in packed)


def test_a_wheel_brings_the_command_and_the_licence(wheel: ZipFile) -> None:
    names = {Path(name).name: name for name in wheel.namelist()}

    assert b"relgraph = relgraph.__main__:run" in wheel.read(names["entry_points.txt"])
    assert wheel.read(names["LICENSE"]) == (ROOT / "LICENSE").read_bytes()


@pytest.mark.parametrize("lock", sorted((ROOT / "requirements").glob("*.lock")), ids=lambda path: path.name)
def test_a_python_lock_pins_every_package_by_hash_and_names_no_registry(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    packages = re.findall(r"^[a-z0-9].*(?:\n    --hash=.*)*", text, re.MULTILINE)

    assert packages
    assert all("==" in package and "--hash=sha256:" in package for package in packages)
    assert "://" not in text


def test_the_npm_lock_pins_every_package_by_hash_and_names_no_registry() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}

    assert packages
    assert all("integrity" in package and "resolved" not in package for package in packages.values())
