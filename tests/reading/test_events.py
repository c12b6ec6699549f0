"""Events as PLOVER counts them: the type of a sentence's highest event, with source and target."""

import pytest

from servanda.codebook import Document
from servanda.lexicon.dealings import load_events
from servanda.reading.occasions.events import find_events
from servanda.reading.readers import READERS, read_document
from servanda.reading.scenes import Scene


def _events(text):
    scene = Scene(Document(text=text))
    return list(find_events(scene, read_document(scene.document, READERS[:1])))


TOLD = [
    ("Ghana and Togo have agreed to share the river.", "AGREE", ("GHA", "TGO"), ()),
    ("Norway will send grain to Kenya.", "AGREE", ("NOR",), ("KEN",)),
    ("Chile is ready to help Peru.", "AGREE", ("CHL",), ("PER",)),
    ("The foreign ministers of Fiji and Samoa met on Friday.", "CONSULT", ("FJI", "WSM"), ()),
    ("Cuba praised Vietnam.", "SUPPORT", ("CUB",), ("VNM",)),
    ("Vietnam and Cuba signed an agreement on rice.", "SUPPORT", ("VNM", "CUB"), ()),
    ("Ecuador apologised to Mexico.", "CONCEDE", ("ECU",), ("MEX",)),
    ("Japan shared radar data with Australia.", "COOPERATE", ("JPN",), ("AUS",)),
    ("Uganda granted asylum to 18 Rwandan officers.", "AID", ("UGA",), ("RWA",)),
    ("France withdrew its troops from Niger.", "RETREAT", ("FRA",), ("NER",)),
    ("Kuwait urged Iraq to honour the accord.", "REQUEST", ("KWT",), ("IRQ",)),
    ("South Africa accused Israel of theft.", "ACCUSE", ("ZAF",), ("ISR",)),
    ("Hungary refused to lend Ukraine money.", "REJECT", ("HUN",), ("UKR",)),
    ("Norway will not send grain to Kenya.", "REJECT", ("NOR",), ("KEN",)),
    ("Iran threatened to attack Iraq.", "THREATEN", ("IRN",), ("IRQ",)),
    ("Iran will bomb Iraq.", "THREATEN", ("IRN",), ("IRQ",)),
    ("Colombia broke off relations with Israel.", "SANCTION", ("COL",), ("ISR",)),
    ("Poland deployed 10,000 troops to its border with Belarus.", "MOBILIZE", ("POL",), ("BLR",)),
    ("Iran seized a Greek tanker.", "COERCE", ("IRN",), ("GRC",)),
    ("Azerbaijan shelled Armenian positions.", "ASSAULT", ("AZE",), ("ARM",)),
]


@pytest.mark.parametrize(("text", "event", "sources", "targets"), TOLD)
def test_codes_the_event(text, event, sources, targets):
    (one,) = _events(text)
    assert (one.type.value, set(one.sources), set(one.targets)) == (event, set(sources), set(targets))


@pytest.mark.parametrize("sort", load_events(), ids=lambda sort: sort.gathering.name)
def test_every_sort_reads_its_own_example(sort):
    first = _events(sort.example)[0]
    assert (first.sort, first.type) == (sort.gathering.name, sort.gathering.type)


PARTIES = [
    ("Peru received money from Chile to rebuild its schools.", ("CHL",), ("PER",)),
    ("Fiji's decision drew criticism from Samoa.", ("WSM",), ("FJI",)),
    ("Two Ugandan traders were freed by Kenya.", ("KEN",), ("UGA",)),
    ("A Peruvian diplomat was expelled from Chile.", ("CHL",), ("PER",)),
    ("Kenyan police arrested Kenyan students in Nairobi.", ("KEN",), ("KEN",)),
    ("Togo said it would help Ghana fight the fires.", ("TGO",), ("GHA",)),
    ("Togo said Ghana should withdraw its troops.", ("TGO",), ("GHA",)),
    ("Norway warned in Lima that it would bomb Malta.", ("NOR",), ("MLT",)),
    ("Ghana demanded in Geneva that Togo open its border.", ("GHA",), ("TGO",)),
    ("Kenya accused officials in Uganda of theft.", ("KEN",), ("UGA",)),
    ("Kenya appealed in Uganda.", ("KEN",), ("UGA",)),
    ("Thailand handed two men over to Laos.", ("THA",), ("LAO",)),
    ("Peru was criticized by Chile for its border wall.", ("CHL",), ("PER",)),
    ("Peru was opposed by Chile in being drawn into the talks.", ("CHL",), ("PER",)),
    ("Cuba and Ghana welcomed the renewal of ties between Togo and Benin.", ("CUB", "GHA"), ("TGO", "BEN")),
    ("Ghana is about to resume contacts with Togo.", ("GHA",), ("TGO",)),
    ("Chad blamed Sudanese rebels for the raid.", ("TCD",), ("SDN",)),
    ("Cuba deported ten Jamaicans.", ("CUB",), ("JAM",)),
    ("Chile closed the port after Peru won the match.", ("CHL",), ()),
    ("Fiji strengthened its forces following raids by Samoan rebels.", ("FJI",), ()),
    ("Chile celebrated its holiday in Oslo with Peru.", ("CHL",), ("PER",)),
    ("A camp for Togolese refugees was attacked by Ghanaian rebels.", ("GHA",), ("TGO",)),
    ("Norway and Chile discussed the war in Yemen.", ("NOR", "CHL"), ()),
    ("Norway discussed the war in Yemen with Chile.", ("NOR",), ("CHL",)),
    ("Norway discussed the role of the police with Chile.", ("NOR",), ("CHL",)),
    ("Norway and Chile discussed relations with Peru.", ("NOR", "CHL"), ()),
    ("Togo's raid on Ghana killed three.", ("TGO",), ("GHA",)),
    ("Missiles fired by Togo hit a school in Ghana.", ("TGO",), ("GHA",)),
    ("The Fijian rebels said they would attack Samoa.", ("FJI",), ("WSM",)),
    ("Three North Koreans attacked a Kenyan ship.", ("PRK",), ("KEN",)),
    ("Egypt said that Sudan must be ready to talk.", ("EGY",), ("SDN",)),
    ("Cuba criticized Fiji over its ties with Samoa.", ("CUB",), ("FJI",)),
    ("Ghana blamed Togo for the raid on Benin.", ("GHA",), ("TGO",)),
    ("Rebels from Chad attacked Niger from Libya.", ("TCD",), ("NER",)),
    ("Oman demanded that Yemen withdraw from Eritrea.", ("OMN",), ("YEM",)),
    ("Norway reached an accord with Chile.", ("NOR",), ("CHL",)),
]


