"""Persons by their title alone, and groups of them: each row is read, or left alone, as it stands."""

import pytest

from mentions import bare, marked
from servanda.codebook import When
from servanda.codebook.vocabulary import DocumentKind

READ = [
    "[Kenyan Foreign Minister Achieng Odongo|achieng-odongo] met [envoy Torv Lunde|torv-lunde]. [The top diplomat|achieng-odongo] left.",
    "[Norwegian ambassador Torv Lunde|torv-lunde] spoke. [The envoy|torv-lunde] left.",
    "[National Security Adviser Ann Roe|ann-roe] met [Director Ole Dal|ole-dal]. [The national security adviser|ann-roe] left.",
    "[Ragna Lid|ragna-lid], [Special Assistant to the President and Director of Trade|ragna-lid], met [President Ana Sousa|ana-sousa]. [The president|ana-sousa] left.",
    "[A Norwegian Navy spokesman|NOR/navy] denied it. [The spokesman|NOR/navy] said why.",
    "[A spokesperson for the Peruvian Embassy in Oslo|PER/embassy-in-oslo] declined. [A spokeswoman for NATO|nato] left.",
    "[Qaboos Lunde|qaboos-lunde], [the long-serving Sultan of Oman|qaboos-lunde], died.",
    # Groups of those who are named
    "[President Ana Sousa|ana-sousa] received [President Luis Rey|luis-rey] and [Prime Minister Ann Berg|ann-berg]. [The leaders|ana-sousa ann-berg luis-rey] dined.",
    "[The foreign ministers of Norway and Chad|idris-ali torv-lunde], [Torv Lunde|torv-lunde] and [Idris Ali|idris-ali], met. [The Chadian minister|idris-ali] spoke.",
    "[Peruvian minister Ana Rey|ana-rey] and [her Greek and Dutch counterparts|jan-berg yorgis-lemnos], [Yorgis Lemnos|yorgis-lemnos] and [Jan Berg|jan-berg], met.",
    "[Norwegian minister Ann Berg|ann-berg] met [her Danish counterpart|DNK] in Oslo. [The two ministers|DNK NOR] signed.",
    # Members of a body
    "[Members of the G7|g7] and [NATO allies|nato] met, and [the member states of the 27-member European Union|european-union] paid.",
    "The [EU|european-union] paid. [Member States|european-union] agreed.",
    # Bodies by a noun for their sort
    "[ISIL|isil] fought on, and [the Coalition|global-coalition-to-counter-isil] struck.",
    "The [EU|european-union] paid [Hamas|hamas] nothing. [The bloc|european-union] left, and [the militant group|hamas] fought on.",
]
LEFT_ALONE = [
    "The 30th Conference of the Parties met in [Oslo|NOR] as [Chad|TCD] spoke.".replace("[Oslo|NOR]", "Oslo"),
    "[President Ana Sousa|ana-sousa] fired her president of the bank, Senior Vice President, in May.",
    "[President Ana Sousa|ana-sousa] spoke of the Hamas leader in May.".replace("the Hamas", "the [Hamas|hamas]"),
    "The [EU|european-union] paid. The group of experts left.",
    "[General Torv Lunde|torv-lunde] spoke of the general census.",
    "[Chad|TCD], [Peru|PER] and [Kenya|KEN] spoke. [Chad|TCD], [Peru|PER] and [Kenya|KEN] left. Officials of the countries stayed.",
]


@pytest.mark.parametrize("row", READ)
def test_a_title_alone_is_tied_to_its_bearer(row):
    assert marked(bare(row)) == row


@pytest.mark.parametrize("row", LEFT_ALONE)
def test_what_nobody_in_view_bears_is_left_alone(row):
    assert marked(bare(row)) == row


ON_A_DAY = [
    ("[Japan|JPN] and [Peru|PER] met. [The Saudi crown prince|mohammed-bin-salman] left.", "2021-05-05"),
    ("[Saudi officials|SAU] met. [The Crown Prince|mohammed-bin-salman] left.", "2021-05-05"),
    (
        "[The Canadian prime minister|justin-trudeau] met [President Macron|emmanuel-macron]. [The two leaders|emmanuel-macron justin-trudeau] dined.",
        "2021-05-05",
    ),
    ("[Xi Jinping|xi-jinping] left early.", "2021-05-05"),
    (
        "[Hungarian Prime Minister Orbán Viktor|viktor-orban] met [Jan Berg|jan-berg]. [Orbán|viktor-orban] left.",
        "2021-05-05",
    ),
]


@pytest.mark.parametrize(("row", "day"), ON_A_DAY)
def test_who_holds_an_office_on_the_day_is_meant(row, day):
    assert marked(bare(row), published=When.parse(day)) == row


def test_a_verb_of_its_own_ends_an_apposition():
    row = "At the request of [President Ana Sousa|ana-sousa], the King dissolved the house for five weeks."
    assert marked(bare(row)) == row


def test_an_official_text_calls_its_own_body_the_department():
    row = "[The Department|USA/department-of-state] thanked [Peru|PER]."
    given = {"kind": DocumentKind.RELEASE, "outlet": "US State Department", "published": When.parse("2023-05-01")}
    assert marked(bare(row), **given) == row
