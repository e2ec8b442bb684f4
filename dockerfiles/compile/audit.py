"""Audits a wheel that was compiled for a foreign platform: whether it can run there, whether modules are missing, and how
old a system it can run on, which its platform tag then says.

Rules: ELF (System V ABI chapter 5; for arm its supplement's e_flags), platform compatibility tags (PEP 600, 656).

It runs on the base's own Python, 3.6 or newer, with the standard library alone: compile.py imports it in the build base,
where wheels are built by the Python that they are for, sources.py and needs.py in the publish base.

`auditwheel` 6.8 does not replace it: it wants Python 3.10, and compares neither with the modules of another wheel, nor
with the glibc of one base, nor with the symbols of a musl. Its policies are used, though: scripts/symbol-versions.ts
writes symbol-versions.json from them.
"""
import json
import os
import re
import tempfile
import zipfile

from checks import elf
from fetch import Problem
from wheel import digest

LIBRARY = re.compile(r"\.so(\.\d+)*$")
# The names of musl: its own, and zig's.
MUSL = re.compile(r"libc\.(so|musl-[^/]*)$")
# A module for the instructions of some processors: `fuzz_cpp_avx2`.
INSTRUCTIONS = re.compile(r"(^|_)(x86|amd64|i[3-6]86|mmx|s?sse\d?|avx|neon|sve|vsx|altivec)(\d|_|$)[^/]*$", re.IGNORECASE)
# The oldest glibc in symbol-versions.json, and in a tag.
OLDEST = (2, 17)
# A symbol version of glibc that names the glibc itself (PEP 600).
NUMBERED = re.compile(r"GLIBC_(\d+\.\d+)")
# The libraries whose versions are in symbol-versions.json. Any other library is either in the wheel or granted by no policy.
FAMILIES = re.compile(r"(GLIBC|GLIBCXX|CXXABI|GCC)_")
# The loader comes with the C library, and needs no grant of its own.
LOADER = re.compile(r"ld(64)?(-linux[-\w]*)?\.so\.\d+$")
# Where the ELF header has the type, and the types of a program and of a shared library ("ELF Header").
E_TYPE, ET_EXEC, ET_DYN = 16, 2, 3


def modules(path):
    """The compiled modules of a wheel, without the platform in their names: `gevent/_queue`. Those for one processor's
    instructions are left out, since wheels for other processors do not have them."""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.endswith(".so") and ".libs/" not in name]
    names = [re.sub(r"^[^/]+\.data/(?:platlib|purelib)/", "", name) for name in names]
    names = [re.sub(r"(\.(cpython-[^/]*|abi3))?\.so$", "", name) for name in names]
    return sorted({name for name in names if not INSTRUCTIONS.search(os.path.basename(name))})


def numbers(version):
    return tuple(int(part) for part in version.split("."))


def audit(path, target, floor, expected, libc=None):
    """Gives the platform tag that a wheel's symbols allow, `linux_…` if no policy allows them. Raises Problem when the wheel
    does not work on the target: `floor` is the publish base's glibc, `libc` the file of its musl, `expected` are modules
    that the wheel must have."""
    missing = sorted(set(expected) - set(modules(path)))
    if missing:
        raise Problem("it lacks %s, which the wheel for another platform has" % ", ".join(missing))
    needed, versions = needs(path, lambda member, info: check_format(member, info, target.elf), strict=False)
    plain = "linux_" + target.machine
    if not target.glibc:
        if libc:
            check_symbols(path, libc, target.sysroot)
        return plain if any(not MUSL.match(name) for name in needed) else "musllinux_1_2_" + target.machine
    glibc = newest_glibc(versions)
    if floor and glibc > floor:
        raise Problem("it needs glibc %d.%d, and the base has %d.%d" % (glibc + floor))
    policy = oldest_policy(needed, versions, target.machine)
    return "manylinux_%d_%d_%s" % (policy + (target.machine,)) if policy else plain


def needs(path, check=lambda member, info: None, strict=True):
    """What a wheel's programs and libraries need: the names of libraries that it does not bring, and of symbol versions.
    `check(member, info)` is called with each file. Raises Problem for a damaged file; without `strict`, only for one that
    is named as a library: others can be data of a package's tests."""
    needed, versions, brought = set(), set(), set()
    for member, copy in linked(path):
        try:
            info = elf.read(copy)
        except elf.UNREADABLE:
            if strict or LIBRARY.search(member):
                raise Problem("%s is a damaged ELF file" % member) from None
            continue
        check(member, info)
        brought.add(os.path.basename(member))
        if info:
            needed.update(info["needed"])
            versions.update(info["versions"])
    return needed - brought, versions


