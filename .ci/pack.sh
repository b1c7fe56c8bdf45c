#!/bin/sh
# Packs a built site as it is published: sh .ci/pack.sh SITE ARTIFACT. GitHub Pages asks for one tar without links, that all may read.
# Files whose names begin with a dot (.well-known/) are in it; a job that keeps a folder would leave them out.
set -eu
other=$(find "$1" ! -type f ! -type d | head -n 1)
if [ -n "$other" ]; then
  echo "$other is no file: what it leads to is not of the site." >&2
  exit 1
fi
tar --sort=name --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX --directory "$1" --create --file "$2" .
