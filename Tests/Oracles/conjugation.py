"""Conjugates a sample of verbs with two independent conjugators, for the test `agrees with an oracle`.

    pip install libqutrub arramooz-pysqlite mazini
    python3 Tests/Oracles/conjugation.py cases.tsv [SEED]
    HILAL_CONJUGATION_ORACLE=cases.tsv swift test --filter oracle

Form I comes from libqutrub's verb table, the other forms from the arramooz dictionary; 500 verbs are
drawn by class with a fixed seed. Each line: class, form, citation, citation without vowels and hints,
oracle, slot, spellings (folded, `|` between). Nothing of this is kept: the forms are for comparing.
"""

import collections
import os
import random
import re
import sqlite3
import sys
import unicodedata

import arramooz
import libqutrub.conjugator
import libqutrub.triverbtable
import mazini

COUNT = 500
SEED = 20240917
CLASSES = ["sound", "assimilated", "hollow", "defective", "doubled", "hamzated", "doublyWeak", "quadriliteral"]
PERSONS = {
    "أنا": "1s", "نحن": "1p", "أنت": "2ms", "أنتِ": "2fs", "أنتما": "2d", "أنتم": "2mp", "أنتن": "2fp",
    "هو": "3ms", "هي": "3fs", "هما": "3md", "هما مؤ": "3fd", "هم": "3mp", "هن": "3fp",
}
TENSES = {
    "الماضي المعلوم": "past", "المضارع المعلوم": "ind", "المضارع المجزوم": "juss",
    "المضارع المنصوب": "sub", "الأمر": "imp", "الماضي المجهول": "past_pass",
    "المضارع المجهول": "ind_pass", "المضارع المجهول المجزوم": "juss_pass",
    "المضارع المجهول المنصوب": "sub_pass",
}
SLOT = re.compile(r"(past|ind|sub|juss)(_pass)?_[123]\w+|imp_2\w+|ap|pp|vn")
BABS = {1: ("a", "u"), 2: ("a", "i"), 3: ("a", "a"), 4: ("i", "a"), 5: ("u", "u"), 6: ("i", "i")}
HARAKA = {"ضمة": "u", "كسرة": "i", "فتحة": "a"}
SHADDA = "\u0651"


def fold(text):
    text = unicodedata.normalize("NFC", text)
    text = re.sub("[\u0640\u064b-\u0652\u0670]", "", text)
    return re.sub("[آأإٱ]", "ا", text).replace("ى", "ي").replace("ة", "ه")


def verb_class(root):
    """The class by the root's letters, as Swift's VerbClass has it."""
    if len(root) == 4:
        return "quadriliteral"
    weak = [letter in "وي" for letter in root]
    traits = [weak[0], weak[1] and not weak[2], weak[2], root[1] == root[2], "ء" in root]
    if sum(traits) > 1:
        return "doublyWeak"
    names = ["assimilated", "hollow", "defective", "doubled", "hamzated"]
    return next((name for name, has in zip(names, traits) if has), "sound")


def triliterals():
    for row in libqutrub.triverbtable.TriVerbTable.values():
        vowels = BABS[row["bab"]]
        yield row["verb"], row["root"], row["haraka"], f"I/{vowels[0]}~{vowels[1]}"


def derived():
    path = os.path.join(os.path.dirname(arramooz.__file__), "data", "arabicdictionary.sqlite")
    rows = sqlite3.connect(path).execute("select vocalized, root, future_type from verbs where triliteral = 0")
    for citation, root, haraka in sorted(set(rows)):
        root = re.sub("[أإؤئآ]", "ء", root).replace("ى", "ي")
        if len(root) in (3, 4):
            yield citation, root, haraka, None


def by_mazini(citation, root, code):
    """The table whose lemma is the citation; None where there is none."""
    codes = [code] if code else ["II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
    if len(root) == 4:
        codes = ["Iq", "IIq", "IVq"]
    wanted = skeleton(citation)
    for candidate in codes:
        for reduced in (False, True):
            try:
                table = mazini.conjugate(root, candidate, passive=True, reduced=reduced)
            except mazini.MaziniError:
                continue
            if any(skeleton(lemma.form) == wanted for lemma in table.lemma):
                return candidate, table
    return None


def skeleton(text):
    """Letters and shaddas."""
    text = unicodedata.normalize("NFC", text).replace("ٱ", "ا")
    return re.sub("[\u0640\u064b-\u0650\u0652\u0670]", "", text)


def slots_of_mazini(table):
    for slot, forms in table.slots.items():
        if SLOT.fullmatch(slot):
            spellings = {fold(form.form) for form in forms if form.form not in ("?", "-", "—")}
            if spellings:
                yield slot, spellings


def slots_of_qutrub(citation, haraka):
    tables = libqutrub.conjugator.conjugate(citation, haraka, alltense=True, transitive=True, display_format="DICT")
    for tense, name in TENSES.items():
        for person, form in tables.get(tense, {}).items():
            if person in PERSONS and form:
                yield f"{name}_{PERSONS[person]}", {fold(form)}


def sample():
    strata = collections.defaultdict(list)
    for row in list(triliterals()) + list(derived()):
        kind = "I" if row[3] else "derived"
        strata[verb_class(row[1]), kind].append(row)
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else SEED)
    for name in CLASSES:
        kinds = [kind for kind in ("I", "derived") if strata[name, kind]]
        share = -(-COUNT // len(CLASSES) // len(kinds))
        for kind in kinds:
            rows = sorted(strata[name, kind], key=str)
            for row in chance.sample(rows, min(share, len(rows))):
                yield name, row


def main():
    verbs = list(sample())[:COUNT]
    counts = collections.Counter()
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        for name, (citation, root, haraka, code) in verbs:
            found = by_mazini(citation, root, code)
            form = "I" if code else found[0] if found else "?"
            bare = skeleton(citation)
            hinted = f"{citation}:{HARAKA[haraka]}" if code else citation
            tables = {"qutrub": slots_of_qutrub(citation if len(bare) == 3 or code else bare, haraka)}
            if found:
                tables["mazini"] = slots_of_mazini(found[1])
            for oracle, slots in tables.items():
                counts[oracle] += 1
                for slot, spellings in slots:
                    line = [name, form, hinted, bare, oracle, slot, "|".join(sorted(spellings))]
                    print("\t".join(line), file=out)
    print(len(verbs), "verbs,", dict(counts), file=sys.stderr)


if __name__ == "__main__":
    main()
