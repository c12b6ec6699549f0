"""Furniture: stretches of a text that are not the report, in which nothing is coded.

Synopses and key points at the head, navigation, captions, lists of files, end marks, appeals, links to other pages.
By-lines, credits and copyright lines are found in `credits.py`, datelines in `datelines.py`. Only whole classes of
lines that no report's own sentence looks like are marked; in doubt a line is left in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.codebook import Span, Spans
from servanda.intake.dates import find_date
from servanda.intake.findings import Finding
from servanda.intake.lines import HEAD
from servanda.intake.page_lines import sort_of_line

_SHORT = 300
_TAIL = 1_800
_BULLET = re.compile(r"[•*◦▪·–—-]\s|\d{1,2}[.)]\s")
_NAVIGATION = re.compile(
    r"(?:(?:news|zone|home|recent|latest|top|stories|story|world|politics|national|international|breaking|more|headlines|main"
    r"|menu|search|share|print|email|e-mail|login|log in|sign in|subscribe|topics|sections|video|photos?|opinion|business|sports?"
    r"|skip to (?:main )?content|advertisement|read time|min read|\d+|trending|most read|most popular|follow|save|listen|comments?"
    r"|facebook|twitter|x|linkedin|whatsapp|telegram|copy link|view|all|asia|europe|africa|americas?|diplomacy)[\s/|>»·,-]*)+",
    re.IGNORECASE,
)
_SYNOPSIS = re.compile(r"(?:synopsis|summary|abstract|in short|tl;?dr)\s*:?", re.IGNORECASE)
_POINTS = re.compile(
    r"(?:the )?(?:key (?:takeaways?|points?|facts|highlights)|takeaways?|highlights|at a glance|in brief|story highlights)\s*:?",
    re.IGNORECASE,
)
_RELEASED = re.compile(
    r"(?:for immediate release|embargoed? until\b.{0,60}|press release|media (?:note|release|advisory)|news release"
    r"|office of the (?:press secretary|spokesperson|spokesman)|(?:published|updated|posted|last (?:updated|modified)|date)\s*(?:on|at)?\s*:?.{0,60}\d.{0,40})",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(
    r"[\W\d]*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|at|on|gmt|utc|[a-z]{2}t|kst|ist|am|pm|a\.m\.|p\.m\.|\W|\d)*",
    re.IGNORECASE,
)
_END_MARK = re.compile(
    r"(?:#\s*){2,}|[-–—\s]*30[-–—\s]*|\W{0,3}(?:end|ends|fin)\W{0,3}|\*{3,}|_{3,}|-{3,}|={3,}|(?:\*\s*){3,}",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(r"[\w()-]*(?:\d|\.(?:jpe?g|png|gif|webp|pdf|docx?|hwpx?|zip))\Z", re.IGNORECASE)
_CAPTION = re.compile(
    r"(?:(?:file )?(?:photo|image|picture|graphic|video|caption)s?\s*(?:\(.{0,40}\))?\s*[:/©|].*|[\[(](?:photo|image|file)\b.*[\])]"
    r"|.*(?:\((?:file )?(?:photo|image|picture|credit)s?\b[^()]*\)|(?:photo|image|picture)s? (?:by|courtesy of|credit)\b[^.]{0,80}|(?:getty images|/(?:ap|afp|reuters|epa|shutterstock))\)?))\.?",
    re.IGNORECASE,
)
_FILES = re.compile(
    r"(?:files?|attachments?|attached files?|downloads?|related (?:links?|documents?|files?|content|articles?|stories|news)|documents|links)\s*:?",
    re.IGNORECASE,
)
_APPEAL = re.compile(
    r"(?:please )?(?:support (?:our|independent|quality|us)\b|donate\b|make a donation|become a (?:member|subscriber|supporter|patron)|subscribe (?:to|now|today)"
    r"|sign up (?:for|to)\b|join (?:our|us on)\b|follow us\b|like us on|get (?:the|our) (?:latest|app|newsletter)|download (?:our|the) app|contribute to\b|your support\b"
    r"|never miss\b|enjoyed this|help us\b|click here\b).{0,200}",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:(?:read|see|view|watch|download|listen to)(?: more| also| the | our | this |:)|also read\b|see also\b|related:|more on this|https?://\S+\Z|www\.\S+\Z).{0,160}",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r".{0,200}\b(?:may not be (?:published|reproduced|redistributed|rewritten|broadcast)|unauthori[sz]ed (?:reproduction|use)|no part of this"
    r"|originally (?:published|appeared) (?:on|in|at)|views? expressed (?:here|in this)).{0,300}",
    re.IGNORECASE,
)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|met|held|said|made|\w{2,}ed)\b")
_COMMENT = re.compile(r"<!--[^\n]{0,300}?-->")
_NAMED = re.compile(
    r"(?P<name>(?:The )?[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3}) (?:is|are|relies|depends|needs|believes|has|remains)\b"
)
_NO_NAME = frozenset(
    [
        "we",
        "you",
        "your",
        "our",
        "it",
        "this",
        "that",
        "there",
        "here",
        "support",
        "donate",
        "journalism",
        "they",
        "he",
        "she",
        "if",
        "in",
        "as",
        "independent",
        "quality",
    ]
)


def find_furniture(text: str, lines: Spans) -> Iterator[Finding]:
    """All stretches that are furniture, and the paper's name where an appeal states it."""
    yield from _head(text, lines)
    yield from _tail(text, lines)
    for number, line in enumerate(lines):
        if len(line) <= _SHORT and (what := _single(line.of(text), number, len(lines))):
            yield Finding("furniture", what, line)
    yield from (Finding("furniture", "page mark", Span(*found.span())) for found in _COMMENT.finditer(text))


