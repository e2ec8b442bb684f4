# shellcheck shell=sh
# Sets pip's variables in the shell that sources it, so that every stage installs from the same index.
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
# These tries take half a minute; pip's own default gives up after eight seconds, and the whole build would start again.
export PIP_RETRIES="${PIP_RETRIES:-7}"
if [ -r /run/secrets/ca_bundle ]; then export PIP_CERT=/run/secrets/ca_bundle; fi
if [ -r /run/secrets/netrc ]; then export NETRC=/run/secrets/netrc; fi
if [ -n "${INDEX_URL:-}" ]; then export PIP_INDEX_URL="$INDEX_URL"; fi
# pip ignores an index without TLS unless its host is trusted.
case "${INDEX_URL:-}" in http://*) host=${INDEX_URL#http://} && export PIP_TRUSTED_HOST="${host%%/*}" ;; esac
