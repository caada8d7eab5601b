"""Markup in every field of an article, a finding and a pack stays text, in every view."""

import pytest
from playwright.sync_api import expect

import articles
from studio import open_view

VIEWS = ["archive", "archive?by=articles", "archive?rule=browser-pack%2Fhostile", "pictures", "pictures?rule=browser-pack%2Fhostile",
         "rules?pack=browser-pack&file=rules%2Fhostile.lua", "rules?pack=browser-pack&file=pack.toml", "labels?rule=browser-pack%2Fhostile"]


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_shows_markup_as_text(page, studio, view):
    open_view(page, studio, view)
    expect(page.get_by_text("pwned()").first).to_be_attached()
    page.wait_for_timeout(300)
    page.watch.check()


def test_every_hostile_article_is_read_as_text(page, studio):
    for article in articles.hostile_articles():
        open_view(page, studio, "archive?" + page.evaluate("(id) => new URLSearchParams({ article: id }).toString()", article["id"]))
        shown = page.locator(".article .body")
        expect(shown.locator(".byline")).to_be_visible()
        for stop in page.locator(".layers input").all():
            stop.check()
        expect(shown.locator("h2")).to_have_text(article["title"].strip() or "Untitled")
        expect(shown.locator("p:not(.byline)").first).to_contain_text(article["content"].split("\n")[0][:40])
        links = page.evaluate("[...document.querySelectorAll('.article a')].map((link) => link.protocol)")
        assert set(links) <= {"http:", "https:"}, "an address of a script became a link"
        page.watch.check()


def test_a_hostile_finding_is_text_in_margin_labels_and_address(page, studio):
    open_view(page, studio, "archive?rule=browser-pack%2Fhostile")
    page.locator(".archive a.item").first.click()
    note = page.locator(".margin .note.is-finding").first
    for text in [articles.MARKUP, articles.SCRIPT, "=cmd|"]:
        expect(note).to_contain_text(text)
    page.get_by_role("searchbox", name="Search").fill(articles.MARKUP)
    page.locator("#archive-actor").fill(articles.SCRIPT)
    page.locator("#archive-actor").press("Enter")
    expect(page.locator(".archive .list-status")).to_contain_text("finding")
    page.reload()
    expect(page.locator("#archive-actor")).to_have_value(articles.SCRIPT)
