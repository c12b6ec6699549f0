"""Which pages a publication has. Of a large ledger a record has none of its own: what leads to it leads to its place in its document.

A page for each of a hundred thousand records would be gigabytes that nobody looks at. What such a page says stands in
the document too, in the record's card, and the tables beside the pages have every field. Nothing is written here.
"""

from __future__ import annotations

import re

from servanda.codebook import KINDS
from servanda.store import Ledger
from servanda.web.indexes import KINDS as LISTED
from servanda.web.links import link_to

_MOST_RECORDS = 20_000
"""Records up to which each has a page of its own."""
_MOST_PAGES = 40
"""Pages of a list of records; further ones are found by searching."""
_RECORD = re.compile(r'(href=")/(?:records|threads)/([a-z]-[0-9a-f]+)(?:#[^"]*)?(")')
_PAGED = re.compile(r'(href=")\?page=(\d+)(")')


def is_large(ledger: Ledger) -> bool:
    """Whether a ledger has so many records that not each is published on a page of its own."""
    return sum(ledger.count_records(kind) for kind, _ in KINDS) > _MOST_RECORDS


def shortened(page: str, address: str, ledger: Ledger) -> str:
    """A page of a large ledger that leads to records in their documents, and behind the last page of a list to the search.

    Args:
        page: the page's HTML, as the templates make it.
        address: its own address.
        ledger: the ledger, asked for the documents of the records.
    """
    linked = {match[2] for match in _RECORD.finditer(page)}
    # A thread of several records is told of nowhere else, and keeps its page.
    lone = ledger.find_lone([key for key in linked if key.startswith("t-")])
    places = ledger.find_places({lone.get(key, key) for key in linked})

    def lead(match: re.Match[str]) -> str:
        record = lone.get(match[2], match[2])
        if record.startswith("t-"):
            return match[0]
        document = places.get(record)
        return f"{match[1]}{link_to('document', document)}#{record}{match[3]}" if document else ""

    led = _RECORD.sub(lead, page)
    kind = address.partition("?")[0].strip("/")
    return _PAGED.sub(lambda match: _paged(match, kind), led) if kind in LISTED else led


def _paged(match: re.Match[str], kind: str) -> str:
    return match[0] if int(match[2]) <= _MOST_PAGES else f"{match[1]}/{kind}?search={match[3]}"
