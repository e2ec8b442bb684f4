"""Prints what bindep says, as JSON: for each file, the packages of each set of profiles, or null where it refuses the file;
for each folder with the files of an /etc, the platform profiles. Arguments: wheels of bindep and of what it imports. Standard
input: {"files": [text], "profiles": [[profile]], "etc": [{name: text}]}. Runs on Python 3.8 or newer."""

import functools
import json
import os
import platform
import sys
import tempfile

sys.path[:0] = sys.argv[1:]

import bindep.depends  # noqa: E402
import distro.distro  # noqa: E402

platform.system = lambda: "Linux"
# bindep makes its parser anew for each file, which takes a second.
make_grammar = bindep.depends.makeGrammar
parser = functools.lru_cache(None)(lambda grammar: make_grammar(grammar, {}))
bindep.depends.makeGrammar = lambda grammar, _: parser(grammar)


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def packages(path, profiles):
    try:
        depends = bindep.depends.get_depends(path)
    except bindep.depends.DependsException:
        return None
    return [
        [
            [name, [relation + version for relation, version in constraints]]
            for name, _, constraints in depends.active_rules(active)
        ]
        for active in profiles
    ]


def platforms(root):
    distro.distro._distro = distro.distro.LinuxDistribution(root_dir=root)
    return bindep.depends.Depends("").platform_profiles()


asked = json.load(sys.stdin)
answer = {"files": [], "etc": []}
with tempfile.TemporaryDirectory() as folder:
    for text in asked["files"]:
        path = os.path.join(folder, "bindep.txt")
        write(path, text)
        answer["files"].append(packages(path, asked["profiles"]))
    for number, files in enumerate(asked["etc"]):
        root = os.path.join(folder, str(number))
        for name, text in files.items():
            write(os.path.join(root, "etc", name), text)
        answer["etc"].append(platforms(root))
json.dump(answer, sys.stdout)
