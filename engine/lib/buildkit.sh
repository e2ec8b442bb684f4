# The image of BuildKit's daemon, for the docker-container driver. Most workflows use that driver;
# pushing by digest, exporting caches and having several builders need it:
#
#   docker buildx create --name NAME --driver docker-container --bootstrap \
#     --driver-opt network=host,image="$BUILDKIT_IMAGE" --buildkitd-config "$BUILDKITD_CONFIG"
#
# network=host, because the registry listens on this machine's loopback. The engine's daemons need
# no `image`: the registry is their mirror of Docker Hub.

BUILDKIT_VERSION=v0.32.2
BUILDKIT_DIR=$STATE/buildkit
BUILDKITD_CONFIG=$STATE/buildkitd.toml

buildkit_reference() { echo "$(registry)/moby/buildkit:buildx-stable-1"; }

buildkit_up() {
  buildkit_config
  [ "$(cat "$BUILDKIT_DIR/pushed" 2>/dev/null)" = "$BUILDKIT_VERSION" ] &&
    registry_has moby/buildkit buildx-stable-1 && return
  [ -e "$BUILDKIT_DIR/$BUILDKIT_VERSION/buildkitd" ] ||
    step buildkit "compiling BuildKit $BUILDKIT_VERSION, some minutes" buildkit_compile
  step buildkit "publishing its image as $(buildkit_reference)" buildkit_image
  echo "$BUILDKIT_VERSION" >"$BUILDKIT_DIR/pushed"
}

# buildkit_compile: a module of our own requires BuildKit, since `go install …@version` refuses a
# module whose go.mod excludes others.
buildkit_compile() {
  local source=$BUILDKIT_DIR/source program
  rm -rf "$source"
  mkdir -p "$source"
  cd "$source" || return
  go_run mod init engine
  go_run get "github.com/moby/buildkit@$BUILDKIT_VERSION"
  for program in buildkitd buildctl; do
    go_run build -mod=mod -trimpath -o "$BUILDKIT_DIR/building/$program" \
      -ldflags "-s -w -X github.com/moby/buildkit/version.Version=$BUILDKIT_VERSION" \
      "github.com/moby/buildkit/cmd/$program"
  done
  rm -rf "${BUILDKIT_DIR:?}/$BUILDKIT_VERSION"
  mv "$BUILDKIT_DIR/building" "$BUILDKIT_DIR/$BUILDKIT_VERSION"
}

buildkit_image() {
  cat >"$BUILDKIT_DIR/$BUILDKIT_VERSION/Dockerfile" <<DOCKERFILE
FROM $(registry)/library/python:3.13-slim
RUN apt-get update && apt-get install -y --no-install-recommends runc git && rm -rf /var/lib/apt/lists/*
COPY buildkitd buildctl /usr/bin/
VOLUME /var/lib/buildkit
ENTRYPOINT ["buildkitd"]
DOCKERFILE
  push_again with_docker docker buildx build --progress plain --push --provenance=false \
    -t "$(buildkit_reference)" "$BUILDKIT_DIR/$BUILDKIT_VERSION"
}

# buildkit_config: a builder's settings for the registry, as the engine's daemons have them.
buildkit_config() {
  cat >"$BUILDKITD_CONFIG" <<TOML
[registry."docker.io"]
  mirrors = ["$(registry)"]
[registry."$(registry)"]
  http = true
TOML
}
