"""The whole way of reviewing in a real browser: by keys alone, by selecting text, and what another site can do."""

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from page_addresses import BUY, NO, PAY, READERS

pytestmark = pytest.mark.slow


@pytest.fixture(name="ana")
def _ana(open_page):
    return lambda path, **given: open_page(path, reviewer="Ana", **given)


def press(page, *keys):
    """Press keys of which the last one leads to another page."""
    for key in keys[:-1]:
        page.keyboard.press(key)
    with page.expect_navigation():
        page.keyboard.press(keys[-1])


def type_keys(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def test_keys_alone_lead_from_the_queue_through_every_verdict(ana):
    page = ana("/review")
    press(page, "r")
    first = page.url
    press(page, "n")
    assert page.url != first
    press(page, "p")
    assert page.url.partition("?")[0] == first.partition("?")[0]
    press(page, "a")
    assert page.locator(".done").inner_text().startswith("Kept: accept")
    press(page, "u")
    assert page.get_by_text("taken back by Ana").first.is_visible()
    assert page.complaints == []


def test_a_field_is_corrected_by_keys(ana):
    page = ana(f"/review/records/{BUY.id}")
    type_keys(page, "c")
    assert page.evaluate("document.activeElement.id") == "value-debtors"
    passed = 0
    while page.evaluate("document.activeElement.id") != "value-act":
        type_keys(page, "Tab")
        passed += 1
    assert passed < 15
    page.get_by_label("Right value of Act").select_option("fund")
    press(page, "Tab", "Enter")
    assert page.locator(".done").inner_text().startswith("Kept: act is fund")


def test_a_note_and_a_status_are_kept(ana):
    page = ana(f"/review/records/{PAY.id}")
    type_keys(page, "o")
    page.keyboard.type("ask Oslo for the text")
    press(page, "Enter")
    assert "note: ask Oslo for the text" in page.locator(".done").inner_text()
    type_keys(page, "t")
    page.get_by_label("What became of it").select_option("fulfilled")
    page.get_by_label("How you know").fill("the port opened")
    press(page, "Enter")
    assert "status: fulfilled" in page.locator(".done").inner_text()
    assert page.get_by_text("the port opened").first.is_visible()


def test_letters_typed_into_a_field_judge_nothing(ana):
    page = ana(f"/review/records/{NO.id}")
    type_keys(page, "o")
    page.keyboard.type("a x n u")
    type_keys(page, "Escape")
    assert page.url.endswith(f"/review/records/{NO.id}")
    page.get_by_label("Single keys work as listed").uncheck()
    type_keys(page, "a")
    assert page.url.endswith(f"/review/records/{NO.id}")
    page.reload()
    assert not page.get_by_label("Single keys work as listed").is_checked()


def test_two_records_are_compared(ana):
    page = ana(READERS["pair"])
    press(page, "x")
    assert page.locator("section li strong").first.inner_text() == "not the same"


def test_words_are_corrected_by_selecting_them(ana):
    page = ana(READERS["document"])
    page.get_by_label("are right for").select_option(BUY.id)
    page.get_by_label("as its").select_option("object")
    page.evaluate(
        """() => {
          const nodes = document.createTreeWalker(document.querySelector(".text"), NodeFilter.SHOW_TEXT);
          let node = nodes.nextNode();
          while (!node.data.includes("electric ferries")) node = nodes.nextNode();
          const start = node.data.indexOf("electric ferries");
          getSelection().setBaseAndExtent(node, start, node, start + "electric ferries".length);
        }"""
    )
    with page.expect_navigation():
        page.get_by_role("button", name="Correct").click()
    page.goto(page.url.split("/documents")[0] + f"/records/{BUY.id}")
    assert page.get_by_text("object is").first.inner_text().startswith("object is electric ferries")


def test_words_are_selected_without_a_mouse(ana):
    page = ana(f"{READERS['document']}#m-{PAY.id}")
    type_keys(page, "v", "Shift+ArrowRight", "Shift+ArrowRight")
    assert page.locator("#selected-words").inner_text().strip().startswith("Helsinki")
    type_keys(page, "Enter")
    assert page.evaluate("document.activeElement.id") == "selected-record"
    press(page, "Tab", "Tab", "Enter")
    page.goto(page.url.split("/documents")[0] + f"/records/{PAY.id}")
    assert page.get_by_text("span is Helsinki").first.is_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_whole_way_works_without_scripts(open_page, address, scripts):
    page = open_page(f"/review/records/{NO.id}", reviewer="Ben", java_script_enabled=scripts)
    page.get_by_label("Why it is rejected").fill("a refusal of nothing")
    page.get_by_role("button", name="Reject x").click()
    assert "reject" in page.locator(".done").inner_text()
    page.goto(address + "/review/agreement")
    assert page.get_by_text("Ben").first.is_visible()


@contextmanager
def another_site(html):
    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *told):
            pass

    server = HTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    # The same machine by its other name is another site to the browser.
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()


def test_a_form_of_another_site_changes_nothing(ana, address):
    page = ana(f"/records/{BUY.id}")
    before = page.locator(".bonds li").count()
    form = f'<form method="post" action="{address}/review/records/{BUY.id}"><input name="verdict" value="reject"><button>win</button></form>'
    with another_site(form) as evil:
        page.goto(evil)
        with page.expect_navigation():
            page.get_by_role("button").click()
        assert page.locator("h1").inner_text() == "Not allowed"
    page.goto(f"{address}/records/{BUY.id}")
    assert page.locator(".bonds li").count() == before
