"""The findings of checks. Their kinds are rows of src/build/finding-rules.ts, which says which of them are fatal.

It runs on the image's own Python, as verify.py says: 3.6 or newer, and of the standard library only what starts fast.
"""


def finding(kind, subject, message, advice="", distribution=""):
    """One thing that is wrong. `subject` is what a line of `verify_skip` names after the check: a module, a script or a
    distribution. `advice` replaces the way out of the kind. `distribution` is the one whose file is at fault, where the
    subject does not say that."""
    found = {"kind": kind, "subject": subject, "message": message, "advice": advice}
    if distribution:
        found["distribution"] = distribution
    return found


def matches(pattern, subject):
    """Whether a pattern names a subject: `*` stands for anything, and a module for all modules below it.

    Not fnmatch: it imports regular expressions, which is slow under emulation, and reads `[` as a set."""
    parts = pattern.split("*")
    if len(parts) == 1:
        return subject == pattern or subject.startswith(pattern + ".")
    if not subject.startswith(parts[0]):
        return False
    at = len(parts[0])
    for part in parts[1:-1]:
        at = subject.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return len(subject) - at >= len(parts[-1]) and subject.endswith(parts[-1])


class Skips:
    """The lines of `verify_skip`: `imports:kaggle`, `scripts:*`, `libraries` (the whole check)."""

    def __init__(self, lines):
        self.lines = [(line,) + line.partition(":")[::2] for line in lines]
        self.used = []

    def covers(self, check, subject):
        """Whether a line names this subject of this check. Such a line is added to `used`."""
        for line, name, pattern in self.lines:
            if name == check and matches(pattern or "*", subject):
                if line not in self.used:
                    self.used.append(line)
                return True
        return False
