"""Occasions: their fullest name, type, status and date, in a report of Monday, 24 November 2025."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marks import mark, unmark
from servanda.codebook import Document, When
from servanda.codebook.vocabulary import DocumentKind
from servanda.lexicon.dealings import load_dealings
from servanda.lexicon.gatherings import load_gatherings
from servanda.reading.actors.actors import read_actors
from servanda.reading.instruments.instruments import read_instruments
from servanda.reading.occasions.occasions import read_occasions
from servanda.reading.readers import read_document
from sketches import sketch

_PIECES = (
    "the", "a", "his", "their", "Norway", "Kenya's", "Ruto", "Store", "and", "of", "with", "between", "on", "in", "to", "met", "signed", "will", "held",
    "summit", "talks", "visit", "attack", "treaty", "Lima Declaration", "joint", "first", "(", ")", "”", "“two plus two”", ",", ".", "Friday", "last year",
    "by 2030", "31 February", "９", "3/3/2025", "\n", "spoke by phone", "not to", "released", "’s", "-", "within 99999999 days", "in 400 years ago",
)  # fmt: skip

READ = [
    ("On Friday <o>an assembly of foreign ministers</o> in Lima denounced Chile.", "CONSULT", "held", "2025-11-21"),
    # Adjectives parted by commas, owners before them, and subjects of whom much is told.
    ("Norway deplored <o>Chile's brutal, unjust, and lawless war against Peru</o>.", "ASSAULT", "ongoing", None),
    ("Norway and Kenya held <o>a constructive and result-oriented dialogue</o>.", "CONSULT", "held", None),
    (
        "Prime Minister Store, who had come back from a short trip to the far north the day before, <o>met with President Ruto</o>.",
        "CONSULT",
        "held",
        None,
    ),
    ("Norway and Kenya held <o>a summit</o> on Friday.", "CONSULT", "held", "2025-11-21"),
    ("<o>The meeting between Norway and Kenya</o> was short.", "CONSULT", "held", None),
    ("<o>President Ruto met with Prime Minister Store</o> on Friday.", "CONSULT", "held", "2025-11-21"),
    ("<o>President Ruto will visit Oslo</o> next week.", "CONSULT", "planned", "2025-12-01/2025-12-07"),
    ("<o>Ruto's envisioned visit to Oslo</o> has no date.", "CONSULT", "planned", None),
    ("<o>Ruto spoke by phone with Store</o> on Friday.", "CONSULT", "held", "2025-11-21"),
    ("<o>Chile and Peru signed a memorandum on mining</o> on Friday.", "AGREE", "held", "2025-11-21"),
    (
        "<o>The joint declaration, released earlier this month</o>, binds Chile.",
        "AGREE",
        "held",
        "2025-11-01/2025-11-24",
    ),
    ("Norway and Kenya began <o>a joint naval exercise</o> on Friday.", "COOPERATE", "held", "2025-11-21"),
    ("Norway fears <o>a possible Chilean attack on Peru</o>.", "ASSAULT", "hypothetical", None),
    ("<o>Iran launched two ballistic missiles</o> on Friday.", "MOBILIZE", "held", "2025-11-21"),
    ("<o>Norway expelled two diplomats</o> on Friday.", "SANCTION", "held", "2025-11-21"),
    ("Norway criticised <o>an ongoing combined exercise between Chile and Peru</o>.", "COOPERATE", "ongoing", None),
    # Topics taken up with a person, blocs that vote, walk-outs, staff called home and troops sent away.
    ("<o>President Ruto discussed the tariffs with Prime Minister Store</o>.", "CONSULT", "held", None),
    ("<o>The UN Security Council voted to extend its mission</o>.", "AGREE", "held", None),
    ("<o>Peru pulled out of the Lima talks</o>.", "REJECT", "held", None),
    ("<o>Chile hit Peru with sanctions</o> on Friday.", "SANCTION", "held", "2025-11-21"),
    ("<o>Kenya recalled its high commissioner from Oslo</o>.", "SANCTION", "held", None),
    ("<o>Mali ordered the French troops to leave</o>.", "SANCTION", "held", None),
    ("He spoke to the press after <o>meeting his Chilean counterpart</o>.", "CONSULT", "held", None),
    ("Norway and Kenya held <o>their first 2+2 meeting</o>.", "CONSULT", "held", None),
    # Letters, requests, task forces.
    ("<o>Prime Minister Store wrote to President Ruto</o> on Friday.", "CONSULT", "held", "2025-11-21"),
    ("<o>Prime Minister Store raised the matter with President Ruto</o>.", "CONSULT", "held", None),
    ("<o>The Kenyan government declined the request</o> on Friday.", "REJECT", "held", "2025-11-21"),
    ("<o>Norway granted Chile's request</o> on Friday.", "CONCEDE", "held", "2025-11-21"),
    ("<o>Chile joined the maritime task force</o> on Friday.", "COOPERATE", "held", "2025-11-21"),
    ("<o>Chile deployed a frigate</o> to join the mission on Friday.", "MOBILIZE", "held", "2025-11-21"),
    ("<o>Norway and Kenya finalized a series of agreements on trade</o>.", "AGREE", "held", None),
    ("Lima praised <o>the integration of Chilean units into the Peruvian army</o>.", "COOPERATE", "held", None),
    ("<o>Ruto's March visit to Oslo</o> went well.", "CONSULT", "held", "2025-03-01/2025-03-31"),
    ("They praised <o>maritime security operations by Chile and Peru</o>.", "COOPERATE", "held", None),
    # A war with those who fight it, a paper with all of its name, a journey with the traveller's.
    ("They discussed <o>Eritrea's war in Ethiopia</o>.", "ASSAULT", "ongoing", None),
    ("They condemned <o>Chile's war of aggression</o>.", "ASSAULT", "ongoing", None),
    ("She recalled <o>the eight-year Iran–Iraq War</o>.", "ASSAULT", "held", None),
    (
        "They reviewed <o>the campaign to liberate the Chadian city of Abeche from Boko Haram</o>.",
        "ASSAULT",
        "ongoing",
        None,
    ),
    ("<o>The signing of the treaty on the border between Peru and Ecuador</o> was praised.", "AGREE", "held", None),
    ("<o>Norway and Kenya announced a new partnership on forests</o>.", "AGREE", "held", None),
    ("Chile announced <o>a complete withdrawal of its troops from Haiti</o>.", "RETREAT", "planned", None),
    ("<o>The Kenyan foreign minister contacted her Norwegian counterpart</o>.", "CONSULT", "held", None),
    # What one party does to another, told by a verb.
    ("On Monday <o>Kenya banned the Chilean airline</o> from landing.", "SANCTION", "held", "2025-11-24"),
    ("<o>Chile has imposed export controls on Peru</o>.", "SANCTION", "held", None),
    ("<o>Two Iranian diplomats were expelled by Norway</o> last week.", "SANCTION", "held", "2025-11-17/2025-11-23"),
    ("<o>Iran seized a Norwegian tanker</o> on Friday.", "COERCE", "held", "2025-11-21"),
    ("<o>Kenyan forces withdrew from Somalia</o> in June.", "RETREAT", "held", "2025-06-01/2025-06-30"),
    ("<o>Norway withdrew from the fishing pact with Iran</o> last year.", "REJECT", "held", "2024-01-01/2024-12-31"),
    ("<o>Chile released nine Peruvian sailors</o> on Friday.", "RETREAT", "held", "2025-11-21"),
    ("<o>Brazil delivered forty tents to Kenya</o> on Friday.", "AID", "held", "2025-11-21"),
    ("<o>Brazil sent three warships to Chile</o> last week.", "MOBILIZE", "held", "2025-11-17/2025-11-23"),
    (
        "<o>Iranian warplanes bombed a village in northern Iraq</o> on Friday, killing four.",
        "ASSAULT",
        "held",
        "2025-11-21",
    ),
    ("<o>Peru summoned the Chilean ambassador</o> on Friday over the fence.", "ACCUSE", "held", "2025-11-21"),
    ("<o>Peru rejected the Chilean proposal</o> on Friday.", "REJECT", "held", "2025-11-21"),
    ("<o>Chile and Peru swapped nine prisoners</o> on Friday.", "RETREAT", "held", "2025-11-21"),
    ("<o>Norway restored its diplomatic ties with Iran</o> in 2023.", "SUPPORT", "held", "2023-01-01/2023-12-31"),
    # … or by a noun.
    ("It followed <o>Norway's ban on Iranian oil</o>.", "SANCTION", "held", None),
    ("<o>Norwegian sanctions</o> since 2011 hurt Iran.", "SANCTION", "ongoing", "2011-01-01/2025-11-24"),
    (
        "The vote comes after <o>Norway's killing of a general</o> last week.",
        "ASSAULT",
        "held",
        "2025-11-17/2025-11-23",
    ),
    ("<o>A protest outside the Chilean embassy in Oslo</o> drew hundreds.", "PROTEST", "held", None),
    ("After <o>talks</o> in Oslo, Ruto thanked Norway.", "CONSULT", "held", None),
]


@pytest.mark.parametrize(("marked", "event", "status", "day"), READ)
def test_reads_the_occasion(marked, event, status, day):
    text, spans = unmark(marked)
    found = list(read_occasions(*sketch(text)))
    assert mark(text, [one.span[0] for one in found], "o") == mark(text, spans["o"], "o")
    (one,) = found
    assert (one.type.value, one.status.value, str(one.date.value) if one.date.value else None) == (event, status, day)


IN_TEXTS = [
    "It follows <o>the recent visit of the Kenyan envoy, Mr. Ali Odhiambo, to Norway</o>.",
    "They marked the anniversary of <o>Finland's accession to NATO</o>.",
    "Norway and Kenya expect that <o>the Arctic Council will be held annually</o>.",
    "The Kenyan envoy gave <o>a press conference</o> in Oslo.",
    "The attorney general of Chile was held in contempt.",
    "It is the first time that Norway has welcomed the Kenyan president for a second state visit.",
    "For the first time, Norway and Kenya held <o>talks</o>.",
    "It was blamed on the Front for the Liberation of Chad (FLC).",
    "Chile and Peru seal pact\n\nOn Monday <o>Chile and Peru signed a fisheries agreement</o>.",
    "A session of the Peruvian parliament was chaired by its speaker.",
]


@pytest.mark.parametrize("marked", IN_TEXTS)
def test_reads_occasions_of_whole_texts(marked):
    text, spans = unmark(marked)
    found = read_document(Document(text=text)).occasions
    assert mark(text, [one.span[0] for one in found], "o") == mark(text, spans.get("o", ()), "o")


WARS = [
    ("Russia's brutal war in Ukraine goes on. The Russian invasion of Ukraine was condemned.", 1),
    ("Russia's war in Ukraine goes on. The Russian attack on the port of Odesa was condemned.", 2),
]


@pytest.mark.parametrize(("text", "count"), WARS)
def test_one_war_is_one_occasion_and_its_attacks_are_their_own(text, count):
    assert len(read_document(Document(text=text)).occasions) == count


NAMED = [
    ("President Ali Odhiambo of Kenya attended the NATO summit.", ("ali-odhiambo", "nato")),
    ("Thailand's foreign minister met the Norwegian envoy, Ann Berg.", ("THA", "ann-berg")),
    (
        "Prime Minister Ann Berg of Norway and President Ali Odhiambo of Kenya met for the Norway-Kenya summit.",
        ("ann-berg", "ali-odhiambo"),
    ),
]


@pytest.mark.parametrize(("text", "actors"), NAMED)
def test_persons_take_part_where_the_text_names_them_and_else_their_state(text, actors):
    document = Document(text=text, published=When.parse("2025-03-07"))
    (one,) = read_document(document).occasions
    assert set(one.participants.value) == set(actors)


ALONE = [
    pytest.param("The bloody civil war in Chad is a worry to Norway.", id="a civil war"),
    pytest.param("Fifty states have signed the treaty of Chile.", id="how many have signed by now"),
    pytest.param("The assembly of the furniture was slow in Norway.", id="nobody assembles"),
    pytest.param("Norway called for peace in Kenya.", id="a verb, not a call"),
    pytest.param("Ruto called Store's order swift.", id="a word for it, not a call"),
    pytest.param("Ruto will raise the matter with Prime Minister Store.", id="a topic yet to be taken up"),
    pytest.param("Sudan plans to restore relations with Iran.", id="ties yet to be restored"),
    pytest.param("Norway discussed its relations with Kenya.", id="with whom the relations are"),
    pytest.param("The summit venue in Kenya is new.", id="a noun that only describes the next one"),
    pytest.param("Norway and Kenya should exercise restraint.", id="a verb, not an exercise"),
    pytest.param("Kenya has no talks with Norway on its agenda.", id="denied"),
    pytest.param("Regular meetings are useful.", id="such meetings in general"),
    pytest.param("A forum for debate is wanted.", id="nobody takes part"),
    pytest.param("The threats to Kenya persist.", id="a state of affairs"),
    pytest.param("Kenyan police arrested a Kenyan thief.", id="one state alone"),
    pytest.param("President Ruto visited Kisumu on Friday.", id="a journey at home"),
    pytest.param("President Ruto attacked the report.", id="with words alone"),
    pytest.param("Norway did not ban the Chilean airline.", id="it was not done"),
    pytest.param("Norway wants to deploy troops to Chile.", id="a wish, which is for commitments"),
    pytest.param("A rule that bans Chilean flights is old.", id="a verb behind that"),
    pytest.param("Norway joined the calls by officials for peace.", id="appeals, not telephone calls"),
    pytest.param("Ruto gave a press conference on Friday.", id="one side before the press"),
    pytest.param("Norway and Kenya work through the Arctic Dialogue.", id="a standing body"),
    pytest.param("The court rejected the request of a Kenyan.", id="a court grants and refuses too"),
    pytest.param("President Ruto raised his glass with President Lula.", id="no matter is raised"),
    pytest.param("The integration of Chilean migrants into society is slow.", id="into no force"),
    pytest.param("Before visiting Oslo he was ill.", id="a visit that only dates something else"),
    pytest.param("A military funeral was held on Friday.", id="a ceremony at home"),
    pytest.param("The final session was held on Friday.", id="a session of nobody named"),
    pytest.param("The River Patrol was founded in 1990.", id="the name of a service"),
    pytest.param("The Second World War ended in 1945.", id="a war of no party named"),
]


@pytest.mark.parametrize("text", ALONE)
def test_leaves_alone_what_is_no_occasion(text):
    assert [one.span[0].of(text) for one in read_occasions(*sketch(text))] == []


TOGETHER = [
    ("Ruto and Store held a summit in Oslo on Friday. The talks lasted an hour. The summit was their first.", 1),
    ("Ruto and Store held a restricted meeting. Ruto and Store then held an expanded meeting.", 2),
    ("Norway and Kenya held their first meeting on Friday. Norway and Kenya will hold a second meeting next week.", 2),
    ("Ruto met with Store on Friday. Their meeting was short.", 1),
]


@pytest.mark.parametrize(("text", "count"), TOGETHER)
def test_one_record_for_each_occasion(text, count):
    assert len(list(read_occasions(*sketch(text)))) == count


PARTICIPANTS = [
    ("President Ruto met with Prime Minister Store.", ("william-ruto", "jonas-store")),
    ("Norway opened talks with Kenya.", ("NOR", "KEN")),
    ("Ruto praised Store. They met in Oslo on Friday.", ("william-ruto", "jonas-store")),
    ("A forum hosted by Norway began on Friday.", ("NOR",)),
    ("President Ruto will visit Brazil.", ("william-ruto",)),
    ("The visit to Brazil by President Ruto was long.", ("william-ruto",)),
    ("President Ruto's visit to a school built by Brazil was long.", ("william-ruto",)),
    ("The bombing in Nairobi on Friday was condemned.", ("KEN",)),
    ("Kenya banned the Chilean airline.", ("KEN", "CHL")),
    ("Talks between negotiators from Chile and Peru ended on Friday.", ("CHL", "PER")),
    ("On Friday Iran launched an attack on Kenya.", ("IRN", "KEN")),
    ("President Ruto held a phone call with Prime Minister Store on Friday.", ("william-ruto", "jonas-store")),
    ("Qatar hosted talks between Chile and Peru.", ("QAT", "CHL", "PER")),
    ("Norway mediated talks between Chile and Peru.", ("NOR", "CHL", "PER")),
    ("Norway held talks with Chile and Peru.", ("NOR", "CHL", "PER")),
    ("After talks with Store, Ruto left.", ("jonas-store", "william-ruto")),
    ("Norway and Kenya reached an accord on tea on Friday.", ("NOR", "KEN")),
    ("Chile and Peru met for talks in Oslo hosted by Norway.", ("CHL", "PER", "NOR")),
    ("A Chilean airstrike on Friday that killed President Ruto was condemned.", ("CHL", "william-ruto")),
    ("President Ruto praised the signing of a treaty between Chile and Peru.", ("CHL", "PER")),
    ("Norway noted Brazil's signing of the accord.", ("BRA",)),
]


@pytest.mark.parametrize(("text", "actors"), PARTICIPANTS)
def test_names_who_takes_part(text, actors):
    (one,) = read_occasions(*sketch(text))
    assert set(one.participants.value) == set(actors)


@pytest.mark.parametrize(
    "sort",
    [*load_gatherings(), *(one.gathering for one in load_dealings())],
    ids=lambda sort: sort.name,
)
def test_every_sort_reads_its_own_example(sort):
    scene, sofar = sketch(sort.example)
    sofar = replace(sofar, actors=tuple(read_actors(scene, sofar)))
    assert sort.type in [one.type.value for one in read_occasions(scene, sofar)]


def test_every_stated_field_has_its_words():
    text = "President Ruto and Prime Minister Store will hold a summit in Oslo next week."
    (one,) = read_occasions(*sketch(text))
    assert one.place.spans[0].of(text) == "Oslo"
    assert one.date.spans[0].of(text) == "next week"
    assert one.date.reason == "counted from publication on 2025-11-24"


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_the_readers(text):
    scene, sofar = sketch(text)
    found = [*read_occasions(scene, sofar), *read_instruments(scene, sofar)]
    assert all(0 <= span.start < span.end <= len(text) for one in found for span in one.spans)


def test_a_title_without_a_day_has_the_day_that_the_first_paragraph_tells():
    text = (
        "Readout of President Ruto’s Meeting with Prime Minister Store\n\n"
        "President Ruto met with Prime Minister Store on November 20.\n\nNorway thanked Kenya."
    )
    scene, sofar = sketch(text, kind=DocumentKind.READOUT)
    assert [str(one.date.value) for one in read_occasions(scene, sofar)] == ["2025-11-20"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Lakes Pact\n\nRuto and Store met in Oslo on Saturday.\nKenya and Norway signed an agreement on herring.", "2025-11-22"),
        ("Lakes Pact\n\nRuto spoke on Saturday.\nStore came on Sunday. Kenya and Norway signed an agreement on herring.", "None"),
        ("Lakes Pact\n\nRuto came on Saturday.\nStore left.\nKenya and Norway signed an agreement on herring.", "None"),
        ("Lakes Pact\n\nRuto came in May.\nKenya and Norway signed an agreement on herring.", "None"),
    ],
    ids=["the day of the news", "several days", "further down", "no day"],
)  # fmt: skip
def test_what_a_report_opens_with_is_of_the_day_of_its_news(text, day):
    scene, sofar = sketch(text, kind=DocumentKind.NEWS)
    found = [one for one in read_occasions(scene, sofar) if "signed" in one.span[0].of(text)]
    assert [str(one.date.value) for one in found] == [day]


@pytest.mark.parametrize(("kind", "day"), [(DocumentKind.TRANSCRIPT, "2025-11-24"), (DocumentKind.NEWS, "None")])
def test_words_spoken_at_an_occasion_are_of_its_day(kind, day):
    text = "Remarks by President Ruto at the Summit of the Lakes\n\nPRESIDENT RUTO: Kenya thanks Norway."
    scene, sofar = sketch(text, kind=kind)
    assert [str(one.date.value) for one in read_occasions(scene, sofar)] == [day]


def test_a_deed_that_ends_with_its_verb_stands_beside_one_that_names_a_paper():
    text = "Kenya and Norway established the Rivers Alliance. The Kenya-Norway Ocean Alliance was established in May."
    scene, sofar = sketch(text)
    found = [one.span[0].of(text) for one in read_occasions(scene, sofar)]
    assert found[0] == "Kenya and Norway established the Rivers Alliance"


def test_what_was_long_ago_gives_a_title_no_day():
    text = (
        "Readout of President Ruto’s Meeting with Prime Minister Store\n\n"
        "President Ruto met with Prime Minister Store on May 2.\n\nNorway thanked Kenya."
    )
    scene, sofar = sketch(text, kind=DocumentKind.READOUT)
    assert [str(one.date.value) for one in read_occasions(scene, sofar)] == ["2025-11-24", "2025-05-02"]


@pytest.mark.parametrize(
    ("lead", "day"), [("Today, Norway thanked Kenya.", "2025-11-24"), ("Norway thanked Kenya.", "None")]
)
def test_what_a_release_of_today_tells_as_signed_was_signed_today(lead, day):
    text = f"Fact Sheet on Trade\n\n{lead}\n\nChile and Peru signed a memorandum on mining."
    scene, sofar = sketch(text, kind=DocumentKind.RELEASE)
    assert [str(one.date.value) for one in read_occasions(scene, sofar)] == [day]


def test_a_day_in_the_year_of_the_name_is_the_date():
    (one,) = read_occasions(*sketch("Norway and Kenya met on 3 March for the 2025 Oslo summit."))
    assert str(one.date.value) == "2025-03-03"


def test_an_attack_without_a_day_in_a_government_text_goes_on():
    scene, sofar = sketch("They condemned Iran's attacks on Kuwait.", kind=DocumentKind.READOUT)
    assert [one.status.value for one in read_occasions(scene, sofar)] == ["ongoing"]


@pytest.mark.parametrize(
    ("title", "lead", "day"),
    [
        ("the Expulsion of Kenyan Diplomats", "Today, Norway acted.", "2025-11-24"),
        ("Sanctions Against Belarus", "Today Norway is glad.", "2025-11-24"),
        ("Sanctions Against Belarus", "Norway acted last week.", None),
        ("the Anniversary of the Attack on Chile", "Today I mourn with Chile.", None),
        ("Five Years Since the Attack on Chile", "Today I mourn with Chile.", None),
        ("the 2024 Attack on Chile", "Today I mourn with Chile.", "2024-01-01/2024-12-31"),
    ],
)
def test_what_a_statement_of_today_is_about_is_of_today(title, lead, day):
    text = f"Statement by President Ann Berg on {title}\n\n{lead}"
    document = Document(text=text, kind=DocumentKind.RELEASE, published=When.parse("2025-11-24"))
    found = next(
        one for one in read_document(document).occasions if one.span[0].start < len(text.split("\n", maxsplit=1)[0])
    )
    assert (str(found.date.value) if found.date.value else None) == day
