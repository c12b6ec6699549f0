"""Actors: every mention with its span, tied to one actor or to all members of a group."""

import pytest

from mentions import actors_of, bare, marked
from servanda.codebook import Document, When
from servanda.codebook.vocabulary import ActorKind, DocumentKind
from servanda.reading.scenes import Scene

READ = [
    # States, capitals and seats that act
    "[Norway|NOR] and [Kenya|KEN] agreed to share fishing data.",
    "[Oslo|NOR] promised [Nairobi|KEN] three patrol boats.",
    "The port is [Kenya|KEN]'s",
    "Talks between [Brasília|BRA] and [Lima|PER] resumed as [Peru|PER]'s debts grew.",
    "The [Kremlin|RUS/kremlin] rejected the offer, and [Malacañang|PHL] welcomed it.",
    "The [U.S.|USA]-[Philippines|PHL] alliance rests on [Manila|PHL]'s bases.",
    "[Poland|POL] will invest $2 billion in [Kenya|KEN].",
    "The [Republic of Kenya (Kenya)|KEN] thanked the [United Arab Emirates (UAE)|ARE].",
    "[U.S.|USA] support for [Ghana|GHA] continues.",
    "Threats from [Russia|RUS] worry [Finland|FIN].",
    # Bodies
    "The [Kenyan Ministry of Defence|KEN/ministry-of-defense] wrote to the [African Union (AU)|african-union].",
    "The [Norwegian foreign ministry|NOR/ministry-of-foreign-affairs] answered the [EU|european-union].",
    "The [Nordic Fisheries Council (NFC)|nordic-fisheries-council] met, and the [NFC|nordic-fisheries-council] adjourned.",
    "The [Brazilian navy|BRA/navy] joined the [Philippine Coast Guard|PHL/coast-guard].",
    "[the Kenyan government|KEN] trusts [the government of Norway|NOR].",
    # Persons
    "[Kenyan Foreign Minister Achieng Odongo|achieng-odongo] met [Polish envoy Marek Zielny|marek-zielny]. [Odongo|achieng-odongo] smiled.",
    "[Prime Minister Ingrid Solvang of Norway|ingrid-solvang] spoke. [The prime minister|ingrid-solvang] left early.",
    "[Brazil's president Caio Teles|caio-teles] called [Mr. Teles|caio-teles] himself by name.",
    "[Acting Kenyan Ambassador to Norway Peter Owino|peter-owino] said [Kenya|KEN] would pay.",
    "[Ann Berg|ann-berg], [the Norwegian trade minister|ann-berg], signed for [Norway|NOR].",
    "[The Kenyan trade minister|grace-wanjiru], [Grace Wanjiru|grace-wanjiru], signed for [Kenya|KEN].",
    "[President Han Min-jae|han-min-jae] met [Deputy Minister Han Su-bin|han-su-bin]; [Han|han-su-bin] spoke first.",
    "[Iraqi President Salim al-Rashid|salim-al-rashid] rose, and [al-Rashid|salim-al-rashid] spoke.",
    # Full names that no list holds: beside a title, a calling, an age or words of speech
    "[Zorica Planinc|zorica-planinc], who led the talks, met [Ovren Dalsgard|ovren-dalsgard], [a spokesman for the Danish navy|ovren-dalsgard].",
    "“We will pay,” said [Torvik Halvarsen|torvik-halvarsen] on Monday, and [Halvarsen|torvik-halvarsen] left.",
    "[Brankica Tolj|brankica-tolj], 42, waited. [Tegwen Prosser|tegwen-prosser], a Welsh writer, did not.",
    "[Kenyan minister Achieng Odongo|achieng-odongo] saw [her Greek counterpart|yorgis-lemnos], [Yorgis Lemnos|yorgis-lemnos], again.",
    "[Chinese counterpart Hu Anlin|hu-anlin] told [Peru|PER] so.",
    "[Norway's Minister for Trade and Industry|ragna-lid], [Ragna Lid|ragna-lid], and [Kenya|KEN] agreed.",
    "[Chancellor Greta Holm|greta-holm]'s spokesman, said to be ill, stayed away.",
    "[Australian Deputy Prime Minister and Minister for Defence Ned Kell|ned-kell] signed. [Kell|ned-kell] smiled.",
    "[Ann Berg|ann-berg], [Torv Lunde|torv-lunde] and [Zabi Q. Voll|zabi-voll] signed.",
    "An aide to [former President Ragna Lid|ragna-lid] met [King Sverre II|sverre-ii].",
    # Particles, three-part names, fathers' and mothers' names
    "[President von der Heide|von-der-heide] met [Minister Ursula Brandt|ursula-brandt], and [von der Heide|von-der-heide] spoke.",
    "[South Korean President Noh Sang Jin|noh-sang-jin] spoke. [Noh|noh-sang-jin] will pay [Kenya|KEN].",
    "[Mexican President Marta Quiroga Pardo|marta-quiroga-pardo] spoke. [Quiroga|marta-quiroga-pardo] left.",
    # Bodies by their head nouns
    "The [Parliament of Iraq|IRQ/parliament] and the [Foreign Ministry of Chad|TCD/ministry-of-foreign-affairs] objected.",
    "[Kenya's Institute for Ocean Research|KEN/institute-for-ocean-research] wrote to the [Reserve Bank of India|IND/reserve-bank-of-india].",
    "The [Dalar People's Liberation Front|dalar-peoples-liberation-front] left; the [DPLF|dalar-peoples-liberation-front] said why.",
    "The [Norwegian Agency for Ocean Aid (Nora)|NOR/norwegian-agency-for-ocean-aid] paid, and [Nora|NOR/norwegian-agency-for-ocean-aid] said so.",
    "[Chad's Ministry of Defence|TCD/ministry-of-defense] and Rheinhart signed; [the Indian Army's chief|ovik-dal], [Gen. Ovik Dal|ovik-dal], left.",
    "[Pakistan's Foreign Office|PAK/ministry-of-foreign-affairs] told the [Royal Australian Navy|AUS/royal-australian-navy].",
    # Persons of a state, and what a relative, a paper or a picture makes of a name
    "[Chad's Idriss Abakar|idriss-abakar] and [Peru's Marta Quiroga Pardo|marta-quiroga-pardo] said so.",
    "[Kenya|KEN] met [its bitter rival Chad|TCD] and [former colonial ruler France|FRA].",
    "[The President of the Republic|caio-teles], [Caio Teles|caio-teles], met the [Kenyan navy|KEN/navy].",
    "[Ragna Lid|ragna-lid] – [ECOWAS commissioner for trade|ragna-lid] – told [Ghana|GHA] so.",
    "[Abdi Nurow|abdi-nurow], [second-in-command of the rebel group|abdi-nurow], told [Kenya|KEN] so.",
    "[Norway|NOR] thanked [Chad|TCD]'s leadership in hosting the talks. [Chad's leadership|TCD] said no.",
    "Ties soured since [Ragna Lid|ragna-lid], who was elected in May, took over [Norway|NOR]'s presidency.",
    # Peoples, and the one alliance
    "[Kenya|KEN] warned [the Saudis|SAU] that it would go on.",
    "[NATO Secretary General Ole Dal|ole-dal] spoke. He said that [Allies|nato] agree, and that [all 32 Allies|nato] pay.",
    "[The C5+1 ministers|c5-plus-1] met, and [the C5+1 leaders|c5-plus-1] too.",
    # Groups and descriptions
    "[The heads of state of Ghana, Togo, Benin and Mali|BEN GHA MLI TGO] came.",
    "[The foreign ministers of the United States, Chad, and the Gambia|GMB TCD USA] met. [The ministers|GMB TCD USA] agreed.",
    "[President Caio Teles of Brazil|caio-teles] met [the leaders of Peru, Chile and Bolivia|BOL CHL PER]. He thanked [his counterparts|BOL CHL PER].",
    "[Kenya|KEN] and [Uganda|UGA] met. [The neighbors|KEN UGA] agreed to weigh the fears of [each side|KEN UGA].",
    "[The government in Khartoum|SDN] refused; [officials in Nairobi|KEN] did not.",
    "[Norway|NOR] and [Kenya|KEN] met. [Both sides|KEN NOR] agreed, and [the two countries|KEN NOR] will cooperate.",
    "[The Norwegian and Kenyan governments|KEN NOR] wrote to [Chile|CHL].",
    "[President Ana Sousa of Brazil|ana-sousa] met [President Luis Rey of Peru|luis-rey]. [The two leaders|ana-sousa luis-rey] dined.",
    "[President Ana Sousa of Brazil|ana-sousa] came. As [the president|ana-sousa] said, it rained.",
    "[Ghana|GHA] denied it. [The country|GHA] has no such ships.",
    "[Kenyan and Ugandan officials|KEN UGA] met in Kampala.",
    "[The Kenyan ambassador to Norway|KEN/ambassador-to-norway] was called in.",
    "[A Kenyan Ministry of Defence spokesperson|KEN/ministry-of-defense] denied it.",
]
BODIES = [
    # Embassies, consulates and missions with their place
    "The [Danish consulate in Lagos|DNK/consulate-in-lagos] closed, and [the consulate|DNK/consulate-in-lagos] moved.",
    "The [Embassy of Japan in Lima|JPN/embassy-in-lima] thanked [Peru|PER].",
    "The [Kenyan Mission to the United Nations|KEN/mission-to-united-nations] replied.",
    "A protest outside the [Chilean embassy|CHL/embassy] grew.",
    # Military units and commands
    "[Task Force 12 (TF 12)|task-force-12] sailed, and [TF 12|task-force-12] came home. [The task force|task-force-12] rested.",
    "The [5th Fleet|USA/5th-fleet] helped [Oman|OMN]. [The fleet|USA/5th-fleet] left.",
    "[Kenya's 2nd Infantry Division|KEN/2nd-infantry-division] and the [Polish Third Corps|POL/third-corps] trained.",
    "The [Brazilian Northern Command's (BNC) Task Force 4|BRA/task-force-4] sailed.",
    "The [Combined Task Force (CTF) 9|combined-task-force-9] sailed, and [CTF 9|combined-task-force-9] came home.",
    "The [UN mission in Chad|un-mission-in-chad] and the [EU Delegation to Kenya|european-union-delegation-to-kenya] agreed.",
    # Official names to their whole length
    "The [Kenya National Commission on Human Rights (KNCHR)|KEN/national-commission-on-human-rights] spoke.",
    "The [United Nations Support Mission in Chad|united-nations-support-mission-in-chad] closed.",
    # One body of each of several states
    "[The Danish and Swedish foreign ministries|DNK/ministry-of-foreign-affairs SWE/ministry-of-foreign-affairs] denied it.",
    "[The Kenyan, French and Royal Navies|FRA/navy GBR/royal-navy KEN/navy] trained.",
    "[The two Koreas|KOR PRK] agreed to talk.",
    # Oppositions and rebels
    "[The Chadian opposition|chadian-opposition] refused, and [the opposition|chadian-opposition] left.",
    "[The rebels|rebels] and [the Maoist insurgents|maoist-insurgents] fled.",
    # A state that is given something
    "[Norway|NOR] pledged to lend [Kenya|KEN] two ships.",
    "The deal gives [Ghana|GHA] oil.",
    # A body for two fields, and the place of one
    "The [Canadian Food and Drug Authority|CAN/canadian-food-and-drug-authority] and the [Kenyan Navy|KEN/navy] met.",
    "The [Kenya Trade and Transit Agency|KEN/trade-and-transit-agency] opened.",
    "The [National Fisheries Service|national-fisheries-service] and [Kenya's National Security Council|KEN/national-security-council] agreed.",
    # A person behind the name of a body, and an office that goes on in capitals
    "[Director of the Office of Ocean Affairs Maria Berg|maria-berg] left. [Chief Harbor Officer Ole Dal|ole-dal] stayed.",
    "[Prime Minister P.J. Holm of Fiji|pj-holm] met [the President of the Council of Ministers of Peru|PER].",
    # Names that go on behind the noun that leads them, or begin with a word that is an office too
    "The [IAEA Board of Directors|iaea-board-of-directors] and the [Kenya-Norway Board of Trade|kenya-norway-board-of-trade] met.",
    "The [Task Force on Ocean Safety|task-force-on-ocean-safety] met, and the [Task Force|task-force-on-ocean-safety] wrote.",
    "[Chad|TCD] and [Mali|MLI] use the [General Border Committee (GBC)|general-border-committee]; the [GBC|general-border-committee] met.",
    "The [SADC Observer Team (SOT)|sadc-observer-team] came, and the [SOT|sadc-observer-team] left.",
    # A last word without a capital
    "The [Multinational Coast Security (MCS) mission|multinational-coast-security-mission] sailed. The [MCS|multinational-coast-security-mission] came home.",
    "The [NFTA secretariat|nfta-secretariat] wrote to [Ghana|GHA].",
    # Houses that give their name to who works there
    "The [White House|USA/white-house] said no, and [Downing Street|GBR/prime-ministers-office] said yes.",
    # A group by those from whom or of whom it is
    "[Chad|TCD] and [Mali|MLI] met. [Officials from both sides|MLI TCD] and [the leaders of the two countries|MLI TCD] agreed.",
    "[The foreign ministers of Chad, Niger and Mali|MLI NER TCD] met.",
    # What a person does is a part of the nominal
    "[Bergen's chief constable Ole Holm|ole-holm] and [UN Special Rapporteur Ann Roe|ann-roe] met.",
    "[Norwegian fisherman Jan Berg|jan-berg] and [chief constable Ole Holm|ole-holm] spoke.",
]


