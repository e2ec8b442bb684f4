"""Has the build machine's own package manager resolve and download packages of the distribution for a foreign platform's
base, and writes what is left to do there: unpacking and configuring them.

    python3 runtime.py --platform PLATFORM --target FOLDER --out FOLDER PACKAGE…

`target` is the file system of the base for `platform`; it may be written to. `out` gets the archives, and `install.sh`
with the commands. Nothing is written there where the packages must be installed on the platform itself: then the last line
that is printed says why. Where the distribution has no such package, which is no other there, the exit code is 1.

The image comes out as if the package manager had run in it: with the same files, and the same list of what is installed and
of what came along for something else. test/e2e/runtime.test.ts compares them. That is for Debian: apk takes a second under
emulation, which is less than preparing would.

It runs on the base's own Python, 3.6 or newer, because another Python would be another image to pull.
"""
import argparse
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

# The image gets `out` there, for one instruction.
PLACE = "/runtime"
APT = ("-o", "Acquire::Retries=3")
# What bases tell apt to run around dpkg: removing downloads, and asking questions ahead, which is put off without apt-utils.
HARMLESS = re.compile(r'^(rm -f( /var/cache/apt/\S+)+ \|\| true|/usr/sbin/dpkg-preconfigure --apt \|\| true)$')

# What apt warns of because nothing was unpacked.
UNTOLD = re.compile(r"W: APT had planned for dpkg to do more.*\n +Affected packages:.*\n")


# How apt says that there is no such package, or no such version of it.
ABSENT = re.compile(r"Unable to locate package|Couldn't find any package|has no installation candidate|^E: Version .* was not found")


class Absent(Exception):
    """The distribution has no such package, in words of apt."""


