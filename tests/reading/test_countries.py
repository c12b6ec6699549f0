"""One state described: each row is read, or left alone, as it stands."""

import pytest

from mentions import bare, marked
from servanda.codebook import When
from servanda.codebook.vocabulary import DocumentKind

READ = [
    "[Chad|TCD] refused. [The country|TCD] has its reasons.",
    "[Peruvian and Saudi officials|PER SAU] met, and [the Kingdom|SAU] paid.",
    "The [Kingdom of Saudi Arabia (Saudi Arabia, or the Kingdom)|SAU] paid.",
    "[Officials from Peru|PER] said [their government|PER] would pay.",
    "[Representatives from Norway and Chad|NOR TCD] signed, and [authorities in the Netherlands|NLD] agreed.",
    "[Kenyan President Achieng Odongo|achieng-odongo] said [her administration|KEN] would pay [Chad|TCD].",
    "[Norway|NOR] and [Denmark|DNK] met. Talks on [the Eritrean regime|ERI] went on; [the regime|ERI] was silent.",
    "[Danish and Swedish diplomats|DNK SWE] spoke of [Eritrea|ERI] and of Eritrean troops. [The regime|ERI] was silent.",
    # A people with its article that acts
    "[The French|FRA] led the fleet, and talks with [the Saudis|SAU] failed.",
]
LEFT_ALONE = [
    "[Chad|TCD] sent troops across the country, and many left the country.",
    "[Chad|TCD] asks for the country of origin.",
    "Many of the Kenyans voted, and the French fleet sailed.",
    "[Norway|NOR] wants a stronger Kenya.",
    "[Norway|NOR] helped workers in Kenya, and in Chad, [Denmark|DNK] did.",
    "Trade between U.S. and Peruvian companies grew.",
    "[Chad|TCD] lost a third of the country, and shops in Rift province, Chad, closed.",
    "[Norway|NOR] met international partners in Paris.",
    "The planes at RAF Halden stayed.",
]


@pytest.mark.parametrize("row", READ)
def test_a_state_described_is_read(row):
    assert marked(bare(row), published=When.parse("2021-05-05")) == row


@pytest.mark.parametrize("row", LEFT_ALONE)
def test_a_mere_place_is_left_alone(row):
    assert marked(bare(row), published=When.parse("2021-05-05")) == row


def test_an_official_text_speaks_of_its_own_nation_and_of_another_country():
    row = "[Our nation|USA] will help [Peru|PER] since [the United States|USA] wants [the country|PER] to prosper."
    row = row.replace("[the United States|USA]", "the [United States|USA]")
    given = {"kind": DocumentKind.RELEASE, "outlet": "The White House", "published": When.parse("2023-05-01")}
    assert marked(bare(row), **given) == row
