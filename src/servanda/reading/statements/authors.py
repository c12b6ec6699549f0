"""Whose voice an official text speaks with where nobody is quoted: a person who signs it, its parties, or one state.

A report is the narrator's. What a text says in its first person belongs to these.
"""

from __future__ import annotations

import re

from servanda.codebook import ActorId, Reading, Span
from servanda.codebook.vocabulary import ActorKind, DocumentKind
from servanda.lexicon.heads import load_heads
from servanda.lexicon.memberships import load_memberships
from servanda.reading.actors.announcements import announced_group
from servanda.reading.actors.antecedents import JOINT
from servanda.reading.actors.issuers import home_of, issuer_of
from servanda.reading.actors.parties import states_among
from servanda.reading.actors.references import mentions_in, state_of, voice_of
from servanda.reading.scenes import Scene
from servanda.reading.statements.signers import OF_SEVERAL, signer_of

_TOPIC = re.compile(r"\s(?:on|regarding|about|following|after|to|with|at|in|for)\s|[’']s\s", re.IGNORECASE)
_STATEMENT = re.compile(r"(?:[’']s?)?\s+(?:joint\s+)?(?:statement|declaration|communiqu[eé])\b", re.IGNORECASE)
_OF = re.compile(
    r"\b(?:statement|declaration|communiqu[eé])\s+(?:by|of|from)\s+(?:the\s+)?(?:(?:[A-Z][a-z]+\s+){0,2}(?:Ministers|Leaders|Heads|Members|Member States|Chiefs)(?:\s+(?:of|for)\s+[A-Z][a-z]+(?:\s+and\s+[A-Z][a-z]+)?)?\s+of\s+(?:the\s+)?)?\Z",
    re.IGNORECASE,
)
"""`Communiqué of the Ministers of Fisheries of`."""
_NEAR, _FEW = 5, 4
_ABOUT = re.compile(r"\s(?:on|regarding|about|concerning|following|after)\s", re.IGNORECASE)
_OPENING = 28
"""Within how many characters of a sentence's beginning its subject is named: `The United States welcomes`."""


def authors_of(scene: Scene, sofar: Reading) -> tuple[ActorId, ...]:
    """The actors whose voice the text is; `narrator` for a report.

    A heading names them: `Statement by Minister X`, `Joint Readout of …`, `Readout of Prime Minister X's Call with Y`.
    """
    if scene.document.kind is DocumentKind.NEWS or not scene.paragraphs:
        return voice_of(scene, sofar)
    heading = scene.paragraphs[0]
    if signed := signer_of(scene, sofar):
        return signed
    if scene.document.kind is DocumentKind.INSTRUMENT or OF_SEVERAL.search(heading.of(scene.text)[:40]):
        joint = _group(scene, sofar, heading) or _announced(scene, sofar) or _parties(scene, sofar)
        return joint or voice_of(scene, sofar)
    home = home_of(scene) or _body(scene)
    return (home,) if home else _announced(scene, sofar) or _unnamed(scene, sofar, heading) or voice_of(scene, sofar)


def author_of(scene: Scene, sofar: Reading) -> tuple[ActorId, ...]:
    """The one person whose text it is, who says "I" in it; empty where it is nobody's own."""
    people = {actor.actor for actor in sofar.actors if actor.kind is ActorKind.PERSON}
    authors = authors_of(scene, sofar)
    return authors if len(authors) == 1 and set(authors) <= people else ()


def _announced(scene: Scene, sofar: Reading) -> tuple[ActorId, ...]:
    group = announced_group(scene, sofar)
    return (group,) if group is not None else ()


def _body(scene: Scene) -> ActorId | None:
    """The alliance, union or agency of several states that issued the text."""
    issuer = issuer_of(scene)
    return issuer if issuer is not None and "/" not in issuer else None


