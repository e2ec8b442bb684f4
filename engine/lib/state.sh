# shellcheck disable=SC2034
# Where things are. Every name that two engines on one machine could fight over (sockets,
# bridges, addresses) comes from the state folder, so that a second folder is a second engine.

STATE=${PYTHON_IMAGE_BUILDER_ENGINE:-${XDG_CACHE_HOME:-$HOME/.cache}/python-image-builder/engine}
KEY=$(printf '%s' "$STATE" | sha256sum | cut -c1-6)
# Sockets live here and not in the state folder: a socket's path may have 107 characters only.
RUN=/run/python-image-builder-$KEY
DOCKER_DIR=$STATE/docker    # Debian packages, unpacked
CONFIG_DIR=$STATE/config    # DOCKER_CONFIG of the own Docker
MADE=$STATE/made            # one file a thing changed outside the state folder; `down` reads it

# The user's environment, not ours: after eval "$(engine env)" our own daemon would otherwise
# look like a Docker of the user's.
case ${DOCKER_HOST:-} in unix:///run/python-image-builder-*) unset DOCKER_HOST ;; esac
if [ -n "${DOCKER_CONFIG:-}" ] && [ -e "$DOCKER_CONFIG/.made-by-engine" ]; then unset DOCKER_CONFIG; fi
PATH=$(printf '%s' "$PATH" | tr ':' '\n' | { grep -v '/python-image-builder-engine-bin$' || true; } | paste -sd:)
BIN=$STATE/python-image-builder-engine-bin

# state_lock: one `up`, `stop` or `down` at a time in one folder.
state_lock() {
  mkdir -p "$STATE" "$MADE"
  exec 9>"$STATE/lock"
  flock -n 9 && return
  say "engine: waiting for another run of the engine in $STATE"
  flock 9
}

# ROOT goes before a command that needs root; as_root also says so where there is no way to it.
ROOT=()
[ "$(id -u)" -eq 0 ] || ROOT=(sudo)
as_root() {
  [ ${#ROOT[@]} -eq 0 ] || command -v sudo >/dev/null || die "this needs root, and there is neither root nor sudo: $*"
  "${ROOT[@]}" "$@"
}

# start NAME COMMAND...: a background process that outlives the engine, with its pid and log.
# The lock's file descriptor must not go along, or the lock would stay held.
start() {
  local name=$1
  shift
  mkdir -p "$STATE/log" "$STATE/pid"
  setsid "$@" </dev/null >"$STATE/log/$name.log" 2>&1 9>&- &
  echo $! >"$STATE/pid/$name"
}

# running NAME: is the process alive, and ours? A pid is reused after a reboot, so the command
# line must name the state folder.
running() {
  local pid
  pid=$(cat "$STATE/pid/$1" 2>/dev/null) || return 1
  [ -n "$pid" ] && tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF "$STATE"
}

# wait_for SECONDS COMMAND...: until it succeeds; false when the time is over.
wait_for() {
  local tries=$(($1 * 10))
  shift
  until "$@" >/dev/null 2>&1; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || return 1
    sleep 0.1
  done
}
