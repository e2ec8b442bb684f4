# Which Docker: the user's where it works, else one unpacked beside the system.

# docker_choose: sets DOCKER_KIND, `users` or `own`. What was started stays in use, so that a
# daemon that comes up later does not split one engine in two.
docker_choose() {
  if [ -e "$CONFIG_DIR/.made-by-engine" ] && running docker-default; then
    DOCKER_KIND=own
  elif [ "${PYTHON_IMAGE_BUILDER_ENGINE_DOCKER:-}" != own ] && docker_users; then
    DOCKER_KIND=users
  else
    DOCKER_KIND=own
  fi
}

# docker_users: does a Docker with buildx work in the user's own environment? For tests it also
# needs containerd's image store: only that one holds images of several platforms.
docker_users() {
  command -v docker >/dev/null && timeout 10 docker info >/dev/null 2>&1 &&
    timeout 10 docker buildx version >/dev/null 2>&1 || return 1
  [ "${TEST:-no}" = no ] || docker info --format '{{.DriverStatus}}' | grep io.containerd.snapshotter >/dev/null && return
  say "docker: the one that is here has the classic image store, the tests need containerd's: an own one is used"
  return 1
}

# docker_get: the own Docker's programs in $DOCKER_DIR, and one folder for PATH with what a user
# calls.
docker_get() {
  [ -e "$DOCKER_DIR/ready" ] ||
    step docker "unpacking Docker and buildx of ${ID^} $DOCKER_SUITE beside the system" docker_unpack
  mkdir -p "$BIN"
  ln -sfn "$DOCKER_DIR/usr/bin/docker" "$BIN/docker"
  docker_config "$CONFIG_DIR" "$DOCKER_DIR/usr/libexec/docker/cli-plugins/docker-buildx"
}

docker_unpack() {
  local cli=()
  rm -rf "$DOCKER_DIR"
  apt_lists
  # Debian has the client in a package of its own, Ubuntu in docker.io.
  [ "$ID" = ubuntu ] || cli=(docker-cli)
  apt_unpack "$DOCKER_DIR" "$DOCKER_SUITE" docker.io docker-buildx containerd tini "${cli[@]}"
  # runc must fit this system's libc, so it comes from this release.
  command -v runc >/dev/null || apt_unpack "$DOCKER_DIR" "$VERSION_CODENAME" runc
  # docker-init is a dangling link after unpacking; without it no container with --init starts,
  # and buildx starts its builders so. The static one runs on every libc.
  ln -sf tini-static "$DOCKER_DIR/usr/bin/tini"
  ln -sf tini-static "$DOCKER_DIR/usr/bin/docker-init"
  # A program of the package would otherwise fail later, in a log.
  if ldd "$DOCKER_DIR"/usr/{s,}bin/{dockerd,containerd,runc} 2>/dev/null | grep 'not found'; then return 1; fi
  touch "$DOCKER_DIR/ready"
}

# docker_config FOLDER BUILDX: a DOCKER_CONFIG in which `docker buildx` is that program.
docker_config() {
  mkdir -p "$1/cli-plugins"
  ln -sfn "$2" "$1/cli-plugins/docker-buildx"
  [ -e "$1/config.json" ] || echo '{}' >"$1/config.json"
  touch "$1/.made-by-engine"
}

# with_docker COMMAND...: in the environment that `engine env` prints.
with_docker() {
  if [ "$DOCKER_KIND" = users ]; then
    "$@"
  else
    env DOCKER_HOST="unix://$(daemon_socket default)" DOCKER_CONFIG="$CONFIG_DIR" PATH="$BIN:$PATH" "$@"
  fi
}
