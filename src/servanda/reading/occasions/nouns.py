"""Occasions that a noun names: which of its uses mean one.

"A forum hosted by Norway" is an occasion; "a forum for debate", "summit venue" and "calls for peace" are none. The lexicon
says what each noun needs beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from servanda.codebook import Span
from servanda.lexicon.gatherings import Gathering, gatherings_by_word
from servanda.lexicon.patterns import any_of
from servanda.lexicon.phrases import load_phrase_words
from servanda.reading.nominals import Nominal, nominal_at
from servanda.reading.occasions.extents import over_aim, over_goals, over_name, over_paper, over_topic
from servanda.reading.occasions.needs import is_met, is_name
from servanda.reading.occasions.roles import core_of, parties_of
from servanda.reading.occasions.sightings import Sighting
from servanda.reading.stretches import Stretch

_WORDS = load_phrase_words()
_BY_WORD = gatherings_by_word()
_NOUN = re.compile(rf"\b{any_of(_BY_WORD, space='[ -]')}\b", re.IGNORECASE)
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
_SIDELINES = re.compile(r"\b(?:sidelines|margins)\sof\s(?:the\s)?(?:\d+\w*\s(?:session\sof\s(?:the\s)?)?)?\Z")
_HELD_BEHIND = re.compile(
    r"[\s,]+(?:(?:is|was|were|are|will\sbe|to\sbe|has\sbeen|had\sbeen)\s)?(?:held|hosted|conducted|convened|scheduled|planned|postponed|concluded|took\splace|takes\splace|take\splace|will\stake\splace|began|begins|will\sbegin"
    r"|ended|opened|opens|came|comes|followed|lasted|killed|made|placed|br[eo]a?ke?\sdown|collaps\w+|fail\w*|stall\w*|resumes?|continued?|continues|will\s(?:resume|begin|continue|start|open)|is\sunder\sway|resumed|due|hit|struck)\b"
)
_CONVENED = re.compile(
    r"\s(?:is|was|were|will\sbe|is\sto\sbe|to\sbe|has\sbeen|had\sbeen|shall\sbe)\s(?:\w+\s)?(?:held|convened|hosted)\b"
    r"(?:\s(?:annually|quarterly|monthly|regularly|biannually|yearly))?"
)
_BODY_NAME = re.compile(r"\sof\s[A-Z]\w+(?:\s[A-Z]\w+)?\s\([A-Z]{2,6}\)")
_LEADING = re.compile(r"[a-z]+")
# "her meeting with Berg [and the Lima summit]": what is joined is another occasion.
_JOINED = re.compile(r",?\sand\s(?:the|an?|his|her|their|its)\s(?:[\w'’-]+\s)*\Z")
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
# What follows a verb in -s but hardly ever a plural noun ("the ceremony underscores ongoing …").
_VERB_OBJECTS = frozenset({"ongoing", "that", "how", "to", "what", "why", "our", "us", "them", "both", "more", "on"})
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


def find_in_nouns(stretch: Stretch) -> Iterator[Sighting]:
    """The occasions that nouns of one sentence name, in order."""
    yield from _beside(stretch)
    yield from _convened(stretch)
    reached = stretch.span.start
    for match in _NOUN.finditer(stretch.scene.text, stretch.span.start, stretch.span.end):
        head = Span(*match.span())
        gathering = _BY_WORD[
            match.group().lower().replace("-", " ") if match.group().lower() not in _BY_WORD else match.group().lower()
        ]
        if head.start < reached or _in_actor(stretch, head) or _is_modifier(stretch, head, gathering):
            continue
        if match.group().lower() == "meet" and _is_tagged_verb(stretch, head):
            continue
        nominal = _nominal(stretch, head, gathering)
        if _is_clause_verb(stretch, nominal) or is_history(stretch, nominal):
            continue
        score = _score(stretch, nominal, gathering)
        if score >= 0.5 or is_bare(nominal):
            reached = nominal.span.end if _keeps_inner(gathering) else head.end
            yield Sighting(
                gathering=gathering,
                span=nominal.span,
                nominal=nominal,
                stretch=stretch,
                score=score,
                rule=f"{gathering.name}-noun",
            )


def _beside(stretch: Stretch) -> Iterator[Sighting]:
    """The assembly of a body on whose sidelines something happens; its name is the occasion's."""
    forum = _BY_WORD["forum"]
    for mention in stretch.mentions:
        behind = stretch.scene.text[mention.span.end : mention.span.end + 24]
        if _SIDELINES.search(stretch.scene.text, stretch.span.start, mention.span.start) and not _NOUN.search(behind):
            start = mention.span.start - (4 if stretch.scene.text[: mention.span.start].endswith("the ") else 0)
            span = Span(start, mention.span.end)
            yield Sighting(gathering=forum, span=span, nominal=None, stretch=stretch, score=0.8, rule="sidelines")


