"""What was said: where the content of a report begins behind its cue, and where it ends.

It begins behind `that`, `to`, or words of time, place and hearer. It ends with the sentence, or where the reporter's own
clause resumes (", when asked about …"). Content before the cue is found in `reports.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook import Span, Spans
from servanda.codebook.spans import trimmed
from servanda.lexicon.reporting import Frame
from servanda.reading.cues import Cue
from servanda.reading.pieces import AUXILIARIES, DETERMINERS, MODALS, PREPOSITIONS, PRONOUNS, Pieces

_DAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "tomorrow",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
_TIMES = _DAYS | frozenset(
    [
        "last",
        "this",
        "next",
        "late",
        "early",
        "earlier",
        "later",
        "week",
        "month",
        "year",
        "morning",
        "evening",
        "afternoon",
        "night",
        "ago",
        "recently",
        "separately",
        "publicly",
        "repeatedly",
        "afterwards",
        "afterward",
        "here",
        "there",
        "again",
        "also",
        "too",
        "unequivocally",
        "clearly",
        "strongly",
        "firmly",
        "explicitly",
        "jointly",
        "strongly",
        "further",
        "once",
        "more",
        "plainly",
        "bluntly",
        "flatly",
        "emphatically",
    ]
)
_SPEECH = frozenset(
    [
        "statement",
        "speech",
        "interview",
        "tweet",
        "letter",
        "post",
        "message",
        "address",
        "article",
        "briefing",
        "conference",
        "release",
        "remarks",
        "email",
        "report",
        "note",
        "video",
        "broadcast",
        "telegram",
        "communique",
        "communiqué",
        "facebook",
        "twitter",
        "telegram",
        "x",
        "television",
        "tv",
        "radio",
        "reporters",
        "journalists",
        "parliament",
        "lawmakers",
        "media",
        "press",
        "text",
    ]
)
_HEARERS = frozenset(
    [
        "reporters",
        "journalists",
        "lawmakers",
        "parliament",
        "media",
        "press",
        "them",
        "him",
        "her",
        "us",
        "viewers",
        "delegates",
        "correspondents",
    ]
)
_STANCES = frozenset(
    [
        "importance",
        "need",
        "necessity",
        "imperative",
        "urgency",
        "significance",
        "value",
        "concern",
        "concerns",
        "commitment",
        "commitments",
        "support",
        "view",
        "views",
        "plan",
        "plans",
        "intent",
        "intention",
        "intentions",
        "desire",
        "hope",
        "hopes",
        "readiness",
        "willingness",
        "determination",
        "resolve",
        "condolences",
        "solidarity",
        "appreciation",
        "gratitude",
        "claim",
        "claims",
        "report",
        "reports",
        "accusation",
        "accusations",
        "allegations",
        "allegation",
        "idea",
        "suggestion",
        "suggestions",
        "assessment",
        "assessments",
        "opposition",
        "interest",
        "interests",
        "belief",
        "role",
        "threat",
    ]
)
_CLAUSES = frozenset({Frame.THAT, Frame.BARE, Frame.QUOTE})
_PAST_ACTS = frozenset(["met", "held", "took", "made", "gave", "sent", "left", "went", "paid", "set", "brought"])
_COUNTED = frozenset(
    ["day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "times", "people", "percent"]
)
_NOT_NOUN = PREPOSITIONS | frozenset(
    [
        "and",
        "or",
        "but",
        "to",
        "as",
        "that",
        "by",
        ",",
        ".",
        ";",
        ":",
        ")",
        "(",
        "—",
        "–",
        "is",
        "are",
        "was",
        "were",
        "who",
        "which",
        "when",
    ]
)
_RESUMES = (
    ("according", "to"), ("when", "asked"), ("asked", "about"), ("referring", "to"), ("citing",), ("quoting",),
    ("in", "response", "to"), ("in", "an", "apparent"), ("in", "what"), ("a", "day"), ("amid",), ("ahead", "of"),
    ("a", "move"), ("days", "after"), ("hours", "after"), ("the", "first"), ("as", "the"), ("while",), ("whereas",),
    ("although",), ("though",), ("in", "reference", "to"), ("in", "a", "reference"), ("during", "a"), ("during", "his"),
    ("alluding", "to"), ("using", "the"), ("speaking",), ("after",), ("at", "a"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opening:
    """Where content begins behind a cue.

    Attributes:
        at: index of its first piece.
        frame: how it stands.
    """

    at: int
    frame: Frame


def open_content(pieces: Pieces, cue: Cue, *, official: bool) -> Opening | None:
    """Where the content behind a cue begins; None where nothing that was said stands there."""
    at = _behind_adjuncts(pieces, cue.end)
    found = None
    for look in (_that, _quoted, _told, _ordered, _called, _infinitive, _phrase, _clause):
        found = found or look(pieces, cue, at, official)
    return found if found is not None and found.at < len(pieces) else None


def end_content(pieces: Pieces, opening: Opening) -> int:
    """The index behind the last piece of the content, if no other report cuts it short."""
    for at in range(opening.at + 1, len(pieces)):
        sign = pieces[at].text
        if sign == ";" and opening.frame is not Frame.DEED:
            return at
        if sign in ("and", "but") and opening.frame not in _CLAUSES and _is_act(pieces, at + 1):
            return at
        resumes = sign == "," or (pieces[at - 1].quote and pieces[at - 1].text[-2:-1] == ",")
        if resumes and _resumes(pieces, at + (sign == ",")):
            return at
        if pieces[at].lower == "according" and _word(pieces, at + 1) == "to":
            return at
    return len(pieces)


def _is_act(pieces: Pieces, at: int) -> bool:
    """Whether another verb of the reporter's begins: `and discussed the …`, `and is making …`."""
    word, following = _word(pieces, at), _word(pieces, at + 1)
    if word in ("also", "then", "later"):
        return _is_act(pieces, at + 1)
    if word in ("is", "are", "was", "were", "has", "have", "will", "had"):
        return True
    past = (word.endswith("ed") and len(word) > 4) or word in _PAST_ACTS
    follows = following in DETERMINERS | {"to", "on", "with", "about"} or (
        at + 1 < len(pieces) and pieces[at + 1].is_name
    )
    return past and (follows)


