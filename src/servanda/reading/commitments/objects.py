"""What a deed is about: the noun phrase that names what is invested in, bought or lowered.

    invest $3 billion in | two harbors       provide Chad with | six radars       work together to lower | their duties
    supplies will be sent to Chad: | supplies

The sentence's tree gives the object of the verb that counts, which stands behind `continue to` and `work together to`; a sum
stands back behind what it is for. Relative clauses, times and long complements stay out. A rest that names nothing by itself
(`up`, `with`, `it`) is no object: the cell stays open.
"""

from __future__ import annotations

from servanda.codebook import Span
from servanda.lexicon.grammar import load_grammar
from servanda.lexicon.numbers import load_numbers
from servanda.lexicon.units import load_units
from servanda.reading.commitments.acts import meant
from servanda.reading.commitments.deeds import Deed
from servanda.reading.commitments.extents import NOMINAL, case_of, is_time, nominal_around
from servanda.reading.commitments.lines import Line
from servanda.reading.trees import SUBJECTS, Node

_STEPS = 8
_COUNTING = frozenset(
    {
        "the",
        "more",
        "other",
        "another",
        "such",
        "of",
        "them",
        "these",
        "those",
        "ones",
        "one",
        "a",
        "few",
        "several",
        "some",
        "many",
        "others",
    }
)
_VERBAL = frozenset({"VERB", "AUX"})
_SIGNS = frozenset("$€£¥₩")
_SUMS = frozenset({"million", "billion", "trillion", "dollar", "euro", "pound", "percent", "%"})
_LIGHT = frozenset({"step", "measure", "action", "effort", "move", "attempt", "work"})
_GIVING = frozenset({"provide", "supply", "present", "equip", "furnish", "arm", "entrust", "share"})
_ABOUT = frozenset({"on", "over", "about", "regarding", "concerning", "upon"})
_TOWARD = frozenset({"for", "to", "toward", "towards", "of", "against", "from", "into", "behind"})
_SHARED = frozenset({"with", "alongside"})
_INSIDE = frozenset(
    ["invest", "participate", "engage", "cooperate", "collaborate", "partner", "join", "assist", "share", "help", "intervene", "interfere", "succeed", "work", "support", "lead"]
)  # fmt: skip
_IN_TURN = frozenset({"return", "exchange", "turn"})
"""Nouns with which a phrase tells what is given back: `invest billions in return for lower duties`."""
_PURPOSE = ("in", "into", "of", "for", "on", "toward", "towards", "to")
_MEANS = frozenset({"by", "through", "via", "without", "after", "before", "while", "despite", "since"})
_LED_BY = {
    "support": ("for", "of", "to"),
    "backing": ("for", "of"),
    "solidarity": ("with",),
    "adherence": ("to",),
    "access": ("to",),
}
_DEED_NOUNS = frozenset(
    ["acquisition", "purchase", "sale", "delivery", "establishment", "creation", "launch", "implementation", "adoption", "resumption", "provision", "reduction",
     "removal", "elimination", "lowering", "raising", "lifting", "purchases", "conclusion", "completion", "construction", "achievement", "strengthening", "deepening",
     "expansion", "enhancement", "promotion", "pursuit", "fulfilment", "fulfillment", "procurement", "resolution", "opening", "reopening", "introduction", "holding",
     "development", "building", "lease", "dispatch", "transfer", "supply"]
)  # fmt: skip


def object_of(line: Line, deed: Deed) -> Span | None:
    """What the deed is done to or about, as the document has it; None where no noun phrase names it.

    Args:
        line: the sentence.
        deed: the deed.
    """
    deed = meant(line, deed)
    words = line.stretch(deed.first, deed.last)
    first = deed.first
    while first < deed.last - 1 and deed.form != "thing" and load_grammar().is_adverb(line.at(first)):
        first += 1
    opening = line.node(first)
    if deed.form != "thing" and opening is not None:
        node = _of_verb(line, _main(line, opening), words)
    else:
        top = line.tree.top(words)
        node = None if top is None else _of_thing(line, top, words)
    span = None if node is None else nominal_around(line, node, words)
    return None if span is None or _is_bare_number(line, span) else span


