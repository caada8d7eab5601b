"""The pictures: every element leads to as many findings as it says."""

import re

import pytest
from playwright.sync_api import expect

from studio import open_view


def number_in(text):
    return int(re.search(r"([\d,]+) findings?", text).group(1).replace(",", ""))


def test_a_bar_leads_to_its_findings(page, studio):
    open_view(page, studio, "pictures")
    bar = page.locator(".bars a").first
    expect(bar).to_be_attached()
    said = number_in(bar.get_attribute("aria-label"))
    bar.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".archive .list-status")).to_have_text(re.compile(rf"^{said:,} findings?$"))


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_cell_leads_to_its_findings(page, studio, place):
    open_view(page, studio, "pictures")
    cell = page.locator(".matrix td a").nth(place)
    said = number_in(cell.get_attribute("aria-label"))
    cell.click()
    expect(page.locator(".archive .list-status")).to_have_text(re.compile(rf"^{said:,} findings?$"))


def test_a_source_leads_to_its_findings(page, studio):
    open_view(page, studio, "pictures")
    row = page.locator(".sources tbody tr").first
    said = int(row.locator("td").first.inner_text().replace(",", ""))
    row.locator("a").click()
    expect(page.locator(".archive .list-status")).to_have_text(re.compile(rf"^{said:,} findings?$"))


def test_arrows_go_along_the_bars(page, studio):
    open_view(page, studio, "pictures")
    page.locator(".bars a").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("[...document.querySelector('.bars').querySelectorAll('a')].indexOf(document.activeElement)") == 1


def test_there_is_a_table_of_the_same_numbers(page, studio):
    open_view(page, studio, "pictures")
    page.locator(".as-table summary").first.click()
    rows = page.locator(".as-table table tbody tr")
    expect(rows.first).to_be_visible()
    sums = [int(text.replace(",", "")) for text in page.locator(".time-row:not(.is-all) .number").all_inner_texts()]
    for place in range(min(3, rows.count())):
        cells = [int(text.replace(",", "")) for text in rows.nth(place).locator("td").all_inner_texts()]
        # What has no date stands in no column.
        assert sum(cells) <= sums[place]


def test_the_csv_of_a_picture_is_harmless(page, studio):
    open_view(page, studio, "pictures")
    with page.expect_download() as download:
        page.get_by_role("button", name="Who against whom: CSV").click()
    text = open(download.value.path(), encoding="utf-8").read()
    assert "'=cmd" in text
    assert not re.search(r'(^|,|\n)"?=', text)


def test_filters_hold_for_the_pictures(page, studio):
    open_view(page, studio, "pictures?rule=browser-pack%2Falarm")
    expect(page.locator(".time-name")).to_have_text(["browser-pack/alarm"])
    page.locator("#pictures-rule").select_option("browser-pack/*")
    expect(page.locator(".time-name", has_text="browser-pack/hostile")).to_be_visible()
