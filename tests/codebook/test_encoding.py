from hypothesis import given

from servanda.codebook import Origin
from servanda.codebook.encoding import decode, encode
from strategies import any_record


@given(any_record())
def test_a_record_comes_back_as_it_was(record):
    written = encode(record)
    assert decode(written, type(record)) == record
    assert encode(decode(written, type(record))) == written


def test_a_whole_score_is_the_same_bytes_however_it_was_given():
    assert encode(Origin(reader="r", version="1", score=1)) == encode(Origin(reader="r", version="1", score=1.0))
