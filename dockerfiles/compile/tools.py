"""Installs what tools.txt names, each by its hash: the cross compiler, and what makes the environments of builds.

    python3 tools.py --tools DIR [--cert FILE] [--netrc FILE] [--index-url URL]

DIR gets a folder for each. One that the index does not have (a private one that stands for no other), or not for this
Python or machine, is left out with a note: the build does without it. Every other failure is one, so that a builder
does not keep it.

It runs on the Python of the base, whatever that is: 3.6 or newer, standard library only.
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
from frontend import PASSING

LIST = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tools.txt")
# What tools.txt has hashes for.
MACHINES = ("x86_64", "aarch64")
WITHOUT = {"uv": "pip makes the environments of builds", "ziglang": "nothing is cross-compiled"}


def listed():
    """Name and requirement, with its hashes, of each tool."""
    with open(LIST, encoding="utf-8") as file:
        return re.findall(r"(?m)^(([\w-]+)==(?:[^\n]*\\\n)*[^\n]*)", file.read())


def status(client, index_url, name):
    """What the index answers when it is asked for a project; None where it does not: pip asks again, and for longer."""
    try:
        with client.open(urllib.request.Request("%s/%s/" % (index_url.rstrip("/"), name)), timeout=10) as answer:
            return answer.getcode()
    except urllib.error.HTTPError as error:
        return error.code
    except (OSError, http.client.HTTPException, Problem):
        return None


def install(requirement, folder):
    """pip's exit code and what it said."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-compile", "--no-deps", "--require-hashes", "--only-binary", ":all:"]
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write(requirement + "\n")
        file.flush()
        done = subprocess.run(pip + ["--target", folder, "-r", file.name], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def add(client, index_url, name, requirement, folder):
    """Installs one tool; gives why it is left out, None where it is there. Raises Problem."""
    if os.uname().machine not in MACHINES:
        return "there is no %s for %s" % (name, os.uname().machine)
    answered = status(client, index_url, name)
    if answered in (404, 410):
        return "the package index has no %s" % name
    code, said = install(requirement, folder)
    # pip finds nothing at an index that does not answer, too.
    if code and answered == 200 and "No matching distribution found" in said and not PASSING.search(said):
        return "the package index has no %s for this Python and machine" % name
    if code:
        raise Problem(said.strip())
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
        for requirement, name in listed():
            left_out = add(client, index_url, name, requirement, os.path.join(options.tools, name))
            if left_out:
                print("note: %s: %s" % (left_out, WITHOUT[name]))
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