@pytest.mark.parametrize(("text", "sources", "targets"), PARTIES)
def test_says_who_does_it_to_whom(text, sources, targets):
    (one,) = _events(text)
    assert (set(one.sources), set(one.targets)) == (set(sources), set(targets))


# One verb, told apart by its doer, its object, or by what is still to come.
SENSES = [
    ("Farmers blocked the highway to Quito.", "PROTEST"),
    ("The cabinet blocked the sale of a newspaper.", "COERCE"),
    ("Algeria blocked Morocco's bid.", "REJECT"),
    ("The Workers' Party of Kurdistan attacked a barracks.", "ASSAULT"),
    ("Hackers attacked the bank in Tallinn.", "COERCE"),
    ("Samoa's minister attacked Fiji's policy on coal.", "ACCUSE"),
    ("Gunmen seized a German journalist.", "ASSAULT"),
    ("Iran seized a Greek tanker.", "COERCE"),
    ("Police in Lima arrested three men for spying.", "ACCUSE"),
    ("Police in Lima arrested three men for theft.", "COERCE"),
    ("Turkish soldiers left the camp at Bashiqa.", "RETREAT"),
    ("The navies of India and Indonesia began patrols in the strait.", "COOPERATE"),
    ("Indonesia began patrols in the strait.", "MOBILIZE"),
    ("Norway and Chile massed troops on the border with Peru.", "MOBILIZE"),
    ("Norway promised help to Kenya a year after rebels burned the port.", "AGREE"),
    ("Turkey is ready to launch a military operation in Syria.", "THREATEN"),
    ("Denmark promised to send soldiers to Latvia.", "AGREE"),
    ("Sudan's rebels will not budge, their leader said.", "REJECT"),
    ("Sudan's rebels are unwilling to negotiate.", "REJECT"),
    ("Guards abused detainees in Conakry, a lawyer charged.", "ASSAULT"),
    ("Kenya said that Somalia was behind the raid.", "ACCUSE"),
    ("Fiji will no longer help Tonga.", "REJECT"),
    ("Iran will not attack Iraq.", "AGREE"),
    ("Peru was opposed by Chile in its bid to host the games.", "REJECT"),
    ("Kenya will not start bombing Somalia.", "AGREE"),
    ("Kenya did not want to meet Somalia.", "REJECT"),
    ("Kenya is going to bomb Togo.", "THREATEN"),
    ("Kenya nixed a visit to Togo.", "SANCTION"),
    ("King Harald welcomed President Boric for talks.", "CONSULT"),
    ("King Harald welcomed Chile's decision.", "SUPPORT"),
    ("Kenya wants to help Togo.", "AGREE"),
    ("Kenya wants Togo to help Chile.", "REQUEST"),
    ("Norway is acting on its accord with Kenya.", "AGREE"),
    ("Ghana will not comply with the ruling.", "REJECT"),
    ("Fighting erupted between rival clans in Aden.", "ASSAULT"),
]


@pytest.mark.parametrize(("text", "event"), SENSES)
def test_tells_the_senses_of_a_verb_apart(text, event):
    assert [one.type.value for one in _events(text)][:1] == [event]


def test_leaves_out_what_is_only_supposed():
    found = _events("The party will leave parliament if the army bombs Aden.")
    assert "ASSAULT" not in [one.type.value for one in found]


def test_what_came_first_is_only_the_background():
    found = _events("Norway will reopen its embassy in Kenya five years after crowds burned it.")
    assert "PROTEST" not in [one.type.value for one in found]


def test_counts_what_happens_at_home():
    assert [one.type.value for one in _events("Students in Lima staged a protest on Friday.")] == ["PROTEST"]


def test_joined_verbs_are_events_of_their_own():
    found = _events("Chile condemned the raid and expelled the Peruvian envoy.")
    assert [one.type.value for one in found] == ["ACCUSE", "SANCTION"]


NO_EVENT = [
    "Norway is a kingdom.",
    "The sea is calm.",
    "Kenya has two seaports.",
    "Kenya met its objectives.",
    "Samoa demonstrated its resolve.",
    "Fiji has had an embassy in Samoa since March.",
    "A press release from Fiji names the price.",
    "Kenya did not bomb Somalia.",
    "Kenya has not imposed sanctions on Uganda.",
    "Norway never accused Chile of theft.",
    "No Kenyan soldier attacked Somalia.",
    "Poland is under pressure from Germany to accept refugees.",
    "Fiji has no reason to attack Tonga.",
    "It is too early to sanction Cuba, Spain said.",
    "Fiji's envoy recalled the siege of Apia.",
    "Ghana's ministers played down the clash with Togo.",
    "A man wanted in Vietnam fled to Laos.",
]


@pytest.mark.parametrize("text", NO_EVENT)
def test_leaves_alone_what_tells_no_event(text):
    assert _events(text) == []
