"""Whether the name of a state, capital or seat stands for a party or only for a place.

"Oslo pledged" is Norway; "in Oslo" is a place. "Aid to Kenya" has Kenya as a party; "travelled to Kenya" has it as a place.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from servanda.lexicon.heads import load_heads
from servanda.lexicon.locations import load_locations
from servanda.lexicon.states import load_states
from servanda.lexicon.titles import load_titles
from servanda.reading.actors.tags import Row, Token

_LIST_GOES_ON = re.compile(r",?c|,d*[SK]")
_DATELINE = re.compile(r"(?:,|/|\(|–|—|:).*?[-–—:)]")
_DATED = re.compile(
    r",?(?:\d{1,2}(?:st|nd|rd|th)?)?(?:January|February|March|April|May|June|July|August|September|October|November|December),?\d"
)
_PAPERS = frozenset({"Agreement", "Pact", "Communique", "Communiqué", "Document", "Framework"})
"""What goes by the city in which it was signed: `the Oslo Agreement`."""


def is_party(row: Row, at: int) -> bool:
    """Whether a state's name stands for a party, not for a place, an origin or a part of another name."""
    after, before = _neighbours(row, at)
    if _is_part(after, before) or _is_city_of_event(row.tokens[at], after) or _is_in_name(row, at):
        return False
    if after and after[0].tag in "-'":
        return _goes_on(after) or (after[0].tag == "'" and len(after) == 1)
    if before and before[-1].tag == "," and _place_before(row, at):
        return False
    if [token.lower for token in before[-2:]] in (["host", "country"], ["host", "nation"]):
        return False
    if _is_imagined(row, at) or (row.tags[at + 1 : at + 3] == "cA" and _private_head(row, at)):
        return False
    if _is_compound(row, at):
        short = row.tokens[at].text.replace(".", "").isupper()
        if not short and (_opens_line(row, at) or row.tokens[at - 1].tag in ".,"):
            return True
        if not short and before and before[-1].lower in load_locations().giving:
            return True
        return not _private_head(row, at) and (short or not _is_location(row, at))
    return not _is_location(row, at)


def _opens_line(row: Row, at: int) -> bool:
    """Whether nothing but the mark of a list stands before: `- Kenya restored market access`."""
    return all(token.tag == "-" or token.text in _BULLETS for token in row.tokens[:at])


_BULLETS = frozenset("•·●▪◦*")


def is_place(row: Row, at: int) -> bool:
    """Whether the words before a token make a mere place of what begins there: `across [the country]`, `left [the kingdom]`."""
    return _is_location(row, at, city=True)


def acts(row: Row, at: int) -> bool:
    """Whether a capital or seat stands for its government: it does unless something happens there."""
    after, before = _neighbours(row, at)
    if _is_part(after, before) or _names_event(after) or _is_dateline(row, at):
        return False
    if after and (
        (after[0].tag in "NSB" and not row.heading) or (after[0].tag == "," and len(after) > 1 and after[1].tag in "SN")
    ):
        return False
    if _is_in_name(row, at) or (before and before[-1].tag in "NH" and not row.heading):
        return False
    if _is_called_capital(row, at):
        return False
    if before and before[-1].tag == "," and _place_before(row, at):
        return False
    return not _is_location(row, at, city=True)


def _names_event(after: Sequence[Token]) -> bool:
    """Whether a city gives its name to what took place there or was signed there."""
    return bool(after) and (after[0].lower in load_locations().events or after[0].text in _PAPERS)


def _is_called_capital(row: Row, at: int) -> bool:
    """Whether the words before say which city it is: `near the capital, Oslo`, `the Norwegian capital Oslo`."""
    before = [token.lower for token in row.tokens[max(0, at - 2) : at]]
    return before[-1:] == ["capital"] or before == ["capital", ","]


