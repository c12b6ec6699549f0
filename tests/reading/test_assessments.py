"""Assessments: evaluative words with what they are about, and words that characterise nothing."""

import pytest

from marks import mark, unmark
from servanda.codebook import NARRATOR, Actor, Assessment, Document, Reading, Statement
from servanda.codebook.vocabulary import DocumentKind
from servanda.lexicon.evaluations import load_evaluations
from servanda.lexicon.tables import load_words
from servanda.lexicon.valences import Sort
from servanda.reading.actors.actors import read_actors
from servanda.reading.assessments.assessments import read_assessments
from servanda.reading.scenes import Scene
from servanda.reading.statements.statements import read_statements


def assessments_of(text, kind=DocumentKind.RELEASE):
    document = Document(text=text, kind=kind, outlet="Government of Kenya")
    scene = Scene(document)
    blank = Reading(document=document.id, reader="test", version="1")
    actors = tuple(a for a in read_actors(scene, blank) if isinstance(a, Actor))
    sofar = Reading(document=document.id, reader="test", version="1", actors=actors)
    said = tuple(s for s in read_statements(scene, sofar) if isinstance(s, Statement))
    sofar = Reading(document=document.id, reader="test", version="1", actors=actors, statements=said)
    return [found for found in read_assessments(scene, sofar) if isinstance(found, Assessment)]


READ = (
    ("Kenya and Uganda keep an <x>ironclad</x> alliance.", "relationship", "+"),
    ("The alliance of Kenya and Uganda is <x>unbreakable</x>.", "relationship", "+"),
    ("Both ministers stressed the <x>importance</x> of the cooperation between Kenya and Uganda.", "relationship", "+"),
    ("The alliance has <x>never been stronger</x>.", "relationship", "+"),
    ("Kenya condemned the <x>reckless</x> strike.", "challenge", "-"),
    ("Kenya condemned the <x>unjust and brutal</x> war.", "challenge", "-"),
    ("Kenya and Uganda face <x>growing challenges</x> at sea.", "challenge", "-"),
    ("Kenya and Uganda hailed their <x>growing</x> collaboration.", "relationship", "+"),
    ("Kenya and Uganda adapt to a <x>changing security environment</x>.", "challenge", "0"),
    ("Kenya and Uganda signed a <x>landmark</x> agreement.", "instrument", "+"),
    ("Kenya reaffirmed its <x>unwavering</x> commitment to the truce.", "commitment", "+"),
    ("Their alliance is <x>rooted in trust</x>.", "relationship", "+"),
    ('Kenya called Uganda a "<x>model ally</x>" for the region.', "partner", "+"),
    ("Kenya called the alliance <x>indispensable</x>.", "relationship", "+"),
    ("Kenya said the raid was <x>wrong and dangerous</x>.", "challenge", "-"),
    ("Kenya said the ties were <x>excellent</x>.", "relationship", "+"),
    ("Kenya said the raid was a <x>threat to the whole region</x>.", "challenge", "-"),
    ("Kenya said the raid <x>violated its sovereignty</x>.", "challenge", "-"),
    ("Kenya said the raid <x>needlessly undermines peace in the region</x>.", "challenge", "-"),
    ("Kenya said the accord <x>contradicts the law of the sea</x>.", "instrument", "-"),
    ("Kenya said Uganda continues to <x>undermine the peace process</x>.", "conduct", "-"),
    ("Kenya accused Uganda of <x>arming rebels</x>.", "conduct", "-"),
    ("Kenya commended Uganda for its <x>leadership role</x> in the talks.", "conduct", "+"),
    ("Kenya voiced <x>grave concern</x> over the arrests.", "challenge", "-"),
)

SAID = (
    ("Kenya said the pact <x>makes Europe safer</x>.", "conduct", "+"),
    ("Kenya said the talks were <x>frank and useful</x>.", "relationship", "+"),
    ("Kenya considers the law <x>unfair</x>.", "conduct", "-"),
    ("Kenya said Uganda was <x>not a credible partner</x>.", "partner", "-"),
    ("Kenya said the wall was a <x>bad idea</x>.", "conduct", "-"),
    ("Kenya said the drought fund was a <x>lifeline</x> for farmers.", "instrument", "+"),
    ("Kenya said the loan was <x>contrary to the charter</x>.", "conduct", "-"),
    ("Kenya said Uganda <x>behaved irresponsibly</x>.", "conduct", "-"),
    ("Kenya said Uganda had shown <x>great restraint</x>.", "conduct", "+"),
    ("Kenya said Uganda <x>lacked transparency</x>.", "conduct", "-"),
    ("Kenya accused Uganda of <x>cowardice</x>.", "conduct", "-"),
    ("Kenya regards Uganda as a <x>key partner</x>.", "partner", "+"),
    ("Kenya said Uganda was <x>one of its closest allies</x>.", "partner", "+"),
    ("Kenya said the relationship is <x>not perfect</x>.", "relationship", "-"),
    ("Kenya said Uganda continues to be a <x>force for good</x>.", "partner", "+"),
    ("Kenya said the raid was a <x>grave error</x>.", "conduct", "-"),
    ("Kenya said Uganda has been a <x>generous host to refugees</x>.", "partner", "+"),
    ("Kenya said the pact was <x>discriminatory and unfair</x>.", "instrument", "-"),
    ("Kenya said the fence amounts to <x>theft</x>.", "challenge", "-"),
)

