#!/usr/bin/env python3
"""Each file with unsafe code says why that is safe: one that has `unsafe` or `@unchecked Sendable` has a SAFETY note.

usage: check_unsafe.py [FOLDER]      Sources where none is given; status 1 and the files where one has none
"""
import pathlib
import re
import sys

UNSAFE = re.compile(r"\bunsafe\b|@unchecked Sendable")


def without_comments(text):
    return re.sub(r"//.*", "", text)


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "Sources")
    files = sorted(folder.rglob("*.swift"))
    if not files:
        sys.exit(f"error: {folder}: no Swift files")
    bare = []
    for file in files:
        text = file.read_text(encoding="utf-8")
        if UNSAFE.search(without_comments(text)) and "SAFETY" not in text:
            bare.append(file)
    for file in bare:
        print(f"error: {file}: unsafe code, and no SAFETY note that says why it is safe")
    sys.exit(1 if bare else 0)


if __name__ == "__main__":
    main()
