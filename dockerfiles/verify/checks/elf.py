"""Finds out which shared libraries an extension needs, and where the loader would find them.

It reads the files (ELF, System V ABI chapter 5), because loading them would run their code.

It runs on the image's own Python, as verify.py says, and on the base's in the compiling stages: 3.6 or newer, and of the
standard library only what starts fast. `pyelftools` 0.33 wants Python 3.10, and could not be installed in the image.
"""
import os
import struct

# Errors of `read` and `symbols` for a file that is cut off, or whose headers promise more than it holds.
UNREADABLE = (OSError, ValueError, LookupError, OverflowError, MemoryError, struct.error)
# Types of segments (System V ABI, "Program Header"), tags of the dynamic section ("Dynamic Section", and the GNU extension
# for symbol versions), types of sections ("Sections") and bindings of symbols ("Symbol Table").
PT_LOAD, PT_DYNAMIC = 1, 2
DT_NULL, DT_NEEDED, DT_STRTAB, DT_STRSZ, DT_RPATH, DT_RUNPATH = 0, 1, 5, 10, 15, 29
DT_VERNEED, DT_VERNEEDNUM = 0x6FFFFFFE, 0x6FFFFFFF
SHT_DYNSYM = 11
STB_GLOBAL = 1
# Offsets in the headers, where they differ for 32 and for 64 bits ("ELF Header", "Program Header"); the size of an entry
# and their count stand beside each other.
HEADER_SIZE, E_MACHINE = 64, 18
E_FLAGS, E_PHOFF, E_SHOFF, E_PHENTSIZE, E_SHENTSIZE = (36, 48), (28, 32), (32, 40), (42, 54), (46, 58)
SMALLEST_HEADER = 52
MAGIC, ELFCLASS64, ELFDATA2LSB = b"\x7fELF", 2, 1
EI_CLASS, EI_DATA = 4, 5
MACHINES = {3: "386", 8: "mips", 20: "ppc", 21: "ppc64le", 22: "s390x", 40: "arm", 62: "amd64", 183: "arm64", 243: "riscv64"}


def read(path):
    """What the loader reads of a file: {"machine", "format", "needed", "versions", "paths", "module"}; None for a file that
    is not ELF. `format` is machine, class in bits and flags as numbers; `versions` are the symbol versions that it needs
    (GLIBC_2.34); `paths` is its RUNPATH or RPATH; `module` is whether Python can import it."""
    with open(path, "rb") as file:
        head = file.read(HEADER_SIZE)
        if len(head) < SMALLEST_HEADER or not head.startswith(MAGIC):
            return None
        wide, order = head[EI_CLASS] == ELFCLASS64, "<" if head[EI_DATA] == ELFDATA2LSB else ">"
        machine = struct.unpack_from(order + "H", head, E_MACHINE)[0]
        flags, = struct.unpack_from(order + "I", head, E_FLAGS[wide])
        where, = struct.unpack_from(order + ("Q" if wide else "I"), head, E_PHOFF[wide])
        size, count = struct.unpack_from(order + "HH", head, E_PHENTSIZE[wide])
        file.seek(where)
        table = file.read(size * count)
        loads, dynamic = [], None
        for index in range(count):
            if wide:
                kind, _, offset, address, _, length = struct.unpack_from(order + "IIQQQQ", table, index * size)
            else:
                kind, offset, address, _, length = struct.unpack_from(order + "IIIII", table, index * size)
            if kind == PT_LOAD:
                loads.append((address, offset, length))
            elif kind == PT_DYNAMIC:
                dynamic = offset, length
        info = {"machine": MACHINES.get(machine, "machine %d" % machine), "format": (machine, 64 if wide else 32, flags),
                 "needed": [], "versions": [], "paths": [], "module": False}
        if dynamic is None:
            return info
        file.seek(dynamic[0])
        data = file.read(dynamic[1])
        form = order + ("qQ" if wide else "iI")
        step = struct.calcsize(form)
        tags = []
        for place in range(0, len(data) - step + 1, step):
            pair = struct.unpack_from(form, data, place)
            if pair[0] == DT_NULL:
                break
            tags.append(pair)
        known = dict(tags)

        def go(address):
            for start, offset, span in loads:
                if start <= address < start + span:
                    address = address - start + offset
                    break
            file.seek(address)

        go(known.get(DT_STRTAB, 0))
        names = file.read(known.get(DT_STRSZ, 0))
        wanted = []
        if DT_VERNEED in known:
            go(known[DT_VERNEED])
            wanted = version_names(file, order, known.get(DT_VERNEEDNUM, 0))

    def text(at):
        return names[at:names.index(b"\0", at)].decode("utf-8", "replace")

    info["needed"] = [text(value) for tag, value in tags if tag == DT_NEEDED]
    # The loader ignores RPATH when there is a RUNPATH.
    chosen = DT_RUNPATH if DT_RUNPATH in known else DT_RPATH
    info["paths"] = [part for tag, value in tags if tag == chosen for part in text(value).split(":") if part]
    info["versions"] = [text(at) for at in wanted]
    info["module"] = b"\0PyInit_" in names
    return info


