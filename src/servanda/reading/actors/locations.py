"""Whether the name of a state, capital or seat stands for a party or only for a place.

"Oslo pledged" is Norway; "in Oslo" is a place. "Aid to Kenya" has Kenya as a party; "travelled to Kenya" has it as a place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.lexicon.heads import load_heads
from servanda.lexicon.locations import load_locations
from servanda.lexicon.states import load_states
from servanda.reading.actors.tags import Row, Token

_DATELINE = re.compile(r"(?:,|/|\(|–|—|:).*?[-–—:)]")


def is_party(row: Row, at: int) -> bool:
    """Whether a state's name stands for a party, not for a place, an origin or a part of another name."""
    after, before = _neighbours(row, at)
    if _is_part(after, before) or _is_city_of_event(row.tokens[at], after):
        return False
    if after and after[0].tag in "-'":
        return _goes_on(after) or (after[0].tag == "'" and len(after) == 1)
    if before and before[-1].tag == "," and _place_before(row, at):
        return False
    if _is_compound(row, at):
        short = row.tokens[at].text.replace(".", "").isupper()
        if not short and (not at or row.tokens[at - 1].tag in ".,"):
            return True
        return not _private_head(row, at) and (short or not _is_location(row, at))
    return not _is_location(row, at)


def acts(row: Row, at: int) -> bool:
    """Whether a capital or seat stands for its government: it does unless something happens there."""
    words = load_locations()
    after, before = _neighbours(row, at)
    if _is_part(after, before) or (after and after[0].lower in words.events) or _is_dateline(row, at):
        return False
    if after and (after[0].tag in "NS" or (after[0].tag == "," and len(after) > 1 and after[1].tag in "SN")):
        return False
    if before and before[-1].tag in "NH":
        return row.heading
    return not _is_location(row, at, city=True)


def _neighbours(row: Row, at: int) -> tuple[Sequence[Token], Sequence[Token]]:
    before = list(row.tokens[max(0, at - 4) : at])
    while before and before[-1].tag == "d":
        before.pop()
    return row.tokens[at + 1 : at + 5], before


def _is_part(after: Sequence[Token], before: Sequence[Token]) -> bool:
    """`Panama Canal`, `northern Kenya`, `Kenya-grown`: the name is a part of another or a mere origin."""
    words = load_locations()
    if after and after[0].lower in words.features:
        return True
    if before and before[-1].lower in words.regions:
        return True
    joined = len(after) > 1 and after[0].tag == "-" and after[1].tag == "w"
    return joined and after[1].lower not in words.acting


def _is_city_of_event(token: Token, after: Sequence[Token]) -> bool:
    """`the Singapore summit`: a state that is a city, before something that took place there."""
    city = not load_states()[token.id].capitals
    return city and bool(after) and after[0].lower in load_locations().events


def _goes_on(after: Sequence[Token]) -> bool:
    """Whether the name owns what follows or is bound to it: `Kenya's budget`, `Kenya-Norway ties`, not `Kenya's capital`."""
    words = load_locations()
    if after[0].tag == "-":
        return len(after) > 1
    places = words.of_place | words.regions
    return len(after) > 1 and not any(token.lower in places for token in after[1:3])


def _is_dateline(row: Row, at: int) -> bool:
    """`NAIROBI, March 3 (AFP) -` or `Oslo/NTB:` at the head of a paragraph."""
    return not at and bool(_DATELINE.match("".join(token.text for token in row.tokens[1:9])))


def _place_before(row: Row, at: int) -> bool:
    """`Bergen, Norway`: a capitalised word that is no party, and a comma."""
    k = at - 2
    return k >= 0 and row.tokens[k].tag in "NKx" and not (k >= 1 and row.tokens[k - 1].tag == ",")


def _is_compound(row: Row, at: int) -> bool:
    """Whether the name stands before a noun that it belongs to: `Kenya policy`, `U.S. commitment`."""
    after = row.tokens[at + 1] if at + 1 < len(row.tokens) else None
    return after is not None and after.tag in "wMNH" and after.lower not in load_locations().function


def _private_head(row: Row, at: int) -> bool:
    private, function = load_heads().private, load_locations().function
    for token in row.tokens[at + 1 : at + 5]:
        if token.lower in private:
            return True
        if token.tag not in "wMN-c" or (token.lower in function and token.tag != "c"):
            return False
    return False


def _is_location(row: Row, at: int, *, city: bool = False) -> bool:
    """Whether the words before say that the name is where something is, comes from or goes."""
    words = load_locations()
    start = _first_of_list(row, at)
    before = [token.lower for token in row.tokens[max(0, start - 7) : start] if token.tag != "d"]
    if not before:
        return False
    word, earlier = before[-1], before[-6:-1]
    last = earlier[-1] if earlier else ""
    if word in words.within:
        return not _begins(earlier, words.into)
    if word == "from":
        return not _begins(earlier, words.from_party)
    if word == "to":
        return not words.motion.isdisjoint(earlier[-4:]) and words.sent.isdisjoint(earlier[-3:])
    if word == "for":
        return last in words.leaving
    if word == "of":
        return last in words.of_place or (city and last in words.of_city)
    return word in words.entering


def _begins(earlier: Sequence[str], beginnings: frozenset[str]) -> bool:
    return any(word.startswith(tuple(beginnings)) for word in earlier)


def _first_of_list(row: Row, at: int) -> int:
    """The first name of a list of names: what stands before it governs all of `in Kenya, Uganda and Rwanda`."""
    tags = row.tags
    while True:
        k = len(tags[:at].rstrip("d"))
        joints = len(tags[:k].rstrip("c,-d"))
        if joints in (k, 0) or tags[joints - 1] not in "SK":
            return at
        at = joints - 1
