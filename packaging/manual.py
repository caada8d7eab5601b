#!/usr/bin/env python3
"""Writes man pages from the command line's own description: hilal.1 and a page for each verb.

    packaging/manual.py HILAL FOLDER [DATE]      DATE as YYYY-MM-DD, today if not given
"""
import datetime
import json
import re
import subprocess
import sys
from pathlib import Path

STATUSES = Path(__file__).parent.parent / "Sources/RulePacks/RulePacks.docc/Archives.md"


def statuses():
    """Pairs of a status and its meaning, from the documentation's table."""
    table = STATUSES.read_text("utf-8").split("| status | meaning |")[1].split("\n\n")[0]
    rows = re.findall(r"^\| (\d+) \| (.+) \|$", table, re.M)
    if not rows:
        sys.exit(f"{STATUSES}: no table of exit statuses")
    return [(status, meaning.replace("`", "")) for status, meaning in rows]


def escaped(text):
    """Text as roff prints it: no line begins a request, and a hyphen can be copied."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return "\n".join("\\&" + line if line.startswith(".") else line for line in text.split("\n"))


def spelling(name):
    return ("--" if name["kind"] == "long" else "-") + name["name"]


def heading(argument):
    """How an argument is written: `-o, --output <file>`."""
    if argument["kind"] == "positional":
        return f"\\fI{escaped(argument['valueName'])}\\fR" + (" ..." if argument["isRepeating"] else "")
    names = sorted(argument["names"], key=lambda name: name["kind"] == "long")
    words = ", ".join(f"\\fB{escaped(spelling(name))}\\fR" for name in names)
    return words + (f" \\fI{escaped(argument['valueName'])}\\fR" if argument["kind"] == "option" else "")


def synopsis(command, path):
    parts = [f".B {escaped(' '.join(path))}"]
    if any(a["kind"] != "positional" for a in command.get("arguments", [])):
        parts.append("[\\fIoptions\\fR]")
    if command.get("subcommands"):
        parts.append("\\fIcommand\\fR")
    for argument in command.get("arguments", []):
        if argument["kind"] == "positional" and argument["shouldDisplay"]:
            text = heading(argument)
            parts.append(f"[{text}]" if argument["isOptional"] else text)
    return "\n".join(parts)


def described(argument):
    text = argument.get("abstract", "")
    if values := argument.get("allValues"):
        text += f" One of {', '.join(values)}."
    if argument.get("defaultValue"):
        text += f" Default: {argument['defaultValue']}."
    return escaped(text.strip()) or "\\&"


def paragraphs(text):
    """Prose; a paragraph that is one line of commands is shown as it stands."""
    for part in re.split(r"\n\s*\n", text.strip()):
        yield f".PP\n.EX\n{escaped(part)}\n.EE" if part.startswith("hilal ") else f".PP\n{escaped(part)}"


def page(command, path, version, date):
    name = "-".join(path)
    lines = [f'.TH "{escaped(name.upper())}" 1 "{date}" "{escaped(version)}" "User Commands"', ".SH NAME",
             f"{escaped(name)} \\- {escaped(command['abstract'].rstrip('.'))}", ".SH SYNOPSIS", synopsis(command, path)]
    if command.get("discussion"):
        lines += [".SH DESCRIPTION", *paragraphs(command["discussion"])]
    shown = [a for a in command.get("arguments", []) if a["shouldDisplay"]]
    for title, wanted in [("ARGUMENTS", True), ("OPTIONS", False)]:
        chosen = [a for a in shown if (a["kind"] == "positional") == wanted]
        if chosen:
            lines.append(f".SH {title}")
        for argument in chosen:
            lines += [".TP", heading(argument), described(argument)]
    verbs = [s for s in command.get("subcommands", []) if s["shouldDisplay"] and s["commandName"] != "help"]
    if verbs:
        lines.append(".SH COMMANDS")
    for verb in verbs:
        lines += [".TP", f".BR {escaped(name + '-' + verb['commandName'])} (1)", escaped(verb["abstract"])]
    lines.append(".SH EXIT STATUS")
    for status, meaning in statuses():
        lines += [".TP", f".B {status}", escaped(meaning)]
    others = [f".BR {escaped('-'.join(path[:-1]))} (1)"] if len(path) > 1 else []
    if others:
        lines += [".SH SEE ALSO", *others]
    return "\n".join(lines) + "\n"


def pages(command, path, version, date):
    yield "-".join(path) + ".1", page(command, path, version, date)
    for verb in command.get("subcommands", []):
        if verb["shouldDisplay"] and verb["commandName"] != "help":
            yield from pages(verb, [*path, verb["commandName"]], version, date)


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__.split("\n\n")[1].strip())
    hilal, folder = sys.argv[1], Path(sys.argv[2])
    if not Path(hilal).is_file():
        sys.exit(f"{hilal}: no such program; build it first")
    date = sys.argv[3] if len(sys.argv) > 3 else datetime.date.today().isoformat()
    ask = lambda option: subprocess.run([hilal, option], check=True, capture_output=True, text=True).stdout
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages(json.loads(ask("--experimental-dump-help"))["command"], ["hilal"], ask("--version").splitlines()[0], date):
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
