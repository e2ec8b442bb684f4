# Base images in the loopback registry, under the names they have on Docker Hub.

PLATFORMS=linux/amd64,linux/arm64,linux/arm/v7
BASES_DIR=$STATE/bases

# One row a tag: tag, stage of the bases' Dockerfile, Python. The most wanted first.
#
# `moved` is the slim base again with another digest: give it the tag of the first in a repository
# of your own, and a base has moved. Alpine's packages cannot be had everywhere, so
# `alpine-build` brings a compiler that `apk add build-base` finds. It is 110 MB a platform where
# plain alpine is 18, and the official image has no compiler: hence a tag of its own.
bases_rows() {
  cat <<'ROWS'
3.13-slim             slim         3.13
3.13                  full         3.13
3.13-slim-moved       moved        3.13
3.11-slim             slim         3.11
3.11                  full         3.11
3.13-alpine           alpine       3.13
3.13-alpine3.20       alpine       3.13
3.13-alpine3.20-build alpine-build 3.13
ROWS
}

# bases_folder: the folder of base images, if there is one.
bases_folder() {
  local folder
  for folder in "${PYTHON_IMAGE_BUILDER_BASES:-}" "$(dirname "$(dirname "$HERE")")/shared/bases"; do
    [ -n "$folder" ] && [ -e "$folder/Dockerfile" ] && readlink -f "$folder" && return
  done
  return 1
}

# bases_source: what the bases are made from, as one word that changes when it does.
# Names, sizes and times stand for the content: reading 150 MB on every `up` is too slow.
bases_source() {
  local folder
  folder=$(bases_folder) || die "no base images"
  echo "folder-$(cd "$folder" && find . -type f -printf '%p %s %T@\n' | sort | sha256sum | cut -c1-12)"
}

bases_up() {
  local tag stage python source
  source=$(bases_source)
  while read -r tag stage python; do
    [ "$(cat "$BASES_DIR/$tag" 2>/dev/null)" = "$source" ] && registry_has library/python "$tag" && continue
    step "base python:$tag" "building it for $PLATFORMS" bases_build "$tag" "$stage" "$python"
    echo "$source" >"$BASES_DIR/$tag"
  done < <(bases_rows)
  rm -rf "$BASES_DIR/context"
}

bases_build() {
  if [ "$2" = moved ]; then
    bases_moved "$1"
    return
  fi
  bases_context
  # The stage alpine-build holds a package repository of its own. A container makes it: a machine
  # without Python builds images too.
  [ "$2" != alpine-build ] || [ -e "$BASES_DIR/context/apk" ] ||
    with_docker docker run --rm --user "$(id -u)" -v "$BASES_DIR/context:/context" -w /context \
      "$(registry)/library/python:3.13" python3 alpine-build/apkrepo.py apk
  push_again with_docker docker buildx build --progress plain --platform "$PLATFORMS" --build-arg "V=$3" \
    --target "$2" -t "$(registry)/library/python:$1" --push --provenance=false "$BASES_DIR/context"
}

# bases_moved TAG: one label more than the slim base.
bases_moved() {
  mkdir -p "$BASES_DIR/moved"
  printf 'FROM %s/library/python:%s\nLABEL moved=yes\n' "$(registry)" "${1%-moved}" >"$BASES_DIR/moved/Dockerfile"
  push_again with_docker docker buildx build --progress plain --platform "$PLATFORMS" --push --provenance=false \
    -t "$(registry)/library/python:$1" "$BASES_DIR/moved"
}

# push_again COMMAND...: up to three times. Docker 26 writes every platform's manifest under the
# tag at the same moment, and the registry, which does not write a tag's file in one go, answers
# 500 to who reads it half written.
push_again() { "$@" || "$@" || "$@"; }

# bases_context: the folder, and what it takes from the machine: its certificates (its way out
# may have an authority of its own) and its Debian mirror. Not the source of security updates: for
# some architectures that is broken now and then, and a base needs no updates.
bases_context() {
  [ -e "$BASES_DIR/context/ready" ] && return
  rm -rf "$BASES_DIR/context"
  mkdir -p "$BASES_DIR/context"
  cp -r --reflink=auto "$(bases_folder)/." "$BASES_DIR/context"
  chmod -R u+w "$BASES_DIR/context"
  cp "${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}" "$BASES_DIR/context/ca.crt"
  cat >"$BASES_DIR/context/debian.sources" <<SOURCES
Types: deb
URIs: $(debian_uri)
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
SOURCES
  touch "$BASES_DIR/context/ready"
}
