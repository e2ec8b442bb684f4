"""Builds the wheel of a project, and what else its images are made of.

    python3 project.py SOURCE OUT

OUT gets the wheel, if it is pure Python, else the sdist, from which each platform compiles its own; `metadata/` with a wheel
that holds nothing but the metadata, for the resolver; METADATA and entry_points.txt as files. The same source gives the
same files, byte for byte: times are SOURCE_DATE_EPOCH, in seconds.

`build` is the front end (PEP 517), from the package index: that of the compiling stages makes no sdist. BUILD_CONSTRAINTS
holds lines that build requirements are held to.

It runs on the Python of the full base, 3.9 or newer.
"""
import gzip
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile


TOOLS = "/tools"
# 1980, in seconds since the epoch: a wheel can hold no earlier time.
EARLIEST = 315532800


def prepare():
    """Installs the front end, and sets what builds find in their environment."""
    command = [sys.executable, "-m", "pip", "install", "--root-user-action=ignore", "--disable-pip-version-check", "--quiet",
               "--target", TOOLS, "build"]
    if subprocess.run(command, check=False).returncode:
        sys.exit(1)
    # The mount has another owner than who builds, which Git takes for a trap.
    os.environ.update(GIT_CONFIG_COUNT="1", GIT_CONFIG_KEY_0="safe.directory", GIT_CONFIG_VALUE_0="*")
    constraints = os.environ.get("BUILD_CONSTRAINTS")
    if constraints:
        path = os.path.join(tempfile.mkdtemp(), "constraints.txt")
        with open(path, "w", encoding="utf-8") as file:
            file.write(constraints + "\n")
        os.environ["PIP_CONSTRAINT"] = path
    sys.path.insert(0, TOOLS)


def build(source, out):
    """Builds the sdist, and the wheel if that does without the packages of another distribution. Gives their paths; of the
    wheel None. The metadata is below `out` in any case."""
    from build import BuildBackendException, ProjectBuilder
    from build.env import DefaultIsolatedEnv
    with DefaultIsolatedEnv() as environment:
        builder = ProjectBuilder.from_isolated_env(environment, source)
        environment.install(builder.build_system_requires)
        environment.install(builder.get_requires_for_build("sdist"))
        sdist = builder.build("sdist", out)
        environment.install(builder.get_requires_for_build("wheel"))
        try:
            wheel = builder.build("wheel", out)
        except BuildBackendException as error:
            print("project: the wheel is left to the base: %s" % error, file=sys.stderr)
            return sdist, None, builder.metadata_path(os.path.join(out, "prepared"))
    return sdist, wheel, None


def metadata_of(wheel, prepared):
    """The files of the .dist-info folder by name, from a wheel or a folder."""
    if wheel is None:
        return {name: read(os.path.join(prepared, name)) for name in os.listdir(prepared) if os.path.isfile(os.path.join(prepared, name))}
    with zipfile.ZipFile(wheel) as archive:
        entries = [entry.rpartition("/") for entry in archive.namelist()]
        return {name: archive.read(folder + "/" + name) for folder, _, name in entries if folder.endswith(".dist-info") and "/" not in folder}


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write_metadata(files, stem, out):
    """Writes METADATA and entry_points.txt, and a wheel with the metadata alone. `stem` is `name-version`."""
    os.makedirs(os.path.join(out, "metadata"))
    for name in ("METADATA", "entry_points.txt"):
        if name in files:
            with open(os.path.join(out, name), "wb") as file:
                file.write(files[name])
    folder = stem + ".dist-info/"
    with zipfile.ZipFile(os.path.join(out, "metadata", stem + "-py3-none-any.whl"), "w") as bare:
        bare.writestr(folder + "METADATA", files["METADATA"])
        bare.writestr(folder + "WHEEL", b"Wheel-Version: 1.0\nGenerator: project\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        bare.writestr(folder + "RECORD", b"")


def normalize(sdist, epoch):
    """Writes the sdist anew, with the same order, times and owners for the same files."""
    with tarfile.open(sdist) as archive:
        members = [(member, archive.extractfile(member).read() if member.isfile() else None) for member in archive.getmembers()]
    text = io.BytesIO()
    with tarfile.open(fileobj=text, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for member, content in sorted(members, key=lambda pair: pair[0].name):
            member.mtime, member.uid, member.gid, member.uname, member.gname, member.pax_headers = epoch, 0, 0, "", "", {}
            archive.addfile(member, None if content is None else io.BytesIO(content))
    with open(sdist, "wb") as file, gzip.GzipFile("", "wb", fileobj=file, mtime=epoch) as packed:
        packed.write(text.getvalue())


def normalize_wheel(wheel, epoch):
    """Writes the wheel anew, with the same order and times for the same files. The metadata is last, as the format has it."""
    with zipfile.ZipFile(wheel) as archive:
        members = [(member, archive.read(member)) for member in archive.infolist()]
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in sorted(members, key=lambda pair: (".dist-info/" in pair[0].filename, pair[0].filename)):
            same = zipfile.ZipInfo(member.filename, time.gmtime(max(epoch, EARLIEST))[:6])
            same.external_attr, same.create_system, same.compress_type = member.external_attr, 3, zipfile.ZIP_DEFLATED
            archive.writestr(same, content)


def main(arguments):
    if len(arguments) != 2:
        print("usage: project.py SOURCE OUT", file=sys.stderr)
        return 2
    source, out = arguments
    os.makedirs(out, exist_ok=True)
    prepare()
    sdist, wheel, prepared = build(source, out)
    files = metadata_of(wheel, prepared)
    # The sdist's name is `name-version` in the form of PEP 625, which that of a wheel is, too.
    stem = os.path.basename(wheel).rsplit("-", 3)[0] if wheel else os.path.basename(prepared)[:-len(".dist-info")]
    write_metadata(files, stem, out)
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH") or EARLIEST)
    if wheel is not None and wheel.endswith("-none-any.whl"):
        os.remove(sdist)
        normalize_wheel(wheel, epoch)
    else:
        normalize(sdist, epoch)
        if wheel is not None:
            os.remove(wheel)
    if prepared is not None:
        shutil.rmtree(os.path.join(out, "prepared"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
