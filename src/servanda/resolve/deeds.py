"""What a word of a sentence stands under, asked of its tree: who does it, to whom, and whether it is denied.

Two sentences are held against one another word by word; here stands what a word's place in its sentence makes of it.
What differs between them is decided by the rules that ask.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from servanda.codebook import ActorId
from servanda.lexicon.contrasts import denying_phrases, denying_words
from servanda.resolve.layouts import Layout, Line, Word

_STEPS = 6
_NEGATIVE = frozenset(
    {"not", "n't", "n’t", "never", "no", "neither", "nor", "none", "nobody", "without", "except", "hardly", "against"}
)
_CARRYING = frozenset({"xcomp", "obj", "iobj", "obl", "nmod", "nsubj", "compound", "amod", "acl"})
"""Relations by which what denies the word above denies the word itself; a clause of its own is not denied with it."""
_SHARED = frozenset({"xcomp", "conj"})
"""A verb of these relations has the subject of the word that it hangs on, if it has none of its own."""
_SERVING = frozenset({"advcl", "acl"})
"""`Measures to lift the ban`, `sends ships to watch`: who does the one does the other."""
_MARKERS = frozenset({"advmod", "det", "case", "cc", "mark", "nsubj"})
_IDLE = frozenset(
    {"only", "limited", "later", "more", "less", "fewer", "least", "just", "merely", "doubt", "exhaustive"}
)
"""`Including but not limited to`, `no later than`, `not only`: nothing is denied."""
_HEDGING = frozenset({"without", "unless", "until", "except", "before"})
"""`Shall not … without consent` is a permission with a condition: whether it denies the deed is open."""


def below(line: Line, word: Word) -> tuple[Word, ...]:
    """The words that hang on a word, in order."""
    return tuple(other for other in line.words if other.head == word.place and other is not word)


def under(line: Line, word: Word) -> Iterator[Word]:
    """All words below a word, however deep."""
    for child in below(line, word):
        yield child
        yield from under(line, child)


def above_of(line: Line, word: Word) -> Iterator[Word]:
    """The words that a word hangs on, the nearest first."""
    here = word
    for _ in range(_STEPS):
        if here.head == here.place:
            return
        here = line.words[here.head]
        yield here


def case_of(line: Line, word: Word) -> str:
    """The preposition that a word stands behind; empty where it has none."""
    return next((child.lower for child in below(line, word) if child.relation == "case"), "")


def subject_of(line: Line, verb: Word) -> Word | None:
    """The subject of a verb, its own or that of the verb that it goes on or serves; None where it has none."""
    here = verb
    for _ in range(_STEPS):
        own = [word for word in below(line, here) if word.relation == "nsubj"]
        if own:
            return own[0]
        serves = here.relation in _SERVING and any(child.lower == "to" for child in below(line, here))
        if not (here.relation in _SHARED or serves) or here.head == here.place:
            return None
        here = line.words[here.head]
    return None


def agent_of(line: Line, verb: Word) -> Word | None:
    """Who does what a verb says: its subject, or who stands behind `by` where the subject suffers it."""
    subject = subject_of(line, verb)
    if (subject is None or subject.kind != "pass") and not _is_suffered(line, verb):
        return subject
    return next((word for word in below(line, verb) if word.relation == "obl" and case_of(line, word) == "by"), None)


def noun_of(line: Line, verb: Word) -> Word | None:
    """The noun whose clause a verb makes: `the talks, which Oman will host`, `the talks to be hosted by Oman`."""
    if verb.relation == "acl":
        return line.words[verb.head]
    first = min((word.place for word in below(line, verb)), default=0)
    before = line.words[first - 1] if first and _is_suffered(line, verb) else None
    return before if before is not None and before.tag in {"NOUN", "PROPN"} else None


def _is_suffered(line: Line, verb: Word) -> bool:
    """Whether a participle without a subject of its own says what befalls its noun: `the talks to be hosted by Oman`."""
    own = any(word.relation == "nsubj" for word in below(line, verb))
    led = any(word.relation == "obl" and case_of(line, word) == "by" for word in below(line, verb))
    plain = verb.relation == "acl" or any(word.lower == "be" for word in below(line, verb))
    hangs = verb.relation in _SERVING and verb.lower not in {verb.lemma, f"{verb.lemma}ing"}
    return hangs and plain and led and not own


@dataclass(frozen=True, slots=True)
class Denial:
    """Whether a word is said not to be.

    Attributes:
        holds: whether it is; None where the sentence hangs it on a condition instead.
        by: the word that denies it by what it means (`refuse`); None where `not`, `no` and the like do, or nothing does.
    """

    holds: bool | None
    by: Word | None = None


def denial_of(line: Line, word: Word) -> Denial:
    """Whether a word is denied: `no troops`, `will not send troops`, `the end of the mission`; two denials lift one another."""
    denials = 0
    by: Word | None = None
    here = word
    for _ in range(_STEPS):
        markers = [child for child in below(line, here) if child.relation in _MARKERS]
        denials += sum(_is_negative(line, child) for child in markers)
        if here.head != here.place and any(child.lower == "against" for child in markers):
            denials -= _denies(line, line.words[here.head])  # "objections against" deny once
        if any(child.lower in _HEDGING for child in under(line, here) if child.place > word.place) and denials:
            return Denial(None)
        if here.relation not in _CARRYING or here.head == here.place:
            break
        does = _does(line, here)
        here = line.words[here.head]
        if not does and _denies(line, here):
            denials += 1
            by = by or here
    return Denial(denials % 2 == 1, by)


def _does(line: Line, word: Word) -> bool:
    """Whether a word is who does it: who refuses is not refused, and who is exempt from a tax not exempted; what is unacceptable is."""
    above = line.words[word.head]
    plain = above.tag == "ADJ" and not any(child.relation == "obl" for child in below(line, above))
    return word.relation == "nsubj" and word.kind != "pass" and not plain


def sides_by_place(layout: Layout) -> Mapping[int, frozenset[ActorId]]:
    """The states, or other actors, that are named at each code point; a person or body stands for its state."""
    found: dict[int, frozenset[ActorId]] = {}
    for actor in layout.reading.actors:
        side = actor.state.value or actor.actor.split("/")[0]
        for mention in actor.mentions:
            for place in range(mention.span.start, mention.span.end):
                found[place] = found.get(place, frozenset()) | {side}
    return found


def _is_negative(line: Line, marker: Word) -> bool:
    """`not` itself, or a subject that is none: `neither party`, `no state`."""
    behind = line.words[marker.place + 1].lower if marker.place + 1 < len(line.words) else ""
    if behind in _IDLE:
        return False
    if marker.relation == "nsubj":
        return marker.lower in _NEGATIVE or any(
            child.lower in _NEGATIVE for child in below(line, marker) if child.relation in {"det", "cc", "advmod"}
        )
    return marker.lower in _NEGATIVE


def _denies(line: Line, word: Word) -> bool:
    """Whether a word denies what hangs on it: `refuse`, `ban`, `give up`."""
    if word.lower in denying_words():
        return True
    particles = {child.lower for child in below(line, word)}
    return any(word.lower == verb and particle in particles for verb, particle in denying_phrases())
