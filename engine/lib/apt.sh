# Packages of the distribution, unpacked beside the system. A private apt folder leaves the
# system's package lists, its other sources and its dpkg database alone, and needs no root.

APT=$STATE/apt
# shellcheck source=/dev/null
. /etc/os-release 2>/dev/null || ID=unknown
# Debian 12's Docker has no buildx; its successor's runs on Debian 12's libc.
case ${ID:-}-${VERSION_CODENAME:-} in
  debian-bookworm) DOCKER_SUITE=trixie ;;
  *) DOCKER_SUITE=${VERSION_CODENAME:-} ;;
esac

# apt_uri: the mirror that the system itself uses.
apt_uri() {
  local file="/etc/apt/sources.list.d/$ID.sources"
  if [ -r "$file" ]; then
    sed -n 's/^URIs:[ ]*\([^ ]*\).*/\1/p' "$file" | head -n 1
    return
  fi
  sed -n 's/^deb \(\[[^]]*\] \)\?\([^ ]*\) .*/\2/p' /etc/apt/sources.list 2>/dev/null | head -n 1
}

# debian_uri: a mirror of Debian, for what is made of Debian on whatever machine.
debian_uri() {
  if [ -n "${PYTHON_IMAGE_BUILDER_DEBIAN:-}" ]; then
    echo "$PYTHON_IMAGE_BUILDER_DEBIAN"
  elif [ "$ID" = debian ]; then
    apt_uri
  else
    die "base images are made of Debian, and this machine names no mirror of it: set PYTHON_IMAGE_BUILDER_DEBIAN to one's address"
  fi
}

apt_private() {
  local tool=$1
  shift
  "$tool" -o Dir::Etc::sourcelist="$APT/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::State::lists="$APT/lists" -o Dir::Cache="$APT/cache" -o APT::Sandbox::User=root \
    -o Dir::Etc::preferencesparts=/dev/null -o APT::Get::List-Cleanup=false "$@"
}

# apt_lists: the package lists of this release and of the one that Docker comes from.
apt_lists() {
  [ -e "$APT/ready" ] && return
  local uri suite parts=main keyring=/usr/share/keyrings/$ID-archive-keyring.gpg
  uri=$(apt_uri)
  [ -n "$uri" ] || die "no package source found in /etc/apt: a Debian or Ubuntu is needed, or a Docker with buildx that already works"
  [ "$ID" = ubuntu ] && parts="main universe"
  mkdir -p "$APT/lists/partial" "$APT/cache/archives/partial"
  for suite in $(printf '%s\n' "$VERSION_CODENAME" "$DOCKER_SUITE" | sort -u); do
    echo "deb [signed-by=$keyring] $uri $suite $parts"
  done >"$APT/sources.list"
  apt_private apt-get -qq update
  touch "$APT/ready"
}

# apt_unpack FOLDER SUITE PACKAGE...: download, check (apt does), unpack. Packages of the suite
# that are not there are an error.
apt_unpack() {
  local folder=$1 suite=$2 package downloads
  shift 2
  apt_lists
  downloads=$(mktemp -d "$APT/download.XXXXXX")
  (cd "$downloads" && apt_private apt-get -qq download "${@/%//$suite}")
  mkdir -p "$folder"
  for package in "$downloads"/*.deb; do dpkg -x "$package" "$folder"; done
  rm -rf "$downloads"
}
