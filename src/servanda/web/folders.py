"""Addresses of the pages as files of a folder, and the links of a page led to these files.

A folder has no server: every link leads to a file beside it, what asks a question leads to the page of search, and
forms are left out.
"""

from __future__ import annotations

import hashlib
import html
import posixpath
import re
from collections.abc import Callable
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit

from servanda.web.indexes import KINDS

SEARCH = "search.html"
_PLAIN = re.compile(r"[A-Z]{3}|(?![a-z]{3}$)[a-z0-9][a-z0-9_.-]{0,99}")
"""Parts of an address that are names of files on every system; three small letters are kept apart from a state."""
_LINK = re.compile(r'( (?:href|src)=")([^"]*)(")')
_FORM = re.compile(r"<form\b.*?</form>\n?", re.DOTALL)
_ASKING = re.compile(r' hx-[a-z-]+="[^"]*"')
_PAGED = re.compile(r"page=(\d+)")
_AS_THEY_ARE = ("/static/", "/data/")
"""Folders whose files are no pages."""
_STRETCH = re.compile(r"m-[a-z]-[0-9a-f]+(?:-\d+)?")


def file_of(address: str) -> str | None:
    """The file of a page or of a static file; None for an address that is no page of a folder."""
    parts = urlsplit(address)
    if parts.path.startswith(_AS_THEY_ARE):
        return parts.path[1:]
    if parts.query and not _PAGED.fullmatch(parts.query):
        return None
    names = [_name(unquote(part)) for part in parts.path.strip("/").split("/") if part]
    number = f"-{parts.query[5:]}" if parts.query and parts.query != "page=1" else ""
    return "/".join(names or ["index"]) + f"{number}.html"


def led(page: str, address: str, found: Callable[[str], None]) -> str:
    """A page with its links led to files.

    Args:
        page: the page's HTML, as the templates make it: attributes in double quotes, and no quotation mark in a text
            that is not escaped.
        address: its own address.
        found: called with the address of every other page that it leads to.
    """
    home = posixpath.dirname(file_of(address) or "")

    def lead(match: re.Match[str]) -> str:
        goal = _goal(html.unescape(match[2]), address, home, found)
        return "" if goal is None else match[1] + html.escape(goal) + match[3]

    return _LINK.sub(lead, _ASKING.sub("", _FORM.sub("", page)))


def _goal(link: str, address: str, home: str, found: Callable[[str], None]) -> str | None:
    """Where a link leads in the folder; None where there is nothing to lead to."""
    if link.startswith("#") or urlsplit(link).scheme:
        return link
    whole, _, place = urljoin(address, link).partition("#")
    asked = dict(parse_qsl(urlsplit(whole).query))
    if "format" in asked:
        return None
    path = urlsplit(whole).path
    file = file_of(whole)
    if file is None and path.startswith("/documents/"):
        # The words of single fields are marked where a server is asked for a record; here its own words are.
        stretch = _STRETCH.match(place)
        whole, place = path, stretch[0] if stretch else place
    elif file is None and path.strip("/") in KINDS:
        goal = posixpath.relpath(SEARCH, home or ".")
        return f"{goal}#{urlencode({'kind': path.strip('/'), **asked})}"
    elif file is None:
        whole = path
    if whole.endswith("?page=1"):
        whole = path
    file = file_of(whole) or SEARCH
    if not f"/{file}".startswith((*_AS_THEY_ARE, f"/{SEARCH}")):
        found(whole)
    return quote(posixpath.relpath(file, home or ".")) + (f"#{place}" if place else "")


def _name(part: str) -> str:
    if _PLAIN.fullmatch(part):
        return part
    return "x-" + hashlib.sha256(part.encode("utf-8", "surrogatepass")).hexdigest()[:20]
