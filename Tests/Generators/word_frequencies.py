#!/usr/bin/env python3
"""Counts how common words are in a corpus, for plugins/arabic/lexicon/word_frequencies.tsv.

usage: word_frequencies.py ARCHIVE.zip… > plugins/arabic/lexicon/word_frequencies.tsv

The figures decide only which of a pattern's words are looked for first; the table holds single folded words and
their share, no text. A word counts for each way to cut و ف, ب ك ل, س and ال off its head, as the matcher cuts them.
"""
import collections, json, re, sys, zipfile

FOLD = str.maketrans("أإآٱىةی" + "ک", "اااايهي" + "ك")
MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
WORD = re.compile("[\u0620-\u064a\u066e-\u06d3]+")


def cuts(word):
    found = {word}
    for rest in (word, word[1:] if word[0] in "وف" else ""):
        if len(rest) < 3:
            continue
        found.add(rest)
        if rest.startswith("ال"):
            found.add(rest[2:])
        if rest[0] in "بكلس":
            found.add(rest[1:])
            if rest[1:3] == "ال":
                found.add(rest[3:])
        if rest.startswith("لل"):
            found.add(rest[2:])
    return {x for x in found if len(x) > 1}


counts, total = collections.Counter(), 0
for path in sys.argv[1:]:
    archive = zipfile.ZipFile(path)
    for name in archive.namelist():
        for article in json.loads(archive.read(name)):
            for word in WORD.findall(MARKS.sub("", article["title"] + " " + article["content"]).translate(FOLD)):
                total += 1
                counts.update(cuts(word))
print("word\tper_million")
print("# Folded words, by how many of a million running words hold them. Counted by Tests/Generators/word_frequencies.py")
print("# over SaudiNewsNet (M. Alhagri, 2015), seven days; figures only.")
for word, count in sorted(counts.items(), key=lambda x: (-x[1], x[0])):
    share = count * 1e6 / total
    if share < 60:
        break
    print(f"{word}\t{share:.0f}")
