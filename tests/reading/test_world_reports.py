"""Short reports from many regions, in the manner of different outlets: occasions, instruments and undertakings together."""

import pytest

from marks import mark, unmark
from servanda.codebook import Document, When
from servanda.reading.readers import read_document

KINDS = {"o": "occasions", "i": "instruments", "c": "commitments"}

READ = [
    '<o>Brasília on Friday expelled three Bolivian diplomats</o>. "We acted on reciprocity," the ministry said.',
    "<o>Talks between Ethiopia and Egypt over the Nile dam</o> collapsed on Tuesday after three days in Addis Ababa. No date has been set.",
    "<o>Malaysia's navy intercepted two Vietnamese trawlers</o> off Terengganu. <o>Hanoi lodged a protest with Kuala Lumpur</o>.",
    "<c>Rwanda has agreed to pull its troops out of Uganda within 90 days</c>, officials in Kigali said.",
    "<o>Ecuador broke off diplomatic relations with Peru</o> in April after <o>a crowd stormed the Peruvian embassy</o> in Quito.",
    "<o>Colombian President Rosa Duarte discussed the reopening of the border with her Venezuelan counterpart</o>, her office said.",
    "EU ambassadors on Wednesday approved a new package of <o>sanctions against Belarus</o>. <c>Minsk vowed to retaliate</c>.",
    "Indonesia and Australia will hold <o>their largest joint naval drills</o> to date in November, Defence Minister Dewi Santoso said after <o>meeting her Australian counterpart</o>.",
    "<o>Kenya on Sunday deployed a further 200 police officers to Haiti</o> as part of a UN-backed mission.",
    "<o>Niger's military rulers revoked <i>a 2012 military accord with Italy</i></o> and <o>ordered Italian troops to leave</o>.",
    "<o>Armenia and Georgia exchanged 32 prisoners</o> on their border on Wednesday, the first such swap in two years.",
    "<o>Somalia's president flew to Asmara</o> for <o>talks with Eritrea and Egypt</o>.",
    "<o>The Philippines has summoned the Chinese ambassador</o> over the use of water cannon.",
    "Oman hosted <o>indirect talks between Iran and Kuwait</o> in Muscat on Saturday.",
    "<o>Chad terminated <i>its defence cooperation agreement with Spain</i></o> on Thursday. Spanish forces must now leave the country.",
    "<o>Canada recalled its high commissioner from Dhaka</o>.",
    "Pakistan launched <o>air strikes on militant hideouts in Afghanistan's Paktika province</o>, Kabul said.",
    "Guyana said <o>Venezuelan armed vessels had entered its waters</o> on Saturday.",
    "<o>Chile and the European Union initialled <i>a modernised association agreement</i></o> in December, and the pact entered into force on February 1.",
    "<o>India handed over two patrol vessels to the Maldives</o> under a $50 million line of credit.",
    "<o>Myanmar's junta released 3,000 prisoners, including 13 Indonesian nationals</o>, to mark independence day.",
    "<o>The presidents of Guatemala, El Salvador and Honduras met</o> in San Salvador to review the northern plan.",
    "<o>Mercosur and Singapore concluded <i>a free trade agreement</i></o> in July; it has not been signed.",
    "<o>The EU froze 30 million euros in aid to Tbilisi</o>.",
    "Moscow was accused of breaking <i>the Minsk agreements</i>.",
    "We strongly support <i>the global compact</i> that the General Assembly discussed.",
]  # fmt: skip

ALONE = [
    pytest.param("The Kuwaiti emir called the Omani order swift.", id="called it a word"),
    pytest.param("Georgia's parliament approved a law on farms that the EU had criticised.", id="a law"),
    pytest.param("Serbia and Kosovo failed to reach an agreement on licence plates.", id="what was not reached"),
    pytest.param("Paraguay is in full accord with the proposal of Uruguay.", id="of one mind"),
    pytest.param("Botswana discussed its relations with Namibia.", id="relations, not an interlocutor"),
    pytest.param("The force in the Gulf is led by a Kenyan admiral.", id="who commands"),
    pytest.param("Nobody in Fiji expects that talks with Tonga will ever be held.", id="not expected"),
    pytest.param("Kyrgyz growers praised the roads of Tajikistan.", id="no deed of a state"),
]


def shown(text):
    """The text with the tags of what was read in it."""
    reading = read_document(Document(text=text, published=When.parse("2025-03-07")))
    return {name: sorted({s for one in getattr(reading, kind) for s in one.spans}) for name, kind in KINDS.items()}


@pytest.mark.parametrize("marked", READ)
def test_reads_what_a_report_tells(marked):
    text, spans = unmark(marked)
    found = shown(text)
    for name in KINDS:
        assert mark(text, found[name], name) == mark(text, spans.get(name, ()), name)


@pytest.mark.parametrize("text", ALONE)
def test_leaves_alone_what_is_no_dealing(text):
    assert {name: [span.of(text) for span in found] for name, found in shown(text).items()} == {
        name: [] for name in KINDS
    }