def stretch(text: str, pieces: Pieces, start: int, end: int) -> Span | None:
    """The span of some pieces without the stops and commas around them."""
    while start < end and pieces[start].text in (",", ":", ";", "—", "–", "-"):
        start += 1
    while start < end and pieces[end - 1].text in (",", ":", ";", ".", "—", "–", "-", "and", "but"):
        end -= 1
    return trimmed(text, pieces[start].span.start, pieces[end - 1].span.end) if start < end else None


def mode_signs(text: str, content: Spans, quotes: Spans) -> tuple[bool, bool]:
    """Whether some of the content stands inside quotation marks, and whether some stands outside."""
    inside = any(quote.overlaps(span) for span in content for quote in quotes)
    outside = False
    for span in content:
        at = span.start
        for quote in sorted(quotes):
            if quote.overlaps(span):
                outside |= any(c.isalnum() for c in text[at : max(at, quote.start)])
                at = max(at, quote.end)
        outside |= any(c.isalnum() for c in text[at : max(at, span.end)])
    return inside, outside


def _word(pieces: Pieces, at: int) -> str:
    return pieces[at].lower if at < len(pieces) else ""


def _resumes(pieces: Pieces, at: int) -> bool:
    words = tuple(piece.lower for piece in pieces[at : at + 3])
    if words[:1] == ("as",):
        return words[1:2] != ("well",)
    return any(words[: len(signs)] == signs for signs in _RESUMES)


def _behind_adjuncts(pieces: Pieces, at: int) -> int:
    """Past words of time ("on Friday", "late last week") and speech ("in a statement", "to reporters")."""
    while at < len(pieces):
        word = _word(pieces, at)
        if (
            word in _TIMES
            or word == ":"
            or (word.isdigit() and _word(pieces, at - 1) in _DAYS)
            or (word == "," and (_word(pieces, at + 1) in _TIMES or (pieces[at + 1 : at + 2] and pieces[at + 1].quote)))
        ):
            at += 1
        elif word in PREPOSITIONS and (end := _adjunct(pieces, at)):
            at = end
        else:
            break
    return at


