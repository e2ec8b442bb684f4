"""Downloads files of a package index by URL and sha256.

The lock has already chosen the files, so pip is not started: that takes longer than the download of most wheels. Proxies
come from the environment, as everywhere in Python.

It runs on the base's own Python, 3.6 or newer, because its stages are that base: another Python would be another image to
pull. It uses urllib because the base has no other HTTP client: pip's copy of `requests` is private to pip.
"""
import base64
import concurrent.futures
import hashlib
import http.client
import netrc
import os
import random
import ssl
import time
import urllib.error
import urllib.parse
import urllib.request

TRIES = 5
# Files of a distribution that no index has, each in a folder of its hash.
LOCAL = "/lock/local"
# Status codes after which another try may succeed.
TEMPORARY = (408, 425, 429, 500, 502, 503, 504)


class Problem(Exception):
    """One thing that went wrong, in words for the user."""


def safe(url):
    """The URL without user, password and query, so that it can be printed."""
    parts = urllib.parse.urlsplit(url)
    return urllib.parse.urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def trust(pem=None):
    """A TLS context that trusts `pem` (a company's own authority) besides PIP_CERT, or else SSL_CERT_FILE or the system's
    store, or else the store that pip brings."""
    context = ssl.create_default_context(cafile=os.environ.get("PIP_CERT") or None)
    # Python 3.13 and newer refuse authorities that pip and other clients accept.
    context.verify_flags &= ~getattr(ssl, "VERIFY_X509_STRICT", 0)
    if pem:
        context.load_verify_locations(pem)
    paths = ssl.get_default_verify_paths()
    if not os.environ.get("PIP_CERT") and not paths.cafile and not (paths.capath and os.listdir(paths.capath)):
        try:
            from pip._vendor import certifi
            context.load_verify_locations(certifi.where())
        except ImportError:
            pass
    return context


class Credentials(urllib.request.BaseHandler):
    """Basic credentials, each for one exact host. They are added to each request anew, after redirects too: a redirect to
    another host carries none there."""

    def __init__(self, netrc_file=None, urls=()):
        self.known = {}
        if netrc_file:
            for host, (login, account, password) in netrc.netrc(netrc_file).hosts.items():
                if host != "default":
                    self.known[host.lower()] = (login or account or "", password or "")
        for url in urls:
            parts = urllib.parse.urlsplit(url or "")
            if parts.username:
                self.known[self.host(parts)] = (
                    urllib.parse.unquote(parts.username), urllib.parse.unquote(parts.password or ""))

    @staticmethod
    def host(parts):
        return parts.netloc.rpartition("@")[2].lower()

    def http_request(self, request):
        parts = urllib.parse.urlsplit(request.full_url)
        pair = self.known.get(self.host(parts)) or self.known.get((parts.hostname or "").lower())
        if pair:
            token = base64.b64encode(":".join(pair).encode()).decode()
            request.add_unredirected_header("Authorization", "Basic " + token)
        return request

    https_request = http_request


class Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects, but not out of TLS."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        if req.full_url.startswith("https:") and not newurl.startswith("https:"):
            raise Problem("%s redirects to an address without TLS" % safe(req.full_url))
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def secret(name):
    """The path of a build secret; None if the build was given none of that name."""
    path = os.path.join("/run/secrets", name)
    return path if os.path.exists(path) else None


def add_arguments(parser):
    """Adds the options for reaching the package index. Build secrets are their defaults."""
    parser.add_argument("--cert", default=secret("ca_bundle"), help="a PEM file that is trusted besides the system's")
    parser.add_argument("--netrc", default=secret("netrc"), help="credentials for private indexes, each used for its host alone")
    parser.add_argument("--index-url", help="used for the credentials that stand in it")


def opener(pem=None, netrc_file=None, urls=()):
    """The client of `fetch`, with the trust, credentials and proxies of one run."""
    return urllib.request.build_opener(
        urllib.request.HTTPSHandler(context=trust(pem)), Redirects(), Credentials(netrc_file, urls))