def version_names(file, order, count):
    """Offsets in the string table of the needed symbol versions' names, which are `count` chained lists."""
    names, place = [], file.tell()
    for _ in range(count):
        file.seek(place)
        _, many, _, first, following = struct.unpack(order + "HHIII", file.read(16))
        inner = place + first
        for _ in range(many):
            file.seek(inner)
            _, _, _, name, after = struct.unpack(order + "IHHII", file.read(16))
            names.append(name)
            inner += after
        place += following
    return names


def symbols(path):
    """The names of the dynamic symbols that a file defines, and of those that it needs from others, without weak ones. Both
    are empty for a file that is not ELF or has no section .dynsym."""
    with open(path, "rb") as file:
        head = file.read(HEADER_SIZE)
        if not head.startswith(MAGIC):
            return set(), set()
        wide, order = head[EI_CLASS] == ELFCLASS64, "<" if head[EI_DATA] == ELFDATA2LSB else ">"
        where, = struct.unpack_from(order + ("Q" if wide else "I"), head, E_SHOFF[wide])
        size, count = struct.unpack_from(order + "HH", head, E_SHENTSIZE[wide])
        file.seek(where)
        table = file.read(size * count)
        form = order + ("IIQQQQI" if wide else "7I")
        sections = [struct.unpack_from(form, table, index * size) for index in range(count if where else 0)]
        defined, wanted = set(), set()
        for _, kind, _, _, offset, length, link in sections:
            # The section's link is the index of its string table.
            if kind == SHT_DYNSYM:
                file.seek(offset)
                entries = file.read(length)
                _, _, _, _, names_offset, names_length, _ = sections[link]
                file.seek(names_offset)
                names = file.read(names_length)
                for name, info, section in struct.iter_unpack(order + ("IBxH16x" if wide else "I8xBxH"), entries):
                    text = names[name:names.index(b"\0", name)].decode("utf-8", "replace")
                    if section:
                        defined.add(text)
                    elif text and info >> 4 == STB_GLOBAL:
                        wanted.add(text)
    return defined, wanted


class System:
    """Whose files are looked up: those of this process's own system, or of one that lies below `root`.

    real: gives the real path of a path of that system, with `root` in front; library_path: its LD_LIBRARY_PATH, else this
    process's."""

    def __init__(self, root="", real=os.path.realpath, library_path=None):
        self.root, self.real = root, real
        self.library_path = os.environ.get("LD_LIBRARY_PATH", "") if library_path is None else library_path

    def inner(self, real):
        """The path in the system, of a real path."""
        return real[len(self.root):]


