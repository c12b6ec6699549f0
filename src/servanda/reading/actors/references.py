"""Who a nominal or pronoun stands for, once the actors of a document are read.

The readers of statements and commitments ask here. Nothing here finds new mentions, and where two candidates remain the
answer is None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from servanda.codebook import NARRATOR, Actor, ActorId, Reading, Span
from servanda.codebook.vocabulary import ActorKind, DocumentKind
from servanda.reading.actors.announcements import announced_group
from servanda.reading.actors.antecedents import JOINT, person_before, several_before, thing_before
from servanda.reading.actors.issuers import home_of
from servanda.reading.actors.mentions import mentions_in
from servanda.reading.actors.parties import Parties, Referent, held_by, states_among
from servanda.reading.scenes import Scene

__all__ = [
    "POINTING",
    "Referent",
    "mentions_in",
    "parties_in_view",
    "parties_told",
    "refer",
    "round_of",
    "state_of",
    "titled_in",
    "voice_of",
]

_PAIR = 2
_STATE_ID = re.compile(r"[A-Z]{3}\Z")
_SEVERAL_STATES = frozenset({ActorKind.BODY, ActorKind.GROUP})
_SINGULAR = frozenset({"he", "she", "him", "her", "himself", "herself", "his", "hers"})
_THINGS = frozenset({"it", "its", "itself"})
_PLURAL = frozenset(
    {"they", "them", "their", "themselves", "both", "each other", "one another"}
    | {"the two", "the pair", "the duo", "the three", "the trio", "all three", "both of them", "the two of them"}
)
_SPEAKER = frozenset({"i", "me", "my", "myself", "mine"})
_SPEAKERS = frozenset({"we", "us", "our", "ours", "ourselves"})
# Every word by which a sentence may mean somebody whom it does not name.
POINTING = frozenset(
    {*_SINGULAR, *_THINGS, *_PLURAL, *_SPEAKER, *_SPEAKERS, "other", "another", "side", "sides", "countries", "nations"}
    | {"states", "parties", "allies", "governments", "partners", "neighbors", "neighbours", "neighbor", "neighbour"}
    | {"signatories", "participants", "capitals", "alliance", "partnership", "democracies", "peoples"}
)
_SIDES = re.compile(
    r"(?:the|both|our|these|those|all|each|its)?\s*(?:two|three|four|both|2|3)?\s*(?:other\s+)?"
    r"(?:sides?|countries|nations|states|parties|allies|governments|partners|neighbou?rs|signatories|participants|capitals"
    r"|alliance|partnership|democracies|peoples|belligerents|adversaries|foes|rivals|signatory states|member states)\Z"
    r"|(?:each|either|neither|every)\s(?:of\sthe\s(?:two\s)?)?(?:side|country|nation|state|party|ally|government|neighbou?r|signatory|participant)s?\Z"
)
_TOGETHER = re.compile(
    r"\b(?:together|jointly|each other|both (?:of us|our|sides|countries|nations)"
    r"|our (?:two|three|alliance|partnership|countries|nations|peoples|relationship|friendship|bond))\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:the|a|an|our|its|his|her|their)\s+", re.IGNORECASE)


def state_of(sofar: Reading, actor: ActorId) -> ActorId | None:
    """The state that an actor is or belongs to; None where the text does not say."""
    if _STATE_ID.match(actor):
        return actor
    head, slash, _ = actor.partition("/")
    if slash and _STATE_ID.match(head):
        return head
    known = next((a for a in sofar.actors if a.actor == actor), None)
    return known.state.value if known is not None else None


def parties_in_view(scene: Scene, sofar: Reading, span: Span) -> tuple[ActorId, ...]:
    """The states that "the two countries", "both sides" or "the alliance" mean around this place; empty where unclear."""
    parties = _parties(scene, sofar)
    several = next((sides for sides in (parties.own, parties.makers) if len(sides) > _PAIR), ())
    return several or parties.around(span)


def round_of(scene: Scene, sofar: Reading) -> tuple[ActorId, ...]:
    """The three sides or more for whom an official text speaks, or of whose meeting it tells; empty where it is none's."""
    return _parties(scene, sofar).own


def titled_in(scene: Scene, sofar: Reading) -> tuple[ActorId, ...]:
    """Whom the title names, in its order, but for whom the text is only about."""
    return tuple(dict.fromkeys(actor for mention in _parties(scene, sofar).titled for actor in mention.actors))


def parties_told(scene: Scene, sofar: Reading, span: Span, number: int) -> tuple[ActorId, ...]:
    """The states that a group of just so many means at a place: `the three countries`; empty where no such are in view."""
    found = _parties(scene, sofar).around(span, number)
    return found if len(found) == number else ()


def _parties(scene: Scene, sofar: Reading) -> Parties:
    """The parties of a document, laid out once for the actors that were read."""
    known = scene.kept.get(_KEPT)
    if isinstance(known, _Laid) and known.actors is sofar.actors:
        return known.parties
    parties = Parties(scene, _all_mentions(scene, sofar), lambda actor: state_of(sofar, actor))
    scene.kept[_KEPT] = _Laid(sofar.actors, parties)
    return parties


