"""Lets Python take bytecode of the standard library and of pip from a mount, as long as an instruction runs.

offer.py compiles it into `sitecustomize.pyc`, and a mount puts that where Python imports it at its start. Python writes
the bytecode of what it imports beside the source, where it is not there yet; here the same file is written without
compiling: so the layer has the files that it would have anyway. Bytecode that is not of just this source is passed over.

It runs in a stage of a custom Dockerfile, on the Python of an official image, 3.8 or newer.
"""
# Modules that are loaded already: any other would leave its own bytecode behind.
import _frozen_importlib_external as importing
import _imp
import sys

LIBRARY = "/run/python-image-builder/library"
MAGIC = importing.MAGIC_NUMBER


def offered(loader, path, plain):
    """The content of a bytecode file that is not there yet, or None."""
    source = importing.source_from_cache(path)
    # bytecode.py names the files as PYTHONPYCACHEPREFIX has them.
    data = plain(loader, LIBRARY + source[:-3] + "." + sys.implementation.cache_tag + ".pyc")
    text = plain(loader, source)
    if data[:4] != MAGIC or data[8:16] != _imp.source_hash(int.from_bytes(MAGIC, "little"), text):
        return None
    stats = loader.path_stats(source)
    numbers = (int(stats["mtime"]), stats["size"])
    head = b"".join((number & 0xFFFFFFFF).to_bytes(4, "little") for number in (0, *numbers))
    return MAGIC + head + data[16:]


def begin():
    plain = importing.SourceFileLoader.get_data

    def get_data(self, path):
        try:
            return plain(self, path)
        except OSError:
            if not path.endswith(".pyc"):
                raise
            try:
                data = offered(self, path, plain)
            except Exception:
                data = None
            if data is None:
                raise
        if not sys.dont_write_bytecode:
            self._cache_bytecode(importing.source_from_cache(path), path, data)
        return data

    importing.SourceFileLoader.get_data = get_data


def follow():
    """Runs the sitecustomize that this one stands in front of, where there is one."""
    import os
    for folder in sys.path:
        path = os.path.join(folder, "sitecustomize.py")
        if os.path.isfile(path):
            import runpy
            runpy.run_path(path, run_name="sitecustomize")
            return


begin()
follow()
