#!/bin/sh
# A folder that a server of one's own shows: TARGET/current is a link to one of TARGET/releases/*, and swapped in one step.
#
#   releases.sh begin TARGET          prints a new folder in TARGET to bring a site to
#   releases.sh put TARGET FROM NAME  puts the site in that folder in use as NAME, keeps it and the two before it
#   releases.sh drop TARGET FROM      clears such a folder away
#   releases.sh back TARGET           puts the site before the one in use back
#
# Nothing but a POSIX shell and `mv` is needed, so that it runs where the site is served (`ssh HOST sh -s put … < releases.sh`).
# It prints one word and a name, or ends with: 3 TARGET holds something else, 4 busy, 5 none before, 6 no whole site, 7 no link.
# releases/.order names the sites, the oldest first: no clock is asked which is older.
set -eu
umask 022
LC_ALL=C
export LC_ALL
KEPT=3

fail() {
	echo "$2" >&2
	exit "$1"
}

# The folder is ours, or empty, or not there yet, and within no site.
take() {
	real=$target
	until [ -d "$real" ]; do real=$(dirname "$real"); done
	real=$(cd "$real" && pwd -P)
	case "$real" in */releases/*)
		if [ -f "${real%/releases/*}/releases/.kennisstad" ]; then fail 3 "$target is within a site"; fi
		;;
	esac
	if [ ! -f "$target/releases/.kennisstad" ]; then
		if [ -e "$target" ] || [ -L "$target" ]; then
			[ -d "$target" ] && [ -z "$(ls -A "$target")" ] || fail 3 "$target holds something else"
		fi
		mkdir -p "$target/releases"
		chmod 755 "$target" "$target/releases"
		: >"$target/releases/.kennisstad"
	fi
	if [ -e "$target/current" ] && [ ! -L "$target/current" ]; then fail 3 "$target/current is no link"; fi
	cd "$target"
}

# One at a time, where the system has flock; it is let go when this ends, however it ends.
hold() {
	if command -v flock >/dev/null 2>&1; then
		exec 9>>releases/.kennisstad
		flock -w 60 9 || fail 4 "another is at work in $target"
	fi
}

in_use() {
	if [ -L current ]; then
		link=$(readlink current)
		echo "${link#releases/}"
	fi
}

# The sites in order up to the one in use: what was put back is passed over, and goes first.
order() {
	if [ -f releases/.order ]; then
		while read -r one; do
			if [ "$one" = "$now" ]; then break; fi
			echo "$one"
		done <releases/.order
	fi
	if [ -n "$now" ]; then echo "$now"; fi
}

# rename(2) replaces a link in one step; mv has to be told that the link is no folder to move into.
swap() {
	rm -f ".current.$$"
	ln -s "releases/$1" ".current.$$"
	if ! mv -T ".current.$$" current 2>/dev/null && ! mv -h ".current.$$" current 2>/dev/null; then
		rm -f ".current.$$"
		fail 7 "$target/current cannot be swapped"
	fi
}

# Each goes under another name first, so that none is ever there by half.
remove() {
	mv "$1" "releases/.old-$$"
	rm -rf "releases/.old-$$"
}

prune() {
	for path in releases/*/; do
		name=${path#releases/}
		name=${name%/}
		if ! grep -qx "$name" releases/.order; then remove "releases/$name"; fi
	done
	for path in releases/.old-*; do
		if [ -e "$path" ]; then rm -rf "$path"; fi
	done
	find releases -name '.incoming-*' -prune -mtime +1 -exec rm -rf {} +
	find . -name '.current.*' -prune -mtime +1 -exec rm -f {} +
}

begin() {
	take
	folder=releases/.incoming-$$-$1
	mkdir "$folder"
	echo "begun $folder"
}

drop() {
	case "$1" in releases/.incoming-*/*) ;; releases/.incoming-*) take && rm -rf "$1" ;; esac
	echo "dropped $1"
}

put() {
	case "$2" in "" | .* | *[!0-9a-z-]*) fail 6 "$2 is no name of a site" ;; esac
	case "$1" in releases/.incoming-*/*) fail 6 "$1 is no folder that was begun" ;; releases/.incoming-*) ;; *) fail 6 "$1 is no folder that was begun" ;; esac
	take
	hold
	if [ ! -f "$1/index.html" ] || [ -e "$1/preview.json" ]; then fail 6 "$1 is no whole site"; fi
	now=$(in_use)
	if [ "$now" = "$2" ]; then
		rm -rf "$1"
		echo "same $2"
		return
	fi
	if [ -e "releases/$2" ]; then remove "releases/$2"; fi
	chmod 755 "$1"
	mv "$1" "releases/$2"
	{
		order | grep -vx "$2" || :
		echo "$2"
	} | tail -n "$KEPT" >"releases/.order-$$"
	mv "releases/.order-$$" releases/.order
	swap "$2"
	prune
	echo "put $2"
}

back() {
	take
	hold
	now=$(in_use)
	name=$(order | tail -n 2 | head -n 1)
	if [ "$name" = "$now" ]; then name=; fi
	if [ -z "$name" ] || [ ! -f "releases/$name/index.html" ]; then fail 5 "there is no site before it in $target"; fi
	swap "$name"
	echo "back $name"
}

verb=$1
target=$2
shift 2
case "$target" in /*) ;; *) target=./$target ;; esac
case "$verb" in
begin) begin "${1:-0}" ;;
put) put "$1" "$2" ;;
drop) drop "$1" ;;
back) back ;;
*) fail 1 "$verb?" ;;
esac
