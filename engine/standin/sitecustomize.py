"""Gives Debian's Python the site-packages of the official images: its own folders are frozen into `site`.

It runs on the stand-in bases' Python, 3.11 or 3.13, at every start.
"""

import site
import sys


def _packages(prefixes=None):
    version = "python%d.%d" % sys.version_info[:2]
    return ["%s/lib/%s/site-packages" % (prefix, version) for prefix in prefixes or [sys.prefix]]


if sys.prefix == sys.base_prefix:
    site.getsitepackages = _packages
    for _folder in _packages():
        site.addsitedir(_folder)
