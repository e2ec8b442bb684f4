# A writable registry on loopback. It is also what the own daemons ask for Docker Hub's images.

REGISTRY_DIR=$STATE/registry

registry_port() {
  if [ ! -e "$REGISTRY_DIR/port" ]; then
    local port=${PYTHON_IMAGE_BUILDER_REGISTRY_PORT:-5000}
    # Taken by somebody else: go on to the next, and remember it.
    while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
    mkdir -p "$REGISTRY_DIR"
    echo "$port" >"$REGISTRY_DIR/port"
  fi
  cat "$REGISTRY_DIR/port"
}

registry() { echo "127.0.0.1:$(registry_port)"; }

registry_answers() { curl -fsS --noproxy '*' --max-time 3 -o /dev/null "http://$(registry)/v2/"; }

registry_up() {
  registry_answers 2>/dev/null && return
  [ -e "$REGISTRY_DIR/program/ready" ] || step registry "unpacking Debian's docker-registry beside the system" registry_unpack
  step registry "starting on $(registry)" registry_start
}

registry_unpack() {
  apt_unpack "$REGISTRY_DIR/program" "$DOCKER_SUITE" docker-registry
  touch "$REGISTRY_DIR/program/ready"
}

registry_start() {
  cat >"$REGISTRY_DIR/registry.yml" <<YAML
version: 0.1
log: { level: warn, accesslog: { disabled: true } }
storage:
  filesystem: { rootdirectory: $REGISTRY_DIR/data }
  delete: { enabled: true }
http: { addr: "$(registry)", secret: loopback }
YAML
  start registry "$REGISTRY_DIR/program/usr/bin/docker-registry" serve "$REGISTRY_DIR/registry.yml"
  wait_for 20 registry_answers
}

# registry_has REPOSITORY TAG
registry_has() {
  curl -fsSI --noproxy '*' --max-time 5 -o /dev/null "http://$(registry)/v2/$1/manifests/$2" \
    -H 'Accept: application/vnd.oci.image.index.v1+json' \
    -H 'Accept: application/vnd.docker.distribution.manifest.list.v2+json' \
    -H 'Accept: application/vnd.oci.image.manifest.v1+json' \
    -H 'Accept: application/vnd.docker.distribution.manifest.v2+json' 2>/dev/null
}