def _is_bare_number(line: Line, span: Span) -> bool:
    """Whether the phrase is a number alone, which names nothing by itself: `pledged | one`, `will send | two more`."""
    first, last = line.reach(span)
    words = [word for word in line.lower[first:last] if word not in _COUNTING]
    return not words or (len(words) == 1 and words[0] in load_numbers().words)


def _main(line: Line, opening: Node) -> Node:
    """The verb of a deed whose first word may only help it: `be sent`."""
    node = opening
    while node.relation in {"aux", "cop"} and (head := line.tree.head(node)) is not None:
        node = head
    return node


def _of_verb(line: Line, verb: Node, words: Span) -> Node | None:
    """The head of the phrase that a verb is about, past verbs that only lead to another one."""
    for _ in range(_STEPS):
        found = _own(line, verb, words)
        if found is not None:
            return found
        inner = _inner(line, verb, words)
        if inner is None:
            break
        verb = inner
    return _shared_with(line, verb, words)


def _own(line: Line, verb: Node, words: Span) -> Node | None:
    """What the verb itself is about: its object, what it is about by a preposition, or the subject of a passive."""
    if verb.tag not in _VERBAL:
        return verb if verb.tag in {"NOUN", "PROPN"} and line.tree.children(verb, "cop") else None
    if line.tree.is_passive(verb):
        subjects = [one for one in line.tree.children(verb, *SUBJECTS) if one.tag in NOMINAL]
        return subjects[0] if subjects else None
    things = [one for one in line.tree.children(verb, "obj") if one.place > verb.place and one.tag in NOMINAL]
    things = [one for one in things if not is_time(one)]
    if not things:
        return None if _leads_on(line, verb, words) else _by_preposition(line, verb, words)
    thing = things[-1]
    if (thing.lemma.lower() in _LIGHT and line.tree.children(thing, "acl")) or _leads_on(line, verb, words):
        return None
    if _is_party(line, thing):
        given = _with(line, verb) if verb.lemma.lower() in _GIVING else None
        return given or (None if _inner(line, verb, words) is not None else thing)
    return _purpose(line, verb, thing) or thing if _is_sum(line, thing) else thing


def _leads_on(line: Line, verb: Node, words: Span) -> bool:
    """Whether the verb only leads to another one that hangs on it: `continue to`, `work to`, `help Chad build`."""
    return any(words.holds(one.span) and one.tag in _VERBAL for one in line.tree.children(verb, "xcomp"))


def _inner(line: Line, verb: Node, words: Span) -> Node | None:
    """The verb to which another one leads: `work together to | lower`, `take steps to | lower`, `join Oslo in | building`."""
    for relation in ("xcomp", "obj", "advcl", "ccomp", "conj"):
        for one in line.tree.children(verb, relation):
            if not words.holds(one.span) or one.place < verb.place:
                continue
            if relation == "obj":
                deeper = [n for n in line.tree.children(one, "acl") if n.fine == "VB" and n.tag in _VERBAL]
                if deeper and one.lemma.lower() in _LIGHT:
                    return deeper[0]
                continue
            marks = {mark.lower for mark in line.tree.children(one, "mark", "case")}
            if one.tag in _VERBAL and marks.isdisjoint(_MEANS):
                return one
    return None


def _by_preposition(line: Line, verb: Node, words: Span) -> Node | None:
    """The noun that a verb without object takes by a preposition: `cooperate on | energy`, `adhere to | the accord`."""
    found: list[tuple[int, int, Node]] = []
    for one in line.tree.children(verb, "obl"):
        if not words.holds(one.span) or one.tag not in NOMINAL or is_time(one) or one.place < verb.place:
            continue
        if one.lower in _IN_TURN:
            continue
        rank = _rank(line, verb, one)
        if rank is not None:
            found.append((rank, one.place, one))
    return min(found)[2] if found else None


