#!/bin/sh
# The browser tests drive the system's Chromium. Installs it if that is allowed, else says what is missing.
# The headless shell is the same engine without the window around it: a page costs a quarter of the work.
set -eu
found() {
    for name in "$@"; do
        command -v "$name" >/dev/null 2>&1 && return 0
    done
    return 1
}
installed() {
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" >/dev/null 2>&1
}
found chromium-headless-shell && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Chromium for the browser tests …"
    apt-get update -qq || true
    installed chromium-headless-shell && exit 0
    found chromium chromium-browser google-chrome google-chrome-stable || installed chromium || true
fi
if ! found chromium chromium-browser google-chrome google-chrome-stable; then
    echo "Chromium is missing, and the browser tests need it. Install it (Debian: apt install chromium) and run again." >&2
    exit 1
fi
