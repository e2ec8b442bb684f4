"""Installs what tools.txt names, each by its hash: the cross compiler, and what makes the environments of builds.

    python3 tools.py --tools DIR [--cert FILE] [--netrc FILE] [--index-url URL]

An index that does not have it (a private one that stands for no other) leaves DIR empty: there, foreign platforms are
compiled for under emulation. Every other failure is one, so that a builder does not keep it. Standard library only.
"""
import argparse
import os
import re
import subprocess
import sys
import urllib.error
import urllib.request

from fetch import add_arguments, opener

LIST = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tools.txt")


def absent(client, index_url):
    """The first of the tools that the index says it does not have."""
    with open(LIST, encoding="utf-8") as file:
        names = re.findall(r"(?m)^([\w-]+)==", file.read())
    for name in names:
        try:
            client.open(urllib.request.Request("%s/%s/" % (index_url.rstrip("/"), name)), timeout=60).close()
        except urllib.error.HTTPError as error:
            if error.code in (404, 410):
                return name
        except OSError:
            # pip tries again, and says what is wrong
            return None
    return None


def main(arguments):
    parser = argparse.ArgumentParser(description="Installs what tools.txt names, each by its hash.")
    parser.add_argument("--tools", required=True)
    add_arguments(parser)
    options = parser.parse_args(arguments)
    os.makedirs(options.tools, exist_ok=True)
    index_url = options.index_url or os.environ.get("PIP_INDEX_URL") or "https://pypi.org/simple"
    name = absent(opener(options.cert, options.netrc, [index_url]), index_url)
    if name:
        print("note: the package index has no %s: nothing is cross-compiled" % name)
        return 0
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-compile", "--no-deps", "--require-hashes", "--only-binary", ":all:"]
    return subprocess.run(pip + ["--target", options.tools, "-r", LIST]).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
