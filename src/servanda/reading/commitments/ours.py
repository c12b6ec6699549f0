"""Whom `we`, `our` and `I` bind: the parties who speak together, those who agreed, or the speaker's side alone.

    We will open our ports: the speaker's state · we agreed to open our ports, our two countries will: both parties
    Prime Minister Berg and I agreed: his side and the speaker's · our allies will: others than we

Who speaks where, `backgrounds.py` knows.
"""

from __future__ import annotations

from servanda.codebook import ActorId, Slot, Span, stated, unclear
from servanda.codebook.vocabulary import Firmness
from servanda.lexicon.bodies import load_bodies
from servanda.reading.actors.references import refer
from servanda.reading.commitments.backgrounds import Background, is_state
from servanda.reading.commitments.promises import Promise

Actors = tuple[ActorId, ...]

_TOGETHER = (
    " our two ", " the two countries ", " our alliance ", " our countries ", " both countries ", " our partnership ",
    " together , ", " our bilateral ", " our militaries ", " our nations ", " our peoples ", " our relationship ", " our shared ", " our mutual ",
    " our common ", " our combined ", " our joint ", " our collective ", " between our ", " the alliance between ",
)  # fmt: skip
_TIES = frozenset({"relations", "ties", "relationship", "negotiations", "talks", "friendship", "dialogue"})
_MUTUAL = frozenset({"cooperate", "co-operate", "collaborate"})
_NEAR = 4
_NOT_US = frozenset(
    ["ally", "allies", "partners", "partner", "friends", "friend", "neighbors", "neighbours", "adversaries", "enemies", "competitors", "opponents", "counterparts",
     "companies", "businesses", "firms", "investors", "banks", "universities", "scientists", "farmers", "workers", "citizens", "people", "children", "students"]
)  # fmt: skip


def ours(background: Background, promise: Promise, span: Span, last_joint: Actors) -> Slot[Actors]:
    """`We`: the parties together where the words say so, else the speaker's side."""
    words = background.words_of(span)
    if words[0] == "our" and not _NOT_US.isdisjoint(words[1:]):
        return unclear("whom the speaker calls its own is not named", (span,))
    speakers = background.speakers_at(span)
    own, joint = background.sides_of(speakers), background.sides_at(span) or last_joint or background.parties
    together = background.meets and "together" in promise.line.lower
    if not background.adopted and (together or _is_joint(promise)) and len(joint) > 1 and not _is_third(own, joint):
        return stated(joint, (span,), "the parties in view")
    if background.adopted and speakers == background.voice and len(speakers) > 1:
        return stated(speakers, (span,), "the parties who speak")
    first = Span(span.start, span.start + len(background.words_of(span)[0]))
    meant = refer(background.scene, background.sofar, first, speakers=speakers)
    if meant is not None and meant.actors and not (background.meets and len(meant.actors) > 1):
        return stated(background.sides_of(meant.actors), (span,), meant.reason)
    if meant is not None and background.meets and len(background.parties) > 1 and set(own) <= set(background.parties):
        return stated(background.parties, (span,), "those who speak together")
    return _speaking(background, span, speakers)


def _is_third(own: Actors, joint: Actors) -> bool:
    """Whether a state or an alliance speaks that is none of the parties in view: its `we` is not theirs."""
    return any(is_state(side) or side in load_bodies() for side in own) and set(own).isdisjoint(joint)


def mine(background: Background, span: Span) -> Slot[Actors]:
    """The side of who says `I` there."""
    return _speaking(background, span, background.speakers_at(span))


def and_i(background: Background, named: Actors, span: Span) -> Slot[Actors]:
    """`Prime Minister Berg and I`: the side of the one named, and the speaker's."""
    sides = background.sides_of((*named, *background.speakers_at(span)))
    known = any(background.states.get(actor) for actor in named)
    if not known and len(set(sides)) < 2 and len(background.parties) == 2 and set(sides) <= set(background.parties):
        return stated(background.parties, (span,), "the speaker and the other of the two parties in view")
    return stated(sides, (span,), "the one named and the speaker") if sides else _speaking(background, span, sides)


def _speaking(background: Background, span: Span, speakers: Actors) -> Slot[Actors]:
    sides = background.sides_of(speakers)
    return (
        stated(sides, (span,), "the speaker's state") if sides else unclear("nobody is named as the speaker", (span,))
    )


def _is_joint(promise: Promise) -> bool:
    """Whether the words say that `we` are the parties together."""
    words = f" {' '.join(promise.line.lower)} "
    agreed = promise.rule == "undertaking-verb" and promise.firmness is Firmness.AGREED
    return agreed or any(sign in words for sign in _TOGETHER) or _is_of_ties(promise) or _is_mutual(promise)


def _is_mutual(promise: Promise) -> bool:
    """Whether it is a deed that needs another, and names none: `we will cooperate on the dam`."""
    line, deed = promise.line, promise.deeds[0]
    named = "with" in line.lower[deed.first : deed.last] or any(line.names_in(deed.first, deed.last))
    return line.at(deed.first) in _MUTUAL and not named


def _is_of_ties(promise: Promise) -> bool:
    """Whether it is about ties that need another, and names none: `we will renew our relations`, not `our relations with Chad`."""
    line = promise.line
    first = line.reach(promise.debtor)[0] if promise.debtor is not None else promise.deeds[0].first
    for at in range(first, promise.deeds[-1].last - 1):
        if line.at(at) == "our" and not _TIES.isdisjoint(line.lower[at + 1 : at + _NEAR]):
            return "with" not in line.lower[at : promise.deeds[-1].last]
    return False
