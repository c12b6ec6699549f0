"""Where a verb of the lexicon tells an occasion: the clause, who does it and to whom, and how far it is a fact.

The tree gives subject, object, agent and phrases; the lexicon says which verb with which goods tells what. A clause that
is denied, wished or only imagined says so here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from servanda.codebook.vocabulary import EventType, OccasionStatus
from servanda.lexicon.dealings import Dealing, Use, dealings_by_form, events_by_form
from servanda.lexicon.gatherings import Gathering
from servanda.lexicon.papers import papers_by_word
from servanda.reading.actors.references import POINTING
from servanda.reading.occasions.roles import members, names_in
from servanda.reading.occasions.standings import status_in
from servanda.reading.stretches import Stretch
from servanda.reading.trees import Node, Tree

_FORMS = dealings_by_form()
_PEOPLE = re.compile(
    r"(?:counterparts?|officials?|ministers?|leaders?|executives|lawmakers|representatives?|parliamentarians|businesses|delegations?|presidents?|envoys?"
    r"|ambassadors?|diplomats?|negotiators?|generals?|secretary|officers|commanders|delegates|chiefs|troops|students|families|members|governments?|administration|authorities|leadership|junta|king|queen|emir|sultan|pope|pontiff|premier|chancellor|commissioners?|mediators?|rebels|guests?|dignitaries)\Z",
    re.IGNORECASE,
)
_PAPERS = frozenset(papers_by_word())
_VAGUE = frozenset(
    {"understanding", "understandings", "partnership", "initiative", "guidelines", "resolution", "settlement", "paper"}
)
_MOUS = frozenset({"MOU", "MoU"})
_POINTING = frozenset({"they", "we", "he", "she", "both", "it", "i"})
_ABOUT = frozenset({"of", "on", "to"})
_LEADING = frozenset({"by", "on", "over", "via", "at", "outside", "near", "to", "in", "into", "from"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A verb that tells an occasion.

    Attributes:
        dealing: what it tells.
        tree: the sentence.
        verb: the verb.
        doers: heads of the phrases that name who does it.
        objects: heads of the phrases that name what it is done to.
        others: heads of phrases behind the prepositions that lead to another party.
        themes: heads of the phrases in which the lexicon's goods or the verb's own preposition stand.
        status: how far it is a fact; None where it is denied or only wished.
    """

    dealing: Dealing
    tree: Tree
    verb: Node
    doers: tuple[Node, ...]
    objects: tuple[Node, ...]
    others: tuple[Node, ...]
    themes: tuple[Node, ...]
    status: OccasionStatus | None


def find_clauses(stretch: Stretch) -> tuple[Clause, ...]:
    """The clauses of one sentence whose verb the lexicon has for an occasion, in order."""
    if not _may_tell(stretch):
        return ()
    tree = stretch.scene.tree(stretch.span)
    found = []
    for node in tree.nodes:
        if node.lower in _FORMS and _is_told(tree, node):
            found += [clause_of(tree, node, use) for use in _fitting(tree, node, _FORMS[node.lower])]
    return tuple(found)


def _may_tell(stretch: Stretch) -> bool:
    """Whether a verb stands in a sentence with its particle and goods, so that its tree is worth asking for."""
    words = {word.lower for word in stretch.words} | {word.text for word in stretch.words}
    fitting = [use for word in words & _FORMS.keys() for use in _FORMS[word] if _may_fit(use, words)]
    if not fitting or not _names_some(stretch):
        return False
    parties = _most_parties(stretch, words)
    return any(use.dealing.needs != "two" or _may_be_two(use, parties) for use in fitting)


def _most_parties(stretch: Stretch, words: set[str]) -> int:
    """How many parties a sentence names at most; two where a word in it points at others."""
    if any(word.replace("’", "'").partition("'")[0] in POINTING for word in words):
        return 2
    named = {stretch.home_of(actor) or actor for one in stretch.mentions for actor in one.actors}
    return len(named | {actor for one in names_in(stretch, stretch.span) for actor in one.actors})


def _may_be_two(use: Use, parties: int) -> bool:
    """Whether so many parties are enough: of what is said to have ended, one may be named alone."""
    ended = use.dealing.gathering.type in (EventType.SANCTION, EventType.CONCEDE, EventType.REJECT)
    return parties > 1 or (parties == 1 and ended and bool(use.dealing.goods))


def _may_fit(use: Use, words: set[str]) -> bool:
    goods = use.dealing.goods
    if use.particle and use.particle not in words:
        return False
    return not goods or bool(goods & words) or ("paper" in goods and bool((_PAPERS | _MOUS) & words))


def _names_some(stretch: Stretch) -> bool:
    """Whether a sentence names an actor or state, or points at one."""
    return (
        bool(stretch.mentions)
        or bool(names_in(stretch, stretch.span))
        or bool(_POINTING & {w.lower for w in stretch.words})
    )


