"""Statements: what must be read, with cue, content and speaker marked, and what must be left alone."""

import re

import pytest

from marks import mark, unmark
from servanda.codebook import Actor, Document, Reading, Statement, When
from servanda.codebook.vocabulary import DocumentKind, Mode
from servanda.lexicon.reporting import load_reporting
from servanda.reading.actors.actors import read_actors
from servanda.reading.scenes import Scene
from servanda.reading.statements.statements import read_statements

PUBLISHED = When.parse("2024-05-17")


def statements_of(text, kind=DocumentKind.NEWS):
    document = Document(text=text, kind=kind, published=PUBLISHED, outlet="Ministry of Foreign Affairs of Norway")
    scene = Scene(document)
    empty = Reading(document=document.id, reader="test", version="1")
    actors = tuple(found for found in read_actors(scene, empty) if isinstance(found, Actor))
    sofar = Reading(document=document.id, reader="test", version="1", actors=actors)
    return [found for found in read_statements(scene, sofar) if isinstance(found, Statement)]


def shown(text, statements):
    return "\n".join(f"{s.speakers.value} {mark(text, s.content)}" for s in statements)


READ = (
    "Norway <cue>said</cue> <content>the fund would grow</content>.",
    "Kenya <cue>said</cue> on Friday that <content>the port would stay open</content>.",
    "Kenya <cue>said</cue> in a statement that <content>the port would stay open</content>.",
    '<content>"The port will stay open,"</content> Kenya <cue>said</cue>.',
    '<content>"The port will stay open"</content>, Kenya <cue>said</cue>.',
    '<content>"The port will stay open,"</content> <cue>said</cue> Kenya.',
    'Kenya <cue>said</cue>, <content>"The port will stay open."</content>',
    'Kenya <cue>told</cue> reporters: <content>"The port will stay open."</content>',
    "Kenya <cue>told</cue> reporters that <content>the port would stay open</content>.",
    "<content>The port would stay open</content>, Kenya <cue>said</cue>.",
    "<content>The port would stay open</content>, Kenya <cue>said</cue> in a statement on Friday.",
    "<content>Trade with Uganda fell in May</content>, <cue>according to</cue> Kenya.",
    "<cue>According to</cue> Kenya, <content>trade with Uganda fell in May</content>.",
    "Kenya <cue>vowed</cue> to <content>keep the truce</content>.",
    "Kenya and Uganda <cue>agreed</cue> that <content>the border will open in June</content>.",
    "Kenya <cue>condemned</cue> <content>the raid on the port</content>.",
    "<content>The raid on the port</content> was <cue>condemned</cue> by Kenya.",
    'Kenya <cue>called</cue> <content>Uganda a "model partner" for the region</content>.',
    "Kenya <cue>warned</cue> <content>Uganda not to cross the lake</content>.",
    "Kenya <cue>reaffirmed</cue> <content>its commitment to the truce</content> and discussed the port.",
    "Kenya <cue>said</cue> that <content>trade will grow</content>, when asked about the port.",
    "As Kenya <cue>said</cue> in Accra last year, <content>the truce holds</content>.",
    "Kenya <cue>welcomes</cue> <content>the release of the crew</content>.",
    "Kenya <cue>denied</cue> <content>crossing the lake</content>.",
    "Kenya <cue>argued</cue> <content>the duty was unlawful</content>.",
    "Kenya <cue>criticized</cue> <content>Uganda over the raid</content>.",
    "Kenya <cue>rebuked</cue> <content>the mediators for their haste</content>.",
    "Kenya <cue>complimented</cue> <content>the mission on its work</content>.",
    "Kenya <cue>defended</cue> <content>its decision to leave the treaty</content>.",
    "Kenya <cue>attacked</cue> <content>the ruling as an insult</content>.",
    "Kenya <cue>ruled out</cue> <content>talks with the rebels</content>.",
    "Kenya <cue>hinted</cue> that <content>the ban might end</content>.",
    "Kenya <cue>vowed</cue> <content>revenge for the raid</content>.",
    "Kenya <cue>warned</cue> Uganda against <content>crossing the lake</content>.",
    "Kenya <cue>warned against</cue> <content>further raids</content>.",
    "Kenya <cue>said</cue> <content>at least two boats were lost</content>.",
    "Kenya <cue>said</cue> <content>there was no truce</content>.",
    "Kenya <cue>added</cue>, by way of example, <content>the dam had failed in May</content>.",
    "Kenya <cue>told</cue> the BBC on Sunday <content>Uganda had crossed the lake</content>.",
    "Kenya went on to <cue>say</cue> that <content>the port would stay open</content>.",
    "Kenya took to Twitter to <cue>say</cue> that <content>the port would stay open</content>.",
    "Kenya <cue>made it clear</cue> that <content>the port would stay open</content>.",
    "Kenya <cue>called</cue> <content>the arrests unacceptable</content>.",
    "<content>The port will stay open</content>, <cue>says</cue> Kenya.",
    '<content>The port "will stay open,"</content> Kenya <cue>said</cue>.',
    "The raid went on, with Kenya <cue>saying</cue> <content>it would reply</content>.",
    "Kenya <cue>stressed</cue> to the Ugandan envoy that <content>the port would stay open</content>.",
    "Kenya <cue>stressed</cue> to the Ugandan envoy <content>the need for a truce</content>.",
    "Kenya <cue>noted</cue> with deep concern that <content>the dam was full</content>.",
    "Kenya <cue>noted</cue> with satisfaction <content>the growth of trade</content>.",
    "Kenya <cue>assured</cue> Uganda of <content>its support</content>.",
    "<cue>Noting</cue> <content>the growth of trade</content>, Kenya opened two ports.",
    "Kenya released a statement which <cue>said</cue> <content>the port would stay open</content>.",
)

