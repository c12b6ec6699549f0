"""Sectors of commitments, from the act and the words of the clause."""

import pytest

from servanda.lexicon.sectors import Sector, load_sectors, sectors_of

TOLD = [
    ("tariff", "Peru will lower its duties on textiles", "trade"),
    ("procure", "Romania will buy two frigates from France", "defense"),
    ("other", "Kenya will protect its mangroves and coral reefs", "climate"),
    ("support", "Denmark will train nurses at a hospital in Accra", "health"),
    ("build", "Laos and Thailand will build a railway bridge", "infrastructure"),
    ("fund", "Norway will pay for wind power and a power grid in Jordan", "energy"),
    ("invest", "Japan will invest in semiconductor plants in India", "economy technology"),
    ("other", "Chile will ease visas for seasonal workers from Peru", "migration"),
    ("cooperate", "Spain and Morocco will fight drug trafficking", "justice"),
    ("negotiate", "Serbia will resume its dialogue with Kosovo", "diplomacy"),
    ("support", "Canada will send wheat to Yemen", "food"),
    ("other", "Ghana will let more students study in Togo", "education"),
]
NOT = [
    pytest.param("other", "Fiji will exhort its farmers' importance", "trade", id="port and import inside other words"),
    pytest.param("other", "Malta will take the lead in this", "climate defense technology", id="no word of any"),
    pytest.param("other", "Peru will investigate the accident", "economy", id="investigate is not invest"),
    pytest.param("other", "Oman will maintain the farmstead's aim", "technology", id="ai inside other words"),
]


@pytest.mark.parametrize(("act", "words", "sectors"), TOLD)
def test_a_clause_belongs_to_its_sectors(act, words, sectors):
    assert " ".join(sectors_of(act, words.lower().split())) == sectors


@pytest.mark.parametrize(("act", "words", "sectors"), NOT)
def test_words_that_only_look_alike_tell_of_no_sector(act, words, sectors):
    assert not set(sectors.split()) & set(sectors_of(act, words.lower().replace("'", " ").split()))


def test_what_tells_of_no_sector_is_other():
    assert sectors_of(None, ("both", "will", "act")) == (Sector.OTHER,)


def test_every_sector_has_signs_that_are_folded():
    signs = load_sectors()
    assert [*signs, Sector.OTHER] == list(Sector)
    words = [word for one in signs.values() for word in (*one.begins, *(part for many in one.phrases for part in many))]
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in words)
