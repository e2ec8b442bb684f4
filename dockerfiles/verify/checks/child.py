"""Runs code that may crash, hang or print in a forked child: subprocess would start Python again, which takes seconds
under emulation.

It runs on the image's own Python, as verify.py says: 3.6 or newer, and of the standard library only what starts fast.
"""
import os
import select
import signal
import sys
import time


def in_child(body, limit):
    """Runs `body(say)` in a forked child. Gives (the lines that `say` sent, what the child printed, how it failed or None).

    Ends the child's whole process group after `limit` seconds."""
    said_read, said_write = os.pipe()
    out_read, out_write = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.setsid()
            nothing, end = os.pipe()
            os.close(end)
            os.dup2(nothing, 0)
            os.dup2(out_write, 1)
            os.dup2(out_write, 2)
            for descriptor in (nothing, said_read, out_read, out_write):
                if descriptor > 2:
                    os.close(descriptor)
            body(lambda line: os.write(said_write, line.replace("\n", " ").encode("utf-8", "replace") + b"\n"))
            sys.stdout.flush()
            sys.stderr.flush()
        except BaseException as error:
            os.write(2, ("%s: %s\n" % (type(error).__name__, error)).encode("utf-8", "replace"))
            os._exit(1)
        os._exit(0)
    os.close(said_write)
    os.close(out_write)
    data = {said_read: b"", out_read: b""}
    open_ends, ended, status, until = set(data), None, None, time.time() + limit
    while open_ends or status is None:
        for end in select.select(list(open_ends), [], [], 0.05)[0]:
            block = os.read(end, 65536)
            data[end] = (data[end] + block)[-1000000:]
            if not block:
                open_ends.discard(end)
        if status is None:
            done, status = os.waitpid(pid, os.WNOHANG)
            if not done:
                status = None
            else:
                # A process that the child left may keep the output open: wait for it no longer than this.
                until = time.time() + 0.2
        if time.time() > until:
            if status is None:
                ended = "did not end in %d seconds" % limit
                end_group(pid)
                status = os.waitpid(pid, 0)[1]
            break
    end_group(pid)
    os.close(said_read)
    os.close(out_read)
    if ended is None and status:
        ended = "process ended by signal %d" % (status & 127) if status & 127 else "exit code %d" % (status >> 8)
    texts = [data[end].decode("utf-8", "replace") for end in (said_read, out_read)]
    # Not splitlines: the words of an exception may hold other separators than the line feed.
    return texts[0].split("\n")[:-1], texts[1], ended


def tail(text, count=20):
    return "\n".join(text.rstrip().splitlines()[-count:])


def end_group(pid):
    """Kills a process group, which may have ended already."""
    try:
        os.killpg(pid, signal.SIGKILL)
    except OSError:
        pass
