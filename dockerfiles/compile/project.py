"""Builds the wheel of a project, and what else its images are made of.

    python3 project.py SOURCE OUT

OUT gets the wheel; where that is not pure Python, the sdist too, from which each platform compiles its own; `metadata/`
with a wheel of the same name and version that holds nothing but the metadata, for the resolver; and METADATA and
entry_points.txt as files. Wheel and sdist are the same, byte for byte, for the same source: times are SOURCE_DATE_EPOCH.

`build` is the front end (PEP 517), from the package index: the one of the compiling stages builds no sdist. BUILD_CONSTRAINTS
holds requirements that the build's own are held to.

It runs on the build base's own Python, 3.8 or newer, in a stage of its own: other libraries than `build` have no use here.
"""
import glob
import gzip
import io
import os
import subprocess
import sys
import tarfile
import zipfile


def run(*command, **options):
    ended = subprocess.run(command, **options)
    if ended.returncode:
        sys.exit(ended.returncode)


def build(source, out):
    """Builds wheel and sdist; the wheel from the source itself, whose history it may need."""
    tools = "/tools"
    run(sys.executable, "-m", "pip", "install", "--root-user-action=ignore", "--disable-pip-version-check", "--quiet", "--target", tools, "build")
    environment = dict(os.environ, PYTHONPATH=tools, GIT_CONFIG_COUNT="1", GIT_CONFIG_KEY_0="safe.directory", GIT_CONFIG_VALUE_0="*")
    constraints = os.environ.get("BUILD_CONSTRAINTS")
    if constraints:
        with open("/constraints.txt", "w") as file:
            file.write(constraints + "\n")
        environment["PIP_CONSTRAINT"] = "/constraints.txt"
    run(sys.executable, "-m", "build", "--wheel", "--sdist", "--outdir", out, source, env=environment)


def write_metadata(wheel, out):
    """Copies METADATA and entry_points.txt, and writes a wheel with the metadata alone."""
    os.makedirs(os.path.join(out, "metadata"))
    parts = os.path.basename(wheel).split("-")
    name = "-".join(parts[:2]) + "-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as whole, zipfile.ZipFile(os.path.join(out, "metadata", name), "w") as bare:
        for entry in whole.namelist():
            folder, _, file = entry.rpartition("/")
            if not folder.endswith(".dist-info"):
                continue
            content = whole.read(entry)
            if file in ("METADATA", "entry_points.txt"):
                with open(os.path.join(out, file), "wb") as target:
                    target.write(content)
            if file == "WHEEL":
                content = b"Wheel-Version: 1.0\nGenerator: project\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
            if file in ("METADATA", "WHEEL", "RECORD"):
                bare.writestr(entry, b"" if file == "RECORD" else content)


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


def main(arguments):
    if len(arguments) != 2:
        print("usage: project.py SOURCE OUT", file=sys.stderr)
        return 2
    source, out = arguments
    os.makedirs(out)
    build(source, out)
    wheel, = glob.glob(os.path.join(out, "*.whl"))
    sdist, = glob.glob(os.path.join(out, "*.tar.gz"))
    write_metadata(wheel, out)
    if wheel.endswith("-none-any.whl"):
        os.remove(sdist)
    else:
        os.remove(wheel)
        normalize(sdist, int(os.environ.get("SOURCE_DATE_EPOCH") or "315532800"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
