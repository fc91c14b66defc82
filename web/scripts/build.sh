#!/bin/sh
# Entry of the Maven build: says clearly when Node is missing, then hands over to build.mjs.
cd "$(dirname "$0")/.." || exit 1
if ! command -v node >/dev/null 2>&1; then
  echo "Node is missing: building the workbench needs Node 20.19 or newer (with npm) on the PATH." >&2
  exit 1
fi
exec node scripts/build.mjs "$@"