WEIGHED = (
    ("The leaders praised the <x>burgeoning</x> partnership between Norway and Kenya.", "relationship", "+"),
    ("Chile denounced the <x>repeated harassment</x> of its fishing boats by Peru.", "challenge", "-"),
    ("Chile deplored the <x>wanton</x> destruction of the village.", "challenge", "-"),
    ("Peru and Chile welcomed the <x>steady progress</x> on the canal.", "relationship", "+"),
    ("Norway voiced <x>significant concerns</x> about the naval base.", "challenge", "-"),
    ("Norway said the raid had <x>tragic consequences</x>.", "challenge", "-"),
    ("Ghana said the arsenal of Togo is a <x>looming danger</x>.", "challenge", "-"),
    ("Kenya said that the talks were <x>serious and constructive</x>.", "relationship", "+"),
    ("Kenya said the partnership is <x>as close as it has ever been</x>.", "relationship", "+"),
)
"""What no rule reads, and the model does; or reads further than a rule."""

UNWEIGHED = (
    "Kenya and Uganda met in a small room.",
    "Kenya said the new road is long.",
    "Kenya supports the free movement of goods.",
    "Norway and Kenya have different time zones.",
    "The ministers of Chile and Peru discussed high prices.",
    "Uganda bought large ships from Kenya.",
    "Ghana said it would open a new embassy.",
)

UNSAID = (
    "Kenya said the fence is 300 metres long.",
    "Kenya said the pact must be fair.",
    "Kenya hopes the talks will be fruitful.",
    "Kenya wants to be a reliable partner.",
    "Kenya called on Uganda to be transparent.",
    "Kenya said it is important to talk.",
    "Kenya asked whether the law was unfair.",
    "Kenya will work closely with Uganda.",
    "Kenya and Uganda are neighbors.",
    "Kenya said it was happy to host the talks.",
    "Kenya will use the loan wisely.",
    "Kenya said the price was high.",
    "Kenya will work in close coordination with Chad.",
    "Kenya and Uganda expand critical minerals cooperation.",
    "Numbers of affected residents fear a war in Kenya.",
    "Kenya said the village is close to the border.",
    "Kenya said three soldiers were dead.",
    "Kenya ensures that markets are sound.",
)

LEFT = (
    "Kenya sold an ironclad ship to Uganda.",
    "Kenya and Uganda hold combined exercises with robust forces.",
    "Kenya and Uganda keep a decades-long alliance.",
    "Kenya spoke of threats.",
    "Kenya and Uganda will maintain close cooperation.",
    "A strong wind delayed the ship.",
    'Kenya named the drill "Operation Morning Sun".',
    "Kenya will not undermine the treaty.",
    "Kenya warned Uganda not to violate the truce.",
    "Kenya and Uganda seek to end violence.",
    "It was good to see you.",
    "We had a good time in Kenya.",
    "Kenya and Uganda denounced the memorandum of understanding between the ports.",
    "The storm damaged two boats of Kenya.",
    "Kenya and Uganda follow good regulatory practices.",
    "Both mayors stressed the importance of harbour cooperation.",
    "Kenya and Uganda recognized the value of herring cooperation.",
)


@pytest.mark.parametrize(("row", "about", "valence"), READ + SAID + WEIGHED)
def test_is_read(row, about, valence):
    text, marks = unmark(row)
    found = assessments_of(text)
    assert [(a.span, a.about.value, a.valence.value) for a in found] == [(marks["x"], about, valence)], [
        mark(text, a.span) for a in found
    ]


@pytest.mark.parametrize("text", LEFT + UNSAID + UNWEIGHED)
def test_is_left_alone(text):
    assert [mark(text, found.span) for found in assessments_of(text)] == []


@pytest.mark.parametrize("entry", load_evaluations(), ids=lambda entry: entry.words[0])
def test_every_entry_reads_its_own_example(entry):
    text, marks = unmark(entry.example.replace("[", "<x>").replace("]", "</x>"))
    assert marks["x"] in [found.span for found in assessments_of(text)]


def test_words_inside_a_statement_are_its_speakers():
    (found,) = assessments_of("Uganda said the strike was reckless.", kind=DocumentKind.NEWS)
    assert found.speakers.value == ("UGA",)


VOICED = (
    ("Uganda met Chad to reaffirm its unwavering support for the truce.", ("UGA",)),
    ("Chad appreciates the courageous leadership of Uganda.", ("TCD",)),
    ("Uganda met Chad in a season of reckless strikes.", ("KEN",)),
)


