# `engine status`: prints what runs, as a table or JSON, and changes nothing.

engine_status() {
  docker_choose
  case ${1:-} in
    '') status_table ;;
    --json) status_json ;;
    *) die "\"$1\": status takes --json or nothing" ;;
  esac
}

# status_docker NAME: sets VERSION, BUILDX and SOCKET of the engine `default`, `classic` or
# `newest`; false if it does not run.
status_docker() {
  local output lines
  VERSION="" BUILDX="" SOCKET=""
  output=$(
    lines=$(engine_env "$1" 2>/dev/null) || exit 1
    eval "$lines"
    docker version --format '{{.Server.Version}}' 2>/dev/null || exit 1
    docker buildx version | cut -d' ' -f2
    echo "${DOCKER_HOST:-}"
  ) || return 1
  # The last line is empty for the user's Docker on its default socket.
  mapfile -t output <<<"$output"
  VERSION=${output[0]} BUILDX=${output[1]} SOCKET=${output[2]:-}
}

# status_qemu ARCHITECTURE: who registered its handler.
status_qemu() {
  if ! qemu_registered "$1"; then
    echo absent
  elif grep -qsx "qemu-$1" "$MADE/binfmt"; then
    echo engine
  else
    echo system
  fi
}

status_buildkit() { if registry_answers && registry_has moby/buildkit buildx-stable-1; then cat "$BUILDKIT_DIR/pushed"; fi; }

# status_bases: rows of TAG FROM PLATFORMS, for the bases in the registry.
status_bases() {
  local tag from platforms
  registry_answers || return 0
  while read -r tag _; do
    read -r from _ platforms 2>/dev/null <"$BASES_DIR/published/$tag" || continue
    if registry_has library/python "$tag"; then echo "$tag $from $platforms"; fi
  done < <(bases_rows)
}

# status_lacks: a line for each thing that this machine cannot have.
status_lacks() {
  [ "$(cat "$BASES_DIR/hub" 2>/dev/null)" = no ] || return 0
  echo "Docker Hub: cannot be reached; only the bases below are there"
  if [ -e "$BASES_DIR/published/3.13-alpine" ]; then
    echo "Alpine's packages: only build-base in python:3.13-alpine3.20-build, where its compiler is zig"
  else
    echo "Alpine: no source for python:*-alpine images"
  fi
}

status_table() {
  local name architecture tag from platforms
  for name in default classic newest; do
    if status_docker "$name"; then
      status_row "$name" "Docker $VERSION, buildx $BUILDX, $([ "$name-$DOCKER_KIND" = default-users ] && echo "the user's own" || echo "$SOCKET")"
    else
      status_row "$name" "not up"
    fi
  done
  for architecture in $(qemu_foreign); do status_row "qemu $architecture" "$(status_qemu "$architecture")"; done
  status_row registry "$(if registry_answers; then registry; else echo "not up"; fi)"
  status_row buildkit "$(status_buildkit | grep . || echo "not up")"
  while read -r tag from platforms; do status_row "python:$tag" "$platforms ($from)"; done < <(status_bases)
  status_lacks | while read -r name; do status_row lacks "$name"; done
}

status_row() { printf '%-29s %s\n' "$1" "$2"; }
