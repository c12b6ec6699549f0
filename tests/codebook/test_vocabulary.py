import inspect

import pytest

from servanda.codebook import vocabulary
from servanda.codebook.encoding import decode, encode
from servanda.codebook.vocabulary import Firmness, Term

TERMS = [c for _, c in inspect.getmembers(vocabulary, inspect.isclass) if issubclass(c, Term) and c is not Term]


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.__name__)
def test_every_word_says_what_it_means(term):
    assert all(member.meaning and not member.meaning.endswith(".") for member in term)
    assert len({member.meaning for member in term}) == len(term)


def test_words_are_written_as_the_codebook_spells_them():
    assert encode(Firmness.BINDING) == b'"binding"'
    assert decode('"binding"', Firmness) is Firmness.BINDING
    with pytest.raises(ValueError, match="Invalid enum"):
        decode('"firm"', Firmness)
