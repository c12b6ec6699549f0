import pytest

from servanda.lexicon.romanizations import korean_family, load_romanizations, romanized

ALIKE = (
    ("korean", "kyung", "gyeong"),
    ("korean", "hwa", "wha"),
    ("korean", "myung", "myeong"),
    ("chinese", "hsiao", "xiao"),
    ("chinese", "tung", "dong"),
    ("chinese", "chih", "zhi"),
    ("general", "mohammed", "muhammad"),
    ("general", "sergei", "sergey"),
    ("general", "qadhafi", "gaddafi"),
)
APART = (
    ("korean", "jun", "min"),
    ("chinese", "ping", "ting"),
    ("general", "hassan", "hussein"),
    ("general", "anna", "anders"),
)


@pytest.mark.parametrize(("tongue", "one", "other"), ALIKE)
def test_spellings_of_one_name_have_one_plain_form(tongue, one, other):
    assert romanized(one, tongue) == romanized(other, tongue)


@pytest.mark.parametrize(("tongue", "one", "other"), APART)
def test_other_names_keep_their_own(tongue, one, other):
    assert romanized(one, tongue) != romanized(other, tongue)


def test_a_korean_family_name_has_several_spellings():
    assert korean_family("yi") & korean_family("rhee")
    assert not korean_family("kim") & korean_family("lee")
    assert korean_family("berg") == frozenset()


def test_words_of_the_table_are_in_small_letters():
    table = load_romanizations()
    words = {*table.korean_families, *table.ranks, *table.suffixes, *table.loose, *table.common}
    assert words == {word.lower() for word in words}
