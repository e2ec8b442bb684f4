"""Calls one hook of a build backend (PEP 517), in the environment of its build requirements and in the sources' folder.

    python hook.py NAME RESULT

Standard input is {"backend", "path": the folders of backend-path, "arguments": in order}. What the hook returns is
written to the file RESULT as JSON; null for a hook that the backend does not have.

It runs on the Python of the build environment, which is the build base's own, 3.6 or newer. Nothing but the standard
library may be imported: the environment holds the backend's requirements alone. frontend.py says why this is not
`pyproject_hooks`.
"""
import sys

# A backend's requirements may have the names of modules in this program's folder.
del sys.path[0]

import importlib
import json
import os


def main(name, result):
    request = json.load(sys.stdin)
    sys.path[:0] = [os.path.abspath(folder) for folder in request["path"]]
    module, _, attributes = request["backend"].partition(":")
    backend = importlib.import_module(module)
    for attribute in filter(None, attributes.split(".")):
        backend = getattr(backend, attribute)
    hook = getattr(backend, name, None)
    answer = hook(*request["arguments"]) if hook else None
    with open(result, "w", encoding="utf-8") as file:
        json.dump(answer, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
