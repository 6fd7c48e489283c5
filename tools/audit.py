"""Known faults of the packages that relgraph is installed with: `python -m tools.audit` asks pip-audit about them.

Where no advisories can be had, as on a machine without the network, versions and licences are listed instead. Exit
status: 0 nothing is known, or nothing could be asked; 1 a package has a known fault.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relgraph.reading.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LOCK = Path(__file__).parent.parent / "requirements" / "runtime.lock"
PIP_AUDIT = "pip-audit==2.10.1"
PATIENCE = 300
_PINNED = re.compile(r"^([a-z0-9-]+)==", re.MULTILINE)


def main() -> int:
    """Tell what is known; the exit status."""
    report = advisories(LOCK)
    asked = [one for one in report if "vulns" in one]
    if not asked:
        print("no advisories can be had here; what is installed, and its licences:")
        for line in listed(dict.fromkeys(_PINNED.findall(LOCK.read_text(encoding="utf-8")))):
            print(line)
        return 0
    faults = list(known_faults(asked))
    for line in faults:
        print(line)
    left = len(report) - len(asked)
    print(f"{counted(len(asked), 'package')} asked about, {left} unknown: {counted(len(faults), 'known fault')}")
    return 1 if faults else 0


def advisories(lock: Path) -> list[dict[str, Any]]:
    """What pip-audit says of each package of a lock file; nothing where it cannot be run."""
    audit = [PIP_AUDIT, "--require-hashes", "--disable-pip", "--requirement", str(lock), "--format", "json"]
    uvx = Path(sys.executable).with_name("uvx")
    try:
        done = subprocess.run([uvx, *audit], capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False)  # noqa: S603 - our own words
        found: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (OSError, subprocess.TimeoutExpired, json.JSONDecodeError, KeyError):
        return []
    return found


def known_faults(report: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A line for each fault: the package, its version, the advisory, and the versions without the fault."""
    for one in report:
        for fault in one["vulns"]:
            mended = ", ".join(fault.get("fix_versions", [])) or "no version yet"
            yield f"{one['name']} {one['version']}: {fault['id']}; mended in {mended}"


def listed(names: Iterable[str]) -> Iterator[str]:
    """A line for each package that is installed here: its name, version and licence."""
    for name in names:
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:  # for another system or Python
            continue
        yield f"{name} {about['Version']}: {_licence(about)}"


def _licence(about: metadata.PackageMetadata) -> str:
    """The licence of a package, by the newest of the three ways in which packages tell it."""
    known = about.json
    classes = [one.rpartition(" :: ")[2] for one in known.get("classifier", []) if one.startswith("License ::")]
    told = known.get("license_expression") or ", ".join(classes) or known.get("license") or "not told"
    return str(told).partition("\n")[0]


if __name__ == "__main__":
    sys.exit(main())
