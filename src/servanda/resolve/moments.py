"""The times of a text beside those of a report: another month, another year, another length of time.

Days are compared as days, so that `by the end of next year` is 31 December; lengths and what recurs (`72 hours`,
`every month`) by what they say. When the report itself came out, and when those whom it quotes spoke, is no time of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from servanda.codebook import Span, When
from servanda.resolve.attributions import asserting, lines_about, voiced_by_text
from servanda.resolve.findings import Aspect, Finding, Happening
from servanda.resolve.layouts import Layout, Line, Moment
from servanda.resolve.pairings import Alignment

_DATE, _RANGE = "date", "/"
_NEWS = timedelta(days=10)
"""So long before a report the days lie on which what it tells of was said or signed."""
_NEAR = timedelta(days=1)
_MONTH = 5
"""Where the month stands in a date (`2025-05-14`)."""
_LONG = timedelta(days=30)
_REACH = 60


def find_moments(text: Layout, news: Layout, alignments: Sequence[Alignment]) -> Iterator[Finding]:
    """Where a report gives another time than the text, or one where the text gives none."""
    close = [one for one in alignments if one.is_close]
    for alignment in close:
        past = is_background(text, alignment.news)
        for told in alignment.news.times:
            if (
                not _is_of_the_day(news, told)
                and _is_near(alignment, told)
                and (not past or _has_past(text, alignment))
            ):
                yield from _held(text, news, alignment, told)
    yield from _claimed(text, news, {one.news.span.start for one in close})


def _claimed(text: Layout, news: Layout, held: set[int]) -> Iterator[Finding]:
    """Days that a report gives for what it says of the text, in sentences like none of the text, and the text nowhere."""
    about = lines_about(text, news)
    for line in news.lines:
        if line.span.start not in about or line.span.start in held:
            continue
        for told in line.times if voiced_by_text(text, news, line.span) or not is_background(text, line) else ():
            if told.when and _is_exact(told) and not (_is_of_paper(text, news, told) or _stands(text, told)):
                yield _finding(text, news, None, (), told, "the text gives no such time")


def _is_of_paper(text: Layout, news: Layout, told: Moment) -> bool:
    """Whether it is when the text came out, or when the report tells of it."""
    day = text.document.published
    days = _days(told)
    out = day is not None and days is not None and days.start - _NEAR <= day.start < days.end + _NEAR
    return out or _is_of_the_day(news, told)


def _is_exact(told: Moment) -> bool:
    """Whether it names a day or a month, which are of one thing; a year may be of many."""
    return told.sort == _DATE and told.value[_MONTH : _MONTH + 2].isdigit()


def _has_past(text: Layout, alignment: Alignment) -> bool:
    """Whether the text's sentence names a time long past too."""
    day = text.document.published
    return any(day and one.when and one.when.last < day.start - _LONG for one in alignment.text.times)


def is_background(text: Layout, line: Line) -> bool:
    """Whether a sentence of a report tells of a time long before the text, of which the text does not tell."""
    day = text.document.published
    before = [one for one in line.times if day and one.when and one.when.last < day.start - _LONG]
    known = {one.value for other in text.lines for one in other.times}
    return any(one.value not in known for one in before)


def _held(text: Layout, news: Layout, alignment: Alignment, told: Moment) -> Iterator[Finding]:
    """One time of the report against those of the text's sentence."""
    same = [one for one in alignment.text.times if _is_alike(one, told)]
    if any(_meet(one, told) for one in same):
        return
    others = [one for one in same if not any(_meet(one, other) for other in alignment.news.times)]
    if others:
        reason = (
            f"“{told.span.of(news.document.text)}” in the report, “{others[0].span.of(text.document.text)}” in the text"
        )
        yield _finding(text, news, alignment, (others[0].span,), told, reason)
    elif not same and _is_ahead(text, told) and alignment.is_sure and not _stands(text, told):
        yield _finding(text, news, alignment, (), told, "the text gives no such time")


def _is_alike(one: Moment, other: Moment) -> bool:
    """Whether two times can be held against one another: days with days, months with months of any year."""
    return one.sort == other.sort and (one.sort != _DATE or bool(one.when and other.when))


def _meet(one: Moment, other: Moment) -> bool:
    """Whether they may be one time: `by 2027` and `by June 2027`, but not `before 8 April` and `before 8 July`."""
    if one.sort != other.sort:
        return False
    if one.value == other.value or one.sort != _DATE:
        return one.value == other.value
    if _RANGE in one.value and _RANGE in other.value:
        return _ends(one.value) == _ends(other.value)
    mine, others = _days(one), _days(other)
    return mine is None or others is None or bool(mine.meets(others))


def _days(one: Moment) -> When | None:
    """The days that its own words say, whatever stands before them; those worked out, where they say none."""
    try:
        return When.parse(one.value)
    except ValueError:
        return one.when


def _ends(value: str) -> list[str]:
    """The months at the two ends of a range; whether this year's or the next is worked out from the day of the report."""
    return [end[4:] or end for end in value.split(_RANGE)]


def _stands(text: Layout, told: Moment) -> bool:
    """Whether the text names the time anywhere; a year of the text holds every day of it, and is none of them."""
    times = (one for line in text.lines for one in line.times)
    return any(_meet(one, told) and (_is_exact(one) or not _is_exact(told)) for one in times)


def _is_ahead(text: Layout, told: Moment) -> bool:
    day = text.document.published
    return day is not None and told.when is not None and told.when.last > day.last and told.sort == _DATE


def _is_of_the_day(news: Layout, told: Moment) -> bool:
    """Whether it is when the report tells that something was said or signed."""
    day = news.document.published
    if told.when is None or told.sort != _DATE:
        return told.sort == _DATE
    if day is None:
        return False
    return day.start - _NEWS <= told.when.start and told.when.last <= day.last + _NEAR


def _is_near(alignment: Alignment, told: Moment) -> bool:
    """Whether it stands nearer to the words that tell of the text's sentence than to the end of another matter."""
    start, end = alignment.news_words[0].span.start, alignment.news_words[-1].span.end
    return start - _REACH <= told.span.start and told.span.end <= end + _REACH


def _finding(  # noqa: PLR0913, PLR0917 - both sides of one row
    text: Layout, news: Layout, alignment: Alignment | None, here: tuple[Span, ...], told: Moment, reason: str
) -> Finding:
    return Finding(
        happening=Happening.CHANGED if here else Happening.ADDED,
        aspect=Aspect.TIME,
        text=text.document.id,
        text_spans=here,
        news=news.document.id,
        news_spans=(told.span,),
        asserted_by=asserting(news.reading, told.span),
        claims_text=alignment is None or alignment.claims_text,
        reason=reason,
        score=alignment.score if alignment else 0.7,
    )
