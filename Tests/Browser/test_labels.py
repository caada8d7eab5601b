"""Labelling: keys, counts, the file of gold lines."""

import json

from playwright.sync_api import expect

from studio import open_view


def test_keys_judge_count_and_write_gold(own_page, own_studio):
    page = own_page
    open_view(page, own_studio, "labels?rule=military-threats%2Fvow")
    sentence = page.locator(".judged")
    expect(sentence).to_be_visible()
    # One sentence may hold two findings, so the count is what tells that a key was taken.
    status = page.locator(".labels-head [role=status]")
    total = int(status.inner_text().split()[0])
    seen = []
    for number, key in enumerate("yyny", 1):
        seen.append(sentence.inner_text())
        page.keyboard.press(key)
        expect(status).to_contain_text(f"{total - number} findings not judged")
    row = page.locator(".counts tbody tr", has_text="military-threats/vow")
    expect(row.locator("td").nth(0)).to_have_text("3")
    expect(row.locator("td").nth(1)).to_have_text("1")
    expect(row.locator("td").nth(2)).to_have_text("75 %")
    expect(row.locator("td").nth(3)).to_contain_text("–")
    page.keyboard.press("u")
    expect(sentence).to_have_text(seen[-1])
    expect(row.locator("td").nth(0)).to_have_text("2")
    with page.expect_download() as download:
        page.get_by_role("link", name="Gold lines").click()
    lines = [json.loads(line) for line in open(download.value.path(), encoding="utf-8")]
    assert sorted(line["label"] for line in lines) == ["no", "yes", "yes"]
    assert all(line["text"] and line["id"] for line in lines)
    assert own_studio.labels.exists()


def test_a_judgement_in_the_margin_shows_in_the_list(own_page, own_studio):
    page = own_page
    open_view(page, own_studio, "archive?rule=military-threats%2Fvow")
    page.locator(".archive a.item").first.click()
    page.get_by_role("button", name="Wrong", exact=True).click()
    expect(page.locator(".archive a.item .verdict").first).to_have_text("wrong")
    page.locator("#archive-label").select_option("no")
    expect(page.locator(".archive .list-status")).to_have_text("1 finding")
    page.get_by_role("button", name="Wrong", exact=True).click()
    expect(page.locator(".archive a.item .verdict")).to_have_count(0)


def test_skipping_leaves_no_judgement(own_page, own_studio):
    page = own_page
    open_view(page, own_studio, "labels?rule=military-threats%2Fvow")
    expect(page.locator(".judged")).to_be_visible()
    status = page.locator(".labels-head [role=status]")
    total = int(status.inner_text().split()[0])
    page.keyboard.press("s")
    expect(status).to_contain_text(f"{total - 1} findings not judged, 0 judged")
    assert page.evaluate("fetch('/api/labels.jsonl').then((answer) => answer.text())") == ""