def _convened(stretch: Stretch) -> Iterator[Sighting]:
    """The meeting of a body of several states that is held (`the Council will be held in May`)."""
    for mention in stretch.mentions:
        held = _CONVENED.match(stretch.scene.text, mention.span.end, stretch.span.end)
        # A body of several states is its own party; persons, states and the offices of one state are not.
        if held is None or any(actor.isupper() or stretch.home_of(actor) != actor for actor in mention.actors):
            continue
        article = stretch.scene.text[: mention.span.start].lower().endswith("the ")
        span = Span(mention.span.start - (4 if article else 0), held.end())
        yield Sighting(
            gathering=_BY_WORD["meeting"], span=span, nominal=None, stretch=stretch, score=0.6, rule="body-convened"
        )


def _nominal(stretch: Stretch, head: Span, gathering: Gathering) -> Nominal:
    """The nominal, cut where its complement names another occasion (`opened their summit with a private dinner`)."""
    whole = nominal_at(stretch, head, gathering.complements)
    if gathering.family in ("signing", "release"):
        return over_paper(stretch, _widened(stretch, _clipped(stretch, whole)))
    if gathering.name == "war":
        whole = over_aim(stretch, whole)
    if "on" in gathering.complements:
        whole = over_topic(stretch, whole)
    if gathering.family == "visit":
        whole = over_goals(stretch, over_name(stretch, whole))
    complements, nominal = gathering.complements, _widened(stretch, _clipped(stretch, whole))
    while _keeps_inner(gathering) and complements:
        inner = _NOUN.search(stretch.scene.text, head.end, nominal.span.end)
        if inner is None or _in_actor(stretch, Span(*inner.span())):
            return nominal
        cut = _JOINED.search(stretch.scene.text, head.end, inner.start())
        partners = tuple(m for m in nominal.inside if cut and m.span.end <= cut.start())
        if cut is not None and any(m.span.start >= head.end for m in partners):
            return replace(nominal, span=Span(nominal.span.start, cut.start()), inside=partners)
        leading = [m.group() for m in _LEADING.finditer(stretch.scene.text, head.end, inner.start())]
        inward = next((word for word in reversed(leading) if word in complements), None)
        complements = complements - {inward} if inward else frozenset()
        nominal = nominal_at(stretch, head, complements)
    return nominal


def is_bare(nominal: Nominal) -> bool:
    """Whether a nominal says nothing but "the meeting"; it can only point back to an occasion named before."""
    definite = bool(nominal.lead) and nominal.lead[0] not in ("a", "an")
    return definite and set(nominal.lead) <= _PLAIN and nominal.span.end == nominal.head.end


def _in_actor(stretch: Stretch, head: Span) -> bool:
    """Whether the noun belongs to the name of a body (`the General Conference`)."""
    return any(mention.span.holds(head) for mention in stretch.mentions)


def _keeps_inner(gathering: Gathering) -> bool:
    return gathering.needs not in ("instrument", "talks")


def _is_modifier(stretch: Stretch, head: Span, gathering: Gathering) -> bool:
    """Whether the noun only describes the next one (`summit venue`), or its next word shows a verb (`calls for`)."""
    at = stretch.index(head.end - 1)
    after = stretch.lower(at + 1)
    if after in _BY_WORD and _is_noun_pair(stretch, at):
        return True  # "this summit meeting": the second noun bears the name.
    single = " " not in head.of(stretch.scene.text)
    if (
        (
            after in gathering.not_before
            and single
            and not stretch.in_time(stretch.words[min(at + 2, len(stretch.words) - 1)])
        )
        or stretch.scene.text[head.start - 1 : head.start] == "-"
        or stretch.scene.text[head.end : head.end + 1] == "-"
    ):
        return True
    if (
        not after.isalpha()
        or after in _WORDS.breaks
        or after in _WORDS.following
        or after in _WORDS.determiners
        or after in _WORDS.verbs
    ):
        return False
    word = stretch.words[at + 1]
    if stretch.in_time(word) or stretch.mention_at(word) is not None:
        return False
    if stretch.words[at].text[:1].isupper():
        return word.text[:1].isupper()
    if after.endswith("s") and (stretch.lower(at + 2) in _WORDS.determiners or stretch.lower(at + 2) in _VERB_OBJECTS):
        return False
    if after.endswith("ing") and stretch.lower(at + 2) in _BY_WORD:
        return True
    return not after.endswith(("ed", "ing", "ly")) and word.text.islower()


