# `engine env`: what a shell evaluates to use the engine.

engine_env() {
  if [ "$(docker_kind)" = own ]; then
    env_line DOCKER_HOST "unix://$(daemon_socket default)"
    env_line DOCKER_CONFIG "$CONFIG_DIR"
    env_line PATH "$BIN:$PATH"
  fi
  env_line REGISTRY "$(registry)"
}

env_line() { printf 'export %s=%q\n' "$1" "$2"; }
