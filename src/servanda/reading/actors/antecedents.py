"""Whom a pronoun takes up: the one before it whose place in the sentence and whose gender allow it.

The subject of the clause above comes first, then the subject of the sentence before. The object of a verb is never its
subject (`Ann met Eva and thanked her`). Where nobody fits, the answer is None.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from servanda.codebook import Actor, ActorId, Reading, Span
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.given import load_genders
from servanda.lexicon.titles import load_titles
from servanda.reading.actors.mentions import mentions_in
from servanda.reading.actors.parties import Referent
from servanda.reading.scenes import Scene
from servanda.reading.trees import Node, Tree

_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_PREPOSITION = re.compile(
    r"\b(?:with|to|from|by|in|on|for|of|against|between|after|before|like|unlike|over|near|into|about)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:police|officials|authorities|forces|troops|leaders|diplomats|negotiators|guards|taliban|rebels)\Z",
    re.IGNORECASE,
)
JOINT = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:,|and|as well as|along with|together with|, and|&)\s*(?:the\s+)?\Z", re.IGNORECASE
)


def person_before(scene: Scene, sofar: Reading, span: Span) -> Referent | None:
    """The person whom `he` or `she` stands for, in its paragraph or the one before it."""
    people = {actor.actor: actor for actor in sofar.actors if actor.kind is ActorKind.PERSON}
    word = span.of(scene.text).lower()
    asked = "men" if word in _MALE else "women" if word in _FEMALE else ""
    against = (
        {actor for actor, record in people.items() if gender_of(scene, record) not in ("", asked)} if asked else set()
    )
    sure = {actor for actor, record in people.items() if asked and gender_of(scene, record) == asked}
    fitting = set(people) - against
    return _last(scene, sofar, span, fitting, sure if against or asked == "women" else frozenset())


def thing_before(scene: Scene, sofar: Reading, span: Span) -> Referent | None:
    """The last state, body or movement before the place that does not stand in another's possessive."""
    kinds = (ActorKind.STATE, ActorKind.BODY, ActorKind.GROUP)
    return _last(scene, sofar, span, {actor.actor for actor in sofar.actors if actor.kind in kinds})


def several_before(scene: Scene, sofar: Reading, span: Span) -> Referent | None:
    """Whom `they` stands for: a group, those named side by side, or a body of many, in this sentence or the one before."""
    for stretch in _stretches_before(scene, span)[:2]:
        mentions = mentions_in(sofar, stretch)
        groups = [mention for mention in mentions if len(mention.actors) > 1] or _joined(scene, mentions)
        if groups:
            return Referent(actors=groups[-1].actors, span=span, reason=groups[-1].reason)
        many = [mention for mention in mentions if _MANY.search(mention.span.of(scene.text))]
        if many:
            return Referent(actors=many[0].actors, span=span, reason=many[0].reason)
    return None


def may_mean(scene: Scene, sofar: Reading, pronoun: str, actor: ActorId) -> bool:
    """Whether `he` or `she` may stand for a person, by what the text and the given name say of the gender."""
    asked = "men" if pronoun in _MALE else "women" if pronoun in _FEMALE else ""
    record = next((known for known in sofar.actors if known.actor == actor), None)
    return not asked or record is None or gender_of(scene, record) in ("", asked)


def gender_of(scene: Scene, actor: Actor) -> str:
    """What the name or a form of address says of a person: `women`, `men`, or nothing."""
    forms = load_titles().honorifics
    words = (word for span in actor.spans for word in span.of(scene.text).lower().split())
    told = next((forms[word] for word in words if forms.get(word, "any") != "any"), "")
    return told or load_genders().get(actor.actor.partition("-")[0], "")


def _joined(scene: Scene, mentions: Sequence[Referent]) -> list[Referent]:
    """Persons named side by side, each row of them as one group."""
    found: list[Referent] = []
    for left, right in itertools.pairwise(mentions):
        if not JOINT.fullmatch(scene.text[left.span.end : right.span.start]) or left.actors == right.actors:
            continue
        before = found.pop().actors if found and found[-1].span.end == left.span.end else left.actors
        actors = tuple(dict.fromkeys((*before, *right.actors)))
        found.append(Referent(actors=actors, span=right.span, reason="named side by side"))
    return found


