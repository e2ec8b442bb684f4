# Registers QEMU in the kernel, so that build steps for other architectures run.

BINFMT=/proc/sys/fs/binfmt_misc
QEMU_DIR=$STATE/qemu

# qemu_magic ARCHITECTURE: the ELF header of its programs, as Debian's qemu packages register it.
qemu_magic() {
  case $1 in
    arm) printf %s '\x7fELF\x01\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\x28\x00' ;;
    aarch64) printf %s '\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\xb7\x00' ;;
    ppc64le) printf %s '\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\x15\x00' ;;
    riscv64) printf %s '\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\xf3\x00' ;;
    s390x) printf %s '\x7fELF\x02\x02\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\x16' ;;
    x86_64) printf %s '\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\x3e\x00' ;;
  esac
}

# qemu_foreign: the architectures of the three platforms that this machine does not run itself.
# Many 64-bit ARM machines run 32-bit programs, too; linux32 then works.
qemu_foreign() {
  case $(uname -m) in
    x86_64) echo aarch64 arm ;;
    aarch64) if linux32 true 2>/dev/null; then echo x86_64; else echo x86_64 arm; fi ;;
    *) die "this machine is $(uname -m): only x86_64 and aarch64 are supported" ;;
  esac
}

# Only a handler with flag F is good: the kernel holds QEMU open then, and containers need no copy.
qemu_registered() { grep -qs '^flags:.*F' "$BINFMT/qemu-$1" && grep -qx enabled "$BINFMT/qemu-$1"; }

qemu_up() {
  local architecture missing=()
  for architecture in $(qemu_foreign); do
    qemu_registered "$architecture" || missing+=("$architecture")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  [ -e "$QEMU_DIR/ready" ] || step qemu "unpacking QEMU from Debian's $DOCKER_SUITE beside the system" qemu_unpack "$QEMU_DIR" aarch64 arm x86_64
  step qemu "registering handlers for ${missing[*]}" qemu_register "$QEMU_DIR" "${missing[@]}"
}

# qemu_unpack FOLDER ARCHITECTURE...: the programs of these alone, of forty.
qemu_unpack() {
  local architecture folder=$1 all=$1.all end=-static
  shift
  rm -rf "$folder" "$all"
  # Up to QEMU 9 static programs have another package, and names that end in -static.
  apt_unpack "$all" "$DOCKER_SUITE" qemu-user-static
  if [ ! -f "$all/usr/bin/qemu-arm-static" ] || [ -L "$all/usr/bin/qemu-arm-static" ]; then
    apt_unpack "$all" "$DOCKER_SUITE" qemu-user
    end=''
  fi
  mkdir -p "$folder"
  # By the name's end QEMU knows that the kernel passes argv[0].
  for architecture; do
    mv "$all/usr/bin/qemu-$architecture$end" "$folder/$architecture-binfmt-P"
  done
  rm -rf "$all"
  touch "$folder/ready"
}

# qemu_register FOLDER ARCHITECTURE...
qemu_register() {
  local architecture mask folder=$1
  shift
  if [ ! -e "$BINFMT/register" ]; then
    as_root mount -t binfmt_misc binfmt_misc "$BINFMT"
    made binfmt-mount "$BINFMT"
  fi
  for architecture; do
    mask='\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff'
    # Of the type, whose bytes are in the order of the architecture, the last bit may differ: program or library.
    if [ "$architecture" = s390x ]; then mask+='\xff\xfe\xff\xff'; else mask+='\xfe\xff\xff\xff'; fi
    # The mount may have shown a handler of the system, or a killed test left one disabled.
    if [ -e "$BINFMT/qemu-$architecture" ]; then echo 1 | as_root tee "$BINFMT/qemu-$architecture" >/dev/null; fi
    if qemu_registered "$architecture"; then continue; fi
    printf ':qemu-%s:M::%s:%s:%s:OPF\n' "$architecture" "$(qemu_magic "$architecture")" "$mask" \
      "$folder/$architecture-binfmt-P" | as_root tee "$BINFMT/register" >/dev/null
    made binfmt "qemu-$architecture"
  done
}