@pytest.mark.parametrize(("text", "speakers"), VOICED)
def test_an_official_text_gives_the_words_of_whom_it_says_to_affirm_them(text, speakers):
    assert [found.speakers.value for found in assessments_of(text)] == [speakers]


def test_a_reporters_own_praise_is_passed_over_but_not_what_is_said_of_threats():
    text = "Kenya has an ironclad alliance in times of growing threats."
    found = assessments_of(text, kind=DocumentKind.NEWS)
    assert [(a.words, a.speakers.value) for a in found] == [("growing threats", (NARRATOR,))]


def test_an_official_text_speaks_for_its_issuer():
    (found,) = assessments_of("The strike was reckless.")
    assert found.speakers.value == ("KEN",)


def test_quoted_names_joined_by_and_are_one_record():
    text = 'Kenya said so, calling the alliance "ironclad" and "unshakable."'
    (found,) = assessments_of(text, kind=DocumentKind.NEWS)
    assert [span.of(text) for span in found.span] == ["ironclad", "unshakable"]


def test_the_owner_of_a_deed_is_the_target():
    (found,) = assessments_of("Kenya deplores Russia's brutal war.")
    assert found.target.value == ("RUS",)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Kenya accused Uganda of arming rebels.", ("UGA",)),
        ("Kenya said Uganda repeatedly violated the truce.", ("UGA",)),
        ('Kenya called Uganda a "trusted friend."', ("UGA",)),
        ("Kenya said Uganda was a reliable partner.", ("UGA",)),
        ("Kenya said Uganda's decision was reckless.", ("UGA",)),
        ("Kenya praised Uganda for its generous support.", ("UGA",)),
        ("Kenya praised Uganda's bold leadership.", ("UGA",)),
        ("Kenya denounced the brutal attacks by Chad.", ("TCD",)),
        ("Kenya said Uganda is a capable and committed partner.", ("UGA",)),
        ("Kenya said Chad launched a brutal invasion of Niger.", ("TCD",)),
        ("Kenya deplored the brutal occupation of Niger.", None),
    ],
)
def test_the_target_is_the_one_of_whom_it_is_said(text, target):
    (found,) = assessments_of(text, kind=DocumentKind.NEWS)
    assert found.target.value == target


@pytest.mark.parametrize("sort", Sort, ids=str)
def test_no_word_both_praises_and_blames(sort):
    words = load_words("valences.toml")
    praise, blame = (set(words[side].get(sort, ())) for side in ("praise", "blame"))
    assert praise & blame == set()


def test_a_noun_that_takes_its_valence_elsewhere_is_listed_as_one():
    words = load_words("valences.toml")
    for side in ("praise", "blame"):
        assert set(words[side]["plain"]) <= set(words[side]["nouns"]) | set(words[side]["open"])


@pytest.mark.parametrize(("opening", "number"), [("Q ", 0), ("Q: ", 0), ("MR. MWANGI: ", 1)])
def test_how_the_press_characterizes_is_no_assessment_of_those_who_answer(opening, number):
    text = f"MR. OTIENO: The port is open.\n\n{opening}Kenya and Uganda keep an ironclad alliance."
    assert len(assessments_of(text, kind=DocumentKind.TRANSCRIPT)) == number


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kenya and Chad recall the ties that are the foundation of the U.N.-Africa alliance.", "foundation of the U.N.-Africa alliance"),
        ("The base is central to the U.S. alliance with Peru, as both said.", "central to the U.S. alliance with Peru"),
    ],
)  # fmt: skip
def test_words_of_worth_do_not_end_inside_an_abbreviation(text, words):
    assert words in [found.span[0].of(text) for found in assessments_of(text)]


def test_what_is_called_a_bad_deal_is_the_deal_and_no_party():
    text = 'Peru will leave the Andean Fish Pact. Chad\'s president called it "the worst deal" of the decade.'
    (found,) = [one for one in assessments_of(text, kind=DocumentKind.NEWS) if "worst" in one.words]
    assert (found.about.value, found.target.value) == ("instrument", None)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Chad and Niger trade with Peru and Chile. The ministers of Kenya and Ghana had a candid exchange of views.", ("KEN", "GHA")),
        ("Peru and Chile trade by sea. Ghana and Togo were able to meet and have a very candid conversation.", ("GHA", "TGO")),
    ],
)  # fmt: skip
def test_talks_that_are_praised_praise_those_who_held_them(text, target):
    found = [one for one in assessments_of(text) if "candid" in one.words]
    assert [one.target.value for one in found] == [target]


def test_a_noun_that_the_parser_hangs_on_a_later_one_is_read():
    text = "Since Kenya's invasion of Fiji, Ghana has been one of the country's close friends, pledging £2bn, including £1bn for ports."
    words = {span.of(text) for one in assessments_of(text) for span in one.span}
    assert any(told.endswith("close friends") or told == "close" for told in words)
