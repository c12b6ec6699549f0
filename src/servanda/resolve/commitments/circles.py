"""Between whom two commitments stand: who is bound, to whom, and whether each document knows the other's parties.

Readers are wrong about parties more often than about words, so that parties that agree in part are no veto.
"""

from __future__ import annotations

from collections.abc import Iterator

from servanda.resolve.commitments.findings import Comparison, Found
from servanda.resolve.commitments.undertakings import Undertaking, is_state

_FEW = 2
"""A circle of more parties than these tells more than that of two."""


def compare_debtors(one: Undertaking, other: Undertaking) -> Iterator[Found]:
    """Who is bound: the same words by another circle of parties are another undertaking."""
    mine, theirs = one.debtors, other.debtors
    if mine and mine == theirs:
        yield Found("same debtors", 1.0, "bound are {}", (mine,))
        if len(one.circle) > _FEW:
            yield Found("same large circle")
        return
    told, sides = "bound are {} here, {} there", (mine, theirs)
    if not (one.is_clear and other.is_clear):
        yield Found("debtors unclear", 1.0, told, sides)
        return
    here, there = ({party for party in side if "/" in party} for side in (mine, theirs))
    if here and there and not here & there:
        yield Found("other body", 1.0, told, sides)
    if not mine & theirs:
        yield _apart(one, other)
    elif one.circle == other.circle or any("/" in party for party in mine & theirs):
        yield Found("same circle", 1.0, f"{told}, between the same parties", sides)
    elif mine <= theirs or theirs <= mine:
        fewer = one if mine <= theirs else other
        yield Found("more debtors" if _strangers(mine ^ theirs, fewer) else "partner by title", 1.0, told, sides)
        if not (mine ^ theirs) <= one.company & other.company:
            yield Found("debtor unknown there")
    else:
        yield Found("debtors in part", 1.0, told, sides)


def _strangers(parties: frozenset[str], undertaking: Undertaking) -> frozenset[str]:
    """The parties that the title of an undertaking's document does not name: who meets India speaks for both in part."""
    titled = {token[1:] for token in undertaking.title if token.startswith("@")}
    return parties - titled


def _apart(one: Undertaking, other: Undertaking) -> Found:
    if one.debtors & other.creditors and other.debtors & one.creditors:
        return Found("each to the other", 1.0, "each is bound to the other")
    return Found("other debtors", 1.0, "bound are {} here, others there: {}", (one.debtors, other.debtors))


def compare_creditors(one: Undertaking, other: Undertaking) -> Iterator[Found]:
    """To whom it is owed, and which states its words name."""
    bound = one.debtors | other.debtors
    here, there = one.named - bound, other.named - bound
    mine, theirs = one.states - bound, other.states - bound
    if here and there and not here & there:
        yield Found("other state named", 1.0, "one names {}, the other {}", (here, there))
    elif mine and theirs and not mine & theirs:
        yield Found("other creditor", 1.0, "one concerns {}, the other {}", (mine, theirs))
    elif mine & theirs:
        feature = "same state named" if here & there else "same creditor"
        yield Found(feature, 1.0, "both concern {}", (mine & theirs,))
        if here & there and one.debtors == other.debtors:
            yield Found("same relation")
        if mine != theirs:
            yield Found("third states in part")
    elif one.states & other.states:
        yield Found("same state", 1.0, "both concern {}", (one.states & other.states,))
    elif mine or theirs:
        yield Found("state named once")


def compare_company(one: Undertaking, other: Undertaking) -> Iterator[Found]:
    """Whether each one's document knows the parties of the other: of Kenya's port no report is that never names Kenya."""
    owed = (one.states - other.company) | (other.states - one.company)
    bound = {party for party in one.debtors ^ other.debtors if is_state(party)} - (one.company & other.company)
    told, unknown = "the document of one does not name {}", (frozenset(owed | bound),)
    if owed - bound:
        yield Found("state unknown there", 1.0, told, unknown)
    elif bound and not one.debtors & other.debtors:
        yield Found("party unknown there", 1.0, told, unknown)


def compare_partners(one: Undertaking, other: Undertaking) -> Iterator[Found]:
    """With whom each document deals by its title, where the clauses name nobody: `our ties` are those with the one who came."""
    if one.document == other.document or one.states or other.states:
        return
    mine, theirs = one.partners, other.partners
    if mine and theirs and not mine & theirs:
        yield Found("other partner by title", 1.0, "one document is about {}, the other about {}", (mine, theirs))
    elif mine & theirs:
        yield Found("same partner by title", 1.0, "both documents are about {}", (mine & theirs,))


BESIDE_DEBTORS: tuple[Comparison, ...] = (compare_creditors, compare_company, compare_partners)
COMPARISONS: tuple[Comparison, ...] = (compare_debtors, *BESIDE_DEBTORS)