def _clipped(stretch: Stretch, nominal: Nominal) -> Nominal:
    """The nominal without the subject of the clause that a comma sets behind it (`In talks with Peru, Chile said`)."""
    text = stretch.scene.text
    comma = text.find(", ", nominal.head.end, nominal.span.end)
    while comma > 0:
        tree = stretch.scene.tree(stretch.span)
        behind = tree.top(Span(comma + 2, nominal.span.end))
        head = tree.at(nominal.head.start)
        if behind is not None and behind.relation == "nsubj" and head is not None and head not in tree.above(behind):
            inside = tuple(mention for mention in nominal.inside if mention.span.end <= comma)
            return replace(nominal, span=Span(nominal.span.start, comma), inside=inside)
        comma = text.find(", ", comma + 2, nominal.span.end)
    return nominal


def _widened(stretch: Stretch, nominal: Nominal) -> Nominal:
    """The nominal with the last of those that "and" joins (`the signing by Peru and Chile`)."""
    at = stretch.index(nominal.span.end - 1) + 1
    if stretch.lower(at) != "and" or at + 1 >= len(stretch.words):
        return nominal
    tree = stretch.scene.tree(stretch.span)
    joined = tree.at(stretch.words[at + 1].span.start)
    while joined is not None and joined.relation in {"det", "amod", "compound"}:
        joined = tree.head(joined)
    over = tree.head(joined) if joined is not None else None
    if joined is None or over is None or joined.relation != "conj" or joined.tag != "PROPN":
        return nominal
    if not nominal.head.end <= over.span.start < nominal.span.end:
        return nominal
    span = Span(nominal.span.start, core_of(tree, joined).end)
    return replace(nominal, span=span, inside=tuple(m for m in stretch.mentions if span.holds(m.span)))


def _is_noun_pair(stretch: Stretch, at: int) -> bool:
    """Whether the next noun stands right behind this one, and both are written alike."""
    one, two = stretch.words[at], stretch.words[at + 1]
    return two.span.start - one.span.end == 1 and one.text[:1].isupper() == two.text[:1].isupper()


def is_history(stretch: Stretch, nominal: Nominal) -> bool:
    """Whether a war has a proper name, by which history knows it (`the Crimean War`)."""
    head = stretch.index(nominal.head.start)
    if _BODY_NAME.match(stretch.scene.text, nominal.head.end) and nominal.head.of(stretch.scene.text)[:1].isupper():
        return True  # "the Front for the Liberation of Chad (FLC)"
    if nominal.head.of(stretch.scene.text) != "War" or stretch.is_heading or head == 0:
        return False
    before = stretch.words[head - 1].text
    if len(parties_of(stretch, Span(nominal.span.start, nominal.head.end))) > 1:
        return False  # "the Iran-Iraq War" names those who fought it.
    return before[:1].isupper() and not before.endswith(("'s", "’s", "s'", "s’"))


def _score(stretch: Stretch, nominal: Nominal, gathering: Gathering) -> float:
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


def _is_tagged_verb(stretch: Stretch, head: Span) -> bool:
    """Whether the tree has the word for a verb (`to fly to Lima and meet with Berg`)."""
    node = stretch.scene.tree(stretch.span).at(head.start)
    return node is not None and node.tag == "VERB"


def _is_clause_verb(stretch: Stretch, nominal: Nominal) -> bool:
    """Whether a form in -s behind "that" or "which" is a verb (`a rule that bans flights`)."""
    return nominal.lead in (("that",), ("this",)) and nominal.head.of(stretch.scene.text).endswith("s")


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