@dataclass(frozen=True, slots=True)
class _Laid:
    """The parties, and the actors for whom they were laid out."""

    actors: tuple[Actor, ...]
    parties: Parties


_KEPT = "parties"


def voice_of(scene: Scene, sofar: Reading) -> tuple[ActorId, ...]:
    """Whose voice the text itself speaks with: the narrator for news, its issuers for an official text.

    A joint text speaks for the group that it says it speaks for, else for the states of its title or, where that names none, of its first paragraphs; another official
    text for the state of its outlet, and where that is not known for the first state that it names.
    """
    kind, home = scene.document.kind, home_of(scene)
    if kind is DocumentKind.NEWS:
        return (NARRATOR,)
    if kind is not DocumentKind.INSTRUMENT and home is not None:
        return (home,)
    group = announced_group(scene, sofar)
    if group is not None:
        return (group,)
    parties = _parties(scene, sofar)
    for number, paragraph in enumerate(scene.paragraphs[:3]):
        named = held_by(paragraph, parties.mentions) if number else parties.titled
        inside = [actor for mention in named for actor in mention.actors]
        states = states_among(inside, lambda actor: state_of(sofar, actor))
        if states:
            return states if kind is DocumentKind.INSTRUMENT else states[:1]
    return (home,) if home is not None else (NARRATOR,)


def refer(scene: Scene, sofar: Reading, span: Span, *, speakers: tuple[ActorId, ...] = ()) -> Referent | None:
    """Who a nominal or pronoun stands for.

    Args:
        scene: the document laid out.
        sofar: the reading with its actors.
        span: the nominal or pronoun.
        speakers: whose words it stands in, for `I`, `we` and `our`.

    Returns:
        The referent, or None where the text does not settle it.
    """
    words = " ".join(span.of(scene.text).lower().replace("’", "'").split())
    if words in _SPEAKER:
        return Referent(actors=speakers, span=span, reason="the speaker") if len(speakers) == 1 else None
    if words in _SPEAKERS:
        return _we(scene, sofar, span, speakers)
    if words in _SINGULAR:
        return person_before(scene, sofar, span)
    if words in _THINGS:
        return thing_before(scene, sofar, span)
    named = _named(scene, sofar, span)
    if named is not None:
        return named
    if words in _PLURAL or _SIDES.match(words):
        return _group(scene, sofar, span, words)
    return None


def _all_mentions(scene: Scene, sofar: Reading) -> tuple[Referent, ...]:
    return mentions_in(sofar, Span(0, len(scene.text))) if scene.text else ()


def _named(scene: Scene, sofar: Reading, span: Span) -> Referent | None:
    """Mentions that are the stretch itself, or its head, or that it joins by `and`."""
    inside = mentions_in(sofar, span)
    if not inside:
        around = [m for m in _all_mentions(scene, sofar) if m.span.holds(span)]
        return Referent(actors=around[0].actors, span=span, reason=around[0].reason) if len(around) == 1 else None
    article = _ARTICLE.match(scene.text, span.start, span.end)
    first = next((m for m in inside if m.span.start in (span.start, article.end() if article else -1)), None)
    if first is None:
        last = inside[-1]
        return (
            Referent(actors=last.actors, span=span, reason=last.reason)
            if last.span.end == span.end and len(inside) == 1
            else None
        )
    actors, end = list(first.actors), first.span.end
    for mention in inside:
        if mention.span.start >= end and JOINT.match(scene.text[end : mention.span.start]):
            actors += [actor for actor in mention.actors if actor not in actors]
            end = mention.span.end
    if re.match(r"[’']s?\s+\w", scene.text[end : span.end]):
        return None
    return Referent(actors=tuple(actors), span=span, reason=first.reason)


def _we(scene: Scene, sofar: Reading, span: Span, speakers: tuple[ActorId, ...]) -> Referent | None:
    """All allies where their being together is in view, else the speaker's state."""
    voices = speakers or voice_of(scene, sofar)
    own = states_among(voices, lambda actor: state_of(sofar, actor)) or _groups(sofar, voices)
    sentence = scene.sentence_of(span)
    if len(own) == 1 and sentence is not None and _TOGETHER.search(scene.text, sentence.start, sentence.end):
        parties = parties_in_view(scene, sofar, span)
        if own[0] in parties:
            return Referent(actors=parties, span=span, reason="the speaker's side and its partner")
    if not own:
        return None
    return Referent(actors=own, span=span, reason="the speaker's state" if len(own) == 1 else "the parties who speak")


def _groups(sofar: Reading, voices: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """Those of the voices that are bodies or groups of several states, which speak for themselves."""
    return tuple(dict.fromkeys(a.actor for a in sofar.actors if a.actor in voices and a.kind in _SEVERAL_STATES))


def _group(scene: Scene, sofar: Reading, span: Span, words: str) -> Referent | None:
    """For `they`, those named last in this sentence or the one before it; else the parties in view."""
    found = several_before(scene, sofar, span) if words in _PLURAL else None
    if found is not None:
        return found
    parties = parties_in_view(scene, sofar, span)
    return Referent(actors=parties, span=span, reason="the parties in view") if len(parties) > 1 else None
