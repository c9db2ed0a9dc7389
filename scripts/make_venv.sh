#!/bin/sh
# Makes .venv with the Python given, unless a working one is there. One clear line if that fails.
set -eu
python=${1:-}
if [ -z "$python" ]; then
    echo "Python 3.11 or newer is needed and was not found ($(python3 --version 2>&1 || true))." >&2
    exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Python 3.11 or newer is needed; $python is $("$python" --version 2>&1 || true)." >&2
    exit 1
fi
if .venv/bin/python -m pip --version >/dev/null 2>&1; then
    exit 0
fi
if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
    echo "Python's venv module is missing. On Debian and Ubuntu: apt install python3-venv" >&2
    exit 1
fi
"$python" -m venv --clear .venv
