"""Two tabs on one server, another editor, a server that ends and is started anew."""

import re

import pytest
from playwright.sync_api import expect

import studio as studios
from serving import Studio
from states import ALARM, write
from studio import code, open_view


@pytest.fixture
def other_page(own_page, own_studio):
    """A second tab of the same browser."""
    page = own_page.context.new_page()
    page.watch = studios.Watch(page, own_studio.origin)
    page.goto(own_studio.origin)
    studios.wait_for_run(page)
    yield page
    page.watch.check()


def open_alarm(page, studio):
    open_view(page, studio, ALARM)
    expect(page.locator(".file-name")).to_have_text("rules/alarm.lua")
    expect(page.locator("#code .line").nth(3)).to_be_visible()


def test_a_tab_that_only_reads_follows_what_the_other_saves(own_page, other_page, own_studio):
    open_alarm(own_page, own_studio)
    open_alarm(other_page, own_studio)
    write(own_page, own_studio, "-- by the first tab\n")
    own_page.keyboard.press("Control+s")
    expect(own_page.locator(".file-status")).to_have_text(re.compile("^saved"))
    expect(other_page.locator("#code .line").first).to_have_text("-- by the first tab")
    expect(other_page.locator(".conflict")).to_be_hidden()
    # And can go on from there.
    write(other_page, own_studio, "-- by the second tab\n")
    other_page.keyboard.press("Control+s")
    expect(other_page.locator(".file-status")).to_have_text(re.compile("^saved"))
    expect(own_page.locator("#code .line").first).to_have_text("-- by the second tab")


def test_of_two_tabs_that_write_the_second_is_told_and_chooses(own_page, other_page, own_studio):
    open_alarm(own_page, own_studio)
    write(other_page, own_studio, "-- mine\n")
    write(own_page, own_studio, "-- theirs\n")
    own_page.keyboard.press("Control+s")
    expect(other_page.locator(".conflict")).to_contain_text("changed on the disk")
    assert code(other_page).startswith("-- mine\n")
    other_page.get_by_role("button", name="Take the file from the disk").click()
    expect(other_page.locator("#code .line").first).to_have_text("-- theirs")
    expect(other_page.locator(".conflict")).to_be_hidden()


def test_two_tabs_that_write_into_a_test_case_do_not_overwrite_each_other(own_page, other_page, own_studio):
    """Of files that start no run nobody is told: the save itself finds out."""
    for page, text in [(own_page, "# first\n"), (other_page, "# second\n")]:
        open_view(page, own_studio, "rules?pack=browser-pack&file=tests%2Falarm.toml")
        expect(page.locator("#code .line").nth(3)).to_be_visible()
        page.locator("#code").focus()
        page.keyboard.press("Control+Home")
        page.keyboard.type(text)
    own_page.keyboard.press("Control+s")
    expect(own_page.locator(".file-status")).to_have_text(re.compile("^saved"))
    other_page.keyboard.press("Control+s")
    expect(other_page.locator(".conflict")).to_contain_text("changed on the disk")
    assert "# second" not in (own_studio.pack / "tests/alarm.toml").read_text(encoding="utf-8")
    assert all("409" in error for error in other_page.watch.errors)
    other_page.watch.errors.clear()


def test_a_judgement_shows_in_the_other_tab(own_page, other_page, own_studio):
    for page in [own_page, other_page]:
        open_view(page, own_studio, "archive?rule=military-threats%2Fvow")
        page.locator(".archive a.item").first.click()
        expect(page.locator(".margin .note.is-finding").first).to_be_visible()
    own_page.get_by_role("button", name="Right", exact=True).click()
    expect(other_page.locator(".archive a.item .verdict").first).to_have_text("right")
    expect(other_page.get_by_role("button", name="Right", exact=True)).to_have_attribute("aria-pressed", "true")
    # What was judged there is not asked here.
    open_view(other_page, own_studio, "labels?rule=military-threats%2Fvow")
    status = other_page.locator(".labels-head [role=status]")
    expect(status).to_contain_text("not judged")
    left = int(status.inner_text().split()[0])
    open_view(own_page, own_studio, "labels?rule=military-threats%2Fvow")
    expect(own_page.locator(".judged")).to_be_visible()
    own_page.keyboard.press("y")
    expect(status).to_contain_text(f"{left - 1} findings not judged, 0 judged now")


def test_a_run_that_ends_before_the_page_listens_is_not_waited_for(own_page, own_studio):
    page = own_page
    asked = []

    def first_is_old(route):
        state = route.fetch().json()
        if not asked:
            state["run"]["state"] = "running"
        asked.append(state)
        route.fulfill(json=state)

    page.route("**/api/state", first_is_old)
    page.reload()
    studios.wait_for_run(page)
    assert len(asked) > 1


def test_a_broken_pack_says_so_until_it_is_mended(own_page, own_studio):
    page = own_page
    write(page, own_studio, "return hilal.rule {\n")
    page.keyboard.press("Control+s")
    expect(page.locator(".pack-error")).to_contain_text("rules/alarm.lua:")
    # Nothing runs, and nothing pretends to.
    expect(page.locator(".changes progress")).to_have_count(0)
    expect(page.locator(".toast.is-error")).to_have_count(0)
    page.locator("#code").focus()
    for _ in range(3):
        page.keyboard.press("Control+z")
    page.keyboard.press("Control+s")
    expect(page.locator(".pack-error")).to_be_hidden()
    expect(page.locator(".file-status")).to_have_text(re.compile("^saved"))


def test_a_server_that_is_started_anew_takes_its_pages_back(own_page, own_studio):
    page = own_page
    write(page, own_studio, "-- not lost\n")
    own_studio.stop()
    expect(page.locator("#connection")).to_contain_text("does not answer")
    again = Studio(own_studio.folder, ["examples/news.zip"], port=own_studio.port, pack=own_studio.pack)
    try:
        expect(page.locator("#connection")).to_contain_text("started anew", timeout=30_000)
        # The address that it printed, opened beside.
        page.context.new_page().goto(again.address)
        expect(page.locator("#connection")).to_be_hidden(timeout=30_000)
        assert code(page).startswith("-- not lost\n")
        page.locator("#code").focus()
        page.keyboard.press("Control+s")
        expect(page.locator(".file-status")).to_have_text(re.compile("^saved"))
        assert (own_studio.pack / "rules/alarm.lua").read_text(encoding="utf-8").startswith("-- not lost\n")
    finally:
        again.stop()
    page.watch.errors.clear()
