"""What a quantity stands for: the level before or after a change, a share, an amount; how closely and how often."""

from __future__ import annotations

import re

from servanda.codebook import Span
from servanda.codebook.vocabulary import Role

_FROM = re.compile(
    r"\b(?:from|down\sfrom|up\sfrom|instead\sof|compared\s(?:to|with))\s(?:the\s)?(?:current\s|previous\s|initial\s|about\s|around\s|some\s)*(?:a\s)?\Z",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:to|reach|reaching|at\sleast\sto|up\sto\sa\stotal\sof)\s(?:the\s|about\s|around\s|some\s|at\sleast\s|nearly\s|almost\s|just\s|no\smore\sthan\s|below\s)*(?:a\s)?\Z",
    re.IGNORECASE,
)
# "from 12 to 8 percent" says itself that it changes; "ranging from 3 to 5" does not.
_FROM_TO = re.compile(
    r"(?<!ranging\s)(?<!range\s)(?<!ranges\s)(?<!ranged\s)\bfrom\s[^,;.()]{1,28}\sto\s(?:about\s|around\s|at\sleast\s|a\s)?\Z",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:up|amounting|amounts|equal|equivalent|close|access\sto\sup|access|worth\sup|according|due|next)\sto\s(?:\w+\s)?\Z",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(
    r"\sof\s(?!(?:the\s|its\s|their\s)*(?:tariff|dut(?:y|ies)|tax|interest)\b)(?!GDP|(?:the\s)?gross)"
)
_CHANGE = re.compile(
    r"\b(?:fall\w*|fell|climb\w*|slash\w*|rais|increas|lower|reduc|cut|hik|boost|lift|bring|bringing|expand|doubl|grow|rise|ris|drop|slash|decreas|scal|spend|mov|return|trim|push|taking|took|take)\w*\b",
    re.IGNORECASE,
)
_BOUNDS = (
    ("at least", r"at\s(?:the\s)?least|(?:no|not|not\sbe)\s(?:less|fewer)\sthan|a\sminimum\sof|upwards?\sof"),
    (
        "up to",
        r"up\sto|as\s(?:much|many|high|long|large|far)\sas|at\s(?:the\s)?most|(?:no|not|not\sbe)\smore\sthan|a\smaximum\sof|not\sexceeding|not\sexceed|capped\sat|limited\sto",
    ),
    (
        "more than",
        r"more\sthan|over|above|exceeding|exceed|in\sexcess\sof|beyond|greater\sthan|higher\sthan|well\sover|topping|surpassing",
    ),
    ("less than", r"less\sthan|fewer\sthan|under|below|short\sof|lower\sthan|just\sunder|not\squite"),
    (
        "about",
        r"about|around|some|nearly|almost|close\sto|approaching|approximately|roughly|an?\sestimated|estimated|circa|ca\.|c\.|in\sthe\sregion\sof|or\sso|about\sa|nearly\sa|~|≈|averaging|an\saverage\sof",
    ),
)
_BEFORE = re.compile(
    "(?:"
    + "|".join(rf"(?P<{name.replace(' ', '_')}>{words})" for name, words in _BOUNDS)
    + r")\s?(?:a\s(?:further\s|total\sof\s|combined\s)|an\s(?:additional|extra|annual)\s|another\s|the\s|its\s)?\Z",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s(?:or\s(?P<more>more|higher|above|greater|larger|so)|and\s(?:above|over|more)|or\s(?P<less>less|fewer|lower|below|under))\b|\+",
    re.IGNORECASE,
)
# `over five years` says how long it goes on, not that it is longer.
_THROUGHOUT = re.compile(r"\Aover\s(?:the\s|a\s)?\Z", re.IGNORECASE)
_LENGTH = re.compile(r"(?:years?|months?|weeks?|days?|decades?|hours?)\Z", re.IGNORECASE)
_PERIOD = "year|month|week|day|hour|quarter|decade"
_PER = re.compile(
    rf"\s?(?:-\s?)?(?:\s(?:an?|per|each|every|in\sa)\s|\sper\s|/|-a-|\sa\s)(?P<per>{_PERIOD}|barrel|person|head|capita|share|ton|tonne|kilogram|kg|unit|litre|liter|gallon|household|family|worker|vote|mile|ounce|acre|hectare)\b"
    r"|\s(?:in\s(?:\w+\s){1,3})?(?P<adverb>annually|yearly|monthly|weekly|daily|hourly|quarterly)\b",
    re.IGNORECASE,
)
_RATE_BEFORE = re.compile(
    r"\b(?P<adverb>annual|yearly|monthly|weekly|daily|quarterly)\s(?:\w+\sof\s(?:about\s|around\s|some\s|at\sleast\s|up\sto\s)?)?\Z",
    re.IGNORECASE,
)
_ADVERBS = {
    "annually": "year",
    "annual": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
    "quarterly": "quarter",
}


def role_of(text: str, span: Span, place: Span, unit: str) -> Role:
    """What a quantity stands for in its stretch.

    Args:
        text: the document's text.
        span: the stretch that is looked through.
        place: the quantity's words.
        unit: its unit.
    """
    lead = text[max(span.start, place.start - 48) : place.start]
    if _FROM.search(lead):
        return Role.FROM
    changes = _FROM_TO.search(lead) or _CHANGE.search(text, max(0, place.start - 160), place.start)
    if _TO.search(lead) and not _LIMIT.search(lead) and changes:
        return Role.TO
    if unit == "share" or (unit == "%" and _SHARE_OF.match(text, place.end, min(len(text), place.end + 40))):
        return Role.SHARE
    return Role.AMOUNT


def bound_of(text: str, span: Span, place: Span) -> tuple[str, Span]:
    """How closely the number is meant, and its words with those that say so: `at least`, `about`; empty where exactly."""
    behind = _BEHIND.match(text, place.end, span.end)
    if behind:
        name = "about" if behind["more"] == "so" else "up to" if behind["less"] else "at least"
        return name, Span(place.start, behind.end())
    before = _BEFORE.search(text, max(span.start, place.start - 40), place.start)
    if before is None or (before.start() > 0 and text[before.start() - 1].isalnum()):
        return "", place
    goes_on = _THROUGHOUT.search(before[0]) and _LENGTH.search(place.of(text))
    if goes_on and not text[: before.start()].endswith("for "):
        return "", place
    return str(before.lastgroup).replace("_", " "), Span(before.start(), place.end)


def rate_of(text: str, span: Span, place: Span) -> tuple[str, Span]:
    """Per what the quantity recurs (`year`, `barrel`), and its words with those that say so; empty where nothing does."""
    behind = _PER.match(text, place.end, span.end)
    if behind:
        name = _ADVERBS.get((behind["adverb"] or "").lower()) or behind["per"].lower()
        return name, Span(place.start, behind.end())
    before = _RATE_BEFORE.search(text, max(span.start, place.start - 32), place.start)
    return (_ADVERBS[before["adverb"].lower()], Span(before.start(), place.end)) if before else ("", place)
