import gc

import pytest

from servanda.codebook import Document, Problem
from servanda.reading.actors.actors import read_actors
from servanda.reading.readers import read_document


def twice(scene, sofar):
    return (*read_actors(scene, sofar), *read_actors(scene, sofar), Problem(code="odd", message="odd"))


def test_what_two_rules_read_alike_is_one_record():
    document = Document(text="Norway and Kenya will talk.")
    reading = read_document(document, (("actors", twice),))
    assert [actor.actor for actor in reading.actors] == ["NOR", "KEN"]
    assert [problem.code for problem in reading.problems] == ["odd"]


@pytest.mark.parametrize("is_on", [True, False], ids=["on", "off"])
def test_python_tidies_up_as_before_once_a_document_is_read_or_fails(is_on):
    def failing(scene, sofar):
        assert not gc.isenabled()
        raise LookupError

    was_on = gc.isenabled()
    (gc.enable if is_on else gc.disable)()
    try:
        with pytest.raises(LookupError):
            read_document(Document(text="Norway pledged ships."), (("actors", failing),))
        assert gc.isenabled() is is_on
    finally:
        (gc.enable if was_on else gc.disable)()
