"""How sure it is that a noun means an occasion, by what stands in its nominal and around it."""

from __future__ import annotations

import re

from servanda.lexicon.gatherings import Gathering
from servanda.reading.nominals import Nominal
from servanda.reading.occasions.needs import is_met, is_name
from servanda.reading.occasions.roles import parties_of
from servanda.reading.stretches import Stretch

_HELD_BEFORE = re.compile(
    r"\b(?:hold|holds|held|holding|host|hosts|hosted|hosting|attend\w*|join|joins|joined|joining|conduct\w*|stag(?:e|es|ed|ing)|kick\w*\soff|beg[aiu]n\w*|start\w*"
    r"|resum\w*|conclud\w*|conven\w*|pay|pays|paid|paying|make|makes|made|making|launch\w*|carr(?:y|ies|ied|ying)\sout|had|have|having|g[ai]ve|gives|giving|chair\w*|open\w*"
    r"|wrap\w*\sup|schedul\w*|arrang\w*|follow\w*|suspend\w*|postpon\w*|cancel\w*|announc\w*|agree[ds]?\s(?:to|on)|end|ended|condemn\w*|spoke|speak\w*|said|address\w*|took\spart|take\spart|participat\w*)\s(?:\S+\s){0,2}\Z",
    re.IGNORECASE,
)
_AT_BEFORE = re.compile(
    r"\b(?:at|during|following|after|before|ahead\sof|in|since|for|on\sthe\s(?:sidelines|margins|eve|occasion)\sof|(?:outcome|start|end|result|conclusion|opening|agenda|sidelines|margins)s?\sof)\s\Z",
    re.IGNORECASE,
)
_HELD_BEHIND = re.compile(
    r"[\s,]+(?:(?:is|was|were|are|will\sbe|to\sbe|has\sbeen|had\sbeen|should\sbe)\s)?(?:held|called(?=\s(?:in|at|on|by|for|immediately)\b)|hosted|conducted|convened|scheduled|planned|postponed|concluded|took\splace|takes\splace|take\splace|will\stake\splace|began|begins|will\sbegin"
    r"|ended|opened|opens|came|comes|followed|lasted|killed|made|placed|br[eo]a?ke?\sdown|collaps\w+|fail\w*|stall\w*|resumes?|continued?|continues|will\s(?:resume|begin|continue|start|open)|is\sunder\sway|resumed|due|hit|struck)\b"
)
_IN_TOWN = re.compile(r"\s(?:in|at)\s(?:the\s)?[A-Z]")
_WISHED = re.compile(r"\b(?:to|would|will|could|may|might|should|must|can|shall)\s(?:\w+\s)?(?:[a-z]+)\s(?:\w+\s)?\Z")
_CALL_WITH = re.compile(r"\s(?:with|between|among|to)\s")
_POSSESSIVES = frozenset({"his", "her", "their", "our", "its"})
_MEETINGS = frozenset({"meeting", "visit", "call", "forum", "press", "ceremony", "signing"})
_PLAIN = frozenset(
    {
        "the",
        "this",
        "that",
        "these",
        "their",
        "his",
        "her",
        "our",
        "its",
        "bilateral",
        "recent",
        "latest",
        "two-day",
        "three-day",
        "one-day",
        "high-level",
        "same",
    }
)
_STAGES = frozenset(
    {
        "restricted",
        "expanded",
        "working",
        "plenary",
        "closed-door",
        "one-on-one",
        "trilateral",
        "bilateral",
        "ministerial",
        "in-person",
        "face-to-face",
        "virtual",
        "opening",
        "closing",
        "inaugural",
    }
)
_PARTIES = frozenset({"party", "dignitaries"})
_NEGATED = frozenset({"no", "without", "every", "each"})


def is_bare(nominal: Nominal) -> bool:
    """Whether a nominal says nothing but "the meeting"; it can only point back to an occasion named before."""
    definite = bool(nominal.lead) and nominal.lead[0] not in ("a", "an")
    return definite and set(nominal.lead) <= _PLAIN and nominal.span.end == nominal.head.end


