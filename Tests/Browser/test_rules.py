"""The rule editor: writing, colours, directions, diagnostics, saving and what it changes."""

import re

from playwright.sync_api import expect

from studio import code, open_view

ALARM = "rules?pack=browser-pack&file=rules%2Falarm.lua"


def open_alarm(page, studio):
    open_view(page, studio, ALARM)
    expect(page.locator("#code .line").first).to_be_visible()
    expect(page.locator(".file-name")).to_have_text("rules/alarm.lua")


def to_end(page):
    page.locator("#code").focus()
    page.keyboard.press("Control+End")


def test_a_saved_rule_changes_the_findings(own_page, own_studio):
    page = own_page
    open_view(page, own_studio, "rules?pack=browser-pack&file=lexicon%2Falarm.txt")
    expect(page.locator("#code .line").nth(1)).to_have_text("تأهب")
    to_end(page)
    page.keyboard.type("القوات\n")
    expect(page.locator(".file-status")).to_have_text("not saved")
    page.keyboard.press("Control+s")
    expect(page.locator(".changes-sum")).to_contain_text("gained", timeout=60_000)
    assert "القوات" in (own_studio.pack / "lexicon/alarm.txt").read_text(encoding="utf-8")
    expect(page.locator(".is-gained .item").first).to_contain_text("القوات")
    # And back, the line's end and the word: what was gained is lost.
    page.locator("#code").focus()
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+s")
    expect(page.locator(".is-lost .item").first).to_contain_text("القوات", timeout=60_000)


def test_a_rule_changed_elsewhere_is_not_overwritten(own_page, own_studio):
    page = own_page
    open_alarm(page, own_studio)
    file = own_studio.pack / "rules/alarm.lua"
    file.write_text(file.read_text(encoding="utf-8") + "-- elsewhere\n", encoding="utf-8")
    to_end(page)
    page.keyboard.type("-- here\n")
    page.keyboard.press("Control+s")
    expect(page.locator(".conflict")).to_be_visible()
    assert "-- here" not in file.read_text(encoding="utf-8")
    page.get_by_role("button", name="Keep mine and save it").click()
    expect(page.locator(".file-status")).to_have_text(re.compile("^saved"))
    assert "-- here" in file.read_text(encoding="utf-8")
    # The browser tells every refusal on the console; this one was wanted.
    assert all("409" in error for error in page.watch.errors)
    page.watch.errors.clear()


def test_typing_deleting_and_taking_back(page, studio):
    open_alarm(page, studio)
    before = code(page)
    to_end(page)
    page.keyboard.type('local x = hilal.word { "هدّد", "توعّد" } -- نعم', delay=2)
    assert code(page) == before + 'local x = hilal.word { "هدّد", "توعّد" } -- نعم'
    page.keyboard.press("Backspace")
    assert code(page).endswith("-- نع")
    page.keyboard.press("Control+Backspace")
    assert code(page).rstrip().endswith("--")
    page.keyboard.press("Control+Home")
    page.keyboard.press("Delete")
    assert code(page).startswith("- Readiness")
    for _ in range(6):
        page.keyboard.press("Control+z")
    assert code(page) == before
    page.keyboard.press("Control+y")
    assert code(page) != before
    page.keyboard.press("Control+z")


def test_lines_are_joined_split_and_indented(page, studio):
    open_alarm(page, studio)
    before = code(page)
    page.locator("#code").focus()
    page.keyboard.press("Control+Home")
    page.keyboard.press("End")
    page.keyboard.press("Delete")
    assert code(page).count("\n") == before.count("\n") - 1
    page.keyboard.press("Enter")
    assert code(page) == before
    to_end(page)
    page.keyboard.type("if x then\nreturn")
    assert code(page).endswith("if x then\n  return")
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    assert code(page) == ""
    page.keyboard.type("a\nb")
    assert code(page) == "a\nb"


def test_paste_and_copy_keep_the_text(page, studio):
    open_alarm(page, studio)
    before = code(page)
    page.locator("#code").focus()
    page.keyboard.press("Control+a")
    copied = page.evaluate("""() => {
      const data = new DataTransfer();
      document.getElementById('code').dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
      return data.getData('text/plain');
    }""")
    assert copied == before
    page.keyboard.insert_text('local y = "سطر"\n-- ثان')
    assert code(page) == 'local y = "سطر"\n-- ثان'


