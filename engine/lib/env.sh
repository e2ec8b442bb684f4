# `engine env`: prints the variables of the engine for a shell. For the user's own Docker it prints
# none that would change it.

engine_env() {
  docker_choose
  local which=${1:-default}
  case $which in
    default) env_docker default "$CONFIG_DIR" ;;
    classic)
      daemon_answers classic || die "the classic engine does not run: engine up --test classic"
      env_docker classic "$CLASSIC_CONFIG_DIR"
      ;;
    newest)
      [ -e "$NEWEST_CONFIG_DIR/config.json" ] || die "the newest buildx is not here: engine up --test newest"
      env_docker default "$NEWEST_CONFIG_DIR"
      ;;
    *) die "\"$which\" is not an engine: env [classic|newest]" ;;
  esac
  if registry_answers 2>/dev/null; then env_line REGISTRY "$(registry)"; fi
  if [ -e "$BUILDKIT_DIR/pushed" ]; then
    env_line BUILDKITD_CONFIG "$BUILDKITD_CONFIG"
    env_line BUILDKIT_IMAGE "$(buildkit_reference)"
  fi
  if [ -e "$ACT_DIR/$ACT_VERSION/act" ]; then env_line ACT "$ACT_DIR/$ACT_VERSION/act"; fi
  # Build steps on the host must trust the machine's own authority, too.
  if [ -n "${SSL_CERT_FILE:-}" ]; then env_line SSL_CERT_FILE "$SSL_CERT_FILE"; fi
}

env_docker() {
  if [ "$1" = default ] && [ "$DOCKER_KIND" = users ]; then
    # Another config is that of the newest buildx, which was asked for by name.
    [ "$2" = "$CONFIG_DIR" ] || env_line DOCKER_CONFIG "$2"
    return
  fi
  env_line DOCKER_HOST "unix://$(daemon_socket "$1")"
  env_line DOCKER_CONFIG "$2"
  env_line PATH "$BIN:$PATH"
}

env_line() { printf 'export %s=%q\n' "$1" "$2"; }
