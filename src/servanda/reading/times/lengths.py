"""How long, not when: `two weeks`, `a six-month talks`, `several years`, `three hours`. A length is no date."""

from __future__ import annotations

import re
from decimal import Decimal

from servanda.codebook import Span
from servanda.reading.times.anchors import NOTHING, Anchor, Resolved, TimeRule
from servanda.reading.times.values import TimeKind, length
from servanda.reading.times.words import COUNT, amount_of, time_rule, unit_named

_HOW_LONG = "how long, not when"
_SOLID = r"(?i:days?|weeks?|months?|years?|decades?|centur(?:y|ies)|hours?|minutes?|(?<=\d[\s-])seconds?|fortnights?)"


def _resolve(match: re.Match[str], anchor: Anchor) -> Resolved:
    del anchor
    said = match.groupdict()
    if match.group().endswith("-old"):
        return NOTHING  # an age
    unit = unit_named(said["unit"] or "")
    number = amount_of(said["count"]) if said.get("count") else None
    if unit == "fortnight":
        unit, number = "week", Decimal(2) * (number or Decimal(1))
    if number is None and match.group().endswith("-long") and not said["unit"].lower().endswith("s"):
        number = Decimal(1)
    count = f"{number:f}" if number is not None else "X"
    if "." in count:
        count = count.rstrip("0").rstrip(".")
    return Resolved(None, _HOW_LONG, length(count, unit), TimeKind.LENGTH)


def _resolve_half(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`half a year`, `a year and a half`."""
    del anchor
    unit = unit_named(match["unit"])
    return Resolved(None, _HOW_LONG, length("1.5" if match["whole"] else "0.5", unit), TimeKind.LENGTH)


_ABOUT = (
    r"(?:(?:[Aa]lmost|[Nn]early|[Aa]bout|[Ss]ome|[Oo]ver|[Jj]ust\sover|[Mm]ore\sthan|[Aa]round|[Aa]t\sleast|[Uu]p\sto|[Ll]ess\sthan|[Aa]nother|[Tt]he\sfirst|[Tt]he\slast"
    r"|[Cc]lose\sto|[Tt]he\snext|[Tt]he\spast)\s)?"
)
_FILL = r"(?:\s(?:full|long|consecutive|straight|whole|more|bloody|short|calendar|working|additional|successive|further|entire|hard))?"
_NOT_ONE = r"(?!\s(?:ago|earlier|later|of\sage|old)\b)"


def _resolve_from_to(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`60 to 90 days`: two lengths."""
    del anchor
    unit = unit_named(match["unit"])
    numbers = [amount_of(match[name]) for name in ("count", "last")]
    values = [length(f"{number}" if number is not None else "X", unit) for number in numbers]
    places = [Span(*match.span("count")), Span(match.start("last"), match.end("unit"))]
    ends = tuple(zip(places, values, strict=True))
    return Resolved(None, _HOW_LONG, "/".join(values), TimeKind.LENGTH, ends)


LENGTH_RULES: tuple[TimeRule, ...] = (
    time_rule(
        rf"\b(?P<count>(?![Aa]n?\b){COUNT})(?:\sto\s|\sor\s|\sand\s|\s?[-–]\s?)(?P<last>(?![Aa]n?\b){COUNT})[\s-](?P<unit>{_SOLID})\b",
        _resolve_from_to,
    ),
    time_rule(
        rf"\b{_ABOUT}(?P<count>(?!(?:[Aa]n?|[Oo]ne)\b){COUNT}(?:\sand\sa\shalf)?){_FILL}[\s-](?P<unit>{_SOLID})(?:[\s-](?:long|old))?\b(?!\s(?:ago|earlier|later)\b)(?![’']s\b)",
        _resolve,
    ),
    # "A day" is mostly a rate or a day of its own; behind these words it is how long.
    time_rule(
        rf"(?=[aonljm])(?:(?<=\b[Ff]or\s)|(?<=\b[Oo]ver\s)|(?<=\b[Ww]ithin\s)|(?<=\b[Aa]fter\s)|(?<=\b[Ii]n\s)|(?<=\blasted\s)|(?<=\btook\s)|(?<=\bthan\s))(?:about\s|almost\s|nearly\s|over\s|less\sthan\s|more\sthan\s|just\s|only\s|at\sleast\s)?(?P<count>an?|one){_FILL}\s(?P<unit>{_SOLID})\b{_NOT_ONE}",
        _resolve,
    ),
    time_rule(
        rf"\b(?:[Aa]lmost|[Nn]early|[Oo]ver|[Mm]ore\sthan|[Ll]ess\sthan|[Aa]bout)\s(?P<count>an?|one)\s(?P<unit>{_SOLID})\b{_NOT_ONE}",
        _resolve,
    ),
    time_rule(r"\b(?P<count>[Oo]ne|[Aa])-(?P<unit>day|week|month|year|decade|hour)(?:-(?:long|old))?\b", _resolve),
    time_rule(r"\b(?P<unit>(?:[Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear|[Dd]ecade|[Hh]our)s?)-long\b(?P<count>(?!))?", _resolve),
    time_rule(rf"\b(?P<count>[Oo]ne)\s(?P<unit>year|month|week|day|hour)\b{_NOT_ONE}", _resolve),
    time_rule(
        r"\b(?:[Ff]or\s|[Oo]ver\s|[Tt]he\s)?(?:[Ss]everal|[Mm]any|[Aa]\sfew|[Ff]ew|[Ss]ome|[Aa]\scouple\sof)\s(?P<unit>days|weeks|months|years|decades|centuries|hours|minutes)\b(?!\s(?:ago|earlier|later|before|after)\b)(?P<count>(?!))?",
        _resolve,
    ),
    time_rule(
        r"(?=[dwmych])(?:(?<=\b[Ff]or\s)|(?<=\bof\s)|(?<=\b[Aa]fter\s)|(?<=\btook\s)|(?<=\blasted\s))(?P<unit>days|weeks|months|years|decades|centuries|hours)\b(?P<count>(?!))?",
        _resolve,
    ),
    time_rule(r"\b(?P<whole>[Aa])\s(?P<unit>year|month|decade|century|hour|day)\sand\sa\shalf\b", _resolve_half),
    time_rule(r"\b[Hh]alf\san?\s(?P<unit>year|month|decade|century|hour|day)\b(?P<whole>(?!))?", _resolve_half),
)
