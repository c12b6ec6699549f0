"""Every page in a real browser, served by a real server from a real ledger."""

import shutil
import subprocess

import pytest
from playwright.sync_api import expect

from factories import a_marked_document, a_reading, an_actor
from page_addresses import BUY, PAY, READERS
from servanda.store import Ledger

pytestmark = pytest.mark.slow

PAGES = READERS
PLACE = READERS["document"]


def card(page, record):
    return page.locator(f"[id='{record.id}']")


def mark(page, record):
    return page.locator(f"[id='m-{record.id}']")


@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_without_complaint(open_page, name):
    page = open_page(PAGES[name])
    assert page.locator("h1").is_visible()
    # The browser itself reports that a page was answered with 400 or 404.
    assert [c for c in page.complaints if "status of 40" not in c] == []


@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways_on_a_telephone(open_page, name):
    page = open_page(PAGES[name], viewport={"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("name", ["commitments", "documents", "record c", "actors"])
def test_a_table_is_still_a_table_where_it_is_drawn_as_cards(open_page, name):
    page = open_page(PAGES[name], viewport={"width": 390, "height": 800})
    assert page.get_by_role("table").first.get_by_role("row").first.get_by_role("cell").first.is_visible()


@pytest.mark.parametrize("name", PAGES)
def test_every_page_can_be_read_without_scripts(open_page, name):
    page = open_page(PAGES[name], java_script_enabled=False)
    assert page.locator("main h1").inner_text()


def test_dark_and_light_differ(open_page):
    colors = "(e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color])(document.documentElement)"
    light, dark = (open_page("/", color_scheme=scheme).evaluate(colors) for scheme in ("light", "dark"))
    assert (light, dark) == (["rgb(251, 250, 247)", "rgb(29, 28, 26)"], ["rgb(22, 24, 27)", "rgb(232, 229, 222)"])


@pytest.mark.parametrize("scripts", [True, False])
def test_a_click_on_a_mark_targets_its_card(open_page, scripts):
    page = open_page(PLACE, java_script_enabled=scripts)
    page.locator(".text").get_by_role("link", name="pledging €350 million").click()
    page.wait_for_url(f"**#{PAY.id}")
    assert card(page, PAY).evaluate("e => e.matches(':target')")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_click_on_a_card_targets_its_mark(open_page, scripts):
    page = open_page(PLACE, java_script_enabled=scripts)
    card(page, BUY).locator(".words a").click()
    assert mark(page, BUY).evaluate("e => e.matches(':target')")
    assert (
        mark(page, BUY).evaluate("e => e.textContent") == "Norway will buy three electric ferries from Finland by 2030"
    )


def test_a_mark_under_the_pointer_lights_its_card(open_page):
    page = open_page(PLACE)
    mark(page, PAY).get_by_role("link", name="pledging").hover()
    assert "lit" in card(page, PAY).get_attribute("class")
    page.locator("h1").hover()
    assert "lit" not in card(page, PAY).get_attribute("class")


def test_a_card_under_the_pointer_lights_its_mark(open_page):
    page = open_page(PLACE)
    card(page, BUY).hover()
    assert "lit" in mark(page, BUY).get_attribute("class")
    assert "lit" not in mark(page, PAY).get_attribute("class")


def test_what_is_pointed_at_in_the_text_has_its_card_in_sight(open_page):
    page = open_page(PLACE, viewport={"width": 1280, "height": 360})
    last = page.locator(".records .card:not(.k-actors)").last
    seen = """e => {
      const [box, room] = [e.getBoundingClientRect(), e.closest(".records").getBoundingClientRect()];
      return box.top >= room.top && box.top < room.bottom;
    }"""
    assert not last.evaluate(seen)
    page.locator(f"[id='m-{last.get_attribute('id')}'] a").first.hover()
    assert last.evaluate(seen)


def test_keys_go_from_record_to_record(open_page):
    page = open_page(PLACE)
    first, second = (page.locator(".records .card:not(.k-actors)").nth(at).get_attribute("id") for at in (0, 1))
    page.keyboard.press("n")
    page.wait_for_url(f"**#m-{first}")
    page.keyboard.press("n")
    page.wait_for_url(f"**#m-{second}")
    page.keyboard.press("p")
    page.wait_for_url(f"**#m-{first}")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_kind_can_be_taken_out_of_the_text(open_page, scripts):
    page = open_page(PLACE, java_script_enabled=scripts)
    page.get_by_label("commitments").uncheck()
    assert not card(page, BUY).is_visible()
    assert mark(page, BUY).evaluate("e => getComputedStyle(e).backgroundColor") == "rgba(0, 0, 0, 0)"


def test_a_field_leads_to_its_words_in_the_document(open_page):
    page = open_page(f"/records/{BUY.id}")
    page.get_by_role("row", name="What electric ferries").get_by_role("link", name="electric ferries").click()
    assert page.locator(":target").inner_text() == "electric ferries"
    grounds = (
        "document.querySelectorAll('.k-slots')].map(e => getComputedStyle(e).backgroundColor === 'rgb(12, 106, 112)')"
    )
    assert page.evaluate(f"[...{grounds}").count(True) == 1


@pytest.mark.parametrize("scripts", [True, False])
def test_filters_narrow_the_table(open_page, scripts):
    page = open_page("/commitments", java_script_enabled=scripts)
    page.get_by_role("combobox", name="Firmness").select_option("pledged")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("status")).to_contain_text("1 commitment in")
    page.get_by_role("link", name="Take away the filter Firmness").click()
    expect(page.get_by_role("status")).to_contain_text("8 commitments of")


def test_the_keyboard_reaches_the_content_first(open_page):
    page = open_page("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_hostile_document_runs_nothing_and_is_read_as_it_stands(open_page):
    page = open_page(PAGES["hostile document"])
    assert "<script>alert('x')</script>" in page.locator("article.text").inner_text()
    assert page.complaints == []


def test_print_leaves_the_controls_out(open_page):
    page = open_page("/commitments")
    page.emulate_media(media="print")
    assert not page.get_by_role("button", name="Show").is_visible()
    assert page.get_by_role("table").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["commitments", "document", "record c", "actor", "about"])
def test_words_stand_out_from_their_ground(open_page, name, scheme):
    """Contrast of at least 4.5 to 1 for every text, as WCAG AA asks."""
    assert open_page(PAGES[name], color_scheme=scheme).evaluate(FAINT) == []


DRAWN = """(element) => {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  const draw = (sign) => {
    pen.clearRect(0, 0, canvas.width, canvas.height);
    pen.font = `40px ${getComputedStyle(element).fontFamily}`;
    pen.fillText(sign, 10, 60);
    return pen.getImageData(0, 0, 100, 100).data.join();
  };
  const signs = [...new Set(element.textContent.match(/[\\p{Script=Hangul}\\p{Script=Han}\\p{Script=Hiragana}]/gu))];
  const drawn = signs.map(draw);
  return { signs: signs.length, shapes: new Set(drawn).size, missing: drawn.includes(draw("\\u{10fffd}")) };
}"""


@pytest.mark.parametrize("name", ["text", "card"])
def test_korean_and_japanese_names_are_drawn(open_page, serve, tmp_path, name):
    """Each sign has a shape of its own, and none is the box that stands for a sign without one."""
    if not shutil.which("fc-list") or not subprocess.check_output(["fc-list", ":lang=ko"]):
        pytest.skip("this machine has no font for Korean")
    document, marks = a_marked_document("<actor>김하늘 and 山田たろう</actor> met in Nairobi.")
    place = tmp_path / "names.db"
    with Ledger.open(place) as ledger:
        ledger.append_reading(document, a_reading(document, an_actor(document, marks, name="김하늘 山田たろう")))
    page = open_page(f"{serve(place)}/documents/{document.id}")
    told = page.locator("article.text p" if name == "text" else ".card .words").first.evaluate(DRAWN)
    assert told == {"signs": 8, "shapes": 8, "missing": False}


FAINT = """() => {
  const parse = (c) => c.match(/[\\d.]+/g).map(Number);
  const light = (c) => {
    const [r, g, b] = c.slice(0, 3).map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (e) => {
    for (; e; e = e.parentElement) {
      const c = parse(getComputedStyle(e).backgroundColor);
      if (c[3] === undefined || c[3] > 0) return c;
    }
    return [255, 255, 255];
  };
  const faint = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const e = node.parentElement;
    if (!node.data.trim() || !e.checkVisibility() || e.closest("option, .unseen, .skip, script")) continue;
    const [a, b] = [light(parse(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) faint.add(`${e.tagName}.${e.className}: ${node.data.trim().slice(0, 30)}`);
  }
  return [...faint];
}"""
