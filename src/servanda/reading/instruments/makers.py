"""Who made an instrument, as the words behind its name say, and which names in it are only places.

`the pact signed between Chad and Niger`, `a communiqué adopted by the Peace and Security Council`. In `the Lima Accord` the
capital is where it was signed, and no party. A letter of intent binds whoever signed it alone.
"""

from __future__ import annotations

import re

from servanda.lexicon.names import load_names
from servanda.reading.actors.references import Referent
from servanda.reading.instruments.nouns import Naming

_MADE = re.compile(
    r"[\s,(]+(?:(?:which|that)\s)?(?:(?:is|was|were|are|has\sbeen|had\sbeen|have\sbeen)\s)?(?:\w+ly\s)?"
    r"(?:signed|initial\w*|concluded|adopted|issued|reached|inked|struck|agreed|negotiated)\s(?:[^.;,]{0,40}?\s)?(?:by|between|among)\s(?:both\s)?(?:the\s)?"
)
_ROW = re.compile(r"(?:,|\sand|,\sand|\sas\swell\sas)\s(?:the\s)?")
_PAIRED = re.compile(r"[-–/]|\sand\s")
_LEADS = re.compile(
    r"\b(?:between|with|among|by|of|on|for|concerning|regarding|about|over|against|establishing|establishment)\b"
)
_ABOUT = frozenset(
    {"on", "for", "concerning", "regarding", "about", "over", "against", "establishing", "establishment"}
)
_INTENT = re.compile(r"(?:declarations?|letters?|statements?) of intent", re.IGNORECASE)


def makers_behind(naming: Naming) -> tuple[Referent, ...]:
    """Those by whom or between whom an instrument was made, behind its name."""
    stretch, text = naming.stretch, naming.stretch.scene.text
    made = _MADE.match(text, naming.nominal.span.end, stretch.span.end)
    if made is None:
        return ()
    row: list[Referent] = []
    reached = made.end()
    for one in sorted(stretch.mentions, key=lambda mention: mention.span):
        if one.span.start < made.end():
            continue
        if one.span.start != reached and not (row and _ROW.fullmatch(text, reached, one.span.start)):
            break
        row.append(one)
        reached = one.span.end
    return tuple(row)


def is_place(naming: Naming, referent: Referent) -> bool:
    """Whether a capital before the noun only says where it was signed: `the [Lima] Accord`; in `the Lima-Quito accord` it is a party."""
    text, head = naming.stretch.scene.text, naming.nominal.head
    if not naming.is_proper or referent.span.end > head.start:
        return False
    before = text[naming.nominal.span.start : head.start]
    known = load_names().find(referent.span.of(text))
    return any(one.sort == "capital" for _, one in known) and _PAIRED.search(before) is None


def is_of_one(naming: Naming) -> bool:
    """Whether it is a paper that each side signs for itself: `a letter of intent`."""
    text, nominal = naming.stretch.scene.text, naming.nominal
    return _INTENT.match(text, nominal.head.start) is not None


def is_topic(naming: Naming, referent: Referent) -> bool:
    """Whether an actor in the name is only what it is about: `the declaration on support for [Kenya]`."""
    text, head = naming.stretch.scene.text, naming.nominal.head
    led = _LEADS.findall(text[head.end : referent.span.start]) if referent.span.start >= head.end else []
    return bool(led) and led[-1] in _ABOUT