def _is_in_name(row: Row, at: int) -> bool:
    """Whether capitals beside it make it a part of a name that is no state's: `Kenya Airways`, `Air Cambodia`, `Oslo Accord`."""
    tokens = row.tokens
    token, words = tokens[at], load_titles()
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    before = tokens[at - 1] if at else None
    if before is not None and before.tag == "N" and before.lower in words.name_openers:
        return True
    if before is not None and before.tag == "N" and at > 1 and not row.heading and token.tag == "S":
        return not before.text.isupper() and token.span.start - before.span.end == 1
    paired = before is not None and before.tag == "-"
    if paired or after is None or after.tag not in "NM" or not after.is_capital:
        return False
    last = at + 1
    while last + 1 < len(tokens) and tokens[last + 1].tag in "NM" and tokens[last + 1].is_capital:
        last += 1
    if any(
        other.lower in words.things or other.lower in load_heads().outsiders
        for other in tokens[at + 1 : (at + 2 if row.heading else last + 1)]
    ):
        return True
    short = token.text.replace(".", "").isupper()
    follows = last + 1 < len(tokens) and tokens[last + 1].tag == "H"
    return (
        not row.heading and not short and not follows and all(other.tag == "N" for other in tokens[at + 1 : last + 1])
    )


def _neighbours(row: Row, at: int) -> tuple[Sequence[Token], Sequence[Token]]:
    before = list(row.tokens[max(0, at - 4) : at])
    while before and before[-1].tag == "d":
        before.pop()
    after = row.tokens[at + 1 : at + 5]
    loose = bool(after) and after[0].tag == "-" and after[0].span.start > row.tokens[at].span.end
    return () if loose else after, before


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
    city = token.tag == "S" and not load_states()[token.id].capitals
    return city and bool(after) and after[0].lower in load_locations().events


def _goes_on(after: Sequence[Token]) -> bool:
    """Whether the name owns what follows or is bound to it: `Kenya's budget`, `Kenya-Norway ties`, not `Kenya's capital`."""
    words = load_locations()
    if after[0].tag == "-":
        return len(after) > 1
    if len(after) > 2 and after[1].lower in words.superlatives and after[2].lower not in words.bonds:
        return False
    places = words.of_place | words.regions
    return len(after) > 1 and not any(token.lower in places for token in after[1:3])


def _is_dateline(row: Row, at: int) -> bool:
    """`NAIROBI, March 3 (AFP) -`, `Oslo/NTB:` or `Oslo, 3 March 2020` at the head of a paragraph, `- Oslo` at its end."""
    behind = "".join(token.text for token in row.tokens[at + 1 : at + 9])
    if not at:
        return bool(_DATELINE.match(behind) or _DATED.match(behind)) or not behind.strip(".")
    return not behind and row.tokens[at - 1].tag == "-" and row.tokens[at - 1].span.end < row.tokens[at].span.start


def _place_before(row: Row, at: int) -> bool:
    """`Bergen, Norway`: a capitalised word that is no party, and a comma; capitals in a row (`Oslo, Lima and Accra`) are none."""
    k = at - 2
    if k >= 0 and row.tokens[k].tag == row.tokens[at].tag == "K":
        return False
    if k >= 0 and row.tokens[k].lower in load_locations().divisions:
        return True
    return k >= 0 and row.tokens[k].tag in "NKx" and not (k >= 1 and row.tokens[k - 1].tag == ",")


def _is_imagined(row: Row, at: int) -> bool:
    """`a future Kenya`, `a stronger Kenya`: with an indefinite article the name is not the state that acts."""
    before = [token.lower for token in row.tokens[max(0, at - 3) : at]]
    article = next((n for n in reversed(range(len(before))) if before[n] in ("a", "an")), None)
    if article is None or row.tokens[at - 1].tag not in "wM" or _is_compound(row, at):
        return False
    governing = load_locations().function | load_locations().within | {"like", "unlike", "behind", "beyond", "on"}
    return article < len(before) - 1 and governing.isdisjoint(before[article + 1 :])


