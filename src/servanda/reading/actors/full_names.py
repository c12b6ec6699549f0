"""Full names in a sentence: which run of capitalised words is a person's, and where a name ends.

What stands around a run tells it, else a given or family name that is known; in a headline, the text below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from servanda.codebook import ActorId, Span
from servanda.lexicon.given import load_given
from servanda.lexicon.heads import load_heads
from servanda.lexicon.holders import load_holders
from servanda.lexicon.titles import load_titles
from servanda.reading.actors.peoples import peoples
from servanda.reading.actors.tags import Row, Token

TITLE = r"(?:(?:[SAKBM]['\-]?c?)*H(?:[ftri]d?(?:[SAKBM]'?(?:c|,c?)?d?)*(?:[BM]|[SK](?!(?:'[sd]?)?[SAKBM]*H))(?:\([SNB]\))?)?R*)"
NAME = r"P{0,2}N(?:P*N){0,4}(?:,?J\.?)?"
_TITLE_BEFORE = re.compile(rf"{TITLE},\Z")
_TITLE_BEHIND = re.compile(r",d?(?:[SAKBMN]['\-]?c?)*H(?!N)")
_LIST_BEFORE = re.compile(rf"(?:(?<=[^NP])|\A)(?P<name>{NAME})(?:,c?|c)\Z")
_LIST_BEHIND = re.compile(rf"(?:,c?|c)(?P<name>{NAME})")
_AGE_BEHIND = re.compile(r",n(?:[,.)]|\Z)")


def owning_state(row: Row, start: int) -> tuple[ActorId, Span] | None:
    """`Kenya's Ann Example`: the state whose person it is."""
    if start < 2 or row.tags[start - 2 : start] != "S'":
        return None
    return row.tokens[start - 2].id, row.tokens[start - 2].span


def name_within(
    row: Row, lo: int, hi: int, surnames: set[str], full: frozenset[tuple[str, ...]]
) -> tuple[int, int] | None:
    """The part of a run of capitalised words that is a person's full name."""
    while lo < hi and _is_before_name(row.tokens[lo]):
        lo += 1
    lo = _behind_place(row, lo, hi)
    if row.tags[lo:hi].count("N") == 1 and row.tags[lo] == "P":
        return None
    name = plain_name(row.tokens[lo:hi])
    if len(name) < 2 or is_thing(name):
        return None
    if is_vessel(row, lo) or names_thing(row, hi):
        return None
    if name in full or _is_shown(row, lo, hi) or _is_listed(row, lo, hi, full):
        return lo, hi
    if _is_named_thing(row, lo):
        return None
    for start in range(lo, hi - 1):
        name = plain_name(row.tokens[start:hi])
        if len(name) > 1 and row.tags[start] == "N" and _is_full_name(name, surnames):
            return _widened(row, lo, start), hi
    return None


def _is_before_name(token: Token) -> bool:
    """Whether a word in a run of capitals is no part of the name behind it: `Democrat`, `Writer`, `NPR`."""
    words = load_titles()
    if token.text.endswith("s") and token.text in peoples():
        return True
    short = token.text.isupper() and len(token.text.replace(".", "")) > 1 and "." not in token.text
    return short or token.lower in words.affiliations or token.lower in words.callings


def names_thing(row: Row, hi: int) -> bool:
    """Whether what follows a name makes a thing of it: `Jan Berg [International Airport]`."""
    for token in row.tokens[hi : hi + 4]:
        if token.tag not in "NM" or not token.is_capital:
            return False
        if token.lower in load_titles().things or token.lower in load_heads().outsiders:
            return True
    return False


_PLACE_AND_NAME = 3
"""How many words `Senator from [Vermont Ann Berg]` has behind `from`."""


def _behind_place(row: Row, lo: int, hi: int) -> int:
    """Past the place of an office that stands right before a name: `First Minister of Scotland [Ann Berg]`."""
    if not lo or (row.tags[lo - 1] != "f" and row.tokens[lo - 1].lower != "from"):
        return lo
    found = (at for at in range(lo + 1, hi - 1) if row.tokens[at].lower in load_given())
    seat = row.tags[lo - 2 : lo - 1] == "H" and row.tokens[lo - 1].lower == "from" and hi - lo == _PLACE_AND_NAME
    return next(found, lo + 1 if seat else lo)


def is_vessel(row: Row, lo: int) -> bool:
    """`the aircraft carrier Queen Anna`, `aboard the Karl Berg`: a ship that bears a person's name."""
    before = [token.lower for token in row.tokens[max(0, lo - 2) : lo]]
    return bool(before) and (before[-1] in load_titles().vessels or before == ["aboard", "the"])


