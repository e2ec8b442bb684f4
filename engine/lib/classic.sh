# A second daemon with the classic image store, the default of hosted runners. It cannot hold an
# image of several platforms: such a build must push, or use another driver.

CLASSIC_CONFIG_DIR=$STATE/config-classic

classic_up() {
  docker_get
  docker_config "$CLASSIC_CONFIG_DIR" "$(readlink "$CONFIG_DIR/cli-plugins/docker-buildx")"
  daemon_up classic 1 false
}
