"""Whom a text says it speaks for, and whom it binds by `we`."""

import pytest

from servanda.codebook import Document
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.readers import read_document

READ = (
    (
        (
            "ASEAN Leaders’ Joint Statement\n\nWe, the Leaders of the Association of Southeast Asian Nations (ASEAN), met in "
            "Vientiane.\n\nWe condemn the invasion of Ukraine by Russia. We will provide $40 million to Ukraine."
        ),
        "asean",
    ),
    (
        (
            "Joint Statement of the Group of Seven\n\nWe, the foreign ministers of the G7, deplore the shelling of Sudan by "
            "Chad.\n\nWe will send 300 tons of flour to Sudan."
        ),
        "g7",
    ),
)
LEFT = (
    "Joint Statement of Kenya and Norway\n\nWe, the ministers of Kenya and Norway, met in Oslo. We will build a dam.",
    "Joint Statement of Kenya and Norway\n\nKenya and Norway met the leaders of ASEAN. We will build a dam.",
)


def _debtors(text):
    reading = read_document(Document(text=text, kind=DocumentKind.INSTRUMENT))
    return {actor for one in reading.commitments for actor in one.debtors.value or ()}


@pytest.mark.parametrize(("text", "group"), READ)
def test_a_group_is_bound_by_its_own_we(text, group):
    assert _debtors(text) == {group}


@pytest.mark.parametrize("text", LEFT)
def test_states_are_bound_by_theirs(text):
    assert _debtors(text) == {"KEN", "NOR"}
