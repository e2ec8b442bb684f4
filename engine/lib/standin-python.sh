# Debian's Python in the layout of the official images: everything under /usr/local.

# python_layout PACKAGES ROOT PYTHON
python_layout() {
  local packages=$1 root=$2 python=$3 debian=$2.debian package local=$2/usr/local library multiarch
  for package in "$packages"/*.deb; do dpkg -x "$package" "$debian"; done
  library=$local/lib/python$python
  multiarch=$(basename "$(dirname "$debian"/usr/lib/*/"libpython$python.so.1.0")")
  mkdir -p "$local"/{bin,lib,include} "$root/usr/share"
  # Python finds its library relative to its program.
  mv "$debian/usr/bin/python$python" "$local/bin"
  ln -s "python$python" "$local/bin/python3"
  ln -s python3 "$local/bin/python"
  mv "$debian/usr/lib/python$python" "$library"
  mv "$debian/usr/lib/$multiarch/libpython$python.so.1.0" "$local/lib"
  ln -s "libpython$python.so.1.0" "$local/lib/libpython$python.so"
  mv "$debian/usr/include/python$python" "$local/include"
  # Debian's pyconfig.h only includes the one of the architecture.
  mv -f "$debian/usr/include/$multiarch/python$python/pyconfig.h" "$local/include/python$python"
  # ensurepip takes pip from this folder.
  mv "$debian/usr/share/python-wheels" "$root/usr/share"
  python_official "$library" "$multiarch"
}

# python_official LIBRARY MULTIARCH: undoes Debian's separation of its own packages from a user's,
# and names the compiler as the official build does.
python_official() {
  rm -f "$1/EXTERNALLY-MANAGED" "$1/sitecustomize.py" "$1"/config-*/*.a
  mkdir -p "$1/site-packages"
  cp "$HERE/standin/sitecustomize.py" "$1/sitecustomize.py"
  # sysconfig is a folder since Python 3.13.
  find "$1" -maxdepth 2 \( -path '*/sysconfig/__init__.py' -o -name sysconfig.py \) -exec sed -i "$(python_scheme)" {} +
  find "$1" -maxdepth 1 -type f -name '_sysconfigdata*.py' -exec sed -i -E "$(python_build_settings "$2")" {} +
}

python_scheme() {
  cat <<'SED'
s/'DEB_PYTHON_INSTALL_LAYOUT', 'posix_local'/'DEB_PYTHON_INSTALL_LAYOUT', 'posix_prefix'/
s/prefix_scheme = 'posix_local'/prefix_scheme = 'posix_prefix'/
SED
}

# python_build_settings MULTIARCH: the official compilers and paths, for compiling extensions.
python_build_settings() {
  cat <<SED
s#$1-(gcc|g\+\+)#\1#g
s#/usr/(bin/python|lib/python|lib/$1|include)#/usr/local/\1#g
s#/usr/local/lib/$1#/usr/local/lib#g
s#^( *'(exec_)?prefix': )'/usr'#\1'/usr/local'#
s#^( *'BINDIR': )'/usr/bin'#\1'/usr/local/bin'#
SED
}
