#!/bin/sh
# Compiles the unpacked sources into wheels, on the target platform, in the full base.
#
#   sh compile.sh SOURCES OUT [LEFT]
#
# SOURCES is the folder that sources.py made; a `list` in LEFT replaces the one in it. OUT gets the wheels, logs/ and
# compiled.json: [{"name", "version", "way": "emulated", "began": seconds since the epoch, "seconds", "bytes"}].
# BUILD_PACKAGES are installed first; BUILD_CONSTRAINTS, one a line, hold for build requirements. All sources are tried;
# when some fail, they are named and the exit code is 1. This is sh because starting Python under emulation costs seconds.
set -eu
sources=$1
out=$2
list="$sources/list"
if [ -n "${3:-}" ] && [ -e "$3/list" ]; then list="$3/list"; fi
[ -s "$list" ] || exit 0
mkdir -p "$out/logs"
echo '[]' >"$out/compiled.json"

if [ -n "${BEHIND_VIEW:-}" ]; then
  :
elif command -v apk >/dev/null; then
  # shellcheck disable=SC2086 # each word is a package
  apk add --no-cache build-base ${BUILD_PACKAGES:-}
elif [ -n "${BUILD_PACKAGES:-}" ]; then
  apt-get -o Acquire::Retries=3 update
  # shellcheck disable=SC2086 # each word is a package
  DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 install -y --no-install-recommends $BUILD_PACKAGES
fi

# From here on, code of packages runs.
if [ -z "${BEHIND_VIEW:-}" ] && { [ -e /run/secrets/netrc ] || [ -n "${EXTRA_INDEXES:-}" ]; }; then
  # -E, since code of packages ran beside what is in PYTHONPYCACHEPREFIX, and this one reads the credentials.
  BEHIND_VIEW=1 exec python3 -E "$(dirname "$0")/indexes.py" --writable "$out" sh "$0" "$@"
fi

# The build environments are thrown away: bytecode of modules that are never imported would be lost time.
export PIP_NO_COMPILE=1 PIP_NO_CACHE_DIR=1
export LDFLAGS="${LDFLAGS:--Wl,--strip-debug}"
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-315532800}"
jobs=$(nproc 2>/dev/null || echo 1)
export MAKEFLAGS="${MAKEFLAGS:--j$jobs}" CMAKE_BUILD_PARALLEL_LEVEL="${CMAKE_BUILD_PARALLEL_LEVEL:-$jobs}"

# shellcheck source=../install/index.sh
. "$(dirname "$0")/index.sh"

if [ -n "${BUILD_CONSTRAINTS:-}" ]; then
  printf '%s\n' "$BUILD_CONSTRAINTS" >/tmp/build-constraints.txt
  # pip before 25.3 has no constraints for builds alone: PIP_CONSTRAINT holds there for all that it installs.
  export PIP_BUILD_CONSTRAINT=/tmp/build-constraints.txt PIP_CONSTRAINT=/tmp/build-constraints.txt
fi

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
    python3 -m pip wheel --no-deps --wheel-dir "$work/wheel" "$work/$folder" </dev/null || status=$?
    echo "$status" >"$work/status"
  } 2>&1 | tee "$log"
  seconds=$(($(date +%s) - began))
  if [ "$(cat "$work/status")" = 0 ]; then
    bytes=$(cat "$work"/wheel/*.whl | wc -c)
    mv "$work"/wheel/*.whl "$out"
    echo "compiled $name $version: $seconds s, $((bytes)) bytes"
    json="$json${json:+, }{\"name\": \"$name\", \"version\": \"$version\", \"way\": \"emulated\", \"began\": $began, \"seconds\": $seconds, \"bytes\": $((bytes))}"
  else
    failed="${failed:+$failed,} $name $version"
  fi
done <"$list"
rm -rf "$work"
echo "[$json]" >"$out/compiled.json"
if [ -n "$failed" ]; then
  echo "did not compile:$failed" >&2
  exit 1
fi
