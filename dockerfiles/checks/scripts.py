"""Whether the installed scripts are there, can be executed, and lead to a module."""
import os


def check_scripts(main, there, extras, load_problems, load_notes):
    """Scripts of all: the file is there, runs with an interpreter that exists, and leads to a module. Those of the
    main distribution were loaded before."""
    problems, count = list(load_problems), 0
    for distribution in there.values():
        if distribution.info.endswith(".egg-info"):
            continue
        files = distribution.files()
        scripts = {os.path.basename(path): os.path.normpath(os.path.join(distribution.site, path))
                   for path in files if os.path.basename(os.path.dirname(path)) == "bin" and path.startswith("..")}
        for name, module, _, wanted in distribution.scripts():
            # The base's own installers leave some of theirs out, or name them otherwise
            if distribution is main and name not in scripts and files and main.name not in ("pip", "setuptools"):
                problems.append("%s: its script %s was not installed" % (distribution.name, name))
            if wanted and not set(wanted) <= (extras if distribution is main else set()):
                continue
            stem = os.path.join(distribution.site, *module.split("."))
            folder = os.path.dirname(stem)
            if not (os.path.exists(stem + ".py") or os.path.isdir(stem) or os.path.isdir(folder) and any(
                    other.startswith(os.path.basename(stem) + ".") for other in os.listdir(folder))):
                problems.append("%s: its script %s leads to %s, which is not installed" % (distribution.name, name, module))
        for _, path in sorted(scripts.items()):
            count += 1
            try:
                with open(path, "rb") as file:
                    line = file.readline(512)
            except OSError:
                problems.append("%s: %s is in its RECORD and not in the image" % (distribution.name, path))
                continue
            if not os.access(path, os.X_OK):
                problems.append("%s: %s cannot be executed" % (distribution.name, path))
            runner = line[2:].split()[:1] if line.startswith(b"#!") else []
            if runner and not os.path.exists(runner[0]):
                problems.append("%s: %s runs with %s, which is not in the image" % (distribution.name, path, runner[0].decode("utf-8", "replace")))
    if problems:
        return False, "; ".join(problems)
    loaded = [name for name, _, _, wanted in main.scripts() if set(wanted) <= extras]
    return True, "%d scripts%s" % (count, "; loaded " + ", ".join(loaded) + ("; " + load_notes if load_notes else "") if loaded else "")