@pytest.mark.parametrize("row", BODIES)
def test_bodies_are_read_with_their_whole_names(row):
    assert marked(bare(row)) == row


LEFT_ALONE = [
    pytest.param("He hid in the Danish embassy in Lagos.", id="an embassy as a place"),
    pytest.param(
        "The aircraft carrier Peter Berg and the second group of two ships sailed.", id="a ship with a person's name"
    ),
    pytest.param("Aboard Air Force One, HMS Queen Anna was in view.", id="an aircraft and a ship"),
    pytest.param("Danish Combine Forces\nThey trained.", id="a headline about forces"),
    pytest.param("The opposition party and the opposition to the plan grew.", id="opposition that is no group"),
    pytest.param("The commission on Monday and the third division of labour failed.", id="common nouns of units"),
    pytest.param("The ministers met in Oslo, near Bergen, Norway.", id="a capital where something happens"),
    pytest.param("He travelled to Kenya and left for Uganda.", id="where someone goes"),
    pytest.param("Norwegian salmon and Kenyan tea sold well.", id="adjectives of states"),
    pytest.param("Troops in northern Norway trained.", id="where troops are"),
    pytest.param("U.S. dollars bought U.S. beef.", id="goods and money"),
    pytest.param("The boats turned toward Malaysia and drifted towards Oslo.", id="where something moves"),
    pytest.param("They met at the White House.", id="a house where something happens"),
    pytest.param("The Moon Orbit mission began.", id="a mission that is a journey"),
    pytest.param("They gathered at United Nations Headquarters.", id="the place of a body"),
    pytest.param("SENIOR ADMINISTRATION OFFICIAL: We left.", id="an official without a name"),
    pytest.param("The Paris Agreement and the Panama Canal were discussed.", id="other names around a state's"),
    pytest.param("She was elected president and became minister.", id="predicates"),
    pytest.param("Many countries and other partners watched.", id="groups without named members"),
    pytest.param("NAIROBI, March 3 - Rain fell.", id="a dateline"),
    pytest.param("The price was US$500.", id="a currency"),
    pytest.param("Vietnam Airlines and Air Cambodia bought jets.", id="companies with a state in their name"),
    pytest.param(
        "The Oslo Fisheries Accord was dull, as was Fjord Air of Norway.", id="cities and states in other names"
    ),
    pytest.param("He flew to cities including Oslo and Nairobi.", id="examples of places"),
    pytest.param(
        "Victoria Falls said nothing, nor did Stanley Motors.", id="a place and a firm with a person's name in them"
    ),
    pytest.param("The Standard Gauge railway and the Iron Dome held.", id="works with capitals"),
    pytest.param(
        "The Clarence Dock and San Pedro Sula were full, as was MV Maria Pola.", id="a dock, a town and a ship"
    ),
    pytest.param("The General Election and King Harald University closed.", id="an office as a part of other names"),
    pytest.param("The mayor of Bergen and the head of the firm came.", id="offices of no state"),
    pytest.param("The countries in the region and seven nations waited.", id="countries other than those in view"),
    pytest.param(
        "They hid near the capital, Nairobi, and in the Chadian capital Ndjamena.", id="a city called a capital"
    ),
    pytest.param("The crowd waved. (Fjordnews: Ann Berg)", id="whose picture it is"),
    pytest.param("Allies and partners watched, and their allies left.", id="allies of no alliance in view"),
    pytest.param("The counterparts of each party and the neighbors slept.", id="groups where nobody is in view"),
]


