"""The numpy that others compile against: in a cross build its Python is the build machine's, which imports it and asks it
for its folders; its headers and static libraries are the target's, from the wheel that the image installs.

numpy is the one package that needs this. `_numpyconfig.h` holds the sizes of the target's integers, and libnpymath.a and
libnpyrandom.a are code of its processor; other packages with headers have the same ones in all their wheels.

It runs on the build base's own Python, 3.6 or newer, because wheels are built by the Python that they are for. It uses
the standard library alone: a library would have to come from the package index, and a private one may not have it.
"""
import glob
import os
import re
import struct
import zipfile

from fetch import Problem

NAME = "numpy"
# Headers, static libraries, and what pkg-config and numpy.distutils read of them.
COMPILED_AGAINST = re.compile(r"numpy/.*\.(h|a|pc|ini)$")


def version_in(site):
    """The version of numpy in a folder of site-packages, as its metadata is named; None without numpy."""
    folders = glob.glob(os.path.join(site, NAME + "-*.dist-info"))
    return os.path.basename(folders[0])[len(NAME) + 1:-len(".dist-info")] if folders else None


def use(site, target, wheel_of_target, install):
    """Makes the numpy in the site-packages of a build environment one to compile against for the target, if there is one.
    `wheel_of_target()` gives the path of the image's wheel, or None; `install(requirements)` installs into the environment.
    Raises Problem when the build machine's numpy does not serve and there is no other."""
    version = version_in(site)
    if version is None:
        return
    wheel = wheel_of_target()
    if wheel is None:
        if target.bits != 8 * struct.calcsize("P"):
            raise Problem("it compiles against numpy, of which there is no wheel for the target: "
                          "the image does not install it, or it was not cross-compiled")
        return
    wanted = os.path.basename(wheel).split("-")[1]
    if version != wanted:
        # What is compiled runs with the numpy of the image, whichever the build would have taken.
        install(["%s==%s" % (NAME, wanted)])
    with zipfile.ZipFile(wheel) as archive:
        for member in archive.namelist():
            if COMPILED_AGAINST.match(member):
                archive.extract(member, site)
