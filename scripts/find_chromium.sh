#!/bin/sh
# The browser tests drive the system's Chromium. Installs it if that is allowed, else says what is missing.
set -eu
found() {
    command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 ||
        command -v google-chrome >/dev/null 2>&1
}
found && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Chromium for the browser tests …"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
fi
if ! found; then
    echo "Chromium is missing, and the browser tests need it. Install it (Debian: apt install chromium) and run again." >&2
    exit 1
fi
