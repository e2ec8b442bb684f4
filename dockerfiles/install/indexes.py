"""Stands for all package indexes of a build as one on loopback, and keeps their credentials from the code of packages.

    python3 indexes.py [--writable DIR]... COMMAND...

The command gets the address of an index that has the page of each project from the index that the project belongs to:
EXTRA_INDEXES names those of some packages, a line each, `PATTERN... URL`; all others are of INDEX_URL. No other index
answers for what a pattern owns. Files come through here, too.

Where the build was given the secret `netrc`, the command runs as a user that can neither read that file nor look into this
process, and cannot become another user: so pip and uv may build what they like, while only this process has credentials.
The folders --writable are made that user's own. Without credentials and without EXTRA_INDEXES the command runs as it is.

By hand: a proxy of the standard kind (devpi, proxpi) is a package with dozens of others, which would have to come from an
index. It runs on the build base's own Python, 3.6 or newer, and uses the standard library alone.
"""
import argparse
import ctypes
import fnmatch
import html
import html.parser
import http.client
import http.server
import json
import os
import re
import shutil
import socketserver
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request

from fetch import Problem, opener, safe, secret
from wheel import normalized

PUBLIC = "https://pypi.org/simple"
ACCEPT = "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1"
# Of no file of the bases; most distributions call it nobody.
USER = 65534
HOME = "/tmp/home"
# From linux/prctl.h.
PR_SET_NO_NEW_PRIVS = 38


def read_owners(text):
    """(pattern, URL) of each pattern, in their order."""
    lines = [line.split() for line in text.splitlines() if line.strip()]
    return [(pattern, words[-1]) for words in lines for pattern in words[:-1]]


class View:
    """The pages and files of several indexes. `base` is its own address."""

    def __init__(self, main, owners, client, base):
        self.main, self.owners, self.client, self.base = main, owners, client, base
        # What pages name: nothing else is fetched, so that the credentials open no more than the index offers.
        self.files = {}

    def index_of(self, name):
        return next((url for pattern, url in self.owners if fnmatch.fnmatchcase(name, pattern)), self.main)

    def open(self, url, headers):
        return self.client.open(urllib.request.Request(url, headers=headers), timeout=60)

    def page(self, name):
        """Content type and text of a project's page, whose links lead here."""
        with self.open("%s/%s/" % (self.index_of(name).rstrip("/"), name), {"Accept": ACCEPT}) as answer:
            kind, text = answer.headers.get("Content-Type", "text/html"), answer.read().decode("utf-8", "replace")
            base = answer.geturl()
        if "json" in kind or text.lstrip().startswith("{"):
            page = json.loads(text)
            for file in page.get("files", []):
                file["url"] = self.here(urllib.parse.urljoin(base, file["url"]))
            return kind, json.dumps(page)
        links = Links(base, self.here)
        links.feed(text)
        return "text/html; charset=utf-8", "<!DOCTYPE html>\n<body>\n%s\n</body>\n" % "\n".join(links.lines)

    def here(self, url):
        """The address here of a file: the other one can be read from it."""
        parts = urllib.parse.urlsplit(url)
        path = "/files/%s/%s%s%s" % (parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "?" + parts.query if parts.query else "")
        self.files[urllib.parse.unquote(path)] = urllib.parse.urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment=""))
        return self.base + path + ("#" + parts.fragment if parts.fragment else "")

    def file(self, path, headers):
        """The answer for a file, or for its metadata (PEP 658); None for what no page names."""
        plain = urllib.parse.unquote(path)
        url = self.files.get(plain)
        if url is None and plain.endswith(".metadata"):
            url = self.files.get(plain[:-len(".metadata")])
            url = url and url + ".metadata"
        return url and self.open(url, dict(headers, **{"Accept-Encoding": "identity"}))


