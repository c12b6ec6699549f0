"""Who a pronoun or nominal stands for: the words between guillemets in each row."""

import pytest

from servanda.codebook import NARRATOR, Document, Reading, Span
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.actors.actors import read_actors
from servanda.reading.actors.antecedents import may_mean
from servanda.reading.actors.references import mentions_in, parties_in_view, refer, state_of, voice_of
from servanda.reading.scenes import Scene

MET = "Kenyan President Amina Otieno met Norwegian Prime Minister Ola Lund. "


def read(text, **given):
    document = Document(text=text, **given)
    scene = Scene(document)
    empty = Reading(document=document.id, reader="t", version="0")
    return scene, Reading(document=document.id, reader="t", version="0", actors=tuple(read_actors(scene, empty)))


def meant(row, speakers=()):
    """The actors meant by the words in ‹guillemets› of a row; None where it is not settled."""
    start, end = row.index("‹"), row.index("›") - 1
    scene, sofar = read(row.replace("‹", "").replace("›", ""))
    found = refer(scene, sofar, Span(start, end), speakers=speakers)
    return found and set(found.actors)


SETTLED = [
    (MET + "‹Lund› spoke.", {"ola-lund"}),
    ("Ola Lund, the Norwegian envoy, arrived. ‹He› spoke.", {"ola-lund"}),
    ("Kenyan President Amina Otieno spoke. Then ‹she› left.", {"amina-otieno"}),
    (MET + "‹The two countries› signed.", {"KEN", "NOR"}),
    ("Kenya and Norway signed. ‹Both sides› will pay.", {"KEN", "NOR"}),
    ("Kenya and Norway signed. ‹They› will pay.", {"KEN", "NOR"}),
    ("‹Kenya and Norway› signed.", {"KEN", "NOR"}),
    ("‹the Kenyan government› signed.", {"KEN"}),
    ("In talks with Kenya, Norway promised that ‹it› would lend ships.", {"NOR"}),
    ("According to Kenya, Norway said ‹its› ships were ready.", {"NOR"}),
    ("Kenya's foreign ministry said ‹it› would reopen the embassy.", {"KEN/ministry-of-foreign-affairs"}),
    ("Hamas said ‹it› would disarm.", {"hamas"}),
    ("Norwegian officials said ‹they› would sign.", {"NOR"}),
    ("Ghana promised rice. ‹It› will ship soon.", {"GHA"}),
]
PRONOUNS = [
    # Gender, by form of address or given name
    (MET + "‹She› left early.", {"amina-otieno"}),
    (MET + "‹He› left early.", {"ola-lund"}),
    ("Kenyan President Amina Otieno praised Norwegian minister Ingrid Lund. ‹She› left early.", {"amina-otieno"}),
    # The subject of the clause above, and no object that is its verb's subject
    ("Minister Ola Lund told envoy Jan Berg that ‹he› would pay.", {"ola-lund"}),
    ("Envoy Jan Berg spoke. Minister Ola Lund thanked ‹him› at length.", {"jan-berg"}),
    ("Asked about envoy Jan Berg, Minister Ola Lund said ‹he› would pay.", {"ola-lund"}),
    # Those named side by side
    ("Minister Ola Lund met envoy Jan Berg and General Nils Dal, and ‹they› signed.", {"jan-berg", "nils-dal"}),
    ("Envoy Jan Berg and General Nils Dal met in Lima. ‹They› signed.", {"jan-berg", "nils-dal"}),
]
OPEN = [
    pytest.param("‹He› spoke first.", id="nobody before it"),
    pytest.param("‹Both sides› spoke.", id="no parties in view"),
    pytest.param("‹Kenya's offer› stands.", id="a thing that a state owns"),
    pytest.param("Rain fell on ‹the harvest›.", id="no actor at all"),
]


@pytest.mark.parametrize(("row", "actors"), SETTLED + PRONOUNS)
def test_a_nominal_or_pronoun_stands_for_those_in_view(row, actors):
    assert meant(row) == actors