def _adjunct(pieces: Pieces, at: int) -> int | None:
    """The end of a prepositional phrase of time or speech that begins here."""
    if _word(pieces, at + 1) in _TIMES:
        return at + 2
    for end in range(at + 1, min(at + 7, len(pieces))):
        if _word(pieces, end) in _SPEECH and not (end + 1 < len(pieces) and _word(pieces, end + 1) in _SPEECH):
            return end + 1
        if not pieces[end].is_word:
            break
    return None


def _that(pieces: Pieces, cue: Cue, at: int, official: bool) -> Opening | None:  # noqa: ARG001
    if not cue.has(Frame.THAT, Frame.HEARER):
        return None
    if _word(pieces, at) == "that" and _word(pieces, at + 1) not in ("of", "was", "is"):
        return Opening(at + 1, Frame.THAT)
    if _word(pieces, at) == "how" and cue.has(Frame.NOUN):
        return Opening(at, Frame.THAT)
    if _word(pieces, at) not in (PREPOSITIONS | {","}) - {"to"}:
        return None
    for end in range(at, min(at + 30, len(pieces))):
        if pieces[end].quote or (_word(pieces, end) == "," and _word(pieces, end + 1) == "and"):
            return None
        if _word(pieces, end) == "," and _word(pieces, end + 1).endswith("ing"):
            return None
        if _word(pieces, end) == "that" and _is_subject(pieces, end + 1):
            return Opening(end + 1, Frame.THAT)
    return None


def _is_subject(pieces: Pieces, at: int) -> bool:
    """Whether a clause may begin here, so that the `that` before it is no relative pronoun."""
    word = _word(pieces, at)
    return word not in AUXILIARIES | MODALS and not word.endswith("ed") and word not in ("led", "makes", "made")


def _quoted(pieces: Pieces, cue: Cue, at: int, official: bool) -> Opening | None:  # noqa: ARG001
    """A quotation behind the cue, or behind a phrase of place that a comma or colon ends."""
    if not cue.has(Frame.QUOTE, Frame.HEARER, Frame.NOUN) or at >= len(pieces):
        return None
    if pieces[at].quote:
        return Opening(at, Frame.QUOTE)
    told = cue.has(Frame.HEARER) and _word(pieces, at) in DETERMINERS
    if told or (cue.has(Frame.QUOTE) and _word(pieces, at) in PREPOSITIONS):
        for end in range(at + 1, min(at + 25, len(pieces))):
            if pieces[end].quote and pieces[end - 1].text in (",", ":"):
                return Opening(end, Frame.QUOTE)
            if _word(pieces, end) in ("that", "and", "saying", "adding"):
                return None
    return None


def _told(pieces: Pieces, cue: Cue, at: int, official: bool) -> Opening | None:  # noqa: ARG001
    """`told Kyodo that …`, `assured Angola the loan was safe`: the hearer is no part of the content."""
    if not cue.has(Frame.HEARER):
        return None
    for end in range(at, min(at + 14, len(pieces))):
        if _word(pieces, end) == "that" or pieces[end].quote:
            return Opening(end + (not pieces[end].quote), Frame.THAT)
        if end > at + 1 and _is_clause_after_hearer(pieces, end):
            return Opening(end, Frame.BARE)
        if _word(pieces, end) == "to" and cue.has(Frame.ORDER):
            return None
        if _word(pieces, end) == "," and _word(pieces, end + 1).endswith("ing"):
            return None
        if _word(pieces, end) in _HEARERS and _word(pieces, end + 1) not in PREPOSITIONS | {"that", ",", ".", ""}:
            return Opening(end + 1, Frame.BARE)
        if pieces[end].text in (".", ";"):
            return None
    return None


def _is_clause_after_hearer(pieces: Pieces, at: int) -> bool:
    """`told the court she …`, `told the assembly the …`: a subject right behind the one who is told."""
    begins = _word(pieces, at) in PRONOUNS | {"the", "there", "his", "her", "their", "its"}
    before = pieces[at - 1]
    return begins and before.is_word and before.lower not in PREPOSITIONS | DETERMINERS | {"and", "or", "to", "that"}


