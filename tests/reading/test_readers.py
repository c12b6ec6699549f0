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
