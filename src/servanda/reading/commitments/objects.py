"""What a deed is about: the noun phrase that names what is invested in, bought or lowered.

    invest $3 billion in | two harbors       provide Chad with | six radars       work together to lower | their duties
    supplies will be sent to Chad: | supplies

The sentence's tree gives the object of the verb that counts, which stands behind `continue to` and `work together to`; a sum
stands back behind what it is for. Relative clauses, times and long complements stay out. A rest that names nothing by itself
(`up`, `with`, `it`) is no object: the cell stays open.
"""

from __future__ import annotations

from collections.abc import Iterator

from servanda.codebook import Span
from servanda.lexicon.calendars import load_calendar
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.acts import meant
from servanda.reading.commitments.deeds import Deed
from servanda.reading.commitments.lines import Line
from servanda.reading.trees import SUBJECTS, Node

_LONGEST = 14
"""How many words a phrase may have that reads well in one cell."""
_STEPS = 8
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "SYM"})
_VERBAL = frozenset({"VERB", "AUX"})
_SIGNS = frozenset("$€£¥₩")
_SUMS = frozenset({"million", "billion", "trillion", "dollar", "euro", "pound", "percent", "%"})
_LIGHT = frozenset({"step", "measure", "action", "effort", "move", "attempt", "work"})
_GIVING = frozenset({"provide", "supply", "present", "equip", "furnish", "arm", "entrust", "share"})
_UNITS = frozenset(
    ["day", "week", "month", "year", "decade", "hour", "minute", "weekend", "quarter", "today", "tomorrow", "term", "time", "period", "future", "end", "beginning", "summer", "winter", "spring", "autumn"]
)  # fmt: skip
_ABOUT = frozenset({"on", "over", "about", "regarding", "concerning", "upon"})
_TOWARD = frozenset({"for", "to", "toward", "towards", "of", "against", "from", "into", "behind"})
_SHARED = frozenset({"with", "alongside"})
_INSIDE = frozenset(
    ["invest", "participate", "engage", "cooperate", "collaborate", "partner", "join", "assist", "share", "help", "intervene", "interfere", "succeed", "work", "support", "lead"]
)  # fmt: skip
_PURPOSE = ("in", "into", "of", "for", "on", "toward", "towards", "to")
_MEANS = frozenset({"by", "through", "via", "without", "after", "before", "while", "despite", "since"})
_NO_PART = frozenset(
    ["including", "as", "by", "through", "via", "under", "during", "until", "since", "while", "despite", "amid", "per", "without", "within", "before", "after", "pursuant", "according", "at"]
)  # fmt: skip
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
_NEVER = ("appos", "parataxis", "advcl", "ccomp", "discourse", "vocative", "orphan", "list", "dislocated", "reparandum")
_LOOSE = frozenset({"PUNCT", "CCONJ", "ADP", "SCONJ", "PART"})
_DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "PUNCT", "CCONJ", "NUM"})
_NEAR = 10


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
    return None if node is None else _nominal(line, node, words)


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
        subjects = [one for one in line.tree.children(verb, *SUBJECTS) if one.tag in _NOMINAL]
        return subjects[0] if subjects else None
    things = [one for one in line.tree.children(verb, "obj") if one.place > verb.place and one.tag in _NOMINAL]
    things = [one for one in things if not _is_time(one)]
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
        if not words.holds(one.span) or one.tag not in _NOMINAL or _is_time(one) or one.place < verb.place:
            continue
        rank = _rank(line, verb, one)
        if rank is not None:
            found.append((rank, one.place, one))
    return min(found)[2] if found else None


def _rank(line: Line, verb: Node, noun: Node) -> int | None:
    case = _case(line, noun)
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
        if words.holds(one.span) and one.tag in _NOMINAL and _case(line, one) in _SHARED:
            return one
    things = line.tree.children(verb, "obj")
    return things[0] if things and things[0].tag in _NOMINAL and words.holds(things[0].span) else None


def _of_thing(line: Line, top: Node, words: Span) -> Node | None:
    """The head of a deed that is itself a noun; what is bought or lowered where the noun only names the act."""
    if top.tag in _VERBAL:
        return _of_verb(line, top, words)
    if top.tag not in _NOMINAL:
        return None
    behind = [one for one in line.tree.children(top, "nmod") if words.holds(one.span) and one.tag in _NOMINAL]
    led = _LED_BY.get(top.lemma.lower(), ("of",) if _names_act(top) else ())
    done = next((one for one in behind if _case(line, one) in led), None)
    if done is not None:
        return _of_thing(line, done, words)
    return _purpose(line, top, top) or top if _is_sum(line, top) else top


def _names_act(noun: Node) -> bool:
    return noun.lemma.lower() in _DEED_NOUNS


def _purpose(line: Line, verb: Node, sum_: Node) -> Node | None:
    """What a sum is for: `$3 billion in | two harbors`, `$20 million for | clinics`; None where a party or time stands there."""
    places = (*line.tree.children(sum_, "nmod"), *line.tree.children(verb, "obl"))
    behind = [one for one in places if one.place > sum_.place and one.tag in _NOMINAL and not _is_time(one)]
    fitting = [one for one in behind if not (_is_party(line, one) or one.name or _is_people(one) or _is_sum(line, one))]
    for case in _PURPOSE:
        found = next((one for one in fitting if _case(line, one) == case), None)
        if found is not None:
            return found
    return None


