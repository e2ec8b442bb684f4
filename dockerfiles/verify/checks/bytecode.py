"""Has imports use bytecode from the build machine, where the image has none of the standard library.

It runs on the image's own Python, as verify.py says: 3.6 or newer, and of the standard library only what starts fast.
"""
import os
import sys


def use_library(folder):
    """Makes imports look for bytecode below `folder`, which is laid out for PYTHONPYCACHEPREFIX, and then in the usual
    places. With that variable itself they would look nowhere else, and not use installed packages' own bytecode. The
    bytecode holds its source's hash, which imports compare."""
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


def for_children(library, site, paths, folder):
    """Fills `folder` for PYTHONPYCACHEPREFIX in processes that a check starts: with links to the library's bytecode and to
    that of the installed packages. Gives the folder, or None if it cannot be written.

    library: as above; site: site-packages; paths: bytecode files relative to it, as in RECORD."""
    top = os.path.dirname(os.__file__).lstrip("/")
    try:
        os.makedirs(os.path.join(folder, site.lstrip("/")))
        for name in os.listdir(os.path.join(library, top)):
            if name != os.path.basename(site):
                os.symlink(os.path.join(library, top, name), os.path.join(folder, top, name))
        folders = set()
        for path in paths:
            place = os.path.join(folder, site.lstrip("/"), path.replace("__pycache__/", "", 1))
            if os.path.dirname(place) not in folders:
                os.makedirs(os.path.dirname(place), exist_ok=True)
                folders.add(os.path.dirname(place))
            if not os.path.lexists(place):
                os.symlink(os.path.join(site, path), place)
    except OSError:
        return None
    return folder
