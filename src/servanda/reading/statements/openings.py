"""Where content begins behind a cue as a clause or quotation: behind `that`, or past words of time, place and hearer.

Noun phrases and infinitives are opened in `objects.py`; which way is tried first stands in `contents.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.lexicon.reporting import Frame
from servanda.lexicon.speech import load_speech
from servanda.reading.statements.cues import Cue
from servanda.reading.statements.pieces import Pieces

_FAR = 30
_MODIFYING = frozenset({"early", "further", "here", "there", "last", "late", "more", "next", "only"})
_WARNS = frozenset(
    {"warn", "caution", "forewarn", "advise", "counsel", "assure", "reassure", "inform", "remind", "notify"}
)
_FEELINGS = frozenset(
    {
        "appreciation",
        "approval",
        "concern",
        "dismay",
        "gratitude",
        "interest",
        "pleasure",
        "pride",
        "regret",
        "satisfaction",
    }
)
_LOOSE = frozenset({"agree", "maintain", "post", "write", "tweet", "rule", "guarantee", "advise"})
_GOVERNED = frozenset({"to", "on", "of", "about", "with", "upon", "into"})


@dataclass(frozen=True, slots=True)
class Opening:
    """Where content begins behind a cue.

    Attributes:
        at: index of its first piece.
        frame: how it stands.
    """

    at: int
    frame: Frame


def word_at(pieces: Pieces, at: int) -> str:
    """The word at an index in lower case; empty behind the last one and for quotations."""
    return pieces[at].lower if at < len(pieces) else ""


def past_adjuncts(pieces: Pieces, at: int) -> int:
    """The index past words of time ("on Friday", "seven days earlier") and channel ("in a statement")."""
    words = load_speech()
    at = _past_hearer(pieces, _past_aside(pieces, at))
    while at < len(pieces):
        word = word_at(pieces, at)
        if word in ("this", "last", "next") and word_at(pieces, at + 1) not in words.times:
            break
        if word in ("may", "march") and not pieces[at].is_name:
            break
        if word in _MODIFYING and not _is_adverbial(pieces, at):
            break
        if word in words.times or word == ":" or _is_day_number(pieces, at) or _is_comma_before_adjunct(pieces, at):
            at += 1
        elif word_at(pieces, at + 1) in words.counted and word_at(pieces, at + 2) in (
            "ago",
            "earlier",
            "later",
            "before",
        ):
            at += 3
        elif word in words.prepositions and (end := _past_feeling(pieces, at) or _adjunct(pieces, at)):
            at = end
        else:
            break
    return at


def open_that(pieces: Pieces, cue: Cue, at: int, *, official: bool) -> Opening | None:
    """`said that …`, `said at a forum in Accra that …`, `noting how …`."""
    if not cue.has(Frame.THAT, Frame.HEARER, official=official):
        return None
    if word_at(pieces, at) == "that" and word_at(pieces, at + 1) not in ("of", "was", "is"):
        return Opening(at + 1, Frame.THAT)
    if word_at(pieces, at) == "how" and cue.has(Frame.NOUN):
        return Opening(at, Frame.THAT)
    told_in = pieces[at - 1].lower in load_speech().channels and word_at(pieces, at).endswith(
        ("ed", "en", "cast", "held")
    )
    if not told_in and word_at(pieces, at) not in (load_speech().prepositions | {","}) - {"to"}:
        return None
    for end in range(at, min(at + _FAR, len(pieces))):
        behind = word_at(pieces, end + 1)
        if pieces[end].quote or (pieces[end].text == "," and (behind == "and" or behind.endswith("ing"))):
            return None
        governed = end > at and word_at(pieces, end - 1) in load_speech().prepositions
        if word_at(pieces, end) == "that" and not governed and _may_begin_clause(behind):
            return Opening(end + 1, Frame.THAT)
    return None


def open_quoted(pieces: Pieces, cue: Cue, at: int) -> Opening | None:
    """A quotation behind the cue, or behind a phrase of place that a comma or colon ends."""
    if not cue.has(Frame.QUOTE, Frame.HEARER, Frame.NOUN) or at >= len(pieces):
        return None
    if pieces[at].quote:
        return Opening(at, Frame.QUOTE)
    told = cue.has(Frame.HEARER) and word_at(pieces, at) in load_speech().determiners
    if not told and not (cue.has(Frame.QUOTE) and word_at(pieces, at) in load_speech().prepositions):
        return None
    for end in range(at + 1, min(at + _FAR, len(pieces))):
        if pieces[end].quote and pieces[end - 1].text in (",", ":"):
            return Opening(end, Frame.QUOTE)
        if word_at(pieces, end) in ("that", "and", "saying", "adding"):
            return None
    return None


def open_told(pieces: Pieces, cue: Cue, at: int) -> Opening | None:
    """`told Kyodo that …`, `assured Angola the loan was safe`: the hearer is no part of the content."""
    if cue.verb.lemma == "quote":
        return open_quoting(pieces, at)
    if not cue.has(Frame.HEARER):
        return None
    for end in range(at, min(at + 14, len(pieces))):
        word, behind = word_at(pieces, end), word_at(pieces, end + 1)
        if word == "that" or pieces[end].quote:
            return Opening(end + (word == "that"), Frame.THAT)
        if end > at + 1 and _begins_behind_hearer(pieces, end):
            return Opening(end, Frame.BARE)
        if end == at + 1 and _is_outlet(pieces, at):
            return Opening(end, Frame.BARE)
        if end > at and (behind_time := _behind_time(pieces, end)):
            return Opening(behind_time, Frame.BARE)
        if word in load_speech().hearers and behind not in load_speech().no_phrase | {""}:
            start = past_adjuncts(pieces, end + 1) if behind in load_speech().times else end + 1
            return Opening(start, Frame.BARE) if start == end + 1 or is_clause(pieces, start) else None
        if word in (".", ";") or (word == "," and behind.endswith("ing")) or (word == "to" and cue.has(Frame.ORDER)):
            return None
    return None


def open_quoting(pieces: Pieces, at: int) -> Opening | None:
    """`quoted the king as saying …`: the one who is quoted stands before `as`."""
    for end in range(at + 1, min(at + 14, len(pieces) - 2)):
        if word_at(pieces, end) == "as" and word_at(pieces, end + 1) in ("saying", "telling", "stating", "warning"):
            return Opening(end + 2 + (word_at(pieces, end + 2) == "that"), Frame.BARE)
    return None


def is_clause(pieces: Pieces, at: int) -> bool:
    """Whether a finite verb follows before the next comma: `the dam was full`."""
    words = load_speech()
    for end in range(at + 1, min(at + 14, len(pieces))):
        if not pieces[end].is_word or word_at(pieces, end) in ("which", "that", "who", "to", "if"):
            return False
        if word_at(pieces, end) in words.auxiliaries | words.modals - {"not", "never", "to"}:
            return True
    return False


def open_warned(pieces: Pieces, cue: Cue, at: int) -> Opening | None:
    """`warned Uganda against crossing the lake`: the one who is warned is no part of the content."""
    if cue.verb.lemma not in _WARNS or cue.verb.particle:
        return None
    near = [word_at(pieces, n) for n in range(at, min(at + 12, len(pieces)))]
    found = near.index("against") if "against" in near else near.index("of") if "of" in near else 0
    if not found or {"that", "to", ",", "."} & set(near[:found]) or {"that", "to"} & set(near[found + 1 : found + 6]):
        return None
    return Opening(at + found + 1, Frame.NOUN)


def open_clause(pieces: Pieces, cue: Cue, at: int) -> Opening | None:
    """`said the fund would grow`."""
    if not cue.has(Frame.BARE) or at >= len(pieces) or pieces[at].text in (",", ".", ";", ":", ")"):
        return None
    word = word_at(pieces, at)
    if cue.verb.lemma in _LOOSE and (word == "to" or not is_clause(pieces, at)):
        return None
    if word in _GOVERNED or word in ("and", "but", "so", "whether", "who", "which", "nothing", "much", "more"):
        return None
    counted = word_at(pieces, at + 1) in ("least", "most") or word_at(pieces, at + 1).isdigit()
    if word in load_speech().prepositions and not counted and not any(piece.text == "," for piece in pieces[at:]):
        return None
    return Opening(at, Frame.BARE)


def _behind_time(pieces: Pieces, at: int) -> int | None:
    """`told the radio on Sunday Uganda …`: where a clause begins behind a hearer and a time."""
    if word_at(pieces, at) != "on" or word_at(pieces, at + 1) not in load_speech().days:
        return None
    determiners = load_speech().determiners - {"that"}
    begins = at + 2 < len(pieces) and (pieces[at + 2].is_name or word_at(pieces, at + 2) in determiners)
    return at + 2 if begins and not pieces[at + 2].lower.endswith("ing") else None


def _is_outlet(pieces: Pieces, at: int) -> bool:
    """`told NPR Uganda …`: an outlet in capitals, and a subject right behind it."""
    subject = pieces[at + 1].is_name or pieces[at + 1].lower in load_speech().pronouns | load_speech().determiners - {
        "that"
    }
    return pieces[at].text.isupper() and len(pieces[at].text) > 1 and subject and not pieces[at + 1].text.isupper()


def _is_day_number(pieces: Pieces, at: int) -> bool:
    return word_at(pieces, at).isdigit() and word_at(pieces, at - 1) in load_speech().days


def _is_comma_before_adjunct(pieces: Pieces, at: int) -> bool:
    behind = pieces[at + 1] if at + 1 < len(pieces) else None
    return word_at(pieces, at) == "," and behind is not None and (behind.quote or behind.lower in load_speech().times)


def _past_aside(pieces: Pieces, at: int) -> int:
    """The index past an aside between commas: `added, by way of example, the dam …`, `said, however, that …`."""
    if word_at(pieces, at) != "," or any(piece.text == "," or piece.quote for piece in pieces[:at]):
        return at
    words = load_speech()
    if word_at(pieces, at + 1) not in words.prepositions | {"however", "though", "moreover", "nevertheless", "again"}:
        return at
    end = next((n for n in range(at + 2, min(at + 12, len(pieces))) if pieces[n].text == "," or pieces[n].quote), None)
    closed = end is not None and pieces[end].text == "," and end + 3 < len(pieces)
    return end + 1 if end is not None and closed else at


def _past_hearer(pieces: Pieces, at: int) -> int:
    """The index past `to the Kenyan envoy` in `stressed to the Kenyan envoy that …`, `… the need for talks`."""
    words = load_speech()
    led = at + 1 < len(pieces) and (pieces[at + 1].is_name or pieces[at + 1].lower in words.determiners)
    if word_at(pieces, at) != "to" or not led:
        return at
    for end in range(at + 2, min(at + 12, len(pieces))):
        if not pieces[end].is_word or word_at(pieces, end) in words.prepositions | words.auxiliaries:
            return at
        if word_at(pieces, end) in words.determiners:
            return end
    return at


def _past_feeling(pieces: Pieces, at: int) -> int | None:
    """The index past `with deep concern`."""
    near = (n for n in range(at + 1, min(at + 4, len(pieces))) if pieces[n].lower in _FEELINGS)
    return next((n + 1 for n in near), None) if word_at(pieces, at) == "with" else None


def _is_adverbial(pieces: Pieces, at: int) -> bool:
    """Whether `further` stands for itself (`said further that`), not before a noun (`further tests`)."""
    if at + 1 >= len(pieces) or pieces[at + 1].quote:
        return True
    words = load_speech()
    return pieces[at + 1].lower in words.prepositions | words.times | {"that", ",", ":"}


def _adjunct(pieces: Pieces, at: int) -> int | None:
    """The end of a prepositional phrase of time or channel that begins here."""
    words = load_speech()
    if word_at(pieces, at + 1) in words.times:
        return at + 2
    for end in range(at + 1, min(at + 7, len(pieces))):
        if word_at(pieces, end) in words.channels and word_at(pieces, end + 1) not in words.channels:
            return end + 1
        if not pieces[end].is_word or word_at(pieces, end) == "to":
            break
        if word_at(pieces, at) == "to" and end == at + 1 and word_at(pieces, end) not in words.determiners:
            break
    return None


def _may_begin_clause(word: str) -> bool:
    """Whether a clause may begin with this word, so that the `that` before it is no relative pronoun."""
    closed = word in load_speech().auxiliaries or word in load_speech().modals
    return not closed and not word.endswith("ed") and word not in ("led", "makes", "made")


def _begins_behind_hearer(pieces: Pieces, at: int) -> bool:
    """`told the court she …`, `told the assembly the …`: a subject right behind the one who is told."""
    words = load_speech()
    begins = word_at(pieces, at) in words.pronouns | {"the", "there", "his", "her", "their", "its"}
    before = pieces[at - 1]
    return begins and before.is_word and before.lower not in words.no_phrase | words.determiners
