"""What the lexicon asks for beside the noun of an occasion: a party, a mark, an instrument, a post.

"The ban on Kenyan coffee" deals with a party, "the ban on smoking" does not.
"""

from __future__ import annotations

import re

from servanda.codebook import Span
from servanda.lexicon.gatherings import Gathering
from servanda.lexicon.papers import papers_by_word
from servanda.reading.nominals import Nominal
from servanda.reading.occasions.roles import parties_of
from servanda.reading.stretches import Stretch

_PAPER = re.compile(rf"\b(?:{'|'.join(sorted(papers_by_word(), key=len, reverse=True))})\b", re.IGNORECASE)
_POST = re.compile(
    r"\b(?:ambassador|envoy|diplomat|consul|secretary[- ]general|commissioner|special representative|high representative)\b",
    re.IGNORECASE,
)
_FORCE = re.compile(
    r"\s(?:into|within|with)\s.*\b(?:arm(?:y|ies)|[Aa]rmed\s[Ff]orces|forces?|Forces?|[Mm]ilitary|[Nn]avy|[Pp]olice|[Cc]ommand|[Bb]rigades?|[Cc]orps|[Mm]issions?)\b"
)
_DIGNITARIES = re.compile(
    r"\sof\s[^,;]*?\b(?:ministers|leaders|presidents|envoys|officials|diplomats|heads|ambassadors|chiefs)\b"
)
_TRAFFIC = re.compile(
    r"\s(?:on|of)\s(?:[\w-]+\s){0,3}(?:flights|travel|trade|imports|exports|visas|sales|entry|shipments|airlines|goods|shipping|investment)\b[^,;]*\s(?:to|from|with|of|by|into)\s"
)


def is_met(stretch: Stretch, nominal: Nominal, gathering: Gathering) -> bool:
    """Whether what the lexicon asks for stands with the noun."""
    need = gathering.needs
    text = nominal.span.of(stretch.scene.text)
    behind = stretch.scene.text[nominal.head.end : nominal.span.end]
    if need == "marked":
        marked = (
            any(word in gathering.marks for word in nominal.lead)
            or (
                is_name(stretch, nominal)
                and gathering.family != "attack"
                and not nominal.head.of(stretch.scene.text).startswith("Patrol")
            )
            or (nominal.head.of(stretch.scene.text) == "War" and bool(parties_of(stretch, nominal.span)))
            or " " in nominal.head.of(stretch.scene.text)
        )
        return marked and bool(nominal.lead or nominal.inside)
    if need == "lead":
        return bool(nominal.lead) or (bool(behind) and bool(nominal.inside))
    if need == "party":
        return bool(nominal.inside or parties_of(stretch, nominal.span))
    if need == "dealing":
        return _is_dealing(stretch, nominal)
    if need == "war":
        return bool(nominal.lead) and (any(w in gathering.marks for w in nominal.lead) or _is_war(stretch, nominal))
    if need == "owner":
        return _is_owned(stretch, nominal)
    if need == "traveler":
        named = any(mention.span.end <= nominal.head.start for mention in nominal.inside)
        return bool(behind) and (named or any(word in gathering.marks for word in nominal.lead))
    if need == "force":
        return bool(parties_of(stretch, nominal.span)) and _FORCE.search(behind) is not None
    if need == "post":
        return bool(nominal.inside) and _POST.search(text) is not None
    if need == "of":
        return bool(nominal.lead and parties_of(stretch, nominal.span)) and behind.startswith((" of ", " by "))
    if need == "dignitaries":
        return bool(nominal.lead) and _DIGNITARIES.match(behind) is not None
    if need == "embassy":
        return re.search(r"\b(?:embass(?:y|ies)|consulates?|High Commission)\b", behind) is not None
    if need == "ties":
        return re.search(r"\b(?:relations|ties)\b", behind) is not None
    if need == "party-or-place":
        return bool(nominal.lead or behind) and bool(parties_of(stretch, nominal.span) or re.search(r"\s[A-Z]", behind))
    if need == "instrument":
        return _PAPER.search(behind) is not None
    if need == "talks":
        return re.search(
            r"\b(?:talks|negotiations|dialogue|diplomacy)\b", behind
        ) is not None and text.lower().startswith(("the ", "a "))
    return True


def _is_dealing(stretch: Stretch, nominal: Nominal) -> bool:
    """Whether one party deals with another: two parties, or a named thing that a party's or a definite deed strikes."""
    if len(parties_of(stretch, nominal.span)) > 1:
        return True
    behind = stretch.scene.text[nominal.head.end : nominal.span.end]
    if nominal.lead[:1] == ("the",) and re.match(r"\s(?:on|against|of)\s(?:the\s)?[A-Z]", behind):
        return True
    return _TRAFFIC.match(behind) is not None and bool(parties_of(stretch, nominal.span))


def _is_war(stretch: Stretch, nominal: Nominal) -> bool:
    """Whether those who fight are named: `Eritrea's war in Tigray`, `the Iran-Iraq War`, `the campaign against ISIL`."""
    words = stretch.scene.text[nominal.head.end : nominal.span.end]
    led = parties_of(stretch, Span(nominal.span.start, nominal.head.end))
    fought = parties_of(stretch, Span(nominal.head.end, nominal.span.end)) if words else frozenset()
    if words.startswith(" of aggression"):
        return bool(led | fought)
    if words.startswith((" to ", " against ", " between ", " on ", " with ")):
        return bool(fought)
    # "Kenya's campaign in Somalia" may be one for votes or tourists: only a war is one by its name.
    is_war = nominal.head.of(stretch.scene.text).lower() == "war"
    return is_war and (len(led) > 1 or (bool(led) and words.startswith(" in ") and bool(fought - led)))


def _is_owned(stretch: Stretch, nominal: Nominal) -> bool:
    """Whether a party's own name stands before the noun as its owner, or behind it with "by" or "from"."""
    text = stretch.scene.text
    owned = any(word.endswith(("'s", "s'")) for word in nominal.lead)
    if owned and parties_of(stretch, Span(nominal.span.start, nominal.head.start)):
        return True
    made = re.match(r"\s(?:by|from)\s", text[nominal.head.end : nominal.span.end])
    return made is not None and bool(parties_of(stretch, Span(nominal.head.end, nominal.span.end)))


def is_name(stretch: Stretch, nominal: Nominal) -> bool:
    """Whether the noun ends a proper name (`Manila Summit`) in a sentence that is no headline."""
    head = nominal.head.of(stretch.scene.text)
    before = stretch.index(nominal.head.start) - 1
    if not head[:1].isupper() or before < 0 or stretch.is_heading:
        return False
    return stretch.words[before].text[:1].isupper() or stretch.words[before].text[:1].isdigit()
