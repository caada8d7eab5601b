#!/usr/bin/env python3
"""Runs Hilal, the floor program and other tools alternately over the same articles and prints ratios.

Each peer only searches fifty trigger words; Hilal unpacks, parses, searches and runs whole packs. A
peer that does not find at least 99 % of the articles that hold a term is told of and ends the run.
"""
import argparse
import glob
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import time
import zipfile

here = os.path.dirname(os.path.abspath(__file__))
parser = argparse.ArgumentParser()
parser.add_argument("--work", required=True)
parser.add_argument("--bin", required=True)
parser.add_argument("--rounds", type=int, default=3)
parser.add_argument("--scale", action="store_true")
parser.add_argument("archives", nargs="*", default=["examples/news.zip"])
options = parser.parse_args()
work = options.work
hilal, floor = f"{options.bin}/hilal", f"{options.bin}/floor"
events = [arg for pack in ("military-threats", "conflict-events", "diplomacy")
          for arg in ("-p", f"plugins/{pack}")]


def run(command, stdout=subprocess.DEVNULL):
    """Seconds of wall and CPU of a command that must succeed."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=stdout, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"failed with {process.returncode}: {' '.join(command)}")
    return wall, usage.ru_utime + usage.ru_stime


def peak(command):
    """The peak of memory of a command in MB, watched from outside: what the system reports of an ended
    process can be this program's own."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    memory = 0
    while process.poll() is None:
        try:
            status = open(f"/proc/{process.pid}/status").read()
        except OSError:
            break
        found = re.search(r"VmHWM:\s+(\d+)", status)
        # Before it has become the command it is a copy of this program.
        if found and os.path.basename(command[0]) in status.split("\n")[0]:
            memory = max(memory, int(found.group(1)) / 1024)
        time.sleep(0.005)
    process.wait()
    return memory


def read_articles():
    for path in options.archives:
        archive = zipfile.ZipFile(path)
        for name in sorted(archive.namelist()):
            if name.endswith(".json") and not name.startswith("__MACOSX"):
                yield from json.loads(archive.read(name))


def prepare():
    """Unzipped texts for the peers, one article a line, and fifty words that trigger the event packs."""
    os.makedirs(work, exist_ok=True)
    texts = []
    with open(f"{work}/articles.jsonl", "w", encoding="utf-8") as lines, \
            open(f"{work}/articles.txt", "w", encoding="utf-8") as plain:
        for article in read_articles():
            title, content = (" ".join((article.get(key) or "").split()) for key in ("title", "content"))
            print(json.dumps({"title": title, "content": content}, ensure_ascii=False), file=lines)
            print(title, content, file=plain)
            texts.append(f"{title}\n{content}")
    listed = subprocess.run([hilal, "list", "triggers", "--format", "json"] + events,
                            capture_output=True, text=True, check=True).stdout
    known = {word for line in listed.splitlines() for word in re.findall(r"[\u0621-\u064a]{3,}", line)}
    counts = {}
    for text in texts:
        for word in set(re.findall(r"[\u0621-\u064a]{3,}", text)) & known:
            counts[word] = counts.get(word, 0) + 1
    terms = sorted(counts, key=lambda word: (-counts[word], word))[:50]
    with open(f"{work}/terms.txt", "w", encoding="utf-8") as out:
        out.write("".join(term + "\n" for term in terms))
    inside = {number for number, text in enumerate(texts) if any(term in text for term in terms)}
    whole = re.compile(r"(?<!\w)(?:%s)(?!\w)" % "|".join(terms))
    words = {number for number, text in enumerate(texts) if whole.search(text)}
    return len(texts), inside, words


def peer(name):
    command = [sys.executable, "-B", f"{here}/peers.py", name, f"{work}/terms.txt",
               f"{work}/articles.jsonl", f"{work}/found-{name}"]
    printed = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    seconds = tuple(float(value) for value in printed.split())
    found = {int(line) for line in open(f"{work}/found-{name}")}
    return seconds, found, " ".join(command[2:])


def ripgrep():
    command = ["rg", "-o", "-n", "-F", "-f", f"{work}/terms.txt", f"{work}/articles.txt"]
    with open(f"{work}/found-rg", "w") as out:
        seconds = run(command, out)
    found = {int(line.split(":", 1)[0]) - 1 for line in open(f"{work}/found-rg", encoding="utf-8")}
    return seconds, found, " ".join(command)


def show(rows):
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
    print()


