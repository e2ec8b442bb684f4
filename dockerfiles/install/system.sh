#!/bin/sh
# Asks the distribution for packages, each an argument: a name, or a name with a constraint as bindep writes it, `name>=1.2`.
# Prints a line for each that it does not have, `missing NAME`, and for each that it has in another version, `version NAME
# CONSTRAINT VERSION`. Nothing is printed where its lists cannot be read: the build then says what it lacks.
set -u

has() {
    if command -v apk >/dev/null; then
        said=$(apk add --simulate --no-interactive "$@" 2>&1)
    else
        said=$(DEBIAN_FRONTEND=noninteractive apt-get install --simulate --no-install-recommends -y "$@" 2>&1)
    fi
}

# The version that would be installed; empty where another package provides it.
candidate() {
    if command -v apk >/dev/null; then
        apk policy "$1" 2>/dev/null | sed -n 's/^  \([^ ].*\):$/\1/p' | tail -n 1
    else
        apt-cache policy "$1" 2>/dev/null | sed -n 's/^  Candidate: \([^(].*\)$/\1/p'
    fi
}

# fits VERSION RELATION WANTED
fits() {
    if command -v apk >/dev/null; then
        case "$2$(apk version -t "$1" "$3")" in
        '<<' | '<=<' | '<==' | '===' | '!=<' | '!=>' | '>=>' | '>==' | '>>') return 0 ;;
        esac
        return 1
    fi
    case "$2" in
    '<') relation=lt ;;
    '<=') relation=le ;;
    '==') relation=eq ;;
    '!=') relation=ne ;;
    '>=') relation=ge ;;
    '>') relation=gt ;;
    esac
    dpkg --compare-versions "$1" "$relation" "$3"
}

if command -v apk >/dev/null; then
    apk update >/dev/null 2>&1 || exit 0
elif command -v apt-get >/dev/null; then
    apt-get -o Acquire::Retries=3 -o APT::Update::Error-Mode=any update >/dev/null 2>&1 || exit 0
else
    exit 0
fi
names=
for wanted in "$@"; do
    name=${wanted%%[<>=!]*}
    case " $names " in
    *" $name "*) ;;
    *) names="$names $name" ;;
    esac
done
# Names have no space, and no sign of a pattern.
# shellcheck disable=SC2086
if ! has $names; then
    for name in $names; do
        has "$name" && continue
        # Another fault, such as packages that exclude each other, is left to the build.
        echo "$said" | grep -Eqi 'no such package|unable to locate package|no installation candidate|find any package' && echo "missing $name"
    done
fi
for wanted in "$@"; do
    name=${wanted%%[<>=!]*}
    constraint=${wanted#"$name"}
    [ -n "$constraint" ] || continue
    version=$(candidate "$name")
    number=${constraint#[<>=!]}
    number=${number#=}
    [ -z "$version" ] || fits "$version" "${constraint%"$number"}" "$number" || echo "version $name $constraint $version"
done
exit 0
