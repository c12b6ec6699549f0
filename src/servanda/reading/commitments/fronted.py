"""Undertakings whose object stands before their verb, which only the sentence's tree ties together.

    the aid that Norway pledged to Malawi · two frigates promised by Spain · a loan was approved by Japan
    Ghana was promised a loan by Japan · it was agreed by Chad and Niger to reopen the border

Leaves alone what nobody is said to have undertaken (`the promised aid`, `money was pledged`).
"""

from __future__ import annotations

from collections.abc import Iterator

from servanda.codebook import Span
from servanda.codebook.vocabulary import Act
from servanda.lexicon.grammar import load_grammar
from servanda.lexicon.undertakings import Undertaking, load_undertakings
from servanda.reading.commitments.deeds import Deed, deeds_after
from servanda.reading.commitments.denials import is_denied
from servanda.reading.commitments.fates import fate_of_thing
from servanda.reading.commitments.lines import Line
from servanda.reading.commitments.promises import Promise
from servanda.reading.trees import SUBJECTS, Node

_PAST = frozenset({"VBN", "VBD"})
_RELATIVE = frozenset({"WDT", "WP"})
_DEEDS = frozenset({"effort", "plan", "proposal", "process", "initiative", "bid", "call", "talk", "sale"})
_OBJECTS = frozenset({"what", "sum"})
_ADDED = ("acl", "appos", "parataxis", "advcl")
_NOUNS = frozenset({"NOUN", "PROPN", "SYM", "NUM"})


def read_fronted(line: Line) -> Iterator[tuple[int, Promise]]:
    """The promises whose object stands in front, each with the index of the object's first word."""
    for at, word in enumerate(line.lower):
        undertaking = _undertaking(word) if at not in line.end_of else None
        node = line.node(at) if undertaking is not None else None
        if (
            undertaking is None
            or node is None
            or node.fine not in _PAST
            or is_denied(line, at, at)
            or line.at(at - 1) == "ever"
        ):
            continue
        promise = _by_agent(line, at, node, undertaking) or _in_relative(line, node, undertaking)
        if promise is not None:
            yield promise.deeds[0].first, promise


def _undertaking(word: str) -> Undertaking | None:
    """The verb of undertaking of which a word is the past."""
    forms = load_undertakings().get(word, ())
    found = (f.undertaking for f in forms if f.undertaking.kind == "verb" and f.form == "did")
    return next((one for one in found if len(one.words) == 1), None)


def _by_agent(line: Line, at: int, verb: Node, undertaking: Undertaking) -> Promise | None:
    """`was promised by Spain`, `a loan promised by Japan`, `it was agreed by both sides to`."""
    if undertaking.act is Act.SUPPORT and (line.at(at - 1) == "," or _describes(line, verb) or _stands(line, verb)):
        return None  # "Chile, backed by Peru, …", "rebels backed by Peru": only who stands behind it.
    agent = next(iter(line.tree.agents(verb)), None) or _agent_of_object(line, verb)
    if agent is None or not line.tree.is_passive(verb) or line.tree.is_negated(verb):
        return None
    debtor = line.tree.stretch(agent, but=_ADDED)
    things = line.tree.children(verb, "obj") or line.tree.objects(verb)
    if not things or things[0].tag not in _NOUNS:
        behind = line.reach(debtor)[1]
        complement = deeds_after(line, behind + 1) if line.at(behind) == "to" else None
        return None if complement is None else _promise(line, at, undertaking, complement.deeds, debtor)
    deed = _thing(line, at, verb, things[0]) if undertaking.takes & _OBJECTS else None
    return None if deed is None else _promise(line, at, undertaking, (deed,), debtor)


def _describes(line: Line, verb: Node) -> bool:
    """Whether a participle or relative clause only says who is behind somebody."""
    head = line.tree.head(verb)
    if verb.relation != "acl" or head is None:
        return False
    return head.lemma.lower() not in _DEEDS or head.name == "PER"


def _stands(line: Line, verb: Node) -> bool:
    """Whether a clause only says who stands behind somebody: `the rebels are backed by Peru`."""
    subject = next(iter(line.tree.children(verb, *SUBJECTS)), None)
    return subject is not None and verb.lower in {"backed", "supported"} and subject.lemma.lower() not in _DEEDS


def _agent_of_object(line: Line, verb: Node) -> Node | None:
    """`By Japan` where the tree hangs it on the object: `was promised a loan | by Japan`."""
    for thing in line.tree.children(verb, "obj"):
        for one in line.tree.children(thing, "nmod"):
            if any(case.lower == "by" for case in line.tree.children(one, "case")):
                return one
    return None


def _in_relative(line: Line, verb: Node, undertaking: Undertaking) -> Promise | None:
    """`the aid that Norway pledged`, `the ships Japan promised`."""
    own = [one for one in line.tree.children(verb, *SUBJECTS) if one.fine not in _RELATIVE]
    head = line.tree.head(verb)
    objects = [one for one in line.tree.children(verb, "obj") if one.fine not in _RELATIVE]
    if verb.relation != "acl" or len(own) != 1 or head is None or undertaking.takes.isdisjoint(_OBJECTS):
        return None
    if head.tag not in _NOUNS or objects or line.tree.children(verb, "xcomp", "ccomp") or line.tree.is_negated(verb):
        return None
    at = line.index_of(verb)
    deed = _thing(line, at, verb, head)
    return None if deed is None else _promise(line, at, undertaking, (deed,), line.tree.stretch(own[0], but=_ADDED))


def _thing(line: Line, at: int, verb: Node, thing: Node) -> Deed | None:
    """What was undertaken: from the thing's first word to the end of the verb's clause."""
    first = line.reach(line.tree.stretch(thing, but=_ADDED))[0]
    last = line.reach(line.tree.stretch(verb, but=("parataxis", "conj")))[1]
    first += line.at(first) in load_grammar().adverbs | load_grammar().prepositions
    if max(at, first) >= last or line.at(first) in load_grammar().pronouns:
        return None
    return Deed(first, last, "thing")


def _subject_start(line: Line, at: int) -> int:
    """The first word of a passive's own subject: `Ghana was promised`, `it was agreed`."""
    verb = line.node(at)
    subjects = line.tree.children(verb, *SUBJECTS) if verb is not None else ()
    return min(at, *(line.reach(line.tree.stretch(one, but=_ADDED))[0] for one in subjects)) if subjects else at


def _promise(line: Line, at: int, undertaking: Undertaking, deeds: tuple[Deed, ...], debtor: Span) -> Promise:
    word = line.stretch(at, at + 1)
    return Promise(
        rule="fronted",
        line=line,
        head=line.stretch(_subject_start(line, at), line.reach(debtor)[1]) if deeds[0].first > at else None,
        wording=(word,),
        deeds=deeds,
        debtor=debtor,
        conditions=(),
        fate=fate_of_thing(line, line.tree.top(line.stretch(deeds[0].first, deeds[0].last))),
        firmness=undertaking.firmness,
        novelty=undertaking.novelty,
        polarity=undertaking.polarity,
        act=undertaking.act,
    )