# The tree tells where the reporter goes on, and who speaks in a passive.
BRANCHES = (
    ("Kenya and Chad agreed that the strait stays open, and decided to meet again.", ["the strait stays open"]),
    ("Portugal noted that both sides had kept their word but warned that time was short.",
     ["both sides had kept their word", "time was short"]),
    ("Peru accused Chile of crossing the line, a charge that Santiago denied.", ["Chile of crossing the line"]),
    ("Peru accused Chile of crossing the line, which Santiago denied.", ["Chile of crossing the line"]),
    ("Malta said the crew would be taken to Libya, prompting criticism from the United Nations.",
     ["the crew would be taken to Libya"]),
    ("Bahrain lauded Oman for its work, and Kuwait did the same.", ["Oman for its work"]),
    ("Nigeria urged Ghana to reconsider and spoke with Togo about the case.", ["Ghana to reconsider"]),
    ("Norway praised its partnership with Kenya, which builds on trade.", ["its partnership with Kenya"]),
    ("A spokesperson for Jordan, Sufyan Qudah, said Amman rejected the measure.", ["Amman rejected the measure"]),
    ("The envoy was told by Finland that no troops would be sent.", ["no troops would be sent"]),
    ("It was announced by Kazakhstan that the two presidents would meet.", ["the two presidents would meet"]),
    ('As Finland put it, "a border is a border."', ['"a border is a border."']),
    ("Ghana said it was too late and urged Togo to act.", ["it was too late", "Togo to act"]),
    ("Uganda has a plan that supports growth, encourages trade and creates jobs.", []),
    ("Kenya promised Uganda a loan which will be paid in May.", ["Uganda a loan"]),
)  # fmt: skip

LEFT = (
    "Kenya signed the treaty with Uganda.",
    "Kenya declined to comment on the raid.",
    "Kenya did not say that the port would stay open.",
    "Kenya will say more about the port in June.",
    "The ministers discussed the port and the truce.",
    "The United States and Kenya met in Nairobi.",
    "Kenya agreed to open the border.",
    "The announced deal between Kenya and Uganda covers fish.",
    "Kenya's claims reach the northern shelf.",
    "Kenya welcomed President Hakainde Hichilema to Nairobi for a state visit.",
    "The accord, which promises better trade, covers Kenya and Uganda.",
    'The so-called "friendship bridge" links Kenya with Uganda.',
    "Kenya called Uganda on Friday.",
    "Kenya is committed to the truce.",
    "Kenya attacked the port.",
    "Kenya defended the port.",
    "Kenya asked whether the port was open.",
    "Kenya had not, as of Friday, announced any plan.",
    "The talks resumed as states began to open their borders.",
    "The fund, a step opposed by Uganda, opens in May.",
    "Kenya has a loan guarantee agreement that covers fish.",
    "Kenya and Uganda agreed on rules of origin that ensure fair trade.",
    "Kenya named Amina Mohamed as its envoy to Uganda.",
    "Kenya posted a message on its page.",
    "The road had two lanes added to it by Kenya.",
    "Since the drought began, Kenya has responded with grain.",
    "The data suggest that trade between Kenya and Uganda fell.",
)


