"""Links told anew where people corrected a field of one of the two records: what is firmer, new or gone depends on it.

Which records are one undertaking, and which of them a record is compared with, stays as linking found it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from servanda.codebook import Commitment, Document, Link, Reading, RecordId
from servanda.codebook.vocabulary import Tie
from servanda.resolve.commitments.links import told_of
from servanda.resolve.commitments.undertakings import Undertaking, parties_of, undertakings_of

_OF_ONE_TEXT = frozenset({Tie.SUMS, Tie.SPLITS})


def told_anew(
    links: Iterable[Link], corrected: Mapping[RecordId, Commitment], readings: Iterable[tuple[Document, Reading]]
) -> Iterator[Link]:
    """These links, those of corrected records told anew.

    Args:
        links: links as linking found them.
        corrected: the records with the values that people gave them, by the ids that links name them by.
        readings: the documents of the corrected records, and of those that these are linked to, as they were read.
    """
    laid = {one.id: _as_corrected(one, corrected.get(one.id)) for one in undertakings_of(readings)}
    done: set[tuple[RecordId, RecordId]] = set()
    for link in links:
        sides = link.earlier, link.later
        if corrected.keys().isdisjoint(sides) or link.tie in _OF_ONE_TEXT or not laid.keys() >= set(sides):
            yield link
        elif sides not in done:
            done.add(sides)
            yield from told_of(laid[link.earlier], laid[link.later], link.score)


def linked_to(links: Iterable[Link], corrected: Mapping[RecordId, Commitment]) -> frozenset[RecordId]:
    """The ids of corrected records that are linked, and of those that they are linked to."""
    sides = ((link.earlier, link.later) for link in links if link.tie not in _OF_ONE_TEXT)
    return frozenset(side for pair in sides if not corrected.keys().isdisjoint(pair) for side in pair)


def _as_corrected(one: Undertaking, record: Commitment | None) -> Undertaking:
    if record is None:
        return one
    debtors = parties_of(record.debtors.value or ())
    creditors = parties_of(record.creditors.value or ()) - debtors
    # How firm it is, a person says: that is weighed as a word of the text would be.
    judged = record.firmness.value is not one.record.firmness.value and not record.wording
    told = replace(record, wording=record.spans) if judged else record
    object.__setattr__(told, "id", one.id)
    return replace(one, record=told, debtors=debtors, creditors=creditors)
