#!/bin/sh
# Makes the environment FOLDER anew, unless it is whole and was made here, by the Python asked for.
#     sh requirements/environment.sh PYTHON FOLDER
# FOLDER/.made tells where and by what it was made. While something is installed FOLDER/.installing stands there: who was stopped
# halfway starts anew.
set -eu
python=$1
place=$(pwd -P)
folder=$place/$2

tell() { printf '%s\n' "$@" >&2; }

# An active environment is put aside: it could not make itself anew.
outside=
set -f
IFS=:
for part in $PATH; do
  [ "$part" = "$folder/bin" ] || outside=$outside:$part
done
unset IFS
set +f
PATH=${outside#:}

path=$(command -v "$python") || {
  tell "Er is geen programma $python. Installeer Python 3.11 of nieuwer, of noem er een: make PYTHON=python3.12 site" \
    "There is no program $python. Install Python 3.11 or newer, or name one: make PYTHON=python3.12 site"
  exit 1
}

# The Python asked for, and the one inside: an upgrade of the system changes what their names lead to.
made_by() { printf '%s\n' "$folder" "$(readlink -f "$path")" "$(readlink -f "$folder/bin/python")"; }

if [ -x "$folder/bin/python" ] && [ ! -e "$folder/.installing" ] && [ "$(made_by)" = "$(cat "$folder/.made" 2>/dev/null)" ]; then
  exit 0
fi

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
  version=$("$python" --version 2>&1 | head -n 1)
  tell "De site heeft Python 3.11 of nieuwer nodig; $python is: $version. Noem een nieuwere: make PYTHON=python3.12 site" \
    "The site needs Python 3.11 or newer; $python is: $version. Name a newer one: make PYTHON=python3.12 site"
  exit 1
}

"$python" -c 'import ensurepip, venv' 2>/dev/null || {
  case ${python##*/} in python3.*) package=${python##*/}-venv ;; *) package=python3-venv ;; esac
  tell "$python kan nog geen omgeving maken. Voer uit: sudo apt-get install $package" \
    "$python cannot make an environment yet. Run: sudo apt-get install $package"
  exit 1
}

if [ -e "$folder" ]; then
  tell "$2 is half, elders of door een andere Python gemaakt, en wordt opnieuw gemaakt." \
    "$2 is half made, or made elsewhere or by another Python, and is made anew."
fi
rm -rf "$folder"
"$python" -m venv "$folder"
made_by >"$folder/.made"