def score_of(stretch: Stretch, nominal: Nominal, gathering: Gathering) -> float:
    """How sure it is that an occasion is meant: 0 where the lexicon's need is not met."""
    if _NEGATED & set(nominal.lead) or not is_met(stretch, nominal, gathering):
        return 0.0
    text = stretch.scene.text
    before = text[max(stretch.span.start, nominal.span.start - 48) : nominal.span.start]
    clues = (
        (0.6, bool(nominal.inside) or gathering.needs in _PARTIES or _is_shared(stretch, nominal, gathering)),
        (0.5, is_name(stretch, nominal)),
        (0.5, _HELD_BEFORE.search(before) is not None),
        (0.5, _HELD_BEHIND.match(text, nominal.span.end) is not None),
        (
            0.35,
            gathering.family in _MEETINGS
            and _AT_BEFORE.search(before) is not None
            and (_is_bound(nominal) or gathering.name == "talks"),
        ),
        (0.2, gathering.name == "talks" and _IN_TOWN.match(text, nominal.span.end) is not None),
        (0.3, bool(_POSSESSIVES & set(nominal.lead))),
        (0.4, any(nominal.span.holds(time.span) for time in stretch.times)),
        (0.35, gathering.family == "attack" and nominal.span.end > nominal.head.end and nominal.lead[:1] != ("any",)),
        (0.25, _time_near(stretch, nominal)),
        (0.2, len(nominal.lead) > 1 or nominal.span.end > nominal.head.end),
        (0.1, bool(nominal.lead) and nominal.lead[0] == "the"),
        (0.3, gathering.family in _MEETINGS and bool(_STAGES & set(nominal.lead))),
        (0.35, gathering.family == "visit" and before.endswith(" on ")),
        (0.3, gathering.needs == "traveler"),
        (0.4, gathering.family == "visit" and len(parties_of(stretch, nominal.span)) > len(nominal.inside)),
        (-0.4, _is_generic(stretch, nominal) and not _is_shared(stretch, nominal, gathering)),
        (-1.0, gathering.family == "sanction" and _WISHED.search(before) is not None),
        (-0.6, _only_called(stretch, nominal)),
        (-0.7, _stands(stretch, nominal, before)),
    )
    return min(1.0, sum(weight for weight, met in clues if met))


def _is_shared(stretch: Stretch, nominal: Nominal, gathering: Gathering) -> bool:
    """Whether work that is joint by its name has its parties named behind it (`joint patrols by Chile and Peru`)."""
    return gathering.name == "joint-work" and len(parties_of(stretch, nominal.span)) > 1


def _only_called(stretch: Stretch, nominal: Nominal) -> bool:
    """Whether "call" means an appeal: no telephone, and nobody at the other end."""
    head = nominal.head.of(stretch.scene.text).lower()
    behind = stretch.scene.text[nominal.head.end : nominal.span.end]
    pointing = is_bare(nominal) and head == "call"
    return head in ("call", "calls") and not _CALL_WITH.match(behind) and not pointing


def _stands(stretch: Stretch, nominal: Nominal, before: str) -> bool:
    """Whether a proper name of a forum or dialogue is a standing body, since nothing says that it was held."""
    text = stretch.scene.text
    if text[nominal.head.start : nominal.head.end] not in (
        "Forum",
        "Dialogue",
        "Session",
        "Dialogues",
        "Consultations",
        "Congress",
        "Conference",
    ):
        return False
    held = _HELD_BEFORE.search(before) or _AT_BEFORE.search(before) or _HELD_BEHIND.match(text, nominal.span.end)
    told = (
        held
        or _time_near(stretch, nominal)
        or re.match(r"\d|first|second|inaugural|next|last|annual", " ".join(nominal.lead[1:2]))
    )
    return not told


def _is_bound(nominal: Nominal) -> bool:
    return bool(nominal.lead) and (
        nominal.lead[0] in ("the", "a", "an", "this", "that") or nominal.lead[0] in _POSSESSIVES
    )


def _is_generic(stretch: Stretch, nominal: Nominal) -> bool:
    """Whether a bare plural means such occasions in general (`regular meetings`)."""
    head = nominal.head.of(stretch.scene.text).lower()
    plural = head.endswith("s") and head not in (
        "talks",
        "negotiations",
        "consultations",
        "discussions",
        "hostilities",
        "drills",
        "exercises",
        "patrols",
        "sanctions",
        "strikes",
        "airstrikes",
        "commercial deals",
        "business deals",
        "commercial agreements",
        "commercial contracts",
        "war games",
        "maneuvers",
    )
    return plural and (
        not nominal.lead
        or (
            nominal.lead[0] not in (*_POSSESSIVES, "the", "these", "those")
            and not any(word.endswith(("'s", "s'")) for word in nominal.lead)
        )
    )


def _time_near(stretch: Stretch, nominal: Nominal) -> bool:
    return any(
        (time.when and -2 <= time.span.start - nominal.span.end <= 24) or nominal.span.holds(time.span)
        for time in stretch.times
    )