@pytest.mark.parametrize("row", READ)
def test_is_read(row):
    text, marks = unmark(row)
    found = statements_of(text)
    assert [(s.content, s.cue) for s in found] == [(marks["content"], marks["cue"][0])], shown(text, found)
    assert found[0].speakers.value in (("KEN",), ("NOR",), ("KEN", "UGA"))


@pytest.mark.parametrize(("text", "contents"), BRANCHES, ids=[text[:40] for text, _ in BRANCHES])
def test_a_report_ends_where_the_reporter_goes_on(text, contents):
    found = statements_of(text)
    assert [" … ".join(span.of(text) for span in one.content) for one in found] == contents


def test_who_passes_on_what_another_said_is_a_relay():
    (found,) = statements_of('"We will not buy grain from Chad," Kyodo quoted Ghana as saying.')
    assert (found.speakers.value, [relay.name for relay in found.via]) == (("GHA",), ["kyodo"])


@pytest.mark.parametrize("text", LEFT)
def test_is_left_alone(text):
    assert shown(text, statements_of(text)) == ""


@pytest.mark.parametrize("verb", load_reporting(), ids=lambda verb: f"{verb.lemma} {' '.join(verb.particle)}".strip())
def test_every_reporting_verb_reads_its_own_example(verb):
    row = re.sub(r"\{(.*?)\}", r"<cue>\1</cue>", verb.example).replace("[", "<content>").replace("]", "</content>")
    text, marks = unmark(row)
    kind = DocumentKind.READOUT if verb.official - verb.frames else DocumentKind.NEWS
    found = statements_of(text, kind)
    assert [(s.content, s.cue) for s in found] == [(marks["content"], marks["cue"][0])], shown(text, found)


def contents_of(text, **options):
    return [[span.of(text) for span in s.content] for s in statements_of(text, **options)]


def test_a_quotation_broken_by_its_cue_is_one_statement():
    text = '"Trade has grown," Kenya said. "It will grow again."'
    assert contents_of(text) == [['"Trade has grown,"', '"It will grow again."']]


def test_a_quotation_in_the_next_paragraph_is_the_running_speakers():
    text = '"Trade has grown," Kenya said.\n\n"It will grow again."'
    first, second = statements_of(text)
    assert (second.cue, second.speakers.value) == (None, first.speakers.value)


def test_an_unclosed_quotation_ends_with_its_paragraph():
    text = "Kenya said: “Trade has grown.\n\nUganda signed the treaty."
    assert contents_of(text) == [["“Trade has grown."]]


def test_verbs_joined_by_and_are_statements_of_one_speaker():
    text = 'Kenya said that trade had grown, and vowed to keep the truce, calling Uganda a "friend."'
    assert contents_of(text) == [["trade had grown"], ["keep the truce"], ['Uganda a "friend."']]
    assert {s.speakers.value for s in statements_of(text)} == {("KEN",)}


def test_a_report_inside_a_report_is_the_outer_one():
    assert contents_of("Kenya said Uganda had warned that the dam was full.") == [
        ["Uganda had warned that the dam was full"]
    ]


def test_while_begins_another_speakers_report():
    text = "Kenya said the dam was full, while Uganda said it was dry."
    assert [s.speakers.value for s in statements_of(text)] == [("KEN",), ("UGA",)]


def test_a_source_behind_a_report_is_only_a_relay():
    (statement,) = statements_of("Kenya said the dam was full, according to Reuters.")
    assert (statement.speakers.value, [relay.name for relay in statement.via]) == (("KEN",), ["reuters"])


def test_an_agency_that_is_the_only_source_is_a_relay_without_speaker():
    (statement,) = statements_of("According to Reuters, the dam is full.")
    assert (statement.speakers.value, [relay.name for relay in statement.via]) == (None, ["reuters"])