def _ordered(pieces: Pieces, cue: Cue, at: int, official: bool) -> Opening | None:
    """`urged both armies to withdraw`: the one who is told belongs to the content."""
    if not cue.has(Frame.ORDER, official=official) or _word(pieces, at) in _NOT_NOUN:
        return None
    for end in range(at + 1, min(at + 16, len(pieces))):
        if _word(pieces, end) == "to" and _word(pieces, end + 1) not in DETERMINERS:
            return Opening(at, Frame.ORDER)
        if pieces[end].text in (".", ";", ","):
            return None
    return None


def _called(pieces: Pieces, cue: Cue, at: int, official: bool) -> Opening | None:  # noqa: ARG001
    """`called the pact a "new page"`, `described the road as a lifeline`; not `called Oslo on Friday`."""
    if not cue.has(Frame.NAMING, Frame.AS) or _word(pieces, at) in _NOT_NOUN:
        return None
    for end in range(at + 1, min(at + 28, len(pieces))):
        if cue.has(Frame.NAMING) and (pieces[end].quote or (end <= at + 9 and _is_name_given(pieces, at, end))):
            return Opening(at, Frame.NAMING)
        if cue.has(Frame.AS) and _word(pieces, end) == "as":
            return Opening(at, Frame.AS)
        if pieces[end].text in (".", ";"):
            break
    return None


def _is_name_given(pieces: Pieces, at: int, end: int) -> bool:
    article = _word(pieces, end) in ("a", "an", "one") or (_word(pieces, end) == "the" and end > at + 1)
    return (
        article and pieces[end - 1].is_word and _word(pieces, end - 1) not in PREPOSITIONS | DETERMINERS | {"and", "to"}
    )


def _infinitive(pieces: Pieces, cue: Cue, at: int, official: bool) -> Opening | None:  # noqa: ARG001
    if cue.has(Frame.DEED):
        return Opening(at, Frame.DEED)
    if cue.has(Frame.TO) and _word(pieces, at) == "to" and _word(pieces, at + 1) not in DETERMINERS:
        return Opening(at + 1, Frame.TO)
    if cue.has(Frame.TO) and (_word(pieces, at), _word(pieces, at + 1)) == ("not", "to"):
        return Opening(at, Frame.TO)
    return None


def _phrase(pieces: Pieces, cue: Cue, at: int, official: bool) -> Opening | None:
    """A noun phrase: `condemned the attack`, `shared their concern`."""
    if at >= len(pieces) or _word(pieces, at) in _NOT_NOUN or not (pieces[at].is_word or pieces[at].quote):
        return None
    if _word(pieces, at + 1) in _COUNTED or (cue.verb.lemma == "welcome" and _is_received(pieces, at)):
        return None
    if cue.has(Frame.NOUN, official=official):
        return Opening(at, Frame.NOUN)
    near = {_word(pieces, end) for end in range(at, at + 5)}
    return Opening(at, Frame.WEAK) if cue.has(Frame.WEAK, official=official) and near & _STANCES else None


def _is_received(pieces: Pieces, at: int) -> bool:
    """Whether a guest is welcomed, which is an act: `welcomed President Ruto to Oslo`, `for a state visit`."""
    near = [_word(pieces, n) for n in range(at, at + 14)]
    owned = any(word.endswith(("'s", "s'")) for word in near[:8])
    visits = any(word in ("for", "on") and "visit" in near[n : n + 5] for n, word in enumerate(near))
    end = next((n for n in range(at, len(pieces)) if not pieces[n].is_name), len(pieces))
    return visits or (
        end > at and not owned and _word(pieces, end) in ("to", "for", "at", "on", "in", "back", ",", "and")
    )


def _clause(pieces: Pieces, cue: Cue, at: int, official: bool) -> Opening | None:  # noqa: ARG001
    if not cue.has(Frame.BARE) or at >= len(pieces) or pieces[at].text in (",", ".", ";", ":", ")"):
        return None
    word = _word(pieces, at)
    if word in ("and", "but", "so", "whether", "who", "which", "nothing", "much", "more"):
        return None
    if word in PREPOSITIONS and not any(p.text == "," for p in pieces[at:]):
        return None
    return Opening(at, Frame.BARE)