def _with(line: Line, verb: Node) -> Node | None:
    """What a party is provided with."""
    for one in line.tree.children(verb, "obl"):
        if _case(line, one) == "with" and one.tag in _NOMINAL:
            return one
    thing = next(iter(line.tree.children(verb, "obj")), None)
    nested = line.tree.children(thing, "nmod") if thing is not None else ()
    return next((one for one in nested if _case(line, one) == "with" and one.tag in _NOMINAL), None)


def _case(line: Line, noun: Node) -> str:
    return next((one.lower for one in line.tree.children(noun, "case")), "")


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
    return node.lemma.lower() in load_grammar().party_nouns or node.text.lower() in load_grammar().party_nouns


def _is_time(node: Node) -> bool:
    """Whether a noun is a time: `next month`, `2030`, `the coming years`."""
    word = node.lemma.lower()
    if (node.relation, node.kind) == ("obl", "tmod") or word in _UNITS:
        return True
    calendar = load_calendar()
    dated = node.text.lower() in {one.lower() for one in (*calendar.months, *calendar.weekdays)}
    return dated or (node.text.isdigit() and len(node.text) == 4)


def _nominal(line: Line, head: Node, words: Span) -> Span | None:
    """The phrase around its head, the longest that is short enough; None where it names nothing by itself."""
    limit = words.end if words.holds(head.span) else line.span.end
    for sparing in range(4):
        first, last = _run(line, head, sparing, limit)
        if last - first < _LONGEST:
            break
    first, last = _from_determiner(line, first, words), _to_noun(line, head, first, last, limit)
    nodes = line.tree.nodes
    while first < head.place and nodes[first].tag in _LOOSE:
        first += 1
    if not any(node.tag in _NOMINAL for node in nodes[first : last + 1]):
        return None
    return _unbroken(line, Span(nodes[first].span.start, nodes[last].span.end))


def _from_determiner(line: Line, first: int, words: Span) -> int:
    """Back to the article, where only describing words stand between: `a | fast, well-built and modern` ferry."""
    nodes = line.tree.nodes
    if nodes[first].tag in {"DET", "PRON"}:
        return first
    for place in range(first - 1, max(-1, first - _NEAR), -1):
        if nodes[place].tag == "DET" and words.holds(nodes[place].span):
            return place
        if nodes[place].tag not in _DESCRIBING and nodes[place].fine != "VBN":
            break
    return first


def _to_noun(line: Line, head: Node, first: int, last: int, limit: int) -> int:
    """The last noun of the phrase: the next one where it would end on a word that describes it, else the one before."""
    nodes = line.tree.nodes
    if nodes[last].tag == "ADJ" and last > head.place:
        for place in range(last + 1, min(len(nodes), last + _NEAR)):
            if nodes[place].span.end > limit or nodes[place].tag not in _DESCRIBING | _NOMINAL:
                break
            if nodes[place].tag in _NOMINAL:
                return place
    while last > max(first, head.place) and nodes[last].tag not in _NOMINAL | {"PRON", "VERB"}:
        last -= 1
    return last


def _unbroken(line: Line, span: Span) -> Span:
    """The phrase with the rest of a word that the tree has in parts: `COVID-19`, `United States-made`."""
    text, start, end = line.scene.text, span.start, span.end
    while start > line.span.start and (text[start - 1].isalnum() or text[start - 1] == "-"):
        start -= 1
    while end < line.span.end and (text[end].isalnum() or (text[end] == "-" and text[end + 1 : end + 2].isalnum())):
        end += 1
    return Span(start, end)


def _run(line: Line, head: Node, sparing: int, limit: int) -> tuple[int, int]:
    """The first and the last of the unbroken words around a head that belong to its phrase.

    Args:
        line: the sentence.
        head: the head noun.
        sparing: how much to leave out: 1 clauses on nouns, 2 also what hangs on its complements, 3 all complements.
        limit: where the phrase must end.
    """
    kept = {node.place for node in _parts(line, head, sparing, 0)}
    nodes = line.tree.nodes
    first = last = head.place
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept and nodes[last + 1].span.end <= limit:
        last += 1
    return first, last


def _parts(line: Line, node: Node, sparing: int, depth: int) -> Iterator[Node]:
    yield node
    for child in line.tree.children(node):
        if not _belongs(line, node, child, sparing, depth):
            continue
        yield from _parts(line, child, sparing, depth + (child.relation in {"nmod", "acl", "conj"}))


def _belongs(line: Line, node: Node, child: Node, sparing: int, depth: int) -> bool:
    """Whether a word that hangs on another one is part of its phrase."""
    if child.relation in _NEVER or child.relation in {"aux", "cop", "nsubj", "csubj", "expl"}:
        return False
    if depth == 0 and child.relation in {"case", "cc", "mark"} and child.place < node.place and node.relation != "":
        return False
    if child.relation == "acl":
        return sparing == 0 and child.fine == "VB" and child.place > node.place
    if child.relation == "nmod" and child.place > node.place:
        if _case(line, child) in _NO_PART or _is_time(child):
            return False
        return sparing < 2 or (sparing == 2 and depth == 0)
    if child.relation == "conj":
        return child.tag in _NOMINAL | {"ADJ"} and (sparing < 3 or child.tag == "ADJ")
    return True
