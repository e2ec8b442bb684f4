"""Downloads the tools of tools.txt, each by its hash, and unpacks what builds read of them: a cross compiler, and uv for the
environments of builds.

    python3 tools.py --tools DIR [--kept DIR] [--cert FILE] [--netrc FILE] [--index-url URL]

DIR gets a folder for each. `kept` has what an earlier build downloaded, and gets the rest. A tool that the index does not
have, or not for this Python or machine, is left out with a note: the build does without it. That happens with a private
index that does not stand for PyPI. Any other failure ends the step, so that the builder does not cache a folder without
the tool.

pip downloads, since it knows every kind of index. It does not install: of the 19 500 files of zig, glibc needs 250.

It runs on the publish base's own Python, 3.6 or newer, because its stage is that base: another Python would be another
image to pull. It uses the standard library alone: the base has nothing else that is sure to be there.
"""
import argparse
import concurrent.futures
import glob
import hashlib
import http.client
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import zipfile

from fetch import Problem, add_arguments, opener
from frontend import UNREACHABLE
from target import musl_of

LIST = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tools.txt")
# The machines that tools.txt has hashes for.
MACHINES = ("x86_64", "aarch64")
CONSEQUENCES = {"uv": "pip makes the environments of builds", "ziglang": "nothing is cross-compiled"}
PROGRAMS = ("bin/uv", "ziglang/zig")
# What no build for Linux with musl reads in zig's folder `lib`: other systems, and documentation.
OTHER_SYSTEMS = re.compile(r"(docs|libtsan|libc/(darwin|freebsd|glibc|mingw|netbsd|openbsd|wasi))/"
                           r"|libc/include/(?!generic-musl/|\w+-linux-(any|musl\w*)/)")


def read_tools():
    """Name and requirement, with its hashes, of each tool."""
    with open(LIST, encoding="utf-8") as file:
        return re.findall(r"(?m)^(([\w-]+)==(?:[^\n]*\\\n)*[^\n]*)", file.read())


def place(path, musl):
    """Where a file of a tool's wheel belongs in the tool's folder; None for one that no build reads."""
    if path.endswith(".data/scripts/uv"):
        return "bin/uv"
    top, _, rest = path.partition("/lib/")
    if path == "ziglang/zig" or path.startswith("ziglang/lib/include/"):
        return path
    # The C library of glibc, and that of C++, are the target's own.
    return path if musl and top == "ziglang" and not OTHER_SYSTEMS.match(rest) else None


def unpack(wheel, folder, musl):
    """Unpacks what builds read."""
    with zipfile.ZipFile(wheel) as archive:
        for entry in archive.infolist():
            name = place(entry.filename, musl)
            if name is None or entry.filename.endswith("/"):
                continue
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with archive.open(entry) as source, open(path, "wb") as file:
                shutil.copyfileobj(source, file, 1 << 20)
            if name in PROGRAMS:
                os.chmod(path, 0o755)


def kept_file(folder, name, requirement):
    """The path of the tool's wheel in `folder` that has one of the requirement's hashes, or None."""
    for path in glob.glob(os.path.join(folder, name + "-*.whl")):
        if sha256(path) in requirement:
            return path
    return None


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def status(client, index_url, name):
    """The status of the index's answer for a project, or None: then pip, which tries longer, has the last word."""
    try:
        with client.open(urllib.request.Request("%s/%s/" % (index_url.rstrip("/"), name)), timeout=10) as answer:
            return answer.getcode()
    except urllib.error.HTTPError as error:
        return error.code
    except (OSError, http.client.HTTPException, Problem):
        return None


def download(requirement, folder):
    """Gives pip's exit code and its output."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-cache-dir", "--no-deps", "--require-hashes", "--only-binary", ":all:"]
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write(requirement + "\n")
        file.flush()
        done = subprocess.run(pip + ["--dest", folder, "-r", file.name], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def fetched(client, index_url, name, requirement, kept):
    """The path in `kept` of a tool's wheel, and why there is none. Raises Problem."""
    if os.uname().machine not in MACHINES:
        return None, "there is no %s for %s" % (name, os.uname().machine)
    path = kept_file(kept, name, requirement)
    if path:
        return path, None
    answer_status = status(client, index_url, name)
    if answer_status in (404, 410):
        return None, "the package index has no %s" % name
    # Another build may download the same to the same place.
    with tempfile.TemporaryDirectory(dir=kept) as folder:
        code, output = download(requirement, folder)
        # pip says the same of an index that does not answer.
        if code and answer_status == 200 and "No matching distribution found" in output and not UNREACHABLE.search(output):
            return None, "the package index has no %s for this Python and machine" % name
        if code:
            raise Problem(output.strip())
        (file,) = os.listdir(folder)
        os.replace(os.path.join(folder, file), os.path.join(kept, file))
        return os.path.join(kept, file), None


def main(arguments):
    parser = argparse.ArgumentParser(description="Downloads what tools.txt names, each by its hash.")
    parser.add_argument("--tools", required=True)
    parser.add_argument("--kept")
    add_arguments(parser)
    options = parser.parse_args(arguments)
    os.makedirs(options.tools, exist_ok=True)
    index_url = options.index_url or os.environ.get("PIP_INDEX_URL") or "https://pypi.org/simple"
    client = opener(options.cert, options.netrc, [index_url])
    musl = musl_of("") is not None

    def add(requirement, name):
        wheel, left_out = fetched(client, index_url, name, requirement, options.kept)
        if wheel:
            unpack(wheel, os.path.join(options.tools, name), musl)
        return left_out

    with tempfile.TemporaryDirectory() as temporary, concurrent.futures.ThreadPoolExecutor() as pool:
        options.kept = options.kept or temporary
        os.makedirs(options.kept, exist_ok=True)
        try:
            for name, adding in [(name, pool.submit(add, requirement, name)) for requirement, name in read_tools()]:
                left_out = adding.result()
                if left_out:
                    print("note: %s: %s" % (left_out, CONSEQUENCES[name]))
        except Problem as problem:
            print(problem, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
