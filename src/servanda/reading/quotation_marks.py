"""Where quotations stand, by their marks: one never turns the narration of another paragraph into speech.

Most marks say themselves which end they are; straight ones are told by what stands around them, and single ones count
only where they cannot be apostrophes. A quotation that is never closed ends before the words that report it, or with
its paragraph. Pairing marks by their order would turn everything behind one lost mark inside out.
"""

from __future__ import annotations

import re

from servanda.codebook import Span

_PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "「": "」", "『": "』", "〝": "〞〟", "＂": "＂"}
# Marks that open only where a word begins behind them and none ends before: ”Ja”, »Ja«, ‚Ja‘, `ja'.
_TURNED = {"”": "”", "»": "«", "‚": "‘’", "`": "'’"}
_DOUBLED = {"``": ("''", '"', "”"), "''": ("''",)}
_MARK = re.compile(f"[{re.escape(''.join((*_PAIRS, *_TURNED)))}\"'‘]")
_ELISION = re.compile(r"['’‘](?:\d0s|\d\d\b|t(?:is|was)\b|em\b|cause\b|til\b|n[’']?\b|round\b|bout\b)", re.IGNORECASE)
_STOPS = ".,!?;:…)—"
# ", the minister said", ", said Otieno": what stands behind a mark that was lost.
_SENTENCE_END = re.compile(r"(?<=[a-z\d)]{2})[.!?](?=\s+[A-Z“\"])")
# A few words lent to a sentence seldom reach over a comma.
_CLAUSE_END = re.compile(r"(?<=[a-z\d)])(?:[,;](?=\s)|[.!?](?=\s+[A-Z“\"]))")
_VERBS = "said|says|added|adds|told|tells|asked|wrote|warned|stressed|noted|stated|replied|explained|insisted|declared|continued|argued"
_REPORTED = re.compile(
    rf"[.](?=\s+(?:He|She|They)\s+(?:{_VERBS})\b)|[,?!](?=\s+(?:(?:{_VERBS})\s+[A-Z]|(?:he|she|they|it)\s+(?:{_VERBS})\b|(?:[Tt]he\s+)?(?:[\w.’'-]+\s+){{1,5}}?(?:{_VERBS})(?:[.,;]|\s+(?:on|in|at|to|during|after|when|while|that|reporters)\b)))"
)


def quotes_of(text: str, paragraph: Span, after: Span | None = None) -> list[Span]:
    """The quotations of one paragraph with their marks, in order; none overlaps another.

    Args:
        text: the document's text.
        paragraph: where the paragraph stands.
        after: the next paragraph. Where it opens with a mark, an open quotation goes on in it and is not cut.
    """
    found: list[Span] = []
    at = paragraph.start
    while mark := _MARK.search(text, at, paragraph.end):
        at = mark.start()
        end = _end(text, at, paragraph)
        if end is not None and end > at + 1:
            found.append(Span(at, end))
        at = end if end is not None and end > at else at + 1
    if found and _is_open(text, found[-1]) and not (after and text[after.start] == text[found[-1].start]):
        found[-1] = _cut(text, found[-1])
    return found


def _is_open(text: str, quote: Span) -> bool:
    """Whether a quotation lacks its closing mark."""
    sign = text[quote.start]
    return text[quote.end - 1] not in (*_PAIRS.get(sign, ""), *_TURNED.get(sign, ""), '"', "'", "’", "”")


def _cut(text: str, quote: Span) -> Span:
    """An open quotation, ended before the words that report it; inside a line, with its sentence at the latest.

    One that opens a paragraph, or follows a colon, is speech as far as nothing says otherwise.
    """
    whole = text[: quote.start].rstrip(" \t")[-1:] in {"", "\n", "\r", ":"}
    ends = [found.end() for found in (_REPORTED.search(text, quote.start + 1, quote.end),) if found]
    if not whole:
        border = _CLAUSE_END if text[quote.start + 1].islower() else _SENTENCE_END
        ends += [found.end() for found in (border.search(text, quote.start + 1, quote.end),) if found]
    return Span(quote.start, min(ends, default=quote.end))