def compare(inside, words):
    jobs = str(os.cpu_count())
    commands = {
        "events, all cores": [hilal, "run", "--quiet", "--jobs", jobs] + events + options.archives,
        "events, one core": [hilal, "run", "--quiet", "--jobs", "1"] + events + options.archives,
        "all packs, all cores": [hilal, "run", "--quiet", "--jobs", jobs] + options.archives,
        "floor, all cores": [floor, "probe", jobs, f"{work}/terms.txt"] + options.archives,
        "floor, one core": [floor, "probe", "1", f"{work}/terms.txt"] + options.archives,
        "floor unpack": [floor, "unpack", "1", f"{work}/terms.txt"] + options.archives,
        "floor parse": [floor, "parse", "1", f"{work}/terms.txt"] + options.archives,
    }
    seconds = {}
    shown = {name: " ".join(command) for name, command in commands.items()}
    for round_number in range(options.rounds):
        for name, command in commands.items():
            seconds.setdefault(name, []).append(run(command))
        peers = ["rg", "re", "aho", "lupa"] + (["spacy"] if round_number == 0 else [])
        for name in peers:
            taken, found, shown[name] = ripgrep() if name == "rg" else peer(name)
            truth = words if name == "spacy" else inside
            share = len(found & truth) / max(len(truth), 1)
            if share < 0.99:
                sys.exit(f"{name} finds only {share:.1%} of the articles that hold a term")
            seconds.setdefault(name, []).append(taken)
    def median(name, kind):
        return statistics.median(pair[kind] for pair in seconds[name])

    # The clock says what a user waits; CPU seconds hold on a machine that others use too.
    rows = [["what", "s", "CPU s", "events, all cores ÷ it (s)", "events, one core ÷ it (CPU s)"]]
    for name in seconds:
        rows.append([name, f"{median(name, 0):.3f}", f"{median(name, 1):.3f}",
                     f"{median('events, all cores', 0) / median(name, 0):.2f}",
                     f"{median('events, one core', 1) / median(name, 1):.2f}"])
    show(rows)
    for name, command in shown.items():
        print(f"{name}: {command}")
    print()


def generated_rules(count):
    folder = f"{work}/rules-{count}"
    os.makedirs(f"{folder}/rules", exist_ok=True)
    with open(f"{folder}/pack.toml", "w") as out:
        out.write('name = "generated"\nversion = "1.0.0"\n')
    words = [line.strip() for line in open("plugins/arabic/lexicon/word_frequencies.tsv", encoding="utf-8")
             if re.match(r"[\u0621-\u064a]{4,}\t", line)]
    words = [line.split("\t")[0] for line in words]
    with open(f"{folder}/rules/all.lua", "w", encoding="utf-8") as out:
        out.write("local rules = {}\n")
        for number in range(count):
            a, b = words[(7 * number) % len(words)], words[(11 * number + 3) % len(words)]
            out.write(f'rules[{number + 1}] = hilal.rule {{ id = "r{number}", title = "r{number}", '
                      f'match = hilal.word "{a}" * hilal.gap(0, 5) * hilal.word "{b}" }}\n')
        out.write("return rules\n")
    return folder


def scale():
    def line(*cells):
        # At once: the whole table takes many minutes, and what is measured is not lost with the rest.
        print(f"{cells[0]:<34}" + "".join(f"{cell:>9}" for cell in cells[1:]), flush=True)

    def add(name, command):
        wall, cpu = run(command)
        line(name, f"{wall:.2f}", f"{cpu:.2f}", f"{peak(command):.0f}")

    line("what", "wall s", "CPU s", "peak MB")

    base = [hilal, "run", "--quiet"]
    for jobs in range(1, (os.cpu_count() or 1) + 1):
        add(f"events, {jobs} cores", base + ["--jobs", str(jobs)] + events + options.archives)
    for copies in (1, 5, 20):
        add(f"events, ×{copies}", base + events + options.archives * copies)
    packs = sorted(glob.glob("plugins/*/pack.toml"))
    for count in range(1, len(packs) + 1):
        paths = [arg for path in packs[:count] for arg in ("-p", os.path.dirname(path))]
        add(f"first {count} packs", base + paths + options.archives)
    for count in (10, 100, 1000):
        add(f"{count} generated rules", base + ["-p", generated_rules(count)] + options.archives)
    articles = [json.loads(line)["content"] for line in open(f"{work}/articles.jsonl", encoding="utf-8")]
    for size in (1 << 16, 1 << 18, 1 << 20, 1 << 23):
        text, path = "", f"{work}/long-{size}.jsonl"
        for content in articles * (1 + size * 20 // max(sum(map(len, articles)), 1)):
            text += content + "\n"
            if len(text.encode()) >= size:
                break
        with open(path, "w", encoding="utf-8") as out:
            json.dump({"id": "long", "title": "", "content": text}, out, ensure_ascii=False)
        add(f"one article of {os.path.getsize(path) / 1e6:.1f} MB", base + events + [path])
    path = f"{work}/array.json"
    with open(path, "w", encoding="utf-8") as out:
        size, texts = out.write("["), list(read_articles())
        while size < 250_000_000 and texts:
            for article in texts:
                size += out.write(json.dumps(article, ensure_ascii=False) + ",\n")
        out.write('{"id":"last","title":"","content":""}]')
    for jobs in (1, os.cpu_count() or 1):
        add(f"one array of {os.path.getsize(path) / 1e6:.0f} MB, {jobs} cores",
            base + ["--jobs", str(jobs), "-p", "plugins/military-threats", path])
    os.remove(path)


model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if "model name" in line), "?")
print(f"{platform.system()} {platform.machine()}, {model}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
number, inside, words = prepare()
print(f"{number} articles, {os.path.getsize(f'{work}/articles.txt') / 1e6:.1f} MB of text; "
      f"{len(inside)} hold a term\n")
compare(inside, words)
if options.scale:
    scale()
