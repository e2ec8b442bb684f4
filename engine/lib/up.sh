# `engine up`: the pieces in their order.

engine_up() {
  local test=no piece
  if [ "${1:-}" = --test ]; then
    test=yes
    shift
  fi
  for piece; do
    case $test-$piece in
      yes-buildkit | yes-newest | yes-classic) ;;
      *) die "\"$piece\" is not a piece: up [--test [buildkit] [newest] [classic]]" ;;
    esac
  done
  state_lock
  qemu_up
  if [ "$(docker_kind)" = own ]; then
    docker_get
    docker_bin
    daemon_up default 0 true
  else
    say "docker: the one that is here works and has buildx; it is used as it is"
  fi
  if [ "$test" = yes ] || ! bases_hub; then
    registry_up
    bases_up
  fi
  for piece; do "${piece}_up"; done
}

# bases_hub: can Docker Hub be reached?
bases_hub() { curl -s --max-time 3 -o /dev/null https://registry-1.docker.io/v2/; }
