# Builds and pushes a base image.

# bases_build TAG STAGE PYTHON
bases_build() {
  local context=$BASES_DIR/context
  case $BASES_FROM-$2 in
    *-moved) bases_derived "$1" "$(registry)/library/python:${1%-moved}" 'LABEL moved=yes' ;;
    hub-alpine-build) bases_derived "$1" "docker.io/library/python:${1%-build}" 'RUN apk add --no-cache build-base' ;;
    hub-*) bases_derived "$1" "docker.io/library/python:$1" ;;
    stand-in-*)
      bases_certificates >"$BASES_FOLDER/ca.crt"
      bases_push "$1" --build-arg "V=$3" --target "$2" "$BASES_FOLDER"
      ;;
    folder-*)
      bases_context "$context"
      # The stage alpine-build has its own package repository. A container makes it, because this
      # machine may have no Python.
      [ "$2" != alpine-build ] || [ -e "$context/apk" ] ||
        with_docker docker run --rm --user "$(id -u)" -v "$context:/context" -w /context \
          "$(registry)/library/python:3.13" python3 alpine-build/apkrepo.py apk
      bases_push "$1" --build-arg "V=$3" --target "$2" "$context"
      ;;
  esac
}

# bases_derived TAG BASE [INSTRUCTION]
bases_derived() {
  mkdir -p "$BASES_DIR/derived"
  printf 'FROM %s\n%s\n' "$2" "${3:-}" >"$BASES_DIR/derived/Dockerfile"
  bases_push "$1" "$BASES_DIR/derived"
}

bases_push() {
  push_again with_docker docker buildx build --progress plain --platform "$PLATFORMS" \
    -t "$(registry)/library/python:$1" --push --provenance=false "${@:2}"
}

# push_again COMMAND...: tries three times. With buildx 0.13, Docker 26 writes the manifests of all
# platforms under the tag at once; the registry answers 500 when it reads a half-written tag.
push_again() { "$@" || "$@" || "$@"; }

# bases_context FOLDER: the archives, with this machine's Debian mirror and certificates, among
# which may be a proxy's. It is made for one `up`, because the folder of archives may change.
bases_context() {
  [ -e "$1/ready" ] && return
  rm -rf "$1"
  mkdir -p "$1"
  cp -r --reflink=auto "$BASES_FOLDER/." "$1"
  chmod -R u+w "$1"
  bases_certificates >"$1/ca.crt"
  debian_sources bookworm >"$1/debian.sources"
  touch "$1/ready"
}

# bases_certificates: the machine's, else Debian's own.
bases_certificates() {
  local file=${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt} unpacked=$BASES_DIR/certificates
  if [ -r "$file" ]; then
    cat "$file"
  else
    apt_unpack "$unpacked" "$VERSION_CODENAME" ca-certificates
    cat "$unpacked"/usr/share/ca-certificates/mozilla/*.crt
  fi
}

# debian_sources SUITE: apt's source in a base image. It leaves out the suites of updates, which
# mirrors sometimes have broken for some architectures.
debian_sources() {
  cat <<SOURCES
Types: deb
URIs: $(debian_uri)
Suites: $1
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
SOURCES
}
