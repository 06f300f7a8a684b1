#!/usr/bin/env bash
# Packs the .NET tool: for one platform, for any that has a runtime (RID "any"), or the package that points to these (RID "").
# usage: pack-tool.sh RID FOLDER [REPOSITORY_URL]
set -euo pipefail
rid=$1 folder=$2 repository=${3:-}
cd "$(dirname "$0")/../.."

options=()
[ -z "$rid" ] || options+=(-r "$rid")
[ -z "$repository" ] || options+=("-p:RepositoryUrl=$repository" "-p:SourceRevisionId=$(git rev-parse HEAD)")
dotnet pack src/SiteGen.Cli -c Release -o "$folder" ${options[@]+"${options[@]}"}
