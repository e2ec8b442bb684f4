# `engine stop` ends what runs; `engine down` leaves nothing behind.

engine_stop() {
  [ -d "$STATE" ] || die "there is no engine in $STATE"
  state_lock
  stop_all
  say "engine: stopped; downloads and data stay in $STATE"
}

stop_all() {
  local name process
  for name in docker-classic docker-default containerd-classic containerd-default registry; do halt "$name"; done
  # When a daemon is killed, its shims live on, and their containers with them.
  for process in /proc/[0-9]*; do
    if tr '\0' ' ' 2>/dev/null <"$process/cmdline" | grep -F -- "-address $RUN/" >/dev/null; then
      signal KILL "${process#/proc/}"
    fi
  done
}

# engine_down: undoes what was made outside the state folder, then removes the folder.
engine_down() {
  local folder
  [ -d "$MADE" ] || die "there is no engine in $STATE"
  state_lock
  stop_all
  down_mounts
  network_down
  down_handlers
  as_root rm -rf "$RUN"
  # Only empty folders of ours, since another Docker may use them by now.
  if [ -e "$MADE/folders" ]; then
    while read -r folder; do as_root find "$folder" -type d -empty -delete 2>/dev/null || true; done <"$MADE/folders"
  fi
  as_root rm -rf "$STATE"
  rmdir "$(dirname "$STATE")" 2>/dev/null || true
  say "engine: nothing is left of it"
}

# down_mounts: unmounts the containers' file systems that a killed daemon left.
down_mounts() {
  local folder
  cut -d' ' -f2 /proc/mounts | grep -E "^($RUN|$STATE)/" | sort -r | while read -r folder; do
    as_root umount -l "$folder"
  done || true
}

# down_handlers: removes the QEMU handlers of this engine, and the mount of binfmt_misc.
down_handlers() {
  local handler
  if [ -e "$MADE/binfmt" ]; then
    while read -r handler; do
      [ ! -e "$BINFMT/$handler" ] || echo -1 | as_root tee "$BINFMT/$handler" >/dev/null
    done <"$MADE/binfmt"
  fi
  # Another engine may have handlers there.
  if [ -e "$MADE/binfmt-mount" ] && [ -z "$(find "$BINFMT" -name 'qemu-*' 2>/dev/null)" ]; then
    as_root umount "$BINFMT" || true
  fi
}
