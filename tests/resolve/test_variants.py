"""Spellings of one word share a key, and other words do not."""

import pytest

from servanda.resolve.variants import spelling_key

ONE_WORD = [
    ("denuclearisation", "denuclearization"), ("defence", "defense"), ("licences", "licenses"), ("neighbouring", "neighboring"),
    ("favourable", "favorable"), ("centre", "center"), ("theatres", "theaters"), ("programmes", "programs"), ("travelled", "traveled"),
    ("fulfil", "fulfill"), ("judgement", "judgment"), ("dialogue", "dialog"), ("co-operation", "cooperation"), ("Organised", "organized"),
    ("manoeuvres", "maneuvers"), ("analyse", "analyze"), ("long-standing", "longstanding"), ("toward", "towards"),
    ("sceptical", "skeptical"), ("labour", "labor"), ("threats", "threat"), ("allies", "ally"), ("practise", "practice"),
    ("aluminium", "aluminum"), ("modernising", "modernizing"), ("metres", "meter"), ("Seoul’s", "Seoul"), ("gases", "gase"),
]  # fmt: skip
TWO_WORDS = [
    ("defend", "defense"), ("our", "or"), ("four", "for"), ("tension", "tense"), ("threaten", "threat"), ("raise", "raze"),
    ("ironclad", "iron"), ("crisis", "crise"), ("ally", "all"), ("hour", "whore"), ("promise", "premise"), ("exercise", "excise"),
    ("nuclear", "denuclearize"), ("peace", "pea"), ("centre", "century"), ("status", "statue"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), ONE_WORD)
def test_spellings_of_one_word(one, other):
    assert spelling_key(one) == spelling_key(other)


@pytest.mark.parametrize(("one", "other"), TWO_WORDS)
def test_words_apart(one, other):
    assert spelling_key(one) != spelling_key(other)
