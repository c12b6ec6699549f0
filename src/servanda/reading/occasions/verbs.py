"""Occasions that only a verb reports: who met whom, who will visit where, who banned, struck, freed or helped whom.

A clause counts where the parties that the lexicon asks for are named in it; what a state does at home is none. The record
runs from the subject to the object or the other party, no further. A verb whose object is itself the name of an occasion
("hosted a summit") is left to the nouns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from servanda.codebook import Reading
from servanda.codebook.vocabulary import EventType, OccasionStatus
from servanda.lexicon.standings import load_standing_words
from servanda.reading.likely import is_doubted, may_hold
from servanda.reading.occasions.casts import FORCES, cast_of, is_met
from servanda.reading.occasions.clauses import Clause, clause_at, find_clauses, is_person
from servanda.reading.occasions.reaches import reach_of
from servanda.reading.occasions.sightings import Sighting
from servanda.reading.stretches import Stretch

_TOLD = frozenset({OccasionStatus.HELD, OccasionStatus.ONGOING})
_AHEAD = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE, EventType.SUPPORT})
# Told by words of every day (`catch up`, `sell`): where the model sees nothing, they seldom tell one.
_FRIENDLY = frozenset({EventType.CONSULT, EventType.COOPERATE, EventType.AID})
_TAKEN_UP = frozenset({"counterpart", "with"})
_SENDING = frozenset(
    [
        "ask",
        "asks",
        "asked",
        "send",
        "sends",
        "sent",
        "dispatch",
        "dispatched",
        "direct",
        "directed",
        "instruct",
        "instructed",
    ]
)
_LEAD = 4
"""In so many sentences a text tells its occasion again, in full; the model says so of one of them alone."""
_LASTING = frozenset(["consult", "consults", "consulting", "consulted", "negotiate", "negotiates", "negotiating"])
_FOR = frozenset({"for", "during", "in", "at", "on"})


def find_in_verbs(stretch: Stretch, sofar: Reading, taken: Sequence[Sighting]) -> Iterator[Sighting]:
    """The occasions that verbs of one sentence report.

    Args:
        stretch: the sentence.
        sofar: the reading with its actors.
        taken: what its nouns name already.
    """
    told_again = stretch.span in stretch.scene.sentences[:_LEAD]
    if not told_again and not may_hold(stretch.scene, stretch.span, "occasions"):
        return
    done: set[int] = set()
    for clause in map(_sent, find_clauses(stretch)):
        if clause.verb.place in done or clause.status is None:
            continue
        if not _is_finite(clause):
            continue
        if clause.status not in _TOLD and clause.dealing.gathering.type not in _AHEAD:
            continue  # What is only announced or feared is for the readers of commitments.
        if clause.status not in _TOLD and (
            clause.dealing.gathering.family == "ties" or clause.dealing.needs in _TAKEN_UP
        ):
            continue
        if clause.status is not OccasionStatus.HELD and clause.dealing.gathering.name in ("join", "found", "make-up"):
            continue
        if _is_leg(clause):
            continue  # "will fly to Asia, visiting Japan": one journey.
        if clause.dealing.gathering.type is EventType.AID and clause.verb.fine == "VBG":
            continue  # "is sending blankets": under way as it was undertaken, and a commitment.
        if clause.dealing.gathering.name == "lead" and clause.tree.is_passive(clause.verb):
            continue  # "The force is led by a Kenyan": who commands it.
        if not told_again and _is_doubted(clause, stretch):
            continue
        sighting = _sighting(stretch, sofar, clause)
        if sighting is not None and not any(_is_told(sighting, clause, other) for other in taken):
            done.add(clause.verb.place)
            yield sighting


def _is_doubted(clause: Clause, stretch: Stretch) -> bool:
    """Whether a friendly deed is told by a word of which the model sees nothing."""
    friendly = clause.dealing.gathering.type in _FRIENDLY
    return friendly and is_doubted(stretch.scene, (clause.verb.span,), "occasions")


def _is_leg(clause: Clause) -> bool:
    """Whether a participle tells a leg of the journey that the verb above it tells."""
    above = clause.tree.head(clause.verb)
    if clause.dealing.needs != "place" or clause.verb.relation != "advcl" or clause.verb.fine != "VBG" or above is None:
        return False
    journey = clause_at(clause.tree, above)
    return journey is not None and journey.dealing.needs == "place"


def _sent(clause: Clause) -> Clause:
    """A journey that somebody is asked or sent to make is planned: `asked Berg to travel to Lima`."""
    head = clause.tree.head(clause.verb)
    if clause.status is None and clause.dealing.needs == "place" and head is not None and head.lower in _SENDING:
        return replace(clause, status=OccasionStatus.PLANNED)
    return clause


def _is_finite(clause: Clause) -> bool:
    """Whether the verb tells something of its own: a participle behind a noun only where it says who did it or with whom."""
    tree, verb = clause.tree, clause.verb
    meeting = clause.dealing.gathering.type is EventType.CONSULT
    head = tree.head(verb)
    if verb.relation == "acl" and verb.fine in {"VBN", "VBG"} and not tree.children(verb, "aux", "nsubj"):
        return bool(tree.agents(verb) or clause.others) if verb.fine == "VBN" else meeting
    if not meeting and verb.fine == "VB" and head is not None and head.lower in load_standing_words().motion:
        return False  # "came to Iraq to fight": what for, not what was done.
    lasting = verb.lower in _LASTING and (verb.fine == "VBG" or clause.status is not OccasionStatus.HELD)
    return not lasting and not _only_describes(clause)


def _only_describes(clause: Clause) -> bool:
    """Whether a relative clause says what a thing does (`a rule that bans flights`), not what a party did."""
    tree, verb = clause.tree, clause.verb
    if verb.relation != "acl" or not any(one.fine in {"WDT", "WP"} for one in tree.children(verb, "nsubj")):
        return False
    behind = tree.head(verb)
    return behind is not None and behind.tag == "NOUN" and not is_person(behind) and not FORCES.search(behind.text)


def _is_told(sighting: Sighting, clause: Clause, other: Sighting) -> bool:
    """Whether a noun in the clause names the same occasion, so that the verb only says that it was held."""
    if other.nominal is None:
        return other.span.overlaps(sighting.span)
    head = clause.tree.at(other.nominal.head.start)
    if head is not None and sighting.gathering.name == "host" and other.score >= 0.5:
        # "Welcomed him for a visit": the visit bears the record, wherever the tree hangs it.
        guest = any(case.lower == "for" for case in clause.tree.children(head, "case"))
        if guest and clause.verb in clause.tree.above(head) and other.gathering.type is sighting.gathering.type:
            return True
    over = clause.tree.head(head) if head is not None else None
    if other.score < 0.5 or head is None or (over != clause.verb and over not in clause.objects):
        return False
    cases = {case.lower for case in clause.tree.children(head, "case")}
    direct = head.relation == "obj" or head in clause.objects
    same = other.gathering.family == sighting.gathering.family
    both = other.gathering.type is sighting.gathering.type
    return (direct and (same or both)) or (same and bool(cases & _FOR))


def _sighting(stretch: Stretch, sofar: Reading, clause: Clause) -> Sighting | None:
    cast = cast_of(stretch, sofar, clause)
    if not is_met(stretch, sofar, clause, cast):
        return None
    if clause.dealing.needs == "place":
        cast = replace(cast, objects=(), others=())
    return Sighting(
        gathering=clause.dealing.gathering,
        span=reach_of(stretch, sofar, clause),
        nominal=None,
        stretch=stretch,
        score=0.7,
        rule=f"{clause.dealing.gathering.name}-verb",
        cast=cast,
        anchor=clause.verb.span,
        status=clause.status,
    )
