"""The archive: opening, searching, filtering, reading, layers, by hand and by keys."""

import re

import pytest
from playwright.sync_api import expect

from studio import open_view


def items(page):
    return page.locator(".archive .items a.item")


def test_opening_shows_findings_and_hides_the_token(page):
    expect(items(page).first).to_be_visible()
    assert "token" not in page.url
    expect(page.locator(".archive .list-status")).to_contain_text("findings")


def test_search_narrows_and_the_address_says_it(page):
    expect(items(page).first).to_be_visible()
    before = page.locator(".archive .list-status").inner_text()
    page.get_by_role("searchbox", name="Search").fill("نفطي")
    expect(page.locator(".archive .list-status")).not_to_have_text(before)
    assert "q=" in page.url
    for text in items(page).locator(".sentence").all_inner_texts():
        assert text
    page.get_by_role("link", name="Articles", exact=True).click()
    expect(items(page).locator("mark").first).to_contain_text("نفطي")


def test_words_without_findings_say_so(page):
    page.get_by_role("searchbox", name="Search").fill("لاتوجدكلمةكهذه")
    expect(page.get_by_text("Nothing found")).to_be_visible()


def test_filters_go_back_and_forward(page):
    expect(page.locator(".archive .list-status")).to_have_text(re.compile(r"^\d+ findings?$"))
    everything = page.locator(".archive .list-status").inner_text()
    page.locator("#archive-rule").select_option("browser-pack/alarm")
    expect(page.locator(".archive .list-status")).not_to_have_text(everything)
    expect(page.locator(".archive .list-status")).to_have_text(re.compile(r"^\d+ findings?$"))
    narrowed = page.locator(".archive .list-status").inner_text()
    assert "rule=browser-pack%2Falarm" in page.url
    expect(items(page).locator(".item-foot", has_text="browser-pack/alarm").first).to_be_visible()
    page.locator("#archive-since").fill("2024-01-01")
    page.locator("#archive-since").dispatch_event("change")
    expect(page.locator(".archive .list-status")).not_to_have_text(narrowed)
    page.go_back()
    expect(page.locator(".archive .list-status")).to_have_text(narrowed)
    expect(page.locator("#archive-since")).to_have_value("")
    page.go_back()
    expect(page.locator("#archive-rule")).to_have_value("")
    page.go_forward()
    expect(page.locator("#archive-rule")).to_have_value("browser-pack/alarm")


def test_filters_survive_a_reload(page, studio):
    open_view(page, studio, "archive?rule=military-threats%2Fvow&source=%D9%88%D9%83%D8%A7%D9%84%D8%A9%20%D8%A7%D9%84%D9%86%D8%AE%D9%8A%D9%84")
    page.reload()
    expect(page.locator("#archive-rule")).to_have_value("military-threats/vow")
    expect(page.locator("#archive-source")).to_have_value("وكالة النخيل")


@pytest.mark.parametrize("name", ["actor", "target", "place"])
def test_values_of_a_field_are_offered_and_filter(page, name):
    field = page.locator(f"#archive-{name}")
    field.focus()
    option = page.locator(f"#archive-{name}-list option").first
    expect(option).to_be_attached()
    field.fill(option.get_attribute("value"))
    field.press("Enter")
    expect(page).to_have_url(re.compile(f"{name}="))
    expect(items(page).first).to_be_visible()


def test_an_article_shows_its_finding_fields_and_evidence(page):
    items(page).filter(has_text="military-threats/").first.click()
    expect(page.locator(".article h2")).to_be_visible()
    current = page.locator(".seg.is-current").first
    expect(current).to_be_visible()
    note = page.locator(".margin .note.is-finding").first
    expect(note).to_contain_text("military-threats/")
    expect(note).to_contain_text("THREATEN")
    expect(note.locator("h4")).to_have_text("Evidence")


def test_marks_cover_exactly_the_words(page, studio):
    """Offsets are code points: an emoji before the words must not move the marks."""
    open_view(page, studio, "archive?article=overlap")
    for name in ["times", "quantities", "threats"]:
        page.locator(f'input[data-layer="{name}"]').check()
    content = page.evaluate("fetch('/api/article?id=overlap').then((answer) => answer.json())")
    assert content["analysis"]["entities"], "the fixture must have entities"
    for layer, line in [("entities", "entities"), ("quantities", "quantities"), ("times", "times")]:
        for item in content["analysis"][layer]:
            shown = page.evaluate("""([line, text]) => {
              const pieces = [...document.querySelectorAll(`.body [class*="-${line}"]`)].map((piece) => piece.textContent);
              return pieces.join('|').replaceAll('|', '').includes(text.replaceAll('\\n', ''));
            }""", [line, item["text"]])
            assert shown, f"{layer}: {item['text']}"


