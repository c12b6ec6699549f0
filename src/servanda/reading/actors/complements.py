"""What stands behind the head of a description: `ministers [of both countries]`, `the Minister [for Trade of Kenya]`, over tagged tokens."""

from __future__ import annotations

from servanda.codebook import ActorId
from servanda.lexicon.heads import load_heads
from servanda.reading.actors.offices import singular
from servanda.reading.actors.organs import tag_at, words_of
from servanda.reading.actors.tags import Row, Token

NUMBERS = {
    **{word: number for number, word in enumerate(("two", "three", "four", "five", "six", "seven", "eight"), 2)},
    "both": 2,
}

MEMBERS = frozenset({"members"})
"""Nouns behind which a body says whose members they are: `members of the G7`."""
SENT = frozenset(
    {
        "officials",
        "official",
        "representatives",
        "representative",
        "delegates",
        "delegation",
        "delegations",
        "diplomats",
        "negotiators",
        "envoys",
        "ministers",
        "leaders",
        "ambassadors",
        "counterpart",
        "counterparts",
        "teams",
        "team",
    }
)
"""Nouns behind which `from` says whose they are: `representatives from Chad`."""


_RULING = frozenset({"authorities", "government", "governments", "officials", "leadership", "regime"})
"""Nouns behind which a state may stand with `in`: `authorities in Kenya`."""


def is_of_state(actor: ActorId) -> bool:
    """Whether the id is that of a body of one state."""
    return actor[3:4] == "/" and actor[:3].isupper()


def behind_head(row: Row, head: int) -> tuple[int, tuple[ActorId, ...]]:
    """Behind an of-phrase that names states, or behind `from both sides`."""
    tokens, at = row.tokens, head + 1
    if at + 1 < len(tokens) and _is_of_each(tokens, at):
        end = next((n for n in range(at + 2, min(at + 5, len(tokens))) if tokens[n].lower in ENDS), None)
        if end is not None or tag_at(tokens, at + 2) not in "SK":
            return (end + 1, ()) if end else (at, ())
    if tag_at(tokens, at) == "i" and tokens[at].lower == "in" and tokens[head].lower in _RULING:
        end, states = _complement(tokens, at, "SK")
        return (end, states) if states else (at, ())
    if tokens[head].lower in MEMBERS | _STATES and (tag_at(tokens, at) != "f" or _of_body(tokens, at) > at):
        return _of_body(tokens, at), ()
    if tokens[head].lower in MEMBERS or (head and tokens[head - 1].lower == "member"):
        return _of_body(tokens, at), ()
    if at < len(tokens) and tokens[at].lower == "from" and tokens[head].lower in SENT:
        end, states = _complement(tokens, at, "SK")
        return (end, states) if states else (at, ())
    if words_of(tokens[at : at + 2]) == "of the" and words_of(tokens[at + 2 : at + 3]) in _HEADED:
        return at + 3, ()
    if at >= len(tokens) or tokens[at].tag not in ("ftri" if tokens[head].tag == "H" else "f"):
        return at, ()
    if tokens[at].tag == "i" and tokens[head].id != "envoy":
        return at, ()
    portfolio = portfolio_end(tokens, head)
    if portfolio > at and tag_at(tokens, portfolio) == "f":
        end, states = _complement(tokens, portfolio, "SK")
        return (end, states) if states else (portfolio, ())
    first = at + 1 + (tag_at(tokens, at + 1) == "d")
    several = is_several(tokens[head]) and tag_at(tokens, first) in "SK"
    end, states = _complement(tokens, at, "SKABM" if tokens[head].tag == "H" and not several else "SK")
    if is_several(tokens[head]):
        end = _over_members(tokens, end)
    return end, states if tokens[at].tag == "f" else ()


