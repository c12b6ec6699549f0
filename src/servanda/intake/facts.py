"""What is said about a document outside its text: by the caller, a `meta.json`, front matter, HTML, JSON or PDF metadata.

All of them come down to one record, so that `documents.py` can put them in order of trust and take the first that
speaks. Nothing here looks into the text itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from servanda.codebook import Problem, When
from servanda.codebook.vocabulary import DocumentKind
from servanda.intake.dates import find_date

_LONGEST = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What one source says about a document; None where it says nothing.

    Attributes:
        source: who says it, in the words of `Ground.source`.
        title: the headline.
        outlet: who published it.
        agency: the wire that it came from.
        author: who wrote it.
        dateline: the place of its dateline.
        published: when it was published.
        moment: the same to the second, where a time stamp with its zone was given.
        language: ISO 639-1 code.
        kind: what sort of text it is.
        address: the web address, or the host, where it was published.
    """

    source: str = "the caller"
    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    author: str | None = None
    dateline: str | None = None
    published: When | None = None
    moment: datetime | None = None
    language: str | None = None
    kind: DocumentKind | None = None
    address: str | None = None


Asked: TypeAlias = Facts
"""What the caller says about documents; it beats what is found in them and beside them."""

_NAMES = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "sitename", "site_name"),
    "agency": ("agency",),
    "author": ("author", "authors", "byline"),
    "dateline": ("dateline",),
    "language": ("language", "lang"),
    "address": ("url", "link", "source"),
}
_DATES = ("published", "date", "published_time", "date_published")


def facts_from(table: Mapping[str, object], *, source: str, location: str) -> tuple[Facts, tuple[Problem, ...]]:
    """The facts that a table of names and values states, and a problem for each value that cannot be read.

    Args:
        table: front matter, a JSON object or the like; unknown names are passed over.
        source: who says it, for `Ground.source`.
        location: where the table stands, for the problems.
    """
    words = {field: _first(table, names) for field, names in _NAMES.items()}
    if words["language"]:
        words["language"] = words["language"].split("-")[0].split("_")[0].lower()
    if words["outlet"] is None and words["address"] and not _is_address(words["address"]):
        words["outlet"] = words["address"]
    problems: list[Problem] = []
    published = _published(table, location, problems)
    kind = _kind(table.get("kind"), location, problems)
    moment = _moment(table) if published else None
    return Facts(source=source, published=published, moment=moment, kind=kind, **words), tuple(problems)


def read_when(written: object) -> When | None:
    """A date as metadata write it: the codebook's form, a time stamp, `5 March 2024`; None where it is none of these."""
    if isinstance(written, datetime | date):
        return _day(written.year, written.month, written.day)
    if isinstance(written, bool) or not isinstance(written, str | int):
        return None
    plain = str(written).strip()[:_LONGEST]
    for candidate in (plain, plain[:10]):
        try:
            return When.parse(candidate)
        except ValueError:
            continue
    found = find_date(plain)
    return found.when if found else None


def _day(year: int, month: int, day: int) -> When | None:
    try:
        return When.day(date(year, month, day))
    except ValueError:
        return None


def _published(table: Mapping[str, object], location: str, problems: list[Problem]) -> When | None:
    for name in _DATES:
        written = table.get(name)
        if written is None or written == "":
            continue
        when = read_when(written)
        if when is not None and date.min.year < when.start.year and when.last.year < date.max.year:
            return when
        # The first and the last day of the calendar are what programs write where they know none.
        message = f"The date given as “{name}” cannot be read: {_shown(written)}."
        problems.append(Problem(code="bad-date", message=message, location=location))
    return None


def _moment(table: Mapping[str, object]) -> datetime | None:
    """The time stamp of publication, where it says in which zone it counts."""
    written = next((table[name] for name in _DATES if table.get(name)), None)
    try:
        moment = written if isinstance(written, datetime) else datetime.fromisoformat(str(written).strip()[:40])
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def _kind(written: object, location: str, problems: list[Problem]) -> DocumentKind | None:
    if written is None or written == "":
        return None
    try:
        return DocumentKind(str(written).strip().lower())
    except ValueError:
        known = ", ".join(DocumentKind)
        message = f"The kind {_shown(written)} is not one of: {known}."
        problems.append(Problem(code="bad-kind", message=message, location=location))
        return None


def _first(table: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    return next(filter(None, (_plain(table.get(name)) for name in names)), None)


def _plain(value: object) -> str | None:
    """One line of text out of a value of a table, or None where it holds no words."""
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_plain, value[:20]))) or None
    if not isinstance(value, str):
        return None
    return " ".join(without_surrogates(value)[:_LONGEST].split()) or None


def _is_address(words: str) -> bool:
    return "://" in words or ("." in words.split("/", maxsplit=1)[0].strip(".") and " " not in words)


def _shown(written: object) -> str:
    return without_surrogates(f"“{str(written)[:80]}”")


def without_surrogates(words: str) -> str:
    """The words with every lone surrogate replaced by U+FFFD, since no encoding can write one."""
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