@pytest.mark.parametrize("row", READ)
def test_mentions_are_read_and_tied(row):
    assert marked(bare(row)) == row


@pytest.mark.parametrize("row", LEFT_ALONE)
def test_what_is_no_mention_is_left_alone(row):
    assert marked(row) == row


ON_A_DAY = [
    ("[President George W. Bush|george-w-bush] met [Peru|PER]. [Bush|george-w-bush] left.", "2008-05-01"),
    (
        "[King Salman|salman-bin-abd-al-aziz-al-saud] sent [Crown Prince Mohammed bin Salman|mohammed-bin-salman].",
        "2018-05-01",
    ),
    ("[President Ruto|william-ruto] will host [Chancellor Scholz|olaf-scholz].", "2024-05-01"),
    ("[The German chancellor|angela-merkel] wrote to [Norway|NOR].", "2015-05-01"),
    ("[Germany's chancellor|otto-kranz], [Otto Kranz|otto-kranz], wrote.", "2015-05-01"),
    ("[Secretary Austin|lloyd-austin] thanked [Norway|NOR].", "2023-05-01"),
    ("[Prime Minister Ann Example|ann-example] of the Hill Tribe sang.", "2024-05-01"),
    ("[Orbán|viktor-orban] left early, and [Xi|xi-jinping] stayed.", "2018-05-01"),
    ("[The Obama administration|USA] paid, and [the administration|USA] signed.", "2014-05-01"),
    ("[Modi|narendra-modi] spoke, and [Modi's government|IND] paid.", "2018-05-01"),
]


