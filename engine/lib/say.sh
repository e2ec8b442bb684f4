# Messages to the user, on stderr: stdout belongs to `env` and `status`.

say() { printf '%s\n' "$*" >&2; }

die() {
  say "engine: $*"
  exit 1
}

# step WHO WHAT COMMAND...: prints what it does and runs the command, whose output goes to a log
# that is shown only after a failure. Never call it inside `if`, `&&` or `||`: bash would ignore
# errors in the middle of the command.
step() {
  local who=$1 what=$2 start=$SECONDS code=0 log
  shift 2
  log="$STATE/log/${who// /-}.log"
  mkdir -p "$STATE/log"
  say "$who: $what"
  set +e
  (
    set -e
    "$@"
  ) >"$log" 2>&1 </dev/null
  code=$?
  set -e
  if [ "$code" -ne 0 ]; then
    tail -n 20 "$log" >&2
    die "$who: failed (exit code $code). The whole log: $log"
  fi
  say "$who: done ($((SECONDS - start)) s)"
}
