# `engine env`: what a shell evaluates to use the engine. Where the user's own Docker is used,
# nothing that would change it is printed.

engine_env() {
  env_docker default "$CONFIG_DIR"
  if registry_answers 2>/dev/null; then env_line REGISTRY "$(registry)"; fi
  if [ -e "$BUILDKITD_CONFIG" ]; then env_line BUILDKITD_CONFIG "$BUILDKITD_CONFIG"; fi
  # An authority of the machine's own: build steps on the host need to know it too.
  if [ -n "${SSL_CERT_FILE:-}" ]; then env_line SSL_CERT_FILE "$SSL_CERT_FILE"; fi
}

# env_docker NAME CONFIG: the own daemon of that name with that DOCKER_CONFIG.
env_docker() {
  if [ "$1" = default ] && [ "$(docker_kind)" = users ]; then
    return
  fi
  env_line DOCKER_HOST "unix://$(daemon_socket "$1")"
  env_line DOCKER_CONFIG "$2"
  env_line PATH "$BIN:$PATH"
}

env_line() { printf 'export %s=%q\n' "$1" "$2"; }