def _is_compound(row: Row, at: int) -> bool:
    """Whether the name stands before a noun that it belongs to: `Kenya policy`, `U.S. commitment`."""
    after = row.tokens[at + 1] if at + 1 < len(row.tokens) else None
    return after is not None and after.tag in "wMNH" and after.lower not in load_locations().function


def _private_head(row: Row, at: int) -> bool:
    private, words = load_heads().private, load_locations()
    for token in row.tokens[at + 1 : at + 5]:
        if token.lower in private:
            return True
        if (
            token.tag not in "wMN-cAS"
            or token.lower in words.quantities
            or (token.lower in words.function and token.tag != "c")
        ):
            return False
    return False


def _is_location(row: Row, at: int, *, city: bool = False) -> bool:
    """Whether the words before say that the name is where something is, comes from or goes."""
    words = load_locations()
    start = _first_of_list(row, at)
    near = [token for token in row.tokens[max(0, start - 9) : start] if token.tag != "d"]
    near = list(_before_examples(near))
    before = [token.lower for token in near]
    if not before:
        return False
    word, earlier = before[-1], before[-6:-1]
    last = earlier[-1] if earlier else ""
    if word in words.within:
        return city or not _begins(earlier, words.into)
    if word == "from":
        return not _begins(earlier, words.from_party) and (
            city or _begins(earlier, words.from_place) or len(earlier) < 1
        )
    if word in ("to", "toward", "towards"):
        if last in _COMING or _is_welcomed(near[:-1]):
            return True
        travels = any(one in words.motion and other == "of" for one, other in itertools.pairwise(before[:-1]))
        if _begins(before[:-1], words.halting) and not travels:
            return False
        return travels or (not words.motion.isdisjoint(earlier[-4:]) and words.sent.isdisjoint(earlier[-3:]))
    if word == "for":
        return last in words.leaving
    if word == "of":
        named = len(near) > 1 and _is_proper(row, near[-2]) and last not in words.of_party
        return named or last in words.of_place or (city and last in words.of_city)
    return word in words.entering


_COMING = frozenset({"here", "back", "over"})


def _is_welcomed(near: Sequence[Token]) -> bool:
    """Whether someone is welcomed there: `welcomed President Berg [to Kenya]`, `welcome you [to Oslo]`."""
    size = next((n for n, token in enumerate(reversed(near)) if token.tag not in "NRHPA"), len(near))
    named = near[len(near) - size :]
    at = len(near) - size - 1
    if not size and at >= 0 and near[at].lower in ("you", "him", "them"):
        at -= 1
    elif not any(token.tag in "NH" for token in named):
        return False
    return at >= 0 and near[at].lower.startswith("welcom")


def _is_proper(row: Row, token: Token) -> bool:
    """Whether a word's capital shows a proper name: not in a headline, at the head of a sentence or in an abbreviation."""
    name = token.tag == "N" or (token.tag == "M" and token.is_capital and token.lower in load_titles().things)
    return name and not row.heading and token is not row.tokens[0] and not token.text.isupper()


def _before_examples(near: Sequence[Token]) -> Sequence[Token]:
    """What governs a list of examples: of `to cities including` and `in nations such as` the words up to `to` and `in`.

    Where a place stands there by itself ("destinations including"), the names are places too.
    """
    words = load_locations()
    texts = [token.lower for token in near]
    size = 1 if texts[-1:] == ["including"] else 2 if texts[-2:] == ["such", "as"] else 0
    if not size or len(texts) <= size:
        return near
    head = len(near) - size - 1
    if texts[head] in ("destinations", "places", "cities", "markets", "locations", "regions", "areas"):
        return near[:head] if head and near[head - 1].tag in "ti" else (*near[:head], Token("in", near[head].span, "i"))
    governed = [n for n in range(max(0, head - 3), head) if texts[n] in words.within]
    return near[: governed[-1] + 1] if governed else near


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
        if "c" not in tags[joints:k] and not _LIST_GOES_ON.match(tags, at + 1):
            return at
        at = joints - 1
