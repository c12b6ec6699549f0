"""Where words of undertaking stand in a sentence, and what follows each.

A word counts only with what it takes: `plan` before `to` and a verb, `commitment` before `to`, `will` before a bare verb.
Whether it binds anybody, the constructions decide.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from servanda.lexicon.acts import load_acts
from servanda.lexicon.grammar import load_grammar
from servanda.lexicon.undertakings import Form, load_undertakings
from servanda.reading.commitments.adjuncts import past_adjuncts, past_aside, past_times
from servanda.reading.commitments.lines import Line
from servanda.reading.commitments.promises import Wording

_FOLLOWERS = frozenset({"of", "for", "in", "on", "upon", "with", "from", "towards", "toward"})
_NEVER_BARE = frozenset({"and", "or", "as", ",", ".", ";", ":", ")", "”", "“", '"', "?"})
_STOPS = frozenset({"", ",", ".", ";", ":", ")", "?", "!", "”", '"'})
_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves", "ourselves"})
_QUOTES = frozenset({"“", '"'})
_MONEY = frozenset("$€£¥₩")
_CODES = frozenset({"usd", "eur", "gbp", "cad", "aud", "nzd", "us", "rs", "sar", "aed"})
_MORE = frozenset({"only", "just", "merely", "simply", "solely"})
_LONGEST_ASIDE = 12
_WHERE = frozenset({"at", "by", "during", "under"})
"""Behind these nothing is undertaken: `the catch agreed to | at the congress`."""
_OWN_REACH = 9
_ABOUT = frozenset(
    {
        "over",
        "nearly",
        "about",
        "around",
        "almost",
        "another",
        "an",
        "additional",
        "further",
        "more",
        "than",
        "up",
        "to",
        "least",
    }
)


def wordings_in(line: Line) -> Iterator[Wording]:
    """All words of undertaking of a sentence, from left to right; longer phrases first, and every reading of each."""
    known = load_undertakings()
    for at, word in enumerate(line.lower):
        if word in known and at not in line.end_of:
            yield from (found for form in known[word] if (found := _match(line, at, form)) is not None)


def _match(line: Line, at: int, form: Form) -> Wording | None:
    """The word of undertaking at this place with what it takes, if all its words and one of those follow."""
    grammar = load_grammar()
    last, negated = at + 1, False
    for word in form.undertaking.words[1:]:
        while grammar.is_adverb(line.at(last)) and line.at(last) != word:
            negated |= _denies(line, last)
            last += 1
        if not _is_form_of(line.at(last), word):
            return None
        last += 1
    behind, denied = _behind(line, last)
    if form.undertaking.kind == "noun":
        behind = _past_owner(line, behind)
    bare = Wording(form.undertaking, form.form, at, last, "", behind, negated=negated or denied)
    at_take = past_times(line, behind)
    timed = bare if at_take == behind else replace(bare, at=at_take)
    return _with_take(line, timed) or _past_adjuncts(line, timed) or _with_object(line, timed)


def _past_adjuncts(line: Line, found: Wording) -> Wording | None:
    """The wording with a `to` and verb that stand behind the one who is promised, or behind an occasion."""
    if _is_modal(found) or not found.undertaking.takes & {"to", "to-do"}:
        return None
    hearer = not found.undertaking.takes.isdisjoint({"that", "what"}) or found.undertaking.kind == "noun"
    at = past_adjuncts(line, found.at, hearer=hearer)
    negated = found.negated or _denies(line, at - 1)
    return _with_take(line, replace(found, at=at, negated=negated)) if at > found.at else None


def _is_modal(found: Wording) -> bool:
    """Whether the wording is a modal, which takes nothing but its verb."""
    return found.undertaking.kind == "modal"


def _is_form_of(word: str, wanted: str) -> bool:
    verb = load_acts().verbs.get(word)
    return word == wanted or (verb is not None and verb.bare == wanted and verb.form != "doing")


def _with_take(line: Line, found: Wording) -> Wording | None:
    """The wording with what it takes, or None where something else follows."""
    word, takes = line.at(found.at), found.undertaking.takes
    if word == "to" and takes & {"to", "to-do"}:
        after, denied = _behind(line, found.at + 1)
        fits = bool(line.at(after)) and (("to" in takes and line.at(after) not in _WHERE) or _may_be_bare(line, after))
        return replace(found, take="to", at=after, negated=found.negated or denied) if fits else None
    if "own" in takes and (to := _past_own(line, found.at)) is not None:
        return replace(found, take="to", at=_behind(line, to + 1)[0])
    if word in _FOLLOWERS and word in takes:
        return replace(found, take=word, at=found.at + 1)
    if "do" in takes and _may_be_bare(line, found.at):
        return replace(found, take="do")
    if (
        word == "of"
        and "of-sum" in takes
        and (line.at(found.at + 1)[:1].isdigit() or line.at(found.at + 1)[:1] in _MONEY)
    ):
        return replace(found, take="of", at=found.at + 1)
    if "sum" in takes and _is_sum(line, found.at):
        return replace(found, take="sum")
    return None


def _is_sum(line: Line, at: int) -> bool:
    """Whether a sum begins here, be it `over $3 billion` or `an additional 4 million euros`."""
    while line.at(at) in _ABOUT:
        at += 1
    at += line.at(at) in _CODES
    return line.at(at)[:1].isdigit() or line.at(at)[:1] in _MONEY


def _with_object(line: Line, found: Wording) -> Wording | None:
    """The wording with its object, unless that is the one who is told something (`promised Chad that it would`)."""
    grammar = load_grammar()
    objects = {"gift": grammar.gifts, "move": grammar.moves, "departure": grammar.departures, "joint": grammar.joining}
    for take, nouns in objects.items():
        if take in found.undertaking.takes and _holds(line, found.at, nouns):
            return replace(found, take=take)
    if "what" not in found.undertaking.takes or not _may_be_object(line, found.at) or _tells(line, found.at):
        return None
    if _gives(found) and _is_all(line, found.at):
        return None
    return replace(found, take="what")


def _gives(found: Wording) -> bool:
    """Whether the verb takes one to whom and something (`promise Kenya ships`)."""
    return {"what", "sum"} <= found.undertaking.takes


def _is_all(line: Line, at: int) -> bool:
    """Whether a party alone stands behind the verb, its object in front: `the ships that Norway promised Kenya`."""
    end = line.end_of.get(at)
    return end is not None and line.at(end) in _STOPS | load_grammar().modals


def _holds(line: Line, at: int, nouns: frozenset[str]) -> bool:
    """Whether the nominal that begins here holds one of these nouns."""
    grammar = load_grammar()
    end = next(
        (n for n in range(at, len(line.words)) if line.at(n) in grammar.prepositions | {",", ".", "that", "to"}), at
    )
    stretch = line.lower[at:end]
    return not nouns.isdisjoint(stretch) or (nouns is grammar.gifts and any(word[:1] in _MONEY for word in stretch))


def _tells(line: Line, at: int) -> bool:
    """Whether a clause begins soon behind a word: `that`, or a pronoun with its modal."""
    grammar = load_grammar()
    here = at
    while here < len(line.words) and (here in line.end_of or line.at(here) in grammar.hearers | {"the"}):
        here = line.end_of.get(here, here + 1)
    pronoun = line.at(here) in grammar.pronouns
    return line.at(here) == "that" or line.at(here + pronoun) in grammar.modals


def _denies(line: Line, at: int) -> bool:
    """Whether a word denies what follows it: `will not only` does not."""
    return line.at(at) in {"not", "never"} and line.at(at + 1) not in _MORE


def _behind(line: Line, at: int) -> tuple[int, bool]:
    """The next word that is neither adverb, `not`, reflexive nor an aside in commas or dashes; and whether `not` was passed."""
    grammar = load_grammar()
    negated = False
    while at < len(line.words):
        word = line.at(at)
        negated |= _denies(line, at)
        if word == "no" and line.at(at + 1) == "longer":
            at, negated = at + 2, True
            continue
        if word == ",":
            end = next((n for n in range(at + 1, min(at + _LONGEST_ASIDE, len(line.words))) if line.at(n) == ","), None)
            if end is None:
                break
            at = end
        elif (behind := past_aside(line, at)) > at:
            at = behind
            continue
        elif not (grammar.is_adverb(word) or word in _REFLEXIVES or word in _QUOTES or _joins_adverbs(line, at)):
            break
        at += 1
    return line.past_number(at), negated


def _past_own(line: Line, at: int) -> int | None:
    """The `to` behind those of its own side whom a party tells to act: `instructed their ministers to`."""
    if line.at(at) not in load_grammar().possessives:
        return None
    to = next((n for n in range(at + 2, min(len(line.words), at + _OWN_REACH)) if line.at(n) == "to"), None)
    return to if to is not None and _may_be_bare(line, _behind(line, to + 1)[0]) else None


def _joins_adverbs(line: Line, at: int) -> bool:
    """Whether `and` stands between two adverbs: `quickly and fully`."""
    grammar = load_grammar()
    return line.at(at) == "and" and grammar.is_adverb(line.at(at - 1)) and grammar.is_adverb(line.at(at + 1))


def _past_owner(line: Line, at: int) -> int:
    """The place behind the owners that follow a noun: `the commitment of France and Chad to`."""
    if line.at(at) not in {"of", "by", "from", "for"}:
        return at
    here = at + 1
    while here < len(line.words):
        here += line.at(here) in {"the", "both", "other"}
        if here not in line.names:
            return at
        here = line.names[here].last
        here += line.at(here) in load_grammar().party_nouns
        if line.at(here) != "and":
            break
        here += 1
    ends = {"to"} if line.at(at) == "for" else {"to", "for"}
    return here if line.at(here) in ends else at


def _may_be_bare(line: Line, at: int) -> bool:
    """Whether a bare verb may stand here, known or not."""
    word = line.at(at)
    verb = load_acts().verbs.get(word)
    if verb is not None:
        return verb.form == "do"
    inflected = word.endswith(("ing", "ed", "s")) and not word.endswith(("ss", "eed"))
    alphabetic = word.replace("-", "").isalpha()
    return alphabetic and not _is_closed(word) and not inflected and at not in line.end_of


def _may_be_object(line: Line, at: int) -> bool:
    word = line.at(at)
    return bool(word) and (word in load_grammar().determiners or not _is_closed(word))


def _is_closed(word: str) -> bool:
    grammar = load_grammar()
    closed = word in grammar.prepositions or word in grammar.determiners or word in grammar.auxiliaries
    return closed or word in grammar.pronouns or word in _NEVER_BARE
