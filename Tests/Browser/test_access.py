"""Accessibility by axe-core (WCAG 2.2 AA and best practice) of every state in both themes and both widths, each with a picture."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import conftest
from states import STATES

SIZES = {"desktop": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def shown_studio():
    """A server whose files the states change; they leave them as they were."""
    yield from conftest.serving()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", list(SIZES))
@pytest.mark.parametrize("state", list(STATES))
def test_every_state_is_accessible(browser, shown_studio, shots, state, size, theme):
    # axe has to be put into the page, which the studio's policy forbids to everyone else.
    context, page, _ = conftest.open_page(browser, shown_studio, viewport=SIZES[size], color_scheme=theme, bypass_csp=True)
    found = []
    STATES[state](page, shown_studio)
    page.wait_for_timeout(150)
    page.screenshot(path=shots / f"{state}-{size}-{theme}.png")
    for breach in Axe().run(page, options=RULES).response["violations"]:
        found.append((breach["id"], breach["nodes"][0]["html"][:120], breach["nodes"][0]["failureSummary"][:200]))
    # Reflow: nothing makes the page itself scroll sideways.
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append(("scrolls sideways", "", ""))
    context.close()
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


def test_the_keyboard_reaches_everything_and_focus_is_seen(page):
    expect(page.locator(".archive a.item").first).to_be_visible()
    seen = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.id || document.activeElement.className || document.activeElement.tagName"))
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert style != "none" or page.evaluate("document.activeElement === document.body"), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
    assert {"skip", "theme", "help", "archive-q", "archive-rule", "item"} <= seen


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
