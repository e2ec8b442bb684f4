"""Installs the tools of tools.txt, each by its hash: a cross compiler, and uv for the environments of builds.

    python3 tools.py --tools DIR [--cert FILE] [--netrc FILE] [--index-url URL]

DIR gets a folder for each. A tool that the index does not have, or not for this Python or machine, is left out with a
note: the build does without it. That happens with a private index that does not stand for PyPI. Any other failure ends
the step, so that the builder does not cache a folder without the tool.

It runs on the publish base's own Python, 3.6 or newer, because its stage is that base: another Python would be another
image to pull. It uses the standard library alone: the base has nothing else that is sure to be there.
"""
import argparse
import http.client
import os
import re
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request

from fetch import Problem, add_arguments, opener
from frontend import UNREACHABLE

LIST = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tools.txt")
# The machines that tools.txt has hashes for.
MACHINES = ("x86_64", "aarch64")
CONSEQUENCES = {"uv": "pip makes the environments of builds", "ziglang": "nothing is cross-compiled"}


def read_tools():
    """Name and requirement, with its hashes, of each tool."""
    with open(LIST, encoding="utf-8") as file:
        return re.findall(r"(?m)^(([\w-]+)==(?:[^\n]*\\\n)*[^\n]*)", file.read())


def status(client, index_url, name):
    """The status of the index's answer for a project, or None: then pip, which tries longer, has the last word."""
    try:
        with client.open(urllib.request.Request("%s/%s/" % (index_url.rstrip("/"), name)), timeout=10) as answer:
            return answer.getcode()
    except urllib.error.HTTPError as error:
        return error.code
    except (OSError, http.client.HTTPException, Problem):
        return None


def install(requirement, folder):
    """Gives pip's exit code and its output."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-compile", "--no-deps", "--require-hashes", "--only-binary", ":all:"]
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write(requirement + "\n")
        file.flush()
        done = subprocess.run(pip + ["--target", folder, "-r", file.name], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def add(client, index_url, name, requirement, folder):
    """Installs one tool. Gives why it is left out, or None. Raises Problem."""
    if os.uname().machine not in MACHINES:
        return "there is no %s for %s" % (name, os.uname().machine)
    answer_status = status(client, index_url, name)
    if answer_status in (404, 410):
        return "the package index has no %s" % name
    code, output = install(requirement, folder)
    # pip says the same of an index that does not answer.
    if code and answer_status == 200 and "No matching distribution found" in output and not UNREACHABLE.search(output):
        return "the package index has no %s for this Python and machine" % name
    if code:
        raise Problem(output.strip())
    return None


def main(arguments):
    parser = argparse.ArgumentParser(description="Installs what tools.txt names, each by its hash.")
    parser.add_argument("--tools", required=True)
    add_arguments(parser)
    options = parser.parse_args(arguments)
    os.makedirs(options.tools, exist_ok=True)
    index_url = options.index_url or os.environ.get("PIP_INDEX_URL") or "https://pypi.org/simple"
    client = opener(options.cert, options.netrc, [index_url])
    try:
        for requirement, name in read_tools():
            left_out = add(client, index_url, name, requirement, os.path.join(options.tools, name))
            if left_out:
                print("note: %s: %s" % (left_out, CONSEQUENCES[name]))
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
