import json

from hypothesis import given

from factories import a_ferry_deal
from servanda.codebook import Commitment, Origin
from servanda.codebook.encoding import decode, encode
from strategies import any_record


@given(any_record())
def test_a_record_comes_back_as_it_was(record):
    written = encode(record)
    assert decode(written, type(record)) == record
    assert encode(decode(written, type(record))) == written


def test_a_whole_score_is_the_same_bytes_however_it_was_given():
    assert encode(Origin(reader="r", version="1", score=1)) == encode(Origin(reader="r", version="1", score=1.0))


def test_a_commitment_written_before_quantities_had_bounds_comes_back_with_its_key():
    commitment = a_ferry_deal()[1].commitments[0]
    tree = json.loads(encode(commitment))
    for quantity in tree["quantities"]["value"]:
        del quantity["bound"], quantity["per"]
    old = decode(json.dumps(tree), Commitment)
    assert (old, old.id) == (commitment, tree["id"])
