#!/usr/bin/env bash
# Makes a release's archive of one platform: the native program, its licence and a README, and the archive's line of SHA256SUMS.
# usage: package.sh RID FOLDER [REPOSITORY_URL]
set -euo pipefail
rid=$1 folder=$2 repository=${3:-}
cd "$(dirname "$0")/../.."

name=sitegen-$(bash .github/scripts/version.sh)-$rid
program=$folder/$name
rm -rf "$program"
properties=()
[ -z "$repository" ] || properties=("-p:RepositoryUrl=$repository" "-p:SourceRevisionId=$(git rev-parse HEAD)")
dotnet publish src/SiteGen.Cli -c Release -r "$rid" -o "$program" ${properties[@]+"${properties[@]}"}
# Symbols, debug information and documentation stay here.
rm -rf "$program"/*.pdb "$program"/*.dbg "$program"/*.dSYM "$program"/*.xml
cp LICENSE "$program/"
cat > "$program/README.md" <<README
# SiteGen

A static site generator for Korean interview blogs. Put the program into a folder of your PATH, then:

    sitegen init my-blog
    cd my-blog
    sitegen serve --open

${repository:+Documentation: $repository}
README
dotnet run .github/scripts/archive.cs -- "$program"
rm -rf "$program"
