"""Becomes sitecustomize.py in the environments of cross builds: Python then describes the target instead of this machine.
It changes nothing unless _PYTHON_HOST_PLATFORM is set, as it is for hooks alone.

It runs on the Python of the build environment, which is the build base's own, 3.6 or newer: every start of that Python
imports it, so it uses the standard library alone. `crossenv` 1.6 does the same only in environments that it makes
itself; here uv or pip makes them.
"""
import os
import sys

if "-" in os.environ.get("_PYTHON_HOST_PLATFORM", ""):
    _variables = __import__(os.environ["_PYTHON_SYSCONFIGDATA_NAME"]).build_time_vars
    _uname = os.uname()
    os.uname = lambda: os.uname_result(_uname[:4] + (os.environ["_PYTHON_HOST_PLATFORM"].split("-")[1],))
    sys.implementation._multiarch = _variables["MULTIARCH"]
    sys.byteorder = "big" if _variables.get("WORDS_BIGENDIAN") else "little"
    sys.maxsize = 2 ** (8 * _variables["SIZEOF_VOID_P"] - 1) - 1
