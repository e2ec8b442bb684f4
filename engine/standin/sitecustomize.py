"""Debian's Python has its own folders frozen into `site`. This one has the official layout."""

import site
import sys


def _packages(prefixes=None):
    version = "python%d.%d" % sys.version_info[:2]
    return ["%s/lib/%s/site-packages" % (prefix, version) for prefix in prefixes or [sys.prefix]]


if sys.prefix == sys.base_prefix:
    site.getsitepackages = _packages
    for _folder in _packages():
        site.addsitedir(_folder)
