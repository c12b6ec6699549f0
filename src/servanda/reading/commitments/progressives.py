"""What an official text says that its own side is doing: `India is deepening its ties with Kenya`.

Progressives of a party are intended and under way. Left alone: what a person is doing, and verbs that name no act.
"""

from __future__ import annotations

from collections.abc import Iterator

from servanda.codebook.vocabulary import Act, Firmness, Novelty
from servanda.lexicon.acts import load_acts
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.acts import act_of
from servanda.reading.commitments.deeds import deeds_after
from servanda.reading.commitments.governors import is_told
from servanda.reading.commitments.lines import Line
from servanda.reading.commitments.passives import is_thing
from servanda.reading.commitments.promises import Promise
from servanda.reading.commitments.subjects import subject_of, verb_start
from servanda.reading.commitments.verbs import is_verb_here

_NO_ACT = frozenset(
    {
        "be",
        "do",
        "go",
        "have",
        "seek",
        "work",
        "see",
        "get",
        "look",
        "become",
        "come",
        "leave",
        "meet",
        "talk",
        "move",
        "remain",
        "discuss",
        "announce",
        "release",
    }
)


def read_progressives(line: Line, *, told: bool) -> Iterator[tuple[int, Promise]]:
    """The promises that progressives of a sentence make, each with the index of its verb.

    Args:
        line: the sentence.
        told: whether only what is told counts, and only where it names an act: `Oslo said it was halting exports`.
    """
    grammar = load_grammar()
    for at, word in enumerate(line.lower):
        if at == 0 or not word.endswith("ing"):
            continue
        before = line.at(at - 1)
        if before in grammar.being or grammar.is_adverb(before) or before == "and":
            promise = _read(line, at, told=told)
            if promise is not None and not (told and act_of(line, promise.deeds[0]).act is Act.OTHER):
                yield at, promise


def _read(line: Line, at: int, *, told: bool) -> Promise | None:
    verb = load_acts().verbs.get(line.at(at))
    if verb is None or verb.form != "doing" or verb.bare in _NO_ACT or not is_verb_here(line, at):
        return None
    if line.at(at) in load_grammar().keeping and line.at(at + 1) == "on":
        return None  # What is delivered on is an undertaking of its own.
    start = verb_start(line, at)
    group = set(line.lower[start:at])
    narrated = group & {"was", "were"} and not (told and is_told(line, start))
    if not load_grammar().being & group or group & {"not", "been", "being"} or narrated:
        return None
    subject = subject_of(line, start)
    complement = deeds_after(line, at) if subject is not None else None
    if subject is None or complement is None or complement.deeds[0].last == at + 1 or is_thing(line, subject):
        return None
    return Promise(
        rule="progressive",
        line=line,
        head=line.stretch(start if subject.shared else subject.first, at),
        apart=line.stretch(subject.first, subject.last) if subject.shared else None,
        wording=(),
        deeds=complement.deeds,
        debtor=line.stretch(subject.first, subject.last),
        conditions=complement.conditions,
        firmness=Firmness.INTENDED,
        novelty=Novelty.UNCLEAR,
        in_progress=True,
        own_side=True,
    )
