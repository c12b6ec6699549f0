"""What stands around the head of a description: `the two [Nordic] ministers of Norway and Denmark`, over tagged tokens."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook import ActorId, Span
from servanda.lexicon.heads import load_heads
from servanda.lexicon.locations import load_locations
from servanda.reading.actors.offices import Office, read_office, singular
from servanda.reading.actors.organs import tag_at, words_of
from servanda.reading.actors.tags import Row, Token

_NUMBERS = {
    **{word: number for number, word in enumerate(("two", "three", "four", "five", "six", "seven", "eight"), 2)},
    "both": 2,
}
_DETERMINERS = frozenset({"both", "these", "those", "each", "that", "this", "all", "either", "neither"})


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A head noun with what belongs to it.

    Attributes:
        row: its sentence.
        first: index of its first token.
        head: index of the head.
        behind: index behind its last token.
        determiner: `the`, `our`, `both` …, in lower case; empty without one.
        number: how many, where it says so.
        states: ids of the states that it names, in order.
        owner: the token of a name before it (`the [Ruto] government`), where there is one.
        office: the office that it names, where its head is one.
    """

    row: Row
    first: int
    head: int
    behind: int
    determiner: str
    number: int | None
    states: tuple[ActorId, ...]
    owner: Token | None
    office: Office | None

    @property
    def span(self) -> Span:
        """The whole description; an article stays out before a title in capitals and in before a description."""
        tokens = self.row.tokens
        return Span(tokens[self.first].span.start, tokens[self.behind - 1].span.end)

    @property
    def from_each(self) -> bool:
        """Whether it goes on with `from both sides` or `of the three countries`."""
        tokens = self.row.tokens
        return self.behind > self.head + 1 and (
            tokens[self.head + 1].lower == "from" or tokens[self.behind - 1].lower in _ENDS
        )

    @property
    def each(self) -> int | None:
        """How many they are who stand behind `of`: `the leaders of the [three] countries`."""
        if not self.from_each:
            return self.number
        return next((_NUMBERS[t.lower] for t in self.row.tokens[self.head : self.behind] if t.lower in _NUMBERS), None)

    @property
    def word(self) -> str:
        """The head in lower case and in the singular."""
        return singular(self.row.tokens[self.head].lower)

    @property
    def modifiers(self) -> frozenset[str]:
        """The words between determiner and head, in lower case."""
        return frozenset(token.lower for token in self.row.tokens[self.first : self.head])


def frame_at(row: Row, head: int) -> Frame:
    """The frame of the head noun at this token."""
    first = _over_adjectives(row, _first(row, head)) if row.tokens[head].tag == "H" else _first(row, head)
    determiner = ""
    if first and _is_determiner(row.tokens[first - 1]) and not _is_conjunction(row, first - 1):
        first -= 1
        determiner = row.tokens[first].lower
        if first and determiner in ("the", "their", "our", "its") and row.tokens[first - 1].lower in ("both", "all"):
            first -= 1
    lead = row.tokens[first:head]
    behind, of_states = _behind(row, head)
    owner = next((token for token in lead if token.tag == "N"), None)
    number = next((_NUMBERS.get(t.lower) or _digit(t) for t in lead if t.lower in _NUMBERS or t.tag == "n"), None)
    own = [t.id for before, t in zip((None, *lead), lead, strict=False) if t.tag in "SAK" and not _is_half(before, t)]
    return Frame(
        row=row,
        first=first,
        head=head,
        behind=behind,
        determiner=determiner,
        number=number,
        states=tuple(dict.fromkeys((*own, *of_states))),
        owner=owner,
        office=_office(row, first, head, behind),
    )


def _is_half(before: Token | None, token: Token) -> bool:
    """Whether an adjective names a part of the world and no state: `the North American leaders`."""
    return before is not None and token.text == "American" and before.lower in ("north", "south", "latin", "central")


def _office(row: Row, first: int, head: int, behind: int) -> Office | None:
    """The office of the frame; an of-phrase may say whose it is, what stands behind `to` or `for` belongs to the title."""
    of_phrase = behind > head + 1 and row.tokens[head + 1].tag == "f"
    end = head + 1 if of_phrase else behind
    return read_office(row.tokens[first:end], row.tokens[end:behind])


def _is_determiner(token: Token) -> bool:
    return token.tag == "d" or token.lower in _DETERMINERS


