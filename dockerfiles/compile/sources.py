"""Downloads and unpacks the sources of what must be compiled.

    python3 sources.py --requirements requirements.json --sources DIR [--have DIR] [--kept DIR]
                       [--cert FILE] [--netrc FILE] [--index-url URL]

It runs on the build machine's own platform: the target platform may be emulated, where unpacking takes long.
DIR gets a folder NAME-VERSION for each, and `list` with a line `NAME VERSION FOLDER` for each; with nothing to compile
`list` is empty. Where the requirement names a wheel of the same release for another platform (`like`),
NAME-VERSION.modules gets the names of that wheel's compiled modules, a line each; when it cannot be downloaded, a note
says so and there is no such file. --have names a folder of wheels that were compiled before: their sources are skipped.
With something to compile, `against` gets the wheel of numpy that the requirements name, if they do: --kept holds those
that were compiled in an earlier build, as install.py reads it.

Problems are printed as one line each; then the exit code is 1.

It runs on the publish base's own Python, 3.6 or newer, because its stage is that base: another Python would be another
image to pull. It uses the standard library alone: the base has nothing else that is sure to be there.
"""
import argparse
import json
import os
import shutil
import sys
import tarfile
import tempfile
import zipfile

from audit import modules
from fetch import Problem, add_arguments, fetch, fetch_all, opener
from target_numpy import NAME as NUMPY
from wheel import normalized, wheel_in


def unpack(path, folder):
    """Unpacks an sdist: its one top folder becomes `folder`. Raises Problem."""
    with tempfile.TemporaryDirectory(dir=os.path.dirname(folder)) as temporary:
        try:
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    archive.extractall(temporary)
            else:
                with tarfile.open(path) as archive:
                    untar(archive, temporary)
        except (tarfile.TarError, zipfile.BadZipFile, OSError, EOFError) as error:
            raise Problem("%s cannot be unpacked: %s" % (os.path.basename(path), error)) from None
        tops = os.listdir(temporary)
        if len(tops) != 1:
            raise Problem("%s is no source distribution: it holds %d top folders, not one" % (os.path.basename(path), len(tops)))
        shutil.rmtree(folder, ignore_errors=True)
        os.rename(os.path.join(temporary, tops[0]), folder)


def untar(archive, folder):
    """Unpacks without leaving the folder: with Python's own filter (PEP 706), which its old releases lack."""
    if hasattr(tarfile, "data_filter"):
        archive.extractall(folder, filter="data")
        return
    for member in archive.getmembers():
        place = os.path.normpath(os.path.join("/x", member.name))
        if not (member.isfile() or member.isdir() or member.issym()) or not place.startswith("/x/") and place != "/x":
            raise tarfile.TarError("%s is no plain file below its folder" % member.name)
        if member.issym() and not os.path.normpath(os.path.join("/x", os.path.dirname(member.name), member.linkname)).startswith("/x/"):
            raise tarfile.TarError("%s links out of its folder" % member.name)
    archive.extractall(folder)


def open_to_all(folder):
    """Lets every user read the sources: where there are credentials, they are compiled by one without rights."""
    for place, _, names in os.walk(folder):
        for path in [place] + [os.path.join(place, name) for name in names]:
            if not os.path.islink(path):
                mode = os.stat(path).st_mode
                os.chmod(path, mode | (0o555 if mode & 0o100 else 0o444))


def write_modules(client, like, path, folder):
    """Writes the names of a wheel's compiled modules to `path`, a line each. Failing is no problem: the compiling stage
    then builds for this machine, too, and compares with that."""
    try:
        names = modules(fetch(client, like, folder))
    except (Problem, zipfile.BadZipFile, OSError) as error:
        print("note: %s cannot be compared with: %s" % (like["filename"], error))
        return
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(name + "\n" for name in names)


def add_numpy(client, lists, kept, folder):
    """Puts the wheel of numpy that the image installs into `folder`. Gives a line for each problem."""
    def numpy_of(which):
        return [entry for entry in lists.get(which, []) if normalized(entry["name"]) == NUMPY]

    os.makedirs(folder)
    for entry in numpy_of("kept"):
        path = os.path.join(kept or "", entry["sha256"], entry["filename"])
        if os.path.exists(path):  # install.py says what is missing
            shutil.copy(path, folder)
    problems = fetch_all(client, numpy_of("wheels"), folder, lambda entry, path: path)[1]
    if not os.listdir(folder):
        os.rmdir(folder)
    return problems


def sources(options):
    """Fetches and unpacks all. Gives a line for each problem."""
    with open(options.requirements, encoding="utf-8") as file:
        lists = json.load(file)
    wanted = [entry for entry in lists.get("compile", []) if not wheel_in(options.have, entry)]
    os.makedirs(options.sources, exist_ok=True)
    urls = [entry["url"] for entry in wanted + lists.get("wheels", [])]
    client = opener(options.cert, options.netrc, [options.index_url] + urls)

    def unpacked(entry, path):
        folder = "%s-%s" % (normalized(entry["name"]), entry["version"])
        place = os.path.join(os.path.abspath(options.sources), folder)
        unpack(path, place)
        if options.netrc:
            open_to_all(place)
        if "like" in entry:
            write_modules(client, entry["like"], place + ".modules", temporary)
        return "%s %s %s\n" % (entry["name"], entry["version"], folder)

    with tempfile.TemporaryDirectory() as temporary:
        lines, problems = fetch_all(client, wanted, temporary, unpacked)
    with open(os.path.join(options.sources, "list"), "w", encoding="utf-8") as file:
        file.writelines(lines)
    if wanted:
        problems += add_numpy(client, lists, options.kept, os.path.join(options.sources, "against"))
    return problems


def main(arguments):
    parser = argparse.ArgumentParser(description="Downloads and unpacks the sources of what must be compiled.")
    parser.add_argument("--requirements", required=True)
    parser.add_argument("--sources", required=True)
    parser.add_argument("--have")
    parser.add_argument("--kept")
    add_arguments(parser)
    problems = sources(parser.parse_args(arguments))
    for problem in problems:
        print("sources: " + problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