def test_a_text_speaks_for_the_body_that_issued_it():
    (statement,) = statements_of("A statement by the Kenyan foreign ministry said the dam was full.")
    assert statement.speakers.value == ("KEN/ministry-of-foreign-affairs",)


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("We reaffirm our commitment to the truce.", []),
        ("Kenya and Uganda reaffirm their commitment to the truce.", [("KEN", "UGA")]),
    ],
)
def test_an_official_text_reports_its_parties_but_not_itself(text, speaks):
    assert [s.speakers.value for s in statements_of(text, kind=DocumentKind.INSTRUMENT)] == speaks


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ('Kenya said, "Trade has grown."', Mode.DIRECT),
        ('Kenya said trade "has grown" again.', Mode.MIXED),
        ("Kenya said trade had grown.", Mode.INDIRECT),
    ],
)
def test_mode_follows_from_the_quotation_marks(text, mode):
    assert [s.mode for s in statements_of(text)] == [mode]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Kenya said on Wednesday that trade had grown.", "2024-05-15"),
        ("Kenya said that trade will grow in 2027.", None),
        ("On Wednesday, Kenya signed the treaty. Kenya said that trade had grown.", "2024-05-15"),
        ("On Wednesday, Norway signed the treaty. Kenya said that trade had grown.", None),
        (
            "On Wednesday, Kenya signed the treaty. Kenyan President William Ruto said that trade had grown.",
            "2024-05-15",
        ),
        ("On Wednesday, Kenya signed the treaty. Kenya said earlier that trade had grown.", None),
        ("Kenya says trade has grown\n\nOn Wednesday, Kenya signed the treaty with Norway.", "2024-05-15"),
        ("Kenya says trade has grown\n\nThe treaty with Norway was signed in May.", None),
        ("Kenyan envoy Ann Roe, who took office in 2017, said that trade had grown.", None),
        ("Kenyan envoy Ann Roe, who spoke on Wednesday, said that trade had grown.", "2024-05-15"),
        (
            "Trade\n\nOn Wednesday, Kenyan envoy Ann Roe met Ole Dal.\n\nShe said that trade had grown.",
            "2024-05-15",
        ),
        ("Trade\n\nOn Wednesday, Kenyan envoy Ann Roe met Ole Dal.\n\nChad said that trade had grown.", None),
        (
            "Trade\n\nOn Tuesday, Kenya signed the treaty.\n\nThe following day, Norway said that trade had grown.",
            "2024-05-15",
        ),
        ("Kenya says trade has grown.\n\nOn Wednesday, Kenya signed the treaty with Norway.", None),
    ],
)
def test_the_day_stands_beside_the_cue_or_in_the_paragraph(text, date):
    (statement,) = statements_of(text)
    assert (str(statement.date.value) if statement.date.value else None) == date


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Kenya said on Wednesday that trade had grown. Kenya has denied any delay.", ["2024-05-15", None]),
        ("Kenya said on Wednesday that trade had grown. Kenya has always blamed Chad and urged a truce.", ["2024-05-15", None, None]),
        ("Kenya said on Wednesday that trade had grown. Kenya has denied any delay. Kenya said that the port was open.", ["2024-05-15", None, "2024-05-15"]),
        ("Kenya has announced on Wednesday that trade will grow.", ["2024-05-15"]),
        ("Kenya said on Wednesday that trade had grown. Kenya also denied any delay.", ["2024-05-15", "2024-05-15"]),
    ],
)  # fmt: skip
def test_what_a_report_says_has_been_said_has_no_day_of_another_statement(text, dates):
    assert [str(one.date.value) if one.date.value else None for one in statements_of(text)] == dates


def test_a_transcript_is_said_on_its_own_day():
    text = "PRESIDENT RUTO: The port is open.\n\nPRESIDENT BOAKYE: We welcome that it is.\n\nPRESIDENT RUTO: Come and see it."
    dates = [str(one.date.value) for one in statements_of(text, kind=DocumentKind.TRANSCRIPT)]
    assert dates == ["2024-05-17"] * 3


def test_the_present_tense_of_an_official_text_is_its_own_day():
    text = (
        "Kenya said on Wednesday that the two sides welcomed trade. Kenya agrees that trade should grow. "
        "Kenya said that the port would open."
    )
    dates = [str(one.date.value) for one in statements_of(text, kind=DocumentKind.READOUT)]
    assert dates == ["2024-05-15", "2024-05-17", "2024-05-17"]


def test_words_that_a_colon_announces_run_over_paragraphs():
    text = "Kenya said:\n\nTrade has grown this year.\n\nIt will grow in the next one too."
    assert contents_of(text) == [["Trade has grown this year."], ["It will grow in the next one too."]]


