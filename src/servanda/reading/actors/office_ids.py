"""What id an office has whose holder is unnamed: `KEN/foreign-minister`, however its title is put.

`The Kenyan foreign minister`, `the Minister of Foreign Affairs of Kenya` and, for Kenya, `the foreign ministers of Kenya
and Chad` are one office.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.codebook import ActorId
from servanda.lexicon.holders import slug_of
from servanda.reading.actors.complements import portfolio_end
from servanda.reading.actors.frames import Frame
from servanda.reading.actors.offices import singular
from servanda.reading.actors.tags import Token


def office_id(frame: Frame, state: ActorId) -> ActorId:
    """The id of the office that a frame names, under the state whose it is."""
    tokens, head = frame.row.tokens, frame.head
    end = min(portfolio_end(tokens, head), frame.behind)
    if end == head + 1:
        several = len(frame.states) > 1
        words = tokens[frame.first : head + 1 if several else frame.behind]
        return f"{state}/{slug_of(_words(words, state, 'HM' if several else 'HMBStrc'))}"
    portfolio = _words(tokens[head + 1 : end], state, "Mc")
    if portfolio[-2:] == ["foreign", "affairs"]:
        portfolio.pop()
    return f"{state}/{slug_of([*_words(tokens[frame.first : head], state, 'HMc'), *portfolio, frame.word])}"


def _words(tokens: Sequence[Token], state: ActorId, tags: str) -> list[str]:
    """The words of a title that bear one of these letters; another state is a part of it: `ambassador [to Norway]`."""
    words: list[str] = []
    for token in tokens:
        if token.tag not in tags or (token.tag == "S" and token.id == state):
            continue
        if token.tag == "B":
            words += token.id.partition("/")[2].split("-") if token.id.startswith(f"{state}/") else []
        else:
            words += (singular(token.lower) if token.tag == "H" else token.lower).split()
    return words