def _rank(line: Line, verb: Node, noun: Node) -> int | None:
    case = case_of(line, noun)
    if case in _ABOUT:
        return 0
    if case in _SHARED:
        return None if _is_party(line, noun) or _is_people(noun) else 1
    if case in _TOWARD:
        return 2
    return 1 if case == "in" and verb.lemma.lower() in _INSIDE and not noun.name else None


def _shared_with(line: Line, verb: Node, words: Span) -> Node | None:
    """The one with whom it is done, where the deed is about nothing else: `stand with | Chad`."""
    for one in line.tree.children(verb, "obl"):
        if words.holds(one.span) and one.tag in NOMINAL and case_of(line, one) in _SHARED:
            return one
    things = line.tree.children(verb, "obj")
    return things[0] if things and things[0].tag in NOMINAL and words.holds(things[0].span) else None


def _given(line: Line, top: Node, words: Span) -> Node:
    """What a party is promised, where both stand behind the verb: `promised Chad | three ships`."""
    verb = line.tree.head(top)
    if verb is None or not _is_party(line, top):
        return top
    things = [one for one in line.tree.children(verb, "obj") if words.holds(one.span) and one.tag in NOMINAL]
    return next((one for one in reversed(things) if not _is_party(line, one)), top)


def _of_thing(line: Line, top: Node, words: Span) -> Node | None:
    """The head of a deed that is itself a noun; what is bought or lowered where the noun only names the act."""
    if top.tag in _VERBAL:
        return _of_verb(line, top, words)
    if top.tag not in NOMINAL:
        return None
    top = _given(line, top, words)
    behind = [one for one in line.tree.children(top, "nmod") if words.holds(one.span) and one.tag in NOMINAL]
    led = _LED_BY.get(top.lemma.lower(), ("of",) if _names_act(top) else ())
    done = next((one for one in behind if case_of(line, one) in led), None)
    if done is not None:
        return _of_thing(line, done, words)
    return _purpose(line, top, top) or top if _is_sum(line, top) else top


def _names_act(noun: Node) -> bool:
    return noun.lemma.lower() in _DEED_NOUNS


def _purpose(line: Line, verb: Node, sum_: Node) -> Node | None:
    """What a sum is for: `$3 billion in | two harbors`, `$20 million for | clinics`; None where a party or time stands there."""
    places = (*line.tree.children(sum_, "nmod"), *line.tree.children(verb, "obl"))
    behind = [one for one in places if one.place > sum_.place and one.tag in NOMINAL and not is_time(one)]
    behind = [one for one in behind if one.lower not in _IN_TURN]
    fitting = [one for one in behind if not (_is_party(line, one) or one.name or _is_people(one) or _is_sum(line, one))]
    for case in _PURPOSE:
        found = next((one for one in fitting if case_of(line, one) == case), None)
        if found is not None:
            return found
    return None


def _with(line: Line, verb: Node) -> Node | None:
    """What a party is provided with."""
    for one in line.tree.children(verb, "obl"):
        if case_of(line, one) == "with" and one.tag in NOMINAL:
            return one
    thing = next(iter(line.tree.children(verb, "obj")), None)
    nested = line.tree.children(thing, "nmod") if thing is not None else ()
    return next((one for one in nested if case_of(line, one) == "with" and one.tag in NOMINAL), None)


def _is_sum(line: Line, node: Node) -> bool:
    words = [node, *line.tree.children(node, "nummod", "compound", "flat", "dep", "det")]
    money = any(one.text[:1] in _SIGNS for one in words)
    return money or node.lemma.lower() in _SUMS or node.tag in {"SYM", "NUM"}


def _is_party(line: Line, node: Node) -> bool:
    """Whether a noun is an actor's name by itself, or the last word of one."""
    name = line.ends.get(line.index_of(node))
    at = line.index_of(node)
    held = next((one for one in line.names.values() if one.first <= at < one.last), None)
    return name is not None or (held is not None and not held.owns)


def _is_people(node: Node) -> bool:
    if node.lower in load_units().people:
        return True
    return node.lemma.lower() in load_grammar().party_nouns or node.text.lower() in load_grammar().party_nouns
