"""Charts in a real browser: drawn from the tables beside them, changed by buttons and boxes, and not needed."""

import pytest

from factories import a_ferry_deal, a_marked_document, a_reading, an_occasion
from page_addresses import READERS
from servanda.codebook import When, stated
from servanda.store import Ledger

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


@pytest.fixture(scope="module", name="met")
def _met(tmp_path_factory):
    """A ledger of talks on two days of one month, and on one of another year."""
    place = tmp_path_factory.mktemp("met") / "met.db"
    with Ledger.open(place) as ledger:
        for day in ("2024-05-02", "2024-05-17", "2023-02-01"):
            document, marks = a_marked_document(
                f"<occasion>Talks of {day}</occasion> ended.", published=When.parse(day)
            )
            talks = an_occasion(document, marks, date=stated(When.parse(day), marks["occasion"]))
            ledger.append_reading(document, a_reading(document, talks))
    return place


def test_the_days_of_the_calendar_lead_to_their_occasions(open_page, serve, met):
    page = open_page(f"{serve(met)}/occasions/calendar")
    days = page.locator(".month .has a")
    assert days.all_inner_texts() == ["2", "17"]
    days.last.click()
    assert "Talks of 2024-05-17" in page.locator(":target").inner_text()
    for link in days.all():
        assert page.locator(f"[id='{link.get_attribute('href')[1:]}']").count() == 1


def test_the_elements_of_an_instrument_have_a_status(open_page):
    page = open_page(READERS["instrument"])
    row = page.get_by_role("region", name="Elements").get_by_role("row").nth(1)
    assert row.get_by_role("cell").last.inner_text().strip() in {"announced", "adopted", "restated"}


@pytest.fixture(scope="module", name="crowded")
def _crowded(tmp_path_factory):
    """A ledger of a dozen deals within a week, and one more a year before."""
    place = tmp_path_factory.mktemp("crowded") / "crowded.db"
    days = ["2023-05-02", *(f"2024-05-{day:02}" for day in range(1, 13)), *["2024-05-20"] * 12]
    with Ledger.open(place) as ledger:
        ledger.append_readings(
            a_ferry_deal(f"Port {number}", location=f"{number}.txt", published=When.parse(day))
            for number, day in enumerate(days)
        )
    return place


def test_a_sign_for_many_is_looked_at_closer(open_page, serve, crowded):
    page = open_page(f"{serve(crowded)}/relationships/NOR-FIN", viewport={"width": 600, "height": 900})
    page.locator("#timeline .canvas svg").first.wait_for()
    shown = signs(page).count()
    many = page.evaluate("""() => {
      const marks = [...document.querySelectorAll(".drawing g[aria-label='dot'] path")].filter((one) => !one.closest("a"));
      const boxes = marks.map((one) => one.getBoundingClientRect());
      return boxes.map((box) => [box.x + box.width / 2, box.y + box.height / 2 + scrollY]);
    }""")
    assert many
    page.evaluate(f"scrollTo(0, {many[0][1] - 400})")
    page.mouse.move(many[0][0], 400)
    page.mouse.click(many[0][0], 400)
    page.wait_for_function(f"document.querySelectorAll(\".drawing g[aria-label='dot'] path\").length != {shown}")
    assert page.complaints == []
