"""Calls one hook of a build backend (PEP 517), in the environment of its build requirements and in the sources' folder.

    python hook.py NAME RESULT

Standard input is {"backend", "path": the folders of backend-path, "arguments": in order}. What the hook gives is
written to the file RESULT as JSON; a hook that the backend has not gives null.

It runs on the Python of the base, whatever that is: 3.6 or newer, standard library only.
"""
import sys

# This program's own folder holds modules that a backend's requirements may be called, too.
del sys.path[0]

import importlib
import json
import os


def main(name, result):
    asked = json.load(sys.stdin)
    sys.path[:0] = [os.path.abspath(folder) for folder in asked["path"]]
    module, _, attributes = asked["backend"].partition(":")
    backend = importlib.import_module(module)
    for attribute in filter(None, attributes.split(".")):
        backend = getattr(backend, attribute)
    hook = getattr(backend, name, None)
    answer = hook(*asked["arguments"]) if hook else None
    with open(result, "w", encoding="utf-8") as file:
        json.dump(answer, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
