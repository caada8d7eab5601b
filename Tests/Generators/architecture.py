#!/usr/bin/env python3
"""Draws the rooms of the house as Package.swift declares them, and checks the page that tells of them.

    python3 Tests/Generators/architecture.py [--check]     --check writes nothing, and exits 1 where picture or page is stale

The picture has a box for each target under Sources and an arrow to each room that it knows, less the arrows that follow
from others. The page must name each room, and no other, in the first column of its table.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CATALOG = ROOT / "Sources" / "RulePacks" / "RulePacks.docc"
PICTURE = CATALOG / "architecture.svg"
PAGE = CATALOG / "Architecture.md"
WIDTH, HEIGHT, ROW, GAP = 116, 34, 78, 22


def rooms():
    """Each target under Sources, with the names of those that it depends on."""
    package = json.loads(subprocess.run(["swift", "package", "dump-package"], cwd=ROOT, check=True, capture_output=True).stdout)
    targets = [t for t in package["targets"] if t["type"] != "test" and not (t.get("path") or "").startswith("Tests/")]
    names = {target["name"] for target in targets}
    return {t["name"]: {d["byName"][0] for d in t["dependencies"] if "byName" in d} & names for t in targets}


def reach(rooms_, name):
    """All rooms that a room knows, directly or through others."""
    found = set(rooms_[name])
    for other in rooms_[name]:
        found |= reach(rooms_, other)
    return found


def drawn(rooms_):
    """The arrows that do not follow from others."""
    return {name: sorted(known - set().union(*(reach(rooms_, other) for other in known), set()))
            for name, known in rooms_.items()}


def rows(rooms_):
    """The rooms by how much stands above them, each row ordered by where its arrows lead."""
    depth = {}
    def level(name):
        if name not in depth:
            depth[name] = 1 + max((level(other) for other in rooms_[name]), default=-1)
        return depth[name]
    for name in sorted(rooms_):
        level(name)
    # A door stands right above the room that opens it, not at the top.
    for name in sorted(rooms_):
        users = [depth[other] for other in rooms_ if name in rooms_[other]]
        if not rooms_[name] and users and name.startswith("C"):
            depth[name] = min(users) - 1
    arranged, place = [], {}
    for row in range(max(depth.values()) + 1):
        def middle(name):
            above = [place[other] for other in rooms_[name] if other in place]
            return (sum(above) / len(above) if above else len(place) + 0.5, name)
        names = sorted((name for name in rooms_ if depth[name] == row), key=middle)
        arranged.append(names)
        place.update({name: (at + 0.5) / len(names) for at, name in enumerate(names)})
    return arranged


def svg(rooms_):
    arranged = rows(rooms_)
    width = max(len(row) for row in arranged) * (WIDTH + GAP) + GAP
    at = {}
    for y, row in enumerate(arranged):
        step = width / len(row)
        for x, name in enumerate(row):
            at[name] = (round(step * (x + 0.5)), GAP + y * ROW + HEIGHT // 2)
    height = len(arranged) * ROW - (ROW - HEIGHT) + 2 * GAP
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="14">',
             '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
             '<path d="M0 0 8 4 0 8z" fill="#667"/></marker></defs>',
             f'<rect width="{width}" height="{height}" fill="#fff"/>']
    for name, known in sorted(drawn(rooms_).items()):
        for other in known:
            (x1, y1), (x2, y2) = at[name], at[other]
            y1, y2 = y1 - HEIGHT // 2, y2 + HEIGHT // 2
            bend = (y1 - y2) // 2
            lines.append(f'<path d="M{x1} {y1}C{x1} {y1 - bend} {x2} {y2 + bend} {x2} {y2}" fill="none" stroke="#667" '
                         'marker-end="url(#tip)"/>')
    for name, (x, y) in sorted(at.items()):
        fill = "#eef1f4" if name.startswith("C") and name[1:2].isupper() else "#dbe9f9"
        lines.append(f'<rect x="{x - WIDTH // 2}" y="{y - HEIGHT // 2}" width="{WIDTH}" height="{HEIGHT}" rx="6" fill="{fill}" '
                     f'stroke="#456"/><text x="{x}" y="{y + 5}" text-anchor="middle">{name}</text>')
    return "\n".join(lines) + "\n</svg>\n"


def main():
    rooms_ = rooms()
    picture = svg(rooms_)
    wrong = []
    if "--check" not in sys.argv[1:]:
        PICTURE.write_text(picture, "utf-8")
    elif not PICTURE.exists() or PICTURE.read_text("utf-8") != picture:
        wrong.append("the picture of the rooms is not what Package.swift declares: run Tests/Generators/architecture.py")
    told = set(re.findall(r"^\| `(\w+)`", PAGE.read_text("utf-8"), re.M))
    wrong += [f"{PAGE.name} does not tell of the room {name}" for name in sorted(set(rooms_) - told)]
    wrong += [f"{PAGE.name} tells of {name}, which is no room" for name in sorted(told - set(rooms_))]
    for message in wrong:
        print(message, file=sys.stderr)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
