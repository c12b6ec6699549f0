"""Whose deed, words or thing is praised or blamed, where neither the word's own subject nor its owner names anybody.

    Norway thanked Chad for [years of hospitality]. Iran fired rockets in a [reckless] attack. The [horrific] crimes that rebels
    committed. [Destabilizing] Iranian advances. The [important role] Kenya plays. Russia's use of energy [blackmail].

Each rule names one party or none; what is only said, welcomed or discussed is nobody's deed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from servanda.codebook import ActorId, Reading, Span
from servanda.codebook.vocabulary import About
from servanda.lexicon.evaluations import load_heads
from servanda.lexicon.inflections import forms_of
from servanda.lexicon.names import load_names
from servanda.lexicon.reporting import verbs_by_form
from servanda.lexicon.valences import Sort, load_frames, load_worths
from servanda.reading.actors.references import Referent, mentions_in, refer
from servanda.reading.scenes import Scene
from servanda.reading.trees import Node, Tree

_FOR = frozenset({"for", "on", "over", "of"})
_WITHIN = frozenset({"in", "with", "through"})
_OWNERS = ("nmod", "compound")
_UNDERGOING = (
    "address", "await", "bear", "consider", "continue", "discuss", "encounter", "enjoy", "examine", "explore", "express", "face", "feel", "find", "get", "have",
    "hear", "include", "indicate", "involve", "know", "like", "meet", "need", "receive", "reflect", "remember", "represent", "respect", "review", "see",
    "seek", "share", "suffer", "support", "survive", "understand", "value", "view", "voice", "want", "watch", "witness",
)  # fmt: skip
"""Verbs whose object is no deed of their subject."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Where a word of praise or blame stands.

    Attributes:
        scene: the document laid out.
        sofar: the reading with its actors.
        tree: the sentence.
        speakers: whose words they are.
    """

    scene: Scene
    sofar: Reading
    tree: Tree
    speakers: tuple[ActorId, ...]


def doer_of(clause: Clause, node: Node) -> Referent | None:
    """Who does or has what a word of praise or blame describes; None where the sentence does not say.

    Args:
        clause: where it stands.
        node: the noun that is described, or the word of praise or blame itself.
    """
    return next((found for rule in _RULES if (found := rule(clause, node)) is not None), None)


def _praised(clause: Clause, node: Node) -> Referent | None:
    """`thanked [Chad] for its hospitality`, `commended [Peru] on a successful year`."""
    below = node
    for one in clause.tree.above(node):
        if one.tag == "VERB":
            cases = {case.lower for case in clause.tree.children(below, "case", "mark")}
            led = below.relation in ("obl", "nmod", "advcl") and cases & _FOR
            objects = clause.tree.children(one, "obj", "iobj") if led and one.lower in _praising() else ()
            return _first(clause, objects, "who is praised or blamed")
        below = one
    return None


@cache
def _praising() -> frozenset[str]:
    verbs = ("applaud", "blame", "commend", "congratulate", "credit", "criticise", "criticize", "denounce", "fault", "honor", "honour", "laud", "praise", "salute", "thank")  # fmt: skip
    return load_frames().praising | {form for verb in verbs for form in forms_of(verb)}


def _of_people(clause: Clause, node: Node) -> Referent | None:
    """`destabilizing [Iranian] advances`: an adjective of a state says whose it is."""
    found = [
        (child, known)
        for child in clause.tree.children(node, "amod", "compound")
        for _, known in load_names().find(child.text)
        if known.sort == "adjective"
    ]
    if len({known.id for _, known in found}) != 1:
        return None
    child, known = found[0]
    return Referent(actors=(known.id,), span=child.span, reason="whose it is")


def _related(clause: Clause, node: Node) -> Referent | None:
    """`the crimes that [rebels] committed`, `the role [Kenya] plays`, `the threat posed by [Chad]`."""
    tree = clause.tree
    for verb in tree.children(node, "acl"):
        if _says(tree, verb):
            continue
        own = [one for one in tree.children(verb, "nsubj") if one.fine not in ("WDT", "WP")]
        found = _first(clause, (*own, *tree.agents(verb)), "who does it")
        if found is not None:
            return found
    return None


def _acting(clause: Clause, node: Node) -> Referent | None:
    """`[Chad] held a productive meeting`, `[Iran] fired rockets in a reckless attack`, `signed by [Peru]`."""
    tree = clause.tree
    verb = tree.head(node)
    cases = {case.lower for case in tree.children(node, "case")}
    deed = node.relation == "obj" or (node.relation == "obl" and cases & _WITHIN) or node.kind == "pass"
    befalls = node.lower in _WORRIES or load_heads().get(node.lower) is About.CHALLENGE
    if verb is None or verb.lower not in _doing() or not deed or befalls or tree.is_negated(verb):
        return None
    passive = tree.is_passive(verb)
    return _first(clause, tree.agents(verb) if passive else tree.subjects(verb), "who does it")


@cache
def _doing() -> frozenset[str]:
    """Forms of verbs with which something is done."""
    return frozenset(form for verb in _DEEDS for form in forms_of(verb))


_DEEDS = (
    "achieve", "advance", "begin", "carry", "commit", "conduct", "continue", "create", "deliver", "demonstrate", "display", "drive", "engage", "exhibit",
    "inaugurate", "inflict", "introduce", "launch", "lead", "make", "mount", "negotiate", "perpetrate", "play", "provide", "pursue", "show", "stage", "start",
    "take", "unveil", "wage",
)  # fmt: skip


def _says(tree: Tree, verb: Node) -> bool:
    """Whether a verb says, feels or undergoes; `is committing crimes` is a deed."""
    commits = verb.lower in forms_of("commit") and not tree.children(verb, "xcomp", "obl")
    return (verb.lower in _not_doing() or verb.lemma in _UNDERGOING) and not commits


@cache
def _not_doing() -> frozenset[str]:
    """Forms of verbs that say, feel or undergo."""
    return frozenset(verbs_by_form()) | {form for verb in _UNDERGOING for form in forms_of(verb)}


def _above(clause: Clause, node: Node) -> Referent | None:
    """`[Russia]'s use of energy blackmail`: the owner of what it is a part of."""
    whole = clause.tree.head(node)
    of = any(case.lower == "of" for case in clause.tree.children(node, "case"))
    if whole is None or node.relation != "nmod" or not of:
        return None
    owners = tuple(one for one in clause.tree.children(whole, *_OWNERS) if one.place < whole.place)
    return _first(clause, owners, "whose it is") or _of_people(clause, whole)


def _worried_about(clause: Clause, node: Node) -> Referent | None:
    """`concern about the effects of [Chad]'s raid`: the one named first in what the worry is about."""
    tree = clause.tree
    if node.lower not in _WORRIES:
        return None
    for child in tree.children(node, "nmod", "acl"):
        cases = {case.lower for case in tree.children(child, "case", "mark")}
        if child.place > node.place and cases & _ABOUT:
            named = mentions_in(clause.sofar, tree.stretch(child))
            if named:
                return Referent(actors=named[0].actors, span=named[0].span, reason="what the worry is about")
            return next((found for one in tree.below(child) if (found := _of_people(clause, one)) is not None), None)
    return None


_WORRIES = frozenset(
    {"alarm", "anger", "concern", "concerns", "dismay", "disappointment", "fear", "fears", "misgivings", "outrage", "unease", "worries", "worry"}
)  # fmt: skip
_ABOUT = frozenset({"about", "at", "over", "regarding", "with"})


def moved_by(clause: Clause, words: Span) -> tuple[Referent | None, bool]:
    """Who moves a speaker to a feeling, and whether the words are one: `appalled by [Chad]'s raid`, `proud that [Peru] paid`.

    Args:
        clause: where the words stand.
        words: the words of praise or blame.
    """
    tree = clause.tree
    feeling = next((one for one in tree.within(words) if one.lower in load_worths(Sort.FEELING)), None)
    if feeling is None or feeling.tag not in ("ADJ", "VERB"):
        return None, False
    for child in tree.children(feeling, "obl", "ccomp", "advcl", "xcomp", "nmod"):
        named = mentions_in(clause.sofar, tree.stretch(child)) if child.place > feeling.place else ()
        if named:
            return Referent(actors=named[0].actors, span=named[0].span, reason="who moves the speaker to it"), True
    return None, True


_RULES = (_worried_about, _praised, _of_people, _related, _acting, _above)


def _first(clause: Clause, nodes: tuple[Node, ...], reason: str) -> Referent | None:
    """The actors of the first of some words that a mention covers, with those joined to it, or that a pronoun means."""
    tree = clause.tree
    named = mentions_in(clause.sofar, tree.sentence)
    for node in nodes:
        own = [m for m in named if m.span.overlaps(node.span)]
        if own:
            joined = [m for one in tree.children(node, "conj") for m in named if m.span.overlaps(one.span)]
            actors = tuple(dict.fromkeys(actor for mention in (own[0], *joined) for actor in mention.actors))
            return Referent(actors=actors, span=own[0].span, reason=reason)
        if node.tag == "PRON":
            meant = refer(clause.scene, clause.sofar, node.span, speakers=clause.speakers)
            return Referent(actors=meant.actors, span=node.span, reason=meant.reason) if meant is not None else None
    return None