def configured(path, system, depth=0):
    """The folders in an ld.so.conf and the files that it includes."""
    folders = []
    try:
        with open(system.real(path), encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
    except OSError:
        return folders
    for line in lines:
        line = line.split("#")[0].strip()
        if line.startswith("include") and depth < 4:
            import glob
            for pattern in line.split()[1:]:
                folder, name = os.path.split(os.path.join(os.path.dirname(path), pattern))
                for other in sorted(glob.glob(os.path.join(system.real(folder), name))):
                    folders += configured(system.inner(other), system, depth + 1)
        elif line:
            folders.append(line)
    return folders


def listed(folder):
    """The names in a folder; none where there is no such folder."""
    try:
        return os.listdir(folder)
    except OSError:
        return []


def system_folders(system=None):
    """The folders where a system's loader looks besides a file's own paths, and whether the system has musl."""
    system = system or System()
    extra = [part for part in system.library_path.split(":") if part]
    loaders = [name for name in listed(system.real("/lib")) if name.startswith("ld-musl-")]
    if loaders:
        try:
            with open(system.real("/etc/" + loaders[0].replace(".so.1", ".path"))) as file:
                return extra + file.read().replace(":", "\n").split(), True
        except OSError:
            return extra + ["/lib", "/usr/local/lib", "/usr/lib"], True
    folders = configured("/etc/ld.so.conf", system) + ["/lib", "/usr/lib", "/lib64", "/usr/lib64"]
    # Debian names these in ld.so.conf.d, which a base may lack.
    for top in ("/lib", "/usr/lib"):
        folders += [top + "/" + name for name in listed(system.real(top)) if "-linux-" in name]
    return extra + folders, False


def missing(extensions, bundled, machine=None, system=None):
    """The libraries that files need, directly or through other libraries, and that the loader would not find.

    extensions: paths of files that Python imports, or of programs; bundled: names of files anywhere in site-packages,
    which code of the package may load by itself; machine: what the files must be for, else what this Python is for;
    system: whose files they are. Gives {"missing": {library: path of the first file that needs it}, "foreign": [(path,
    what it is for)], "count": files read}.
    """
    system = system or System()
    folders, musl = system_folders(system)
    this_python = None if machine else read(os.path.realpath("/proc/self/exe"))
    machine = this_python["machine"] if this_python else machine
    seen, missing_libraries, foreign = {}, {}, []
    rest = [(path, []) for path in sorted(extensions, reverse=True)]
    places = {}
    while rest:
        path, inherited = rest.pop()
        real = system.real(path)
        if real in seen:
            continue
        try:
            seen[real] = info = read(real)
        except UNREADABLE:
            seen[real] = info = None
        if info is None:
            continue
        if machine and info["machine"] != machine:
            if path in extensions:
                foreign.append((path, "%s, and this platform is %s" % (info["machine"], machine)))
            continue
        origin = os.path.dirname(system.inner(real))
        paths = [part.replace("$ORIGIN", origin).replace("${ORIGIN}", origin) for part in info["paths"]]
        for name in info["needed"]:
            if musl and name.split(".so")[0].split(".musl")[0] in ("libc", "libm", "libpthread", "librt", "libdl", "libutil"):
                continue
            if "/" in name:
                library = name if os.path.exists(system.real(name)) else None
            else:
                library = first(name, paths + inherited, system) or places.get(name)
                if library is None:
                    library = first(name, folders, system)
                    if library:
                        places[name] = library
            if library:
                rest.append((library, paths + inherited))
            elif name.startswith("ld-linux") if musl else name.startswith(("libc.musl-", "ld-musl-")):
                foreign.append((path, "glibc, and this image has musl" if musl else "musl, and this image has glibc"))
            elif name not in bundled:
                missing_libraries.setdefault(name, path)
    return {"missing": missing_libraries, "foreign": foreign, "count": len(seen)}


def first(name, folders, system=None):
    """The path of a file in the first folder that has it, or None."""
    system = system or System()
    for folder in folders:
        path = folder + "/" + name
        if os.path.exists(system.real(path)):
            return path
    return None
