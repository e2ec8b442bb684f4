"""Writes a signed repository of apk, version 2, for three architectures, because Alpine's own cannot be reached everywhere.

    python3 apk-repository.py FOLDER [FILLERS]

`demo` needs `demo-lib`, makes an account before it is installed, has a file of configuration and a trigger. The public key
goes to FOLDER/keys. As many as FILLERS packages are in the index alone, to make it as long as a distribution's.
"""
import base64
import gzip
import hashlib
import io
import os
import subprocess
import sys
import tarfile

TIME = 1767225600
KEY = "test.rsa.pub"
FILES = {
    "demo-lib": {"usr/lib/libdemo.so.1": "a library", "usr/share/demo/data": "data"},
    "demo": {"etc/demo.conf": "setting = 1", "usr/bin/demo": "#!/bin/sh\necho demo"},
}
DEPENDS = {"demo": ["demo-lib"]}
TRIGGERS = {"demo": "/usr/share/demo"}
SCRIPTS = {
    "demo": {
        ".pre-install": "#!/bin/sh\naddgroup -S demo\nadduser -S -D -H -G demo demo\n",
        ".trigger": "#!/bin/sh\nls \"$@\" >/var/lib/demo.index\n",
    },
}


def segment(files, end):
    """One member of gzip; `end`: with the closing blocks of a tar."""
    out = io.BytesIO()
    tar = tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT)
    folders = set()
    for name, text in files.items():
        parts = name.split("/")[:-1]
        for at in range(len(parts)):
            folder = "/".join(parts[:at + 1])
            if folder not in folders:
                folders.add(folder)
                entry = tarfile.TarInfo(folder)
                entry.type, entry.mode, entry.mtime = tarfile.DIRTYPE, 0o755, TIME
                tar.addfile(entry)
        data = text if isinstance(text, bytes) else text.encode()
        entry = tarfile.TarInfo(name)
        entry.size, entry.mtime = len(data), TIME
        entry.mode = 0o755 if text[:2] in ("#!", b"#!") else 0o644
        if end and not name.startswith((".", "APKINDEX", "DESCRIPTION")):
            entry.pax_headers = {"APK-TOOLS.checksum.SHA1": hashlib.sha1(data).hexdigest()}
        tar.addfile(entry, io.BytesIO(data))
    length = tar.offset
    if end:
        tar.close()
    return gzip.compress(out.getvalue() if end else out.getvalue()[:length], 9, mtime=0)


def package(name, arch):
    """A package, and its entry in the index."""
    data = segment(FILES[name], True)
    fields = [
        ("pkgname", name), ("pkgver", "1.0-r0"), ("pkgdesc", "for a test"), ("url", "-"), ("builddate", TIME), ("size", 64),
        ("arch", arch), ("origin", name), ("license", "none"), ("datahash", hashlib.sha256(data).hexdigest()),
        *(("depend", one) for one in DEPENDS.get(name, [])), *(("triggers", one) for one in [TRIGGERS.get(name)] if one),
    ]
    control = {".PKGINFO": "".join("%s = %s\n" % one for one in fields)}
    control.update(SCRIPTS.get(name, {}))
    head = segment(control, False)
    checksum = base64.b64encode(hashlib.sha1(head).digest()).decode()
    needs = "D:%s\n" % " ".join(DEPENDS[name]) if name in DEPENDS else ""
    entry = "C:Q1%s\nP:%s\nV:1.0-r0\nA:%s\nS:%d\nI:64\nT:for a test\nU:-\nL:none\no:%s\nt:%d\n%s\n" % (
        checksum, name, arch, len(head + data), name, TIME, needs)
    return head + data, entry


def filler(number, arch):
    checksum = base64.b64encode(hashlib.sha1(b"%d" % number).digest()).decode()
    return "C:Q1%s\nP:filler-%d\nV:1.0-r0\nA:%s\nS:1000\nI:4000\nT:in the index alone\nU:https://example.org/%d\nL:MIT\no:filler\nt:%d\nD:so:libc.musl-%s.so.1 filler-%d\np:cmd:filler-%d=1.0-r0\n\n" % (
        checksum, number, arch, number, TIME, arch, number + 1, number)


def main(folder, fillers=0):
    os.makedirs(folder + "/keys")
    key = folder + "/private.rsa"
    subprocess.run(["openssl", "genrsa", "-out", key, "2048"], check=True, stderr=subprocess.DEVNULL)
    subprocess.run(["openssl", "rsa", "-in", key, "-pubout", "-out", folder + "/keys/" + KEY], check=True, stderr=subprocess.DEVNULL)

    def signed(body):
        signature = subprocess.run(["openssl", "dgst", "-sha1", "-sign", key], input=body, stdout=subprocess.PIPE, check=True).stdout
        return segment({".SIGN.RSA." + KEY: signature}, False) + body

    for arch in ("x86_64", "aarch64", "armv7"):
        os.makedirs("%s/%s" % (folder, arch))
        index = ""
        for name in FILES:
            content, entry = package(name, arch)
            index += entry
            with open("%s/%s/%s-1.0-r0.apk" % (folder, arch, name), "wb") as file:
                file.write(content)
        index += "".join(filler(number, arch) for number in range(fillers))
        with open("%s/%s/APKINDEX.tar.gz" % (folder, arch), "wb") as file:
            file.write(signed(segment({"DESCRIPTION": "test", "APKINDEX": index}, True)))
    os.remove(key)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
