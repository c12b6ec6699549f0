"""Where one deed ends and the next one begins, word by word: at a comma, an `and`, `including by`, or another clause."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from servanda.lexicon.acts import load_acts
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.boundaries import (
    INSERTION_REACH,
    inserted_end,
    is_attribution,
    is_finite,
    list_goes_on,
    past_example,
    starts_clause,
)
from servanda.reading.commitments.branches import Branches
from servanda.reading.commitments.lines import Line, state_adjectives
from servanda.reading.commitments.qualifiers import opening_length
from servanda.reading.commitments.verbs import form_of, is_verb_here

STOPS = frozenset({".", "?", "!", ":", "—", "–", "•", "…"})
QUOTES = frozenset({"“", "”", '"'})
_OPENING = QUOTES | {"‘"}
_NOMINAL = ("ion", "ment", "al", "ance", "ence", "repatriation")
_REACH = 60
_NEAR = 8


@dataclass(frozen=True, slots=True)
class Cut:
    """The end of a deed, and where the next one begins, if one does."""

    next_deed: int | None = None
    form: str = ""
    listed: bool = False


def cut_at(line: Line, first: int, here: int, form: str, branches: Branches) -> Cut | None:
    """What happens at this word: None to go on."""
    word = line.at(here)
    if here >= len(line.words):
        return Cut()
    if word == ";":
        return Cut(_next_in_list(line, here + 1, form))
    if word in {"–", "-"} and (_is_unspaced(line, here) or (here - 1 in line.ends and here + 1 in line.names)):
        return None
    if word in STOPS and not (word == "." and here + 1 < len(line.words)):
        return Cut()
    if here == first:
        return None
    if here in branches.stops:
        return Cut()
    if here in branches.nexts and branches.nexts[here] > first:
        return Cut(branches.nexts[here])
    if word in QUOTES:
        return Cut() if is_attribution(line, here + 1) else None
    if (
        (word in load_grammar().deed_walls and not _is_deadline(line, here))
        or (_is_wall_phrase(line, here) and not _is_rendered(line, first, here))
        or opening_length(line, here)
    ):
        return Cut()
    if word == ",":
        return _cut_at_comma(line, here, form)
    if word in {"and", "but"}:
        return _cut_at_and(line, first, here, form)
    grammar = load_grammar()
    if (word in grammar.auxiliaries or word in grammar.modals) and _is_main_verb(line, first, here):
        return Cut()
    return _cut_at_including(line, here) if word == "including" else None


def _is_unspaced(line: Line, here: int) -> bool:
    """Whether a dash joins two words into one: `the Isiolo–Moyale road`."""
    sign = line.words[here].span
    text = line.scene.text
    return text[sign.start - 1 : sign.start].isalnum() and text[sign.end : sign.end + 1].isalnum()


def _is_main_verb(line: Line, first: int, here: int) -> bool:
    """Whether a finite verb ends the deed since it is the sentence's own: `Norway's pledge to send tanks | was welcomed`."""
    grammar = load_grammar()
    before = line.at(here - 1)
    clausal = not grammar.clausal.isdisjoint(line.lower[first:here])
    if clausal or before in grammar.pronouns or before == "to":
        return False
    name = line.ends.get(here - 1)
    return name is None or _is_governed(line, name.first - (line.at(name.first - 1) == "the"))


def _is_governed(line: Line, at: int) -> bool:
    """Whether what begins at `at` hangs on a preposition or verb, so that it is no subject of its own."""
    before = line.at(at - 1)
    return before in load_grammar().prepositions or before == "to" or before in load_acts().verbs


def _cut_at_comma(line: Line, here: int, form: str) -> Cut | None:
    at = here + 1
    if line.at(at) in QUOTES or opening_length(line, at):
        return Cut()
    if line.at(at) == "including":
        return _cut_at_including(line, at)
    as_well = line.lower[at : at + 3] == ("as", "well", "as")
    joined = as_well or line.at(at) in {"and", "or", "but"}
    at += 2 if as_well else 0
    next_deed = _deed_start(line, at + joined, form)
    if next_deed is not None and (joined or _more_follow(line, next_deed, form)):
        return Cut(next_deed)
    if form == "thing" and _opens_gerund(line, at) and _more_follow(line, at, "doing"):
        return Cut(at, "doing")
    if form in {"do", "doing"} and _enables(line, at):
        return Cut(at, "doing")
    if joined:
        ends = line.at(at) == "but" or starts_clause(line, at + 1) or is_finite(line, at + 1)
        return Cut() if ends else None
    inserted = inserted_end(line, at) is not None or any(
        inserted_end(line, n) == here for n in range(at - INSERTION_REACH, here)
    )
    return Cut() if _opens_aside(line, at, form) and not inserted else None


def _enables(line: Line, at: int) -> bool:
    """Whether a participle follows that gives something to a party named: `, giving Chad access to both ports`."""
    behind = at + 1 + (line.at(at + 1) == "the")
    named = behind in line.names or line.words[min(behind, len(line.words) - 1)].text in state_adjectives()
    return line.at(at) in load_grammar().enabling and named


def _opens_aside(line: Line, at: int, form: str) -> bool:
    """Whether what follows a comma is no part of the deed's list."""
    grammar = load_grammar()
    word = line.at(at)
    if word[:1].isdigit():
        return False
    if starts_clause(line, at) or is_attribution(line, at):
        return True
    if _is_adjective(line.at(at - 2)) and word not in grammar.asides:
        return False
    if word in grammar.asides and not (word in {"the", "a", "an"} and list_goes_on(line, at)):
        return True
    if word.endswith("ed") and line.at(at + 1) in grammar.prepositions:
        return True
    gerund = word.endswith("ing") and word in load_acts().verbs
    owned = line.at(at + 1) in grammar.determiners | grammar.pronouns or at + 1 in line.names
    gerund |= word.endswith("ing") and owned
    gerund |= grammar.is_adverb(word) and line.at(at + 1).endswith("ing")
    return (gerund and form != "doing") or not list_goes_on(line, at)


def _is_adjective(word: str) -> bool:
    """Whether a word before a comma is likely one of several adjectives (`a conventionally-armed, silent fleet`)."""
    return "-" in word or word.endswith(("ive", "ous", "ful", "able", "ible"))


def _cut_at_and(line: Line, first: int, here: int, form: str) -> Cut | None:
    at = here + 1
    if opening_length(line, at):
        return None
    next_deed = _deed_start(line, at, form)
    if next_deed is not None:
        return None if _shares_object(line, first, here) else Cut(next_deed)
    if starts_clause(line, at) or is_finite(line, at):
        return Cut()
    if form == "thing" and _opens_gerund(line, at):
        return Cut(at, "doing")
    adjectives = line.at(here - 1) == "," and "," in (line.at(here - 3), line.at(here - 2))
    thing = _next_thing(line, at) if form == "thing" and line.at(here) == "and" and not adjectives else None
    return Cut(thing) if thing is not None else None


def _cut_at_including(line: Line, at: int) -> Cut | None:
    """`including by`, `including through` or `including` and a gerund begin a list of deeds of their own."""
    behind = past_example(line, at + 1)
    if line.at(behind) in {"by", "through"}:
        start = past_adverbs(line, behind + 1 + (line.at(behind + 1) == ":"))
        named = start + (line.at(start) in load_grammar().determiners)
        is_name = form_of(line, start) == "thing" and named < len(line.words) and line.words[named].text[:1].isupper()
        return None if is_name else Cut(start, form_of(line, start), listed=True)
    if line.at(behind).endswith("ing") and line.at(behind) in load_acts().verbs:
        return Cut(behind, "doing", listed=True)
    return None


def _next_in_list(line: Line, at: int, form: str) -> int | None:
    """Behind a semicolon: the next deed of the list, or None where something else begins."""
    at += line.at(at) in {"and", "or"}
    start = _deed_start(line, at, form) or _deed_start(line, at, "do")
    if start is not None:
        return start
    thing = form == "thing" and line.at(at) in load_grammar().determiners and not starts_clause(line, at)
    return at if thing else None


def _deed_start(line: Line, at: int, form: str) -> int | None:
    """The first word of another deed of this form, if one begins here."""
    start = past_adverbs(line, at)
    if line.at(start) == "to":
        start = past_adverbs(line, start + 1)
        known = load_acts().verbs.get(line.at(start))
        return start if form != "do" or (known is not None and known.form == "do") else None
    verb = load_acts().verbs.get(line.at(start))
    if verb is None or verb.form != form or start in line.end_of:
        return None
    return start if is_verb_here(line, start, strict=True) else None


def _more_follow(line: Line, at: int, form: str) -> bool:
    """Whether a later `and` brings one more deed, so that this comma is one of a list."""
    for here in range(at + 1, min(len(line.words), at + _REACH)):
        if line.at(here) == ";":
            return False
        if line.at(here) == "and" and _deed_start(line, here + 1, form) is not None:
            return True
    return False


def _shares_object(line: Line, first: int, here: int) -> bool:
    """Whether the deed so far is a bare verb that waits for its object: `adopt and maintain`."""
    words = [word for word in line.lower[first:here] if not load_grammar().is_adverb(word)]
    if len(words) <= 1:
        return True
    bare = words[-1] in load_acts().verbs and words[-1] not in load_grammar().verb_or_noun
    return bare and words[-2] in {"to", "and", ","}


def _opens_gerund(line: Line, at: int) -> bool:
    """Whether a deed in gerund form follows one that is a thing: `the purchase of radars and training crews`."""
    verb = load_acts().verbs.get(line.at(at))
    return verb is not None and verb.form == "doing" and line.at(at + 1) not in load_grammar().prepositions


def _next_thing(line: Line, at: int) -> int | None:
    """Behind `and`: the next deed named by a noun of its own, `the establishment of ...`, `to the ...`."""
    if line.at(at) == "to":
        return at + 1
    for here in range(at, min(at + 4, len(line.words) - 1)):
        if here in line.end_of:
            return None
        nominal = line.at(here) in load_acts().things or line.at(here).endswith(_NOMINAL)
        if nominal and line.at(here + 1) in {"of", "on", "between"} and (line.at(at) == "the" or here <= at + 1):
            return at
    return None


def _is_wall_phrase(line: Line, at: int) -> bool:
    phrases = _wall_phrases().get(line.at(at), ())
    if not phrases or line.at(at - 1) in {"well", "such", "same"}:
        return False
    return any(line.lower[at : at + len(phrase)] == phrase for phrase in phrases)


def _is_rendered(line: Line, first: int, at: int) -> bool:
    """Whether `as` says what the object is kept or taken for: `maintain the lake as a zone of peace`."""
    verb = load_acts().verbs.get(line.at(first))
    near = line.at(at) == "as" and at - first <= _NEAR
    return near and verb is not None and verb.bare in load_grammar().rendering


@cache
def _wall_phrases() -> dict[str, list[tuple[str, ...]]]:
    """The phrases that end a deed, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in load_grammar().deed_wall_phrases:
        found.setdefault(phrase[0], []).append(phrase)
    return found


def _is_deadline(line: Line, at: int) -> bool:
    """Whether `before` names the last day of the deed and opens no clause: `reconvene before the end of the week`."""
    return line.at(at) == "before" and (line.at(at + 1)[:1].isdigit() or line.at(at + 2) in {"end", "close"})


def past_adverbs(line: Line, at: int) -> int:
    """Past adverbs and opening quotation marks."""
    grammar = load_grammar()
    while (grammar.is_adverb(line.at(at)) and line.at(at) not in {"both", "all", "each"}) or line.at(at) in _OPENING:
        at += 1
    return line.past_number(at)
