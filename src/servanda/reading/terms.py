"""Terms without a word of undertaking: what an adopted text says that it includes.

This includes the purchase of radars and closer exercises · the deal includes $150 billion of Korean investment
"""

from __future__ import annotations

from servanda.codebook.vocabulary import Firmness, Novelty
from servanda.lexicon.acts import load_acts
from servanda.reading.deeds import Deed, deeds_after
from servanda.reading.lines import Line
from servanda.reading.promises import Promise

_DEICTIC = frozenset("this these it which".split())
_INCLUDES = frozenset("include includes included".split())


def read_term(line: Line, at: int) -> Promise | None:
    """The term that follows `this includes`; at the word `includes`."""
    if line.at(at) not in _INCLUDES or line.at(at - 1) not in _DEICTIC:
        return None
    complement = deeds_after(line, at + 1)
    if complement is None or not any(_is_deed(line, deed) for deed in complement.deeds):
        return None
    return Promise(
        rule="term",
        line=line,
        head=line.stretch(at - 1, at + 1),
        wording=(),
        deeds=complement.deeds,
        debtor=None,
        conditions=complement.conditions,
        firmness=Firmness.AGREED,
        novelty=Novelty.NEW,
        stop=complement.stop,
    )


def includes(line: Line) -> list[int]:
    """Where `includes` stands."""
    return [at for at, word in enumerate(line.lower) if word in _INCLUDES]


def _is_deed(line: Line, deed: Deed) -> bool:
    acts = load_acts()
    return deed.form == "doing" or any(
        line.at(at) in acts.things for at in range(deed.first, min(deed.last, deed.first + 6))
    )
