"""Accessibility by axe-core (WCAG 2.2 AA and best practice) of every state in both themes and both widths, each with a picture."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import conftest
from states import ALARM, STATES
from studio import open_view

SIZES = {"desktop": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}
RULES = {"resultTypes": ["violations"], "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def shown_studio():
    """A server whose files the states change; they leave them as they were."""
    yield from conftest.serving()


@pytest.fixture(scope="module", params=list(SIZES))
def shown_page(request, browser, shown_studio):
    # axe has to be put into the page, which the studio's policy forbids to everyone else.
    context, page, _ = conftest.open_page(browser, shown_studio, viewport=SIZES[request.param], bypass_csp=True)
    page.size = request.param
    yield page
    context.close()


@pytest.mark.parametrize("state", list(STATES))
def test_every_state_is_accessible(shown_page, shown_studio, shots, state):
    page = shown_page
    # Nothing of the state before is left.
    page.goto("about:blank")
    found = []
    try:
        STATES[state](page, shown_studio)
        for theme in ["light", "dark"]:
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            page.wait_for_timeout(100)
            # A list that is being read is dimmed.
            expect(page.locator("[aria-busy='true']")).to_have_count(0)
            page.screenshot(path=shots / f"{state}-{page.size}-{theme}.png")
            for breach in Axe().run(page, options=RULES).response["violations"]:
                found.append((theme, breach["id"], breach["nodes"][0]["html"][:120], breach["nodes"][0]["failureSummary"][:200]))
        # Reflow: nothing makes the page itself scroll sideways.
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append("scrolls sideways")
    finally:
        shown_studio.mend()
    assert found == []


def test_the_theme_is_switched_and_remembered(page):
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    before = page.evaluate(ground)
    page.get_by_role("button", name="Dark").click()
    assert page.evaluate(ground) != before
    page.reload()
    expect(page.locator("#run .run-text")).to_be_visible()
    assert page.evaluate(ground) != before
    page.get_by_role("button", name="Dark").click()


# What can be worked with and is shown; of many small targets the arrows lead from one to the next.
WORKABLE = """[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [contenteditable], [tabindex]')]
  .filter((element) => element.checkVisibility() && !element.disabled && element.getAttribute('tabindex') !== '-1')"""


@pytest.mark.parametrize("view", ["archive?article=overlap&rule=browser-pack%2F*", "archive?by=articles&q=%D9%82%D9%88%D8%A7%D8%AA", "pictures", ALARM, "labels"])
def test_the_keyboard_reaches_everything_and_focus_is_seen(page, studio, view):
    open_view(page, studio, view)
    page.wait_for_timeout(800)
    page.evaluate(f"window.workable = new Set({WORKABLE}); window.reached = new Set(); document.activeElement.blur()")
    number = page.evaluate("window.workable.size")
    assert number > 10
    # A date has inner stops of its own.
    for _ in range(number + 20):
        page.keyboard.press("Tab")
        seen = page.evaluate("""() => {
          const active = document.activeElement;
          window.reached.add(active);
          const bar = active.querySelector('.reach');
          const isSeen = getComputedStyle(active).outlineStyle !== 'none' || bar && getComputedStyle(bar).stroke !== 'none';
          return active === document.body || isSeen || active.outerHTML.slice(0, 200);
        }""")
        assert seen is True, f"no focus is seen on {seen}"
    missed = page.evaluate("[...window.workable].filter((element) => !window.reached.has(element)).map((element) => element.outerHTML.slice(0, 120))")
    assert missed == []


def test_a_lost_server_is_told_and_found_again(browser, own_studio):
    context, page, watch = conftest.open_page(browser, own_studio)
    own_studio.process.send_signal(19)  # stopped, as a machine that sleeps
    own_studio.process.send_signal(18)
    own_studio.stop()
    expect(page.locator("#connection")).to_be_visible()
    expect(page.locator("#connection")).to_contain_text("does not answer")
    page.get_by_role("searchbox", name="Search").fill("x")
    expect(page.locator(".toast.is-error")).to_contain_text("hilal serve")
    context.close()
