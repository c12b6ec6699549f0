"""States by name, and capitals and seats that act: which of these names are mentions, and which are only places.

"Oslo pledged" is Norway; "in Oslo" is a place. "Aid to Kenya" has Kenya as a party; "travelled to Kenya" has it as a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from servanda.codebook import ActorId, Span
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.bodies import load_bodies
from servanda.lexicon.heads import load_heads
from servanda.lexicon.states import load_states
from servanda.reading.namings import Naming, free_of
from servanda.reading.tags import Row, Token

_WITHIN = frozenset(
    {
        "in",
        "at",
        "across",
        "throughout",
        "inside",
        "outside",
        "near",
        "around",
        "into",
        "within",
        "via",
        "off",
        "through",
        "onto",
        "above",
        "over",
    }
)
_FROM = frozenset({"from"})
_INTO = re.compile(r"invest|interest|confidence|trust|stake|believ|faith|partner|holdings?\b|role|pour")
_MOTION = re.compile(
    r"(?:visit|travel|trip|tour|fly|flew|flight|flown|return|went|go|goes|going|gone|came|come|journey|arriv|head|depart|leav|left|bound|export|ship|import|sen[dt]"
    r"|mov|deploy|flee|fled|deport|sail|route|drive|drove|back|ambassador|envoy|missions?\Z|relocat|exile)"
)
_BUT_PARTY = re.compile(r"(?:troops|aid|arms|assistance|weapons|support|letter|message|messages|missiles|ammunition)\Z")
_FOR = re.compile(r"(?:leave|leaves|left|leaving|depart|departs|departed|departing|bound|head|heads|headed|heading)\Z")
_VISIT = re.compile(
    r"(?:visit|visits|visited|visiting|tour|tours|toured|touring|enter|enters|entered|entering|reach|reached|leave|leaves|left|leaving|invade|invaded)\Z"
)
_REGION = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
        "north-east",
        "north-west",
        "south-east",
        "south-west",
        "north-eastern",
        "north-western",
        "south-eastern",
        "south-western",
        "mainland",
        "downtown",
        "rural",
        "coastal",
        "upper",
        "lower",
    ]
)
_FEATURES = frozenset(
    [
        "strait",
        "straits",
        "peninsula",
        "sea",
        "channel",
        "river",
        "basin",
        "bay",
        "gulf",
        "island",
        "islands",
        "desert",
        "mountains",
        "airport",
        "border",
        "coast",
        "time",
        "area",
        "region",
        "city",
        "dollar",
        "declaration",
        "protocol",
        "accords",
        "accord",
        "agreements",
        "treaty",
    ]
)
_ORIGIN = re.compile(
    r"(?:goods|products|imports|exports|capital|city|town|province|north|south|east|west|coast|shores|borders|territory|port|outskirts|village|people|citizens|area|areas|parts|part|region|regions|cities|bishop|map|waters|airspace|embassy|suburb)\Z"
)


def place_namings(rows: Sequence[Row], taken: Sequence[Naming]) -> list[Naming]:
    """The mentions of states and of bodies by proper name that lie in no other nominal."""
    found: list[Naming] = []
    for row in rows:
        blocked = [nominal for nominal in taken if nominal.span.overlaps(row.span)]
        found.extend(n for n in _row_namings(row) if free_of(n.span, blocked))
    return found


def _row_namings(row: Row) -> Iterator[Naming]:
    end = row.span.start
    for at, token in enumerate(row.tokens):
        if token.span.start < end:
            continue
        found = _sighting_at(row, at)
        if found is not None:
            end = found.span.end
            yield found


def _sighting_at(row: Row, at: int) -> Naming | None:
    token = row.tokens[at]
    if token.tag == "S" and is_party(row, at):
        return _state_naming(row, at, "name")
    if token.tag == "K" and acts(row, at):
        return _state_naming(row, at, f"{token.sort} that acts")
    return body_naming(row, at) if token.tag == "B" else None


def _state_naming(row: Row, at: int, reason: str) -> Naming:
    token = row.tokens[at]
    state = load_states()[token.id]
    return Naming(
        span=with_alias(row, at, token.id),
        actors=(token.id,),
        kind=ActorKind.STATE,
        name=state.name,
        reason=reason,
        state=token.id,
    )


def body_naming(row: Row, at: int) -> Naming:
    """The mention of a body by its proper name."""
    token = row.tokens[at]
    known = load_bodies().get(token.id)
    state = state_of_id(token.id)
    return Naming(
        span=with_alias(row, at, token.id),
        actors=(token.id,),
        kind=known.kind if known else ActorKind.BODY,
        name=known.name if known else token.text,
        state=state,
        state_span=token.span if state else None,
    )


def state_of_id(actor: ActorId) -> ActorId | None:
    """The state in the id of a body."""
    head, slash, _ = actor.partition("/")
    return head if slash and len(head) == 3 and head.isupper() else None


def with_alias(row: Row, at: int, actor: ActorId) -> Span:
    """The span of a name with the alias that stands in brackets behind it: `the Republic of Kenya (Kenya)`."""
    token, rest = row.tokens[at], row.tokens[at + 1 : at + 9]
    closing = next((n for n, other in enumerate(rest) if other.tag == ")"), None)
    if not rest or rest[0].tag != "(" or closing is None:
        return token.span
    named = [other for other in rest[1:closing] if other.tag in "SBN"]
    same = bool(named) and all(other.id == actor or (other.tag == "N" and other.text.isupper()) for other in named)
    return Span(token.span.start, rest[closing].span.end) if same else token.span


def is_party(row: Row, at: int) -> bool:
    """Whether a state's name stands for a party, not for a place, an origin or a part of another name."""
    after, before = _neighbours(row, at)
    if after and after[0].lower in _FEATURES:
        return False
    if before and before[-1].lower in _REGION:
        return False
    if before and before[-1].tag == "," and _place_before(row, at):
        return False
    if _is_compound(row, at):
        return not _private_head(row, at)
    return not _is_location(row, at)