class Plainly(Exception):
    """Why the packages must be installed as a whole on the platform itself, in words for the user."""


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--platform", required=True)
    parser.add_argument("--target", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("packages", nargs="+")
    options = parser.parse_args()
    out = os.path.abspath(options.out)
    os.makedirs(out)
    try:
        lines = debian(os.path.abspath(options.target), out, options.packages)
    except Absent as error:
        print(error, file=sys.stderr)
        return 1
    except (Plainly, OSError, subprocess.CalledProcessError) as error:
        shutil.rmtree(out)
        os.makedirs(out)
        # src/report/runtime-packages.ts makes a note of this line.
        print("the runtime packages for %s are installed under emulation: %s" % (options.platform, str(error).replace("\n", " ")))
        return 0
    with open(os.path.join(out, "install.sh"), "w") as file:
        # Joined, because a shell that goes on in a list of commands passes over `set -e`.
        file.write(" && \\\n".join(lines or [":"]) + "\n")
    return 0


def debian(target, out, packages):
    """Commands of dpkg in the order of apt. apt does everything but run dpkg: it calls a program that writes down the
    commands, and marks what came along, as ever. Raises Plainly, and Absent."""
    state, archives = tempfile.mkdtemp(), os.path.join(out, "archives")
    recorder, calls = state + "/dpkg", state + "/calls"
    for folder in (state + "/lists/partial", state + "/archives/partial", archives):
        os.makedirs(folder)
    marks = target + "/var/lib/apt/extended_states"
    if os.path.exists(marks):
        shutil.copy(marks, state + "/extended_states")
    if os.path.exists(target + "/usr/bin/apt-extracttemplates"):
        raise Plainly("the base has apt-utils, which asks the questions of packages ahead")
    dump = subprocess.check_output(["apt-config", "dump"], universal_newlines=True)
    hooks = re.findall(r'^DPkg::(?:Pre-Invoke|Post-Invoke|Pre-Install-Pkgs)\S* "(.+)";$', dump, re.MULTILINE | re.IGNORECASE)
    for hook in hooks:
        if not HARMLESS.match(hook):
            raise Plainly("the base has apt run a command around dpkg: %s" % hook)
    with open(recorder, "w") as file:
        file.write(RECORDER % {"python": shlex.quote(sys.executable), "calls": calls})
    os.chmod(recorder, 0o755)
    architecture = dpkg_architecture(target)
    settings = {
        "APT::Architecture": architecture, "APT::Architectures": architecture, "APT::Sandbox::User": "root", "Debug::NoLocking": "1",
        "Acquire::Languages": "none",
        "Dir::State": state, "Dir::State::lists": state + "/lists", "Dir::Cache": state, "Dir::Cache::archives": state + "/archives",
        "Dir::State::status": target + "/var/lib/dpkg/status", "Dir::Etc": target + "/etc/apt", "Dir::Log": state,
        "Dir::Bin::dpkg": recorder, "Dpkg::Use-Pty": "0",
    }
    apt = ["apt-get", *APT, *(word for name, value in settings.items() for word in ("-o", "%s=%s" % (name, value)))]
    updated = run([*apt, "update"])
    try:
        run([*apt, "install", "-y", "--no-install-recommends", *packages])
    except Plainly as error:
        # apt goes on without lists that it could not fetch: then it only seems so.
        if ABSENT.search(str(error)) and not re.search(r"^Err:|Failed to fetch|index files failed", updated, re.MULTILINE):
            raise Absent(error) from None
        raise
    lines = []
    for words in read_calls(calls):
        actions = [word for word in words if word in ("--unpack", "--configure")]
        if len(actions) != 1:
            raise Plainly("apt does more than install: dpkg %s" % " ".join(words))
        lines.append(" ".join(["dpkg"] + [shlex.quote(placed(word, archives)) for word in words]))
    if lines and read(state + "/extended_states") != read(marks):
        shutil.copyfile(state + "/extended_states", os.path.join(out, "extended_states"))
        lines.append("cp %s/extended_states /var/lib/apt/extended_states" % PLACE)
    return lines


# The options come as they would to dpkg. A folder of links, in the order of their names, is written out.
RECORDER = """#!/bin/sh
case " $* " in
  *" --unpack "* | *" --configure "* | *" --remove "* | *" --purge "* | *" --set-selections "* | *" --triggers-only "*) ;;
  *) exec /usr/bin/dpkg "$@" ;;
esac
exec %(python)s - "$@" <<'program'
import json, os, sys
words, given = [], sys.argv[1:]
while given:
    word = given.pop(0)
    if word == "--status-fd":
        given.pop(0)
    elif word == "--recursive":
        pass
    elif os.path.isdir(word):
        words += [os.path.realpath(os.path.join(word, name)) for name in sorted(os.listdir(word))]
    else:
        words.append(os.path.realpath(word) if word.startswith("/") else word)
with open("%(calls)s", "a") as file:
    file.write(json.dumps(words) + "\\n")
program
"""


def read_calls(path):
    """The arguments of each call of dpkg."""
    return [json.loads(line) for line in (read(path) or "").splitlines()]


def placed(word, archives):
    """An argument of dpkg as it is in the image; an archive is moved to those that are taken there."""
    if not word.startswith("/"):
        return word
    shutil.move(word, archives)
    return "%s/archives/%s" % (PLACE, os.path.basename(word))


def dpkg_architecture(target):
    """The base's own, as its list of packages says of dpkg. Raises Plainly."""
    for entry in (read(target + "/var/lib/dpkg/status") or "").split("\n\n"):
        if "\nPackage: dpkg\n" in "\n" + entry:
            return re.search(r"^Architecture: (\S+)$", entry, re.MULTILINE).group(1)
    raise Plainly("the base has no list of dpkg's packages")


def run(command):
    """The output of a command, which is printed. Raises Plainly."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace",
                          check=False, env=dict(os.environ, DEBIAN_FRONTEND="noninteractive"))
    print(UNTOLD.sub("", done.stdout), end="", flush=True)
    if done.returncode:
        telling = [line for line in done.stdout.splitlines() if line.startswith(("E:", "ERROR:"))]
        raise Plainly((telling or ["%s failed" % command[0]])[-1])
    return done.stdout


def read(path):
    """Text of a file; None where there is none."""
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as file:
        return file.read()


if __name__ == "__main__":
    sys.exit(main())
