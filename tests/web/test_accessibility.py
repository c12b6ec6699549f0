"""Every page by the rules of axe-core for WCAG 2.2 A and AA, at both widths, in light and in dark."""

from importlib.resources import files

import pytest

from page_addresses import READERS, REVIEWERS
from servanda.web.app import ROUTES

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLORS = ["color-contrast", "link-in-text-block"]
AXE = files("axe_playwright_python") / "axe.min.js"
CHECK = """async (rules) => {
  const told = await axe.run(document, rules);
  return told.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).slice(0, 3).join(" | ")}`);
}"""


def violations(page, rules):
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return page.evaluate(CHECK, rules)


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("reviewer", ["", "Ana"])
def test_no_rule_is_broken(open_page, address, width, reviewer):
    page = open_page("/about", reviewer=reviewer, viewport={"width": width, "height": 900})
    told = {}
    for name, path in (REVIEWERS if reviewer else READERS).items():
        page.goto(address + path)
        told[name] = violations(page, {"runOnly": RULES})
        page.emulate_media(color_scheme="dark")
        # The dark colors are all that differs, so they are all that is looked at again.
        told[f"{name} in the dark"] = violations(page, {"runOnly": {"type": "rule", "values": COLORS}})
        page.emulate_media(color_scheme="light")
    assert {name: found for name, found in told.items() if found} == {}


@pytest.mark.slow
def test_the_check_finds_what_is_wrong(open_page):
    page = open_page("/about")
    page.evaluate("document.querySelector('h1').style.color = '#ddd'; document.documentElement.lang = ''")
    assert {found.split(":")[0] for found in violations(page, {"runOnly": RULES})} == {
        "color-contrast",
        "html-has-lang",
    }


def test_every_page_is_among_those_that_are_checked():
    paths = [path.partition("?")[0] for path in (*READERS.values(), *REVIEWERS.values())]
    leads_on = {"/review/enter", "/review/next"}
    for route in ROUTES:
        if not route.posts and route.path not in leads_on:
            beginning, _, parts = route.path.partition("{")
            assert any(path == beginning or (parts and path.startswith(beginning)) for path in paths), route.path
