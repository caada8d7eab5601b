"""Asks hunspell's Arabic dictionary about the forms of common verbs, as a second opinion.

    python3 Tests/Oracles/acceptance.py citations > verbs.txt
    HILAL_CITATIONS=verbs.txt swift test --filter "spell checker"
    python3 Tests/Oracles/acceptance.py judge verbs.txt.forms

The verbs are the 300 commonest of arramooz's frequency list. A folded form counts as accepted if one way
to undo the folding (أ إ آ for ا, ى for ي, ة for ه) is in the dictionary.
"""

import collections
import itertools
import os
import sqlite3
import subprocess
import sys

COUNT = 300


def citations():
    import arramooz

    path = os.path.join(os.path.dirname(arramooz.__file__), "data", "wordfreq.sqlite")
    rows = sqlite3.connect(path).execute(
        "select vocalized, freq from wordfreq where word_type like 'verb%' order by freq desc, vocalized")
    names = dict.fromkeys(row[0] for row in rows)
    print(*itertools.islice(names, COUNT), sep="\n")


def unfolded(word):
    choices = []
    for index, letter in enumerate(word):
        last = index == len(word) - 1
        if letter == "ا":
            choices.append("اأإآ" if index == 0 else "اأآ")
        elif letter == "ي" and last:
            choices.append("يى")
        elif letter == "ه" and last:
            choices.append("هة")
        else:
            choices.append(letter)
    return ["".join(letters) for letters in itertools.product(*choices)]


def judge(path):
    forms = {tuple(line.rstrip("\n").split("\t")[1:]) for line in open(path, encoding="utf-8")}
    asked = sorted({way for _, word in forms for way in unfolded(word)})
    answer = subprocess.run(["hunspell", "-d", "ar", "-i", "utf-8", "-l"], input="\n".join(asked) + "\n",
                            capture_output=True, text=True, check=True)
    wrong = set(answer.stdout.split())
    tally = collections.defaultdict(lambda: [0, 0])
    for kind, word in sorted(forms):
        accepted = any(way not in wrong for way in unfolded(word))
        for key in (kind, "all"):
            tally[key][0] += accepted
            tally[key][1] += 1
    for kind, (accepted, total) in tally.items():
        print(f"{kind:20} {accepted:6} of {total:6}  {100 * accepted / total:.1f} %")


if __name__ == "__main__":
    judge(sys.argv[2]) if sys.argv[1] == "judge" else citations()
