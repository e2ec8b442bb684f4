"""Makes a tree that is laid over /usr/local follow the links that the base has there, as a plain `pip install` does.

    python3 links.py TREE ROOT

Moves what TREE has in the place of a link of the base with this root to where that link leads. A folder cannot be
copied onto a link, and in a layer of its own it would replace it: Debian has `/usr/local/man -> share/man`, and
packages with manual pages write there.

It runs on the Python of the base, whatever that is: 3.6 or newer, standard library only.
"""
import os
import sys

from facts import links


def landing(path, found):
    """Where a path relative to /usr/local really is. Only its folders are followed: a file takes a link's place.
    `found` is what facts.links gives."""
    real = ""
    *folders, name = path.split("/")
    for folder in folders:
        real = os.path.join(real, folder)
        real = found.get(real, real)
    return os.path.join(real, name)


def follow(tree, found):
    """Moves the files of a tree to where they land, and removes the folders that this empties."""
    for place in sorted(found):
        for folder, folders, files in list(os.walk(os.path.join(tree, place), topdown=False)):
            # A link to a folder is moved as it is, like a file
            for name in files + [name for name in folders if os.path.islink(os.path.join(folder, name))]:
                path = os.path.join(folder, name)
                target = os.path.join(tree, landing(os.path.relpath(path, tree), found))
                os.makedirs(os.path.dirname(target), exist_ok=True)
                os.replace(path, target)
            os.rmdir(folder)


def main(arguments):
    if len(arguments) != 2:
        print("usage: links.py TREE ROOT", file=sys.stderr)
        return 2
    follow(arguments[0], links(os.path.abspath(arguments[1])))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
