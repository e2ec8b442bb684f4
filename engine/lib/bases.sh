# Publishes base images in the loopback registry under their names on Docker Hub. Their source is
# the first of: Docker Hub, a folder of archives, stand-ins made of Debian's packages.

PLATFORMS=linux/amd64,linux/arm64,linux/arm/v7
BASES_DIR=$STATE/bases

# One row a tag: tag, stage of the bases' Dockerfile, Python, and whether everyone needs it or only
# the tests. The most wanted first.
#
# `moved` is the slim base with another digest: tests retag it to move a base. `alpine-build` has a
# compiler that `apk add build-base` finds, because Alpine's packages cannot be had everywhere. It
# has its own tag: it takes 110 MB a platform instead of 18.
bases_rows() {
  cat <<'ROWS'
3.13-slim             slim         3.13 all
3.13                  full         3.13 all
3.13-slim-moved       moved        3.13 tests
3.11-slim             slim         3.11 tests
3.11                  full         3.11 tests
3.13-alpine           alpine       3.13 all
3.13-alpine3.20       alpine       3.13 tests
3.13-alpine3.20-build alpine-build 3.13 tests
ROWS
}

# bases_choose: sets BASES_FROM (hub, folder or stand-in), BASES_FOLDER and BASES_KEY, a word that
# changes with the source.
bases_choose() {
  mkdir -p "$BASES_DIR"
  # A network that drops packets costs three seconds of waiting, so ask once a day.
  if [ -z "$(find "$BASES_DIR/hub" -mmin -1440 2>/dev/null)" ]; then
    if bases_hub; then echo yes; else echo no; fi >"$BASES_DIR/hub"
  fi
  if [ "$(cat "$BASES_DIR/hub")" = yes ]; then
    BASES_FROM=hub BASES_KEY=hub
  elif BASES_FOLDER=$(bases_folder); then
    # Names, sizes and times, since hashing 150 MB on every `up` is too slow.
    BASES_FROM=folder
    BASES_KEY=folder-$(cd "$BASES_FOLDER" && find . -type f -printf '%p %s %T@\n' | sort | sha256sum | cut -c1-12)
  else
    BASES_FROM=stand-in
    BASES_KEY=stand-in-$(standin_key)
    BASES_FOLDER=$BASES_DIR/$BASES_KEY
  fi
}

# bases_hub: whether Docker Hub can be reached. Only curl uses a proxy.
bases_hub() {
  if command -v curl >/dev/null; then
    curl -s --max-time 3 -o /dev/null https://registry-1.docker.io/v2/
  else
    timeout 3 bash -c ': </dev/tcp/registry-1.docker.io/443' 2>/dev/null
  fi
}

bases_folder() {
  local folder
  for folder in "${PYTHON_IMAGE_BUILDER_BASES:-}" "$HERE/../../shared/bases"; do
    if [ -n "$folder" ] && [ -e "$folder/Dockerfile" ]; then
      readlink -f "$folder"
      return
    fi
  done
  return 1
}

# bases_up: publishes what the registry lacks. A file for each published tag has a line
# FROM KEY PLATFORMS.
bases_up() {
  local tag stage python who line="$BASES_FROM $BASES_KEY $PLATFORMS"
  mkdir -p "$BASES_DIR/published"
  rm -rf "$BASES_DIR/context"
  while read -r tag stage python who; do
    if [ "$TEST-$who" = no-tests ] || ! bases_stage "$stage"; then continue; fi
    if bases_good "$tag" "$line" && registry_has library/python "$tag"; then continue; fi
    [ "$BASES_FROM" != stand-in ] || standin_up "$python" amd64 arm64 armhf
    step "base python:$tag" "building it for $PLATFORMS ($BASES_FROM)" bases_build "$tag" "$stage" "$python"
    echo "$line" >"$BASES_DIR/published/$tag"
  done < <(bases_rows)
  rm -rf "$BASES_DIR/context"
}

# bases_good TAG LINE: whether the published base is the one of this line, or better: a stand-in
# never replaces another source, since a checkout with archives may share this engine.
bases_good() {
  local published
  published=$(cat "$BASES_DIR/published/$1" 2>/dev/null) || return 1
  [ "$published" = "$2" ] || { [ "$BASES_FROM" = stand-in ] && [ "${published%% *}" != stand-in ]; }
}

# bases_stage STAGE: whether this source has the stage.
bases_stage() {
  local dockerfile=$HERE/standin/Dockerfile
  [ "$BASES_FROM" != folder ] || dockerfile=$BASES_FOLDER/Dockerfile
  [ "$1" = moved ] || [ "$BASES_FROM" = hub ] || grep -qE "^FROM .* AS $1\$" "$dockerfile"
}
