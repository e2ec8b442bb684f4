# Background processes that outlive the engine, by name: a pid file and a log each.

# start NAME COMMAND...: the lock's file descriptor must not go along, or it would stay held.
start() {
  local name=$1
  shift
  mkdir -p "$STATE/log" "$STATE/pid"
  setsid "$@" </dev/null >"$STATE/log/$name.log" 2>&1 9>&- &
  echo $! >"$STATE/pid/$name"
}

# running NAME: is the process alive, and ours? A pid is given out again, after a restart above
# all, so the command line must name the state folder.
running() {
  local pid
  pid=$(cat "$STATE/pid/$1" 2>/dev/null) || return 1
  [ -n "$pid" ] && tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -F "$STATE/" >/dev/null
}

# halt NAME: ends it, gently first. dockerd needs some seconds to end its containers.
halt() {
  if running "$1"; then
    say "${1/-/ }: ending it"
    signal TERM "$(cat "$STATE/pid/$1")"
    wait_for 30 stopped "$1" || signal KILL "$(cat "$STATE/pid/$1")"
  fi
  rm -f "$STATE/pid/$1"
}
stopped() { ! running "$1"; }

# signal NAME PID: by the shell's own kill; a slim machine has no other. It may be gone already.
signal() { as_root sh -c "kill -s $1 $2" 2>/dev/null || true; }

# wait_for SECONDS COMMAND...: until it succeeds; false when the time is over.
wait_for() {
  local tries=$(($1 * 10))
  shift
  until "$@" >/dev/null 2>&1; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || return 1
    sleep 0.1
  done
}
