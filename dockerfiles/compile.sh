#!/bin/sh
# Compiles the unpacked sources into wheels, on the target platform, in the full base.
#
#   sh compile.sh SOURCES OUT
#
# SOURCES is what sources.py made. OUT gets the wheels, compiled.json ([{"name", "version", "seconds"}]) and logs/.
# This is sh because starting Python under emulation costs seconds: with nothing to compile none is started, and
# else only pip itself is. All are tried; when some fail, they are named and the exit code is 1.
set -eu
sources=$1
out=$2
mkdir -p "$out/logs"
echo '[]' >"$out/compiled.json"
[ -s "$sources/list" ] || exit 0

# The build environments are thrown away: compiling their modules that are never imported is lost time.
export PIP_NO_COMPILE=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-315532800}"
jobs=$(nproc 2>/dev/null || echo 1)
export MAKEFLAGS="${MAKEFLAGS:--j$jobs}" CMAKE_BUILD_PARALLEL_LEVEL="${CMAKE_BUILD_PARALLEL_LEVEL:-$jobs}"

# Build requirements come from the same index, in the same way, as everything else.
if [ -f /run/secrets/ca_bundle ]; then export PIP_CERT=/run/secrets/ca_bundle; fi
if [ -f /run/secrets/netrc ]; then export NETRC=/run/secrets/netrc; fi
if [ -n "${INDEX_URL:-}" ]; then export PIP_INDEX_URL="$INDEX_URL"; fi
# An index that was named with http:// is wanted like that; pip alone would pass it by.
case "${INDEX_URL:-}" in http://*) host=${INDEX_URL#http://} && export PIP_TRUSTED_HOST="${host%%/*}" ;; esac

# A fixed path, since compilers write it into what they make.
work=/tmp/compile
json=''
failed=''
while read -r name version folder; do
  began=$(date +%s)
  rm -rf "$work"
  mkdir -p "$work"
  cp -R "$sources/$folder" "$work/$folder"
  log="$out/logs/$name-$version.log"
  {
    status=0
    python3 -m pip wheel --no-deps --wheel-dir "$out" "$work/$folder" </dev/null || status=$?
    echo "$status" >"$work/status"
  } 2>&1 | tee "$log"
  seconds=$(($(date +%s) - began))
  if [ "$(cat "$work/status")" = 0 ]; then
    echo "compiled $name $version: $seconds s"
    json="$json${json:+, }{\"name\": \"$name\", \"version\": \"$version\", \"seconds\": $seconds}"
  else
    failed="${failed:+$failed,} $name $version"
  fi
done <"$sources/list"
rm -rf "$work"
echo "[$json]" >"$out/compiled.json"
if [ -n "$failed" ]; then
  echo "did not compile:$failed" >&2
  exit 1
fi