def acts(row: Row, at: int) -> bool:
    """Whether a capital or seat stands for its government: it does unless something happens there."""
    after, before = _neighbours(row, at)
    if after and after[0].lower in _FEATURES | {"summit", "meeting", "talks", "conference", "forum", "time"}:
        return False
    if (after and after[0].tag in "NS") or (after and after[0].tag == "," and len(after) > 1 and after[1].tag == "S"):
        return False
    if (
        row.tokens[at].text == "Washington"
        and after
        and after[0].tag == ","
        and len(after) > 1
        and after[1].text.startswith("D.C")
    ):
        return False
    if before and (before[-1].lower in _REGION or before[-1].tag in "NH"):
        return row.heading
    if _is_dateline(row, at):
        return False
    return not _is_location(row, at, city=True)


def _neighbours(row: Row, at: int) -> tuple[Sequence[Token], Sequence[Token]]:
    before = list(row.tokens[max(0, at - 4) : at])
    while before and before[-1].tag == "d":
        before.pop()
    return row.tokens[at + 1 : at + 5], before


def _is_dateline(row: Row, at: int) -> bool:
    """`NAIROBI, March 3 (AFP) -` or `Oslo/NTB:` at the head of a paragraph."""
    if at:
        return False
    signs = "".join(token.text for token in row.tokens[1:9])
    return (
        bool(re.match(r"(?:,|/|\(|-|–|—|:)", signs))
        and bool(re.search(r"[-–—:]|\)", signs))
        and row.tokens[1].text != "-"
    )


def _place_before(row: Row, at: int) -> bool:
    """`Bergen, Norway`: a capitalised word that is no party, and a comma."""
    k = at - 2
    return k >= 0 and row.tokens[k].tag in "NKx" and not (k >= 1 and row.tokens[k - 1].tag == ",")


def _is_compound(row: Row, at: int) -> bool:
    """Whether the name stands before a noun that it belongs to: `Kenya policy`, `U.S. commitment`."""
    after = row.tokens[at + 1] if at + 1 < len(row.tokens) else None
    return after is not None and after.tag in "wMNH" and row.tokens[at].sort == "state" and after.lower not in _FUNCTION


_FUNCTION = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "can",
        "could",
        "shall",
        "should",
        "may",
        "might",
        "must",
        "does",
        "did",
        "do",
        "and",
        "or",
        "but",
        "as",
        "that",
        "which",
        "who",
        "whose",
        "than",
        "while",
        "when",
        "where",
        "if",
        "after",
        "before",
        "because",
        "since",
        "by",
        "from",
        "with",
        "into",
        "against",
        "over",
        "under",
        "between",
        "among",
        "during",
        "through",
        "across",
        "about",
        "including",
        "toward",
        "towards",
        "upon",
        "within",
        "without",
        "until",
        "via",
        "per",
        "also",
        "both",
        "not",
        "never",
        "no",
        "only",
        "said",
        "says",
        "agreed",
        "agree",
        "pledged",
        "vowed",
        "reaffirmed",
        "announced",
        "it",
        "they",
        "we",
        "he",
        "she",
        "this",
        "these",
        "those",
        "all",
        "to",
        "be",
        "been",
        "being",
        "today",
        "yesterday",
        "now",
        "again",
        "then",
        "there",
        "here",
        "so",
        "such",
        "later",
    ]
)


def _private_head(row: Row, at: int) -> bool:
    private = load_heads().private
    for token in row.tokens[at + 1 : at + 5]:
        if token.lower in private:
            return True
        if token.tag not in "wMN-c" or token.lower in _FUNCTION:
            return False
    return False


def _is_location(row: Row, at: int, *, city: bool = False) -> bool:
    """Whether the words before say that the name is where something is, comes from or goes."""
    start = _first_of_list(row, at)
    before = [t for t in row.tokens[max(0, start - 7) : start] if t.tag != "d"]
    if not before:
        return False
    word, earlier = before[-1].lower, [t.lower for t in before[:-1]]
    if word in _WITHIN:
        return not any(_INTO.match(w) for w in earlier[-5:])
    if word in _FROM:
        return city or not any(
            w.startswith(("threat", "challenge", "attack", "support", "aggress", "pressure", "provocation"))
            for w in earlier[-5:]
        )
    if _VISIT.match(word):
        return True
    if word == "to":
        going = any(_MOTION.match(w) for w in earlier[-4:])
        return going and not any(_BUT_PARTY.match(w) for w in earlier[-3:])
    if word == "for":
        return bool(earlier) and bool(_FOR.match(earlier[-1]))
    if word == "of":
        return (
            bool(earlier)
            and bool(_ORIGIN.match(earlier[-1]))
            and (city or earlier[-1] not in ("people", "part", "territory"))
        )
    return False


def _first_of_list(row: Row, at: int) -> int:
    """The first name of a list of names: what stands before it governs all of `in Kenya, Uganda and Rwanda`."""
    while True:
        k = at - 1
        while k >= 0 and row.tokens[k].tag == "d":
            k -= 1
        if (k >= 1 and row.tokens[k].tag in "c,") or (k >= 0 and row.tokens[k].tag == "-"):
            while k >= 0 and row.tokens[k].tag in "c,-d":
                k -= 1
            if k >= 0 and row.tokens[k].tag in "SK":
                at = k
                continue
        return at
