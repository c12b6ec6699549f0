"""Who stands as the subject before a verb that reports an occasion: actors joined by "and", a pronoun, or a state's forces.

Found by position: nothing but auxiliaries, adverbs and times may lie between the subject and the verb.
"""

from __future__ import annotations

import re

from servanda.codebook import Span
from servanda.lexicon.names import load_names
from servanda.reading.stretches import Stretch

_BETWEEN = (
    r"(?:[\s,]*(?:will|would|also|then|have|has|had|is|are|was|were|be|been|being|to|set|due|scheduled|expected|planning|recently|later|both|first|jointly"
    r"|each|again|today|yesterday|tomorrow|reportedly|already|since|now|once|twice|soon|finally|just|all|\w{3,}ly|began|started|on\s\w+day(?:\s\w+ing)?|\w+day"
    r"|,?\sin\s\w+,?|earlier(?:\s(?:this|in\sthe)\s\w+)?|(?:last|this|next)\s\w+|\([^)]*\)))*[\s,]*\Z"
)
_AUXILIARY = re.compile(_BETWEEN)
_PRONOUN = re.compile(
    r"\b(?P<word>they|he|she|we|i|it|both(?:\s\w+s)?|the\stwo(?:\s\w+s)?|the\s(?:leaders|ministers|presidents|sides|country|officials|delegations))"
    rf"{_BETWEEN}",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",\s(?:who|which|whose)\s[^,;]{3,80},\s|,\s\d\d,\s")
_AND = re.compile(r"\s*(?:,|and|,\sand|as\swell\sas|together\swith|along\swith|&)\s+(?:the\s)?|\s*,\s*")
_FORCES = (
    r"(?:[\w-]+\s){0,3}(?:forces?|troops|soldiers|warplanes|planes|jets|aircraft|fighters|warships?|ships?|navy|army|military|air\sforce|marines|guards?|police"
    r"|coast\sguard|officials|authorities|government|parliament|lawmakers|regulators|court|prosecutors|rebels|militants|drones|missiles|artillery|tanks|agents"
    r"|operatives|hackers|commandos|paratroopers|militia|gunmen|insurgents|rescuers|engineers|doctors|diplomats|bombers|leaders|ministers|president|prime\sminister)"
)
_SENDERS = re.compile(
    r"(?:\b[A-Z]?[a-z]+\s){0,2}\b(?:[Oo]fficials|[Nn]egotiators|[Mm]inisters|[Dd]elegations?|[Rr]epresentatives|[Ll]eaders|[Dd]iplomats|[Ee]nvoys|[Tt]eams?|[Ee]xperts)\s(?:from|of)\s(?:the\s)?\Z"
)
_ACTING = re.compile(rf"(?:[’']s?)?[\s-](?:led\s|backed\s)?{_FORCES}")


def subject_before(stretch: Stretch, at: int) -> Span | None:
    """The nominal right before a verb.

    Args:
        stretch: the sentence.
        at: where the verb begins.
    """
    text = stretch.scene.text
    before = [mention for mention in stretch.mentions if mention.span.end <= at]
    if before and _AUXILIARY.match(text, before[-1].span.end, at):
        return _joined(stretch, at)
    described = _described(stretch, at)
    if described is not None:
        return described
    pronoun = _PRONOUN.search(text, max(stretch.span.start, at - 90), at)
    if pronoun:
        return Span(pronoun.start("word"), pronoun.end("word"))
    return _forces(stretch, at)


def _described(stretch: Stretch, at: int) -> Span | None:
    """A mention behind which a relative clause or those who act for it come before the verb."""
    text = stretch.scene.text
    for mention in reversed([m for m in stretch.mentions if at - 120 < m.span.end <= at]):
        relative = _RELATIVE.match(text, mention.span.end, at)
        if relative and _AUXILIARY.match(text, relative.end(), at):
            return mention.span
        acting = _ACTING.match(text, mention.span.end, at)
        if acting and _AUXILIARY.match(text, acting.end(), at):
            return Span(mention.span.start, acting.end())
    return None


def _joined(stretch: Stretch, at: int) -> Span:
    """The last mention before the verb with all those that "and" and appositions join to it."""
    text = stretch.scene.text
    before = [mention.span for mention in stretch.mentions if mention.span.end <= at]
    first = before[-1]
    for span in reversed(before[:-1]):
        if span.end > first.start or not _AND.fullmatch(text[span.end : first.start]):
            break
        first = span
    return Span(first.start, before[-1].end)


def _named(stretch: Stretch, name: Span) -> Span:
    """A state's name with those that "and" joins to it, and with the officials who come from it."""
    text, start = stretch.scene.text, stretch.span.start
    known = [Span(start + at.start, start + at.end) for at, _ in load_names().find(text[start : name.start])]
    first = name
    for span in sorted({*known, *(m.span for m in stretch.mentions if m.span.end <= name.start)}, reverse=True):
        if span.end <= first.start and _AND.fullmatch(text, span.end, first.start):
            first = span
    sent = _SENDERS.search(text, start, first.start)
    return Span(sent.start() if sent else first.start, name.end)


def _paired(text: str, start: int, at: int) -> int:
    """Where `Indian and` begins before `Chinese troops`."""
    before = [(place, known) for place, known in load_names().find(text[start:at]) if known.sort == "adjective"]
    if before and text[start + before[-1][0].end : at] == " and ":
        return start + before[-1][0].start
    return at


def _with_article(text: str, at: int) -> int:
    return at - len("The ") if text[:at].endswith(("The ", " the ")) else at


def _forces(stretch: Stretch, at: int) -> Span | None:
    """`Turkish warplanes`, `Kenya's air force`: a state's name before those who act for it."""
    start = max(stretch.span.start, at - 90)
    text = stretch.scene.text
    for place, known in reversed(load_names().find(text[start:at])):
        if known.id and known.sort in ("adjective", "state"):
            begin, end = start + place.start, start + place.end
            if known.sort == "state" and _AUXILIARY.match(text, end, at):
                return _named(stretch, Span(begin, end))
            noun = _ACTING.match(text, end, at)
            ok = noun is not None and _AUXILIARY.match(text, noun.end(), at) is not None
            return Span(_with_article(text, _paired(text, start, begin)), noun.end()) if ok and noun else None
    return None
