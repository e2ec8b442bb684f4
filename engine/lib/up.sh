# `engine up`: brings up the pieces in their order.

engine_up() {
  local piece
  TEST=no
  if [ "${1:-}" = --test ]; then
    TEST=yes
    shift
  fi
  for piece; do
    case $TEST-$piece in
      yes-buildkit | yes-newest | yes-classic | yes-act | yes-others) ;;
      *) die "\"$piece\" is not a piece: up [--test [buildkit] [newest] [classic] [act] [others]]" ;;
    esac
  done
  if [ "$(uname -s)" != Linux ]; then up_elsewhere; fi
  state_lock
  docker_choose
  qemu_up
  registry_choose
  if [ "$DOCKER_KIND" = own ]; then
    docker_get
    daemon_up default 0 true
  else
    say "docker: the one that is here works and has buildx; it is used as it is"
  fi
  bases_choose
  if [ "$TEST" = yes ] || { [ "$DOCKER_KIND" = own ] && [ "$(cat "$BASES_DIR/hub")" = no ]; }; then
    registry_up
    bases_up
  fi
  for piece; do "${piece}_up"; done
  [ "$TEST" = no ] || up_room
}

# up_room: fails here, because on a full disk each build would fail with another message.
up_room() {
  local free needed=15
  free=$(($(df --output=avail --block-size=1M "$STATE" | tail -n 1) / 1024))
  [ "$free" -ge "$needed" ] || die "$free GiB are free on the disk of $STATE, and the tests need $needed: remove \
something there, or start anew after \`engine down\`"
}

# up_elsewhere: Docker Desktop and its like bring buildx and QEMU, so nothing is left to do.
up_elsewhere() {
  [ "$TEST" = no ] || die "the tests' engine runs on Linux"
  docker buildx version >/dev/null 2>&1 || die "this is $(uname -s): install Docker Desktop, which brings buildx and QEMU"
  exit 0
}