def gathering_at(tree: Tree, node: Node, type_: EventType) -> Gathering | None:
    """What sort of occasion of one type a verb tells, whoever is named with it; None where the lexicon does not say."""
    fitting = _fitting(tree, node, _FORMS.get(node.lower, ()))
    return next((use.dealing.gathering for use in fitting if use.dealing.gathering.type is type_), None)


def clause_at(tree: Tree, node: Node) -> Clause | None:
    """The clause of one verb in its surest use as an event; None where the lexicon does not have it."""
    uses = events_by_form().get(node.lower, ())
    use = next(_fitting(tree, node, uses), None) if uses and _is_told(tree, node) else None
    return clause_of(tree, node, use) if use else None


def _is_told(tree: Tree, node: Node) -> bool:
    """Whether a word is the verb of a clause: no noun, and no participle before a noun."""
    if node.relation in {"amod", "compound", "case", "nummod", "det"}:
        return False
    return node.tag == "VERB" or bool(tree.children(node, "nsubj") and tree.children(node, "obj"))


def _fitting(tree: Tree, node: Node, uses: Iterable[Use]) -> Iterator[Use]:
    """The uses of a verb whose doer, particle and goods stand with it, the surest first."""
    for use in uses:
        if use.dealing.doers and not _done_by(tree, node, use.dealing.doers):
            continue
        if use.particle and not _has(tree, node, use.particle):
            continue
        if use.dealing.goods and not _goods(tree, node, use):
            continue
        if use.dealing.gathering.name == "meet" and tree.is_passive(node):
            continue  # "Demands were met": people meet, things are met.
        if use.dealing.alone and tree.children(node, "obj"):
            continue
        if use.dealing.needs == "place" and use.particle and tree.children(node, "obj"):
            continue  # "will return astronauts to the Moon"
        if use.dealing.gathering.name == "call" and _is_naming(tree, node):
            continue
        if use.dealing.gathering.name == "host" and not any(may_be_met(one) for one in _roles(tree, node)[1]):
            continue
        yield use


def _done_by(tree: Tree, node: Node, doers: frozenset[str]) -> bool:
    """Whether one of some words heads the subject or says of what sort it is: `[hundreds] of [students]`, `[riot] [police]`."""
    named = tree.agents(node) if tree.is_passive(node) else tree.subjects(node)
    heads = (one for first in named for one in members(tree, first))
    return any(word.lower in doers for head in heads for word in (head, *_sorts(tree, head)))


def _sorts(tree: Tree, head: Node) -> Iterator[Node]:
    """The common words that say of what a noun consists; the words of a name do not (`the Workers' Party`)."""
    yield from (one for one in tree.children(head, "compound", "amod", "nummod") if one.tag != "PROPN")
    for deep in tree.children(head, "nmod"):
        if any(case.lower == "of" for case in tree.children(deep, "case")) and deep.tag != "PROPN":
            yield from (deep, *tree.children(deep, "compound", "conj"))


def is_person(node: Node) -> bool:
    """Whether a noun means people who can meet: `counterparts`, `a delegation`."""
    return _PEOPLE.match(node.text) is not None


def may_be_met(node: Node) -> bool:
    """Whether a noun or pronoun may mean someone who is hosted or called."""
    return node.tag in {"PROPN", "PRON"} or is_person(node)


def _is_naming(tree: Tree, node: Node) -> bool:
    """Whether "call" says what someone is: `called him a liar`; a call has but an object."""
    objects = tree.children(node, "obj", "iobj")
    names = [one for one in tree.children(node, "xcomp", "ccomp") if objects or one.tag != "PROPN"]
    return bool(names) or len(objects) > 1


def _has(tree: Tree, node: Node, particle: str) -> bool:
    """Whether a particle or preposition stands with a verb."""
    behind = tree.nodes[node.place + 1 : node.place + 2]
    if behind and behind[0].lower == particle:
        return True
    for child in tree.children(node):
        if child.lower == particle and child.place > node.place:
            return True
        if child.relation in {"obl", "xcomp", "advcl"} and any(
            one.lower == particle for one in tree.children(child, "case", "mark")
        ):
            return True
    return False


def _goods(tree: Tree, node: Node, use: Use) -> bool:
    """Whether one of the goods that the lexicon asks for stands with the verb."""
    branches = _branches(tree, node, use)
    return any(_holds(tree, branch, use.dealing) for branch in branches)


def _holds(tree: Tree, branch: Node, dealing: Dealing) -> bool:
    words = tuple(_heads(tree, branch))
    if dealing.needs == "words":
        words += tuple(_beside(tree, branch))
    if "paper" in dealing.goods:
        return any((w.lower in _PAPERS and w.lower not in _VAGUE) or w.text in _MOUS for w in words)
    return any(w.text in dealing.goods or w.lower in dealing.goods for w in words)


