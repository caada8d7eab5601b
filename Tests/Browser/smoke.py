#!/usr/bin/env python3
"""What must work at least, in one browser on one server: open, search, read, edit a rule, see findings change, judge, export.

usage: Tests/Browser/smoke.py      HILAL=… names the binary, CHROMIUM=… the browser
Needs Chromium and no package beside. Prints a line for each step and ends with status 1 at the first that fails,
with status 69 where there is no browser.
"""

import csv
import io
import json
import shutil
import sys
import tempfile
import time

import articles
from chromium import Chromium, Refused, command
from serving import Studio

START = time.monotonic()
STATUS = "document.querySelector('.archive .list-status').textContent"


def expect(holds, what):
    if not holds:
        raise Refused(what)


def opening(page, studio):
    page.origin = studio.origin
    page.go(studio.address)
    page.wait(f"/^\\d+ findings/.test({STATUS})", 90)
    page.wait("/ s$/.test(document.querySelector('#run').textContent)", 90)
    expect("token" not in page.value("location.href"), "the token stays in the address")


def searching(page, studio):
    before = page.wait(STATUS)
    page.press("/")
    page.write("نفطي")
    page.wait(f"{STATUS} !== {json.dumps(before)} && /finding/.test({STATUS})")
    page.click(".kinds a:not([aria-current])")
    page.wait("document.querySelector('.archive .items mark')?.textContent.includes('نفطي')")


def reading(page, studio):
    """Hostile markup stays text, an article shows what was found in it."""
    page.go(studio.origin + "/#/archive?rule=browser-pack%2Fhostile")
    page.wait(f"/finding/.test({STATUS}) && document.querySelectorAll('.archive a.item').length > 3")
    page.value("document.activeElement.blur()")
    page.press("j")
    page.wait(f"document.querySelector('.margin .note.is-finding')?.textContent.includes({json.dumps(articles.MARKUP)})")
    page.wait("document.querySelector('.seg.is-current')")
    expect(page.value("document.querySelectorAll('img[src=\"x\"], iframe, [onerror]').length") == 0, "markup of an article became elements")


def mistaking(page, studio):
    """A mistake in a rule is shown at its line, before it is saved."""
    page.go(studio.origin + "/#/rules?pack=browser-pack&file=rules%2Falarm.lua")
    page.wait("document.querySelectorAll('#code .line').length > 5")
    page.value("document.querySelector('#code').focus()")
    page.press("Home", 36, control=True)
    page.write("tittle = (\n")
    page.wait("document.querySelector('.problem-kind.is-error') && document.querySelector('.line.has-error')")
    page.press("z", control=True)
    page.wait("!document.querySelector('.problem-kind.is-error')")


def editing(page, studio):
    """A word more in a lexicon: what is found by it is shown as gained."""
    page.go(studio.origin + "/#/rules?pack=browser-pack&file=lexicon%2Falarm.txt")
    # The rule, which was open before, is told from the lexicon by its words.
    page.wait("document.querySelector('.file-name')?.textContent === 'lexicon/alarm.txt' && document.querySelectorAll('#code .line').length > 2"
              " && !document.querySelector('#code').textContent.includes('hilal')")
    page.value("document.querySelector('#code').focus()")
    page.press("End", 35, control=True)
    page.write("القوات\n")
    page.wait("document.querySelector('#code').textContent.includes('القوات')")
    page.press("s", control=True)
    page.wait("/[1-9]\\d* findings? gained/.test(document.querySelector('.changes-sum')?.textContent)", 60)
    page.wait("document.querySelector('.is-gained .item')?.textContent.includes('القوات')")
    expect("القوات" in (studio.pack / "lexicon/alarm.txt").read_text(encoding="utf-8"), "the file on the disk is as it was")


def judging(page, studio):
    page.go(studio.origin + "/#/labels?rule=browser-pack%2Falarm")
    page.wait("document.querySelector('.judged')")
    for key, rest in [("y", "1"), ("y", "2"), ("n", "3")]:
        page.press(key)
        page.wait(f"document.querySelector('.labels-head [role=status]').textContent.includes('{rest} judged now')")
    page.wait("[...document.querySelectorAll('.counts td')].map((cell) => cell.textContent).slice(0, 3).join() === '2,1,67 %'")
    lines = [json.loads(line) for line in page.download(".labels-side a[download]").decode().splitlines()]
    expect(sorted(line["label"] for line in lines) == ["no", "yes", "yes"], f"the gold lines are {lines}")


def exporting(page, studio):
    page.go(studio.origin + "/#/archive?rule=browser-pack%2Fhostile")
    shown = int(page.wait(f"/^\\d+ findings$/.test({STATUS}) && document.querySelector('.csv').href.includes('hostile') && {STATUS}").split()[0])
    rows = list(csv.DictReader(io.StringIO(page.download(".archive .csv").decode("utf-8-sig"))))
    expect(len(rows) == shown, f"the table has {len(rows)} rows, the page {shown} findings")
    expect(all(cell[:1] not in tuple("=+@") for row in rows for cell in row.values() if cell), "a cell would run as a formula")


def main():
    if command() is None:
        print("NOT RUN: there is no Chromium here; install one, or name it with CHROMIUM=", file=sys.stderr)
        sys.exit(69)
    folder = tempfile.mkdtemp(prefix="hilal-studio-")
    studio = page = None
    try:
        studio = Studio(folder, ["examples/news.zip", *articles.write(folder)])
        page = Chromium()
        for step in [opening, searching, reading, mistaking, editing, judging, exporting]:
            step(page, studio)
            page.errors += page.value("window.breaches")
            expect(not page.errors and not page.elsewhere, f"{step.__name__}: {page.errors + page.elsewhere}")
            print(f"{time.monotonic() - START:5.1f} s  {step.__name__}", flush=True)
    except Refused as failure:
        print(f"FAILED: {failure}", file=sys.stderr)
        if page:
            print(f"the page says: {page.errors}", file=sys.stderr)
        sys.exit(1)
    finally:
        if page:
            page.close()
        if studio:
            studio.stop()
        shutil.rmtree(folder, ignore_errors=True)


main()
