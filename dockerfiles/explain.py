"""Says why a package did not compile: what was missing, and the distro package that usually has it.

    python3 explain.py LOG...

A log is called NAME-VERSION.log. For each, one line `compile: NAME VERSION: what, and the way out` is printed, and
below it, indented, the compiler's own lines that matter. Python 3.6 or newer, standard library only.
"""
import os
import re
import sys

# What a message names (a header, a library, a program, a pkg-config name) to the packages of Debian and of Alpine.
PACKAGES = [
    (r"Python\.h", "python3-dev", "python3-dev"),
    (r"ffi\.h|libffi|ffi", "libffi-dev", "libffi-dev"),
    (r"libpq-fe\.h|pg_config|pq|libpq", "libpq-dev", "libpq-dev"),
    (r"mysql\.h|mysql_config|mariadb_config|mysqlclient|mariadb|libmariadb", "default-libmysqlclient-dev pkg-config", "mariadb-dev pkgconf"),
    (r"openssl/\S+|ssl|crypto|openssl|libssl|libcrypto", "libssl-dev", "openssl-dev"),
    (r"libxml/\S+|xml2|xml2-config|libxml-2\.0", "libxml2-dev", "libxml2-dev"),
    (r"libxslt/\S+|xslt|xslt-config|libxslt", "libxslt1-dev", "libxslt-dev"),
    (r"xmlsec1?|xmlsec/\S+", "libxmlsec1-dev pkg-config", "xmlsec-dev pkgconf"),
    (r"jpeglib\.h|jpeg", "libjpeg-dev", "libjpeg-turbo-dev"),
    (r"zlib\.h|z|zlib", "zlib1g-dev", "zlib-dev"),
    (r"bzlib\.h|bz2", "libbz2-dev", "bzip2-dev"),
    (r"lzma\.h|lzma", "liblzma-dev", "xz-dev"),
    (r"zstd\.h|zstd|libzstd", "libzstd-dev", "zstd-dev"),
    (r"lz4\.h|lz4|liblz4", "liblz4-dev", "lz4-dev"),
    (r"snappy\S*\.h|snappy", "libsnappy-dev", "snappy-dev"),
    (r"ft2build\.h|freetype2?|freetype-config", "libfreetype-dev", "freetype-dev"),
    (r"png\.h|png|libpng", "libpng-dev", "libpng-dev"),
    (r"yaml\.h|yaml|yaml-0\.1", "libyaml-dev", "yaml-dev"),
    (r"sqlite3\.h|sqlite3", "libsqlite3-dev", "sqlite-dev"),
    (r"curl/\S+|curl|curl-config|libcurl", "libcurl4-openssl-dev", "curl-dev"),
    (r"lber\.h|ldap\.h|ldap|lber", "libldap2-dev", "openldap-dev"),
    (r"sasl/\S+|sasl2", "libsasl2-dev", "cyrus-sasl-dev"),
    (r"gssapi/\S+|gssapi\.h|krb5\.h|krb5-config|gssapi_krb5", "libkrb5-dev", "krb5-dev"),
    (r"sql\.h|sqlext\.h|odbc", "unixodbc-dev", "unixodbc-dev"),
    (r"cairo\.h|cairo|cairo/\S+", "libcairo2-dev pkg-config", "cairo-dev pkgconf"),
    (r"girepository\S*|gobject-introspection-1\.0", "libgirepository1.0-dev pkg-config", "gobject-introspection-dev pkgconf"),
    (r"glib\.h|glib-2\.0|dbus-1|dbus/\S+", "libglib2.0-dev libdbus-1-dev pkg-config", "glib-dev dbus-dev pkgconf"),
    (r"gmp\.h|gmp", "libgmp-dev", "gmp-dev"),
    (r"mpfr\.h|mpfr", "libmpfr-dev", "mpfr-dev"),
    (r"mpc\.h|mpc", "libmpc-dev", "mpc1-dev"),
    (r"hdf5\.h|hdf5", "libhdf5-dev", "hdf5-dev"),
    (r"geos_c\.h|geos-config|geos_c", "libgeos-dev", "geos-dev"),
    (r"gdal\S*|gdal-config", "libgdal-dev", "gdal-dev"),
    (r"proj\.h|proj", "libproj-dev", "proj-dev"),
    (r"cblas\.h|openblas|blas|lapack", "libopenblas-dev", "openblas-dev"),
    (r"zmq\.h|zmq|libzmq", "libzmq3-dev", "zeromq-dev"),
    (r"sodium\.h|sodium|libsodium", "libsodium-dev", "libsodium-dev"),
    (r"librdkafka/\S+|rdkafka", "librdkafka-dev", "librdkafka-dev"),
    (r"ev\.h|ev", "libev-dev", "libev-dev"),
    (r"uv\.h|uv|libuv", "libuv1-dev", "libuv-dev"),
    (r"systemd/\S+|libsystemd|systemd", "libsystemd-dev pkg-config", "elogind-dev pkgconf"),
    (r"usb\.h|libusb\S*", "libusb-1.0-0-dev", "libusb-dev"),
    (r"bluetooth/\S+|bluetooth", "libbluetooth-dev", "bluez-dev"),
    (r"portaudio\.h|portaudio", "portaudio19-dev", "portaudio-dev"),
    (r"magic\.h|magic", "libmagic-dev", "file-dev"),
    (r"augeas\.h|augeas", "libaugeas-dev", "augeas-dev"),
    (r"pcre\.h|pcre-config|pcre", "libpcre3-dev", "pcre-dev"),
    (r"linux/\S+", "linux-libc-dev", "linux-headers"),
    (r"stdio\.h|stdlib\.h|limits\.h|crti\.o|c", "libc6-dev", "musl-dev"),
    (r"gcc|cc|make|\S+-linux-gnu-gcc", "gcc make libc6-dev", "build-base"),
    (r"g\+\+|c\+\+|cc1plus|iostream|cstdlib|stdc\+\+", "g++", "build-base"),
    (r"gfortran|Fortran", "gfortran", "gfortran"),
    (r"rustc|cargo|Rust", "cargo", "cargo"),
    (r"cmake|CMake", "cmake", "cmake"),
    (r"ninja", "ninja-build", "samurai"),
    (r"swig", "swig", "swig"),
    (r"bison", "bison", "bison"),
    (r"flex", "flex", "flex"),
    (r"git", "git", "git"),
    (r"pkg-config|pkgconf", "pkg-config", "pkgconf"),
]

