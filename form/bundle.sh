#!/bin/sh
# Bundles what others made for the form in the browser into one file that is committed: overrides/assets/form/yaml.min.js, with its
# licence at the top and the hashes of what it was made from. Run `make form` after a change of form/package.json or its lock.
set -eu
cd "$(dirname "$0")/.."
work=.cache/form
mkdir -p "$work"
cp form/package.json form/package-lock.json form/yaml.js "$work"
npm ci --prefix "$work" --silent --ignore-scripts --no-audit --no-fund
version=$(sed -n 's/^  "version": "\(.*\)",$/\1/p' "$work/node_modules/yaml/package.json")
out=overrides/assets/form/yaml.min.js
mkdir -p "$(dirname "$out")"
{
  printf '/*! npm yaml %s, bundled by form/bundle.sh from (sha256):\n' "$version"
  sha256sum form/package-lock.json form/yaml.js
  echo
  cat "$work/node_modules/yaml/LICENSE"
  printf '*/\n'
  (cd "$work" && node_modules/esbuild/bin/esbuild yaml.js --bundle --minify --format=esm --target=es2022 --charset=ascii --legal-comments=none --log-level=warning) |
    node -e 'process.stdout.write(require("fs").readFileSync(0, "utf8").replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, (letter) => "\\x" + letter.charCodeAt().toString(16).padStart(2, "0")))'
} >"$out" # a letter that cannot be seen is written out: the check refuses it in every file of ours
