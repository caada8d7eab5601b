#!/usr/bin/env python3
"""Runs the commands shown in the documentation and writes what they print below them.

    python3 Tests/Generators/transcripts.py [--check] [FILE…]     --check compares and exits 1 on a difference

A transcript is a fenced block marked `console`: a line `$ COMMAND` is followed by its output. A block whose mark names a
file as well (```lua plugins/truces/rules/truce.lua) is written there first. The blocks of one page run in order in one
folder that begins with the packs and `examples` of the repository, so a page may build on what it made.
Times and speeds differ from run to run and are not compared.

No command is shown that nothing runs: one that cannot be run here stands in a block marked `sh` with the reason behind it
(```sh waits for keys). `hilal` in running text names only verbs and options that there are.
"""
import difflib
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.M | re.S)
BLOCK = re.compile(r"^```(console|(?!sh )\w+ \S+)\n(.*?)^```$", re.M | re.S)
COMMAND = re.compile(r"(?:\$ )?(?:(?:sudo|HILAL_\w+=\S+) )*(?:\./|examples/|packaging/|Tests/)?"
                     r"(?:hilal|bash|sh|python3?|pip|spark-submit|swift|curl|jq|apt|apt-get|dpkg|git|\w+\.(?:sh|py))\s+\S")
INLINE = re.compile(r"(?<!`)`hilal ([a-z]\w*(?: [^`]*)?)`(?!`)")
PROGRESS = re.compile(r"^█.* %.*\n", re.M)  # Only slow runs show it.
VARYING = re.compile(r"\d+(\.\d+)?(?= (ms|s|MB/s|MB)\b)")


def pages():
    patterns = ["README.md", ".github/*.md", "Sources/*/*.docc/**/*.md", "plugins/*/README.md", "examples/**/README.md"]
    return [page for pattern in patterns for page in sorted(ROOT.glob(pattern)) if ".build" not in page.parts]


def output(command, folder, binaries):
    """What a command prints on both streams, as a reader at a terminal without colour sees it."""
    environment = dict(os.environ, PATH=f"{binaries}:{os.environ['PATH']}", NO_COLOR="1")
    environment.pop("HILAL_PLUGINS", None)
    environment["XDG_CACHE_HOME"] = f"{folder}/.cache"
    run = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, timeout=300,
                         stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    lines = run.stdout.decode("utf-8").rstrip("\n").split("\n")
    return PROGRESS.sub("", "".join(line.rstrip() + "\n" for line in lines)) if lines != [""] else ""


def unrun(text):
    """Commands that are shown where nothing runs them, with no reason given."""
    for mark, body in FENCE.findall(text):
        language, _, reason = mark.strip().partition(" ")
        if language in ("", "sh", "bash", "text") and not (language == "sh" and reason):
            yield from (line.strip() for line in body.splitlines() if COMMAND.match(line.strip()))
    for line in FENCE.sub("", text).splitlines():
        if re.match(r"(?: {4}|\t)\S", line) and COMMAND.match(line.strip()):
            yield line.strip()


def verbs(binaries):
    """The options of each verb of the command line."""
    dump = subprocess.run([f"{binaries}/hilal", "--experimental-dump-help"], check=True, capture_output=True)
    found = {}
    for command in json.loads(dump.stdout)["command"]["subcommands"]:
        parts = [command, *command.get("subcommands", [])]
        found[command["commandName"]] = {("--" if name["kind"] == "long" else "-") + name["name"]
                                         for part in parts for argument in part.get("arguments", [])
                                         for name in argument.get("names", [])}
    return found


def misnamed(text, known):
    """`hilal …` in running text with a verb or option that there is not."""
    for words in INLINE.findall(text):
        verb, *rest = words.split()
        if verb not in known:
            yield f"hilal {words}: no verb {verb}"
            continue
        for option in re.findall(r"(?:^|\s|\[)(--?[a-z][a-z-]*)", " ".join(rest)):
            if option not in known[verb]:
                yield f"hilal {words}: no option {option}"


def renewed(text, folder, binaries):
    """The page with every transcript run anew."""
    def block(match):
        if match[1] != "console":
            file = Path(folder) / match[1].split()[1]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(match[2], "utf-8")
            return match[0]
        commands = [line for line in match[2].splitlines() if line.startswith("$ ")]
        return "```console\n" + "".join(f"{c}\n{output(c[2:], folder, binaries)}" for c in commands) + "```"
    return BLOCK.sub(block, text)


def main():
    arguments = sys.argv[1:]
    check = "--check" in arguments
    files = [Path(a).resolve() for a in arguments if a != "--check"] or pages()
    binaries = subprocess.run(["swift", "build", "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True)
    binaries = binaries.stdout.strip()
    known = verbs(binaries)
    stale = 0
    for path in files:
        old = path.read_text("utf-8")
        name = str(path.relative_to(ROOT))
        for problem in [f"shown, but run by nothing: {line}" for line in unrun(old)] + list(misnamed(old, known)):
            print(f"{name}: {problem}")
            stale += 1
        if not BLOCK.search(old):
            continue
        with tempfile.TemporaryDirectory() as folder:
            os.symlink(ROOT / "examples", Path(folder) / "examples")
            # The folder of packs is the page's own; what it makes there never reaches the repository.
            (Path(folder) / "plugins").mkdir()
            for pack in (ROOT / "plugins").iterdir():
                os.symlink(pack, Path(folder) / "plugins" / pack.name)
            new = renewed(old, folder, binaries)
        if VARYING.sub("0", new) == VARYING.sub("0", old):
            continue
        if check:
            sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), new.splitlines(True), name, name + " (run now)"))
            stale += 1
        else:
            path.write_text(new, "utf-8")
            print(f"{name}: written")
    if stale:
        sys.exit("the documentation shows what is not so: run Tests/Generators/transcripts.py")


if __name__ == "__main__":
    main()