# A line of a build's output, and what in it names the missing thing.
SIGNS = [
    ("the header", r"(?:fatal )?error: '?([\w./+-]+\.h[a-z]*|iostream|cstdlib)'?(?:: No such file or directory| file not found)"),
    ("the library", r"cannot find -l:?([\w+.-]+)"),
    ("the library", r"unable to find (?:dynamic )?(?:system )?library '([\w+.-]+)'"),
    ("the program", r"(?:unable to execute|command) '([\w+.-]+)'(?:: | failed: )No such file"),
    ("the program", r"([\w+.-]*_?config) executable (?:is )?not found"),
    ("the program", r"(?:/bin/sh: \d+: |sh: \d*:? ?)([\w+.-]+): (?:command )?not found"),
    ("the program", r"No such file or directory: '([\w+.-]+)'"),
    ("the program", r"([Cc]argo|[Rr]ust|CMake|[Nn]inja|Fortran)\b.*(?:not found|not installed|required|could not be found|requires)"),
    ("the library", r"No package '([\w+.-]+)' found|Package ['\"]?([\w+.-]+)['\"]?(?:,| was not).*not found|Package ([\w+.-]+) was not found"),
    ("the library", r"Dependency \"([\w+.-]+)\" not found|Could NOT find (\w+)"),
    ("the Python module", r"ModuleNotFoundError: No module named '([\w.]+)'"),
]


def packages(thing):
    """What to install for a missing thing on this distro; None when it is not known."""
    name = thing[3:] if thing.startswith("lib") and "." not in thing and "-" not in thing else thing
    for pattern, debian, alpine in PACKAGES:
        if re.match("(?:%s)$" % pattern, thing, re.IGNORECASE) or re.match("(?:%s)$" % pattern, name, re.IGNORECASE):
            return alpine if os.path.exists("/etc/alpine-release") else debian
    return None


def missing(lines):
    """(kind, thing) of what the output says is missing, in its order, each once."""
    found = []
    for line in lines:
        for kind, pattern in SIGNS:
            match = re.search(pattern, line)
            if match:
                thing = next(group for group in match.groups() if group)
                if (kind, thing) not in found and not thing.startswith(("conftest", "tmp")):
                    found.append((kind, thing))
                break
    return found


def matter(lines):
    """The lines that say what went wrong: errors with the line before them, at most a dozen."""
    chosen = []
    for index, line in enumerate(lines):
        if re.search(r"\berror\b|\bError\b|cannot find -l|not found", line) and not re.search(r"subprocess|exit code|^\s*(×|╰|note:)|pip subprocess", line):
            for near in (index - 1, index):
                if near >= 0 and near not in chosen and lines[near].strip():
                    chosen.append(near)
    return [lines[index].strip()[:300] for index in chosen[-12:]]


def explain(name, lines):
    """The lines to print for one failed package."""
    things = missing(lines)
    # A module that is absent is often only looked for; what the compiler lacks is the reason then
    things = [thing for thing in things if thing[0] != "the Python module"] or things
    wanted = sorted({package for _, thing in things for package in (packages(thing) or "").split()})
    if things and things[0][0] == "the Python module":
        text = "its build needs the Python module %s and does not ask for it" % things[0][1]
    elif things:
        text = "%s %s is missing" % things[0] + "".join("; %s %s" % thing for thing in things[1:4])
    else:
        text = "it did not compile"
    if wanted:
        text += ". Add to build_packages: %s" % " ".join(wanted)
    return ["compile: %s: %s" % (name, text)] + ["  " + line for line in matter(lines)]


def main(arguments):
    for path in arguments:
        with open(path, encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
        name, _, version = os.path.basename(path)[:-4].rpartition("-")
        print("\n".join(explain("%s %s" % (name, version), lines)), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
