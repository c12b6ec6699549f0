"""Given names: each is one word in lower case, and a gender is told only where it is nearly always one."""

from servanda.lexicon.given import load_genders, load_given


def test_a_gender_is_women_or_men_of_a_known_name():
    assert set(load_genders().values()) == {"women", "men"}
    assert set(load_genders()) <= load_given()


def test_names_borne_by_both_have_none():
    assert not {"andrea", "nicola", "robin", "jean", "kelly"} & set(load_genders())


def test_names_are_in_lower_case():
    assert all(name == name.lower() and " " not in name for name in load_given())
