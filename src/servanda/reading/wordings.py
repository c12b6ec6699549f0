"""Where words of undertaking stand in a sentence, and what follows each.

A word counts only with what it takes: `plan` before `to` and a verb, `commitment` before `to`, `will` before a bare verb.
Whether it binds anybody, the constructions decide.
"""

from __future__ import annotations

from collections.abc import Iterator

from servanda.lexicon.acts import load_acts
from servanda.lexicon.undertakings import Form, Undertaking, load_undertakings
from servanda.reading.lines import Line
from servanda.reading.promises import Wording
from servanda.reading.subjects import is_adverb

_PREPOSITIONS = frozenset({"of", "for", "in", "on", "upon", "with", "from", "towards", "toward"})
_NOT_BARE = frozenset(
    'of to in on at by for from with the a an and or that this these his her its their our my as is are was were be been has had , . ; : ) ” “ " ?'.split()
)
_OBJECTS = frozenset("himself herself itself themselves ourselves".split())


def wordings_in(line: Line) -> Iterator[Wording]:
    """All words of undertaking of a sentence, from left to right; longer phrases before shorter ones."""
    known = load_undertakings()
    at = 0
    while at < len(line.words):
        found = next((w for form in known.get(line.lower[at], ()) for w in _matches(line, at, form)), None)
        if found is not None and at not in line.end_of:
            yield found
        at += 1


def may_bind(line: Line) -> bool:
    """Whether any word of undertaking may stand in the sentence at all; cheap."""
    return not load_undertakings().keys().isdisjoint(line.lower)


def _matches(line: Line, at: int, form: Form) -> Iterator[Wording]:
    undertaking = form.undertaking
    last, negated = at + 1, False
    for word in undertaking.words[1:]:
        while is_adverb(line.at(last)) and line.at(last) != word:
            negated |= line.at(last) == "not"
            last += 1
        if not _same(line.at(last), word):
            return
        last += 1
    behind, negated = _behind(line, last, negated=negated)
    if undertaking.kind == "noun":
        behind = _past_owner(line, behind)
    yield from _takes(line, undertaking, form.form, at, last, behind, negated)


def _past_owner(line: Line, at: int) -> int:
    """The place behind the owners that follow a noun: `the commitment of France and Chad to`."""
    if line.at(at) not in {"of", "by", "from"}:
        return at
    here = at + 1
    while here < len(line.words):
        here += line.at(here) in {"the", "both"}
        if here not in line.names:
            return at
        here = line.names[here].last
        if line.at(here) != "and":
            break
        here += 1
    return here if line.at(here) in {"to", "for"} else at


def _same(word: str, wanted: str) -> bool:
    verb = load_acts().verbs.get(word)
    return word == wanted or (verb is not None and verb.bare == wanted and verb.form != "doing")


def _takes(
    line: Line, undertaking: Undertaking, form: str, first: int, last: int, behind: int, negated: bool
) -> Iterator[Wording]:
    word, takes = line.at(behind), undertaking.takes
    if word == "to" and takes & {"to", "to-do"}:
        after, denied = _behind(line, behind + 1, negated=negated)
        if line.at(after) and ("to" in takes or _may_be_bare(line, after)):
            yield Wording(undertaking, form, first, last, "to", after, denied)
    elif word in _PREPOSITIONS and word in takes:
        yield Wording(undertaking, form, first, last, word, behind + 1, negated)
    elif "do" in takes and _may_be_bare(line, behind):
        yield Wording(undertaking, form, first, last, "do", behind, negated)
    elif (
        "what" in takes
        and word
        and word not in _NOT_BARE - {"the", "a", "an", "this", "these", "his", "her", "its", "their", "our"}
    ):
        yield Wording(undertaking, form, first, last, "what", behind, negated)


def _behind(line: Line, at: int, *, negated: bool) -> tuple[int, bool]:
    """The next word that is neither adverb, `not`, reflexive nor an aside in commas."""
    while at < len(line.words):
        word = line.at(at)
        if word == "not":
            negated = True
        elif not (is_adverb(word) or word in _OBJECTS or word in {"“", '"'}):
            if word != ",":
                break
            end = next((n for n in range(at + 1, min(at + 12, len(line.words))) if line.at(n) == ","), None)
            if end is None:
                break
            at = end
        at += 1
    return at, negated


def _may_be_bare(line: Line, at: int) -> bool:
    word = line.at(at)
    verb = load_acts().verbs.get(word)
    if verb is not None:
        return verb.form == "do"
    return word.isalpha() and word not in _NOT_BARE and not word.endswith(("ing", "ed", "s")) and at not in line.end_of