def _end(text: str, at: int, paragraph: Span) -> int | None:
    """The place behind the quotation that opens at a place, or None where none does."""
    sign, limit = text[at], paragraph.end
    before = text[at - 1] if at > paragraph.start else " "
    if sign in _PAIRS:
        return _closing(text, at, limit, _PAIRS[sign])
    if text[at : at + 2] in _DOUBLED and _opens(text, at, at + 2, paragraph):
        return _doubled(text, at, limit)
    if sign == '"':
        return _straight(text, at, paragraph)
    if sign in _TURNED and _opens(text, at, at + 1, paragraph):
        return _turned(text, at, limit, _TURNED[sign])
    if sign in "'‘" and not before.isalnum() and not _ELISION.match(text, at, limit):
        return _single(text, at, limit)
    return None


def _opens(text: str, at: int, behind: int, paragraph: Span) -> bool:
    """Whether a mark stands before a word and behind none."""
    before = text[at - 1] if at > paragraph.start else " "
    after = text[behind] if behind < paragraph.end else " "
    return (before.isspace() or before in "([{—–-:/") and not after.isspace()


def _closing(text: str, opened: int, limit: int, signs: str) -> int:
    """The place behind the closing mark, or where a quotation ends that has none."""
    for at in range(opened + 1, limit):
        if text[at] in signs and at > opened + 1:
            return at + 1
        # A second opening mark before any closing one: the first quotation was never closed.
        if text[at] == text[opened] and text[opened] not in signs:
            return _cut(text, Span(opened, _lost(text, opened, at))).end
    return _lost(text, opened, limit)


def _straight(text: str, opened: int, paragraph: Span) -> int | None:
    """As `_closing`, for marks that look alike: one before a word opens, another closes."""
    if not _opens(text, opened, opened + 1, paragraph):
        return None
    for at in range(opened + 1, paragraph.end):
        if text[at] != '"':
            continue
        if not _opens(text, at, at + 1, paragraph):
            return at + 1
        return _cut(text, Span(opened, _lost(text, opened, at))).end
    return _lost(text, opened, paragraph.end)


def _doubled(text: str, opened: int, limit: int) -> int:
    places = [text.find(sign, opened + 2, limit) for sign in _DOUBLED[text[opened : opened + 2]]]
    closings = [
        (place, sign) for place, sign in zip(places, _DOUBLED[text[opened : opened + 2]], strict=True) if place > 0
    ]
    return min(closings)[0] + len(min(closings)[1]) if closings else _lost(text, opened, limit)


def _turned(text: str, opened: int, limit: int, signs: str) -> int | None:
    """The end of a quotation in marks that are seldom used so; without a closing mark it is none."""
    return next((at + 1 for at in range(opened + 2, limit) if text[at] in signs), None)


def _lost(text: str, opened: int, limit: int) -> int:
    """Where a quotation ends that was not closed before the next one opens, or before its paragraph ends."""
    while limit > opened + 1 and text[limit - 1].isspace():
        limit -= 1
    return limit


def _single(text: str, opened: int, limit: int) -> int | None:
    """The end of a quotation in single marks, or None where there is none.

    A mark behind a stop closes it. One behind a letter closes a few words of the same sentence, and behind an `s` only
    where no other mark follows, since it may be a plural's: `‘the workers’ plan’`.
    """
    if opened + 1 < limit and text[opened + 1].isspace():
        return None
    signs = "'’" if text[opened] == "'" else "’"
    for at in range(opened + 2, limit):
        if text[at] not in signs or text[at - 1].isspace() or (at + 1 < limit and text[at + 1].isalnum()):
            continue
        if text[at - 1] in _STOPS:
            return at + 1
        if _ends_a_sentence(text[opened + 1 : at]):
            continue
        plural = text[at - 1] == "s" and any(sign in signs for sign in text[at + 1 : limit])
        if not plural:
            return at + 1
    return None


def _ends_a_sentence(words: str) -> bool:
    return _SENTENCE_END.search(words) is not None