def test_overlapping_marks_keep_all_their_lines(page, studio):
    open_view(page, studio, "archive?article=overlap")
    for box in page.locator(".layers input").all():
        box.check()
    expect(page.locator(".seg.said").first).to_be_visible()
    both = page.evaluate("[...document.querySelectorAll('.seg')].filter((piece) => /u0-/.test(piece.className) && /said|found|u1-/.test(piece.className)).length")
    assert both > 0
    # The pieces together are the text, nothing doubled and nothing lost.
    data = page.evaluate("fetch('/api/article?id=overlap').then((answer) => answer.json())")
    shown = page.evaluate("[...document.querySelectorAll('.body > p:not(.byline)')].map((line) => line.textContent).join('\\n')")
    assert shown == data["article"]["content"]


def test_layers_are_switched_and_remembered(page, studio):
    open_view(page, studio, "archive?article=overlap")
    entities = page.locator('input[data-layer="entities"]')
    expect(page.locator(".u0-entities, .u1-entities").first).to_be_attached()
    entities.uncheck()
    expect(page.locator(".u0-entities, .u1-entities")).to_have_count(0)
    page.reload()
    expect(page.locator('input[data-layer="entities"]')).not_to_be_checked()
    expect(page.locator(".u0-entities, .u1-entities")).to_have_count(0)


def test_hover_and_focus_say_what_a_mark_stands_for(page, studio):
    open_view(page, studio, "archive?article=overlap")
    page.locator(".u0-entities, .u1-entities").first.hover()
    expect(page.locator(".margin .note.is-entities").first).to_be_visible()
    page.mouse.move(5, 5)
    page.locator(".body .stop").first.focus()
    expect(page.locator(".margin .note").first).to_be_visible()


def test_keys_alone_lead_through_the_archive(page):
    expect(items(page).first).to_be_visible()
    page.keyboard.press("j")
    expect(page.locator(".article h2")).to_be_visible()
    expect(items(page).nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(items(page).nth(1)).to_have_attribute("aria-current", "true")
    page.keyboard.press("k")
    expect(items(page).nth(0)).to_have_attribute("aria-current", "true")
    page.keyboard.press("m")
    assert page.evaluate("document.activeElement.classList.contains('stop')")
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(page.locator(".margin .note").first).to_be_visible()
    assert first
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Search")).to_be_focused()
    page.keyboard.type("j?1")
    expect(page.get_by_role("searchbox", name="Search")).to_have_value("j?1")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("Next finding")
    page.keyboard.press("Escape")
    page.keyboard.press("3")
    expect(page.locator(".rules")).to_be_visible()


def test_the_csv_holds_the_findings_shown(page):
    page.locator("#archive-rule").select_option("browser-pack/hostile")
    expect(page.locator(".archive .list-status")).to_contain_text("findings")
    with page.expect_download() as download:
        page.locator(".archive .csv").click()
    text = open(download.value.path(), encoding="utf-8-sig").read()
    number = int(page.locator(".archive .list-status").inner_text().split()[0])
    assert text.count("browser-pack,") >= number or text.count('browser-pack') >= number
    assert not re.search(r'(^|[,\n])"?=cmd', text), "a cell would run as a formula"


def test_arabic_lines_run_right_to_left_and_numbers_stay(page, studio):
    open_view(page, studio, "archive?article=overlap")
    expect(page.locator(".article h2")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.body > p:not(.byline)')).direction") == "rtl"
    # In «تداخل العلامات 2023» the number stands at the left end, its digits in their own order.
    order = page.evaluate("""() => {
      const node = document.querySelector('.article h2');
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      const places = [];
      for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        for (let index = 0; index < text.length; index += 1) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + 1);
          places.push([text.data[index], range.getBoundingClientRect().left]);
        }
      }
      const left = (letter) => places.find(([found]) => found === letter)[1];
      return left('2') < left('3') && left('3') < left('ت');
    }""")
    assert order
