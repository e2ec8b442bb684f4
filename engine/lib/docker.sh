# Which Docker: the user's where it works, else the distribution's, else one unpacked beside it.

# docker_users: does a Docker with buildx work in the user's own environment?
docker_users() {
  [ "${PYTHON_IMAGE_BUILDER_ENGINE_DOCKER:-}" != own ] && command -v docker >/dev/null &&
    timeout 10 docker info >/dev/null 2>&1 && timeout 10 docker buildx version >/dev/null 2>&1
}

# docker_kind: users or own. What was started stays in use, so that a daemon that comes up
# later does not split one engine in two.
docker_kind() {
  if [ -e "$CONFIG_DIR/.made-by-engine" ] && running docker-default; then
    echo own
  elif docker_users; then
    echo users
  else
    echo own
  fi
}

# docker_get: the own Docker's programs in $DOCKER_DIR.
docker_get() {
  [ -e "$DOCKER_DIR/ready" ] && return
  step docker "unpacking Docker and buildx from Debian's $DOCKER_SUITE beside the system" docker_unpack
}

docker_unpack() {
  rm -rf "$DOCKER_DIR"
  apt_unpack "$DOCKER_DIR" "$DOCKER_SUITE" docker.io docker-cli docker-buildx containerd tini
  # runc must fit this system's libc, so it comes from this release.
  command -v runc >/dev/null || apt_unpack "$DOCKER_DIR" "$VERSION_CODENAME" runc
  # docker-init is a dangling link after unpacking; without it no container with --init starts,
  # and buildx starts its builders so. The static one runs on every libc.
  ln -sf tini-static "$DOCKER_DIR/usr/bin/tini"
  ln -sf tini-static "$DOCKER_DIR/usr/bin/docker-init"
  touch "$DOCKER_DIR/ready"
}

# docker_config FOLDER BUILDX: a DOCKER_CONFIG in which `docker buildx` is that program.
docker_config() {
  mkdir -p "$1/cli-plugins"
  ln -sfn "$2" "$1/cli-plugins/docker-buildx"
  [ -e "$1/config.json" ] || echo '{}' >"$1/config.json"
  touch "$1/.made-by-engine"
}

# docker_bin: one folder for PATH with the programs that a user calls.
docker_bin() {
  mkdir -p "$BIN"
  ln -sfn "$DOCKER_DIR/usr/bin/docker" "$BIN/docker"
  docker_config "$CONFIG_DIR" "$DOCKER_DIR/usr/libexec/docker/cli-plugins/docker-buildx"
}

# with_docker COMMAND...: in the environment that `engine env` prints.
with_docker() {
  if [ "$(docker_kind)" = users ]; then
    "$@"
  else
    env DOCKER_HOST="unix://$(daemon_socket default)" DOCKER_CONFIG="$CONFIG_DIR" PATH="$BIN:$PATH" "$@"
  fi
}
