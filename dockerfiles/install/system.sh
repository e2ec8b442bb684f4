#!/bin/sh
# Prints which of the packages that are its arguments the distribution does not have, a line each. Nothing is printed where
# its lists cannot be read: the build then says what it lacks.
set -u

has() {
    if command -v apk >/dev/null; then
        said=$(apk add --simulate --no-interactive "$@" 2>&1)
    else
        said=$(DEBIAN_FRONTEND=noninteractive apt-get install --simulate --no-install-recommends -y "$@" 2>&1)
    fi
}

if command -v apk >/dev/null; then
    apk update >/dev/null 2>&1 || exit 0
elif command -v apt-get >/dev/null; then
    apt-get -o Acquire::Retries=3 -o APT::Update::Error-Mode=any update >/dev/null 2>&1 || exit 0
else
    exit 0
fi
has "$@" && exit 0
for name in "$@"; do
    has "$name" && continue
    # Another fault, such as packages that exclude each other, is left to the build.
    echo "$said" | grep -Eqi 'no such package|unable to locate package|no installation candidate|find any package' && echo "$name"
done
exit 0
