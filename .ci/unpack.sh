#!/bin/sh
# Puts the packed site into a folder of its own: sh .ci/unpack.sh ARTIFACT FOLDER. What stood in that folder is gone.
set -eu
rm -rf "$2"
mkdir -p "$2"
tar --extract --file "$1" --directory "$2" --no-same-owner
test -f "$2/index.html" || { echo "There is no site in $1." >&2; exit 1; }