def date_lines(text: str, lines: Spans) -> Iterator[Finding]:
    """A full date that stands alone in one of the first lines: when the text was published."""
    for line in lines[:HEAD]:
        found = find_date(text, line.start, line.end) if len(line) <= 60 else None
        rest = line.of(text).replace(found.span.of(text), "") if found else ""
        if found and (_DATE_LINE.fullmatch(rest) or _RELEASED.fullmatch(line.of(text))):
            yield Finding("furniture", "date", line)
            yield Finding("published", found.when, found.span)


def find_summary(text: str, lines: Spans) -> Iterator[Finding]:
    """The summary that some publishers print between title and text, and the caption of the picture below it."""
    if len(lines) > 3 and len(lines[1]) <= _SHORT:
        yield Finding("furniture", "summary", lines[1])
        if _is_caption(lines[2].of(text)):
            yield Finding("furniture", "caption", lines[2])


def _is_caption(words: str) -> bool:
    """Whether a line names who or what a picture shows: no sentence, or one with a participle for its verb."""
    if len(words) <= 40 and words[-1] not in ".:;!?":
        return True
    return len(words) <= 120 and re.search(r"\b\w{3,}ing\b", words) is not None and not _FINITE.search(words)


def _single(words: str, number: int, count: int) -> str | None:
    """What sort of furniture a line is by itself, or None."""
    for what, pattern, near in _SORTS:
        if pattern.fullmatch(words) and near(number, count):
            return what
    return sort_of_line(words, number, count)


def _anywhere(_number: int, _count: int) -> bool:
    return True


def _at_head(number: int, _count: int) -> bool:
    return number < 8


def _at_end(number: int, count: int) -> bool:
    return number >= count - 6 and number > 1


_SORTS = (
    ("end mark", _END_MARK, _anywhere),
    ("caption", _CAPTION, _anywhere),
    ("caption", _FILE_NAME, _anywhere),
    ("release note", _RELEASED, _at_head),
    ("rights", _RIGHTS, _at_end),
    ("link", _LINK, _at_end),
    ("appeal", _APPEAL, _at_end),
)


def _head(text: str, lines: Spans) -> Iterator[Finding]:
    """Navigation before the headline; synopsis and key points before the report."""
    begun = 0
    while begun < min(HEAD, len(lines) - 1) and _NAVIGATION.fullmatch(lines[begun].of(text)[:100]):
        begun += 1
    if begun:
        yield Finding("furniture", "navigation", Span(lines[0].start, lines[begun - 1].end))
    number = begun
    while number < min(begun + HEAD, len(lines)):
        end = _block_end(text, lines, number)
        if end > number:
            yield Finding("furniture", "synopsis", Span(lines[number].start, lines[end - 1].end))
        number = max(end, number + 1)


def _block_end(text: str, lines: Spans, start: int) -> int:
    """The number of the line behind a synopsis that begins at `start`; `start` itself where none does."""
    at, words = start, ""
    while at < len(lines):
        words = lines[at].of(text)
        if not (_SYNOPSIS.fullmatch(words) or _POINTS.fullmatch(words) or (at > start and _BULLET.match(words))):
            break
        at += 1
    alone = at == start + 1 and _SYNOPSIS.fullmatch(lines[start].of(text))
    return at + 1 if alone and at + 1 < len(lines) and len(words) <= 600 else at


def _tail(text: str, lines: Spans) -> Iterator[Finding]:
    """An appeal or a list of files that runs to the end of the text."""
    for number in range(max(1, len(lines) - 14), len(lines)):
        words = lines[number].of(text)
        files = (
            _FILES.fullmatch(words)
            and all(_is_listed(line.of(text)) for line in lines[number + 1 :])
            and number + 1 < len(lines)
        )
        appeal = len(words) <= 120 and _APPEAL.fullmatch(words) and lines[-1].end - lines[number].start <= _TAIL
        if files or appeal:
            span = Span(lines[number].start, lines[-1].end)
            yield Finding("furniture", "files" if files else "appeal", span)
            yield from _named_in(text, lines[number:]) if appeal else ()
            return


def _is_listed(words: str) -> bool:
    return len(words) <= 200 and (_BULLET.match(words) is not None or _FILE_NAME.fullmatch(words) is not None)


def _named_in(text: str, lines: Spans) -> Iterator[Finding]:
    """The paper that appeals, where a sentence of the appeal has it as its subject."""
    for line in lines:
        found = _NAMED.match(text, line.start, line.end)
        if found and found["name"].split()[0].lower() not in _NO_NAME:
            yield Finding("outlet", found["name"], Span(*found.span("name")))
            return
