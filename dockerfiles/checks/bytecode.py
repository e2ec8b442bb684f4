"""Bytecode that was made elsewhere, for imports that would else compile the standard library anew."""
import os
import sys


def use_library(folder):
    """From now on an import looks for bytecode below `folder` first, in folders as PYTHONPYCACHEPREFIX has them, and
    then where it always does. With that variable itself it would look nowhere else, and installed packages' own
    bytecode would go unused. The bytecode holds its source's hash, which the import compares."""
    if sys.version_info < (3, 8) or not os.path.isdir(folder):
        return
    import importlib._bootstrap_external as external

    plain = external.cache_from_source

    def cache_from_source(path, *arguments, **options):
        sys.pycache_prefix = folder
        try:
            prefixed = plain(path, *arguments, **options)
        finally:
            sys.pycache_prefix = None
        return prefixed if os.path.exists(prefixed) else plain(path, *arguments, **options)

    external.cache_from_source = cache_from_source
