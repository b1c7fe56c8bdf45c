#!/bin/sh
# Hands changes of editors' files from a job that makes them, and may write nothing, to one that proposes them, and runs nothing else.
#
#   changes.sh keep FOLDER                            writes what changed in data/ and content/, and what was told (record.txt)
#   changes.sh propose FOLDER BRANCH WHO SUBJECT      commits that on a new branch, and asks for it to be merged
#   changes.sh renew FOLDER BRANCH WHO SUBJECT        the same on one branch, begun anew each time; nothing where nothing changed
#
# The proposing job takes of what it gets only files of data/ and content/, as text, and none that a link would lead elsewhere.
# GitHub's program `gh` asks for GH_TOKEN; git gets it from there for the push alone, and keeps it nowhere.
set -eu
verb=$1
folder=$2
token='!gh auth git-credential'

keep() {
  mkdir -p "$folder"
  git add --intent-to-add --all -- data content
  git diff --no-ext-diff --no-textconv --no-color --binary -- data content >"$folder/changes.patch"
  if [ -f record.txt ]; then cp record.txt "$folder/told.txt"; fi
}

take() {
  if [ ! -s "$folder/changes.patch" ]; then return 1; fi
  if grep -Eq '^(new file mode|new mode|old mode) (120000|160000|100755)' "$folder/changes.patch"; then
    echo "What was handed over is more than texts of editors." >&2
    exit 1
  fi
  if ! git apply --index --include='data/*' --include='content/*' --exclude='*' "$folder/changes.patch"; then exit 1; fi
  if git diff --cached --quiet; then return 1; fi
}

commit() {
  git -c "user.name=$2" -c "user.email=$2@users.noreply.github.com" commit --quiet --message "$3"
}

propose() {
  take || { echo "Nothing changed."; return 0; }
  git switch --quiet --create "$1"
  commit "$@"
  git -c credential.helper= -c "credential.helper=$token" push --set-upstream origin HEAD
  if [ -f "$folder/told.txt" ]; then
    cut -c1-400 "$folder/told.txt" | head -n 200 | sed 's/^/    /' | gh pr create --base main --title "$3" --body-file -
  else
    gh pr create --fill --base main
  fi
}

renew() {
  take || { echo "Nothing changed."; return 0; }
  git switch --quiet --force-create "$1"
  commit "$@"
  git -c credential.helper= -c "credential.helper=$token" push --force --set-upstream origin "$1"
  if ! gh pr view "$1" --json state --jq .state 2>/dev/null | grep -qx OPEN; then gh pr create --fill --base main; fi
}

case "$verb" in
keep) keep ;;
propose | renew)
  shift 2
  "$verb" "$@"
  ;;
*) exit 2 ;;
esac
