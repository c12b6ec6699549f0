"""Where content begins behind a cue as its object: a noun phrase, an infinitive, one who is asked, a thing that is called.

`condemned the attack`, `vowed to build`, `urged both sides to meet`, `called the pact a "new page"`. An act that only
looks alike is left out: a guest who is welcomed, a friend who is called.
"""

from __future__ import annotations

from servanda.lexicon.reporting import Frame
from servanda.lexicon.speech import load_speech
from servanda.reading.statements.cues import Cue
from servanda.reading.statements.openings import Opening, is_clause, word_at
from servanda.reading.statements.pieces import Pieces

_OFFICES = frozenset({"his", "her", "their", "its", "the", "new", "next", "acting"})
_MAY_RING = frozenset({"call", "name"})
_ADJECTIVES = ("able", "ible", "ous", "ful", "less", "ive", "ary", "ory", "al", "ish")
_GUEST_ENDS = frozenset({"to", "for", "at", "on", "in", "back", ",", "and", "of", "."})


def open_ordered(pieces: Pieces, cue: Cue, at: int, *, official: bool) -> Opening | None:
    """`urged both armies to withdraw`: the one who is told belongs to the content."""
    if (
        word_at(pieces, at) == "not"
        or not cue.has(Frame.ORDER, official=official)
        or word_at(pieces, at) in load_speech().no_phrase
    ):
        return None
    for end in range(at + 1, min(at + 16, len(pieces))):
        if word_at(pieces, end) == "to" and word_at(pieces, end + 1) not in load_speech().determiners:
            return Opening(at, Frame.ORDER)
        if pieces[end].text in (".", ";", ",") or word_at(pieces, end) in ("that", "which", "for"):
            return None
    return None


def open_called(pieces: Pieces, cue: Cue, at: int) -> Opening | None:
    """`called the pact a "new page"`, `described the road as a lifeline`; not `called Oslo on Friday`."""
    if not cue.has(Frame.NAMING, Frame.AS) or word_at(pieces, at) in load_speech().no_phrase:
        return None
    for end in range(at + 1, min(at + 28, len(pieces))):
        if cue.has(Frame.NAMING) and (pieces[end].quote or (end <= at + 9 and _is_named(pieces, cue, at, end))):
            return Opening(at, Frame.NAMING)
        if cue.has(Frame.AS) and word_at(pieces, end) == "as":
            if cue.verb.lemma == "name" and word_at(pieces, end + 1) in _OFFICES | load_speech().people:
                return None
            return Opening(at, Frame.AS)
        if pieces[end].text in (".", ";"):
            break
    return None


def open_infinitive(pieces: Pieces, cue: Cue, at: int) -> Opening | None:
    """`vowed to keep the truce`, `vowed not to leave`, `committed to enhanced patrols`."""
    if cue.has(Frame.DEED):
        return Opening(at, Frame.DEED)
    if not cue.has(Frame.TO):
        return None
    if word_at(pieces, at) == "to" and word_at(pieces, at + 1) not in load_speech().determiners:
        return Opening(at + 1, Frame.TO)
    return Opening(at, Frame.TO) if (word_at(pieces, at), word_at(pieces, at + 1)) == ("not", "to") else None


def open_phrase(pieces: Pieces, cue: Cue, at: int, *, official: bool) -> Opening | None:
    """A noun phrase: `condemned the attack`, `shared their concern`."""
    words = load_speech()
    if at >= len(pieces) or not (pieces[at].is_word or pieces[at].quote) or word_at(pieces, at) in words.no_phrase:
        return None
    if word_at(pieces, at) in words.pronouns | {"there"} or word_at(pieces, at + 1) in words.counted:
        return None
    if cue.verb.lemma == "welcome" and _is_guest(pieces, at):
        return None
    if cue.has(Frame.BARE) and is_clause(pieces, at):
        return Opening(at, Frame.BARE)
    if cue.has(Frame.NOUN, official=official):
        return Opening(at, Frame.NOUN)
    near = {word_at(pieces, end).removesuffix("'s") for end in range(at, at + 6)}
    nouns = (words.stances if cue.has(Frame.WEAK) else frozenset()) | (
        words.ideas if cue.has(Frame.IDEA) else frozenset()
    )
    return Opening(at, Frame.WEAK) if near & nouns else None


def _is_named(pieces: Pieces, cue: Cue, at: int, end: int) -> bool:
    """`called the pact a menace`, `called the arrests illegal`, `labelled the two gangs terrorists`."""
    if any(piece.text == "," for piece in pieces[at:end]):
        return False
    if _is_name_given(pieces, at, end):
        return True
    closed = (
        end + 1 >= len(pieces) or not pieces[end + 1].is_word or word_at(pieces, end + 1) in ("and", "but", "after")
    )
    before = pieces[end - 1]
    if not closed or end == at or not before.is_word or not pieces[end].is_word or pieces[end].is_name:
        return False
    words = load_speech()
    if before.lower in words.no_phrase | words.determiners:
        return False
    if cue.verb.lemma not in _MAY_RING:
        return end > at + 1
    return word_at(pieces, end).endswith(_ADJECTIVES) or word_at(pieces, end) in words.verdicts


def _is_name_given(pieces: Pieces, at: int, end: int) -> bool:
    words = load_speech()
    article = word_at(pieces, end) in ("a", "an", "one") or (word_at(pieces, end) == "the" and end > at + 1)
    before = pieces[end - 1]
    return article and before.is_word and before.lower not in words.no_phrase | words.determiners


def _is_guest(pieces: Pieces, at: int) -> bool:
    """Whether a guest is welcomed, which is an act: `welcomed President Ruto to Oslo`, `for a state visit`."""
    near = [word_at(pieces, n) for n in range(at, at + 14)]
    owned = any(word.endswith(("'s", "s'")) for word in near[:8])
    visits = any(word in ("for", "on") and "visit" in near[n : n + 5] for n, word in enumerate(near))
    end = next((n for n in range(at, len(pieces)) if not pieces[n].is_name), len(pieces))
    return visits or (end > at and not owned and word_at(pieces, end) in _GUEST_ENDS)
