"""Writes wheel-tags.json beside it: what Python's `packaging` (26.3) says of tags and wheels. Run by hand."""

import hashlib
import json
from pathlib import Path

from packaging import _manylinux, _musllinux, tags, utils

MACHINES = {
    "linux/amd64": "x86_64",
    "linux/arm64": "aarch64",
    "linux/arm/v7": "armv7l",
    "linux/arm/v6": "armv6l",
    "linux/386": "i686",
    "linux/ppc64le": "ppc64le",
    "linux/riscv64": "riscv64",
}
LIBCS = [("glibc", "2.24"), ("glibc", "2.41"), ("musl", "1.2")]
_manylinux._is_linux_armhf = _manylinux._is_linux_i686 = lambda _: True


def supported(minor, machine, libc):
    kind, version = libc
    major, floor = map(int, version.split("."))
    if kind == "glibc":
        _manylinux._get_glibc_version = lambda: _manylinux._GLibCVersion(major, floor)
        platforms = list(_manylinux.platform_tags([machine]))
    else:
        _musllinux._get_musl_version = lambda _: _musllinux._MuslVersion(major, floor)
        platforms = list(_musllinux.platform_tags([machine]))
    platforms = [f"linux_{machine}", *platforms]
    own = f"cp3{minor}"
    abi = f"{own}m" if minor < 8 else own
    return [
        *map(str, tags.cpython_tags((3, minor), [abi], platforms)),
        *map(str, tags.compatible_tags((3, minor), own, platforms)),
    ]


rows = [
    {
        "platform": platform,
        "python": f"3.{minor}.1",
        "libc": {"kind": libc[0], "version": libc[1]},
        "count": len(found),
        "sha256": hashlib.sha256("\n".join(found).encode()).hexdigest(),
    }
    for platform, machine in MACHINES.items()
    for minor in (6, 7, 8, 11, 13, 15)
    for libc in LIBCS
    for found in [supported(minor, machine, libc)]
]

WHEELS = [
    "x-1.0-py3-none-any.whl",
    "x-1.0-py2.py3-none-any.whl",
    "x-1.0-py313-none-any.whl",
    "x-1.0-cp313-none-any.whl",
    "x-1.0-cp313-cp313-linux_x86_64.whl",
    "x-1.0-cp313-cp313-manylinux1_x86_64.whl",
    "x-1.0-cp313-cp313-manylinux2010_x86_64.whl",
    "x-1.0-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
    "x-1.0-2-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
    "x-1.0-10-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
    "x-1.0-cp313-cp313-manylinux_2_28_x86_64.whl",
    "x-1.0-cp313-cp313-manylinux_2_42_x86_64.whl",
    "x-1.0-cp313-cp313-musllinux_1_1_x86_64.whl",
    "x-1.0-cp313-cp313-musllinux_1_3_x86_64.whl",
    "x-1.0-cp313-cp313t-manylinux_2_17_x86_64.whl",
    "x-1.0-cp313-abi3-manylinux_2_28_x86_64.whl",
    "x-1.0-cp37-abi3-manylinux_2_28_x86_64.whl",
    "x-1.0-cp39-abi3-manylinux_2_28_x86_64.whl",
    "x-1.0-cp314-abi3-manylinux_2_28_x86_64.whl",
    "x-1.0-cp39-abi3-musllinux_1_2_armv7l.whl",
    "x-1.0-cp315-abi3.abi3t-manylinux_2_28_x86_64.whl",
    "x-1.0-cp37-cp37m-manylinux1_x86_64.whl",
    "x-1.0-cp37-cp37-manylinux1_x86_64.whl",
    "x-1.0-cp313-cp313-manylinux_2_31_armv7l.whl",
    "x-1.0-cp313-cp313-linux_armv7l.whl",
    "x-1.0-cp313-cp313-linux_armv6l.whl",
    "x-1.0-cp313-cp313-manylinux_2_5_aarch64.whl",
    "x-1.0-cp313-cp313-manylinux2014_aarch64.whl",
    "x-1.0-py3-none-manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64.whl",
    "x-1.0-cp313-cp313-win_amd64.whl",
    "x-1.0-cp313-cp313-macosx_11_0_arm64.whl",
    "x-1.0-pp311-pypy311_pp73-manylinux_2_17_x86_64.whl",
]


def rank(filename, order):
    return min((order[str(tag)] for tag in utils.parse_wheel_filename(filename)[3] if str(tag) in order), default=None)


chosen = []
for platform, python, libc in [
    ("linux/amd64", 13, LIBCS[1]),
    ("linux/amd64", 13, LIBCS[0]),
    ("linux/amd64", 13, LIBCS[2]),
    ("linux/amd64", 15, LIBCS[1]),
    ("linux/amd64", 7, LIBCS[1]),
    ("linux/arm64", 13, LIBCS[1]),
    ("linux/arm64", 13, LIBCS[2]),
    ("linux/arm/v7", 13, LIBCS[1]),
    ("linux/arm/v7", 13, LIBCS[2]),
    ("linux/arm/v6", 13, LIBCS[1]),
    ("linux/386", 13, LIBCS[1]),
]:
    order = {tag: place for place, tag in enumerate(supported(python, MACHINES[platform], libc))}
    fitting = [name for name in WHEELS if rank(name, order) is not None]
    # As an installer does: by tag first, then the higher build number.
    fitting.sort(key=lambda name: (-rank(name, order), utils.parse_wheel_filename(name)[2]), reverse=True)
    chosen.append(
        {
            "platform": platform,
            "python": f"3.{python}.1",
            "libc": {"kind": libc[0], "version": libc[1]},
            "best_first": fitting,
        }
    )

Path(__file__).with_suffix(".json").write_text(json.dumps({"tags": rows, "wheels": WHEELS, "chosen": chosen}, indent=1) + "\n")
