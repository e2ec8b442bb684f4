# shellcheck shell=sh
# Makes the account and the group that an image's command runs as, unless the base has them.
#
#     sh account.sh NAME[:GROUP]
#
# Each is a name or a number. A number needs no entry. Names are looked up in /etc/passwd and /etc/group alone, as
# container runtimes do. Runs on Debian (useradd) and Alpine (BusyBox's adduser).
set -eu

user=${1%%:*}
case $1 in *:*) group=${1#*:} ;; *) group= ;; esac

is_number() {
  case $1 in '' | *[!0-9]*) return 1 ;; esac
}

has_entry() {
  cut -d : -f 1 "$1" | grep -qx -e "$2"
}

# group_name GID: prints nothing for a number without a group.
group_name() {
  while IFS=: read -r name _ number _; do
    if [ "$number" = "$1" ]; then echo "$name" && return; fi
  done </etc/group
}

no_tools() {
  echo "account: this base can make no $1, it has neither useradd nor adduser: give numbers in the input user, like 1000:1000" >&2
  exit 1
}

make_group() {
  if has_entry /etc/group "$1"; then return; fi
  if command -v groupadd >/dev/null; then groupadd "$1"
  elif command -v addgroup >/dev/null; then addgroup "$1"
  else no_tools "group $1"; fi
}

make_account() {
  if command -v useradd >/dev/null; then useradd --create-home --gid "$2" "$1"
  elif command -v adduser >/dev/null; then adduser -D -G "$2" "$1"
  else no_tools "account $1"; fi
}

if [ -n "$group" ] && ! is_number "$group"; then make_group "$group"; fi
if is_number "$user" || has_entry /etc/passwd "$user"; then exit; fi

# An account without a named group gets a group of its own name, which the base may have: Debian has `audio`.
if is_number "$group"; then group=$(group_name "$group"); fi
group=${group:-$user}
make_group "$group"
make_account "$user" "$group"
