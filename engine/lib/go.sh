# A Go compiler for programs that the distribution lacks (BuildKit's daemon, the newest buildx): the
# user's, or else Debian's, unpacked. Its caches are in the state folder, which `down` removes.

GO_DIR=$STATE/go

# go_run ARGUMENT...: runs go. If it is too old for a module, it downloads the toolchain that the
# module asks for.
go_run() {
  go_get
  nice "${GO[@]}" env GOPATH="$GO_DIR/path" GOCACHE="$GO_DIR/cache" GOFLAGS=-modcacherw \
    CGO_ENABLED=0 GOTOOLCHAIN="${GO_TOOLCHAIN:-auto}" go "$@"
}

go_get() {
  local folder=$GO_DIR/debian
  if command -v go >/dev/null; then
    GO=(env)
    return
  fi
  [ -e "$folder/ready" ] || go_unpack "$folder"
  GO=(env PATH="$(dirname "$folder"/usr/lib/go-*/bin/go):$PATH")
}

go_unpack() {
  local version
  apt_lists
  # golang-go is empty and depends on a package with the release in its name.
  version=$(apt_in "$APT" apt-cache depends "golang-go/$DOCKER_SUITE" | sed -n 's/^ *Depends: golang-\([0-9.]*\)-go$/\1/p' | head -n 1)
  apt_unpack "$1" "$DOCKER_SUITE" "golang-$version-go" "golang-$version-src"
  touch "$1/ready"
}
