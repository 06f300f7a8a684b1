#!/usr/bin/env bash
# Prints the changelog's section of a version, without its heading.
# usage: release-notes.sh VERSION [CHANGELOG]
set -euo pipefail
changelog=${2:-$(dirname "$0")/../../src/CHANGELOG.md}
notes=$(awk -v version="$1" '
  /^## / { inside = $2 == version || $2 == "[" version "]"; next }
  inside { print }
' "$changelog")
if [ -z "$notes" ]; then
  echo "$changelog has no section \"## $1\"." >&2
  exit 1
fi
printf '%s\n' "$notes" | sed '/./,$!d'
