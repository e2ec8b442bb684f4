# shellcheck disable=SC2034 # the other parts use these names
# Paths of the engine. Names of sockets, bridges and addresses are derived from the state folder,
# so that engines with different folders can run on one machine.

STATE=$(realpath -m "${PYTHON_IMAGE_BUILDER_ENGINE:-${XDG_CACHE_HOME:-$HOME/.cache}/python-image-builder/engine}")
KEY=$(printf '%s' "$STATE" | sha256sum | cut -c1-6)
# For sockets, whose paths can have 107 characters only.
RUN=/run/python-image-builder-$KEY
DOCKER_DIR=$STATE/docker # Debian packages, unpacked
CONFIG_DIR=$STATE/config # DOCKER_CONFIG of the own Docker
MADE=$STATE/made         # what was changed outside the state folder; `down` reads it
BIN=$STATE/python-image-builder-engine-bin

# Undo eval "$(engine env)": the engine's own daemon would look like the user's Docker.
case ${DOCKER_HOST:-} in unix:///run/python-image-builder-*) unset DOCKER_HOST ;; esac
if [ -n "${DOCKER_CONFIG:-}" ] && [ -e "$DOCKER_CONFIG/.made-by-engine" ]; then unset DOCKER_CONFIG; fi
PATH=$(printf '%s' "$PATH" | tr ':' '\n' | { grep -v '/python-image-builder-engine-bin$' || true; } | paste -sd:)
# On Debian the PATH of a user lacks the sbin folders.
case :$PATH: in *:/usr/sbin:*) ;; *) PATH=$PATH:/usr/sbin:/sbin ;; esac

# state_lock: one `up`, `stop` or `down` at a time in one folder.
state_lock() {
  mkdir -p "$STATE" "$MADE"
  exec 9>"$STATE/lock"
  if ! flock -n 9; then
    say "engine: waiting for another run of the engine in $STATE"
    flock 9
  fi
  # A restart of the machine removed what was made; what has these names now is somebody else's.
  if [ "$(cat "$MADE/boot" 2>/dev/null)" != "$(cat /proc/sys/kernel/random/boot_id)" ]; then
    rm -f "$MADE"/*
    cat /proc/sys/kernel/random/boot_id >"$MADE/boot"
  fi
}

# made WHAT VALUE: remembers it for `down`.
made() { echo "$2" >>"$MADE/$1"; }

# ROOT stands before a command that needs root; as_root also fails with a message without sudo.
ROOT=()
[ "$(id -u)" -eq 0 ] || ROOT=(sudo)
as_root() {
  [ ${#ROOT[@]} -eq 0 ] || command -v sudo >/dev/null || die "this needs root, and there is neither root nor sudo: $*"
  "${ROOT[@]}" "$@"
}
