#!/usr/bin/env bash
# Installs a headless Chromium, for the tests of the page that the command "catalogue" makes, where there is no browser of
# its kind yet: 100 MB to download. Any of the names in test/support/browser.ts will do.
set -euo pipefail

for name in chromium-headless-shell chromium google-chrome; do
  if command -v "$name" >/dev/null; then exit; fi
done
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}
echo 'browser: installing chromium-headless-shell from the distribution'
as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
# A page without a font has no text that could be measured.
if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium-headless-shell fonts-dejavu-core >/dev/null; then
  echo 'browser: this distribution has no such package: install Google Chrome' >&2
  exit 1
fi
