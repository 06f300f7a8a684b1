#!/bin/sh
# Installs SiteGen, or replaces it with another release:
#   curl -fsSL https://github.com/OWNER/REPO/releases/latest/download/install.sh | sh
#   … | sh -s -- --version 0.1.0 --to ~/bin
set -eu

# A release fills in its repository. SITEGEN_RELEASES is another address that serves the same files.
releases=${SITEGEN_RELEASES:-https://github.com/OWNER/REPO/releases}
usage="usage: install.sh [--version X.Y.Z] [--to FOLDER]"

fail() {
  printf 'install.sh: %s\n' "$@" >&2
  exit 1
}

has() { command -v "$1" > /dev/null 2>&1; }

platform() {
  case "$(uname -s) $(uname -m)" in
    "Linux x86_64" | "Linux amd64") echo linux-x64 ;;
    "Linux aarch64" | "Linux arm64") echo linux-arm64 ;;
    "Darwin arm64") echo osx-arm64 ;;
    # A shell under Rosetta calls an Apple processor x86_64.
    "Darwin x86_64") [ "$(sysctl -n sysctl.proc_translated 2> /dev/null)" = 1 ] && echo osx-arm64 ;;
  esac
}

refuse_other_systems() {
  case "$(uname -s)" in
    MINGW* | MSYS* | CYGWIN*) fail "This script is for Linux and macOS. On Windows, run in PowerShell:" \
      "  irm $releases/latest/download/install.ps1 | iex" ;;
  esac
  [ -n "$rid" ] || fail "There is no program for $(uname -s) $(uname -m): only for Linux x64 and arm64, macOS arm64 and Windows x64." \
    "With the .NET SDK 10 it runs elsewhere too: see the README, \"From source\"."
  if [ "$(uname -s)" = Linux ] && ldd --version 2>&1 | grep -qi musl; then
    fail "The program needs glibc; this system has musl, as Alpine Linux does." \
      "With the .NET SDK 10 it runs here too: see the README, \"From source\"."
  fi
}

# fetch ADDRESS FILE
fetch() {
  status=0
  if has curl; then
    curl --fail --silent --show-error --location --connect-timeout 20 --retry 2 --output "$2" "$1" || status=$?
  elif has wget; then
    wget --quiet --timeout=20 --tries=2 --output-document="$2" "$1" || status=$?
  else
    fail "Neither curl nor wget is here. Install one of them and try again."
  fi
  case "$status" in
    0) ;;
    # An answer, but an error: 22 of curl, 8 of wget.
    22 | 8) fail "There is no $1." "Does the release exist? All releases: $releases" ;;
    *) fail "$1 could not be fetched. Is there a network connection?" ;;
  esac
}

sum_of() {
  if has sha256sum; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1
}

say_next() {
  case ":$PATH:" in
    *":$to:"*) ;;
    *)
      echo "$to is not in your PATH yet. Run this, and open a new terminal:"
      case "${SHELL:-}" in
        */fish) echo "  fish_add_path '$to'" ;;
        */zsh) echo "  echo 'export PATH=\"$to:\$PATH\"' >> ~/.zshrc" ;;
        *) echo "  echo 'export PATH=\"$to:\$PATH\"' >> ~/.bashrc" ;;
      esac
      ;;
  esac
  echo "Next: sitegen init my-blog"
}

# The last line calls it, so that half a script does nothing.
main() {
  version=
  to=${HOME:-.}/.local/bin
  while [ $# -gt 0 ]; do
    case "$1" in
      --help) echo "$usage"; return ;;
      --version | --to) [ $# -gt 1 ] || fail "$1 needs a value." "$usage" ;;
      *) fail "unknown option $1" "$usage" ;;
    esac
    if [ "$1" = --to ]; then to=$2; else version=${2#v}; fi
    shift 2
  done
  rid=$(platform) || true
  refuse_other_systems

  mkdir -p "$to" 2> /dev/null && to=$(cd "$to" && pwd) && new=$(mktemp -d "$to/.sitegen-XXXXXX" 2> /dev/null) ||
    fail "$to can't be written. Choose another folder: --to FOLDER"
  trap 'rm -rf "$new"' EXIT
  trap 'exit 1' HUP INT TERM

  base=$releases/latest/download
  [ -z "$version" ] || base=$releases/download/v$version
  fetch "$base/SHA256SUMS" "$new/SHA256SUMS"
  line=$(grep -E "^[0-9a-f]{64} [ *]sitegen-[^/]*-$rid\.tar\.gz\$" "$new/SHA256SUMS") || fail "$base/SHA256SUMS names no archive for $rid."
  archive=${line#* ?}
  fetch "$base/$archive" "$new/archive.tar.gz"
  [ "$(sum_of "$new/archive.tar.gz")" = "${line%% *}" ] ||
    fail "$archive does not have the sum that SHA256SUMS names. Nothing was installed; try again later."

  # All of it is here and runs before the old program is replaced.
  mkdir "$new/files"
  tar -xzf "$new/archive.tar.gz" -C "$new/files" || fail "$archive can't be unpacked; is the disk full?"
  rm -f "$new/files/LICENSE" "$new/files/README.md"
  installed=$("$new/files/sitegen" --version) || fail "The program of $archive does not run on this system. Nothing was installed."
  mv -f "$new/files"/* "$to/" || fail "$to can't be written. Choose another folder: --to FOLDER"
  echo "$installed is in $to."
  say_next
}

main "$@"
