"""Who speaks where a pronoun or a word for those who met stands in the place of a name: `he`, `they`, `both delegations`.

`he` is the running speaker unless somebody else has acted since; `they` are the running speakers or those who met.
"""

from __future__ import annotations

import re

from servanda.codebook import ActorId, Reading, Span
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.speech import load_speech
from servanda.reading.actors.antecedents import may_mean
from servanda.reading.actors.references import mentions_in, refer
from servanda.reading.scenes import Scene
from servanda.reading.statements.clauses import Range
from servanda.reading.statements.pieces import Pieces
from servanda.reading.statements.voices import Voice

SINGULAR = frozenset(["he", "she"])
_PURPOSE = re.compile(r"\s(?:to\s+[a-z]+\s|during\s|including\s|where\s|on\s+the\s+margins)")


def voice_of_pronoun(
    scene: Scene, sofar: Reading, pieces: Pieces, subject: Range, earlier: tuple[Voice, ...]
) -> Voice | None:
    """Whom a subject means that ends in a pronoun; None where it ends in none or no one was named before."""
    at = subject[1] - 1
    while at >= subject[0] and (
        pieces[at].lower in load_speech().auxiliaries | load_speech().adverbs or pieces[at].lower.endswith("ly")
    ):
        at -= 1
    if at < subject[0] or pieces[at].lower not in SINGULAR | {"they", "it", "who"}:
        return None
    here = pieces[at].span
    if pieces[at].lower == "who":
        named = mentions_in(sofar, Span(pieces[0].span.start, here.start)) if here.start > pieces[0].span.start else ()
        return Voice(actors=named[-1].actors, span=named[-1].span, reason="who") if named else None
    running = bool(earlier) and _is_person(sofar, earlier[-1].actors)
    if running and pieces[at].lower in SINGULAR and (other := _acted_since(scene, sofar, here, earlier[-1])):
        return other if may_mean(scene, sofar, pieces[at].lower, other.actors[0]) else None
    if running and pieces[at].lower in SINGULAR and may_mean(scene, sofar, pieces[at].lower, earlier[-1].actors[0]):
        return Voice(actors=earlier[-1].actors, span=here, reason="the running speaker")
    paragraph = scene.paragraph_of(here)
    unknown = bool(earlier) and not earlier[-1].actors and paragraph is not None and paragraph.holds(earlier[-1].span)
    if pieces[at].lower in SINGULAR and unknown:
        return Voice(actors=(), span=here, reason="the running speaker, whom we do not know")
    if pieces[at].lower == "they" and earlier and _may_be_they(scene, sofar, here, earlier[-1]):
        return Voice(actors=earlier[-1].actors, span=here, reason="the running speakers")
    if pieces[at].lower == "they" and (met := voice_of_those_who_met(scene, sofar, here)):
        return met
    found = refer(scene, sofar, here)
    return Voice(actors=found.actors if found else (), span=here, reason=found.reason if found else "no actor fits")


def _acted_since(scene: Scene, sofar: Reading, here: Span, running: Voice) -> Voice | None:
    """The one other person who did something in the sentence before, since the running speaker spoke in an earlier one."""
    paragraph = scene.paragraph_of(here)
    own = scene.sentence_of(here)
    before = [
        s
        for s in scene.sentences
        if own is not None and paragraph is not None and paragraph.start <= s.start < own.start
    ]
    if not before or running.span.start >= before[-1].start:
        return None
    named = [
        m for m in mentions_in(sofar, before[-1]) if scene.in_quote(m.span) is None and _is_person(sofar, m.actors)
    ]
    if len({m.actors for m in named}) != 1 or named[0].actors == running.actors:
        return None
    node = scene.tree(before[-1]).at(named[0].span.end - 1)
    top = scene.tree(before[-1]).top(named[0].span)
    acts = any(one is not None and one.relation == "nsubj" for one in (node, top))
    return Voice(actors=named[0].actors, span=here, reason="who acted in the sentence before") if acts else None


def _is_person(sofar: Reading, actors: tuple[ActorId, ...]) -> bool:
    kinds = {actor.actor: actor.kind for actor in sofar.actors}
    return len(actors) == 1 and kinds.get(actors[0]) in (ActorKind.PERSON, ActorKind.OFFICE)


def is_group(pieces: Pieces, subject: Range) -> bool:
    """Whether the words mean those who met: `the three advisers`, `both delegations`, `the leaders`."""
    words = {piece.lower for piece in pieces[slice(*subject)]}
    if not words & (load_speech().determiners | {"two", "three", "four", "five"}):
        return False
    return bool(words & load_speech().groups) and not words & {"of", "our", "their", "its", "his", "her"}


def voice_of_those_who_met(scene: Scene, sofar: Reading, here: Span) -> Voice | None:
    """The persons who met, as the last sentence that names two of them has it: `X spoke with Y to discuss …`."""
    people = {actor.actor for actor in sofar.actors if actor.kind is ActorKind.PERSON}
    for sentence in reversed([s for s in scene.sentences if s.end <= here.start]):
        purpose = _PURPOSE.search(scene.text, sentence.start, sentence.end)
        stretch = Span(sentence.start, purpose.start() if purpose else sentence.end)
        named = [m for m in mentions_in(sofar, stretch) if set(m.actors) <= people and scene.in_quote(m.span) is None]
        actors = tuple(dict.fromkeys(actor for mention in named for actor in mention.actors))
        if len(actors) > 1:
            return Voice(actors=actors, span=here, reason="those who met")
    return None


def _may_be_they(scene: Scene, sofar: Reading, here: Span, voice: Voice) -> bool:
    """Whether the running speaker is several, or a body that has just spoken in this paragraph."""
    paragraph = scene.paragraph_of(here)
    near = paragraph is not None and paragraph.holds(voice.span)
    return len(voice.actors) > 1 or (near and bool(voice.actors) and not _is_person(sofar, voice.actors))
