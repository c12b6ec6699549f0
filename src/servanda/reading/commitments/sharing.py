"""Which of several parties a listed deed binds.

    Kenya and Norway will address Norway's fish quotas, including by admitting Kenyan tuna: Norway admits it

In a bilateral text that both adopted, deeds listed under a joint head that favor one party's goods and firms are the other's to do.
"""

from __future__ import annotations

from servanda.codebook import ActorId
from servanda.reading.commitments.backgrounds import Background
from servanda.reading.commitments.promises import Promise


def owing_listed(background: Background, promise: Promise, debtors: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """The one party that owes the listed deeds of a joint promise; empty where the words do not tell."""
    if not background.adopted or len(debtors) != 2 or set(debtors) != set(background.parties):
        return ()
    line = promise.line
    favored = {
        background.states.get(actor) or actor
        for deed in promise.deeds
        if deed.listed
        for name in line.names_in(deed.first, deed.last)
        for actor in name.actors
    } & set(debtors)
    if len(favored) != 1:
        return ()
    return tuple(debtor for debtor in debtors if debtor not in favored)
