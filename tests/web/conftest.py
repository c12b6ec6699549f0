"""A real browser and a real server for the pages' tests; both are started once."""

import threading
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import sync_playwright

from sample_ledgers import make_ledger
from servanda.web import Sessions, create_app

CHROMIUM = Path("/usr/bin/chromium")
TOKEN = "of the tests"


@contextmanager
def serving(app):
    """The address of a server for an application."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module", name="address")
def _address(tmp_path_factory):
    path = make_ledger(Path(tmp_path_factory.mktemp("ledger")) / "sample.db", hostile=True)
    with serving(create_app(path, sessions=Sessions(token=TOKEN))) as address:
        yield address


@pytest.fixture(name="serve")
def _serve():
    """Serve another ledger; gives the address of its pages."""
    with ExitStack() as servers:
        yield lambda path: servers.enter_context(serving(create_app(path)))


@pytest.fixture(scope="session", name="browser")
def _browser():
    if not CHROMIUM.exists():
        pytest.skip(f"there is no browser at {CHROMIUM}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(name="open_page")
def _open_page(request, browser):
    """Open a page, as somebody who may review where they are named.

    Whatever the console or the page complains of is kept in `page.complaints`.
    """
    opened = []

    def open_page(path, *, reviewer="", **given):
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **given})
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (page.complaints.append(dialog.message), dialog.dismiss()))
        if reviewer:
            page.goto(f"{request.getfixturevalue('address')}/review/enter?token={TOKEN}")
            page.get_by_label("Who judges").fill(reviewer)
            page.get_by_role("button", name="This is me").click()
            page.get_by_text("Reviewing as").wait_for()
        page.goto(path if "://" in path else request.getfixturevalue("address") + path)
        return page

    yield open_page
    for context in opened:
        context.close()