@pytest.mark.parametrize(("row", "day"), ON_A_DAY)
def test_a_title_is_tied_to_its_holder_on_the_day(row, day):
    assert marked(bare(row), published=When.parse(day)) == row


def test_an_official_text_speaks_of_its_own_president():
    row = "[The President|joe-biden] called [Kenya|KEN]."
    given = {"kind": DocumentKind.RELEASE, "outlet": "The White House", "published": When.parse("2023-05-01")}
    assert marked(bare(row), **given) == row


def test_a_person_has_a_state_and_an_office_with_their_words():
    text = "Kenyan Foreign Minister Achieng Odongo spoke."
    (actor,) = actors_of(text)
    assert (actor.kind, actor.state.value, actor.office.value) == (ActorKind.PERSON, "KEN", "Kenyan Foreign Minister")
    assert actor.state.spans[0].of(text) == "Kenyan"


def test_an_actor_keeps_its_mentions_in_text_order_and_their_reasons():
    actor = next(a for a in actors_of("Norway met Kenya. Oslo paid Norway's share.") if a.actor == "NOR")
    assert [mention.reason for mention in actor.mentions] == ["name", "capital that acts", "name"]
    assert list(actor.spans) == sorted(actor.spans)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Ann Berg, the foreign minister of Norway, spoke.", "NOR"),
        ("Kenyan minister Achieng Odongo met his Greek counterpart, Yorgis Lemnos.", "GRC"),
        ("Chancellor Greta Holm of Austria's spokesman, Otto Kranz, spoke.", "AUT"),
        ("Chile's Otto Kranz met Peru's Ann Berg.", "PER"),
        ("Foreign Minister Ann Berg said Norway would pay.", "NOR"),
        ("Otto Kranz, Vice President of Chad and mayor, spoke.", "TCD"),
    ],
)
def test_an_apposition_tells_the_state_of_a_person(text, state):
    people = [actor for actor in actors_of(text) if actor.kind is ActorKind.PERSON]
    assert people[-1].state.value == state


