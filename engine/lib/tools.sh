# Small programs that a slim machine lacks (iptables, ip), unpacked with their libraries.

# tool PROGRAM PACKAGE: sets TOOL, the words that call it.
# shellcheck disable=SC2034
tool() {
  local folder=$STATE/tools/$2 libraries
  if command -v "$1" >/dev/null; then
    TOOL=("$1")
    return
  fi
  [ -e "$folder/ready" ] || step "$1" "unpacking it beside the system" tool_unpack "$folder" "$2"
  libraries=$(dirname "$(find "$folder/usr/lib" "$folder/lib" -name '*.so.*' 2>/dev/null | head -n 1)")
  TOOL=(env LD_LIBRARY_PATH="$libraries" XTABLES_LIBDIR="$libraries/xtables" "$(tool_program "$folder" "$1")")
}

# tool_program FOLDER PROGRAM: its path. iptables is one program under many names, among which
# Debian's alternatives choose iptables-nft.
tool_program() {
  local path
  for path in "$1"/{usr/,}{sbin,bin}/"$2"{,-nft}; do
    if [ -e "$path" ]; then
      echo "$path"
      return
    fi
  done
  die "$2 is not in its package"
}

tool_unpack() {
  local libraries
  apt_lists
  # Ask apt: the names of libraries differ from release to release.
  libraries=$(apt_in "$APT" apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts \
    --no-breaks --no-replaces --no-enhances "$2/$VERSION_CODENAME" | grep -E '^lib[a-z0-9.+-]+$' |
    { grep -vE '^(libc6|libgcc-s1|libc-bin|libcrypt1)$' || true; } | sort -u)
  # shellcheck disable=SC2086
  apt_unpack "$1" "$VERSION_CODENAME" "$2" $libraries
  touch "$1/ready"
}