def _unnamed(scene: Scene, sofar: Reading, heading: Span) -> tuple[ActorId, ...]:
    """The state that issues a text whose outlet names none: who stands in its heading before its topic, else who first acts.

    `Statement of the President on Chad's Elections` is not Chad's: the state that first opens a sentence issued it.
    """
    text = heading.of(scene.text)
    topic = _TOPIC.search(text)
    if topic is None:
        return _states(sofar, heading)[:1]
    border = heading.start + topic.start()
    before = Span(heading.start, border) if topic.start() else None
    about = set(_states(sofar, Span(border, heading.end)))
    issuer = _states(sofar, before) if before is not None else ()
    if issuer and before is not None and (issuer[0] not in about or issuer[0] in _named(sofar, before)):
        return issuer[:1]
    openings = (Span(sentence.start, min(sentence.end, sentence.start + _OPENING)) for sentence in scene.sentences)
    acting = (state for opening in openings if opening.start > heading.end for state in _states(sofar, opening)[:1])
    return next(((state,) for state in acting if state not in about), ())


def _group(scene: Scene, sofar: Reading, heading: Span) -> tuple[ActorId, ...]:
    """The body whose text the heading calls it, `G20 Leaders' Statement on Peru`, `Declaration of the Ministers of ECOWAS`, a group of few as its members; empty where the text lists them."""
    named = mentions_in(sofar, heading)
    opening = next((m for m in named if m.span.start - heading.start < _NEAR), None)
    if opening is None or not _STATEMENT.match(scene.text, opening.span.end, heading.end):
        opening = next((m for m in named if _OF.search(scene.text, heading.start, m.span.start)), None)
    if opening is None:
        return ()
    bodies = {actor.actor for actor in sofar.actors if actor.kind is ActorKind.BODY}
    listed = any(len(mention.actors) > 2 for s in scene.sentences[:3] for mention in mentions_in(sofar, s))
    own = [actor for actor in opening.actors if actor in bodies and "/" not in actor]
    if listed or len(own) != len(opening.actors):
        return ()
    members = [load_memberships().get(actor, frozenset()) for actor in own]
    return (
        tuple(own)
        if any(len(group) > _FEW for group in members)
        else tuple(sorted(set().union(*members))) or tuple(own)
    )


def _parties(scene: Scene, sofar: Reading) -> tuple[ActorId, ...]:
    """The states that the first sentences name, up to the sentence where there are two; a heading's topic is not among them."""
    heading = scene.paragraphs[0]
    topic = _ABOUT.search(scene.text, heading.start, heading.end)
    before = (
        _states(sofar, Span(heading.start, topic.start()))
        if topic is not None and topic.start() > heading.start
        else ()
    )
    if len(before) > 1:
        return before
    found: tuple[ActorId, ...] = ()
    for sentence in scene.sentences[:3]:
        if len(sides := _sides_opening(scene, sofar, sentence)) > 1:
            return sides
        found = _states(sofar, Span(scene.sentences[0].start, sentence.end))
        if len(found) > 1:
            break
    return found


def _sides_opening(scene: Scene, sofar: Reading, sentence: Span) -> tuple[ActorId, ...]:
    """A union or alliance and the states that open a sentence with it, joined by `and`; empty where none does."""
    actors: list[ActorId] = []
    end = sentence.start
    for mention in mentions_in(sofar, sentence):
        if actors and not JOINT.fullmatch(scene.text[end : mention.span.start]):
            break
        actors, end = [*actors, *mention.actors], mention.span.end
    unions = load_heads().sorts["bloc"] | load_heads().sorts["alliance"]
    sides = states_among(actors, lambda actor: actor if actor in unions else state_of(sofar, actor))
    return sides if unions & set(actors) else ()


def _named(sofar: Reading, span: Span) -> set[ActorId]:
    return {actor for mention in mentions_in(sofar, span) for actor in mention.actors}


def _states(sofar: Reading, span: Span) -> tuple[ActorId, ...]:
    inside = [actor for mention in mentions_in(sofar, span) for actor in mention.actors]
    return states_among(inside, lambda actor: state_of(sofar, actor))
