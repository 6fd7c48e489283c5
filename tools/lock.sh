#!/bin/sh
# Writes requirements/*.lock and package-lock.json: exact versions and hashes for every Python from 3.11 and every platform.
# Usage: PY=.venv/bin/python tools/lock.sh [--upgrade], from the top folder. The runtime's versions are the development ones.
set -eu

pin() {
    lock=$1
    shift
    .venv/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --output-file "$lock" "$@"
}

pin requirements/dev.lock --group dev "$@"
pin requirements/runtime.lock --group build --constraint requirements/dev.lock "$@"
"$PY" -m tests.node install --package-lock-only
