"""Who is the subject of a verb: as the sentence's tree has it, and by word order where the tree has no answer.

By word order a subject runs from the verb back to the nearest clause boundary. Tying the words to actors is done in `debtors.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.lines import Line
from servanda.reading.trees import SUBJECTS, Node

_LONGEST_ASIDE = 22
_HARD_WALLS = frozenset({";", ":", "—", "–"})
_SOFT_WALLS = _HARD_WALLS | {"that", "while", "but", "“", '"'}
_PERSONS = frozenset({"we", "they", "i", "he", "she", "it"})
_QUOTES = frozenset({"“", '"', "‘"})
_LOOSE = frozenset({",", "and", "-", "*"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
_SINGULAR = frozenset({"NN", "NNP"})
_PLURAL = frozenset({"NNS", "NNPS"})
_BESIDE = (("along", "with"), ("together", "with"), ("alongside", "with"), ("jointly", "with"))
_ADDED = ("acl", "appos", "parataxis", "advcl", "punct")
"""What hangs on a subject without belonging to its name."""
_LEADING = frozenset({"both", "all", "each"})


@dataclass(frozen=True, slots=True)
class Subject:
    """Words `first` to `last` (not included). `shared`: another verb stands between them and theirs."""

    first: int
    last: int
    shared: bool = False


def verb_start(line: Line, at: int) -> int:
    """The place where the verb group of the word at `at` begins: its auxiliaries and adverbs."""
    grammar = load_grammar()
    while at > 0 and at - 1 not in line.ends:
        before = line.at(at - 1)
        if not (grammar.is_adverb(before) or before in grammar.auxiliaries or _is_each(line, at - 1)):
            break
        at -= 1 + (before == "far" and line.at(at - 2) == "so")
    return at


def _is_each(line: Line, at: int) -> bool:
    """Whether "each" or "both" only takes up the names before it: `Chile and Peru | each pledged`."""
    return line.at(at) in _LEADING and at - 1 in line.ends


def subject_of(line: Line, verb: int) -> Subject | None:
    """The subject of the verb group that begins at `verb`; None where none is found."""
    return _by_tree(line, verb) or _by_order(line, verb)


def predicate_at(line: Line, at: int) -> Node | None:
    """The predicate of the verb group to which a word belongs: `pledged` for `has`, `ready` for `is`."""
    node = line.node(at)
    while node is not None and node.relation in {"aux", "cop", "advmod"}:
        node = line.tree.head(node)
    return node


def _by_tree(line: Line, verb: int) -> Subject | None:
    """The subject as the tree has it, if it stands before its verb."""
    predicate = predicate_at(line, verb)
    if predicate is None:
        return None
    before = [one for one in line.tree.subjects(predicate) if line.index_of(one) < verb]
    if len(before) != 1 or _is_bare(line, predicate) or not _fits(line, before[0], predicate):
        return None
    first, last = line.reach(line.tree.stretch(before[0], but=_ADDED))
    while first < last and (
        line.at(first) in _LOOSE
        or line.at(first) in load_grammar().adverbs - _LEADING
        or (first not in line.end_of and _is_heading(line.words[first].text))
    ):
        first += 1
    last = _joined_end(line, last)
    shared = _is_shared(line, before[0], predicate)
    if first >= min(last, verb) or (shared and not _is_joined(line, verb)):
        return None
    return Subject(first, min(last, verb), shared=shared)


def _fits(line: Line, subject: Node, predicate: Node) -> bool:
    """Whether a nominal can be the subject: its number is the verb's, and a relative clause takes up one who acts."""
    if subject.tag not in _NOMINAL:
        return False
    own = line.tree.children(predicate, *SUBJECTS)
    if own and subject not in own:
        at = line.index_of(subject)
        return at in line.end_of or line.at(at) in load_grammar().party_nouns
    alone = not line.tree.children(subject, "conj")
    if own or not alone:
        return True
    head = line.tree.head(predicate)
    if predicate.fine == "VB" and predicate.relation == "conj" and head is not None and head.fine != "VB":
        return False
    return not (predicate.fine == "VBP" and subject.fine in _SINGULAR) and not (
        predicate.fine == "VBZ" and subject.fine in _PLURAL
    )


def _is_bare(line: Line, predicate: Node) -> bool:
    """Whether the verb is a participle or infinitive whose subject the tree only guesses: `aid | pledged by`."""
    return predicate.relation in {"acl", "xcomp", "advcl"} and not line.tree.children(predicate, *SUBJECTS)


def _is_shared(line: Line, subject: Node, predicate: Node) -> bool:
    """Whether another verb stands between: `Kenya signed the accord and | pledged`."""
    own = line.tree.children(predicate, *SUBJECTS)
    return not own and subject.place < predicate.place


def _is_joined(line: Line, verb: int) -> bool:
    """Whether a conjunction or comma stands before a verb, behind which it may share a subject."""
    before = line.node(verb - 1)
    return before is not None and before.tag in {"CCONJ", "PUNCT", "ADV", "SCONJ"}


