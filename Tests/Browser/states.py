"""Every view of the page in every state that a person may see it in: `STATES` maps names to what brings them about."""

from playwright.sync_api import expect

from studio import open_view

ALARM = "rules?pack=browser-pack&file=rules%2Falarm.lua"


def shown(view, selector):
    """A view that is there when an element is."""
    def show(page, studio):
        open_view(page, studio, view)
        expect(page.locator(selector).first).to_be_visible()
    return show


def article(page, studio):
    """All layers drawn, and the note of a finding."""
    open_view(page, studio, "archive?rule=military-threats%2F*")
    page.locator(".archive a.item").first.click()
    for box in page.locator(".layers input").all():
        box.check()
    expect(page.locator(".seg.is-current").first).to_be_visible()


def note(page, studio):
    """What a mark stands for, kept open: on a phone a sheet over the article."""
    article(page, studio)
    page.locator(".seg.is-current").first.click()
    expect(page.locator(".margin .note.is-finding").first).to_be_visible()


def filters(page, studio):
    open_view(page, studio, "archive?rule=browser-pack%2F*&label=none")
    more = page.locator(".archive .filter-more")
    if not more.evaluate("(element) => element.open"):
        more.locator("summary").click()
    expect(page.locator("#archive-rule")).to_be_visible()


def write(page, studio, text, file="alarm.lua"):
    open_view(page, studio, "rules?pack=browser-pack&file=rules%2F" + file)
    expect(page.locator(".file-name")).to_have_text("rules/" + file)
    expect(page.locator("#code .line").nth(3)).to_be_visible()
    page.locator("#code").focus()
    page.keyboard.press("Control+Home")
    page.keyboard.type(text)


def diagnostic(page, studio):
    write(page, studio, 'local x = hilal.verbb "هدّد" -- إنذار\n')
    expect(page.locator(".problem-kind.is-error").first).to_be_visible()
    expect(page.locator(".line.has-error")).to_have_count(1)


def completion(page, studio):
    write(page, studio, "hilal.le")
    expect(page.locator(".code-frame [role=option]").first).to_be_visible()


def changes(page, studio):
    """Findings gained by a save; the word is taken out again."""
    open_view(page, studio, "rules?pack=browser-pack&file=lexicon%2Falarm.txt")
    expect(page.locator("#code .line").nth(1)).to_have_text("تأهب")
    page.locator("#code").focus()
    page.keyboard.press("Control+Home")
    page.keyboard.type("القوات\n")
    page.keyboard.press("Control+s")
    expect(page.locator(".changes-sum")).to_contain_text("gained", timeout=60_000)
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+s")
    expect(page.locator(".is-lost .item").first).to_be_visible(timeout=60_000)
    page.locator(".changes").scroll_into_view_if_needed()


def conflict(page, studio):
    """The file is changed on the disk while it is written in."""
    write(page, studio, "-- mine\n")
    file = studio.pack / "rules/alarm.lua"
    before = file.read_text(encoding="utf-8")
    file.write_text(before + "-- elsewhere\n", encoding="utf-8")
    expect(page.locator(".conflict")).to_be_visible(timeout=30_000)
    file.write_text(before, encoding="utf-8")


def broken(page, studio):
    """A pack that was saved with a mistake and does not load."""
    file = studio.pack / "rules/alarm.lua"
    before = file.read_text(encoding="utf-8")
    open_view(page, studio, ALARM)
    expect(page.locator("#code .line").nth(3)).to_be_visible()
    file.write_text("return hilal.rule {\n" + before, encoding="utf-8")
    expect(page.locator(".pack-error")).to_be_visible(timeout=30_000)
    expect(page.locator(".problem-kind.is-error").first).to_be_visible()
    studio.mend = lambda: file.write_text(before, encoding="utf-8")


def playground(page, studio):
    open_view(page, studio, ALARM)
    page.locator("#play-text").fill("🚨 وهددت تيلوريا جارتها نورفال بقصف 12 موقعا في 2023.")
    # What was found in the first text gives way to what is found in this one.
    expect(page.locator(".played .is-capture")).to_have_text(["هددت", "تيلوريا"])
    page.get_by_text("How the words were read").click()
    page.locator(".play").scroll_into_view_if_needed()


def pattern_error(page, studio):
    open_view(page, studio, ALARM)
    page.locator("#play-pattern").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type('hilal.nothing "x"', delay=1)
    expect(page.locator(".play-result .failures")).to_be_visible()
    page.locator(".play").scroll_into_view_if_needed()


def judged(page, studio):
    open_view(page, studio, "labels?rule=military-threats%2Fvow")
    expect(page.locator(".judged")).to_be_visible()
    status = page.locator(".labels-head [role=status]")
    for key, number in [("y", 1), ("n", 2)]:
        page.keyboard.press(key)
        expect(status).to_contain_text(f"{number} judged now")
    expect(page.locator(".counts table")).to_be_visible()


def help_dialog(page, studio):
    open_view(page, studio, "archive")
    page.locator("#help").click()
    expect(page.get_by_role("dialog")).to_be_visible()


def refusal(page, studio):
    """A call that fails is told at the edge."""
    open_view(page, studio, "archive")
    page.route("**/api/findings*", lambda route: route.fulfill(
        status=500, content_type="application/json", body='{"error":{"message":"the request could not be answered","hint":"try again; the studio goes on"}}'))
    page.get_by_role("searchbox", name="Search").fill("قصف")
    expect(page.locator(".toast.is-error").first).to_be_visible()
    page.unroute("**/api/findings*")


def lost(page, studio):
    page.route("**/api/events", lambda route: route.abort())
    open_view(page, studio, "archive")
    expect(page.locator("#connection")).to_contain_text("does not answer")
    page.unroute("**/api/events")


STATES = {
    "archive": shown("archive", ".archive a.item"),
    "articles": shown("archive?by=articles&q=%D9%82%D9%88%D8%A7%D8%AA", ".archive a.item mark"),
    "filters": filters,
    "article": article,
    "note": note,
    "mixed-article": shown("archive?article=overlap", ".body p"),
    "hostile-article": shown("archive?rule=browser-pack%2Fhostile&article=overlap", ".body p"),
    "nothing-found": shown("archive?q=%D9%84%D8%A7%D8%AA%D9%88%D8%AC%D8%AF", ".items .empty"),
    "no-such-article": shown("archive?article=none", ".article .empty"),
    "pictures": shown("pictures", ".matrix td a"),
    "pictures-empty": shown("pictures?since=2100-01-01", ".pictures .empty"),
    "rules": shown(ALARM, "#code .line"),
    "no-such-file": shown("rules?pack=browser-pack&file=rules%2Fnone.lua", ".code-notice .empty"),
    "lexicon": shown("rules?pack=browser-pack&file=lexicon%2Falarm.txt", "#code .line"),
    "diagnostic": diagnostic,
    "completion": completion,
    "changes": changes,
    "conflict": conflict,
    "broken": broken,
    "playground": playground,
    "pattern-error": pattern_error,
    "labels": judged,
    "labels-empty": shown("labels?rule=browser-pack%2Fnone", ".card .empty"),
    "help": help_dialog,
    "refusal": refusal,
    "lost": lost,
}
