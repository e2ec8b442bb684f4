# Base images made of Debian's packages, where there is no other source: a folder of archives for
# engine/standin/Dockerfile. An emulated installation takes 4 to 7 minutes a platform; unpacking
# the packages and writing dpkg's database by hand takes half a minute and needs no emulation.

# The compiler and the headers that the image `full` has.
STANDIN_COMPILER="gcc g++ make libc6-dev libffi-dev libssl-dev zlib1g-dev libbz2-dev liblzma-dev libsqlite3-dev pkg-config"

# standin_key: changes when the recipe does.
standin_key() { cat "$HERE"/lib/standin*.sh "$HERE"/standin/* | sha256sum | cut -c1-12; }

# standin_suite PYTHON: the Debian that has it.
standin_suite() {
  case $1 in
    3.13) echo trixie ;;
    3.11) echo bookworm ;;
    *) die "no Debian is known to have Python $1" ;;
  esac
}

# standin_up PYTHON ARCHITECTURE...: the archives for that Python in $BASES_FOLDER.
standin_up() {
  local python=$1 architecture
  shift
  mkdir -p "$BASES_FOLDER"
  cp "$HERE/standin/Dockerfile" "$BASES_FOLDER"
  for architecture; do
    [ -e "$BASES_FOLDER/$python-$architecture.done" ] ||
      step "stand-in $python $architecture" "making it of Debian $(standin_suite "$python")'s packages" standin_make "$python" "$architecture"
  done
}

# standin_docker ARCHITECTURE: as Docker calls it.
standin_docker() {
  case $1 in
    armhf) echo arm ;;
    i386) echo 386 ;;
    ppc64el) echo ppc64le ;;
    *) echo "$1" ;;
  esac
}

# standin_make PYTHON ARCHITECTURE: three archives: the system, the compiler on top of it, Python.
standin_make() {
  local python=$1 architecture=$2 work=$BASES_DIR/work docker merged='' rest
  docker=$(standin_docker "$2")
  rm -rf "$work"
  mkdir -p "$work"
  # Of the packages that merge bin into usr/bin in Debian 12, this one needs no Perl.
  [ "$python" != 3.11 ] || merged=usr-is-merged
  standin_lists "$work" "$(standin_suite "$python")" "$architecture"
  # shellcheck disable=SC2086
  standin_fetch "$work" "$work/system" $merged apt ca-certificates netbase tzdata "python$python-venv" "libpython$python-dev"
  mkdir -p "$work/python"
  mv "$work/system"/{libpython,python}3*.deb "$work/python"
  # Only Python's headers need these; the compiler brings them.
  rm -f "$work/system"/*-dev*.deb "$work/system"/linux-libc*.deb
  root_unpack "$work/system" "$work/root" "$architecture"
  root_repair "$work/root" "$(standin_suite "$python")"
  standin_pack "$work/root" "debian-$python-$docker"
  # shellcheck disable=SC2086
  standin_fetch "$work" "$work/compiler" $merged apt ca-certificates netbase tzdata $STANDIN_COMPILER
  for rest in "$work/system"/*.deb; do rm -f "$work/compiler/$(basename "$rest")"; done
  root_unpack "$work/compiler" "$work/more" "$architecture" "$work/root"
  root_repair_compiler "$work/more"
  standin_pack "$work/more" "compiler-$python-$docker"
  python_layout "$work/python" "$work/local" "$python"
  standin_pack "$work/local" "cpython-$python-$docker"
  rm -rf "$work"
  touch "$BASES_FOLDER/$python-$architecture.done"
}

standin_lists() {
  mkdir -p "$1/lists/partial" "$1/cache/archives/partial"
  : >"$1/status"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(debian_uri) $2 main" >"$1/sources.list"
  printf 'APT::Architecture "%s";\nAPT::Architectures "%s";\n' "$3" "$3" >"$1/apt.conf"
  standin_apt "$1" update
}

# standin_fetch WORK FOLDER PACKAGE...: downloads them, their dependencies, and Debian's required packages.
standin_fetch() {
  local work=$1 folder=$2
  shift 2
  standin_apt "$work" --download-only --yes --no-install-recommends install '?or(?essential,?priority(required))' "$@"
  mkdir -p "$folder"
  cp -l "$work"/cache/archives/*.deb "$folder"
}

# standin_apt WORK ARGUMENT...: apt for another architecture and an empty list of installed packages.
# Only APT_CONFIG is read before apt determines its architecture.
standin_apt() {
  local work=$1
  shift
  APT_CONFIG=$work/apt.conf apt_in "$work" apt-get -qq -o Dir::State="$work" -o Dir::State::status="$work/status" \
    -o Debug::NoLocking=true "$@"
}

# standin_pack FOLDER NAME: makes an archive whose files belong to root.
standin_pack() {
  tar -C "$1" --owner=0 --group=0 --numeric-owner -c . | gzip -1 >"$BASES_FOLDER/$2.part"
  mv "$BASES_FOLDER/$2.part" "$BASES_FOLDER/$2.tar.gz"
}
