# shellcheck shell=sh
# Settings of pip, to be read by a shell: everything comes from the same index, in the same way.
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
# Half a minute in all, where pip itself would give up after eight seconds: less than a build that starts anew.
export PIP_RETRIES="${PIP_RETRIES:-7}"
if [ -f /run/secrets/ca_bundle ]; then export PIP_CERT=/run/secrets/ca_bundle; fi
if [ -f /run/secrets/netrc ]; then export NETRC=/run/secrets/netrc; fi
if [ -n "${INDEX_URL:-}" ]; then export PIP_INDEX_URL="$INDEX_URL"; fi
# An index that was named with http:// is wanted like that; pip alone would pass it by.
case "${INDEX_URL:-}" in http://*) host=${INDEX_URL#http://} && export PIP_TRUSTED_HOST="${host%%/*}" ;; esac
