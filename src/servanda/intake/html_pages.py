"""HTML → main text and metadata, by trafilatura. The page's navigation, comments and styling are left behind.

The extracted text is the frozen text: paragraphs on lines of their own. Trafilatura never opens the network here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any, BinaryIO

from servanda.codebook import Problem
from servanda.intake.encodings import checked, decode
from servanda.intake.extracts import Extract, hash_of, under_title
from servanda.intake.facts import Facts, facts_from, without_surrogates
from servanda.intake.media_types import HTML
from servanda.intake.sources import MOST_HTML_BYTES, Source, Unreadable, read_all

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w:.-]{1,40})", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html[^>]{0,500}?\blang\s{0,5}=\s{0,5}[\"']?([A-Za-z]{2})\b", re.IGNORECASE)
_FEWEST_WORDS = 3
# The last day is fixed: by default the library would hold dates after today for wrong, and read otherwise tomorrow.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}


def extract_html(source: Source, stream: BinaryIO) -> Iterator[Extract]:
    """The main text of a page.

    Raises:
        Unreadable: it has no main text, or is empty, no text, or too long.
    """
    content = read_all(stream, MOST_HTML_BYTES)
    declared = _CHARSET.search(content, 0, 4096)
    charset = source.charset or (declared[1].decode("ascii") if declared else None)
    page, _ = decode(content, charset)
    found = _main_text(page, source.location)
    facts, problems = _facts(found, page, source.location)
    yield Extract(
        text=under_title(checked(without_surrogates(found["text"])), _headline(facts)),
        location=source.location,
        media_type=HTML,
        extractor=f"trafilatura {version('trafilatura')}",
        raw_hash=hash_of(content),
        facts=facts,
        problems=problems,
    )


def _headline(facts: Facts) -> str | None:
    """The title where it is one: `Home` and the name of a site are none."""
    return facts.title if facts.title and len(facts.title.split()) >= _FEWEST_WORDS else None


def _main_text(page: str, location: str) -> dict[str, Any]:
    # Half a second of imports, which a command that reads no page should not wait for.
    import trafilatura  # noqa: PLC0415

    found: Any = trafilatura.bare_extraction(
        page,
        url=location if location.startswith(("http:", "https:")) else None,
        fast=True,
        favor_precision=True,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=_DATES,
    )
    if found is None or not found.text:
        raise Unreadable("no-main-text", "The page has no main text that can be told from its navigation.")
    return {name: getattr(found, name) for name in ("text", "title", "author", "date", "sitename", "url", "hostname")}


def _facts(found: dict[str, Any], page: str, location: str) -> tuple[Facts, tuple[Problem, ...]]:
    language = _LANGUAGE.search(page, 0, 20_000)
    address = location if "://" in location else found["url"] or found["hostname"]
    table = {**found, "language": language[1] if language else None, "url": address}
    return facts_from(table, source="HTML metadata", location=location)
