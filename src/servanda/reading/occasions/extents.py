"""How far the name of an occasion reaches past its nominal: a signing with its paper, a journey, a campaign with its aim.

What a nominal holds by itself is told in `nominals.py`; whether an occasion is meant, in `nouns.py`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from servanda.codebook import Span
from servanda.reading.instruments.nouns import find_namings
from servanda.reading.nominals import Nominal
from servanda.reading.stretches import Stretch

_GOAL_BEHIND = re.compile(r",\sto\s(?:the\s)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)*")
_GOAL = re.compile(r"\sto\s(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*\Z")
_MORE_GOALS = re.compile(
    r"(?:,\s(?!and\s)[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)*,?\sand\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*(?=[,.;]|\s(?:on|in|from|this|last|to)\b|\Z|\n)"
)
_AFFAIRS = re.compile(
    r"\b(?:situations?|wars?|conflicts?|cris[ie]s|violence|peace|security|stability|developments|events|fighting|transition|elections?|reconstruction)\Z"
)
_IN_PLACE = re.compile(
    r"\sin\s(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*(?:\sand\s(?:in\s|across\s)?(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)?"
)
_FIGHTING = re.compile(
    r"\sto\s(?:\w+ly\s)?(?:liberate|defeat|destroy|retake|recapture|reclaim|expel|drive|oust|crush|eliminate|free|rid|capture|seize|topple|dislodge)\b"
)


def over_paper(stretch: Stretch, nominal: Nominal) -> Nominal:
    """The making of a paper, with all of the paper's name (`the signing of the treaty on the border between …`)."""
    papers = (one.nominal.span.end for one in find_namings(stretch) if nominal.span.overlaps(one.nominal.span))
    return _until(stretch, nominal, max([nominal.span.end, *papers]))


def over_aim(stretch: Stretch, nominal: Nominal) -> Nominal:
    """A campaign with what it is to reach (`the campaign to liberate the city from the rebels`)."""
    armed = "military" in nominal.lead and stretch.scene.text.startswith(" to ", nominal.head.end)
    if not armed and not _FIGHTING.match(stretch.scene.text, nominal.head.end, stretch.span.end):
        return nominal
    tree = stretch.scene.tree(stretch.span)
    head = tree.at(nominal.head.start)
    aims = tree.children(head, "acl") if head is not None else ()
    words = [word for aim in aims for word in tree.below(aim, but=("conj", "cc", "advcl")) if word.tag != "PUNCT"]
    return _until(stretch, nominal, max([nominal.span.end, *(word.span.end for word in words)]))


def over_goals(stretch: Stretch, nominal: Nominal) -> Nominal:
    """A journey with all of its goals (`her travel to Chile, Peru, and Ghana`)."""
    if not _GOAL.search(nominal.span.of(stretch.scene.text)):
        return nominal
    goals = _MORE_GOALS.match(stretch.scene.text, nominal.span.end, stretch.span.end)
    return _until(stretch, nominal, goals.end()) if goals else nominal


def over_topic(stretch: Stretch, nominal: Nominal) -> Nominal:
    """Talks on a state of affairs with where it is (`talks on the situation in Chad and across Sudan`)."""
    text = stretch.scene.text
    if nominal.span.end == nominal.head.end or not _AFFAIRS.search(text, nominal.head.end, nominal.span.end):
        return nominal
    place = _IN_PLACE.match(text, nominal.span.end, stretch.span.end)
    return _until(stretch, nominal, place.end()) if place else nominal


def over_name(stretch: Stretch, nominal: Nominal) -> Nominal:
    """A journey of someone whose name stands in commas, with its goal (`the visit of the envoy, Ann Berg, to Lima`)."""
    goal = _GOAL_BEHIND.match(stretch.scene.text, nominal.span.end, stretch.span.end)
    return _until(stretch, nominal, goal.end()) if goal and ", " in nominal.span.of(stretch.scene.text) else nominal


def _until(stretch: Stretch, nominal: Nominal, end: int) -> Nominal:
    span = Span(nominal.span.start, end)
    return replace(nominal, span=span, inside=tuple(m for m in stretch.mentions if span.holds(m.span)))
