# actionlint for the lint of workflows. It has no wheel with the program in it, so it is compiled once.

ACTIONLINT_VERSION=v1.7.7
ACTIONLINT_DIR=$STATE/actionlint

engine_actionlint() {
  local program=$ACTIONLINT_DIR/$ACTIONLINT_VERSION/actionlint
  if [ ! -e "$program" ]; then
    state_lock
    step actionlint "compiling a linter of workflows $ACTIONLINT_VERSION" actionlint_compile
  fi
  exec "$program" "$@"
}

actionlint_compile() {
  GOBIN=$ACTIONLINT_DIR/building go_run install -trimpath \
    "github.com/rhysd/actionlint/cmd/actionlint@$ACTIONLINT_VERSION"
  rm -rf "${ACTIONLINT_DIR:?}/$ACTIONLINT_VERSION"
  mv "$ACTIONLINT_DIR/building" "$ACTIONLINT_DIR/$ACTIONLINT_VERSION"
}
