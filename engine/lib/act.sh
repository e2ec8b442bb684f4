# nektos/act for the tests: it runs the action as a `uses:` step, in a matrix, on this machine.

ACT_VERSION=v0.2.89
ACT_DIR=$STATE/act

act_up() {
  [ -e "$ACT_DIR/$ACT_VERSION/act" ] || step act "compiling a runner of workflows $ACT_VERSION, some minutes" act_compile
}

act_compile() {
  GOBIN=$ACT_DIR/building go_run install -trimpath "github.com/nektos/act@$ACT_VERSION"
  rm -rf "${ACT_DIR:?}/$ACT_VERSION"
  mv "$ACT_DIR/building" "$ACT_DIR/$ACT_VERSION"
}
