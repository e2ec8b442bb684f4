"""Why a module cannot be imported, from the exception that it raised: which kind of cause, and the way out."""
import errno

from checks.packages import absent_library, hint

# Modules that newer Pythons or setuptools no longer have (PEP 594 and PEP 632), and what brings them.
GONE = {"pkg_resources": "setuptools<82", "distutils": "setuptools", "imp": None, "lib2to3": None, "asyncore": "pyasyncore", "asynchat": "pyasynchat",
        "cgi": "legacy-cgi", "cgitb": "legacy-cgi", "audioop": "audioop-lts", "crypt": "legacycrypt"}
GONE.update((name, "standard-" + name) for name in (
    "aifc", "chunk", "imghdr", "mailcap", "nntplib", "pipes", "smtpd", "sndhdr", "sunau", "telnetlib", "uu", "xdrlib"))

# Names of exceptions, of Python's and of widely used clients, for a network that was not reached. They are compared by
# name: importing those modules here would cost more than all that is checked.
NETWORK = ("gaierror", "herror", "URLError", "ConnectError", "ConnectionError", "ConnectTimeout", "MaxRetryError", "NewConnectionError",
           "NameResolutionError", "TimeoutError", "ReadTimeout", "SSLError", "ClientConnectorError")

# What libraries that want a setting say when it is not there.
SETTING = ("environment", "credential", "api key", "api_key", "access token", "secret key", "not authenticated", "settings are not configured")

# What the loader or the import system says of a file that is not whole.
DAMAGED = ("file too short", "invalid ELF header", "bad marshal data", "marshal data too short", "contain null bytes", "ELF load command past end of file",
           "file data of this zip")

# Errors of a place in the file system, and not of an open file.
PLACES = (errno.ENOENT, errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EISDIR, errno.ENOSPC, errno.EEXIST)

# What the loader or Python says of an extension that was compiled for something else.
SYMBOL = ("undefined symbol", "symbol not found", "does not define module export function", "static TLS block")


def lacking(error):
    """The module whose absence is behind an exception, with its dots; empty where it is something else."""
    while error is not None:
        if isinstance(error, ModuleNotFoundError) and error.name:
            return error.name
        error = error.__cause__ or error.__context__
    return ""


def raised_in(error):
    """The file whose code raised an exception."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace.tb_frame.f_code.co_filename if trace is not None else ""


def cause(error, own, missing_file):
    """(kind of the cause, the exception in one line, the way out where a special one is known).

    own: top-level names of the distribution. `missing_file(module)` says whether a module is recorded as a file of the
    distribution and is not in the image."""
    text = "%s: %s" % (type(error).__name__, error)
    lacks = lacking(error)
    top = lacks.split(".")[0]
    if isinstance(error, ImportError) and top in GONE:
        way = "Add to requirements: %s" % GONE[top] if GONE[top] else "Only a newer version of the package can help"
        return "python", text + ". Python or setuptools no longer has it", way
    if lacks and missing_file(lacks):
        return "file-missing", text + ". Its file is in the distribution's RECORD, and not in the image", ""
    if isinstance(error, (ImportError, OSError, RuntimeError)):
        library = absent_library(str(error))
        if library:
            return "library", text, hint([library])
    return kind_of_words(error, text, lacks, top in own), text, ""


def kind_of_words(error, text, lacks, is_own):
    """The kind of a cause without a way out of its own. `lacks` is the module that is missing, `is_own` whether it is the
    distribution's."""
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
    if lacks and not is_own:
        return "extra"
    # os.environ raises it, which since Python 3.11 is frozen
    if isinstance(error, KeyError) and raised_in(error).endswith(("/os.py", "<frozen os>")):
        return "environment"
    if any(words in text.lower() for words in SETTING):
        return "environment"
    if isinstance(error, OSError) and error.errno in PLACES:
        return "file"
    return "error"
