"""Commitments that no construction knows and the trained model sees: a verb or noun with what is undertaken behind it.

Who is bound, towards whom, what and when is read as for all others; how firmly, the model says where no word does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from servanda.codebook.vocabulary import CommitmentStatus, DocumentKind, Firmness, Novelty, Polarity
from servanda.lexicon.grammar import load_grammar
from servanda.lexicon.inflections import forms_of
from servanda.lexicon.undertakings import load_undertakings
from servanda.reading.commitments.bodies import is_organ
from servanda.reading.commitments.deeds import Deed, deeds_after
from servanda.reading.commitments.denials import is_denied, is_nobody
from servanda.reading.commitments.fates import takes_back
from servanda.reading.commitments.governors import is_told
from servanda.reading.commitments.lines import Line
from servanda.reading.commitments.promises import Promise
from servanda.reading.commitments.qualifiers import conditions_at
from servanda.reading.commitments.subjects import Subject, subject_of, verb_start
from servanda.reading.likely import Likely, likely_in
from servanda.reading.trees import SUBJECTS, Node

LEAST = 1.8
"""How much must speak for a commitment, as the logarithm of the odds: one that no rule reads, or that the rules doubt."""
_OWNING = frozenset({"of", "by", "from"})
_ADDED = ("acl", "appos", "parataxis", "advcl", "case")
_ADDED_TO_NOUN = ("appos", "parataxis", "conj", "cc", "case", "mark")
_VERBS = frozenset({"VERB", "AUX"})
_NAMES = frozenset({"PRON", "PROPN"})
_HAVING = frozenset({"has", "have", "'ve", "’ve"})
_HOPING = frozenset({"hope", "want", "wish", "expect"})
_PROPOSING = frozenset({"propose", "suggest", "recommend", "float", "consider", "mull", "weigh"})
_FIRM = frozenset({Firmness.BINDING, Firmness.PLEDGED, Firmness.AGREED})
_SPEAKERS = frozenset({"we", "i", "us"})
_DECLINING = ("refuse", "decline", "nix", "veto")
_STEPS = 4
_FORMS = {"VBG": "doing", "VB": "do", "VBP": "do", "VBZ": "does", "VBD": "did", "VBN": "did"}


def read_likely(line: Line, taken: Sequence[Promise]) -> Iterator[tuple[int, Promise]]:
    """The promises of a sentence that only the model sees, each with the index of its head.

    Args:
        line: the sentence.
        taken: what the constructions have read in it.
    """
    for one in likely_in(line.scene, line.span, "commitments", LEAST):
        node = line.tree.at(one.span.start)
        if node is None or any(_covers(promise, line.index_of(node)) for promise in taken):
            continue
        if any(_governs(line, node, promise) for promise in taken):
            continue  # What it keeps, shares or takes back is an undertaking of its own.
        if node.lemma == "include" and any(promise.line is line for promise in taken):
            continue  # It says only that what the rules read is part of a deal.
        if node.tag in _NAMES or _is_only_who_acts(node) or _is_done(line, one, node):
            continue
        if _is_supposed(line, node) or _is_hoped(line, node):
            continue
        promise = _promise(line, one, node)
        if _leads_to(line, node, promise, taken):
            continue
        if not _is_denied(line, line.index_of(node), promise):
            yield line.index_of(node), promise


def is_seen(promise: Promise) -> bool:
    """Whether the model sees a commitment in the words of a promise."""
    line = promise.line
    heads = likely_in(line.scene, line.span, "commitments", LEAST)
    if any(_covers(promise, line.reach(one.span)[0]) for one in heads):
        return True
    nodes = [node for one in heads if (node := line.tree.at(one.span.start)) is not None]
    return any(_governs(line, node, promise) for node in nodes)


def _is_only_who_acts(node: Node) -> bool:
    """Whether the head is no deed but the subject of one: `the ministers | then left`, `the 12-member body | sent envoys`."""
    acting = node.lower in load_grammar().party_nouns or is_organ([node.lower])
    return acting and node.relation in SUBJECTS


def _is_done(line: Line, one: Likely, node: Node) -> bool:
    """Whether a deed is told as done, and nothing but the deed says that it was undertaken: `Chad has sent ships`."""
    perfect = any(aux.lower in _HAVING for aux in line.tree.children(node, "aux")) and node.fine == "VBN"
    return perfect and one.label("firmness") == Firmness.INTENDED and not line.tree.is_negated(node)


def _is_supposed(line: Line, node: Node) -> bool:
    """Whether nobody says what `would` be: `the plan would be led by Kenya`."""
    modal = line.tree.modal(node)
    if modal is None or modal.lower != "would" or node.relation == "ccomp":
        return False
    subject = next(iter(line.tree.subjects(node)), node)
    return not is_told(line, line.reach(line.tree.stretch(subject))[0] if subject is not node else line.index_of(node))


def _is_hoped(line: Line, node: Node) -> bool:
    """Whether somebody hopes or wants that others do something: `we hope that banks will lend`."""
    if node.lemma not in _HOPING:
        return False
    tree, own = line.tree, {one.lower for one in line.tree.subjects(node)}
    others = [one for clause in tree.children(node, "ccomp") for one in tree.children(clause, "nsubj")]
    others += tree.children(node, "obj") if tree.children(node, "xcomp") else ()
    return bool(others) and not any(one.lower in own | _SPEAKERS for one in others)


def _is_denied(line: Line, at: int, promise: Promise) -> bool:
    """Whether the sentence says that it was never promised, or that nobody did."""
    first = line.reach(promise.debtor)[0] if promise.debtor is not None else at
    return is_denied(line, at, first) or is_nobody(line, first)


def _covers(promise: Promise, at: int) -> bool:
    first = min(deed.first for deed in promise.deeds)
    if promise.head is not None and promise.head_line is None:
        first = min(first, promise.line.reach(promise.head)[0])
    return first <= at < max(deed.last for deed in promise.deeds)


def _leads_to(line: Line, node: Node, promise: Promise, taken: Sequence[Promise]) -> bool:
    """Whether what a rule has read stands in the clause behind a verb: `committing that | Chad and Niger will`."""
    if not line.tree.children(node, "ccomp"):
        return False
    first, last = line.index_of(node) + 1, promise.deeds[-1].last
    firm = [other for other in taken if other.line is line and other.firmness is not Firmness.ASPIRED]
    return any(first <= deed.first < last for other in firm for deed in other.deeds)


def _governs(line: Line, node: Node, promise: Promise) -> bool:
    """Whether a verb takes for its object the noun of undertaking that a rule has read: `kept | its pledge to`."""
    if promise.rule != "pledge-noun" or not promise.wording or promise.line is not line:
        return False
    owner = promise.debtor.of(line.scene.text).lower() if promise.debtor is not None else "its"
    if owner not in load_grammar().possessives:
        return False
    noun = line.tree.at(promise.wording[-1].start)
    return noun is not None and noun in line.tree.children(node, "obj")


def _promise(line: Line, one: Likely, node: Node) -> Promise:
    at = line.index_of(node)
    subject = _subject(line, node, at)
    first, last = _reach(line, one, node, subject)
    deed = _deed(line, node, last)
    form = _FORMS.get(node.fine, "thing") if deed == at else "do"
    return Promise(
        rule="likely",
        line=line,
        head=line.stretch(first, deed) if first < deed else None,
        wording=(line.stretch(at, at + 1),) if at < deed else (),
        deeds=(Deed(deed, last, form),),
        debtor=line.stretch(subject.first, subject.last) if subject is not None else None,
        conditions=tuple(conditions_at(line, last)),
        firmness=_firmness(one, node),
        novelty=_novelty(line, one, node),
        polarity=_polarity(line, node),
        fate=CommitmentStatus.WITHDRAWN if _is_taken_back(line, node) else None,
    )


def _subject(line: Line, node: Node, at: int) -> Subject | None:
    """The words of whoever is bound: subject, agent or owner."""
    tree = line.tree
    if node.tag in _VERBS and not tree.is_passive(node):
        return subject_of(line, verb_start(line, at))
    named = list(tree.agents(node)) if node.tag in _VERBS else [*tree.children(node, "nsubj"), *_owners(line, node)]
    return Subject(*line.reach(tree.stretch(named[0], but=_ADDED))) if named else None


def _owners(line: Line, node: Node) -> list[Node]:
    """Whose a noun is, before or behind it: `Norway's resolve`, `the resolve of Norway`."""
    tree = line.tree
    phrases = tree.children(node, "nmod")
    behind = [one for one in phrases if any(case.lower in _OWNING for case in tree.children(one, "case"))]
    return [*(one for one in phrases if one.kind == "poss"), *behind]


def _reach(line: Line, one: Likely, node: Node, subject: Subject | None) -> tuple[int, int]:
    """The words of the record: from the subject to the end of the deed, or a noun with all that hangs on it."""
    at = line.index_of(node)
    if node.tag not in _VERBS:
        first, last = line.reach(line.tree.stretch(node, but=_ADDED_TO_NOUN))
        return min(first, at), max(last, at + 1)
    found = deeds_after(line, at, form=_FORMS.get(node.fine, "do"))
    last = _completed(line, node, found.deeds[0].last if found is not None else line.reach(one.reach)[1])
    first = verb_start(line, at)
    told = subject_of(line, first) if line.tree.is_passive(node) else subject
    if told is not None and not told.shared and told.first < at:
        first = min(first, told.first)
    return first, max(last, at + 1)


def _completed(line: Line, node: Node, last: int) -> int:
    """The end of the clauses that complete a verb, where the next verb seemed to end it: `agreed that Chad | would pay`."""
    for _ in range(_STEPS):
        behind = [one for one in line.tree.children(node, "ccomp", "xcomp") if one.place > node.place]
        if not behind:
            break
        node = behind[0]
        at = line.index_of(node)
        found = deeds_after(line, at, form=_FORMS.get(node.fine, "do")) if at >= last else None
        last = max(last, found.deeds[0].last) if found is not None else last
    return last


def _firmness(one: Likely, node: Node) -> Firmness:
    """How firmly, as the model holds it; what is only proposed is intended at most: `had proposed to lift the duties`."""
    firmness = Firmness(one.label("firmness"))
    return Firmness.INTENDED if node.lemma in _PROPOSING and firmness in _FIRM else firmness


def _novelty(line: Line, one: Likely, node: Node) -> Novelty:
    """What a report or an adopted text tells by a verb is news, unless it is a wish or words say that it was told before."""
    telling = line.scene.document.kind in {DocumentKind.NEWS, DocumentKind.INSTRUMENT}
    wished = one.label("firmness") == Firmness.ASPIRED
    return Novelty.NEW if telling and node.tag in _VERBS and not wished else Novelty.UNCLEAR


def _polarity(line: Line, node: Node) -> Polarity:
    """Whether it is declined or taken back: `refused to admit`, `scrapped its offer`, `there will be no exemptions`."""
    none = any(one.lower == "no" for one in line.tree.children(node, "det"))
    nothing = none and bool(line.tree.children(node, "expl"))
    declined = node.lower in _declining() or nothing or _is_taken_back(line, node)
    return Polarity.MINUS if declined else Polarity.PLUS


def _is_taken_back(line: Line, node: Node) -> bool:
    """Whether a verb takes back what a noun of undertaking names: `scrapped its promise to`."""
    if not takes_back(line, line.index_of(node)) or line.tree.is_negated(node):
        return False
    things = line.tree.children(node, "obj", "obl")
    return any(form.undertaking.kind == "noun" for one in things for form in load_undertakings().get(one.lower, ()))


@cache
def _declining() -> frozenset[str]:
    return frozenset(form for verb in _DECLINING for form in forms_of(verb))


def _deed(line: Line, node: Node, last: int) -> int:
    """The verb of what is undertaken: the infinitive behind a word of undertaking, else the head itself."""
    at = line.index_of(node)
    behind = (line.index_of(one) for one in line.tree.children(node, "xcomp", "acl", "ccomp") if one.fine == "VB")
    return next((verb for verb in behind if at < verb < last), at)
