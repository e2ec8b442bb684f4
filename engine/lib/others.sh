# The piece `others`: bases of the platforms that the official images have besides the three, made of
# Debian's packages, and QEMU for them. They are published as others/python, beside library/python.
#
# Debian has nothing for arm/v6: its armhf is for v7. It stands in here, under the name of v6, which
# QEMU runs all the same.

OTHERS_QEMU="ppc64le riscv64 s390x"

# others_rows: Python, platforms, and the architectures as Debian calls them. Debian 12 has no
# riscv64; the packages of Debian 13 for ppc64el and s390x are missing on some mirrors after a point
# release.
others_rows() {
  cat <<'ROWS'
3.13 linux/386,linux/arm/v6,linux/riscv64 i386 armhf riscv64
3.11 linux/ppc64le,linux/s390x ppc64el s390x
ROWS
}

others_up() {
  local architecture missing=() python platforms architectures stage
  for architecture in $OTHERS_QEMU; do
    qemu_registered "$architecture" || missing+=("$architecture")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    # shellcheck disable=SC2086
    [ -e "$QEMU_DIR-others/ready" ] ||
      step qemu "unpacking QEMU for $OTHERS_QEMU beside the system" qemu_unpack "$QEMU_DIR-others" $OTHERS_QEMU
    step qemu "registering handlers for ${missing[*]}" qemu_register "$QEMU_DIR-others" "${missing[@]}"
  fi
  BASES_FOLDER=$BASES_DIR/stand-in-$(standin_key)
  while read -r python platforms architectures; do
    # The build machine's Python installs pip.
    # shellcheck disable=SC2086
    standin_up "$python" "$(dpkg --print-architecture)" $architectures
    bases_certificates >"$BASES_FOLDER/ca.crt"
    for stage in slim full; do
      registry_has others/python "$(others_tag "$python" "$stage")" ||
        step "base others:$(others_tag "$python" "$stage")" "building it for $platforms" others_build "$python" "$stage" "$platforms"
    done
  done < <(others_rows)
}

# others_tag PYTHON STAGE
others_tag() { if [ "$2" = full ]; then echo "$1"; else echo "$1-$2"; fi; }

# others_build PYTHON STAGE PLATFORMS: for the build machine, too, whose compilers are of the same release.
others_build() {
  push_again with_docker docker buildx build --progress plain --platform "linux/$(dpkg --print-architecture),$3" \
    --build-arg "V=$1" --target "$2" -t "$(registry)/others/python:$(others_tag "$1" "$2")" --push --provenance=false "$BASES_FOLDER"
}
