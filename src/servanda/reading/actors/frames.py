"""What stands around the head of a description: `the two [Nordic] ministers of Norway and Denmark`, over tagged tokens."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook import ActorId, Span
from servanda.lexicon.heads import load_heads
from servanda.lexicon.locations import load_locations
from servanda.reading.actors.complements import ENDS, NUMBERS, behind_head, is_several, portfolio_end
from servanda.reading.actors.offices import Office, read_office, singular
from servanda.reading.actors.tags import Row, Token

_DETERMINERS = frozenset({"both", "these", "those", "each", "that", "this", "all", "either", "neither"})


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
        """Whether it is from `both sides`, of `the three countries`, or those countries' own."""
        tokens = self.row.tokens
        if any(token.lower in ENDS for token in tokens[self.first : self.head]):
            return True
        return self.behind > self.head + 1 and (
            tokens[self.head + 1].lower == "from" or tokens[self.behind - 1].lower in ENDS
        )

    @property
    def each(self) -> int | None:
        """How many they are who stand behind `of`: `the leaders of the [three] countries`."""
        if not self.from_each:
            return self.number
        owners = self.behind == self.head + 1
        tokens = self.row.tokens[self.first : self.head] if owners else self.row.tokens[self.head : self.behind]
        return next((NUMBERS[t.lower] for t in tokens if t.lower in NUMBERS), None)

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
    behind, of_states = behind_head(row, head)
    owner = next((token for token in lead if token.tag == "N"), None)
    number = next((NUMBERS.get(t.lower) or _digit(t) for t in lead if t.lower in NUMBERS or t.tag == "n"), None)
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
    end = min(portfolio_end(row.tokens, head), behind)
    if end == head + 1 and not of_phrase:
        end = behind
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
    if token.tag == "n" or token.lower in NUMBERS:
        return len(token.text) < 6 and token.lower != "both"
    if token.lower in ENDS and next_token.tag == "'":
        return _owns_group(row, head)
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


def _owns_group(row: Row, head: int) -> bool:
    """Whether the head may be what several countries have one each of: `the two countries' [ministers]`."""
    word, heads = row.tokens[head].lower, load_heads()
    return word in heads.plurals or word in heads.groups or is_several(row.tokens[head])