def _over_members(tokens: tuple[Token, ...], end: int) -> int:
    """Behind the members of a body whose ministers or leaders they are: `the ministers of the GCC [member states]`."""
    if tokens[end - 1].tag != "B":
        return end
    after = end + (end < len(tokens) and tokens[end].lower == "member")
    return after + 1 if after < len(tokens) and tokens[after].lower in _STATES | {"members"} else end


_STATES = frozenset({"states", "countries", "nations", "governments"})


def portfolio_end(tokens: tuple[Token, ...], head: int) -> int:
    """Behind what a minister is minister of: `the Minister for [Trade and Industry] of Kenya`; behind the head without it."""
    at = head + 1
    if tokens[head].id != "minister" or tag_at(tokens, at) not in ("f", "r"):
        return at
    end = at + 1 + (tag_at(tokens, at + 1) == "d")
    first = end
    while tag_at(tokens, end) == "M" or (end > first and tag_at(tokens, end) in ("c", ",") and _joins(tokens, end)):
        end += 1
    return end if end > first else at


def _joins(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a comma or `and` joins two words of a portfolio: `Trade[,] Industry [and] Energy`."""
    after = at + 1 + (tag_at(tokens, at + 1) == "c")
    if tag_at(tokens, after) != "M" or tag_at(tokens, after + 1) in ("H", "B"):
        return False
    small = tokens[after].is_capital == tokens[at - 1].is_capital
    return small and (tokens[at].tag == "c" or any(tag_at(tokens, n) == "c" for n in range(after, after + 4)))


_HEADED = frozenset({"republic", "nation", "federation", "kingdom", "union", "council"})
"""What a head of state is head of where the state goes without its name: `the President of the Republic`."""


def is_several(head: Token) -> bool:
    """Whether an office is held by several: `ministers`, `heads of state`."""
    return singular(head.lower) != head.lower or load_heads().groups.get(head.lower) == "leaders"


def _is_of_each(tokens: tuple[Token, ...], at: int) -> bool:
    """`from both sides`, `from our governments`, `of the two countries`; not `of the countries in the region`."""
    after = tokens[at + 1].lower
    if tokens[at].lower == "from":
        return after in ("both", "each", "the", "our", "their")
    counted = after == "the" and at + 2 < len(tokens) and tokens[at + 2].lower in NUMBERS
    return tokens[at].tag == "f" and (after in ("both", "our") or counted)


def _owns_name(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a state's name owns an outfit: `the director of [Norway's] Amnesty branch`."""
    after = tokens[at + 2 : at + 3]
    return tokens[at].tag in "SK" and tag_at(tokens, at + 1) == "'" and bool(after) and after[0].tag in "NB"


def _of_body(tokens: tuple[Token, ...], at: int) -> int:
    """Behind `of the G7` or `of the 55-member Union`; where it is, without one."""
    if tag_at(tokens, at) != "f":
        return at
    after = at + 1 + (tag_at(tokens, at + 1) == "d")
    while after < at + 5 and tag_at(tokens, after) in "n-w":
        after += 1
    return after + 1 if tag_at(tokens, after) == "B" and not is_of_state(tokens[after].id) else at


def _complement(tokens: tuple[Token, ...], at: int, named: str) -> tuple[int, tuple[ActorId, ...]]:
    """Past the names behind `of`, `for` or `to`, with their aliases in brackets."""
    found: list[ActorId] = []
    end, here = at, at + 1
    while here < len(tokens) and tokens[here].tag in named + "dc,()":
        if (tag_at(tokens, here + 1) == "-" and tag_at(tokens, here + 2) == "w") or _owns_name(tokens, here):
            break
        if tokens[here].tag in "SK":
            if found and tag_at(tokens, here + 1) == "'":
                break
            found.append(tokens[here].id)
        if tokens[here].tag in named or (tokens[here].tag == ")" and end == here):
            end = here + 1
        if tokens[here].tag == "," and named != "SK":
            break
        here += 1
    return end, tuple(dict.fromkeys(found))


ENDS = frozenset({"side", "sides", "countries", "nations", "governments", "parties"})
