"""Makes a wheel of unpacked sources (PEP 517): build requirements in an environment of their own, then the hooks.

What the build requires is installed for the machine that builds, and plainly: only the backend's hooks are given the
variables of the target. The other way round, a build tool that is compiled itself would be compiled for the target.

Python 3.6 or newer, standard library only.
"""
import json
import os
import re
import shutil
import subprocess
import sys

from fetch import Problem, secret
from wheel import normalized

HERE = os.path.dirname(os.path.abspath(__file__))
# What stands where a project says nothing (PEP 517, PEP 518).
LEGACY = {"requires": ["setuptools>=40.8.0"], "build-backend": "setuptools.build_meta:__legacy__"}
# Lines that only say that something failed which said more before.
EMPTY = re.compile(r"^checking |command '?\S+'? failed with exit|exit status \d|^error: subprocess|linker command failed|^\s*$")
TELLING = re.compile(r"\berror: |Error: |ERROR: |^error\b|CMake Error|cannot find|not found|undefined ")


def build_system(folder):
    """The [build-system] table of a project."""
    path = os.path.join(folder, "pyproject.toml")
    if not os.path.exists(path):
        return LEGACY
    try:
        from tomllib import loads
    except ImportError:
        from pip._vendor.tomli import loads
    with open(path, encoding="utf-8") as file:
        said = loads(file.read()).get("build-system")
    return LEGACY if said is None else dict(LEGACY, **said) if "build-backend" in said else dict(LEGACY, requires=said["requires"])


def index_environment(index_url, uv_cache):
    """Settings of uv and pip: build requirements come from the same index, in the same way, as everything else."""
    environment = {"PIP_NO_COMPILE": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "UV_NO_CONFIG": "1", "UV_PYTHON_DOWNLOADS": "never", "UV_LINK_MODE": "copy", "UV_CACHE_DIR": uv_cache}
    # A slow index is waited for: to give up means to compile under emulation, which takes longer.
    environment.update(UV_HTTP_TIMEOUT="120", UV_HTTP_RETRIES="5", PIP_DEFAULT_TIMEOUT="120")
    if index_url:
        environment["UV_DEFAULT_INDEX"] = environment["PIP_INDEX_URL"] = index_url
    if index_url and index_url.startswith("http://"):
        environment["UV_INSECURE_HOST"] = environment["PIP_TRUSTED_HOST"] = index_url[len("http://"):].split("/")[0]
    authority = secret("ca_bundle") or os.environ.get("PIP_CERT")
    if authority:
        environment["SSL_CERT_FILE"] = environment["PIP_CERT"] = authority
    if secret("netrc"):
        environment["NETRC"] = secret("netrc")
    return environment


def why(log):
    """The line of a failed build's output that tells most."""
    with open(log, encoding="utf-8", errors="replace") as file:
        lines = [line.strip() for line in file]
    telling = [line for line in lines if TELLING.search(line) and not EMPTY.search(line)]
    rest = [line for line in lines if not EMPTY.search(line)]
    return (telling[:1] or rest[-1:] or ["it said nothing"])[0][:300]


class Frontend:
    """Builds one project after another. `uv` is its program or None, `base` what every process of a build sees, `hooks` what
    backends see besides, `site` files for the environments: name to path."""

    def __init__(self, uv, base, hooks=None, site=None):
        self.uv, self.base, self.hooks, self.site = uv, base, hooks or {}, site or {}

    def run(self, command, log, environment=None, **options):
        with open(log, "ab") as file:
            done = subprocess.run(command, stdout=file, stderr=subprocess.STDOUT, env=dict(self.base, **environment or {}), **options)
        if done.returncode:
            raise Problem(why(log))

    def wheel(self, folder, out, work, log, check=None, config=None):
        """The path of the wheel made of the project in `folder`. `work` is for what is thrown away, `log` gets what was
        said; `check(site)` sees the environment's site-packages, and `config(names)` gives the hook's settings by the names
        of all build requirements. Raises Problem."""
        system = build_system(folder)
        environment = os.path.join(work, "environment")
        python = os.path.join(environment, "bin", "python")
        # An index that has no uv has pip's way, which takes some seconds more.
        venv = [self.uv, "venv", "--quiet", "--python", sys.executable] if self.uv else [sys.executable, "-m", "venv", "--without-pip"]
        self.run(venv + [environment], log)
        self.install(python, system["requires"], log)
        site = os.path.join(environment, "lib", "python%d.%d" % sys.version_info[:2], "site-packages")
        for name, path in self.site.items():
            shutil.copy(path, os.path.join(site, name))
        more = self.hook(python, "get_requires_for_build_wheel", system, folder, work, log, [None]) or []
        self.install(python, more, log)
        if check:
            check(site)
        names = {normalized(re.match(r"[\w.-]*", requirement).group()) for requirement in system["requires"] + more}
        settings = config(names) if config else None
        return os.path.join(out, self.hook(python, "build_wheel", system, folder, work, log, [out, settings, None]))

    def install(self, python, requirements, log):
        if requirements:
            pip = [self.uv, "pip", "install", "--python", python] if self.uv else [sys.executable, "-m", "pip", "--python", python, "install"]
            self.run(pip + ["--quiet"] + requirements, log)

    def hook(self, python, name, system, folder, work, log, arguments):
        result = os.path.join(work, name + ".json")
        asked = {"backend": system["build-backend"], "path": [os.path.join(folder, path) for path in system.get("backend-path", [])],
                 "arguments": arguments}
        tools = os.path.dirname(python)
        path = [tools] + [self.hooks[key] for key in ("PATH",) if key in self.hooks] + [self.base["PATH"]]
        environment = dict(self.hooks, PATH=":".join(path), VIRTUAL_ENV=os.path.dirname(tools))
        self.run([python, os.path.join(HERE, "hook.py"), name, result], log, environment, cwd=folder, input=json.dumps(asked).encode())
        with open(result, encoding="utf-8") as file:
            return json.load(file)