def _branches(tree: Tree, node: Node, use: Use) -> tuple[Node, ...]:
    """What hangs on a verb and may say what it is about: objects, phrases and, where the goods are verbs, infinitives."""
    passive = tree.subjects(node) if tree.is_passive(node) else ()
    leading = {use.particle, *use.dealing.partners} | (frozenset() if "paper" in use.dealing.goods else _LEADING)
    phrases = [
        one
        for one in tree.children(node, "obl")
        if leading & {case.lower for case in tree.children(one, "case")} or not tree.children(one, "case")
    ]
    rest = tree.children(node, "obj", "iobj", "compound", "advmod")
    verbal = [one for one in tree.children(node, "xcomp", "advcl", "ccomp") if use.dealing.clausal or one.tag != "VERB"]
    return (*passive, *phrases, *rest, *verbal)


def _heads(tree: Tree, branch: Node) -> Iterator[Node]:
    """The words that may head a branch, with what they consist of (`a series of agreements`)."""
    for member in members(tree, branch):
        yield member
        yield from tree.children(member, "flat", "nummod", "mark", "advmod")
        yield from _titles(tree, member)
        for deep in tree.children(member, "nmod"):
            if any(case.lower == "of" for case in tree.children(deep, "case")):
                yield deep
                yield from tree.children(deep, "conj")


def _titles(tree: Tree, name: Node) -> Iterator[Node]:
    """What stands right before a name: `expelled [Ambassador] Berg`."""
    if name.tag == "PROPN":
        before = tree.children(name, "compound", "nmod")
        yield from (one for one in before if one.place < name.place and not tree.children(one, "case"))


def _beside(tree: Tree, branch: Node) -> Iterator[Node]:
    """The words that say of what sort a branch is, and what it is about: `[joint] raids`, `access to [websites]`."""
    for member in members(tree, branch):
        yield from tree.children(member, "amod", "compound", "det")
        for deep in tree.children(member, "nmod"):
            if any(case.lower in _ABOUT for case in tree.children(deep, "case")):
                yield from (deep, *tree.children(deep, "conj", "amod", "compound"))


def clause_of(tree: Tree, verb: Node, use: Use) -> Clause:
    """The clause of a verb with its roles."""
    dealing = use.dealing
    doers, objects = _roles(tree, verb)
    phrases = [one for one in tree.children(verb, "obl", "nmod") if one not in doers]
    others = [one for one in phrases if any(case.lower in dealing.partners for case in tree.children(one, "case"))]
    themes = [one for one in phrases if one not in others and _is_theme(tree, one, use)]
    return Clause(
        dealing=dealing,
        tree=tree,
        verb=verb,
        doers=doers,
        objects=objects,
        others=tuple(others),
        themes=tuple(themes),
        status=status_in(tree, verb),
    )


def _roles(tree: Tree, verb: Node) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """Who does it and to whom. A second subject behind the verb is an object, and so is a name taken for a predicate."""
    if tree.is_passive(verb):
        return tree.agents(verb), tree.subjects(verb)
    subjects = tree.subjects(verb) or _crossing(tree, verb)
    behind = [one for one in subjects[1:] if one.place > verb.place]
    named = [one for one in tree.children(verb, "xcomp") if one.tag == "PROPN"]
    objects = (*tree.children(verb, "obj", "iobj"), *behind, *named)
    return tuple(one for one in subjects if one not in behind), objects or _asked(tree, verb)


def _crossing(tree: Tree, verb: Node) -> tuple[Node, ...]:
    """A name before a verb without a subject that the tree hangs on a word behind it: `[Peru] closed border posts`."""
    before = [one for one in tree.nodes[: verb.place] if one.tag in {"PROPN", "NOUN"} and one.head > verb.place]
    near = [one for one in before if tree.nodes[one.head] in tree.below(verb)]
    return tuple(near[-1:]) if verb.is_finite else ()


def _asked(tree: Tree, verb: Node) -> tuple[Node, ...]:
    """Whom a verb asks or warns to do something, where the tree makes that one the subject of what is asked."""
    return tuple(
        subject
        for clause in tree.children(verb, "ccomp", "xcomp")
        if any(mark.lower == "to" for mark in tree.children(clause, "mark"))
        for subject in tree.children(clause, "nsubj")
    )


def _is_theme(tree: Tree, phrase: Node, use: Use) -> bool:
    """Whether a phrase says what the verb is about: by its preposition, or by the goods in it."""
    cases = {case.lower for case in tree.children(phrase, "case")}
    return use.particle in cases if use.particle else bool(use.dealing.goods) and _holds(tree, phrase, use.dealing)
