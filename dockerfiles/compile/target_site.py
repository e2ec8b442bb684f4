"""Stands as sitecustomize.py in the environments of cross builds: what is asked of the machine is answered for the
target. It does nothing but where Python was told of another platform.

It runs on the Python of the base, whatever that is: 3.6 or newer, standard library only."""
import os
import sys

if "-" in os.environ.get("_PYTHON_HOST_PLATFORM", ""):
    _variables = __import__(os.environ["_PYTHON_SYSCONFIGDATA_NAME"]).build_time_vars
    _here = os.uname()
    os.uname = lambda: os.uname_result(_here[:4] + (os.environ["_PYTHON_HOST_PLATFORM"].split("-")[1],))
    sys.implementation._multiarch = _variables["MULTIARCH"]
    sys.maxsize = 2 ** (8 * _variables["SIZEOF_VOID_P"] - 1) - 1