def calling_start(row: Row, start: int) -> int:
    """Back over what a person does, in small letters before a name: `[Norwegian fisherman] Jan Berg`."""
    if not start or row.tokens[start - 1].lower not in load_titles().callings or row.tokens[start - 1].is_capital:
        return start
    first = start - 1
    while first and (row.tags[first - 1] in "AM" or row.tokens[first - 1].lower in _WITH_CALLINGS):
        first -= 1
    if first > 1 and row.tags[first - 2 : first] == "S'":
        first -= 2
    return first


_WITH_CALLINGS = frozenset(
    {
        "human",
        "rights",
        "political",
        "young",
        "retired",
        "veteran",
        "prominent",
        "fellow",
        "leading",
        "investigative",
        "renowned",
        "noted",
    }
)


def is_credited(row: Row, start: int, end: int) -> bool:
    """Whether a picture is by a person, who then only has a name there: `(Wire: Ann Berg)`."""
    before = [token.text for token in row.tokens[max(0, start - _LONGEST_CREDIT) : start]]
    closed = end < len(row.tokens) and row.tags[end] == ")"
    return closed and before[-1:] == [":"] and "(" in before


_LONGEST_CREDIT = 6


def _is_named_thing(row: Row, lo: int) -> bool:
    """Whether an article or a word of places before it speaks against a person: `the Clarence Dock`, `San Pedro Sula`."""
    article = lo > 0 and row.tokens[lo - 1].lower in ("the", "a", "an")
    ship = lo > 0 and row.tokens[lo - 1].lower in load_titles().name_openers
    openers = load_titles().place_openers | load_titles().name_openers
    return article or ship or row.tokens[lo].lower in openers


def _is_listed(row: Row, lo: int, hi: int, full: frozenset[tuple[str, ...]]) -> bool:
    """Whether it stands in a list with a person named in full: `Ann Berg, Ovren Dal and Ragna Lid`."""
    if hi - lo > 3:
        return False
    left, right = _LIST_BEFORE.search(row.tags, max(0, lo - 24), lo), _LIST_BEHIND.match(row.tags, hi)
    near = [m.span("name") for m in (left, right) if m is not None]
    return any(plain_name(row.tokens[first:last]) in full for first, last in near)


def _widened(row: Row, lo: int, start: int) -> int:
    """Back to the first word of a run, whose given name may be one that no list holds; not over `Democrat` or `Asked`."""
    if lo and row.tags[lo - 1] == "f":
        return start
    while start > lo:
        word = row.tokens[start - 1].lower
        opens = start == 1 and word.endswith(("ing", "ed", "ly"))
        if opens or word in load_titles().affiliations or row.tokens[start - 1].text.isupper():
            break
        start -= 1
    return start


def heading_name(
    row: Row, lo: int, hi: int, surnames: set[str], full: frozenset[tuple[str, ...]]
) -> tuple[int, int] | None:
    """A full name among the capitals of a headline: one that the text below has, else two words of which one is known."""
    for start in range(lo, hi - 1):
        for end in range(hi, start + 1, -1):
            if plain_name(row.tokens[start:end]) in full:
                return start, end
    for start in range(lo, hi - 1):
        end = heading_end(row, start, hi, full)
        name = plain_name(row.tokens[start:end])
        if len(name) > 1 and not is_thing(name) and _is_full_name(name, surnames):
            return start, end
    return None


def _is_shown(row: Row, lo: int, hi: int) -> bool:
    """Whether what stands around a run says that it is a person: a title, an age, `who`, or speech of it."""
    before, after = row.tags[:lo], row.tags[hi:]
    if _TITLE_BEFORE.search(before) or _TITLE_BEHIND.match(after) or _AGE_BEHIND.match(after):
        return True
    if any(len(token.text) == 2 and token.text[1] == "." for token in row.tokens[lo : hi - 1]):
        return True
    words = [token.lower for token in row.tokens[: hi + 12]]
    if _is_described(words[hi:]) or _is_of_state(row, lo, hi):
        return True
    behind, ahead = words[hi : hi + 2], words[max(0, lo - 2) : lo]
    if behind[:1] == [","] and behind[1:] in (["who"], ["whose"]):
        return True
    if ahead and ahead[-1] in load_titles().telling:
        return len(ahead) < 2 or not ahead[0].isalpha()
    place = row.tokens[lo].lower in load_titles().place_openers
    return bool(behind) and behind[0] in load_titles().telling and before[-1:] not in ("d", "'", "-", "N") and not place


