#!/usr/bin/env bash
# Installs what a fresh Debian or Ubuntu machine lacks to run this repository: Node with npm, and the packages of
# package-lock.json, one of which is the newer Node that everything here runs on. A second run installs nothing.
set -euo pipefail
cd "$(dirname "$0")/.."

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

missing=()
command -v npm >/dev/null || missing+=(nodejs npm)
command -v python3 >/dev/null || missing+=(python3)
command -v openssl >/dev/null || missing+=(openssl)
[ -e /etc/ssl/certs/ca-certificates.crt ] || missing+=(ca-certificates)
if [ "${#missing[@]}" -gt 0 ]; then
  echo "prepare: installing ${missing[*]} from the distribution"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# npm writes this file at the end of an installation, so that an older one belongs to another lock.
if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  echo 'prepare: installing the packages of package-lock.json'
  npm ci --no-audit --no-fund --loglevel=error
  touch node_modules/.package-lock.json
fi
