#!/bin/sh
# Prints the path of a Chromium (or Chrome) for the browser tests. Installs Debian's package when
# there is none and we may; otherwise names what to install and fails.
#
# CHROMIUM  the browser to use, when it is not where systems usually put it
set -eu

usable() { [ -n "$1" ] && [ -x "$1" ] && "$1" --version >/dev/null 2>&1; }

find_browser() {
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable chrome \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    [ -n "$name" ] || continue
    path=$(command -v "$name" 2>/dev/null || true)
    if usable "$path"; then
      printf '%s\n' "$path"
      return 0
    fi
  done
  return 1
}

find_browser && exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
  printf 'Installing the package chromium for the browser tests …\n' >&2
  log=$(mktemp)
  if { apt-get update && DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends chromium; } >"$log" 2>&1; then
    rm -f "$log"
    find_browser && exit 0
  fi
  tail -n 5 "$log" >&2
  rm -f "$log"
fi

printf '%s\n' \
  'The browser tests need Chromium and found none.' \
  '  Debian:  apt-get install chromium' \
  '  Ubuntu:  snap install chromium' \
  '  Fedora:  dnf install chromium' \
  '  macOS:   brew install --cask chromium' \
  '  or set CHROMIUM to the path of a Chromium or Chrome.' >&2
exit 1
