"""Whether the installed metadata fits together."""
from checks.findings import finding
from checks.installed import normalized


def check_metadata(wanted, there):
    """What `pip check` checks, and besides that the wanted extras and their extras are complete: (findings, message).

    A requirement that is not met is fatal for what the main distribution needs: the lock is not installed. Of what else
    the base has it is only said."""
    main = there.get(normalized(wanted["distribution"]))
    if main is None:
        return [finding("not-installed", normalized(wanted["distribution"]), "%s is not installed" % wanted["distribution"])], ""
    findings = []

    def add(kind, subject, message):
        if not any(one["message"] == message for one in findings):
            findings.append(finding(kind, subject, message))

    for name in wanted.get("requirements", []):
        if normalized(name) not in there:
            add("not-installed", normalized(name), "%s is not installed" % name)
    try:
        from pip._vendor.packaging.requirements import InvalidRequirement, Requirement
        from pip._vendor.packaging.version import InvalidVersion, Version
    except ImportError:
        try:
            from packaging.requirements import InvalidRequirement, Requirement
            from packaging.version import InvalidVersion, Version
        except ImportError:
            if main.version != wanted["version"]:
                add("other-version", main.name, "%s is %s, wanted is %s" % (main.name, main.version, wanted["version"]))
            return findings, "%d installed; their requirements were not compared: this image has neither pip nor packaging" % len(there)

    from_text = {}

    def version(text):
        if text not in from_text:
            try:
                from_text[text] = Version(text)
            except InvalidVersion:
                from_text[text] = None
        return from_text[text]

    if main.version != wanted["version"] and (version(main.version) is None or version(main.version) != version(wanted["version"])):
        add("other-version", main.name, "%s is %s, wanted is %s" % (main.name, main.version, wanted["version"]))
    extras = {name: {""} for name in there}
    extras[main.name] |= {normalized(extra) for extra in wanted.get("extras", [])}
    # What the main distribution needs comes first and whole, then whatever else is installed
    parsed, needed, rest, others, is_needed = {}, {main.name}, [main.name], sorted(there), True
    while rest or others:
        is_needed = is_needed and bool(rest)
        distribution = there[rest.pop(0) if rest else others.pop(0)]
        if distribution.name not in parsed:
            parsed[distribution.name] = lines = []
            for line in distribution.requires:
                try:
                    lines.append(Requirement(line))
                except InvalidRequirement:
                    add("requirement-invalid", distribution.name,
                        "%s %s has a requirement that is not one: %s" % (distribution.name, distribution.version, line))
        for requirement in parsed[distribution.name]:
            asked = extras[distribution.name]
            marker = requirement.marker
            if marker is not None and not any(marker.evaluate({"extra": extra}) for extra in sorted(asked)):
                continue
            other = there.get(normalized(requirement.name))
            kind = "requirement" if is_needed else "requirement-elsewhere"
            if other is None:
                add(kind, distribution.name, "%s %s requires %s, which is not installed" % (distribution.name, distribution.version, requirement.name))
                continue
            found = version(other.version)
            if found is None or not requirement.specifier.contains(found, prereleases=True):
                # Older pips read `<=0.29.*`, which has no meaning in PEP 440, in their own way
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
    return findings, "%d distributions, all requirements met" % len(there) if not findings else "%d distributions" % len(there)
