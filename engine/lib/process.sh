# Background processes by name, each with a pid file and a log. They outlive this program.

# start NAME COMMAND...: without file descriptor 9, since the process would keep the lock held.
start() {
  local name=$1
  shift
  mkdir -p "$STATE/log" "$STATE/pid"
  setsid "$@" </dev/null >"$STATE/log/$name.log" 2>&1 9>&- &
  echo $! >"$STATE/pid/$name"
}

# running NAME: whether the process is alive, and ours. Another process may have its pid, above all
# after a restart, so the command line must name the state folder.
running() {
  local pid
  pid=$(cat "$STATE/pid/$1" 2>/dev/null) || return 1
  [ -n "$pid" ] && tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -F "$STATE/" >/dev/null
}

# halt NAME: ends it by TERM, or by KILL after 30 seconds. dockerd needs some to end its containers.
halt() {
  if running "$1"; then
    say "${1/-/ }: ending it"
    signal TERM "$(cat "$STATE/pid/$1")"
    wait_for 30 stopped "$1" || signal KILL "$(cat "$STATE/pid/$1")"
  fi
  rm -f "$STATE/pid/$1"
}
stopped() { ! running "$1"; }

# signal NAME PID: by the shell's own kill, since a slim machine has no program for it.
signal() { as_root sh -c "kill -s $1 $2" 2>/dev/null || true; }

# wait_for SECONDS COMMAND...: waits until it succeeds; false after that time.
wait_for() {
  local tries=$(($1 * 10))
  shift
  until "$@" >/dev/null 2>&1; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || return 1
    sleep 0.1
  done
}
