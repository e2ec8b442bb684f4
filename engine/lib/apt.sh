# Unpacks packages of the distribution beside the system. A private apt folder needs no root and
# leaves the system's package lists, sources and dpkg database alone. Nothing is installed, so
# that apt removes nothing that the user installed.

APT=$STATE/apt
# shellcheck source=/dev/null
if [ -r /etc/os-release ]; then . /etc/os-release; else ID=unknown; fi
# Debian 12 has no buildx; Docker and buildx of Debian 13 run on its libc.
case ${ID:-}-${VERSION_CODENAME:-} in
  debian-bookworm) DOCKER_SUITE=trixie ;;
  *) DOCKER_SUITE=${VERSION_CODENAME:-} ;;
esac

# apt_uri: the mirror that the system itself uses.
apt_uri() {
  local file="/etc/apt/sources.list.d/$ID.sources"
  if [ -r "$file" ]; then
    sed -n 's/^URIs:[ ]*\([^ ]*\).*/\1/p' "$file" | head -n 1
  elif [ -r /etc/apt/sources.list ]; then
    sed -n 's/^deb \(\[[^]]*\] \)\?\([^ ]*\) .*/\2/p' /etc/apt/sources.list | head -n 1
  fi
}

# debian_uri: a mirror of Debian, which an Ubuntu does not name.
debian_uri() {
  if [ -n "${PYTHON_IMAGE_BUILDER_DEBIAN:-}" ]; then
    echo "$PYTHON_IMAGE_BUILDER_DEBIAN"
  elif [ "$ID" = debian ]; then
    apt_uri
  else
    die "base images are made of Debian, and this machine names no mirror of it: set PYTHON_IMAGE_BUILDER_DEBIAN to one's address"
  fi
}

# apt_in FOLDER TOOL ARGUMENT...: apt with its lists, sources and downloads in that folder.
apt_in() {
  local folder=$1 tool=$2
  shift 2
  "$tool" -o Dir::Etc::sourcelist="$folder/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::Etc::preferencesparts=/dev/null -o Dir::State::lists="$folder/lists" \
    -o Dir::Cache="$folder/cache" -o APT::Sandbox::User="$(id -un)" "$@"
}

# apt_lists: the package lists of this release and of the one that Docker comes from.
apt_lists() {
  [ -e "$APT/ready" ] && return
  local uri suite parts=main
  uri=$(apt_uri)
  [ -n "$uri" ] || die "no package source found in /etc/apt: a Debian or Ubuntu is needed, or a Docker with buildx that works already"
  [ "$ID" = ubuntu ] && parts="main universe"
  mkdir -p "$APT/lists/partial" "$APT/cache/archives/partial"
  for suite in $(printf '%s\n' "$VERSION_CODENAME" "$DOCKER_SUITE" | sort -u); do
    echo "deb [signed-by=/usr/share/keyrings/$ID-archive-keyring.gpg] $uri $suite $parts"
  done >"$APT/sources.list"
  apt_in "$APT" apt-get -qq update
  touch "$APT/ready"
}

# apt_unpack FOLDER SUITE PACKAGE...: downloads, checks (apt does) and unpacks. A failure can mean
# that the lists are old, since mirrors drop replaced packages: they are fetched again.
apt_unpack() {
  local folder=$1 suite=$2 package downloads
  shift 2
  apt_lists
  downloads=$(mktemp -d "$APT/download.XXXXXX")
  if ! (cd "$downloads" && apt_in "$APT" apt-get -qq download "${@/%//$suite}"); then
    rm -f "$APT/ready"
    apt_lists
    (cd "$downloads" && apt_in "$APT" apt-get -qq download "${@/%//$suite}")
  fi
  mkdir -p "$folder"
  for package in "$downloads"/*.deb; do dpkg -x "$package" "$folder"; done
  rm -rf "$downloads"
}