def test_arabic_strings_do_not_turn_their_neighbours_round(page, studio):
    """In `{ "هدّد", "توعّد" }` the first string stands left of the second, and each keeps its quotes outside."""
    open_alarm(page, studio)
    to_end(page)
    page.keyboard.type('x = { "هدّد", "توعّد" }')
    boxes = page.evaluate("""() => {
      const line = [...document.querySelectorAll('#code > .line')].at(-1);
      return [...line.querySelectorAll('.t-string')].map((string) => {
        const node = string.firstChild;
        const at = (index) => { const range = document.createRange(); range.setStart(node, index); range.setEnd(node, index + 1); return range.getBoundingClientRect(); };
        const { left, right } = string.getBoundingClientRect();
        return { left, right, first: at(0).left, firstLetter: at(1).left, lastLetter: at(node.length - 2).left, last: at(node.length - 1).left };
      });
    }""")
    assert len(boxes) == 2
    assert boxes[0]["right"] <= boxes[1]["left"]
    for box in boxes:
        assert box["first"] < box["lastLetter"] < box["firstLetter"] < box["last"]


def test_the_caret_goes_where_the_letters_go(page, studio):
    """Each step of the caret through a line with Arabic strings keeps text and place together."""
    open_alarm(page, studio)
    to_end(page)
    page.keyboard.type('x = { "هدّد", "توعّد" }')
    page.keyboard.press("Home")
    for _ in range(len('x = { "')):
        page.keyboard.press("ArrowRight")
    page.keyboard.type("قد ")
    assert code(page).endswith('x = { "قد هدّد", "توعّد" }')
    page.keyboard.press("End")
    page.keyboard.type(" -- end")
    assert code(page).endswith('"توعّد" } -- end')


def test_mistakes_are_shown_at_their_line(page, studio):
    open_alarm(page, studio)
    page.locator("#code .line", has_text="severity").click()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.type('tittle = "x",')
    expect(page.locator(".problem").first).to_contain_text("tittle")
    expect(page.locator(".line.has-error")).to_contain_text("tittle")
    page.locator(".problem button").first.click()
    assert page.evaluate("getSelection().toString()").startswith("tittle")


def test_names_are_completed(page, studio):
    open_alarm(page, studio)
    to_end(page)
    page.keyboard.type("local p = hilal.le")
    expect(page.locator(".code-frame [role=option]").first).to_contain_text("lexicon")
    page.keyboard.press("Enter")
    assert code(page).endswith("local p = hilal.lexicon")
    page.keyboard.type("\nsentence:subj")
    expect(page.locator(".code-frame [role=option]").first).to_contain_text("subject_of")
    page.keyboard.press("Tab")
    assert code(page).endswith("sentence:subject_of")
    # With nothing to complete Tab leaves the code: no one is caught in it.
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") != "code"


def test_names_that_come_late_complete_nothing_else(page, studio):
    waiting = []
    page.route("**/api/api", lambda route: waiting.append(route))
    open_alarm(page, studio)
    to_end(page)
    page.keyboard.type("hilal.le")
    page.wait_for_timeout(100)
    page.keyboard.type(" -- a comment has no names")
    assert waiting
    for route in waiting:
        route.continue_()
    page.wait_for_timeout(500)
    expect(page.locator(".code-frame [role=option]")).to_have_count(0)


def test_the_playground_shows_matches_and_captures(page, studio):
    open_alarm(page, studio)
    page.locator("#play-pattern").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type('hilal.verb "هدّد":as "cue" * hilal.gap(0, 2)', delay=1)
    page.locator("#play-text").fill("🚨 وهددت تيلوريا جارتها.")
    # What the first pattern found gives way to what this one finds.
    expect(page.locator(".played .is-capture")).to_have_count(1)
    expect(page.locator(".played .is-capture")).to_have_text("هددت")
    page.get_by_text("How the words were read").click()
    expect(page.locator(".play-result table", has_text="Stem")).to_contain_text("وهددت")
    page.locator("#play-pattern").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type('hilal.nothing "x"', delay=1)
    expect(page.locator(".play-result .failures")).to_be_visible()


def test_a_finding_becomes_a_test_case(own_page, own_studio):
    page = own_page
    open_view(page, own_studio, "archive?rule=browser-pack%2Falarm")
    page.locator(".archive a.item").first.click()
    page.get_by_text("Make a test case").click()
    page.get_by_role("button", name="This is wrong").click()
    expect(page.locator(".toast")).to_contain_text("tests/")
    written = "".join(path.read_text(encoding="utf-8") for path in (own_studio.pack / "tests").iterdir())
    assert written.count("[[case]]") == 2
    assert re.search(r"alarm", written)


def test_text_that_is_not_saved_is_kept_while_one_looks_elsewhere(page, studio):
    open_alarm(page, studio)
    to_end(page)
    page.keyboard.type("-- kept")
    page.get_by_role("link", name="hostile.lua").click()
    expect(page.locator(".file-name")).to_have_text("rules/hostile.lua")
    page.go_back()
    expect(page.locator(".file-name")).to_have_text("rules/alarm.lua")
    assert code(page).endswith("-- kept")
