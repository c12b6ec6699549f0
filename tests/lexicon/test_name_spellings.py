"""Known holders under ids that spell their names in other ways."""

import pytest

from servanda.lexicon.name_spellings import holder_spelt


@pytest.mark.parametrize(
    ("actor", "holder"),
    [
        ("kais-saied", "kais-saied"),
        ("qais-saied", "kais-saied"),
        ("volodymyr-zelensky", "volodymyr-zelenskyy"),
        ("kais-saidi", None),
        ("saied", None),
        ("ann-berg", None),
        ("", None),
    ],
)
def test_an_id_is_that_of_a_known_holder_in_any_spelling(actor, holder):
    assert holder_spelt(actor) == holder
