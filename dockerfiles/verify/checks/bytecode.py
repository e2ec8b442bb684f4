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


def for_children(library, site, paths, folder):
    """Makes `folder` what PYTHONPYCACHEPREFIX can name in a process that is started by a check: links to the library's
    bytecode and to that of the installed packages. Gives the folder, or None where it cannot be written.

    library: as above; site: site-packages; paths: bytecode files relative to it, as RECORD has them."""
    top = os.path.dirname(os.__file__).lstrip("/")
    try:
        os.makedirs(os.path.join(folder, site.lstrip("/")))
        for name in os.listdir(os.path.join(library, top)):
            if name != os.path.basename(site):
                os.symlink(os.path.join(library, top, name), os.path.join(folder, top, name))
        made = set()
        for path in paths:
            place = os.path.join(folder, site.lstrip("/"), path.replace("__pycache__/", "", 1))
            if os.path.dirname(place) not in made:
                os.makedirs(os.path.dirname(place), exist_ok=True)
                made.add(os.path.dirname(place))
            if not os.path.lexists(place):
                os.symlink(os.path.join(site, path), place)
    except OSError:
        return None
    return folder
