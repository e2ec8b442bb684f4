"""Makes a wheel of unpacked sources (PEP 517): build requirements in an environment of their own, then the hooks.

What the build requires is installed for the machine that builds, and plainly: only the backend's hooks are given the
variables of the target. The other way round, a build tool that is compiled itself would be compiled for the target.

It runs on the Python of the base, whatever that is: 3.6 or newer, standard library only.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import time

from fetch import Problem, secret
from wheel import normalized

HERE = os.path.dirname(os.path.abspath(__file__))
# What stands where a project says nothing (PEP 517, PEP 518).
LEGACY = {"requires": ["setuptools>=40.8.0"], "build-backend": "setuptools.build_meta:__legacy__"}
# Lines that only say that something failed which said more before.
EMPTY = re.compile(r"^checking |command '?\S+'? failed with exit|exit status \d|^error: subprocess|linker command failed|^\s*$")
TELLING = re.compile(r"\berror: |Error: |ERROR: |^error\b|CMake Error|cannot find|not found|undefined ")

# What uv, pip, apt and apk say of an index or a mirror that does not answer now, and another time may.
PASSING = re.compile("|".join((
    r"timed out|network timeout|didn't respond within|connection (refused|reset|aborted|broken|failed|closed before)|remote end closed|could not connect",
    r"network is unreachable|network error|tcp connect error|error decoding response body|IncompleteRead",
    r"temporary (failure|error)|name or service not known|could not resolve|failed to lookup address|dns error|DNS:|DNS lookup",
    # pip with glibc's and with musl's words
    r"NameResolutionError|\[Errno -[23]\]|failed to connect|failed to resolve IP",
    r"too many requests|server error \(|\b5\d\d server error|HTTP error 5\d\d|too many 5\d\d error responses|remote server returned error",
    r"internal server error|bad gateway|service unavailable|gateway time-?out")), re.IGNORECASE)
# Seconds before such a thing is asked for once more.
PAUSE = 3


class Unreachable(Problem):
    """Nothing is known of what was to be compiled: that an index or a mirror does not answer must not be remembered."""


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
        return dict(LEGACY, **loads(file.read()).get("build-system", {}))


def index_environment(index_url, uv_cache):
    """Settings of uv and pip: build requirements come from the same index, in the same way, as everything else."""
    environment = {"PIP_NO_COMPILE": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "UV_NO_CONFIG": "1",
                   "UV_PYTHON_DOWNLOADS": "never", "UV_LINK_MODE": "copy", "UV_CACHE_DIR": uv_cache}
    # A connection that says nothing any more is given up soon, and often: to give up for good means to emulate.
    environment.update(UV_HTTP_TIMEOUT="15", UV_HTTP_RETRIES="8", PIP_RETRIES="8")
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


def why(output):
    """The line of a failed build's output that tells most, without the stop at its end."""
    # CMake says where it stands first, and in the next line what it is.
    lines = [line.strip() for line in re.sub(r"(CMake Error at .*:)\s+", r"\1 ", output).splitlines()]
    telling = [line for line in lines if TELLING.search(line) and not EMPTY.search(line)]
    rest = [line for line in lines if not EMPTY.search(line)]
    return (telling[:1] or rest[-1:] or ["it said nothing"])[0][:300].rstrip(".")


def refuse_passing(output, what):
    """Raises Unreachable where the output of a failed command says that `what` cannot be reached."""
    said = next((line.strip() for line in output.splitlines() if PASSING.search(line)), None)
    if said:
        raise Unreachable("%s cannot be reached: %s" % (what, said[:300]))


def pip_serves_others():
    """Whether this Python's pip can install into another environment (22.3)."""
    import pip
    return tuple(int(part) for part in pip.__version__.split(".")[:2]) >= (22, 3)


def logged(command, log, **options):
    """Runs a command; its exit code, and what it said, which is added to `log`."""
    with open(log, "ab") as file:
        began = file.tell()
        code = subprocess.run(command, stdout=file, stderr=subprocess.STDOUT, check=False, **options).returncode
    with open(log, "rb") as file:
        file.seek(began)
        return code, file.read().decode("utf-8", "replace")


def twice(work):
    """What `work()` gives; where something cannot be reached, at the second try."""
    try:
        return work()
    except Unreachable:
        time.sleep(PAUSE)
        return work()


class Frontend:
    """Builds one project after another. `uv` is its program or None, `base` what every process of a build sees, `hooks`
    what backends see besides, `site` files for the environments: name to path."""

    def __init__(self, uv, base, hooks=None, site=None):
        self.uv, self.base, self.hooks, self.site = uv, base, hooks or {}, site or {}

    def run(self, command, log, environment=None, **options):
        code, said = logged(command, log, env=dict(self.base, **environment or {}), **options)
        if code:
            raise Problem(why(said))

    def wheel(self, folder, out, work, log, check=None, config=None):
        """The path of the wheel made of the project in `folder`. `work` is for what is thrown away, `log` gets what was
        said; `check(site)` sees the environment's site-packages, and `config(names)` gives the hook's settings by the
        names of all build requirements. Raises Problem."""
        system = build_system(folder)
        environment = os.path.join(work, "environment")
        python = os.path.join(environment, "bin", "python")
        self.run(self.venv() + [environment], log)
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

    def venv(self):
        """The command that makes an environment. Where the index has no uv it is pip's way, some seconds slower."""
        if self.uv:
            return [self.uv, "venv", "--quiet", "--python", sys.executable]
        return [sys.executable, "-m", "venv"] + (["--without-pip"] if pip_serves_others() else [])

    def pip(self, python):
        """The command that installs into the environment of `python`. pip says only at length why it found nothing."""
        if self.uv:
            return [self.uv, "pip", "install", "--python", python, "--quiet"]
        if pip_serves_others():
            return [sys.executable, "-m", "pip", "--python", python, "install", "--verbose"]
        return [python, "-m", "pip", "install", "--verbose"]

    def install(self, python, requirements, log):
        """Raises Problem; Unreachable where the index cannot be reached, twice."""
        def once():
            code, said = logged(self.pip(python) + requirements, log, env=self.base)
            if code:
                refuse_passing(said, "the package index")
                raise Problem(why(said))

        if requirements:
            twice(once)

    def hook(self, python, name, system, folder, work, log, arguments):
        result = os.path.join(work, name + ".json")
        asked = {"backend": system["build-backend"], "path": [os.path.join(folder, path) for path in system.get("backend-path", [])],
                 "arguments": arguments}
        tools = os.path.dirname(python)
        path = filter(None, [tools, self.hooks.get("PATH"), self.base["PATH"]])
        environment = dict(self.hooks, PATH=":".join(path), VIRTUAL_ENV=os.path.dirname(tools))
        self.run([python, os.path.join(HERE, "hook.py"), name, result], log, environment, cwd=folder, input=json.dumps(asked).encode())
        with open(result, encoding="utf-8") as file:
            return json.load(file)
