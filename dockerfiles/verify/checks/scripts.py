"""Whether the installed scripts are there, can be executed, and lead to a module."""
import os

from checks import elf
from checks.findings import finding


def check_scripts(main, there, extras, loads, skips):
    """Scripts of all: the file is there, runs with an interpreter that exists, and leads to a module. Those of the
    main distribution were loaded before: `loads` is (findings, seconds, names) of that. Gives (findings, message)."""
    findings, count = list(loads[0]), 0
    failed = {one["subject"] for one in findings}
    this_python = elf.read(os.path.realpath("/proc/self/exe"))
    for distribution in there.values():
        if distribution.info.endswith(".egg-info"):
            continue

        def add(kind, name, words, distribution=distribution):
            if not skips.covers("scripts", name):
                findings.append(finding(kind, name, "%s: %s" % (distribution.name, words)))

        files = distribution.files()
        scripts = {os.path.basename(path): os.path.normpath(os.path.join(distribution.site, path))
                   for path in files if os.path.basename(os.path.dirname(path)) == "bin" and path.startswith("..")}
        for name, module, _, wanted in distribution.scripts():
            # The base's own installers leave some of theirs out, or name them otherwise
            if distribution is main and name not in scripts and files and main.name not in ("pip", "setuptools"):
                add("file-missing", name, "its script %s was not installed" % name)
            if wanted and not set(wanted) <= (extras if distribution is main else set()):
                continue
            stem = os.path.join(distribution.site, *module.split("."))
            folder = os.path.dirname(stem)
            # What was loaded and failed has said so
            if distribution is main and name in failed:
                continue
            if not (os.path.exists(stem + ".py") or os.path.isdir(stem) or os.path.isdir(folder) and any(
                    other.startswith(os.path.basename(stem) + ".") for other in os.listdir(folder))):
                add("script-target", name, "its script %s leads to %s, which is not installed" % (name, module))
        for name, path in sorted(scripts.items()):
            count += 1
            try:
                with open(path, "rb") as file:
                    line = file.readline(512)
            except OSError:
                add("file-missing", name, "%s is in its RECORD and not in the image" % path)
                continue
            # What an entry point is started with was written at the installation; else its author wrote it
            generated = any(name == one[0] for one in distribution.scripts())
            if not os.access(path, os.X_OK):
                add("script-mode" if generated else "script-author-mode", name, "%s cannot be executed" % path)
            runner = line[2:].split()[:1] if line.startswith(b"#!") else []
            if runner and not os.path.exists(runner[0]):
                text = runner[0].decode("utf-8", "replace")
                kind = "script-python" if generated else "script-runner"
                add(kind, name, "%s runs with %s, which is not in the image" % (path, text))
            if line.startswith(b"\x7fELF"):
                machine = machine_of(path)
                if this_python and machine and machine != this_python["machine"]:
                    words = "%s is for %s, and this platform is %s" % (path, machine, this_python["machine"])
                    add("program-processor", name, words)
    return findings, "%d scripts%s" % (count, "; loaded " + ", ".join(loads[2]) if loads[2] else "")


def machine_of(path):
    """What processor a program is for; None where the file does not say."""
    try:
        info = elf.read(path)
    except elf.UNREADABLE:
        return None
    return info["machine"] if info else None
