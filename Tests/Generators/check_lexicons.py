#!/usr/bin/env python3
"""Checks the packs' TSV lexicons: shape and text of all, codes of the arabic pack's, and that no country is missing.

    apt-get install iso-codes && python3 Tests/Generators/check_lexicons.py

Prints a line for each fault; exits 1 when there is one.
"""
import json
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ARABIC = ROOT / "plugins/arabic/lexicon"


def iso(standard, key):
    """The codes of an ISO standard, from Debian's package iso-codes."""
    entries = json.loads(Path(f"/usr/share/iso-codes/json/iso_{standard}.json").read_text("utf-8"))[standard]
    return {entry[key] for entry in entries}


# States that are no more (ISO 3166-3 and common use) and Kosovo's user-assigned code.
FORMER = {"SUN", "YUG", "CSK", "DDR", "YMD", "SCG", "XKX"}
STANDING = iso("3166-1", "alpha_3")
COUNTRIES = STANDING | FORMER
# Currencies replaced by the euro or renamed since, and bitcoin's customary code.
CURRENCIES = iso("4217", "alpha_3") | {"DEM", "FRF", "ITL", "BEF", "MTL", "CYP", "SDD", "ZWL", "BGN", "XBT"}
# First parts of actor codes that are no country: CAMEO's IGO, NGO, MNC, IMG (international militant group), INT.
ACTORS = {"IGO", "NGO", "MNC", "IMG", "INT"}
ROLES = {"", "GOV", "MIL", "COP", "SPY", "LEG", "JUD", "BUS", "MED", "EDU", "HLH", "LAB", "AGR", "REL", "CVL", "OPP", "REB", "UAF"}
TYPES = {"places.tsv": {"GPE", "LOC", "FAC"}, "capitals.tsv": {"GPE", "LOC", "FAC", "ORG"},
         "org_heads.tsv": {"ORG", "FAC", "GPEcontext", "LOCcontext", "PERcontext", "none"}}


def faults_of_text(cell):
    """What is wrong with the characters of one cell."""
    if cell != cell.strip() or "  " in cell:
        yield "spaces"
    if unicodedata.normalize("NFC", cell) != cell:
        yield "not NFC"
    for character in cell.replace("هـ", ""):  # the kashida keeps the abbreviation of هجري apart from ه
        if unicodedata.category(character) in ("Cf", "Cc", "Cn", "Co") or character == "\u00a0":
            yield f"invisible U+{ord(character):04X}"
        if character in "\u0640\u06a9\u06cc\u06c1" or "\ufb50" <= character <= "\ufeff" and character != "\ufdfc":
            yield f"foreign letter U+{ord(character):04X}"


def faults_of_codes(file, row):
    """What is wrong with the codes and closed values of one row."""
    iso = row.get("iso3", "")
    if iso and iso not in COUNTRIES:
        yield f"country {iso}"
    code = row.get("code", "")
    if file == "currencies.tsv":
        if code and code not in CURRENCIES:
            yield f"currency {code}"
    elif file == "nationalities.tsv":
        if row["kind"] == "country" and code not in COUNTRIES:
            yield f"country {code}"
    elif file != "units.tsv" and code and code[:3] not in COUNTRIES | ACTORS:
        yield f"actor {code}"
    if row.get("suffix", "") not in ROLES:
        yield f"role {row['suffix']}"
    if file in TYPES and row["type"] not in TYPES[file]:
        yield f"type {row['type']}"
    if row.get("wants", "") not in ("", "name", "noun"):
        yield f"wants {row['wants']}"
    values = ("adjective", "head") if row.get("kind") == "ref" else ("2",) if file == "places.tsv" else ()
    if row.get("ambiguous", "") not in ("", "1", *values):
        yield f"ambiguous {row['ambiguous']}"


def check(path):
    """The number of rows of a lexicon and its faults."""
    lines = path.read_text("utf-8").splitlines()
    columns = lines[0].split("\t")
    faults = [f"column name {c!r}" for c in columns if not re.fullmatch(r"[a-zA-Z0-9_]+", c)]
    seen = Counter()
    for number, line in enumerate(lines[1:], 2):
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != len(columns):
            faults.append(f"line {number}: {len(cells)} cells for {len(columns)} columns")
            continue
        row = dict(zip(columns, cells))
        found = ["empty name"] if not cells[0] else []
        found += [fault for cell in cells for fault in faults_of_text(cell)]
        if path.parent == ARABIC:
            found += faults_of_codes(path.name, row)
        seen[line] += 1
        if seen[line] == 2:
            found.append("a row twice")
        faults += [f"line {number}: {fault}: {line!r}" for fault in found]
    return sum(seen.values()), faults


def missing_countries():
    """Countries of ISO 3166-1 without an Arabic name."""
    lines = (ARABIC / "countries.tsv").read_text("utf-8").splitlines()
    held = {line.split("\t")[1] for line in lines[1:] if not line.startswith("#")}
    for code in sorted(STANDING - held):
        yield f"countries.tsv: no row for {code}"


def main():
    rows = failed = 0
    for path in sorted((ROOT / "plugins").glob("*/lexicon/*.tsv")):
        count, faults = check(path)
        rows += count
        failed += len(faults)
        for fault in faults:
            print(f"{path.relative_to(ROOT)}: {fault}")
    for fault in missing_countries():
        print(fault)
        failed += 1
    print(f"{rows} rows, {failed} faults")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
