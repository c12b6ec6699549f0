"""Of whom or what an assessment speaks: a party, the parties of a relationship, an instrument.

The tree tells the subject of a predicate, the owner of a deed and who does what a verb of harm says. Where it names
nobody whom we know, the target stays open.
"""

from __future__ import annotations

import re

from servanda.codebook import ActorId, Reading, Slot, Span, stated, unstated
from servanda.codebook.vocabulary import About, ActorKind
from servanda.reading.actors.references import Referent, mentions_in, parties_in_view, refer, state_of
from servanda.reading.assessments.doers import Clause, doer_of, moved_by
from servanda.reading.assessments.evaluations import Hit
from servanda.reading.scenes import Scene
from servanda.reading.trees import Node, Tree

_BY = frozenset({"by", "from", "of", "in"})
_DONE_TO = frozenset(
    {"annexation", "bombardment", "bombing", "blockade", "destruction", "invasion", "killing", "massacre", "murder",
     "occupation", "oppression", "partition", "persecution", "repression", "seizure", "shelling", "siege", "slaughter", "violation", "violations", "breach",
     "breaches", "abuse", "abuses", "disregard", "defiance", "contempt"}
)  # fmt: skip
"""Deeds behind which `of` names whom they befall."""
_OWNING = frozenset({"his", "her", "its", "their"})
_OURS = frozenset({"our", "my"})
_BEARERS = ("obj", "iobj", "obl")
_PAIR = 2

Target = Slot[tuple[str, ...]]


def target_of(scene: Scene, sofar: Reading, hit: Hit, speakers: tuple[ActorId, ...]) -> Target:
    """The target of an assessment.

    Args:
        scene: the document laid out.
        sofar: the reading with its actors and instruments.
        hit: the evaluative words.
        speakers: whose words they are.
    """
    if hit.about is About.INSTRUMENT:
        return _instrument(sofar, hit)
    owner = _owner(scene, sofar, hit, speakers)
    if hit.about is About.COMMITMENT:
        return _bound(sofar, hit, speakers, owner)
    if hit.about is About.RELATIONSHIP:
        return _parties(scene, sofar, hit, speakers)
    return stated(owner.actors, (owner.span,), owner.reason) if owner is not None else unstated()


def _bound(sofar: Reading, hit: Hit, speakers: tuple[ActorId, ...], owner: Referent | None) -> Target:
    """Whose undertaking it is: its owner's, else the speaker's own."""
    actors = owner.actors if owner is not None else speakers
    public = {actor.actor for actor in sofar.actors if actor.kind in (ActorKind.BODY, ActorKind.GROUP)}
    bound = (state_of(sofar, actor) or (actor if actor in public else None) for actor in actors)
    states = tuple(dict.fromkeys(one for one in bound if one))
    reason = owner.reason if owner is not None else "the speaker's own undertaking"
    return stated(states, (owner.span if owner is not None else hit.head,), reason) if states else unstated()


def _parties(scene: Scene, sofar: Reading, hit: Hit, speakers: tuple[ActorId, ...]) -> Target:
    """The parties of a relationship: those that its noun names, with the speaker's own side where it names one."""
    named = mentions_in(sofar, hit.of) if hit.of is not None else _around(scene, sofar, hit)
    states = tuple(dict.fromkeys(state_of(sofar, actor) or actor for m in named for actor in m.actors))
    own = tuple(s for actor in speakers if (s := state_of(sofar, actor)) and s not in states)
    if len(states) == 1 and len(own) == 1:
        states = (*states, *own)
    if len(states) >= _PAIR:
        return stated(states, tuple(m.span for m in named) or (hit.head,), "the parties that it names")
    parties = parties_in_view(scene, sofar, hit.head)
    together = _together(scene, sofar, hit, speakers) if len(parties) <= _PAIR else None
    if together is not None:
        return together
    return stated(parties, (hit.head,), "the parties in view") if parties else unstated()


def _together(scene: Scene, sofar: Reading, hit: Hit, speakers: tuple[ActorId, ...]) -> Target | None:
    """Two sides that are the subject of the clause: `[the ministers of Chad and Niger] had a candid exchange`."""
    found = _node(scene, hit)
    if found is None:
        return None
    tree, node = found
    for subject in (subject for one in (node, *tree.above(node)) for subject in tree.subjects(one)):
        meant = _subject(scene, sofar, tree, subject, speakers)
        states = tuple(dict.fromkeys(s for m in meant for actor in m.actors if (s := state_of(sofar, actor))))
        if len(states) >= _PAIR:
            return stated(states, tuple(m.span for m in meant), "those who stand in it together")
    return None


def _subject(scene: Scene, sofar: Reading, tree: Tree, subject: Node, speakers: tuple[ActorId, ...]) -> list[Referent]:
    """Whom a subject names, with those joined to it, or whom its pronoun means."""
    named = [m for one in (subject, *tree.children(subject, "conj")) for m in _named(sofar, tree, one)]
    if named or subject.tag != "PRON":
        return named
    meant = refer(scene, sofar, subject.span, speakers=speakers)
    return [meant] if meant is not None else []


def _around(scene: Scene, sofar: Reading, hit: Hit) -> tuple[Referent, ...]:
    """The actors named in the nominal of the noun: `the strong partnership [between Chad and Niger]`."""
    found = _node(scene, hit)
    if found is None or found[1].tag not in ("NOUN", "PROPN"):
        return ()
    tree, node = found
    return mentions_in(sofar, tree.stretch(node, but=("acl", "advcl", "appos", "conj", "parataxis")))