def _is_conjunction(row: Row, at: int) -> bool:
    """Whether `that` begins a clause: `announced that Minister …`."""
    return row.tokens[at].lower == "that" and row.tokens[at + 1].is_capital


def _digit(token: Token) -> int | None:
    return int(token.text) if token.text.isdigit() and len(token.text) < 3 else None


def _first(row: Row, head: int) -> int:
    at = head
    while at and _belongs(row, at - 1, at, head):
        at -= 1
    while at < head and row.tokens[at].tag in "c,-'":
        at += 1
    return at


def _over_adjectives(row: Row, first: int) -> int:
    """Back over one or two plain words between an article or owner and a title: `the [long-serving] Sultan`, `Oman's [long-serving] ruler`."""
    at = first
    small = load_locations().function
    while at and at > first - 2 and row.tokens[at - 1].tag in "wM" and not row.tokens[at - 1].is_capital:
        if row.tokens[at - 1].lower in small:
            break
        at -= 1
        if at and row.tokens[at - 1].lower in ("the", "a", "an"):
            return at
        if at > 1 and row.tokens[at - 1].tag == "'" and row.tokens[at - 2].tag == "S":
            return at - 2
    return first


def _belongs(row: Row, at: int, after: int, head: int) -> bool:
    """Whether the token before the frame as it stands belongs to it too."""
    token, next_token = row.tokens[at], row.tokens[after]
    if token.tag in "MSAB":
        return True
    if token.tag in "K'":
        return token.tag == "'" or next_token.tag == "'" or (token.sort == "seat" and next_token.tag in "MH")
    if token.tag == "n" or token.lower in _NUMBERS:
        return len(token.text) < 6 and token.lower != "both"
    sorts = row.tokens[head].lower in load_heads().sorts
    if sorts and token.lower in load_heads().sort_words:
        return True
    if token.tag == "N":
        return after == head or next_token.tag == "'"
    if token.tag == "-":
        return next_token.tag in "SAM" and at > 0 and row.tokens[at - 1].tag in "SAM"
    if token.tag in "c,":
        joined = at > 0 and row.tokens[at - 1].tag in "SAM" and next_token.tag in "SAMc"
        if joined and next_token.tag == "M" and row.tokens[at - 1].tag == "S":
            return False
        return joined and (token.tag == "c" or any(t.tag == "c" for t in row.tokens[after:head]))
    return (token.tag == "H" and next_token.tag in "H'") or token.lower in load_heads().describing


def _behind(row: Row, head: int) -> tuple[int, tuple[ActorId, ...]]:
    """Behind an of-phrase that names states, or behind `from both sides`."""
    tokens, at = row.tokens, head + 1
    if at + 1 < len(tokens) and _is_of_each(tokens, at):
        end = next((n for n in range(at + 2, min(at + 5, len(tokens))) if tokens[n].lower in _ENDS), None)
        return (end + 1, ()) if end else (at, ())
    if tag_at(tokens, at) == "i" and tokens[at].lower == "in" and tokens[head].lower in _RULING:
        end, states = _complement(tokens, at, "SK")
        return (end, states) if states else (at, ())
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
    first = at + 1 + (tag_at(tokens, at + 1) == "d")
    several = _is_several(tokens[head]) and tag_at(tokens, first) in "SK"
    end, states = _complement(tokens, at, "SKABM" if tokens[head].tag == "H" and not several else "SK")
    return end, states if tokens[at].tag == "f" else ()


_HEADED = frozenset({"republic", "nation", "federation", "kingdom", "union", "council"})
"""What a head of state is head of where the state goes without its name: `the President of the Republic`."""


def _is_several(head: Token) -> bool:
    """Whether an office is held by several: `ministers`, `heads of state`."""
    return singular(head.lower) != head.lower or load_heads().groups.get(head.lower) == "leaders"


def _is_of_each(tokens: tuple[Token, ...], at: int) -> bool:
    """`from both sides`, `from our governments`, `of the two countries`; not `of the countries in the region`."""
    after = tokens[at + 1].lower
    if tokens[at].lower == "from":
        return after in ("both", "each", "the", "our", "their")
    counted = after == "the" and at + 2 < len(tokens) and tokens[at + 2].lower in _NUMBERS
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


_ENDS = frozenset({"side", "sides", "countries", "nations", "governments", "parties"})
