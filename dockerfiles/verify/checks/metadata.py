"""Checks that the installed distributions have what their metadata requires.

It runs on the image's own Python, as verify.py says: 3.6 or newer, and of the standard library only what starts fast.
Versions and markers are compared by the image's own `packaging`, or by the copy in its pip.
"""
from checks.findings import finding
from checks.installed import normalized


def check_metadata(wanted, distributions):
    """Checks what `pip check` does, and the requirements of extras, which it does not. Gives (findings, message).

    An unmet requirement is fatal in the main distribution and all that it needs, because then the lock is not installed.
    In the base's other distributions it is only a note."""
    named = wanted["distribution"]
    main = distributions.get(normalized(named)) if named else None
    if named and main is None:
        return [finding("not-installed", normalized(wanted["distribution"]), "%s is not installed" % wanted["distribution"])], ""
    findings = []

    def add(kind, subject, message):
        if not any(one["message"] == message for one in findings):
            findings.append(finding(kind, subject, message))

    for name in wanted.get("requirements", []):
        if normalized(name) not in distributions:
            add("not-installed", normalized(name), "%s is not installed" % name)
    try:
        from pip._vendor.packaging.requirements import InvalidRequirement, Requirement
        from pip._vendor.packaging.version import InvalidVersion, Version
    except ImportError:
        try:
            from packaging.requirements import InvalidRequirement, Requirement
            from packaging.version import InvalidVersion, Version
        except ImportError:
            if main is not None and main.version != wanted["version"]:
                add("other-version", main.name, "%s is %s, wanted is %s" % (main.name, main.version, wanted["version"]))
            return findings, "%d installed; their requirements were not compared: this image has neither pip nor packaging" % len(distributions)

    parsed_versions = {}

    def version(text):
        if text not in parsed_versions:
            try:
                parsed_versions[text] = Version(text)
            except InvalidVersion:
                parsed_versions[text] = None
        return parsed_versions[text]

    if main is not None and main.version != wanted["version"] and (version(main.version) is None or version(main.version) != version(wanted["version"])):
        add("other-version", main.name, "%s is %s, wanted is %s" % (main.name, main.version, wanted["version"]))
    extras = {name: {""} for name in distributions}
    rest = []
    if main is not None:
        extras[main.name] |= {normalized(extra) for extra in wanted.get("extras", [])}
        rest = [main.name]
    # All that the main distribution needs comes first, then all else that is installed.
    parsed, needed, others, is_needed = {}, set(rest), sorted(distributions), True
    while rest or others:
        is_needed = is_needed and bool(rest)
        distribution = distributions[rest.pop(0) if rest else others.pop(0)]
        if distribution.name not in parsed:
            parsed[distribution.name] = lines = []
            for line in distribution.requires:
                try:
                    lines.append(Requirement(line))
                except InvalidRequirement:
                    add("requirement-invalid", distribution.name,
                        "%s %s has a requirement that is not one: %s" % (distribution.name, distribution.version, line))
        for requirement in parsed[distribution.name]:
            wanted_extras = extras[distribution.name]
            marker = requirement.marker
            if marker is not None and not any(marker.evaluate({"extra": extra}) for extra in sorted(wanted_extras)):
                continue
            other = distributions.get(normalized(requirement.name))
            kind = "requirement" if is_needed else "requirement-elsewhere"
            if other is None:
                add(kind, distribution.name, "%s %s requires %s, which is not installed" % (distribution.name, distribution.version, requirement.name))
                continue
            present = version(other.version)
            if present is None or not requirement.specifier.contains(present, prereleases=True):
                # Old pips give `<=0.29.*`, which PEP 440 does not allow, a meaning of their own.
                if any(type(one).__name__ == "LegacySpecifier" for one in requirement.specifier):
                    kind = "requirement-invalid"
                add(kind, distribution.name, "%s %s has requirement %s, but %s is %s" % (
                    distribution.name, distribution.version, requirement, other.name, other.version))
            new = {normalized(extra) for extra in requirement.extras} - extras[other.name]
            extras[other.name] |= new
            if is_needed and other.name not in needed:
                needed.add(other.name)
                rest.append(other.name)
            elif new:
                rest.append(other.name)
    findings.sort(key=lambda one: one["message"])
    return findings, "%d distributions, all requirements met" % len(distributions) if not findings else "%d distributions" % len(distributions)
