#!/bin/sh
# Sets up .venv-bounds/BOUND: relgraph on the lowest or on the newest versions that pyproject.toml allows.
# Usage: tools/bounds.sh lowest|newest STAMP, from the top folder.
set -eu
bound=$1
stamp=$2
env=.venv-bounds/$bound

case $bound in
lowest) resolution=lowest-direct ;;
newest) resolution=highest ;;
*) echo "relgraph: $bound is neither lowest nor newest" >&2 && exit 2 ;;
esac

# The oldest versions have no wheel for a newer Python: there the lowest are those that have one.
builds=
.venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 12))' && builds=--no-build

rm -f "$stamp"
echo "installing the $bound versions allowed into $env"
.venv/bin/uv venv --quiet --clear --python .venv/bin/python "$env"
.venv/bin/uv pip install --quiet --python "$env" --resolution "$resolution" $builds --group bounds --editable '.[fast]'
.venv/bin/uv pip tree --python "$env" --depth 1 --package relgraph --package igraph
touch "$stamp"
