"""What a word of a sentence stands under, asked of its tree: who does it, to whom, and whether it is denied.

Two sentences are held against one another word by word; here stands what a word's place in its sentence makes of it.
What differs between them is decided by the rules that ask.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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


def case_of(line: Line, word: Word) -> str:
    """The preposition that a word stands behind; empty where it has none."""
    return next((child.lower for child in below(line, word) if child.relation == "case"), "")


def subject_of(line: Line, verb: Word) -> Word | None:
    """The subject of a verb, its own or that of the verb that it goes on; None where it has none."""
    here = verb
    for _ in range(_STEPS):
        own = [word for word in below(line, here) if word.relation == "nsubj"]
        if own:
            return own[0]
        if here.relation not in _SHARED or here.head == here.place:
            return None
        here = line.words[here.head]
    return None


def agent_of(line: Line, verb: Word) -> Word | None:
    """Who does what a verb says: its subject, or who stands behind `by` where the subject suffers it."""
    subject = subject_of(line, verb)
    if subject is None or subject.kind != "pass":
        return subject
    return next((word for word in below(line, verb) if word.relation == "obl" and case_of(line, word) == "by"), None)


def is_denied(line: Line, word: Word) -> bool | None:
    """Whether a word is said not to be: `no troops`, `will not send troops`, `the end of the mission`.

    Two denials lift one another. None where the sentence hangs it on a condition instead.
    """
    denials = 0
    here = word
    for _ in range(_STEPS):
        markers = [child for child in below(line, here) if child.relation in _MARKERS]
        denials += sum(_is_negative(line, child) for child in markers)
        if here.head != here.place and any(child.lower == "against" for child in markers):
            denials -= _denies(line, line.words[here.head])  # "objections against" deny once
        if any(child.lower in _HEDGING for child in under(line, here) if child.place > word.place) and denials:
            return None
        if here.relation not in _CARRYING or here.head == here.place:
            break
        does = here.relation == "nsubj" and here.kind != "pass"
        here = line.words[here.head]
        denials += not does and _denies(line, here)  # who refuses is not refused
    return denials % 2 == 1


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
