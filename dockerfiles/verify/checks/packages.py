"""Names the distribution's package that usually brings a shared library, and the library that an error is about.

It runs on the image's own Python, as verify.py says: 3.6 or newer, and of the standard library only what starts fast.
The table is kept by hand: an image has no index of files, and the checks download nothing.
"""
import os

from checks import elf

ADVICE = "Add to runtime_packages: "
# Library to packages: Debian's, Alpine's.
PACKAGES = {
    "libGL.so.1": ("libgl1", "mesa-gl"),
    "libEGL.so.1": ("libegl1", "mesa-egl"),
    "libX11.so.6": ("libx11-6", "libx11"),
    "libXext.so.6": ("libxext6", "libxext"),
    "libXrender.so.1": ("libxrender1", "libxrender"),
    "libSM.so.6": ("libsm6", "libsm"),
    "libICE.so.6": ("libice6", "libice"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libatomic.so.1": ("libatomic1", "libatomic"),
    "libaio.so.1": ("libaio1", "libaio"),
    "libbz2.so.1.0": ("libbz2-1.0", "libbz2"),
    "libcairo.so.2": ("libcairo2", "cairo"),
    "libcrypt.so.1": ("libcrypt1", "libxcrypt"),
    "libcurl.so.4": ("libcurl4", "libcurl"),
    "libdb-5.3.so": ("libdb5.3", "db"),
    "libenchant-2.so.2": ("libenchant-2-2", "enchant2-libs"),
    "libexpat.so.1": ("libexpat1", "libexpat"),
    "libffi.so.7": ("libffi7", ""),
    "libffi.so.8": ("libffi8", "libffi"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
    "libgcc_s.so.1": ("libgcc-s1", "libgcc"),
    "libgdal.so.32": ("libgdal32", ""),
    "libgeos_c.so.1": ("libgeos-c1v5", "geos"),
    "libgfortran.so.5": ("libgfortran5", "libgfortran"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib"),
    "libgobject-2.0.so.0": ("libglib2.0-0", "glib"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib"),
    "libgmp.so.10": ("libgmp10", "gmp"),
    "libgomp.so.1": ("libgomp1", "libgomp"),
    "libgssapi_krb5.so.2": ("libgssapi-krb5-2", "krb5-libs"),
    "libhdf5.so.103": ("libhdf5-103-1", "hdf5"),
    "libjpeg.so.62": ("libjpeg62-turbo", ""),
    "libjpeg.so.8": ("libjpeg-turbo8", "libjpeg-turbo"),
    "libkrb5.so.3": ("libkrb5-3", "krb5-libs"),
    "liblber.so.2": ("libldap2", "libldap"),
    "liblcms2.so.2": ("liblcms2-2", "lcms2"),
    "libldap.so.2": ("libldap2", "libldap"),
    "libldap-2.5.so.0": ("libldap-2.5-0", ""),
    "liblz4.so.1": ("liblz4-1", "lz4-libs"),
    "liblzma.so.5": ("liblzma5", "xz-libs"),
    "libmagic.so.1": ("libmagic1", "libmagic"),
    "libmariadb.so.3": ("libmariadb3", "mariadb-connector-c"),
    "libmpc.so.3": ("libmpc3", "mpc1"),
    "libmpi.so.12": ("libmpich12", "mpich"),
    "libmpi.so.40": ("libopenmpi3", "openmpi"),
    "libmpfr.so.6": ("libmpfr6", "mpfr4"),
    "libmysqlclient.so.21": ("libmysqlclient21", ""),
    "libncursesw.so.6": ("libncursesw6", "libncursesw"),
    "libodbc.so.2": ("libodbc2", "unixodbc"),
    "libopenblas.so.0": ("libopenblas0-pthread", "openblas"),
    "libopenjp2.so.7": ("libopenjp2-7", "openjpeg"),
    "libpango-1.0.so.0": ("libpango-1.0-0", "pango"),
    "libpcre.so.3": ("libpcre3", ""),
    "libpcre2-8.so.0": ("libpcre2-8-0", "pcre2"),
    "libpng16.so.16": ("libpng16-16", "libpng"),
    "libportaudio.so.2": ("libportaudio2", "portaudio"),
    "libpq.so.5": ("libpq5", "libpq"),
    "libproj.so.25": ("libproj25", "proj"),
    "librdkafka.so.1": ("librdkafka1", "librdkafka"),
    "libreadline.so.8": ("libreadline8", "readline"),
    "libsasl2.so.2": ("libsasl2-2", "libsasl"),
    "libsnappy.so.1": ("libsnappy1v5", "snappy"),
    "libsodium.so.23": ("libsodium23", "libsodium"),
    "libsqlite3.so.0": ("libsqlite3-0", "sqlite-libs"),
    "libssl.so.1.1": ("libssl1.1", "libssl1.1"),
    "libssl.so.3": ("libssl3", "libssl3"),
    "libcrypto.so.1.1": ("libssl1.1", "libcrypto1.1"),
    "libcrypto.so.3": ("libssl3", "libcrypto3"),
    "libstdc++.so.6": ("libstdc++6", "libstdc++"),
    "libsystemd.so.0": ("libsystemd0", "libelogind"),
    "libtiff.so.6": ("libtiff6", "tiff"),
    "libusb-1.0.so.0": ("libusb-1.0-0", "libusb"),
    "libuuid.so.1": ("libuuid1", "libuuid"),
    "libvips.so.42": ("libvips42", "vips"),
    "libwebp.so.7": ("libwebp7", "libwebp"),
    "libxml2.so.2": ("libxml2", "libxml2"),
    "libxmlsec1.so.1": ("libxmlsec1", "xmlsec"),
    "libxmlsec1-openssl.so.1": ("libxmlsec1-openssl", "xmlsec"),
    "libxslt.so.1": ("libxslt1.1", "libxslt"),
    "libyaml-0.so.2": ("libyaml-0-2", "yaml"),
    "libz.so.1": ("zlib1g", "zlib"),
    "libzbar.so.0": ("libzbar0", "zbar"),
    "libzmq.so.5": ("libzmq5", "libzmq"),
    "libzstd.so.1": ("libzstd1", "zstd-libs"),
}


def package(library):
    """The package of this distribution that usually has a library, or None."""
    packages = PACKAGES.get(library)
    return (packages[1 if os.path.exists("/etc/alpine-release") else 0] or None) if packages else None


def hint(libraries):
    """The advice for missing libraries; empty if no package is known."""
    packages = sorted({name for name in map(package, libraries) if name})
    return ADVICE + " ".join(packages) if packages else ""


def together(hints):
    """One hint with the packages of several."""
    packages = sorted({name for one in hints if one.startswith(ADVICE) for name in one[len(ADVICE):].split()})
    return ADVICE + " ".join(packages) if packages else ""


def absent_library(text):
    """The shared library that an error says is missing; empty for another error.

    The words are the loader's, of glibc and of musl, or those of a package that looked for a library by name. For the
    latter the library must be one of PACKAGES, and the loader must not find it."""
    if ": cannot open shared object file: No such file" in text:
        return text.split(": cannot open shared object file")[0].split()[-1]
    if "Error loading shared library " in text and "No such file" in text:
        return text.split("Error loading shared library ", 1)[1].split(":")[0]
    words = "".join(char if char.isalnum() or char in "_-+." else " " for char in text).lower().split()
    names = {word.split(".so")[0].rstrip(".-0123456789") for word in words}
    says_library = any(word.startswith(("librar", "shared", "dll")) for word in words)
    folders = None
    for library in sorted(PACKAGES):
        stem = library.split(".so")[0].lower()
        bare = stem.rstrip(".-0123456789")
        if bare in names or says_library and bare[3:] in names and len(bare) > 5:
            folders = folders or elf.system_folders()[0]
            if elf.first(library, folders) is None:
                return library
    return ""
