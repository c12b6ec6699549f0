from dataclasses import replace

from factories import a_ferry_deal
from servanda.codebook import stated
from servanda.codebook.vocabulary import Act
from servanda.resolve import propose_threads

OSLO, BERGEN, TROMSO = (a_ferry_deal(place)[1] for place in ("Oslo", "Bergen", "Tromsø"))


def test_records_that_say_the_same_in_two_documents_are_one():
    threads = {thread.kind: thread for thread in propose_threads((OSLO, BERGEN)) if thread.kind != "actors"}
    commitment = threads["commitments"]
    assert commitment.records == tuple(sorted((OSLO.commitments[0].id, BERGEN.commitments[0].id)))
    assert commitment.reason == f"they say the same, {OSLO.commitments[0].claim}, in 2 documents"


def test_an_actor_is_one_by_its_canonical_id():
    threads = [thread for thread in propose_threads((OSLO, BERGEN, TROMSO)) if thread.kind == "actors"]
    assert [thread.reason for thread in threads] == [
        "the same actor, FIN, in 3 documents",
        "the same actor, NOR, in 3 documents",
    ]


def test_another_act_is_another_commitment():
    (commitment,) = BERGEN.commitments
    other = replace(BERGEN, commitments=(replace(commitment, act=stated(Act.FUND, commitment.act.spans)),))
    assert not [thread for thread in propose_threads((OSLO, other)) if thread.kind == "commitments"]


def test_one_document_makes_no_thread():
    assert propose_threads((OSLO,)) == ()


def test_the_order_of_the_readings_does_not_matter():
    assert propose_threads((OSLO, BERGEN, TROMSO)) == propose_threads((TROMSO, OSLO, BERGEN))