ODD = (
    "according to , Friday",
    "vowed Kenya : she :",
    '"',
    "said said said",
    "Calling , Kenya said",
    "as noted by",
    "\u201c\u201c\u201c said Kenya",
    "was condemned by",
)


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("kind", [DocumentKind.NEWS, DocumentKind.READOUT])
def test_broken_sentences_break_nothing(text, kind):
    assert all(span.of(text).strip() for s in statements_of(text, kind) for span in s.content)


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Kenya will meet Uganda and underscore the need for a truce.", []),
        ("Kenya condemned the raid, discussed the port and welcomed the truce.", [["the raid"], ["the truce"]]),
        ("Kenya announced this change on Friday.", [["this change on Friday"]]),
        ("A New Hampshire state senator and Kenya met.", []),
    ],
    ids=["joined to a plan", "an act ends what was said", "a determiner is no time", "a noun that looks like a verb"],
)
def test_odd_rows(text, contents):
    assert contents_of(text) == contents


@pytest.mark.parametrize(
    "text",
    [
        "Ahmed Salim, an expert on trade, said the fund would grow.",
        "A bus driver told reporters that the road was closed.",
        "Some say the dam is full.",
        "Witnesses said the boats had left.",
    ],
)
def test_a_speaker_need_not_be_an_actor_of_note(text):
    assert len(statements_of(text)) == 1


def test_who_is_accused_stands_before_the_verb_and_the_charge_behind():
    assert contents_of("Uganda has been accused by Kenya of backing rebels.") == [["Uganda", "of backing rebels"]]


def test_a_quotation_behind_a_colon_is_said_by_the_subject():
    text = 'Kenya gave another account of the raid: "We sent no boats across the lake."'
    (statement,) = statements_of(text)
    assert (statement.cue, statement.speakers.value) == (None, ("KEN",))


def test_who_is_quoted_speaks():
    (statement,) = statements_of("Uganda quoted Kenya as saying that the dam was full.")
    assert statement.speakers.value == ("KEN",)


def test_the_colon_before_a_quotation_with_a_cue_of_its_own_ends_what_was_said():
    text = 'Kenya said the dam was full: "We saw it rise," Uganda added.'
    assert [s.speakers.value for s in statements_of(text)] == [("KEN",), ("UGA",)]


def test_a_headline_may_begin_with_its_speaker():
    (statement,) = statements_of("Kenya: The port must stay open\n\nTalks on the port began on Friday.")
    assert (statement.speakers.value, [s.start for s in statement.content]) == (("KEN",), [7])


def test_labels_of_a_transcript_name_its_speakers_and_questions_are_none():
    text = "MR. BERG: The port is open.\n\nIt will stay so.\n\nQ: For how long?\n\nMS. ODUYA: For a year."
    found = contents_of(text, kind=DocumentKind.TRANSCRIPT)
    assert found == [["The port is open."], ["It will stay so."], ["For a year."]]


@pytest.mark.parametrize("mark_of_press", ["Q ", "Q: ", "Q. ", "Q — ", "Q–", "Q - ", "Q\t", "Q\u00a0", "QUESTION: "])
def test_what_the_press_asks_is_nobodys_statement_however_it_is_marked(mark_of_press):
    asked = f"{mark_of_press}You have opened the port. Will Chad follow?\n\nAnd will Ghana?"
    text = f"SENIOR OFFICIAL: The port is open.\n\n{asked}\n\nSENIOR OFFICIAL: It will."
    found = contents_of(text, kind=DocumentKind.TRANSCRIPT)
    assert found == [["The port is open."], ["It will."]]


def test_remarks_in_which_the_press_asks_are_those_of_who_answers():
    text = "THE PRESIDENT: The port is open.\n\nQ For how long?\n\nTHE PRESIDENT: For a year."
    assert contents_of(text, kind=DocumentKind.TRANSCRIPT) == [["The port is open."], ["For a year."]]


def test_what_the_press_passes_on_is_said_by_those_whom_it_names():
    text = "MR. BERG: The port is open.\n\nQ Ghana says that trade has grown. Is it so?\n\nMR. BERG: It is."
    found = [(s.speakers.value, s.content[0].of(text)) for s in statements_of(text, kind=DocumentKind.TRANSCRIPT)]
    assert found[1] == (("GHA",), "trade has grown")
    assert len(found) == 3


@pytest.mark.parametrize("opening", ["Q-series ships", "Q1 exports", "Qatar's ships"])
def test_a_word_that_begins_with_the_letter_asks_nothing(opening):
    text = f"MS. ODUYA: It is.\n\nMR. BERG: The port is open.\n\n{opening} came in May."
    found = contents_of(text, kind=DocumentKind.TRANSCRIPT)
    assert found == [["It is."], ["The port is open."], [f"{opening} came in May."]]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Norway's minister Ann Berg told reporters on Monday the port was shut.", "the port was shut"),
        ("The port was shut, Norway's minister Ann Berg told reporters today in Oslo.", "The port was shut"),
        ("Both leaders agreed the port cannot be shut.", "the port cannot be shut"),
        ("Norway's minister Ann Berg outlined her concerns over the port.", "her concerns over the port"),
    ],
)
def test_what_is_said_to_a_hearer_or_agreed_is_a_clause(text, content):
    (statement,) = statements_of(text)
    assert [span.of(text) for span in statement.content] == [content]


