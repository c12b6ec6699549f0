"""Occasions that a verb tells, read from the sentence's tree: which clause, of what type, and who takes part."""

import pytest

from marks import mark, unmark
from servanda.codebook import Document, When
from servanda.reading.occasions.clauses import find_clauses
from servanda.reading.readers import READERS, read_document
from servanda.reading.scenes import Scene
from servanda.reading.stretches import stretches_of


def _read(text):
    return read_document(Document(text=text, published=When.parse("2025-11-24")), READERS[:2]).occasions


TOLD = [
    ("<o>The foreign ministers of Chile and Peru met</o> in Lima on Thursday.", "CONSULT", "CHL PER"),
    ("<o>Officials from Serbia and Kosovo met</o> in Brussels for a fourth round of talks.", "CONSULT", "SRB XKX"),
    ("<o>Talks between India and Pakistan</o> collapsed on Friday.", "CONSULT", "IND PAK"),
    ("<o>President Ruto phoned President Museveni</o> on Sunday.", "CONSULT", "william-ruto yoweri-museveni"),
    (
        "<o>President Zelensky spoke by telephone with Chancellor Merz</o> on Saturday.",
        "CONSULT",
        "volodymyr-zelensky friedrich-merz",
    ),
    ("<o>Vietnam and Cuba signed an agreement on rice</o> on Friday.", "AGREE", "VNM CUB"),
    ("<o>A memorandum of understanding was signed by Ghana and Togo on Monday</o>.", "AGREE", "GHA TGO"),
    ("<o>The treaty, signed in Lisbon last year by Angola and Portugal</o>, covers fishing.", "AGREE", "AGO PRT"),
    ("<o>Jordan and Syria have agreed on a water deal</o>.", "AGREE", "JOR SYR"),
    ("<o>Azerbaijan reached a gas agreement with Hungary</o>.", "AGREE", "AZE HUN"),
    ("Under <o>a deal struck between Malaysia and Singapore</o> last week, trains will run again.", "AGREE", "MYS SGP"),
    ("<o>Finland joined NATO</o> in April 2023.", "AGREE", "FIN nato"),
    ("<o>Zambia ratified the free trade agreement with Malawi</o> on Friday.", "AGREE", "ZMB MWI"),
    ("<o>Norway recognised the State of Palestine</o> in May 2024.", "SUPPORT", "NOR PSE"),
    ("<o>Chad restored diplomatic relations with Israel</o>.", "SUPPORT", "TCD ISR"),
    ("<o>Honduras established diplomatic ties with China</o>.", "SUPPORT", "HND CHN"),
    ("<o>Australia and Fiji held joint naval exercises</o> off Suva.", "COOPERATE", "AUS FJI"),
    ("Turkish and Azerbaijani troops began <o>joint drills</o> near Baku on Monday.", "COOPERATE", "TUR AZE"),
    ("<o>Japan shared radar data with the Philippines</o>.", "COOPERATE", "JPN PHL"),
    ("<o>Spain extradited a Colombian drug lord to the United States</o>.", "COOPERATE", "ESP COL USA"),
    ("<o>Indian soldiers trained with Mongolian troops</o> in July.", "COOPERATE", "IND MNG"),
    ("<o>Germany sent two field hospitals to Turkey</o> after the earthquake.", "AID", "DEU TUR"),
    ("<o>The United States provided 40 million dollars in aid to Sudan</o>.", "AID", "USA SDN"),
    ("<o>Medical supplies were sent to Malawi by Rwanda</o>.", "AID", "RWA MWI"),
    ("<o>Greek firefighters were sent to Albania</o>.", "AID", "GRC ALB"),
    ("<o>The Italian coast guard rescued 60 Tunisian migrants</o>.", "AID", "ITA/coast-guard TUN"),
    ("<o>Uganda granted asylum to 18 Rwandan officers</o>.", "AID", "UGA RWA"),
    ("<o>France withdrew its troops from Niger</o> in December.", "RETREAT", "FRA NER"),
    ("<o>Ethiopian troops withdrew from Somalia</o> on Friday.", "RETREAT", "ETH SOM"),
    ("<o>Hamas released three Thai hostages</o> on Sunday.", "RETREAT", "hamas THA"),
    ("<o>Iran freed two French citizens</o>.", "RETREAT", "IRN FRA"),
    ("<o>Belarus and Poland swapped five prisoners</o> at the border.", "RETREAT", "BLR POL"),
    ("<o>Mali released 46 soldiers from Ivory Coast</o>.", "RETREAT", "MLI CIV"),
    ("<o>Armenia handed over four soldiers to Azerbaijan</o>.", "RETREAT", "ARM AZE"),
    ("<o>Iran allowed inspectors of the IAEA</o> into the plant.", "RETREAT", "IRN iaea"),
    ("<o>The European Union lifted sanctions on Syria</o> in May.", "CONCEDE", "european-union SYR"),
    ("<o>Saudi Arabia reopened its border with Qatar</o>.", "CONCEDE", "SAU QAT"),
    ("<o>The Gambia sued Myanmar</o> at the International Court of Justice.", "ACCUSE", "GMB MMR"),
    ("<o>Bolivia filed a complaint against Chile</o>.", "ACCUSE", "BOL CHL"),
    ("<o>Kenya rejected the Somali claim</o>.", "REJECT", "KEN SOM"),
    ("<o>Russia vetoed the resolution on Mali</o>.", "REJECT", "RUS"),
    ("<o>The embassy of Chad turned down the request</o>.", "REJECT", "TCD/embassy"),
    ("<o>Burkina Faso withdrew from ECOWAS</o> in January.", "REJECT", "BFA ecowas"),
    ("<o>North Korea warned South Korea not to send drones</o>.", "THREATEN", "PRK KOR"),
    ("<o>China threatened Lithuania</o> with sanctions.", "THREATEN", "CHN LTU"),
    ("Canada imposed <o>sanctions on two Iranian generals</o>.", "SANCTION", "IRN CAN"),
    ("<o>Sanctions were imposed on Belarus by the European Union</o>.", "SANCTION", "european-union BLR"),
    ("<o>The United Kingdom expelled the Russian defence attache</o>.", "SANCTION", "GBR RUS"),
    ("<o>Six Iranian diplomats were expelled from Sweden</o>.", "SANCTION", "IRN SWE"),
    ("<o>Colombia broke off relations with Israel</o>.", "SANCTION", "COL ISR"),
    ("<o>Turkey suspended trade with Israel</o> in May 2024.", "SANCTION", "TUR ISR"),
    ("<o>Pakistan closed its airspace to Indian planes</o>.", "SANCTION", "PAK IND"),
    ("<o>Morocco recalled its ambassador from Berlin</o>.", "SANCTION", "MAR DEU"),
    ("<o>Algeria cut diplomatic ties with Morocco</o>.", "SANCTION", "DZA MAR"),
    ("<o>India banned imports of jute from Bangladesh</o>.", "SANCTION", "IND BGD"),
    ("<o>North Korea fired two missiles</o> into the East Sea.", "MOBILIZE", "PRK"),
    ("<o>Pyongyang launched a satellite</o> on Tuesday.", "MOBILIZE", "PRK"),
    ("<o>Poland deployed 10,000 troops to its border with Belarus</o>.", "MOBILIZE", "POL BLR"),
    ("<o>Rwandan troops entered eastern Congo</o>.", "MOBILIZE", "RWA COD"),
    ("<o>Venezuela massed soldiers near the border with Guyana</o>.", "MOBILIZE", "VEN GUY"),
    ("<o>Iran seized a Greek tanker</o> in the Gulf.", "COERCE", "IRN GRC"),
    ("<o>Two Chinese trawlers were detained by Palau</o>.", "COERCE", "PLW CHN"),
    ("<o>Israeli police arrested a Norwegian diplomat</o>.", "COERCE", "ISR/police NOR"),
    ("<o>Russia jammed Finnish satellite signals</o>.", "COERCE", "RUS FIN"),
    ("<o>North Korean hackers attacked banks in Bangladesh</o>.", "ASSAULT", "PRK BGD"),
    ("<o>Israel bombed an airport in Yemen</o> on Tuesday.", "ASSAULT", "ISR YEM"),
    ("<o>Turkish drones killed four fighters in northern Syria</o>.", "ASSAULT", "TUR SYR"),
    ("<o>Pakistan carried out air strikes in Afghanistan's Khost province</o>.", "ASSAULT", "PAK AFG"),
    ("<o>Azerbaijan shelled Armenian positions</o>.", "ASSAULT", "AZE ARM"),
    ("<o>Iraq invaded Kuwait</o> in 1990.", "ASSAULT", "IRQ KWT"),
    ("<o>Thailand's army shelled a Cambodian village</o> on Thursday, killing two.", "ASSAULT", "THA/army KHM"),
    ("<o>The Houthis attacked a Liberian-flagged ship</o> in the Red Sea.", "ASSAULT", "houthi-movement LBR"),
]


