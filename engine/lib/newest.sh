# The newest buildx beside the distribution's, on the same daemon: a second DOCKER_CONFIG.

NEWEST_VERSION=v0.36.1
NEWEST_DIR=$STATE/newest
NEWEST_CONFIG_DIR=$STATE/config-newest

newest_up() {
  [ -e "$NEWEST_DIR/$NEWEST_VERSION/buildx" ] ||
    step newest "compiling buildx $NEWEST_VERSION, some minutes" newest_compile
  docker_config "$NEWEST_CONFIG_DIR" "$NEWEST_DIR/$NEWEST_VERSION/buildx"
}

newest_compile() {
  # GOBIN is the only way to give `go install` an output folder.
  GOBIN=$NEWEST_DIR/building go_run install -trimpath \
    -ldflags "-s -w -X github.com/docker/buildx/version.Version=$NEWEST_VERSION" \
    "github.com/docker/buildx/cmd/buildx@$NEWEST_VERSION"
  rm -rf "${NEWEST_DIR:?}/$NEWEST_VERSION"
  mv "$NEWEST_DIR/building" "$NEWEST_DIR/$NEWEST_VERSION"
}