def _is_of_state(row: Row, lo: int, hi: int) -> bool:
    """`Kenya's Ann Example met`: two or three words that a state owns, with a verb or another name behind them."""
    if owning_state(row, lo) is None or hi - lo > 3 or row.tokens[lo].lower in load_titles().place_openers:
        return False
    behind = row.tokens[hi].lower if hi < len(row.tokens) else ""
    doing = load_titles().telling | load_titles().personal
    return behind in doing and not row.tags[lo:hi].strip("N") and not any(t.text.isupper() for t in row.tokens[lo:hi])


def _is_described(behind: Sequence[str]) -> bool:
    """Whether a comma and a word for what someone does follow: `, a Turkish writer`, `, widow of`."""
    if behind[:1] != [","]:
        return False
    stop = next((n for n, word in enumerate(behind[1:7], 1) if not word.isalpha() and word not in ("'s", "'", "-")), 7)
    return any(word in load_titles().callings for word in behind[1:stop])


def is_thing(name: Sequence[str]) -> bool:
    """Whether the last word says that it is an outfit, a place or a work: `Victoria Falls`, `Charlotte Airport`."""
    last = name[-1].lower()
    heads = load_heads()
    return last in load_titles().things or last in heads.bodies or last in heads.outsiders


def _is_full_name(name: tuple[str, ...], surnames: set[str]) -> bool:
    first = name[0].lower()
    if name[-1] in surnames and name[-1] != name[0]:
        return True
    if first in load_given():
        return True
    return first in load_titles().family_first and ("-" in name[1] or len(name) == 3)


def heading_end(row: Row, start: int, end: int, full: frozenset[tuple[str, ...]]) -> int:
    """Where a name ends in a headline, whose other words have capitals too.

    Where it does in the text below; else behind its second word, or its third for `Han Min Jae`; else behind the first.
    """
    for stop in range(end, start + 1, -1):
        if plain_name(row.tokens[start:stop]) in full:
            return stop
    verb = next((at for at in range(start + 1, end) if _is_headline_verb(row.tokens[at].lower)), end)
    end = min(end, verb)
    words = [token.lower for token in row.tokens[start:end]]
    while words and row.tokens[end - len(words)].tag == "P":
        words = words[1:]
    at = end - len(words)
    if len(words) > 1 and (words[0] in load_given() or words[0] in load_titles().family_first):
        initial = len(words) > 2 and len(words[1].rstrip(".")) == 1
        return _past_particles(row, at, min(end, at + (3 if initial or _is_three_part(words) else 2)), end)
    return at + 2 if end - at == 2 and _may_be_family(row, at + 1) else at + 1


def _is_headline_verb(word: str) -> bool:
    """Whether a word in capitals is the verb of a headline in the present: `Meets`, `Pledges`."""
    verbs = load_titles().headline_verbs
    return word.endswith("s") and (word[:-1] in verbs or word.removesuffix("es") in verbs)


def _may_be_family(row: Row, at: int) -> bool:
    """Whether the second of two capitalised words is a family name: two joined names, or one that holders of offices bear."""
    word = row.tokens[at].text
    doubled = "-" in word and all(part[:1].isupper() and part[1:].islower() for part in word.split("-"))
    return doubled or (word in _families() and word.lower() not in load_titles().headline_verbs)


@cache
def _families() -> frozenset[str]:
    """The last words of the names of known holders of offices, without those that are common words too."""
    last = {holder.name.split()[-1] for holder in load_holders()}
    return frozenset(word for word in last if word.isalpha() and word.lower() not in load_titles().never)


def _past_particles(row: Row, start: int, stop: int, end: int) -> int:
    """Past the word that a particle leads to: `Hamad bin [Rashid]`."""
    while stop < end and stop > start + 1 and (row.tags[stop - 1] == "P" or row.tags[stop] == "P"):
        stop += 1
    return stop


def _is_three_part(words: Sequence[str]) -> bool:
    """`Han Min Jae`: a family name that comes first, with two short syllables behind it."""
    return (
        len(words) > 2
        and words[0] in load_titles().family_first
        and max(len(words[1]), len(words[2])) < 7
        and not words[2].endswith(("s", "ed", "ing"))
        and words[2] not in load_titles().headline_verbs
    )


def plain_name(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words of a name without initials and suffixes; with its number where a king has but one name."""
    words = [t.text for t in tokens if t.tag in "NP" and not (len(t.text.rstrip(".")) == 1 and len(tokens) > 1)]
    numeral = next((t.text for t in tokens if t.tag == "J" and t.lower in NUMERALS), None)
    if len(words) == 1 and numeral is not None:
        return (words[0].title() if words[0].isupper() else words[0], numeral)
    return tuple(word.title() if word.isupper() and len(word) > 2 else word for word in words)


NUMERALS = frozenset({"ii", "iii", "iv", "v", "vi"})
