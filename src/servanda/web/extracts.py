"""A view as a spreadsheet (CSV) and as a feed (Atom): what an address shows, row for row.

A page that has rows says once what a row is; both forms are made of that. The rows are those of the address, with its
filters, order, page and limit.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

_ATOM = "http://www.w3.org/2005/Atom"
_BEFORE_ALL = "1970-01-01T00:00:00Z"
_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold, not even escaped."""
_NO_NAME = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of a view.

    Attributes:
        id: what the row is of.
        title: the row in a few words.
        words: the words of the document that it rests on.
        path: the address of its own page.
        day: a day in it, as `2025-03-07`; empty where there is none.
        cells: its values, one a column.
    """

    id: str
    title: str
    words: str
    path: str
    day: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """The rows of a view.

    Attributes:
        title: what the view shows.
        columns: the names of the columns.
        lines: the rows.
    """

    title: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]


def file_name_of(extract: Extract) -> str:
    """A name for its file, of plain letters and digits: a title may be any words of a document."""
    return _NO_NAME.sub("-", extract.title.lower()).strip("-")[:60] or "servanda"


def csv_of(extract: Extract) -> bytes:
    """The rows as CSV in UTF-8, with a mark at the beginning by which spreadsheets know that."""
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(extract.columns)
    table.writerows([_guarded(cell) for cell in line.cells] for line in extract.lines)
    return b"\xef\xbb\xbf" + written.getvalue().encode("utf-8", "replace")


def atom_of(extract: Extract, base: str, address: str) -> bytes:
    """The rows as an Atom feed (RFC 4287).

    Args:
        extract: the rows.
        base: where the pages are: `http://127.0.0.1:8000`.
        address: path and question of the view, for itself and for its page.
    """
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed")
    _put(feed, "id", base + address)
    _put(feed, "title", f"{extract.title} · servanda")
    _put(feed, "updated", max((_moment(line.day) for line in extract.lines), default=_BEFORE_ALL))
    _put(feed, "link", rel="self", href=base + address, type="application/atom+xml")
    _put(_put(feed, "author"), "name", "servanda")
    for line in extract.lines:
        _add(feed, line, base)
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _add(feed: ET.Element, line: Line, base: str) -> None:
    entry = _put(feed, "entry")
    _put(entry, "id", f"urn:servanda:{line.id}")
    _put(entry, "title", line.title)
    _put(entry, "updated", _moment(line.day))
    _put(entry, "link", rel="alternate", href=base + line.path, type="text/html")
    _put(entry, "summary", line.words)


def _put(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, f"{{{_ATOM}}}{name}", {key: _legal(value) for key, value in attributes.items()})
    made.text = _legal(text) or None
    return made


def _legal(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z" if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else _BEFORE_ALL


def _guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    risky = len(cell) > 1 and cell.lstrip("' \t\r\n").startswith(_SIGNS)
    return f"'{cell}" if risky else cell