@pytest.mark.parametrize("row", OPEN)
def test_what_the_text_does_not_settle_stays_open(row):
    assert meant(row) is None


def test_i_is_the_speaker_and_we_the_speakers_state():
    assert meant("Kenyan President Amina Otieno: ‹I› will pay.", ("amina-otieno",)) == {"amina-otieno"}
    assert meant("Kenyan President Amina Otieno: ‹we› will pay.", ("amina-otieno",)) == {"KEN"}


def test_mentions_come_in_text_order_with_all_members_of_a_group():
    scene, sofar = read("Norway and Kenya met. Both sides agreed.")
    found = mentions_in(sofar, Span(0, len(scene.text)))
    assert [set(referent.actors) for referent in found] == [{"NOR"}, {"KEN"}, {"KEN", "NOR"}]


@pytest.mark.parametrize(
    ("actor", "state"), [("KEN", "KEN"), ("KEN/navy", "KEN"), ("amina-otieno", "KEN"), ("nato", None)]
)
def test_a_state_stands_behind_its_bodies_and_persons(actor, state):
    _, sofar = read(MET)
    assert state_of(sofar, actor) == state


def test_parties_are_those_named_last_side_by_side():
    text = "Kenya thanked Norway, and Norway thanked Kenya. Talks of Chile and Peru show that the two countries differ."
    scene, sofar = read(text)
    at = text.index("the two countries")
    assert set(parties_in_view(scene, sofar, Span(at, at + 17))) == {"CHL", "PER"}


SIDES = [
    ("transcript", "Remarks at the U.S.-ASEAN Summit\n\nIt is good to be in Laos. Laos and Russia and Laos were busy. We will act.", "USA asean"),
    ("readout", "Readout of Minister Lars Berg's Meeting at NATO\n\nNorway and Ukraine met. Ukraine and Norway and Ukraine spoke.", "NOR UKR"),
    ("news", "A NATO and U.S. summit\n\nKenya met Chad. Chad and Kenya spoke.", "KEN TCD"),
    ("instrument", "Joint Statement on Lithium\n\nThe presidents of Bolivia, Chile, and Argentina met. Chile will host. Chile and Argentina will talk.", "ARG BOL CHL"),
    ("news", "Lithium\n\nThe presidents of Bolivia, Chile, and Argentina met. Chile will host. Chile and Argentina will talk.", "ARG CHL"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "sides"), SIDES)
def test_parties_of_an_official_text_are_those_of_its_title_or_the_makers_in_its_lead(kind, text, sides):
    scene, sofar = read(text, kind=DocumentKind(kind))
    assert sorted(parties_in_view(scene, sofar, Span(0, len(text)))) == sides.split()


VOICES = [
    ("news", None, (NARRATOR,)),
    ("readout", "Office of the Prime Minister of Norway", ("NOR",)),
    ("release", "The White House", ("USA",)),
]


@pytest.mark.parametrize(("kind", "outlet", "voice"), VOICES)
def test_a_text_speaks_with_the_voice_of_its_issuer(kind, outlet, voice):
    scene, sofar = read("Norway and Kenya met.", kind=DocumentKind(kind), outlet=outlet)
    assert voice_of(scene, sofar) == voice


def test_a_joint_statement_speaks_for_its_parties():
    scene, sofar = read("Joint Statement of Norway and Kenya\n\nWe met.", kind=DocumentKind.INSTRUMENT)
    assert voice_of(scene, sofar) == ("NOR", "KEN")


@pytest.mark.parametrize(
    ("pronoun", "actor", "may"),
    [("she", "amina-otieno", True), ("he", "amina-otieno", False), ("they", "amina-otieno", True), ("he", "KEN", True)],
)
def test_a_pronoun_may_mean_whom_its_gender_allows(pronoun, actor, may):
    scene, sofar = read(MET)
    assert may_mean(scene, sofar, pronoun, actor) is may
