"""Verbs and stances of undertaking with their subject: who pledged, agreed, decided, intends, stands ready, remains committed.

    Norway pledged to double its aid · the ministers agreed on a joint patrol · we stand ready to help
    also, in an official voice: India is deepening its ties with Kenya

Leaves alone what is only imagined (`would pledge`), asked (`to commit`), or said of the act by others (`was asked to`).
"""

from __future__ import annotations

from collections.abc import Iterator

from servanda.codebook.vocabulary import Firmness, Novelty, Polarity
from servanda.lexicon.acts import load_acts
from servanda.reading.deeds import Deed, deeds_after, fronted_condition, is_verb_here
from servanda.reading.lines import Line
from servanda.reading.promises import Promise, Wording
from servanda.reading.subjects import AUXILIARIES, Subject, is_adverb, subject_of, verb_start

_BE = frozenset("is are am was were be been being 're 'm".split())
_IMAGINED = frozenset("would could might may can should must if whether to cannot".split())
_MODALS = frozenset("will shall 'll".split())
_HERE_AND_NOW = frozenset("support back continue stand aim seek hope want wish strive".split())
_DETERMINERS = frozenset(
    "the a an its their our his her my this that no any of in for on with new strong joint".split()
)


def read_undertaking(line: Line, wording: Wording) -> Promise | None:
    """The promise that a verb of undertaking makes, if it binds its subject."""
    verb = verb_start(line, wording.first)
    group = line.lower[verb : wording.first]
    if not _binds(line, wording, verb, group):
        return None
    subject = subject_of(line, verb)
    if subject is None or _is_noun(line, wording, subject):
        return None
    complement = deeds_after(line, wording.at)
    if complement is None:
        return None
    undertaking = wording.undertaking
    denied = "not" in group
    return Promise(
        rule="undertaking-verb",
        line=line,
        head=line.stretch(subject.first, wording.last),
        wording=(line.stretch(wording.first, wording.last),),
        deeds=_whole(complement.deeds, wording),
        debtor=line.stretch(subject.first, subject.last),
        conditions=(*fronted_condition(line, subject.first), *complement.conditions),
        firmness=undertaking.firmness,
        novelty=undertaking.novelty,
        polarity=Polarity.MINUS if denied else undertaking.polarity,
        in_progress=undertaking.words[0] == "continue"
        or "ing" in undertaking.words[-1][-3:]
        and undertaking.words[0] == "be",
        refrains=wording.negated and not denied,
        wish=undertaking.firmness is Firmness.ASPIRED,
        stop=complement.stop,
    )


def read_progressive(line: Line, at: int) -> Promise | None:
    """What an official text says its own side is doing: `India is deepening its ties with Kenya`."""
    verb = load_acts().verbs.get(line.at(at))
    if verb is None or verb.form != "doing" or verb.bare in {"be", "do", "go", "have", "seek", "work"}:
        return None
    start = verb_start(line, at)
    if not _BE & set(line.lower[start:at]) or "not" in line.lower[start:at] or "been" in line.lower[start:at]:
        return None
    subject = subject_of(line, start)
    complement = deeds_after(line, at) if subject is not None and is_verb_here(line, at) else None
    if subject is None or complement is None:
        return None
    return Promise(
        rule="progressive",
        line=line,
        head=line.stretch(subject.first, subject.last) if subject.shared else line.stretch(subject.first, at),
        wording=(),
        deeds=complement.deeds,
        debtor=line.stretch(subject.first, subject.last),
        conditions=complement.conditions,
        firmness=Firmness.INTENDED,
        novelty=Novelty.UNCLEAR,
        in_progress=True,
        stop=complement.stop,
    )


def _binds(line: Line, wording: Wording, verb: int, group: tuple[str, ...]) -> bool:
    """Whether the verb group is a plain finite verb."""
    words = wording.undertaking.words
    if line.at(verb - 1) in _IMAGINED | _MODALS or wording.form == "do" and line.at(verb - 1) == "not":
        return False
    if words[0] != "be" and wording.form == "did" and _BE & set(group):
        return False
    if wording.form == "did" and (words[0] in _HERE_AND_NOW):
        return False
    if wording.form == "doing":
        return bool(_BE & set(group)) or line.at(verb - 1) == ","
    return not (words[0] == "be" and line.at(wording.first) in {"being", "be"})


def _is_noun(line: Line, wording: Wording, subject: Subject) -> bool:
    """Whether the word is the noun of the same form: `its support`, `the pledges`."""
    before = line.at(wording.first - 1)
    if wording.form not in {"do", "does"} or wording.undertaking.words[0] in {"be", "stand", "remain", "look"}:
        return False
    if before in _DETERMINERS or (wording.first - 1 in line.ends and line.ends[wording.first - 1].owns):
        return True
    owner = line.stretch(subject.first, subject.last)
    plural = line.at(subject.last - 1) in {"we", "they", "i"} or line.at(subject.last - 1).endswith("s")
    joined = "and" in line.lower[subject.first : subject.last]
    if wording.form == "do":
        return not (plural or joined)
    return (
        wording.take == "what"
        and not (wording.first - 1 in line.ends or is_adverb(before) or before == "it")
        or not owner
    )


def _whole(deeds: tuple[Deed, ...], wording: Wording) -> tuple[Deed, ...]:
    """`Support` and `stand with` are the deed themselves, so that the deed begins with them."""
    if (
        wording.take != "what"
        or wording.undertaking.words[0] not in {"support", "back", "stand", "approve"}
        or not deeds
    ):
        return deeds
    first = deeds[0]
    return (Deed(wording.first, first.last, "does", first.listed), *deeds[1:])


def finite_verbs(line: Line) -> Iterator[int]:
    """Indexes of gerunds behind a form of `be`, where a progressive may stand."""
    return (
        at
        for at in range(1, len(line.words))
        if line.at(at).endswith("ing") and (line.at(at - 1) in AUXILIARIES or is_adverb(line.at(at - 1)))
    )
