# shellcheck shell=dash
# Runs in an image that is checked, by a shell that is brought along: loader busybox sh run.sh
#
# Steps are files that survey.py has written into /checks/steps: `entry` (words, one a line, that have a program's loader
# list its libraries), `command` (a shell script), `test` (a program), `run-0`, `run-1`, … (each sets the words of a command
# whose standard output is read by itself, as STEP.stdout). Each step leaves STEP.output, STEP.code and STEP.seconds in the
# folder of results, which every user may write to; judge.py reads them.
checks=/checks
results=/.python-image-builder

# The image may have no commands of its own: those of the shell are used.
tool() {
  "$checks/shell/loader" "$checks/shell/busybox" "$@"
}

# step NAME COMMAND …
step() {
  name=$1
  shift
  began=$(tool date +%s)
  tool timeout -s KILL 300 "$@" >"$results/$name.output" 2>&1 </dev/null
  echo $? >"$results/$name.code"
  echo $(($(tool date +%s) - began)) >"$results/$name.seconds"
}

tool uname -m >"$results/machine"
tool id -u >"$results/user"
# Variables of verify_env, as shell commands: without a Python, nothing in the image reads JSON.
if [ -r /run/secrets/verify_exports ]; then
  # shellcheck source=/dev/null
  . /run/secrets/verify_exports
fi
if [ -f "$checks/steps/entry" ]; then
  set --
  while read -r word; do
    set -- "$@" "$word"
  done <"$checks/steps/entry"
  step entry "$@"
fi
for words in "$checks"/steps/run-*; do
  if [ -f "$words" ]; then
    # shellcheck source=/dev/null
    . "$words"
    # shellcheck disable=SC2016
    set -- "$checks/shell/loader" "$checks/shell/busybox" sh -c 'exec "$@" >"$0"' "$results/${words##*/}.stdout" "$@"
    step "${words##*/}" "$@"
  fi
done
if [ -f "$checks/verify.py" ]; then
  step python "$checks/verify.py" "$checks/checks.json" "$results/python.json" "$checks/library"
fi
if [ -f "$checks/steps/command" ]; then
  step command /bin/sh "$checks/steps/command"
fi
if [ -f "$checks/steps/test" ]; then
  step test "$checks/steps/test"
fi