@pytest.mark.parametrize(("marked", "event", "actors"), TOLD)
def test_reads_what_a_verb_tells(marked, event, actors):
    text, spans = unmark(marked)
    (one,) = _read(text)
    assert mark(text, one.span, "o") == mark(text, spans["o"], "o")
    assert (one.type.value, set(one.participants.value)) == (event, set(actors.split()))


ALONE = [
    pytest.param("The demands of Chile were met.", id="demands, not people, are met"),
    pytest.param("A law that bans Chilean fish is old.", id="what a law does"),
    pytest.param("Chile would never invade Peru.", id="denied"),
    pytest.param("If Chile invades Peru, Bolivia will act.", id="a condition"),
    pytest.param("Peru accused Chile of lying.", id="mere words of blame"),
    pytest.param("Norway praised Kenya.", id="mere words of praise"),
    pytest.param("Kenya hopes to sell tea to Norway.", id="a hope"),
    pytest.param("Ghana wants to host Togo in May.", id="a wish"),
    pytest.param("NASA will return samples to Earth from Mars.", id="a thing is returned, nobody travels"),
    pytest.param("He called the Peruvian minister a friend.", id="a name, not a telephone call"),
    pytest.param("The storm left Cuba on Friday.", id="no party travels"),
    pytest.param("Kenya is strengthening its partnership with Norway.", id="no force is moved"),
    pytest.param("Police in Lima arrested two Peruvian thieves.", id="one state alone"),
    pytest.param("No Chilean envoy was expelled.", id="denied by its subject"),
    pytest.param("Brazil asked Chile to sign the pact.", id="asked for"),
    pytest.param("Kuwait urged Iraq to honour the accord.", id="urged"),
    pytest.param("Hungary refused to back the loan to Ukraine.", id="refused"),
]


@pytest.mark.parametrize("text", ALONE)
def test_leaves_alone_what_is_no_deed_towards_another(text):
    assert [one.span[0].of(text) for one in _read(text)] == []


STATUS = [
    ("Peru will sign the pact with Chile.", "planned"),
    ("Peru is to sign the pact with Chile.", "planned"),
    ("Peru plans to sign the pact with Chile.", "planned"),
    ("Peru could sign the pact with Chile.", "hypothetical"),
    ("Peru is signing the pact with Chile.", "ongoing"),
    ("Peru signed the pact with Chile.", "held"),
    ("Peru flew to Lima and signed the pact with Chile.", "held"),
    ("Peru did not sign the pact with Chile.", None),
    ("Peru refused to sign the pact with Chile.", None),
]


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_says_how_far_it_is_a_fact(text, status):
    scene = Scene(Document(text=text))
    (stretch,) = stretches_of(scene, read_document(scene.document, ()))
    found = [clause.status for clause in find_clauses(stretch) if clause.dealing.gathering.name == "sign"]
    assert [one and one.value for one in found] == [status]
