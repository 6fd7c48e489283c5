#!/bin/sh
# Sets up .venv: the packages that a lock file pins, and relgraph itself as a link to src/.
# Usage: tools/setup.sh LOCK STAMP, from the top folder. PYTHON names the Python to use.
set -eu
lock=$1
stamp=$2

fail() {
    echo "relgraph: $1" >&2
    exit 1
}

find_python() {
    for name in ${PYTHON:-python3 python python3.14 python3.13 python3.12 python3.11}; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    fail "Python 3.11 or newer is needed; ${PYTHON:-what PATH offers} is not one. Name it with make PYTHON=..."
}

if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    python=$(find_python)
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "$python cannot make a virtual environment: its module ensurepip is missing (on Debian: apt-get install python3-venv)"
    echo "making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
fi

pip() {
    .venv/bin/python -m pip --disable-pip-version-check --no-input "$@"
}

echo "installing $lock into .venv"
# the lock names every package there is to install: with --no-deps nothing newer, published since, is looked at
pip install --quiet --require-hashes --no-deps --requirement "$lock"
pip install --quiet --no-deps --no-build-isolation --editable .
.venv/bin/python -m compileall -q src # even where Python is told to write no bytecode: start-up is part of speed
touch "$stamp"
