"""Whether what is called important is a deed at all: `the importance of music education` is none.

The importance of protecting a river, of close cooperation, of continued support: a wish for a deed.
"""

from __future__ import annotations

from servanda.codebook.vocabulary import Act, Firmness
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.acts import act_of
from servanda.reading.commitments.deeds import Deed
from servanda.reading.commitments.lines import Line
from servanda.reading.commitments.promises import Wording
from servanda.reading.commitments.things import thing_in

_ROW = frozenset({",", "and", "or", "as"})
_NEAR = 5
_EVERYBODY = frozenset({"parties", "sides", "countries", "states", "nations", "actors", "stakeholders", "governments"})
_EVENTS = frozenset({"meeting", "summit", "visit", "trip", "conference"})
_WORTH = frozenset({"importance", "value", "significance", "priority"})
_DEEDS = ("tion", "sion", "ment", "ance", "ence", "al", "ing", "efforts", "work", "action", "actions", "respect")
_NO_DEEDS = frozenset(
    ["region", "nation", "population", "institution", "institutions", "generation", "tradition", "education", "information", "government", "environment", "parliament", "independence", "science",
     "conference", "audience", "intelligence", "finance", "organization", "organisation", "constitution", "transportation", "capital", "journal", "national", "international"]
)  # fmt: skip
"""Nouns that end like those of deeds."""


def is_worth(line: Line, deed: Deed) -> bool:
    """Whether what is agreed on is only the worth of something, which the noun tells of: `agreed on the value of`."""
    opening = line.lower[deed.first : min(deed.last, deed.first + _NEAR)]
    return deed.form == "thing" and not _WORTH.isdisjoint(opening) and "of" in opening


def _is_of_all(line: Line, deed: Deed) -> bool:
    """Whether it is for everybody to do, which binds nobody: `the need for all governments to spare herring`."""
    here = deed.first + (line.at(deed.first + 1) == "the")
    return line.at(deed.first) == "all" and line.at(here + 1) in _EVERYBODY


def is_no_deed(line: Line, wording: Wording, deed: Deed) -> bool:
    """Whether a thing whose worth is stressed names no deed by its first nominal."""
    if wording.undertaking.firmness is Firmness.ASPIRED and _is_of_all(line, deed):
        return True
    if wording.undertaking.words[0] not in _WORTH or deed.form != "thing" or line.at(deed.first).endswith("ing"):
        return False
    closed = load_grammar().prepositions
    last = next((at for at in range(deed.first + 1, deed.last) if line.at(at) in closed), deed.last)
    if line.at(last - 1) in _EVENTS and line.at(deed.first) in {"the", "this", "today"}:
        return True
    if thing_in(line, deed.first, last) is not None:
        return False
    heads = (line.at(at) for at in range(deed.first, last) if at + 1 == last or line.at(at + 1) in _ROW)
    named = any(word.endswith(_DEEDS) and word not in _NO_DEEDS for word in heads)
    return not named and act_of(line, Deed(deed.first, last, "thing")).act is Act.OTHER
