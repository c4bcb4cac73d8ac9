#!/bin/sh
# Installs what Elevtjenesten needs on Debian and Ubuntu; with --test also what its tests need.
# Says nothing and changes nothing when everything is there. Runs as root, or through sudo.
set -u

packages="libncurses-dev"
case "${1-}" in
  "") ;;
  --test) packages="$packages tmux strace calcurse jq" ;;
  *)
    echo "Brug: sh Resources/setup.sh [--test]" >&2
    exit 64
    ;;
esac

if ! command -v swift >/dev/null 2>&1; then
  echo "Swift mangler. Hent Swift 6.2 eller nyere her: https://www.swift.org/install/linux/" >&2
  exit 1
fi

# Other systems name their packages otherwise: look for what is in them.
if ! command -v apt-get >/dev/null 2>&1 || ! command -v dpkg-query >/dev/null 2>&1; then
  missing=""
  header=no
  for path in ${ELEVTJENESTEN_HEADERS-/usr/include/ncurses.h /usr/include/ncursesw/ncurses.h}; do
    if [ -e "$path" ]; then header=yes; fi
  done
  if [ "$header" = no ]; then
    missing=" ncurses med udviklingsfiler (Fedora og openSUSE: ncurses-devel, Arch: ncurses)"
  fi
  for package in $packages; do
    if [ "$package" != libncurses-dev ] && ! command -v "$package" >/dev/null 2>&1; then
      missing="$missing${missing:+,} $package"
    fi
  done
  if [ -z "$missing" ]; then exit 0; fi
  echo "Systemet er hverken Debian eller Ubuntu. Installér selv:$missing" >&2
  exit 1
fi

missing=""
for package in $packages; do
  case "$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null)" in
    *" ok installed") ;;
    *) missing="$missing${missing:+ }$package" ;;
  esac
done
if [ -z "$missing" ]; then exit 0; fi

by_administrator() {
  echo "En administrator skal køre: apt-get update && apt-get install -y --no-install-recommends $missing" >&2
  exit 1
}

if [ "$(id -u)" = 0 ]; then
  sudo=""
elif command -v sudo >/dev/null 2>&1; then
  sudo="sudo"
else
  echo "Der mangler: $missing. Kun root kan installere, og sudo findes ikke her." >&2
  by_administrator
fi

apt() {
  # shellcheck disable=SC2086 # without sudo the word is to disappear
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get "$@"
}

install_missing() {
  # shellcheck disable=SC2086 # one word a package
  apt install -y -q --no-install-recommends $missing
}

echo "Installerer: $missing"
# The package lists are fetched only when they do not know the packages, or have become too old.
# shellcheck disable=SC2086
if apt-get install --simulate --no-install-recommends $missing >/dev/null 2>&1; then
  install_missing && exit 0
fi
apt update -q || echo "Pakkelisterne kunne ikke hentes." >&2
install_missing && exit 0
echo "Det lykkedes ikke at installere: $missing." >&2
by_administrator