class Links(html.parser.HTMLParser):
    """The links of an HTML page (PEP 503), a line each, with addresses that `here` gives."""

    def __init__(self, base, here):
        super().__init__()
        self.base, self.here, self.lines, self.link = base, here, [], None

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "base" and attributes.get("href"):
            self.base = urllib.parse.urljoin(self.base, attributes["href"])
        elif tag == "a" and attributes.get("href"):
            attributes["href"] = self.here(urllib.parse.urljoin(self.base, attributes["href"]))
            self.link = "".join(' %s="%s"' % (name, html.escape(value or "")) for name, value in attributes.items())

    def handle_data(self, data):
        if self.link is not None and data.strip():
            self.lines.append("<a%s>%s</a>" % (self.link, html.escape(data.strip())))
            self.link = None


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    view = None

    def do_GET(self):
        try:
            self.answer()
        except urllib.error.HTTPError as error:
            self.say(error.code, "%s: %s" % (safe(error.geturl() or ""), error.reason))
        except (Problem, ValueError, OSError, http.client.HTTPException) as error:
            # Whoever asks tries again after this, and then says that the index cannot be reached.
            self.say(502, str(getattr(error, "reason", error)) or type(error).__name__)

    do_HEAD = do_GET

    def answer(self):
        parts = self.path.partition("?")[0].split("/")
        # No other name: with the credentials, "%2e%2e%2f" would open what else the host has.
        if len(parts) == 4 and parts[1] == "simple" and parts[3] == "" and re.match(r"[A-Za-z0-9._-]+$", parts[2]):
            kind, text = self.view.page(normalized(parts[2]))
            return self.say(200, text, kind)
        wanted = {name: self.headers[name] for name in ("Range", "If-None-Match") if self.headers.get(name)}
        found = self.view.file(self.path, wanted)
        if found is None:
            return self.say(404, "no page names this file")
        with found as answer:
            self.send_response(answer.getcode())
            for name in ("Content-Type", "Content-Length", "Content-Range", "Accept-Ranges", "ETag"):
                if answer.headers.get(name):
                    self.send_header(name, answer.headers[name])
            # Without its length, the end of the answer is the end of the connection.
            self.close_connection = self.close_connection or not answer.headers.get("Content-Length")
            self.end_headers()
            if self.command != "HEAD":
                shutil.copyfileobj(answer, self.wfile, 1 << 18)
        return None

    def say(self, status, text, kind="text/plain; charset=utf-8"):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_):
        """The log of the build is its own."""


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, *_):
        """A connection that whoever asked has closed."""


def enter(folders=(), index_url=None):
    """Goes on behind the view, in a child: this process serves it, and ends when the child does, with its exit code. Gives
    the address of the index that the child is to use, which is `index_url` where there is nothing to stand for."""
    index_url = index_url or os.environ.get("INDEX_URL") or None
    owners = read_owners(os.environ.get("EXTRA_INDEXES", ""))
    if not owners and not secret("netrc"):
        return index_url
    server = Server(("127.0.0.1", 0), Handler)
    base = "http://127.0.0.1:%d" % server.server_address[1]
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child:
        serve(server, child, View(index_url or PUBLIC, owners, None, base))
    server.socket.close()
    address = base + "/simple"
    direct = ",".join(filter(None, [os.environ.get("no_proxy") or os.environ.get("NO_PROXY"), "127.0.0.1"]))
    os.environ.update(INDEX_URL=address, PIP_INDEX_URL=address, UV_DEFAULT_INDEX=address, NO_PROXY=direct, no_proxy=direct)
    for name in ("EXTRA_INDEXES", "NETRC", "PIP_TRUSTED_HOST"):
        os.environ.pop(name, None)
    if secret("netrc"):
        give_up_rights(folders)
    return address


def serve(server, child, view):
    """Serves until the child has ended, and ends this process with its exit code. Credentials are read here, so that no
    memory of the child has ever held them."""
    view.client = opener(secret("ca_bundle"), secret("netrc"))
    Handler.view = view
    threading.Thread(target=server.serve_forever, daemon=True).start()
    _, status = os.waitpid(child, 0)
    sys.stdout.flush()
    os._exit(os.WEXITSTATUS(status) if os.WIFEXITED(status) else 1)


def give_up_rights(folders):
    """Has this process be of a user without rights, for good."""
    os.makedirs(HOME, exist_ok=True)
    for folder in [HOME] + list(folders):
        os.makedirs(folder, exist_ok=True)
        for place, _, names in os.walk(folder):
            for path in [place] + [os.path.join(place, name) for name in names]:
                os.chown(path, USER, USER, follow_symlinks=False)
    os.environ["HOME"] = HOME
    os.setgroups([])
    os.setresgid(USER, USER, USER)
    os.setresuid(USER, USER, USER)
    if ctypes.CDLL(None, use_errno=True).prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        sys.exit("the rights of other users could not be given up: %s" % os.strerror(ctypes.get_errno()))
    if os.access(secret("netrc"), os.R_OK):
        sys.exit("the secret netrc can be read by every user of the build: its code must not run beside it")


def main(arguments):
    parser = argparse.ArgumentParser(description="Runs a command with one index that stands for all.")
    parser.add_argument("--writable", action="append", default=[])
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args(arguments)
    enter(options.writable)
    os.execvp(options.command[0], options.command)


if __name__ == "__main__":
    main(sys.argv[1:])