@pytest.mark.parametrize("text", ["Norway agreed to open the port.", "Norway's plan outlined the port's new gates."])
def test_an_agreement_to_do_and_an_outline_of_a_thing_are_no_statement(text):
    assert statements_of(text) == []


def test_remarks_of_one_speaker_are_the_text_s_own_voice():
    text = "THE PRESIDENT: The port is open.\n\nWe will keep it so."
    assert statements_of(text, kind=DocumentKind.TRANSCRIPT) == []


def test_a_label_without_a_name_speaks_for_those_whose_text_it_is():
    text = "SENIOR ADMINISTRATION OFFICIAL: The port is open."
    (statement,) = statements_of(text, kind=DocumentKind.TRANSCRIPT)
    assert statement.speakers.value == ("NOR",)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Mayor Ann Roe of Ohrid, Mayor Jan Mill of Split and Mayor Ned Lam of Sfax said trade had grown.",
            ("ann-roe", "jan-mill", "ned-lam"),
        ),
        ("Minister Ann Roe, speaking beside Minister Jan Mill of Chad, said trade had grown.", ("ann-roe",)),
    ],
)
def test_all_of_a_list_speak_but_not_who_stands_beside(text, speakers):
    (statement,) = statements_of(text)
    assert statement.speakers.value == speakers


@pytest.mark.parametrize(
    ("text", "speakers", "via"),
    [
        (
            "Reuters reported on Monday a Kenyan government source, whom it did not name, said trade had grown.",
            ("KEN",),
            ["reuters"],
        ),
        ("Reuters reported Minister Ann Roe of Chad recommended that the troops withdraw.", ("ann-roe",), ["reuters"]),
        ("Reuters reported trade had grown.", None, ["reuters"]),
        ("Minister Ann Roe of Chad said Minister Jan Mill recommended that the troops withdraw.", ("ann-roe",), []),
    ],
)
def test_whom_an_agency_passes_on_is_the_speaker(text, speakers, via):
    (statement,) = statements_of(text)
    assert (statement.speakers.value, [relay.name for relay in statement.via]) == (speakers, via)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Chad closed the port, with officials saying that trade had fallen.", ("TCD",)),
        ("Kenya closed the port. Authorities said trade had grown.", ("KEN",)),
        ("Peru voted on Friday. Government officials stated trade had grown.", ("PER",)),
        ("Chad and Mali closed the port. Officials said trade had grown.", None),
        ("Chad closed the port. Hospital officials said trade had grown.", None),
        ("Officials said trade had grown.", None),
    ],
)
def test_unnamed_officials_speak_for_the_one_state_in_view(text, speakers):
    statement = statements_of(text)[-1]
    assert statement.speakers.value == speakers


def test_administration_officials_speak_for_the_issuer_of_an_official_text():
    (statement,) = statements_of(
        "Senior Administration officials reiterated the need for a truce.", kind=DocumentKind.READOUT
    )
    assert statement.speakers.value == ("NOR",)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Kenya and Uganda met. They released a statement which said trade had grown.", ("KEN", "UGA")),
        (
            "In a letter to Chad, Minister Ann Roe said trade had grown. The letter stressed that the port was full.",
            ("ann-roe",),
        ),
        (
            "Minister Ann Roe said trade had grown. Mr. Jan Mill postponed the vote. In a statement, he wrote that it rained.",
            ("jan-mill",),
        ),
        ("Mr. Ole Dal said trade had grown. The vote was postponed. He said that it rained.", ("ole-dal",)),
    ],
)
def test_who_speaks_last(text, speakers):
    assert statements_of(text)[-1].speakers.value == speakers


@pytest.mark.parametrize(
    "text",
    [
        "Affirming that the security of Chad is dear to Mali;",
        "The group grew by adding ten members to the pact.",
        "The actions announced today will:\n\nOpen the port to more ships than before.",
    ],
)
def test_an_official_text_says_nothing_there(text):
    assert statements_of(text, kind=DocumentKind.RELEASE) == []
