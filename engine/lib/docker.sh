# Chooses the Docker: the user's if it works, or else one unpacked beside the system.

# docker_choose: sets DOCKER_KIND, `users` or `own`. Once started, the own one stays in use even
# if the user's comes up later: else the engine's images would be on two daemons.
docker_choose() {
  if [ -e "$CONFIG_DIR/.made-by-engine" ] && running docker-default; then
    DOCKER_KIND=own
  elif [ "${PYTHON_IMAGE_BUILDER_ENGINE_DOCKER:-}" != own ] && docker_users; then
    DOCKER_KIND=users
  else
    DOCKER_KIND=own
  fi
}

# docker_users: whether a Docker with buildx works in the user's environment. Tests also need
# containerd's image store, the only one that can hold images of several platforms.
docker_users() {
  command -v docker >/dev/null && timeout 10 docker info >/dev/null 2>&1 &&
    timeout 10 docker buildx version >/dev/null 2>&1 || return 1
  [ "${TEST:-no}" = no ] || docker info --format '{{.DriverStatus}}' | grep io.containerd.snapshotter >/dev/null && return
  say "docker: the one that is here has the classic image store, the tests need containerd's: an own one is used"
  return 1
}

# docker_get: unpacks the own Docker to $DOCKER_DIR, and puts the client into a folder for PATH.
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
  # docker-init is a dangling link after unpacking, and buildx starts its builders with --init.
  # The static tini runs on every libc.
  ln -sf tini-static "$DOCKER_DIR/usr/bin/tini"
  ln -sf tini-static "$DOCKER_DIR/usr/bin/docker-init"
  # Fail here and not later, in a log, if a program lacks a library.
  if ldd "$DOCKER_DIR"/usr/{s,}bin/{dockerd,containerd,runc} 2>/dev/null | grep 'not found'; then return 1; fi
  touch "$DOCKER_DIR/ready"
}

# docker_config FOLDER BUILDX: makes a DOCKER_CONFIG with that program as `docker buildx`.
docker_config() {
  mkdir -p "$1/cli-plugins"
  ln -sfn "$2" "$1/cli-plugins/docker-buildx"
  [ -e "$1/config.json" ] || echo '{}' >"$1/config.json"
  touch "$1/.made-by-engine"
}

# with_docker COMMAND...: runs it in the environment that `engine env` prints.
with_docker() {
  if [ "$DOCKER_KIND" = users ]; then
    "$@"
  else
    env DOCKER_HOST="unix://$(daemon_socket default)" DOCKER_CONFIG="$CONFIG_DIR" PATH="$BIN:$PATH" "$@"
  fi
}
