# A second daemon with the classic image store, which hosted runners have by default: it holds no
# image of several platforms, so that a build for more than one must push, or use another driver.

CLASSIC_CONFIG_DIR=$STATE/config-classic

classic_up() {
  docker_get
  docker_config "$CLASSIC_CONFIG_DIR" "$(readlink "$CONFIG_DIR/cli-plugins/docker-buildx")"
  daemon_up classic 1 false
}
