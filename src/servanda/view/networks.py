"""Who commits to whom: how many commitments bind one party to another, as lines between parties."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook import ActorId
from servanda.store import Ledger, Relationship
from servanda.view.names import Names, names_in

_PARTIES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """Commitments of one party to another.

    Attributes:
        debtor: who is bound.
        debtor_name: its name.
        creditor: to whom.
        creditor_name: its name.
        commitments: how many records of commitments bind the one to the other.
    """

    debtor: ActorId
    debtor_name: str
    creditor: ActorId
    creditor_name: str
    commitments: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The parties with most commitments among one another.

    Attributes:
        center: the party that it is drawn around; empty for the whole ledger.
        center_name: its name.
        parties: how many parties are shown.
        total: how many parties there are.
        bonds: who is bound to whom, the strongest first.
    """

    center: ActorId
    center_name: str
    parties: int
    total: int
    bonds: tuple[Bond, ...]


def network_page(ledger: Ledger) -> Network:
    """The network of the whole ledger."""
    return network_around(ledger, "", names_in(ledger))


def network_around(ledger: Ledger, center: ActorId, names: Names) -> Network:
    """The network of a party and those that it has most commitments with.

    Args:
        ledger: the ledger.
        center: the party; empty for the parties with most commitments of all.
        names: the names of actors.
    """
    found = ledger.find_relationships()
    nearest = [one for one in found if not center or center in one.parties]
    told = dict.fromkeys(party for one in nearest for party in one.parties)
    shown = set([center, *told][: _PARTIES + 1] if center else list(told)[:_PARTIES]) - {""}
    bonds = [bond for one in found if set(one.parties) <= shown for bond in _bonds(one, names)]
    return Network(
        center=center,
        center_name=names.actor(center) if center else "",
        parties=len({party for bond in bonds for party in (bond.debtor, bond.creditor)}),
        total=len(told),
        bonds=tuple(sorted(bonds, key=lambda bond: (-bond.commitments, bond.debtor, bond.creditor))),
    )


def _bonds(one: Relationship, names: Names) -> tuple[Bond, ...]:
    pairs = (one.parties, one.parties[::-1])
    return tuple(
        Bond(
            debtor=debtor,
            debtor_name=names.actor(debtor),
            creditor=creditor,
            creditor_name=names.actor(creditor),
            commitments=number,
        )
        for (debtor, creditor), number in zip(pairs, one.owed, strict=True)
        if number
    )
