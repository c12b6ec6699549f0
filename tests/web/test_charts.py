"""Charts in a real browser: drawn from the tables beside them, changed by buttons and boxes, and not needed."""

import pytest

from page_addresses import READERS

pytestmark = pytest.mark.slow

CHARTS = {
    "relationship": "timeline",
    "thread": "ladder",
    "network": "network",
    "person": "bands",
    "language": "multiples",
}


def signs(page):
    return page.locator(".drawing g[aria-label='dot'] a, .drawing g[aria-label='dot'] path")


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_drawn_and_its_table_stays_one_click_away(open_page, name):
    page = open_page(READERS[name])
    figure = page.locator(f"figure[data-chart={CHARTS[name]}]").first
    assert figure.locator(".canvas svg").first.is_visible()
    assert not figure.get_by_role("table").is_visible()
    figure.locator("summary").click()
    assert figure.get_by_role("table").is_visible()
    assert page.complaints == []


@pytest.mark.parametrize("name", CHARTS)
def test_without_scripts_the_table_is_open(open_page, name):
    page = open_page(READERS[name], java_script_enabled=False)
    figure = page.locator(f"figure[data-chart={CHARTS[name]}]").first
    assert figure.get_by_role("table").is_visible()
    assert figure.locator("svg").count() == 0


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_passed_over_by_the_keyboard_and_its_table_is_not(open_page, name):
    page = open_page(READERS[name])
    figure = page.locator(f"figure[data-chart={CHARTS[name]}]").first
    assert figure.locator(".canvas svg:not([aria-hidden=true])").count() == 0
    assert figure.locator(".canvas a:not([tabindex='-1'])").count() == 0
    figure.locator("summary").focus()
    page.keyboard.press("Enter")
    assert figure.get_by_role("table").is_visible()


def test_a_kind_is_taken_out_of_the_timeline(open_page):
    page = open_page(READERS["relationship"])
    before = signs(page).count()
    page.get_by_label("commitments (").uncheck()
    assert signs(page).count() < before
    page.get_by_label("commitments (").check()
    assert signs(page).count() == before


def test_the_timeline_is_zoomed_by_buttons_and_shown_whole_again(open_page):
    page = open_page(READERS["relationship"])
    axis = page.locator(".drawing g[aria-label*='axis tick label'] text")
    whole = axis.all_inner_texts()
    page.get_by_role("button", name="Zoom in").press("Enter")
    assert axis.all_inner_texts() != whole
    page.get_by_role("button", name="All", exact=True).press("Enter")
    assert axis.all_inner_texts() == whole


def test_a_sign_on_the_timeline_leads_to_its_record(open_page):
    page = open_page(READERS["relationship"])
    link = page.locator(".drawing a").first
    goal = link.evaluate("a => a.href.baseVal || a.getAttribute('href') || a.getAttribute('xlink:href')")
    link.dispatch_event("click")
    page.wait_for_url(goal)
    assert page.locator("h1").is_visible()


def test_a_line_joins_what_is_given_in_return(open_page):
    page = open_page(READERS["relationship"])
    line = page.locator(".exchange-lines path")
    assert line.count() == 1
    page.locator(".facing [data-exchange]:not([data-exchange=''])").first.hover()
    assert "lit" in line.get_attribute("class")
    assert page.get_by_role("heading", name="Given in return for one another").is_visible()


def test_two_parties_are_chosen_by_name(open_page):
    page = open_page("/")
    page.get_by_label("One party", exact=True).fill("Norway")
    page.get_by_label("Another party").fill("Finland")
    page.get_by_role("button", name="Show").click()
    assert page.locator("h1").inner_text() == "Norway – Finland"


def test_printed_the_table_stands_beneath_the_chart(open_page):
    page = open_page(READERS["thread"])
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("figure[data-chart=ladder]").get_by_role("table").is_visible()


def test_the_days_of_the_calendar_lead_to_their_occasions(open_page):
    page = open_page("/occasions/calendar")
    for link in page.locator(".month .has a").all():
        assert page.locator(f"[id='{link.get_attribute('href')[1:]}']").count() == 1


def test_the_elements_of_an_instrument_have_a_status(open_page):
    page = open_page(READERS["instrument"])
    row = page.get_by_role("region", name="Elements").get_by_role("row").nth(1)
    assert row.get_by_role("cell").last.inner_text().strip() in {"announced", "adopted", "restated"}
