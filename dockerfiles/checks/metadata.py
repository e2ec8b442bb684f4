"""Whether the installed metadata fits together."""
from checks.installed import normalized


def check_metadata(wanted, there):
    """What `pip check` checks, and besides that the wanted extras and their extras are complete."""
    main = there.get(normalized(wanted["distribution"]))
    if main is None:
        return False, "%s is not installed" % wanted["distribution"]
    problems = []
    for name in wanted.get("requirements", []):
        if normalized(name) not in there:
            problems.append("%s is not installed" % name)
    try:
        from pip._vendor.packaging.requirements import InvalidRequirement, Requirement
        from pip._vendor.packaging.version import InvalidVersion, Version
    except ImportError:
        try:
            from packaging.requirements import InvalidRequirement, Requirement
            from packaging.version import InvalidVersion, Version
        except ImportError:
            if main.version != wanted["version"]:
                problems.append("%s is %s, wanted is %s" % (main.name, main.version, wanted["version"]))
            if problems:
                return False, "; ".join(problems)
            return True, "%d installed; their requirements were not compared: this image has neither pip nor packaging" % len(there)

    from_text = {}

    def version(text):
        if text not in from_text:
            try:
                from_text[text] = Version(text)
            except InvalidVersion:
                from_text[text] = None
        return from_text[text]

    if main.version != wanted["version"] and (version(main.version) is None or version(main.version) != version(wanted["version"])):
        problems.append("%s is %s, wanted is %s" % (main.name, main.version, wanted["version"]))
    extras = {name: {""} for name in there}
    extras[main.name] |= {normalized(extra) for extra in wanted.get("extras", [])}
    parsed, rest = {}, sorted(there)
    while rest:
        distribution = there[rest.pop(0)]
        if distribution.name not in parsed:
            parsed[distribution.name] = lines = []
            for line in distribution.requires:
                try:
                    lines.append(Requirement(line))
                except InvalidRequirement:
                    problems.append("%s %s has a requirement that is not one: %s" % (distribution.name, distribution.version, line))
        for requirement in parsed[distribution.name]:
            asked = extras[distribution.name]
            marker = requirement.marker
            if marker is not None and not any(marker.evaluate({"extra": extra}) for extra in sorted(asked)):
                continue
            other = there.get(normalized(requirement.name))
            if other is None:
                problems.append("%s %s requires %s, which is not installed" % (distribution.name, distribution.version, requirement.name))
                continue
            found = version(other.version)
            if found is None or not requirement.specifier.contains(found, prereleases=True):
                problems.append("%s %s has requirement %s, but %s is %s" % (
                    distribution.name, distribution.version, requirement, other.name, other.version))
            new = {normalized(extra) for extra in requirement.extras} - extras[other.name]
            if new:
                extras[other.name] |= new
                rest.append(other.name)
    problems = sorted(set(problems))
    if problems:
        return False, "; ".join(problems)
    return True, "%d distributions, all requirements met" % len(there)
