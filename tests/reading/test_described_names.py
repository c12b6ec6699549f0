"""Names with the words that describe them, and what takes them up: those who fight for a group, and the speaker's government."""

import pytest

from mentions import bare, marked

READ = [
    "[Iran|IRN] backs [the Lebanese militant group Hezbollah|hezbollah].",
    "Talks of [the regional bloc ECOWAS|ecowas] began.",
    "[The rights group Amnesty International|amnesty-international] said so.",
    "[Peru|PER] wrote to [South American trade bloc Mercosur|mercosur].",
    "[The oil cartel OPEC|opec] cut its output.",
    "[Kenya|KEN] fears [its bitter rival Chad|TCD].",
    # A title between an owner and an adjective that no list holds
    "[Ghana|GHA] met [Niger’s newly-elected president|mohamed-bazoum], [Mohamed Bazoum|mohamed-bazoum].",
    "[Peru|PER] wrote to [Kenya’s then-foreign minister|ann-owino], [Ann Owino|ann-owino].",
    # Those who fight for the one armed group that is named
    "[Boko Haram|boko-haram] struck. [The insurgents|boko-haram] fled, and [the militants|boko-haram] hid.",
    "[Al-Shabaab|al-shabaab] struck. [The Islamist extremist group|al-shabaab] fled.",
    # Whose government speaks
    "[Kenya|KEN] met [Norway|NOR]. “You took the offer of [our government|KEN],” said [Kenyan President William Ruto|william-ruto].",
    "[Chile|CHL] met [Chad|TCD] and [Chile|CHL] left. “[The new government|PER] wants peace,” the [Peruvian Foreign Ministry|PER/ministry-of-foreign-affairs] said.",
    # Behind the mark of a list
    "- [Kenya|KEN] restored market access for beef.",
    "• [Peru|PER] resumed imports.",
    "[Chile|CHL]’s first commitment to buy rice is large.",
]
LEFT_ALONE = [
    "The militants of the valley fled.",
    "The group met in Lagos.",
    "Chile’s first bank closed.",
]


@pytest.mark.parametrize("row", READ)
def test_a_name_is_read_with_what_describes_it(row):
    assert marked(bare(row)) == row


@pytest.mark.parametrize("row", LEFT_ALONE)
def test_what_names_no_actor_is_left_alone(row):
    assert marked(row) == row
