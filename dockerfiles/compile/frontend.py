"""Makes a wheel of unpacked sources (PEP 517): build requirements in an environment of their own, then the hooks.

What the build requires is installed for the machine that builds, and plainly: only the backend's hooks are given the
variables of the target. The other way round, a build tool that is compiled itself would be compiled for the target.

It runs on the build base's own Python, 3.6 or newer, because wheels are built by the Python that they are for. It uses
the standard library alone: a library would have to come from the package index, and a private one may not have it.

`build` 1.6 and `pyproject_hooks` 1.3 do not replace it: they want Python 3.10 and 3.8. Besides, `build` gives the
installer of build requirements the environment of its own process, shows its output only to a logger that is private to
it, and does not tell an index that cannot be reached from a build that fails. `pyproject_hooks` does what hook.py does.
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
# The build system of a project that names none (PEP 517, PEP 518).
LEGACY = {"requires": ["setuptools>=40.8.0"], "build-backend": "setuptools.build_meta:__legacy__"}
# Lines that only repeat that a command failed, after it said why.
UNTELLING = re.compile(r"^checking |command '?\S+'? failed with exit|exit status \d|^error: subprocess|linker command failed|^\s*$")
TELLING = re.compile(r"\berror: |Error: |ERROR: |^error\b|CMake Error|cannot find|not found|undefined ")

# How uv, pip, apt and apk say that an index or a mirror does not answer, which it may do later. src/build/temporary.ts
# knows the same words among those of all steps; test/support/network-words.ts holds both against the same lines.
UNREACHABLE = re.compile("|".join((
    r"timed out|network timeout|didn't respond within|connection (refused|reset|aborted|broken|failed|closed before)|remote end closed|could not connect",
    r"network is unreachable|network error|tcp connect error|error decoding response body|IncompleteRead",
    r"temporary (failure|error)|name or service not known|could not resolve|failed to lookup address|dns error|DNS:|DNS lookup",
    # apt, of lists and archives that came in part: a mirror that is being updated, or a line that broke
    r"index files failed to download|hash sum mismatch|file has unexpected size",
    # pip, in the words of glibc and of musl
    r"NameResolutionError|\[Errno -[23]\]|failed to connect|failed to resolve IP",
    r"too many requests|server error \(|\b5\d\d server error|HTTP error 5\d\d|too many 5\d\d error responses|remote server returned error",
    r"internal server error|bad gateway|service unavailable|gateway time-?out")), re.IGNORECASE)
# Seconds before the second try.
PAUSE = 3


class Unreachable(Problem):
    """An index or a mirror cannot be reached. That says nothing of what was to be compiled, and must not be remembered."""


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
    """Settings of uv and pip, so that build requirements come from the same index, and over the same connection, as
    everything else. Where that wants credentials, its address is that of indexes.py, which has them."""
    environment = {"PIP_NO_COMPILE": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "UV_NO_CONFIG": "1",
                   "UV_PYTHON_DOWNLOADS": "never", "UV_LINK_MODE": "copy", "UV_CACHE_DIR": uv_cache}
    # Short waits and many tries: a failure here would send the package to emulation, which is far slower.
    environment.update(UV_HTTP_TIMEOUT="15", UV_HTTP_RETRIES="8", PIP_RETRIES="8")
    if index_url:
        environment["UV_DEFAULT_INDEX"] = environment["PIP_INDEX_URL"] = index_url
    if index_url and index_url.startswith("http://"):
        environment["UV_INSECURE_HOST"] = environment["PIP_TRUSTED_HOST"] = index_url[len("http://"):].split("/")[0]
    authority = secret("ca_bundle") or os.environ.get("PIP_CERT")
    if authority:
        environment["SSL_CERT_FILE"] = environment["PIP_CERT"] = authority
    return environment


def why(output):
    """The most telling line of a failed build's output, without its full stop."""
    # CMake gives the place first, and the message in the next line.
    lines = [line.strip() for line in re.sub(r"(CMake Error at .*:)\s+", r"\1 ", output).splitlines()]
    telling = [line for line in lines if TELLING.search(line) and not UNTELLING.search(line)]
    rest = [line for line in lines if not UNTELLING.search(line)]
    return (telling[:1] or rest[-1:] or ["it said nothing"])[0][:300].rstrip(".")