def pause(attempt, headers):
    """Seconds before the next try: as many as the server asks for, or else doubling with jitter."""
    retry_after = headers.get("Retry-After", "") if headers else ""
    return min(float(retry_after), 60) if retry_after.isdigit() else random.uniform(0.2, 0.4) * 2 ** attempt


def download(client, url, path):
    """Downloads to `path` in one try. Gives the sha256 of the content."""
    digest = hashlib.sha256()
    plain = urllib.parse.urlsplit(url)
    bare = urllib.parse.urlunsplit(plain._replace(netloc=plain.netloc.rpartition("@")[2], fragment=""))
    with client.open(urllib.request.Request(bare, headers={"Accept-Encoding": "identity"}), timeout=60) as answer:
        with open(path, "wb") as file:
            while True:
                block = answer.read(1 << 18)
                if not block:
                    break
                digest.update(block)
                file.write(block)
        length = answer.headers.get("Content-Length", "")
        if length.isdigit() and int(length) != os.path.getsize(path):
            raise OSError("the connection ended early")
    return digest.hexdigest()


def fetch(client, artifact, folder):
    """The path of the downloaded file in `folder`. `artifact` has `filename`, `url` and `sha256`; a file that is there with
    that hash is not downloaded. Raises Problem."""
    filename, url = os.path.basename(artifact["filename"]), artifact["url"]
    local = os.path.join(LOCAL, artifact["sha256"], filename)
    if os.path.exists(local):
        with open(local, "rb") as file:
            content = file.read()
        if hashlib.sha256(content).hexdigest() != artifact["sha256"]:
            raise Problem("sha256 differs: %s is not the file of the lock" % filename)
        with open(os.path.join(folder, filename), "wb") as file:
            file.write(content)
        return os.path.join(folder, filename)
    if urllib.parse.urlsplit(url).scheme not in ("http", "https"):
        raise Problem("%s is no address of the web" % safe(url))
    path = os.path.join(folder, filename)
    if os.path.exists(path):
        with open(path, "rb") as file:
            if hashlib.sha256(file.read()).hexdigest() == artifact["sha256"]:
                return path
    partial = "%s.%d.part" % (path, os.getpid())
    for attempt in range(TRIES):
        headers = None
        try:
            actual = download(client, url, partial)
            if actual != artifact["sha256"]:
                os.remove(partial)
                raise Problem("sha256 differs: %s is %s, the lock says %s" % (safe(url), actual, artifact["sha256"]))
            os.replace(partial, path)
            return path
        except urllib.error.HTTPError as error:
            why, headers = "%d %s" % (error.code, error.reason), error.headers
            if error.code in (401, 403):
                why += ": the package index wants credentials for this host, or others"
            if error.code not in TEMPORARY:
                raise Problem("%s: %s" % (safe(url), why)) from None
        except urllib.error.URLError as error:
            why = str(error.reason)
            if isinstance(error.reason, ssl.SSLError) and "CERTIFICATE_VERIFY_FAILED" in why:
                raise Problem("%s: its certificate is not trusted here: give the authority's PEM file as ca_bundle" % safe(url)) from None
        except (OSError, http.client.HTTPException) as error:
            why = str(error) or type(error).__name__
        if attempt + 1 < TRIES:
            time.sleep(pause(attempt, headers))
    raise Problem("%s: %s, after %d tries" % (safe(url), why, TRIES))


def fetch_all(client, artifacts, folder, then):
    """Downloads in parallel, and calls `then(artifact, path)` for each as soon as it is there. Gives the results in the
    order of `artifacts`, and the problems as lines `name version: problem`."""
    def one(artifact):
        return then(artifact, fetch(client, artifact, folder))

    results, problems = [], []
    with concurrent.futures.ThreadPoolExecutor(max_workers=8) as pool:
        running = [pool.submit(one, artifact) for artifact in artifacts]
        for artifact, future in zip(artifacts, running):
            try:
                results.append(future.result())
            except Problem as problem:
                problems.append("%s %s: %s" % (artifact["name"], artifact["version"], problem))
    return results, problems
