# A writable registry on loopback, which is also the own daemons' mirror of Docker Hub.

REGISTRY_DIR=$STATE/registry

registry_port() { cat "$REGISTRY_DIR/port" 2>/dev/null || echo "${PYTHON_IMAGE_BUILDER_REGISTRY_PORT:-5000}"; }

registry() { echo "127.0.0.1:$(registry_port)"; }

# registry_choose: chooses a free port once. It is remembered, since the daemons' settings name it.
registry_choose() {
  [ -e "$REGISTRY_DIR/port" ] && return
  local port=${PYTHON_IMAGE_BUILDER_REGISTRY_PORT:-5000}
  while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
  mkdir -p "$REGISTRY_DIR"
  echo "$port" >"$REGISTRY_DIR/port"
}

# registry_status PATH: the answer's status code. By bash alone, since a slim machine has no curl.
registry_status() (
  exec 3<>"/dev/tcp/127.0.0.1/$(registry_port)"
  printf 'HEAD %s HTTP/1.0\r\nHost: %s\r\nAccept: %s, %s, %s, %s\r\n\r\n' "$1" "$(registry)" \
    application/vnd.oci.image.index.v1+json application/vnd.docker.distribution.manifest.list.v2+json \
    application/vnd.oci.image.manifest.v1+json application/vnd.docker.distribution.manifest.v2+json >&3
  read -r -t 5 _ code _ <&3 && echo "$code"
) 2>/dev/null

registry_answers() { running registry && [ "$(registry_status /v2/)" = 200 ]; }

# registry_has REPOSITORY TAG
registry_has() { [ "$(registry_status "/v2/$1/manifests/$2")" = 200 ]; }

registry_up() {
  registry_answers && return
  [ -e "$REGISTRY_DIR/program/ready" ] ||
    step registry "unpacking docker-registry of ${ID^} $DOCKER_SUITE beside the system" registry_unpack
  [ -z "$(registry_status /v2/)" ] || die "port $(registry_port) is the registry's, and another program has taken it since"
  registry_config
  if [ "$TEST" = yes ] && [ -e "$(registry_tests)" ]; then
    step registry "removing images of earlier tests" registry_clean
  fi
  step registry "starting on $(registry)" registry_start
}

registry_unpack() {
  apt_unpack "$REGISTRY_DIR/program" "$DOCKER_SUITE" docker-registry
  touch "$REGISTRY_DIR/program/ready"
}

# registry_tests: the folder of the repositories of end-to-end tests.
registry_tests() { echo "$REGISTRY_DIR/data/docker/registry/v2/repositories/e2e"; }

# registry_clean: only while the registry does not run, or a push's blobs would count as garbage.
registry_clean() {
  rm -rf "$(registry_tests)"
  "$REGISTRY_DIR/program/usr/bin/docker-registry" garbage-collect "$REGISTRY_DIR/registry.yml"
}

registry_config() {
  cat >"$REGISTRY_DIR/registry.yml" <<YAML
version: 0.1
log: { level: warn, accesslog: { disabled: true } }
storage:
  filesystem: { rootdirectory: $REGISTRY_DIR/data }
  delete: { enabled: true }
http: { addr: "$(registry)", secret: loopback }
YAML
}

registry_start() {
  start registry "$REGISTRY_DIR/program/usr/bin/docker-registry" serve "$REGISTRY_DIR/registry.yml"
  wait_for 20 registry_answers
}