def _by_order(line: Line, verb: int) -> Subject | None:
    """The words that stand before the verb group, back to the nearest clause boundary."""
    verb -= line.at(verb - 1) in _QUOTES and verb - 2 in line.ends
    before = line.at(verb - 1)
    if before in {"and", "or", "but"}:
        return _shared(line, verb - 1)
    if before == ",":
        return _around_aside(line, verb - 1) or _shared(line, verb - 1)
    first = _nominal_start(line, verb)
    return Subject(first, verb) if first < verb else None


def _nominal_start(line: Line, last: int) -> int:
    """Back from `last` to the beginning of the nominal that ends there."""
    grammar = load_grammar()
    at = last
    while at > 0:
        if at - 1 in line.ends:
            at = line.ends[at - 1].first
            continue
        word = line.at(at - 1)
        if word in grammar.subject_walls or word in grammar.speech or (word in {",", "and"} and not _joins(line, at)):
            break
        if _is_heading(line.words[at - 1].text):
            break
        at -= 1
        if word in grammar.pronouns and at < last and not (word == "i" and _joins(line, at)):
            break
    at += 2 if line.at(at).isdigit() and line.at(at + 1) == "." else 0
    while at < last and (line.at(at) in _LOOSE or (grammar.is_adverb(line.at(at)) and line.at(at) not in _LEADING)):
        at += 1
    return at


def _is_heading(word: str) -> bool:
    """Whether a word belongs to a heading in capitals that runs on into its sentence."""
    return len(word) > 3 and word.isupper() and word.isalpha()


def _joins(line: Line, at: int) -> bool:
    """Whether the comma or `and` before `at` joins two names of one subject, or a name and what is its."""
    possessives = load_grammar().possessives
    if line.at(at - 1) == "and" and line.at(at) in {"i", "we"} and at - 2 in line.ends:
        return not _fronted(line, at - 2)
    if line.at(at - 1) == "and" and (
        line.at(at - 3) in possessives or (line.at(at) in possessives and at - 2 in line.ends)
    ):
        return True
    behind = next((n for n in (at, at + 1, at + 2) if n in line.names), None)
    if behind is None or any(line.at(n) not in {"the", "and"} for n in range(at, behind)):
        return False
    left = at - 3 if line.at(at - 2) == "," else at - 2
    return left in line.ends and not _fronted(line, left)


def _fronted(line: Line, left: int) -> bool:
    """Whether the name that ends at `left` belongs to a phrase before the subject: `In Japan, Kenya ...`."""
    before = line.ends[left].first - 1
    return line.at(before - (line.at(before) == "the")) in load_grammar().prepositions


def _around_aside(line: Line, comma: int) -> Subject | None:
    """The subject before an aside in commas: `Kenya, in step with Uganda, will ...`."""
    for at in range(comma - 1, max(-1, comma - _LONGEST_ASIDE), -1):
        word = line.at(at)
        if word in {";", ":", "“", "”", '"'}:
            return None
        if word == "," and (at - 1 in line.ends or line.at(at - 1) in load_grammar().pronouns):
            first = _nominal_start(line, at)
            return Subject(first, comma + 1) if first < at else None
    return None


def _shared(line: Line, conjunction: int) -> Subject | None:
    """The subject of the clause to which the conjunction adds another verb: its first name or pronoun.

    Behind a comma the other verb is the sentence's own, else the nearest clause's.
    """
    behind_comma = "," in (line.at(conjunction), line.at(conjunction - 1))
    near = None if behind_comma else _first_subject(line, conjunction, _SOFT_WALLS)
    return near or _first_subject(line, conjunction, _HARD_WALLS)


def _first_subject(line: Line, conjunction: int, walls: frozenset[str]) -> Subject | None:
    """The first name or pronoun of the stretch between the nearest wall and the conjunction."""
    grammar = load_grammar()
    start = conjunction
    while start > 0 and line.at(start - 1) not in walls:
        start -= 1
    pronoun = next((at for at in range(start, conjunction) if line.at(at) in _PERSONS), None)
    for name in line.names_in(start, conjunction if pronoun is None else pronoun):
        before = line.at(name.first - 1)
        if name.owns or before in grammar.prepositions:
            continue
        return Subject(name.first - (before == "the"), _joined_end(line, name.last), shared=True)
    return Subject(pronoun, pronoun + 1, shared=True) if pronoun is not None else None


def _joined_end(line: Line, last: int) -> int:
    """The end of the last name that is joined to one ending at `last`, be it by `along with`."""
    beside = last + (line.at(last) == ",")
    if line.lower[beside : beside + 2] in _BESIDE:
        at = beside + 1
        while line.at(at) in {"with", "and", "the"} and at + 1 + (line.at(at + 1) == "the") in line.names:
            last = at = line.names[at + 1 + (line.at(at + 1) == "the")].last
    while line.at(last) in {"and", ","} and _joins(line, last + 1):
        following = next(line.names_in(last, last + 4), None)
        if following is None:
            break
        last = following.last
    return last
