"""What a government's own text says beyond plain pledges: terms of deals, passives without an agent, lists, first persons."""

import pytest

from servanda.codebook import Document, When
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.readers import read_document

OPENING = "Statement on Relations with Kenya\n\nThe United States and Kenya are friends.\n\n"


def released(text):
    """The records of a release of the United States about Kenya: debtors, act and firmness, in the order of their last words."""
    document = Document(
        text=OPENING + text,
        published=When.parse("2023-03-07"),
        kind=DocumentKind.RELEASE,
        outlet="The White House",
        title="Statement on Relations with Kenya",
    )
    found = sorted(read_document(document).commitments, key=lambda one: one.span[-1])
    return [f"{'+'.join(sorted(one.debtors.value))} {one.act.value} {one.firmness.value}" for one in found]


DEALS = [
    (
        "The two countries signed a Port Agreement, a pact that deepens naval cooperation and bolsters deterrence.",
        ["KEN+USA cooperate agreed", "KEN+USA deter agreed"],
    ),
    (
        "The United States and Kenya concluded a Satellite Agreement that grants Kenya access to weather maps.",
        ["USA support agreed"],
    ),
    ("The defense treaty extends to armed attacks on Kenyan vessels.", ["KEN+USA other agreed"]),
    ("The agreement foresees the transfer of 20 helicopters to Kenya.", ["KEN+USA transfer agreed"]),
    ("The President announced a deal for Kenya to buy 50 aircraft.", ["KEN procure agreed"]),
    ("The agreement includes Kenya’s commitment to lower tariffs on American cheese.", ["KEN tariff pledged"]),
    ("The President secured Kenyan investment commitments of $6 billion.", ["KEN invest pledged"]),
]

NO_DEALS = [
    "The agreement was signed by officials of the United States and Kenya.",
    "The partnership supports thousands of families in Kenya.",
    pytest.param("The law gives farmers access to water in Kenya.", id="a law is no deal"),
    pytest.param("The agreement bolsters the standing of Kenya.", id="praise of a deal that nobody is said to make"),
]

PASSIVES = [
    ("Additional equipment will be sent to Kenya next week.", ["USA transfer intended"]),
    ("The United States has bought vaccines that will be shipped to Kenya.", ["USA transfer intended"]),
    ("All joint exercises will be financed from one fund.", ["KEN+USA fund intended"]),
    ("A further $20 million will be provided to Kenya for water.", ["USA fund intended"]),
]

NO_PASSIVES = [
    "The agreement will be signed in Nairobi.",
    "The winner will be announced in Kenya.",
    "Rain will be expected in Kenya.",
]

FIRST_PERSONS = [
    ("My government will stand with Kenya.", ["USA support intended"]),
    ("Our two countries will share satellite imagery.", ["KEN+USA cooperate intended"]),
    ("President Ruto and I re-dedicated ourselves to trade at sea.", ["KEN+USA trade pledged"]),
    ("We’ll re-think dairy trade with Kenya.", ["USA trade intended"]),
    ("We will co-finance three Kenyan ports.", ["USA fund intended"]),
    (
        "We reached an understanding on how we will share fish between our two countries.",
        ["KEN+USA cooperate intended"],
    ),
    ("The United States is working day and night to deliver food to Kenya.", ["USA transfer intended"]),
    ("The two presidents instructed their ministers to reinforce cooperation on ports.", ["KEN+USA cooperate binding"]),
]


@pytest.mark.parametrize(("text", "expected"), [*DEALS, *PASSIVES, *FIRST_PERSONS])
def test_what_a_release_binds_its_parties_to_is_read(text, expected):
    assert released(text) == expected


@pytest.mark.parametrize("text", [*NO_DEALS, *NO_PASSIVES, "The two sides discussed how Kenya will fund its navy."])
def test_what_binds_nobody_in_a_release_is_left_alone(text):
    assert released(text) == []


@pytest.mark.parametrize(
    ("head", "count"),
    [
        ("The two countries will cooperate on the sea by:", 3),
        ("Areas of cooperation will include:", 2),
        ("The two countries are proud of:", 0),
    ],
)
def test_gerunds_under_a_head_are_deeds_of_it(head, count):
    found = released(f"{head}\n\n- Training coast guards;\n\n- Charting reefs together.\n\nThe day was warm.")
    assert len(found) == count
