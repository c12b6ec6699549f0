"""Headlines, which say `to` for `will`: `Norway to send ships to Kenya`, `US, Japan to share data`."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.codebook.vocabulary import Firmness, Novelty
from servanda.lexicon.acts import load_acts
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.deeds import deeds_after
from servanda.reading.commitments.lines import Line
from servanda.reading.commitments.promises import Promise
from servanda.reading.commitments.subjects import subject_of

_LINKS = frozenset({",", "and", "&", "the"})
_SET = frozenset({"poised", "set", "ready", "due", "about"})
"""What stands before that `to` where the headline drops its `is`."""


def read_headline(line: Line) -> Iterator[tuple[int, Promise]]:
    """The promise of a headline whose first name is followed by `to` and a verb, with the index of that `to`."""
    at = next((at for at, word in enumerate(line.lower) if word == "to" and at not in line.end_of), 0)
    verb = load_acts().verbs.get(line.at(at + 1))
    before = at - (line.at(at - 1) in _SET and at - 1 not in line.end_of)
    subject = subject_of(line, before) if before > 0 and verb is not None and verb.form == "do" else None
    if subject is None or subject.first or subject.last - 1 not in line.ends or line.lower[-1] == ".":
        return
    grammar = load_grammar()
    if any(at not in line.end_of and line.at(at) not in grammar.party_nouns | _LINKS for at in range(subject.last)):
        return
    complement = deeds_after(line, at + 1, bare=True)
    if complement is None or line.at(at + 1) in grammar.scheduled | grammar.forecast:
        return
    yield (
        at,
        Promise(
            rule="headline",
            line=line,
            head=line.stretch(0, at + 1),
            wording=(line.stretch(at, at + 1),),
            deeds=complement.deeds,
            debtor=line.stretch(0, subject.last),
            conditions=complement.conditions,
            firmness=Firmness.INTENDED,
            novelty=Novelty.NEW,
        ),
    )
