"""Every page of a ledger as pictures, to be looked at: 1280 and 390 pixels wide, light and dark, and as printed.

python bench/screenshots.py LEDGER [FOLDER]
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from servanda.store import Ledger, Query
from servanda.view.cards import NOUNS
from servanda.web import Sessions, create_app
from servanda.web.links import link_to, relationship_link

CHROMIUM = "/usr/bin/chromium"
_WIDTHS = (1280, 390)


def page_paths(ledger: Ledger) -> dict[str, str]:
    """A name and an address for every page, with the fullest document and the first record of each kind."""
    tables = ("statements", "occasions", "instruments", "assessments", "documents", "actors", "problems", "about")
    paths = {"relationships": "/", "commitments": "/commitments", **{name: f"/{name}" for name in tables}}
    paths["filtered"] = "/commitments?firmness=pledged&search=a"
    heads = sorted(ledger.find_documents(Query(limit=500)), key=lambda head: sum(head.counts.values()))
    if heads:
        document = heads[-1].id
        paths["document"] = link_to("document", document)
        for kind, noun in NOUNS.items():
            for found in ledger.find_records(kind, Query(document=document, limit=1, order="text")):
                paths[noun] = link_to("record", found.record.id)
    for one in ledger.find_relationships()[:1]:
        paths["relationship"] = relationship_link(*one.parties)
        paths["language of two"] = paths["relationship"].replace("/relationships/", "/language/")
    for thread in ledger.find_threads("commitments", Query(limit=1)):
        paths["thread"] = link_to("thread", thread.id)
    for found in ledger.find_records("instruments", Query(limit=1)):
        paths["instrument-page"] = link_to("instrument", found.record.id)
    for row in ledger.find_actors(Query(kind="person", limit=1)):
        paths["person"] = link_to("actor", row.id)
    paths |= {"network": "/network", "calendar": "/occasions/calendar", "language": "/language"}
    for row in ledger.find_actors(Query(limit=1)):
        paths["actor-page"] = link_to("actor", row.id)
    paths |= {"compare": "/compare", "review": "/review", "agreement": "/review/agreement"}
    texts = [head.id for head in heads if head.kind != "news"]
    news = [head.id for head in heads if head.kind == "news"]
    if texts and news:
        paths["compared"] = f"/compare?text={texts[-1]}&news={news[-1]}"
    return {**paths, "nowhere": "/nowhere", "misasked": "/commitments?act=fly"}


def reviewing_paths(ledger: Ledger) -> dict[str, str]:
    """The same for the pages as those see them who may review."""
    one, other = ledger.find_records("commitments", Query(limit=2))
    return {
        "review-queue": "/review",
        "review-record": f"/review/records/{one.record.id}",
        "review-pair": f"/review/pairs?one={one.record.id}&other={other.record.id}",
        "review-document": link_to("document", one.document.id),
    }


@contextmanager
def serving(ledger: Path) -> Iterator[str]:
    """The pages of a ledger on a free port of this machine; yields their address."""
    sessions = Sessions("t", "A reviewer")
    server = uvicorn.Server(
        uvicorn.Config(create_app(ledger, sessions=sessions), host="127.0.0.1", port=0, log_level="error")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def take_pictures(  # noqa: PLR0913, PLR0917 - it is called twice, one line each
    browser: Browser, address: str, paths: dict[str, str], folder: Path, first: str = "/about", printed: bool = True
) -> None:
    """Save every page at each width, light and dark, and once as a printed sheet; the first address is only opened."""
    for width in _WIDTHS:
        for scheme in ("light", "dark"):
            page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
            page.goto(address + first)
            for name, path in paths.items():
                page.goto(address + path)
                page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
            page.close()
    page = browser.new_page()
    for name, path in paths.items() if printed else ():
        page.goto(address + path)
        page.pdf(path=folder / f"{name}.pdf", format="A4")


def main(ledger: str, folder: str = "screenshots") -> None:
    """Take all pictures."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    with Ledger.open(ledger, create=False) as opened:
        paths, judged = page_paths(opened), reviewing_paths(opened)
    with serving(Path(ledger)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        take_pictures(browser, address, paths, Path(folder))
        take_pictures(browser, address, judged, Path(folder), "/review/enter?token=t", printed=False)
        browser.close()
    print(f"{len(paths) + len(judged)} pages in {folder}")


if __name__ == "__main__":
    main(*sys.argv[1:])
