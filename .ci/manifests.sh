#!/bin/sh
# Compares the hashes of sites that were built in unlike surroundings: sh .ci/manifests.sh FOLDER (FOLDER/*/manifest.json, two or more).
set -eu
count=0
for each in "$1"/*/manifest.json; do
  [ -f "$each" ] || continue
  count=$((count + 1))
  [ "$count" -gt 1 ] || { first=$each; continue; }
  if ! cmp -s "$first" "$each"; then
    echo "$first and $each name other bytes:" >&2
    diff "$first" "$each" | grep '^[<>]' | head -n 40 >&2 || :
    exit 1
  fi
done
[ "$count" -gt 1 ] || { echo "There are not two manifests in $1." >&2; exit 1; }
echo "$count manifests are the same, of $(grep -c sha256 "$first") lines with a hash"
