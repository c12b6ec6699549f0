"""PLOVER and CAMEO for records of every kind."""

from dataclasses import replace

import pytest

from factories import a_ferry_deal, a_marked_document, an_occasion
from servanda.codebook import stated
from servanda.codebook.vocabulary import EventType, OccasionKind, OccasionStatus, Polarity
from servanda.view.codes import codes_field, codes_of

DOCUMENT, READING = a_ferry_deal()


def _said(record):
    codes = codes_of(record)
    return (codes.plover, codes.mode, codes.cameo) if codes else None


OCCASIONS = [
    ("CONSULT", "visit", "held", ("CONSULT", "visit", "042")),
    ("CONSULT", "call", "held", ("CONSULT", "phone", "041")),
    ("CONSULT", "summit", "held", ("CONSULT", "", "04")),
    ("CONSULT", "summit", "planned", ("AGREE", "", "03")),
    ("AGREE", "signing", "held", ("SUPPORT", "", "057")),
    ("AGREE", "signing", "planned", ("AGREE", "", "03")),
    ("ASSAULT", "other", "ongoing", ("ASSAULT", "", "18")),
    ("ASSAULT", "other", "hypothetical", ("THREATEN", "", "13")),
    ("RETREAT", "other", "held", ("RETREAT", "", "08")),
    ("RETREAT", "other", "planned", ("CONCEDE", "", "08")),
    ("ACCUSE", "other", "held", ("ACCUSE", "", "11")),
]


@pytest.mark.parametrize(("event", "kind", "status", "said"), OCCASIONS)
def test_an_occasion_has_the_code_of_its_type_kind_and_status(event, kind, status, said):
    document, marks = a_marked_document("<occasion>The thing</occasion> was told.")
    occasion = replace(
        an_occasion(document, marks),
        type=stated(EventType(event), marks["occasion"]),
        kind=stated(OccasionKind(kind), marks["occasion"]),
        status=stated(OccasionStatus(status), marks["occasion"]),
    )
    assert _said(occasion) == said


def test_a_promise_is_an_intent_and_a_refusal_a_rejection():
    commitment = READING.commitments[0]
    refused = replace(commitment, polarity=stated(Polarity.MINUS, commitment.span))
    assert [_said(commitment)[0], _said(refused)[0]] == ["AGREE", "REJECT"]


def test_a_statement_has_no_event_in_plover_and_an_actor_no_code():
    assert _said(READING.statements[0]) == ("", "", "01")
    assert codes_of(READING.actors[0]) is None


def test_what_is_lost_is_told_with_the_code():
    (part,) = codes_field(READING.commitments[0]).parts
    assert "lost: " in part.note