def _last(
    scene: Scene, sofar: Reading, span: Span, fitting: Iterable[ActorId], sure: Iterable[ActorId] = frozenset()
) -> Referent | None:
    """The likeliest in the nearest sentence with one that fits; a quotation is passed over unless the place lies in it."""
    quote, fits, certain = scene.in_quote(span), frozenset(fitting), frozenset(sure)
    for stretch in _stretches_before(scene, span):
        mentions = [m for m in mentions_in(sofar, stretch) if len(m.actors) == 1 and m.actors[0] in fits]
        found = [m for m in mentions if scene.in_quote(m.span) in (None, quote)]
        allowed = _allowed(scene, span, stretch, [m for m in found if m.actors[0] in certain] or found)
        if allowed:
            best = _likeliest(scene, span, stretch, allowed)
            return Referent(actors=best.actors, span=span, reason=f"stands for {_name(sofar, best.actors[0])}")
    return None


def _allowed(scene: Scene, span: Span, stretch: Span, found: Sequence[Referent]) -> Sequence[Referent]:
    """Without the subject of the verb whose object the pronoun is."""
    sentence = scene.sentence_of(span)
    if sentence is None or not sentence.holds(stretch) or stretch.start != sentence.start:
        return found
    tree = scene.tree(sentence)
    node = tree.at(span.start)
    if node is None or node.relation not in {"obj", "iobj", "obl"} or node.lower in {"himself", "herself", "itself"}:
        return found
    barred = tree.subjects(tree.predicate(node))
    return [m for m in found if not any(m.span.start <= one.span.start < m.span.end for one in barred)]


def _likeliest(scene: Scene, span: Span, stretch: Span, found: Sequence[Referent]) -> Referent:
    """The subject over the pronoun's clause, else a subject, else the first that no preposition governs."""
    if len({mention.actors for mention in found}) == 1:
        return found[0]
    sentence = scene.sentence_of(stretch)
    tree = scene.tree(sentence) if sentence is not None else None
    own = tree is not None and sentence is not None and sentence.holds(span)
    if tree is not None:
        tops = [(mention, tree.top(mention.span)) for mention in found]
        node = tree.at(span.start) if own else None
        above = _above(tree, node, tops) if node is not None else None
        subjects = [mention for mention, top in tops if top is not None and top.relation == "nsubj"]
        if above is not None or subjects:
            return above or subjects[0]
    owners = [m for m in found if not _is_possessive(scene, m)] or list(found)
    return ([m for m in owners if not _is_governed(scene, m)] or owners)[0]


def _above(tree: Tree, node: Node, tops: Sequence[tuple[Referent, Node | None]]) -> Referent | None:
    """Who is the subject of the nearest predicate over the pronoun's own."""
    predicate = tree.predicate(node)
    for head in (predicate, *tree.above(predicate)):
        places = {one.place for one in tree.children(head, "nsubj")} - {node.place}
        found = [mention for mention, top in tops if top is not None and top.place in places]
        if found:
            return found[0]
    return None


def _stretches_before(scene: Scene, span: Span) -> list[Span]:
    """The sentences before a place, nearest first, in its paragraph and the one before."""
    paragraphs = [p for p in scene.paragraphs if p.start < span.start][-2:]
    sentences = [s for s in scene.sentences if s.start < span.start and any(p.holds(s) for p in paragraphs)]
    return [Span(s.start, min(s.end, span.start)) for s in reversed(sentences)]


def _is_governed(scene: Scene, mention: Referent) -> bool:
    """Whether a preposition stands before a mention, so that it is no subject: `In talks with Kenya, Norway …`."""
    return bool(_PREPOSITION.search(scene.text, max(0, mention.span.start - 24), mention.span.start))


def _is_possessive(scene: Scene, mention: Referent) -> bool:
    return scene.text[mention.span.end : mention.span.end + 2] in ("'s", "’s")


def _name(sofar: Reading, actor: ActorId) -> str:
    return next((known.name for known in sofar.actors if known.actor == actor), actor)
