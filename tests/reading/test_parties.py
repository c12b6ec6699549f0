from servanda.codebook import Document
from servanda.reading.readers import read_document


def test_a_state_named_twice_beside_another_is_one_party():
    reading = read_document(Document(text="Kenya and Nairobi and Norway met, and both sides agreed to talk."))
    assert {state for c in reading.commitments for state in c.debtors.value} == {"KEN", "NOR"}
