#!/usr/bin/env bash
# Prints the version in src/Directory.Build.props.
set -euo pipefail
sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' "$(dirname "$0")/../../src/Directory.Build.props"
