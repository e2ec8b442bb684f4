"""Tells from an exception why a module cannot be imported: the kind of cause, and the way out.

It runs on the image's own Python, as verify.py says: 3.6 or newer, and of the standard library only what starts fast.
"""
import errno

from checks.packages import absent_library, hint

# Modules that newer Pythons or setuptools no longer have (PEP 594 and PEP 632), and the requirement that brings them.
GONE = {"pkg_resources": "setuptools<82", "distutils": "setuptools", "imp": None, "lib2to3": None, "asyncore": "pyasyncore", "asynchat": "pyasynchat",
        "cgi": "legacy-cgi", "cgitb": "legacy-cgi", "audioop": "audioop-lts", "crypt": "legacycrypt"}
GONE.update((name, "standard-" + name) for name in (
    "aifc", "chunk", "imghdr", "mailcap", "nntplib", "pipes", "smtpd", "sndhdr", "sunau", "telnetlib", "uu", "xdrlib"))

# Exceptions of Python and of widely used clients for an unreachable network. They are compared by name, because
# importing these modules would take longer than all checks.
NETWORK = ("gaierror", "herror", "URLError", "ConnectError", "ConnectionError", "ConnectTimeout", "MaxRetryError", "NewConnectionError",
           "NameResolutionError", "TimeoutError", "ReadTimeout", "SSLError", "ClientConnectorError")

# Words in exceptions about a missing setting.
SETTING = ("environment", "credential", "api key", "api_key", "access token", "secret key", "not authenticated", "settings are not configured")

# Words of the loader and the import system about a file that is not whole.
DAMAGED = ("file too short", "invalid ELF header", "bad marshal data", "marshal data too short", "contain null bytes", "ELF load command past end of file",
           "file data of this zip")

# Errors of a path, not of an open file.
PLACES = (errno.ENOENT, errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EISDIR, errno.ENOSPC, errno.EEXIST)

# Words of the loader and of Python about an extension that was compiled for another system.
SYMBOL = ("undefined symbol", "symbol not found", "does not define module export function", "static TLS block")


def missing_module(error):
    """The full name of the module whose absence led to an exception; empty for another reason."""
    while error is not None:
        if isinstance(error, ModuleNotFoundError) and error.name:
            return error.name
        error = error.__cause__ or error.__context__
    return ""


def extension_of(error):
    """The path of the extension that could not be loaded; empty for another reason."""
    path = ""
    while error is not None:
        # The first of a chain is where it began; the others are words of who imported it.
        own = getattr(error, "path", "") if isinstance(error, ImportError) else ""
        path = own if own and isinstance(own, str) else path
        error = error.__cause__ or error.__context__
    return path if path.endswith(".so") else ""


def raised_in(error):
    """The path of the code that raised an exception."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace.tb_frame.f_code.co_filename if trace is not None else ""


def cause(error, own_names, missing_file):
    """(kind of the cause, the exception in one line, a way out or an empty text).

    own_names: top-level names of the distribution. `missing_file(module)` says whether RECORD lists a module's file that
    is not in the image."""
    text = "%s: %s" % (type(error).__name__, error)
    missing = missing_module(error)
    top = missing.split(".")[0]
    if isinstance(error, ImportError) and top in GONE:
        way = "Add to requirements: %s" % GONE[top] if GONE[top] else "Only a newer version of the package can help"
        return "python", text + ". Python or setuptools no longer has it", way
    if missing and missing_file(missing):
        return "file-missing", text + ". Its file is in the distribution's RECORD, and not in the image", ""
    if isinstance(error, (ImportError, OSError, RuntimeError)):
        library = absent_library(str(error))
        if library:
            return "library", text, hint([library])
    return kind_of_words(error, text, missing, top in own_names), text, ""


def kind_of_words(error, text, missing, is_own):
    """The kind of a cause that has no way out of its own. `missing` is the missing module, `is_own` whether it belongs to
    the distribution."""
    if "version `" in text and "' not found" in text:
        return "library"
    if any(words in text for words in DAMAGED):
        return "damaged"
    if isinstance(error, ImportError) and ("wrong ELF class" in text or "cannot open shared object file: Exec format error" in text):
        return "processor"
    if isinstance(error, ImportError) and any(words in text for words in SYMBOL):
        return "symbol"
    if isinstance(error, SyntaxError):
        return "python"
    if any(one.__name__ in NETWORK for one in type(error).__mro__):
        return "network"
    if missing and not is_own:
        return "extra"
    # os.environ raised it; os is frozen since Python 3.11.
    if isinstance(error, KeyError) and raised_in(error).endswith(("/os.py", "<frozen os>")):
        return "environment"
    if any(words in text.lower() for words in SETTING):
        return "environment"
    if isinstance(error, OSError) and error.errno in PLACES:
        return "file"
    return "error"
