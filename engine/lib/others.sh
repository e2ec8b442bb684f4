# The piece `others`: bases of the platforms that the official images have besides the three, made of
# Debian's packages, and QEMU for them. They are published as others/python, beside library/python.
#
# Debian has nothing for arm/v6: its armhf is for v7. It stands in here, under the name of v6, which
# QEMU runs all the same.

OTHERS_PYTHON=3.13
OTHERS_PLATFORMS=linux/386,linux/arm/v6,linux/ppc64le,linux/riscv64,linux/s390x
# As Debian calls them.
OTHERS_ARCHITECTURES="i386 armhf ppc64el riscv64 s390x"
OTHERS_QEMU="ppc64le riscv64 s390x"

others_up() {
  local architecture missing=() stage
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
  # The build machine's Python installs pip.
  # shellcheck disable=SC2086
  standin_up "$OTHERS_PYTHON" "$(dpkg --print-architecture)" $OTHERS_ARCHITECTURES
  bases_certificates >"$BASES_FOLDER/ca.crt"
  for stage in slim full; do
    registry_has others/python "$(others_tag "$stage")" ||
      step "base others/python:$(others_tag "$stage")" "building it for $OTHERS_PLATFORMS" others_build "$stage"
  done
}

# others_tag STAGE
others_tag() { if [ "$1" = full ]; then echo "$OTHERS_PYTHON"; else echo "$OTHERS_PYTHON-$1"; fi; }

others_build() {
  push_again with_docker docker buildx build --progress plain --platform "$OTHERS_PLATFORMS" --build-arg "V=$OTHERS_PYTHON" \
    --target "$1" -t "$(registry)/others/python:$(others_tag "$1")" --push --provenance=false "$BASES_FOLDER"
}
