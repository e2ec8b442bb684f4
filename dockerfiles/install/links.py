"""Makes a tree for /usr/local follow the links that the base has there, as a plain `pip install` does.

    python3 links.py TREE ROOT

ROOT is the root of the base. Where TREE has a folder and the base a link, the folder's files are moved to where the link
leads. Copied as it is, the folder would fail to replace the link, or replace it in a layer of its own: Debian has
`/usr/local/man -> share/man`, and packages with manual pages write there.

It runs on a base's own Python, 3.6 or newer, because its stage is that base: another Python would be another image to
pull. It uses the standard library alone: the base has nothing else that is sure to be there.
"""
import os
import sys

from facts import links


def real_path(path, targets):
    """The real path of a path, both relative to /usr/local. Only its folders are followed: a file replaces a link.
    `targets` is what facts.links gives."""
    real = ""
    *folders, name = path.split("/")
    for folder in folders:
        real = os.path.join(real, folder)
        real = targets.get(real, real)
    return os.path.join(real, name)


def follow(tree, targets):
    """Moves the files of a tree to where the links lead, and removes the folders that this empties."""
    for place in sorted(targets):
        for folder, folders, files in list(os.walk(os.path.join(tree, place), topdown=False)):
            # os.walk lists a link to a folder as a folder; it is moved like a file.
            for name in files + [name for name in folders if os.path.islink(os.path.join(folder, name))]:
                path = os.path.join(folder, name)
                target = os.path.join(tree, real_path(os.path.relpath(path, tree), targets))
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
