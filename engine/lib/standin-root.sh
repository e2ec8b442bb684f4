# Makes a Debian system of packages, for any architecture, without running anything of it: files,
# dpkg's database, and the results of the packages' scripts.

# root_unpack PACKAGES ROOT ARCHITECTURE [BELOW]: BELOW is the root of the layer below.
root_unpack() {
  local packages=$1 root=$2 info=$2/var/lib/dpkg/info package control name same
  mkdir -p "$info" "$root"/usr/{bin,sbin,lib,lib64}
  # bookworm's packages still have files in /bin; the links must be there before them.
  for name in bin sbin lib lib64; do [ -e "$root/$name" ] || ln -s "usr/$name" "$root/$name"; done
  : >"$root/var/lib/dpkg/status"
  [ -z "${4:-}" ] || cp "$4/var/lib/dpkg/status" "$root/var/lib/dpkg/status"
  for package in "$packages"/*.deb; do
    control=$(mktemp -d)
    dpkg-deb -e "$package" "$control"
    name=$(sed -n 's/^Package: //p' "$control/control")
    same=$name
    # dpkg adds the architecture to the files of packages that several architectures can share.
    if grep -qx 'Multi-Arch: same' "$control/control"; then same=$name:$3; fi
    dpkg-deb --fsys-tarfile "$package" | tar -C "$root" -xpv --keep-directory-symlink |
      sed 's|^\./||; s|/$||; s|^|/|; 1s|^/$|/.|' >"$info/$same.list"
    root_installed "$root" "$control" >>"$root/var/lib/dpkg/status"
    rm "$control/control"
    for control in "$control"/*; do
      [ ! -e "$control" ] || mv "$control" "$info/$same.$(basename "$control")"
    done
  done
  echo 1 >"$info/format"
}

# root_installed ROOT CONTROL: the package's entry in dpkg's database, with its configuration files:
# dpkg would ask about unknown ones in an upgrade.
root_installed() {
  local file
  sed '1a Status: install ok installed' "$2/control"
  if [ -e "$2/conffiles" ]; then
    echo Conffiles:
    while read -r file; do
      [ ! -f "$1$file" ] || echo " $file $(md5sum <"$1$file" | cut -d' ' -f1)"
    done <"$2/conffiles"
  fi
  echo
}

# root_repair ROOT SUITE: base-passwd, base-files, the alternatives, the time zone, apt's source.
root_repair() {
  local root=$1 name
  for name in passwd group; do cp "$root/usr/share/base-passwd/$name.master" "$root/etc/$name"; done
  # apt drops its rights to this user, which only newer releases have from the start.
  grep -q ^_apt: "$root/etc/passwd" || echo '_apt:*:42:65534::/nonexistent:/usr/sbin/nologin' >>"$root/etc/passwd"
  cp "$root/usr/share/base-files/dot.bashrc" "$root/root/.bashrc"
  cp "$root/usr/share/base-files/dot.profile" "$root/root/.profile"
  cp "$root/usr/share/base-files/profile" "$root/etc/profile"
  if [ -e "$root/usr/share/base-files/nsswitch.conf" ]; then cp "$root/usr/share/base-files/nsswitch.conf" "$root/etc"; fi
  mkdir -p "$root"/{mnt,srv,opt,media,run/lock,var/mail} "$root"/usr/local/{bin,etc,games,include,lib,sbin,share,src}
  rm -rf "$root/var/run" "$root/var/lock"
  ln -s /run "$root/var/run"
  ln -s /run/lock "$root/var/lock"
  ln -sf /usr/share/zoneinfo/Etc/UTC "$root/etc/localtime"
  root_alternative "$root" awk mawk
  root_alternative "$root" which which.debianutils
  # Without these nobody can su or sudo.
  for name in auth account password session session-noninteractive; do
    echo "${name%%-*} required pam_unix.so" >"$root/etc/pam.d/common-$name"
  done
  mkdir -p "$root"/var/lib/dpkg/{updates,triggers,parts} "$root/etc/ssl/certs" "$root/etc/apt/sources.list.d"
  debian_sources "$2" >"$root/etc/apt/sources.list.d/debian.sources"
}

root_repair_compiler() {
  root_alternative "$1" cc gcc
  root_alternative "$1" c++ g++
}

# root_alternative ROOT NAME PROGRAM: as update-alternatives would link it.
root_alternative() {
  mkdir -p "$1/etc/alternatives"
  ln -sf "/usr/bin/$3" "$1/etc/alternatives/$2"
  ln -sf "/etc/alternatives/$2" "$1/usr/bin/$2"
}
