"""Extract → Document: every fact from the first source that states it, each with its ground.

Order of trust: the caller, `meta.json`, the source's own metadata, the text. A PDF's metadata come last, since they say
when and by which program a file was made rather than when and by whom a text was published.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from servanda.codebook import Document, Ground, Problem, Span, Spans, When
from servanda.intake.credits import find_credits
from servanda.intake.datelines import Dateline, dateline_findings, find_dateline
from servanda.intake.extracts import Extract
from servanda.intake.facts import Facts
from servanda.intake.findings import Finding
from servanda.intake.furniture import date_lines, find_furniture, find_summary
from servanda.intake.kinds import kind_of
from servanda.intake.languages import find_language
from servanda.intake.lines import lines_of
from servanda.intake.media_types import PDF
from servanda.intake.terms import day_in, find_term
from servanda.intake.titles import find_title
from servanda.lexicon.calendars import day_in_state
from servanda.lexicon.outlets import Outlet, is_governing, is_reporting, outlet_at, outlet_named
from servanda.lexicon.presses import state_of_origin

_FIELDS = ("title", "outlet", "agency", "author", "dateline", "published", "language", "kind")
_APART = 7


def document_from(extract: Extract, said: Sequence[Facts]) -> tuple[Document, tuple[Problem, ...]]:
    """The document of an extract, and what is odd about it.

    Args:
        extract: the text, and what its source says about it.
        said: what others say about it, in order of trust.
    """
    text, lines = extract.text, lines_of(extract.text)
    own = [extract.facts] if extract.facts else []
    above = [*said, *([] if extract.media_type == PDF else own)]
    outlet = _publisher([*said, *own])
    dateline = find_dateline(text, lines)
    findings = list(_findings(text, lines, dateline, outlet))
    furniture = _merged(finding.span for finding in findings if finding.field == "furniture" and finding.span)
    title = find_title(text, lines, furniture)
    findings += [Finding("title", title.of(text), title)] if title else []
    layers = (*map(_stated, above), *_published_at(outlet), ("the text", findings), *map(_stated, own))
    settled = dict(_settle(layers))
    known = {field: value for field, (value, _) in settled.items()}
    grounds = [ground for _, ground in settled.values()]
    home = state_of_origin(known.get("dateline"), (known.get("outlet"), known.get("agency")))
    known.update(_day_there(settled.get("published"), (*said, *own), home))
    if "published" not in known:
        known.update(_in_office(text, dateline, grounds))
    if "kind" not in known:
        wired = dateline is not None or "agency" in known
        official = _is_official(outlet, known.get("outlet"))
        known["kind"], shown = kind_of(known.get("title"), text, lines, official=official, wired=wired)
        grounds.append(Ground(field="kind", source=shown))
    document = Document(
        text=text,
        location=extract.location,
        furniture=furniture,
        media_type=extract.media_type,
        raw_hash=extract.raw_hash,
        extractor=extract.extractor,
        grounds=tuple(grounds),
        **known,
    )
    return document, (*extract.problems, *_odd(document, dateline))


def _findings(text: str, lines: Spans, dateline: Dateline | None, outlet: Outlet | None) -> Iterator[Finding]:
    """What the text says, in order of trust."""
    if dateline:
        yield from dateline_findings(text, dateline)
    yield from date_lines(text, lines)
    yield from find_credits(text, lines)
    yield from find_furniture(text, lines)
    if outlet and outlet.summary:
        yield from find_summary(text, lines)
    language = find_language(text)
    if language:
        yield Finding("language", language)


def _day_there(published: tuple[Any, Ground] | None, said: Iterable[Facts], state: str | None) -> dict[str, When]:
    """The day of a time stamp where the text was written: 20:28 in Washington is the next day in Seoul."""
    if published is None or state is None:
        return {}
    moment = next((facts.moment for facts in said if facts.source == published[1].source and facts.moment), None)
    day = day_in_state(moment, state) if moment else None
    return {"published": When.day(day)} if day else {}


def _in_office(text: str, dateline: Dateline | None, grounds: list[Ground]) -> dict[str, When]:
    """The interval in which all whom the text names in office held their offices, or the dateline's day in it."""
    term = find_term(text)
    if term is None:
        return {}
    day = day_in(term, *dateline.day) if dateline and dateline.day else None
    reason = f"the dateline's day in {term.reason}" if day else term.reason
    grounds.append(Ground(field="published", source=reason, span=dateline.span if day and dateline else term.span))
    return {"published": day or term.when}


def _stated(facts: Facts) -> tuple[str, list[Finding]]:
    stated = ((field, getattr(facts, field)) for field in _FIELDS)
    return facts.source, [Finding(field, value) for field, value in stated if value is not None]


def _publisher(said: Iterable[Facts]) -> Outlet | None:
    """The publisher at the address that the first of them gives."""
    address = next((facts.address for facts in said if facts.address), None)
    return outlet_at(_host(address)) if address else None


def _host(address: str) -> str:
    """The host of a web address, which may stand among other words."""
    word = next((word for word in address.split() if "://" in word), address.rsplit(maxsplit=1)[-1])
    try:
        return urlsplit(word if "://" in word else f"//{word}").hostname or ""
    except ValueError:
        return ""


def _published_at(outlet: Outlet | None) -> list[tuple[str, list[Finding]]]:
    return [("the address", [Finding("outlet", outlet.name)])] if outlet else []


def _is_official(outlet: Outlet | None, name: str | None) -> bool | None:
    known = outlet or (outlet_named(name) if name else None)
    if known is not None:
        return known.official
    if not name:
        return None
    return is_governing(name) or (False if is_reporting(name) else None)


def _settle(layers: Iterable[tuple[str, list[Finding]]]) -> Iterator[tuple[str, tuple[Any, Ground]]]:
    """For each field the first finding of the first layer that has one."""
    seen: set[str] = set()
    for source, findings in layers:
        for finding in findings:
            if finding.field in _FIELDS and finding.field not in seen:
                seen.add(finding.field)
                yield finding.field, (finding.value, Ground(field=finding.field, source=source, span=finding.span))


def _merged(spans: Iterable[Span]) -> Spans:
    """The stretches in order, those that overlap made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _odd(document: Document, dateline: Dateline | None) -> Iterator[Problem]:
    if document.language not in {None, "en"}:
        message = f"The text is in another language ({document.language}); only English is read for now."
        yield _problem(document, "not-english", message)
    if dateline and dateline.day and document.published and _apart(dateline.day, document):
        message = f"The dateline gives another day than the date of publication, {document.published}."
        yield _problem(document, "dates-differ", message, dateline.span)


def _apart(day: tuple[int, int], document: Document) -> bool:
    """Whether the dateline's day lies more than a week from the interval of publication, in whichever year is nearest."""
    when = document.published
    if when is None:
        return False
    near = (_date(year, *day) for year in range(when.start.year - 1, when.last.year + 2))
    return all((when.start - at).days > _APART or (at - when.last).days > _APART for at in near if at)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _problem(document: Document, code: str, message: str, span: Span | None = None) -> Problem:
    return Problem(code=code, message=message, location=document.location, document=document.id, span=span)