def linked(path):
    """The names of a wheel's programs and libraries, each with the path of a temporary copy."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(path) as archive:
        for member in archive.namelist():
            if LIBRARY.search(member) or is_linked(archive, member):
                yield member, archive.extract(member, folder)


def check_symbols(path, libc, sysroot):
    """Raises Problem when the wheel needs a symbol that is defined neither in it, nor in `libc`, nor in a library of the
    sysroot that it names. musl's symbols have no versions, and the compiler brings a musl that may be newer."""
    defined, wanted, libraries = elf.symbols(libc)[0], set(), set()
    for _, copy in linked(path):
        try:
            own, undefined = elf.symbols(copy)
            libraries.update(elf.read(copy)["needed"])
        except elf.UNREADABLE:
            continue
        defined |= own
        wanted |= undefined
    for name in libraries:
        for place in ("/lib/", "/usr/lib/", "/usr/local/lib/"):
            if not MUSL.match(name) and os.path.exists(sysroot + place + name):
                defined |= elf.symbols(sysroot + place + name)[0]
    # The interpreter defines these.
    unknown = sorted(name for name in wanted - defined if not name.startswith(("Py", "_Py")))
    if unknown:
        raise Problem("it needs %s, which the base's C library has not" % ", ".join(unknown[:5]))


def is_linked(archive, member):
    """Whether a file is a program or a shared library by its ELF type (ET_EXEC, ET_DYN): an object file is neither."""
    with archive.open(member) as file:
        head = file.read(E_TYPE + 2)
    if not head.startswith(elf.MAGIC) or len(head) < E_TYPE + 2:
        return False
    order = "little" if head[elf.EI_DATA] == elf.ELFDATA2LSB else "big"
    return int.from_bytes(head[E_TYPE:E_TYPE + 2], order) in (ET_EXEC, ET_DYN)


def granted(table):
    """Name to the oldest glibc that grants it, as numbers, of a table {glibc: names}."""
    return {name: numbers(glibc) for glibc, names in table.items() for name in names}


def policies(machine):
    """What systems grant: libraries, and symbol versions on a machine, each with the oldest glibc. There are no versions
    for a machine without policies."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "symbol-versions.json"), encoding="utf-8") as file:
        known = json.load(file)
    return granted(known["libraries"]), granted(known["versions"].get(machine, {}))


def newest_glibc(versions):
    """The newest glibc that a symbol version names."""
    numbered = [NUMBERED.match(name) for name in versions]
    return max([OLDEST] + [numbers(match.group(1)) for match in numbered if match])


def oldest_policy(needed, versions, machine):
    """The oldest glibc whose policy grants all that is needed; None if no policy does."""
    libraries, known = policies(machine)
    glibc = [newest_glibc(versions)]
    glibc += [libraries.get(name) for name in needed if not LOADER.match(name)]
    glibc += [known.get(name) for name in versions if FAMILIES.match(name) and not NUMBERED.match(name)]
    return max(glibc) if known and None not in glibc else None


def check_format(member, info, wanted):
    """Raises Problem for a file of another machine, class or flags than the target's."""
    if info is None:
        raise Problem("%s is no shared library" % member)
    machine, bits, flags = info["format"]
    if (machine, bits) != wanted[:2] or flags & wanted[2] != wanted[2]:
        raise Problem("%s is for %s, with %d bits and flags %#x" % (member, info["machine"], bits, flags))


def retag(path, tag):
    """Changes a wheel's platform tag in its name, in WHEEL and in RECORD. Gives the new path."""
    folder, name = os.path.split(path)
    stem, old = name[:-4].rsplit("-", 1)
    if old in ("any", tag):
        return path
    new = os.path.join(folder, "%s-%s.whl" % (stem, tag))
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as copy:
        info = next(item for item in archive.namelist() if re.match(r"[^/]+\.dist-info/WHEEL$", item))
        text = re.sub(r"(?m)^(Tag: \S+-)%s\s*$" % re.escape(old), r"\g<1>" + tag, archive.read(info).decode())
        for item in archive.infolist():
            data = archive.read(item)
            if item.filename == info:
                data = text.encode()
            elif item.filename == info[:-len("WHEEL")] + "RECORD":
                row = "%s,%s,%d" % (info, digest(text.encode()), len(text.encode()))
                data = re.sub(r"(?m)^%s,[^\r\n]*" % re.escape(info), lambda _, row=row: row, data.decode()).encode()
            copy.writestr(item, data)
    os.remove(path)
    return new
