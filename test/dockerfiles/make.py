"""Makes small distributions for the tests, from a JSON list on the standard input. Runs on this machine's Python, or PYTHON.

Each entry: {"name", "version", "files": {path: text, or {"text" or "base64", "mode"}}, "headers": [...],
"tag", "pure", "metadata_name", "metadata_version", "wheel_version", "info"}. `make.py wheels DIR` writes wheels and prints
[{"name", "version", "filename", "sha256"}]; `make.py site DIR PYTHON` installs them there, with PYTHON in scripts.
"""
import base64
import hashlib
import json
import os
import sys
import zipfile


def digest(data):
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")


def content(value):
    if isinstance(value, str):
        return value.encode(), 0o644
    data = base64.b64decode(value["base64"]) if "base64" in value else value["text"].encode()
    return data, value.get("mode", 0o644)


def members(entry):
    name, version = entry["name"], entry["version"]
    info = entry.get("info", "%s-%s.dist-info" % (name.replace("-", "_"), version))
    files = {path: content(value) for path, value in entry.get("files", {}).items()}
    metadata = ["Metadata-Version: 2.1", "Name: " + entry.get("metadata_name", name), "Version: " + entry.get("metadata_version", version)]
    files[info + "/METADATA"] = "\n".join(metadata + entry.get("headers", []) + ["", "A text.", ""]).encode(), 0o644
    wheel = "Wheel-Version: %s\nRoot-Is-Purelib: %s\nTag: %s\n"
    wheel %= entry.get("wheel_version", "1.0"), "true" if entry.get("pure", True) else "false", entry.get("tag", "py3-none-any")
    files[info + "/WHEEL"] = wheel.encode(), 0o644
    if "entry_points" in entry:
        files[info + "/entry_points.txt"] = entry["entry_points"].encode(), 0o644
    rows = ["%s,%s,%d" % (path, digest(data), len(data)) for path, (data, _) in files.items()]
    files[info + "/RECORD"] = "\n".join(rows + [info + "/RECORD,,", ""]).encode(), 0o644
    return files


def wheels(folder, entries):
    made = []
    for entry in entries:
        filename = "%s-%s-%s.whl" % (entry["name"].replace("-", "_"), entry["version"], entry.get("tag", "py3-none-any"))
        path = os.path.join(folder, filename)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, (data, mode) in members(entry).items():
                item = zipfile.ZipInfo(member, (2020, 2, 2, 2, 2, 2))
                item.external_attr = (0o100000 | mode) << 16
                archive.writestr(item, data)
        with open(path, "rb") as file:
            sha256 = hashlib.sha256(file.read()).hexdigest()
        made.append({"name": entry["name"], "version": entry["version"], "filename": filename, "sha256": sha256})
    print(json.dumps(made))


def site(folder, python, entries):
    for entry in entries:
        for member, (data, mode) in members(entry).items():
            path = os.path.normpath(os.path.join(folder, member))
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(data.replace(b"#!PYTHON", b"#!" + python.encode()))
            os.chmod(path, mode)


if __name__ == "__main__":
    if sys.argv[1] == "wheels":
        wheels(sys.argv[2], json.load(sys.stdin))
    else:
        site(sys.argv[2], sys.argv[3], json.load(sys.stdin))