def _instrument(sofar: Reading, hit: Hit) -> Target:
    """The instrument whose name holds the noun or stands in the subject, else the last one named before."""
    places = [hit.head, hit.span] if hit.of is None else [hit.of, hit.head, hit.span]
    named = [i for place in places for i in sofar.instruments if any(s.overlaps(place) for s in i.span)]
    if not named:
        before = [(s, i) for i in sofar.instruments for s in i.span if s.start < hit.span.start]
        named = [max(before, key=lambda found: found[0])[1]] if before else []
    return stated((named[0].id,), named[0].span) if named else unstated()


def _owner(scene: Scene, sofar: Reading, hit: Hit, speakers: tuple[ActorId, ...]) -> Referent | None:
    """Who is characterised: the subject, the owner of a deed, who does it, or from whom a threat comes."""
    found = _node(scene, hit)
    if found is None:
        return None
    tree, node = found
    moved, feels = moved_by(Clause(scene, sofar, tree, speakers), hit.span)
    if feels:
        return moved
    if hit.of is None and node.tag in ("VERB", "AUX"):
        subject = next(iter(tree.subjects(node)), None)
        return _actor(scene, sofar, tree, subject, speakers) if subject is not None else None
    return _actor(scene, sofar, tree, node, speakers) or doer_of(Clause(scene, sofar, tree, speakers), node)


def _actor(scene: Scene, sofar: Reading, tree: Tree, node: Node, speakers: tuple[ActorId, ...]) -> Referent | None:
    """The actor that a nominal names or stands for, else its owner."""
    reason = "the one of whom it is said"
    whole = tree.stretch(node, but=("acl", "advcl", "appos", "conj", "cc", "nmod", "parataxis"))
    named = _named(sofar, tree, node)
    if named:
        return Referent(actors=named[0].actors, span=named[0].span, reason=reason)
    if tree.children(node, "cop") and (subject := next(iter(tree.subjects(node)), None)) is not None:
        return _actor(scene, sofar, tree, subject, speakers)
    if node.tag == "PRON" and (meant := refer(scene, sofar, node.span, speakers=speakers)) is not None:
        return Referent(actors=meant.actors, span=node.span, reason=meant.reason)
    for child in tree.children(node, "nmod", "compound", "amod", "det"):
        owned = child.kind == "poss" or child.lower in _OWNING or child.place < node.place
        led = any(case.lower in _BY for case in tree.children(child, "case"))
        if led and node.lower in _DONE_TO and any(case.lower == "of" for case in tree.children(child, "case")):
            continue
        if owned and child.lower in _OURS:
            return refer(scene, sofar, child.span, speakers=speakers)
        if owned and child.lower in _OWNING:
            return _bearer(scene, sofar, tree, node, child)
        if (owned or led) and (held := mentions_in(sofar, tree.stretch(child, but=("acl", "appos")))):
            return Referent(actors=held[0].actors, span=held[0].span, reason="whose it is")
    if whole.of(scene.text).lower().startswith(("the two ", "both ")):
        return refer(scene, sofar, whole)
    return None


def _named(sofar: Reading, tree: Tree, node: Node) -> list[Referent]:
    """The mentions that hold a word."""
    return [mention for mention in mentions_in(sofar, tree.sentence) if mention.span.overlaps(node.span)]


def _bearer(scene: Scene, sofar: Reading, tree: Tree, node: Node, owner: Node) -> Referent | None:
    """Who `its` means: in `thanked Kenya for its role` the object of the verb, else the one who fits the pronoun."""
    for verb in tree.above(node):
        if verb.tag != "VERB":
            continue
        objects = [one for one in tree.children(verb, *_BEARERS) if one.place < owner.place]
        for one in objects:
            held = _named(sofar, tree, one)
            if held:
                return Referent(actors=held[0].actors, span=held[0].span, reason="whom the owner means")
        break
    return refer(scene, sofar, owner.span)


def _node(scene: Scene, hit: Hit) -> tuple[Tree, Node] | None:
    """The tree and the word in it that is characterised: the head of the subject, the noun, or the first verb."""
    sentence = scene.sentence_of(hit.span)
    if sentence is None:
        return None
    tree = scene.tree(sentence)
    if hit.of is not None:
        top = tree.top(hit.head)
        return (tree, top) if top is not None else None
    if hit.head.holds(hit.span) and hit.head != hit.span:
        return _first(tree, hit.head)
    if hit.head == hit.span and re.match(r"[a-z]+(?:ly)?\s", hit.span.of(scene.text)):
        verb = next((one for one in tree.within(hit.span)[:2] if one.tag == "VERB"), None)
        if verb is not None:
            return tree, verb
    top = tree.top(hit.head)
    while top is not None and _describes(tree, top) and (head := tree.head(top)) is not None:
        top = head
    return (tree, top) if top is not None else None


def _describes(tree: Tree, node: Node) -> bool:
    """Whether a word describes a noun, or is joined to one that does: `dangerous and destabilizing moves`."""
    if node.relation == "conj":
        head = tree.head(node)
        return head is not None and head.relation == "amod" and node.tag in ("ADJ", "VERB")
    return node.relation == "amod" and node.tag in ("ADJ", "VERB")


def _first(tree: Tree, content: Span) -> tuple[Tree, Node] | None:
    """The one who is called something stands first: `called [Kenya] a trusted friend`."""
    words = tree.within(content)
    nominal = next((one for one in words if one.tag in ("PROPN", "NOUN", "PRON")), None)
    return (tree, nominal) if nominal is not None else None
