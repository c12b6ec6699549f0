"""What is to be done no longer is linked with the promise of it, and other refusals are left alone; on our own prose."""

import pytest

from servanda.codebook import Document, Thread, When
from servanda.codebook.vocabulary import Tie
from servanda.reading.readers import read_document
from servanda.resolve.commitments.likenesses import likeness_of
from servanda.resolve.commitments.links import links_of
from servanda.resolve.commitments.threads import ACCEPTED
from servanda.resolve.commitments.undertakings import undertakings_of


def term(text, day):
    document = Document(text=f"{day}\n\n{text}", title="A report", published=When.parse(day))
    (only,) = undertakings_of([(document, read_document(document))])
    return only


DREDGING = "Denmark will finance the dredging of the port of Takoradi in Ghana."
TAKEN_BACK = [
    (DREDGING, "Denmark will no longer finance the dredging of the port of Takoradi in Ghana."),
    (DREDGING, "Denmark will not finance the dredging of the port of Takoradi in Ghana."),
    ("Spain will provide up to $90 million for the modernization of the port of Callao in Peru.", "Spain will no longer fund the modernization of the port of Callao in Peru."),
    ("Chile will send nurses to the island clinics of Fiji.", "Chile will not send nurses to the island clinics of Fiji after all."),
]  # fmt: skip
LEFT_ALONE = [
    (DREDGING, "Sweden will no longer finance the dredging of the port of Takoradi in Ghana."),
    (DREDGING, "Denmark will no longer finance girls' schools in northern Mali."),
    ("Spain will provide up to $90 million for the modernization of the port of Callao in Peru.", "Spain will not fund the modernization of warships in Peru."),
]  # fmt: skip


def ties_of(before, after, days):
    earlier, later = (term(text, day) for text, day in zip((before, after), days, strict=True))
    thread = Thread(kind="commitments", records=tuple(sorted((earlier.id, later.id))), reason="alike")
    return likeness_of(earlier, later).score, {link.tie for link in links_of(thread, [earlier, later])}


@pytest.mark.parametrize(("before", "after"), TAKEN_BACK)
def test_what_is_to_be_done_no_longer_takes_back_the_promise(before, after):
    score, ties = ties_of(before, after, ("2024-05-02", "2025-03-11"))
    assert score >= ACCEPTED
    assert Tie.WITHDRAWS in ties
    assert Tie.CONTRADICTS not in ties


@pytest.mark.parametrize(("before", "after"), LEFT_ALONE)
def test_other_refusals_take_nothing_back(before, after):
    score, _ = ties_of(before, after, ("2024-05-02", "2025-03-11"))
    assert score < ACCEPTED


def test_what_another_declines_is_taken_back_by_nobody():
    _, ties = ties_of(*LEFT_ALONE[0], ("2024-05-02", "2025-03-11"))
    assert Tie.CONTRADICTS in ties
    assert Tie.WITHDRAWS not in ties


def test_of_one_day_the_two_contradict_one_another():
    _, ties = ties_of(*TAKEN_BACK[0], ("2024-05-02", "2024-05-02"))
    assert Tie.CONTRADICTS in ties
    assert Tie.WITHDRAWS not in ties


def test_a_promise_made_again_after_the_refusal_is_taken_back_by_no_earlier_word():
    _, ties = ties_of(TAKEN_BACK[0][1], TAKEN_BACK[0][0], ("2024-05-02", "2025-03-11"))
    assert Tie.WITHDRAWS not in ties
