"""Which shared libraries an extension needs, and where the loader would find them.

Read from the files themselves (ELF, System V ABI chapter 5), because loading them one by one would run their code.

Python 3.6 or newer, standard library only; imports little, since it runs under emulation.
"""
import os
import struct

# Library to what brings it: Debian's package, Alpine's.
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
    "libaio.so.1": ("libaio1t64", "libaio"),
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

MACHINES = {3: "386", 8: "mips", 20: "ppc", 21: "ppc64le", 22: "s390x", 40: "arm", 62: "amd64", 183: "arm64", 243: "riscv64"}


def read(path):
    """What the loader reads of a file: {"machine", "needed", "paths", "module"}; None when it is no ELF file.
    `paths` are RPATH and RUNPATH as they stand there; `module` is whether Python can import it."""
    with open(path, "rb") as file:
        head = file.read(64)
        if len(head) < 52 or head[:4] != b"\x7fELF":
            return None
        wide, order = head[4] == 2, "<" if head[5] == 1 else ">"
        machine = struct.unpack_from(order + "H", head, 18)[0]
        where, = struct.unpack_from(order + ("Q" if wide else "I"), head, 32 if wide else 28)
        size, count = struct.unpack_from(order + "HH", head, 54 if wide else 42)
        file.seek(where)
        table = file.read(size * count)
        loads, dynamic = [], None
        for index in range(count):
            if wide:
                kind, _, offset, address, _, length = struct.unpack_from(order + "IIQQQQ", table, index * size)
            else:
                kind, offset, address, _, length = struct.unpack_from(order + "IIIII", table, index * size)
            if kind == 1:
                loads.append((address, offset, length))
            elif kind == 2:
                dynamic = offset, length
        found = {"machine": MACHINES.get(machine, "machine %d" % machine), "needed": [], "paths": [], "module": False}
        if dynamic is None:
            return found
        file.seek(dynamic[0])
        data = file.read(dynamic[1])
        form = order + ("qQ" if wide else "iI")
        step = struct.calcsize(form)
        tags = []
        for place in range(0, len(data) - step + 1, step):
            pair = struct.unpack_from(form, data, place)
            if pair[0] == 0:
                break
            tags.append(pair)
        known = dict(tags)
        address, length = known.get(5, 0), known.get(10, 0)
        for start, offset, span in loads:
            if start <= address < start + span:
                address = address - start + offset
                break
        file.seek(address)
        names = file.read(length)

    def text(at):
        return names[at:names.index(b"\0", at)].decode("utf-8", "replace")

    found["needed"] = [text(value) for tag, value in tags if tag == 1]
    # RUNPATH (29) makes the loader ignore RPATH (15)
    chosen = 29 if 29 in known else 15
    found["paths"] = [part for tag, value in tags if tag == chosen for part in text(value).split(":") if part]
    found["module"] = b"\0PyInit_" in names
    return found


def configured(path, depth=0):
    """Folders that an ld.so.conf names, `include` lines followed."""
    folders = []
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
    except OSError:
        return folders
    for line in lines:
        line = line.split("#")[0].strip()
        if line.startswith("include") and depth < 4:
            import glob
            for pattern in line.split()[1:]:
                for other in sorted(glob.glob(os.path.join(os.path.dirname(path), pattern))):
                    folders += configured(other, depth + 1)
        elif line:
            folders.append(line)
    return folders


def system_folders():
    """Where this system's loader looks besides a file's own paths; and whether the system is musl's."""
    extra = [part for part in os.environ.get("LD_LIBRARY_PATH", "").split(":") if part]
    loaders = [name for name in os.listdir("/lib") if name.startswith("ld-musl-")]
    if loaders:
        try:
            with open("/etc/" + loaders[0].replace(".so.1", ".path")) as file:
                return extra + file.read().replace(":", "\n").split(), True
        except OSError:
            return extra + ["/lib", "/usr/local/lib", "/usr/lib"], True
    folders = configured("/etc/ld.so.conf") + ["/lib", "/usr/lib", "/lib64", "/usr/lib64"]
    # Debian names the folder of its platform in ld.so.conf.d; a base without that file has the folder still
    for top in ("/lib", "/usr/lib"):
        folders += [top + "/" + name for name in os.listdir(top) if "-linux-" in name]
    return extra + folders, False


def missing(extensions, bundled):
    """What the extensions need and the loader would not find, directly or through other libraries.

    extensions: paths of files that Python imports; bundled: names of files anywhere in site-packages, which code of
    the package may load first by itself. Gives {"missing": {library: path of the first file that needs it},
    "foreign": [(path of an extension, its machine)], "count": files read}.
    """
    folders, musl = system_folders()
    own = read(os.path.realpath("/proc/self/exe"))
    machine = own["machine"] if own else None
    seen, lost, foreign = {}, {}, []
    rest = [(path, []) for path in sorted(extensions, reverse=True)]
    places = {}
    while rest:
        path, inherited = rest.pop()
        real = os.path.realpath(path)
        if real in seen:
            continue
        try:
            seen[real] = info = read(path)
        except (OSError, ValueError, struct.error):
            seen[real] = info = None
        if info is None:
            continue
        if machine and info["machine"] != machine:
            if path in extensions:
                foreign.append((path, info["machine"]))
            continue
        origin = os.path.dirname(real)
        paths = [part.replace("$ORIGIN", origin).replace("${ORIGIN}", origin) for part in info["paths"]]
        for name in info["needed"]:
            if musl and name.split(".so")[0].split(".musl")[0] in ("libc", "libm", "libpthread", "librt", "libdl", "libutil"):
                continue
            if "/" in name:
                found = name if os.path.exists(name) else None
            else:
                found = first(name, paths + inherited) or places.get(name)
                if found is None:
                    found = first(name, folders)
                    if found:
                        places[name] = found
            if found:
                rest.append((found, paths + inherited))
            elif name not in bundled:
                lost.setdefault(name, path)
    return {"missing": lost, "foreign": foreign, "count": len(seen)}


def first(name, folders):
    """The first folder's file of that name."""
    for folder in folders:
        path = folder + "/" + name
        if os.path.exists(path):
            return path
    return None


def package(library, alpine):
    """The distro package that usually has a library, or None. An unknown version is guessed from the same library's."""
    found = PACKAGES.get(library)
    return (found[1 if alpine else 0] or None) if found else None