def test_a_name_in_an_apposition_keeps_its_own_mention():
    found = {
        a.actor: len(a.mentions) for a in actors_of("Ovren Dal, a spokesman for Foreign Minister Ragna Lid, left.")
    }
    assert found == {"ovren-dal": 2, "ragna-lid": 1}


HEADLINES = [
    "[Kremlin|RUS/kremlin] Says It Will Pay [Peru|PER]",
    "[Philippines|PHL], [Japan|JPN] Sign Defense Pact",
    "[Qatari Minister Hamad bin Rashid|hamad-bin-rashid] Visits Bergen Today",
    "[Norway|NOR] Vows to Pay as [Minister Ovren Dal|ovren-dal] Visits Bergen\n[Ovren Dal|ovren-dal], [the Norwegian trade minister|ovren-dal], came.",
    "[Minister Zora Blix-Holm|zora-blix-holm] and [Envoy Tam|tam] Visit Peru's Capital Today",
    "[Chad|TCD], [Mali|MLI] to Launch Ferry Service Across Lakes",
    "[President Mora|mora] Pledges Aid as the [Mora|mora]-[Abakar|abakar] Talks End\n[President Mora|mora] met [Minister Abakar|abakar].",
    "[President Noh Sang Jin|noh-sang-jin] Meets [Peru|PER]'s Envoy\n[President Noh Sang Jin|noh-sang-jin] came to the door of the house.",
]


@pytest.mark.parametrize("row", HEADLINES)
def test_names_end_in_a_headline_where_they_do_in_the_text(row):
    assert marked(bare(row)) == row


def test_nothing_is_read_in_furniture():
    text = "By our correspondent in Peru, for Kenya.\nNorway paid."
    furniture = Scene(Document(text=text)).paragraphs[:1]
    assert [actor.actor for actor in actors_of(text, furniture=furniture)] == ["NOR"]