def raise_if_unreachable(output, what):
    """Raises Unreachable where the output of a failed command says that `what` cannot be reached."""
    line = next((line.strip() for line in output.splitlines() if UNREACHABLE.search(line)), None)
    if line:
        raise Unreachable("%s cannot be reached: %s" % (what, line[:300]))


def pip_serves_others():
    """Whether this Python's pip can install into another environment (22.3)."""
    import pip
    return tuple(int(part) for part in pip.__version__.split(".")[:2]) >= (22, 3)


def run_logged(command, log, **options):
    """Runs a command, whose output is added to `log`. Gives the exit code and the output."""
    with open(log, "ab") as file:
        began = file.tell()
        code = subprocess.run(command, stdout=file, stderr=subprocess.STDOUT, check=False, **options).returncode
    with open(log, "rb") as file:
        file.seek(began)
        return code, file.read().decode("utf-8", "replace")


def retry_once(work):
    """What `work()` gives. It is called a second time when something cannot be reached."""
    try:
        return work()
    except Unreachable:
        time.sleep(PAUSE)
        return work()


class Frontend:
    """Builds one project after another. `uv` is the path of its program or None, `base` the variables of every process,
    `hooks` those that backends get besides, `site` files to put into site-packages: name to path."""

    def __init__(self, uv, base, hooks=None, site=None):
        self.uv, self.base, self.hooks, self.site = uv, base, hooks or {}, site or {}

    def run(self, command, log, environment=None, **options):
        code, output = run_logged(command, log, env=dict(self.base, **environment or {}), **options)
        if code:
            raise Problem(why(output))

    def wheel(self, folder, out, work, log, adapt=None, config=None):
        """The path of the wheel of the project in `folder`. `work` is a scratch folder, `log` gets the output.
        `adapt(site, install)` may change or refuse the environment's site-packages, and `config(names)` gives the hook's
        config_settings by the names of all build requirements. Raises Problem."""
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
        if adapt:
            adapt(site, lambda requirements: self.install(python, requirements, log))
        names = {normalized(re.match(r"[\w.-]*", requirement).group()) for requirement in system["requires"] + more}
        settings = config(names) if config else None
        return os.path.join(out, self.hook(python, "build_wheel", system, folder, work, log, [out, settings, None]))

    def venv(self):
        """The command that makes an environment. Without uv it is Python's own, which takes some seconds more."""
        if self.uv:
            return [self.uv, "venv", "--quiet", "--python", sys.executable]
        return [sys.executable, "-m", "venv"] + (["--without-pip"] if pip_serves_others() else [])

    def pip(self, python):
        """The command that installs into the environment of `python`. Without --verbose pip does not say why it found
        nothing."""
        if self.uv:
            return [self.uv, "pip", "install", "--python", python, "--quiet"]
        if pip_serves_others():
            return [sys.executable, "-m", "pip", "--python", python, "install", "--verbose"]
        return [python, "-m", "pip", "install", "--verbose"]

    def install(self, python, requirements, log):
        """Raises Problem; Unreachable where the index cannot be reached, retry_once."""
        def once():
            code, output = run_logged(self.pip(python) + requirements, log, env=self.base)
            if code:
                raise_if_unreachable(output, "the package index")
                raise Problem(why(output))

        if requirements:
            retry_once(once)

    def hook(self, python, name, system, folder, work, log, arguments):
        result = os.path.join(work, name + ".json")
        request = {"backend": system["build-backend"], "path": [os.path.join(folder, path) for path in system.get("backend-path", [])],
                 "arguments": arguments}
        tools = os.path.dirname(python)
        path = filter(None, [tools, self.hooks.get("PATH"), self.base["PATH"]])
        environment = dict(self.hooks, PATH=":".join(path), VIRTUAL_ENV=os.path.dirname(tools))
        self.run([python, os.path.join(HERE, "hook.py"), name, result], log, environment, cwd=folder, input=json.dumps(request).encode())
        with open(result, encoding="utf-8") as file:
            return json.load(file)
