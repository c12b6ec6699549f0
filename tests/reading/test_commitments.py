"""Commitments, one table of what must be read and one of what must be left alone for each construction."""

from datetime import date

import pytest

from casts import cast_of, scene_of
from marks import mark, unmark
from servanda.codebook import NARRATOR, Document, When
from servanda.codebook.vocabulary import DocumentKind, Known
from servanda.reading.commitments.commitments import read_commitments
from servanda.reading.readers import read_document


def read(text, kind="news"):
    scene = scene_of(text, kind)
    return sorted(read_commitments(scene, cast_of(scene)), key=lambda one: one.span[-1])


def told(record):
    return f"{'+'.join(sorted(record.debtors.value))} {record.act.value} {record.firmness.value}"


def check(marked, expected, kind="news"):
    """Each letter of `expected` is a record on the stretches in tags of that letter."""
    text, spans = unmark(marked)
    found = read(text, kind)
    shown = [mark(text, one.span) for one in found]
    assert [told(one) for one in found] == list(expected.values()), shown
    assert [one.span for one in found] == [spans[letter] for letter in expected], shown


UNDERTAKINGS = [
    ("<a>Norway pledged to double its aid to Moldova</a>, the ministry said.", {"a": "NOR support pledged"}),
    ("<a>Kenya and Norway agreed on joint patrols off Somalia</a>.", {"a": "KEN+NOR cooperate agreed"}),
    ("<a>President Lund vowed to defend Estonia</a> if it is attacked.", {"a": "NOR defend pledged"}),
    (
        "<a>Brazil remains firmly committed to the full implementation of the accord with Peru</a>.",
        {"a": "BRA implement pledged"},
    ),
    (
        "<a>India decided to buy four frigates from Spain</a>, a move that surprised Pakistan.",
        {"a": "IND procure binding"},
    ),
    ("<a>Canada stands ready to help Haiti</a> as soon as possible.", {"a": "CAN support intended"}),
    pytest.param(
        "<b>Chile</b> signed the pact on Monday and <b>promised to open its market to Peru</b>.",
        {"b": "CHL trade pledged"},
        id="a subject that stands apart is a stretch of its own",
    ),
    pytest.param(
        "<a><b>Ghana pledged</b> to send engineers to Togo</a> and <b>train its pilots</b>.",
        {"a": "GHA support pledged", "b": "GHA support pledged"},
        id="two deeds under one head are two records",
    ),
    pytest.param(
        "FISHERIES AND PORTS <a>Kenya pledged to lend Uganda two ships</a>.",
        {"a": "KEN transfer pledged"},
        id="a heading in capitals is no subject",
    ),
    pytest.param(
        "<a>Kenya pledged to buy long-range, silent drones from Turkey</a>.",
        {"a": "KEN procure pledged"},
        id="a comma between adjectives ends nothing",
    ),
    pytest.param(
        "<a>Kenya pledged to adopt and enforce the rules of the pact with Uganda</a>.",
        {"a": "KEN implement pledged"},
        id="two verbs with one object are one record",
    ),
]

IN_NEWS = [
    ("<a>Norway and Kenya each offered USD 4 million in aid to Mali</a>.", {"a": "KEN+NOR support intended"}),
    ("<a>Chile is poised to negotiate with Peru</a>.", {"a": "CHL negotiate intended"}),
    ("<a>Chile looks to boost trade with Peru</a>.", {"a": "CHL trade intended"}),
    ("<a>Norway will return to talks with Kenya</a>.", {"a": "NOR negotiate intended"}),
    ("<a>Ghana turned down a request to send troops to Mali</a>.", {"a": "GHA defend intended"}),
    ("<a>Norway pledged to provide $40 million for the mission</a>.", {"a": "NOR fund pledged"}),
    ("<a>Norway ordered the withdrawal of its troops from Mali</a>.", {"a": "NOR other binding"}),
    ("<a>Spain is sending two frigates to Cyprus</a>.", {"a": "ESP transfer intended"}),
    ("<a>Kenya and Norway called for joint patrols off Somalia</a>.", {"a": "KEN+NOR other aspired"}),
    pytest.param(
        "<a>Norway pledged on Friday to lend Kenya two ships by 2030</a>.",
        {"a": "NOR transfer pledged"},
        id="a weekday between the verb and its deed",
    ),
    ("<a>Japan has long promised to return the islands to Russia</a>.", {"a": "JPN transfer pledged"}),
    pytest.param(
        "<a>Finland and Sweden agreed in principle on Tuesday to share intelligence</a>.",
        {"a": "FIN+SWE cooperate agreed"},
        id="manner and time between",
    ),
    pytest.param(
        "<a>Brazil promised Angola to withdraw its patrols from the border</a>.",
        {"a": "BRA other pledged"},
        id="the one who is promised between",
    ),
    pytest.param(
        "<a>Serbia agreed after talks in Geneva with Kosovo to share the data</a>.",
        {"a": "SRB cooperate agreed"},
        id="an occasion between",
    ),
    pytest.param(
        "<a>Spain is bound by treaty to defend Portugal</a>.", {"a": "ESP defend binding"}, id="a treaty between"
    ),
    ("<a>Ghana plans to buy 26 trucks from France</a>.", {"a": "GHA procure intended"}),
    ("<a>Chile is committed to cutting tariffs on Argentine wheat</a>.", {"a": "CHL tariff pledged"}),
    ("<a>Poland plans to spend 5 percent of GDP on defence</a>.", {"a": "POL spend intended"}),
    ("<a>Poland will spend $25 billion on weapons from Italy</a>.", {"a": "POL procure intended"}),
    ("<a>Norway earmarked $40 million for Moldova</a>.", {"a": "NOR fund binding"}),
    ("<a>Norway committed €50 million to Moldova</a>.", {"a": "NOR fund pledged"}),
    ("<a>Paris promised help to Beirut</a>.", {"a": "FRA support pledged"}),
    ("<a>Germany announced an aid package for Ghana</a>.", {"a": "DEU support intended"}),
    ("<a>Kenya, Uganda agree to share radar data</a>", {"a": "KEN+UGA cooperate agreed"}),
    pytest.param(
        "<a>Norway pledged to zigzag with Kenyan ships</a>.",
        {"a": "NOR other pledged"},
        id="a verb that nobody listed is still a deed",
    ),
    pytest.param(
        "Kenya said <a>Uganda stood ready to share its radar data</a>.",
        {"a": "UGA cooperate intended"},
        id="a stance told in the past",
    ),
    pytest.param(
        "<a><b>Peru and Chile have agreed</b> to the following: opening the border</a> and <b>training police</b>.",
        {"a": "CHL+PER other agreed", "b": "CHL+PER support agreed"},
        id="a list behind the following",
    ),
]

IN_REPORTS = [
    pytest.param(
        "<a>Iran agreed to resume talks with Kenya, Norway and Chad</a>, state media reported.",
        {"a": "IRN negotiate agreed"},
        id="a list of names ends no deed",
    ),
    pytest.param(
        "<a>Kenya and Uganda intend to work together, in concert with Chad, on water</a>.",
        {"a": "KEN+UGA cooperate intended"},
        id="a phrase in commas ends no deed",
    ),
    ("<a>Britain is ready and willing to put troops in Chad</a>.", {"a": "GBR defend intended"}),
    ("<a>Japan intends to speed its purchase of missiles from Italy</a>.", {"a": "JPN procure intended"}),
]

NOT_UNDERTAKINGS = [
    "Kenya announced the withdrawal of its troops from Somalia.",
    "Poland announced the expulsion of three diplomats of Belarus.",
    pytest.param("Georgia's parliament approved a law on gas from Armenia.", id="a law is passed"),
    pytest.param("The envoys of Kenya approved sanctions against Norway.", id="sanctions are done when approved"),
    pytest.param("Gambia, backed by Senegal, stayed in Mali.", id="only who stands behind it"),
    pytest.param("The call for joint patrols off Somalia surprised Kenya.", id="a call is a noun here"),
    pytest.param("Kenya declined to comment on its talks with Norway.", id="words are declined"),
    pytest.param(
        "Uganda denied that it had agreed to take migrants from Norway.", id="denied by the one who would owe it"
    ),
    pytest.param("Al-Shabaab remains committed to carrying out terrorist attacks in Kenya.", id="terror"),
    pytest.param("Ukraine wants Germany to deliver the missiles.", id="wished of another"),
    pytest.param("Norway, Kenya has said, has 40 promised ships.", id="a participle before its noun"),
    pytest.param(
        "Vietnam Airlines has agreed to buy 50 aircraft from France.", id="a company that bears a state's name"
    ),
    pytest.param("Iran vowed to develop its missiles.", id="arming itself"),
    pytest.param("The Norwegian minister plans to resign over Kenya.", id="politics at home"),
    pytest.param("The evidence supported the plan of Kenya and Norway.", id="a thing supports"),
    pytest.param("Norway would pledge aid to Moldova if it were asked.", id="imagined"),
    pytest.param("Moldova asked Norway to commit to a larger fund.", id="asked of another"),
    pytest.param("Kenya was promised two ships by nobody in particular.", id="done to the party"),
    pytest.param("Kenya has not agreed to host the fund with Norway.", id="denied"),
    pytest.param("Will Norway agree to help Moldova?", id="a question"),
    pytest.param("Norway decided to rename a park in Oslo.", id="for itself alone"),
    pytest.param("The brewery pledged to sell more beer in Bergen.", id="nobody who binds a state"),
    pytest.param("Russia continues to occupy land in Georgia.", id="a state of affairs"),
]


@pytest.mark.parametrize(("marked", "expected"), [*UNDERTAKINGS, *IN_NEWS, *IN_REPORTS])
def test_verbs_of_undertaking_are_read(marked, expected):
    check(marked, expected)


@pytest.mark.parametrize("text", NOT_UNDERTAKINGS)
def test_verbs_that_bind_nobody_are_left_alone(text):
    assert read(text) == []


NOUNS = [
    pytest.param(
        "Sharing the view that trade must be more inclusive, Chile <a>reaffirmed its support for a reformed fisheries "
        "council with Kenya</a>, and welcomed its visit.",
        {"a": "CHL support pledged"},
        id="an adjective and a comma end a clause where a subject with its verb follows",
    ),
    ("Moldova welcomed <a>Norway's pledge to double its aid</a>.", {"a": "NOR support pledged"}),
    ("Paris restated <a>the commitment of France to the defense of Djibouti</a>.", {"a": "FRA defend pledged"}),
    ("Kenya outlined <a>its plan to buy patrol boats from Italy</a>.", {"a": "KEN procure intended"}),
    ("Estonia praised <a>Norway's support for its ports</a>.", {"a": "NOR support intended"}),
    ("Kenya and Norway reaffirmed <a>their efforts to end piracy</a>.", {"a": "KEN+NOR other intended"}),
    ("Kenya and Norway stressed <a>the importance of free trade</a>.", {"a": "KEN+NOR trade aspired"}),
    pytest.param(
        "Kenya and Norway agreed on <a>the need to deepen their cooperation</a>.",
        {"a": "KEN+NOR cooperate aspired"},
        id="of two words the noun wins",
    ),
]

NOUNS_GIVEN = [
    pytest.param(
        "Kenya kept <a>its promise — first made in 2019 — to send police officers to Haiti</a>.",
        {"a": "KEN defend pledged"},
        id="an aside in dashes",
    ),
    pytest.param(
        "<a>Kenya reached an agreement with Norway — which holds the port — to share the dues</a>.",
        {"a": "KEN cooperate agreed"},
        id="an aside before its deed",
    ),
    ("They stressed <a>Norway's solidarity with Kenya</a>.", {"a": "NOR support intended"}),
    ("<a>Kenya and Uganda reached an agreement to reopen the border</a>.", {"a": "KEN+UGA other agreed"}),
    ("<a>Ghana struck a deal with Benin to supply gas</a>.", {"a": "GHA trade agreed"}),
    ("<a>Egypt has made a commitment to release water to Sudan</a>.", {"a": "EGY transfer pledged"}),
    ("<a>A promise by Oslo to send two frigates to Ukraine</a> was welcomed.", {"a": "NOR transfer pledged"}),
    ("Lithuania hailed <a>the German decision to send troops</a>.", {"a": "DEU defend binding"}),
    pytest.param(
        "<a>Japan's cabinet approved a plan to send boats to Malaysia</a>.",
        {"a": "JPN transfer binding"},
        id="a plan that is approved binds",
    ),
    pytest.param(
        "Kenya said <a>Norway's decision to send troops</a> was brave.",
        {"a": "NOR defend binding"},
        id="the sentence's own verb ends the deed",
    ),
]

NOT_NOUNS = [
    pytest.param("Chad supported the rebels in their efforts to depose the president of Libya.", id="a coup"),
    pytest.param("Chad is planning an attack, and Kenya outlined its plan to bomb Libya.", id="an attack is planned"),
    pytest.param("There is a plan to save the bees of Norway and Sweden.", id="nobody's"),
    pytest.param("Kenya and Norway discussed efforts to end piracy.", id="only a topic"),
]


@pytest.mark.parametrize(("marked", "expected"), [*NOUNS, *NOUNS_GIVEN])
def test_nouns_of_undertaking_are_read(marked, expected):
    check(marked, expected)


@pytest.mark.parametrize("text", NOT_NOUNS)
def test_nouns_that_nobody_owns_are_left_alone(text):
    assert read(text) == []


MODALS = [
    ("<a>Norway will train crews in Senegal</a>.", {"a": "NOR support intended"}),
    ("<a>Kenya shall assist Norway</a> in case of an attack.", {"a": "KEN support binding"}),
    ("<a>Norway, together with Sweden, will fund the clinics of Malawi</a>.", {"a": "NOR+SWE fund intended"}),
    ("Spain said <a>it would send engineers to Chad</a>.", {"a": "ESP support intended"}),
    ("<a>The port of Salalah will be leased by India</a>, Oman said.", {"a": "IND other intended"}),
    pytest.param(
        "Kenya and Norway agreed that <a>Kenya will open its market to salmon</a>.",
        {"a": "KEN trade agreed"},
        id="under agreed that, will is agreed",
    ),
]

LASTING = [
    ("<a>Kenya will have trained 400 officers of Somalia by 2027</a>.", {"a": "KEN support intended"}),
    ("Sudan said <a>it would have returned the archives to Chad by June</a>.", {"a": "SDN transfer intended"}),
    ("Norway said <a>its sanctions on Belarus will stay in place</a>.", {"a": "NOR other intended"}),
    ("<a>The base, Spain promised, will be returned to Morocco</a>.", {"a": "ESP transfer pledged"}),
    ("<a>Four ships, Chile has pledged, will be sent to Peru</a>.", {"a": "CHL transfer pledged"}),
    ("Kenya asked Norway to train its pilots, and <a>Norway agreed to do so</a>.", {"a": "NOR support agreed"}),
    ("Japan said <a>its aid to Laos will be doubled to $40 million</a>.", {"a": "JPN fund intended"}),
]

GOVERNED = [
    ("Norway pledged that <a>it would train crews in Senegal</a>.", {"a": "NOR support pledged"}),
    ("Kenya has promised Uganda <a>it will reopen the border</a>.", {"a": "KEN other pledged"}),
    ("France gave Lebanon a guarantee that <a>it would defend the border</a>.", {"a": "FRA defend pledged"}),
    ("Under the deal <a>Spain would cut tariffs on Korean cars</a>.", {"a": "ESP tariff intended"}),
    ("<a>Vietnam would buy more American goods</a>, Laos said.", {"a": "VNM procure intended"}),
    ("<a>Chad will allow France to keep its base</a>.", {"a": "TCD support intended"}),
    ("<a>Kenya will receive 20 tanks from Portugal</a>.", {"a": "PRT transfer intended"}),
    ("<a>The treaty requires Kenya to notify Norway of launches</a>.", {"a": "KEN other binding"}),
    ("<a>Norway to send ships to Kenya</a>", {"a": "NOR transfer intended"}),
    pytest.param(
        "<a><b>Spain will</b> (i) cut tariffs on tea</a>, and (ii) <b>lift its ban on Korean beef</b>.",
        {"a": "ESP tariff intended", "b": "ESP trade intended"},
        id="numbered deeds",
    ),
]

NOT_MODALS = [
    pytest.param("Norway will make clear its concerns about Chad.", id="made clear in words"),
    pytest.param("We shall overcome, the Kenyan minister told Norway.", id="a slogan"),
    pytest.param("President Lund will return to Kenya on Monday.", id="a journey"),
    "Analysts say Russia will invade Ukraine.",
    pytest.param("Vietnam would buy more American goods.", id="would that nobody tells"),
    pytest.param("The choice we made in Kenya will help.", id="a relative clause is no subject"),
    pytest.param("Germany might be ready to send troops to Chad.", id="might"),
    pytest.param("The deal will create jobs in Norway and Kenya.", id="a forecast with a thing as subject"),
    pytest.param("President Lund will visit Kenya on Monday.", id="a scheduled event"),
    pytest.param("Norway may send engineers to Chad.", id="may"),
    pytest.param("Norway will encourage Sweden to join.", id="only words"),
    pytest.param("If Norway will help Chad, the camp can open.", id="an imagined case"),
    pytest.param("Kenya is the political will to act.", id="the noun will"),
    pytest.param("Norway will impose a curfew, Chad heard.", id="a matter of its own house"),
    pytest.param("Norway is set to be replaced by Denmark as chair.", id="what a party suffers"),
    pytest.param("President Lund wants to speak about Chad.", id="a deed of words alone"),
    pytest.param("The loan, Kenya feared, will be paid late.", id="what is only feared, in commas"),
]


@pytest.mark.parametrize(("marked", "expected"), [*MODALS, *LASTING, *GOVERNED])
def test_modals_are_read(marked, expected):
    check(marked, expected)


@pytest.mark.parametrize("text", NOT_MODALS)
def test_modals_without_an_undertaking_are_left_alone(text):
    assert read(text) == []


ADOPTED = "Joint Statement of Kenya and Norway\n\n"
TERMS = [
    (ADOPTED + "<a>We will expand our exchanges of officers</a>.", {"a": "KEN+NOR cooperate intended"}),
    (ADOPTED + "<a>Each Party shall protect the other's data</a>.", {"a": "KEN+NOR other binding"}),
    (ADOPTED + "<a>Kenya is deepening its ties with Norway</a>.", {"a": "KEN cooperate intended"}),
    pytest.param(
        ADOPTED + "<a><b>This includes</b> the purchase of radars</a> and <b>training crews</b>.",
        {"a": "KEN+NOR procure agreed", "b": "KEN+NOR support agreed"},
        id="terms without a word of their own",
    ),
    pytest.param(
        ADOPTED + "<a>Kenya will receive a lower rate on tea</a>.",
        {"a": "NOR other intended"},
        id="what one party receives the other gives",
    ),
    pytest.param(
        ADOPTED + "<a>Any attack on our ships will be met with a joint response</a>.",
        {"a": "KEN+NOR defend intended"},
        id="a threat binds those who make it",
    ),
    pytest.param(
        ADOPTED + "<a>Kenya will lower its tariffs</a>. <b>No further duty shall apply</b>.",
        {"a": "KEN tariff intended", "b": "KEN tariff binding"},
        id="a term without a subject goes on with the party before it",
    ),
    pytest.param(
        ADOPTED + "<a>Kenya shall not be required to pay more than $2 million</a>.",
        {"a": "NOR refrain binding"},
        id="a cap binds the other party",
    ),
    pytest.param(
        ADOPTED
        + "<a><b>Kenya and Norway will</b> address Norway's quotas</a>, including by <b>admitting Kenya's tuna</b>.",
        {"a": "KEN+NOR trade intended", "b": "NOR trade intended"},
        id="a listed deed that favors one party is the other's",
    ),
    pytest.param(
        ADOPTED
        + "<a><b>Kenya and Norway will work together to</b></a>:\n\n<a>Train crews for the coast guard.</a>\n\n<b>Share radar data.</b>",
        {"a": "KEN+NOR support intended", "b": "KEN+NOR cooperate intended"},
        id="deeds in a list under one head",
    ),
]


@pytest.mark.parametrize(("marked", "expected"), TERMS)
def test_terms_of_adopted_texts_are_read(marked, expected):
    check(marked.replace(".</a>", "</a>.").replace(".</b>", "</b>."), expected, kind="instrument")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kenya said that it was halting exports of arms to Chad.", 1),
        ("Kenya was halting exports of arms to Chad.", 0),
    ],
)
def test_what_a_side_tells_of_its_own_doings_counts_in_news(text, count):
    document = Document(text=text, published=When.parse("2025-03-07"))
    assert len(read_document(document).commitments) == count


def test_a_joint_text_speaks_for_all_whom_its_title_names():
    title = "Joint Statement on Kenya-EU Cooperation\n\n"
    (record,) = read(title + "We will expand our exchanges of officers.", "instrument")
    assert {"KEN", "european-union"} <= set(record.debtors.value)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("President Lund is visiting a school in Nairobi.", id="what a person is doing"),
        pytest.param("The report includes a map of Kenya and Norway.", id="a text that includes no deed"),
        pytest.param("Chad continues to buy weapons from Russia.", id="a third party's conduct"),
        pytest.param("They must stop the war in Chad.", id="a demand on others"),
        pytest.param("Oslo:\n\nThe fjord is deep.", id="a colon that opens no list"),
    ],
)
def test_what_is_no_term_of_an_adopted_text_is_left_alone(text):
    assert read(ADOPTED + text, "instrument") == []


def test_an_exchange_ties_both_sides_and_says_who_asserts_it():
    given, returned = read(
        "Norway pledged to buy six frigates in return for Spain's lowering of its tariffs on salmon."
    )
    assert (told(given), told(returned)) == ("NOR procure pledged", "ESP tariff agreed")
    assert given.exchange.value.commitments == (returned.id,)
    assert returned.exchange.value.commitments == (given.id,)
    assert given.exchange.value.asserted_by == (NARRATOR,)


def test_an_exchange_rests_on_the_words_that_say_so():
    text = "Kenya pledged to buy frigates from Norway in return for Norway's lowering of duties."
    assert {span.of(text) for one in read(text) for span in one.exchange.spans} == {"in return for"}


def test_the_debtor_is_named_without_the_possessive():
    text = "Moldova welcomed Norway's pledge to double its aid."
    assert [span.of(text) for one in read(text) for span in one.debtors.spans] == ["Norway"]


def test_conditions_quantities_and_deadlines_are_kept_with_their_words():
    marked = "Norway pledged to lend Kenya <sum>$40 million</sum> <due>by 2030</due> <if>subject to approval by parliament</if>."
    text, spans = unmark(marked)
    (record,) = read(text)
    assert (record.condition, record.quantities.spans, record.deadline.spans) == (
        spans["if"],
        spans["sum"],
        spans["due"],
    )
    assert str(record.deadline.value) == "2030-01-01/2030-12-31"
    assert [(str(one.value), one.unit) for one in record.quantities.value] == [("40000000", "USD")]


@pytest.mark.parametrize(
    ("text", "polarity", "act"),
    [
        ("Kenya refused to send troops to Chad.", "-", "defend"),
        ("Kenya will not send troops to Chad.", "-", "defend"),
        ("Kenya pledged not to attack Chad.", "+", "refrain"),
        ("Kenya does not intend to leave Chad.", "-", "other"),
        ("Kenya has so far declined to join talks with Chad.", "-", "cooperate"),
        ("Kenya rejected talks with Chad.", "-", "negotiate"),
        ("Kenya will never cede land to Chad.", "-", "other"),
        ("Kenya will no longer train pilots of Chad.", "-", "support"),
        ("Kenya vowed never to attack Chad.", "+", "refrain"),
        ("Kenya promised that it will not attack Chad.", "+", "refrain"),
        ("Kenya is not going to recognise the rulers of Chad.", "-", "other"),
        ("Kenya withdrew its offer to train pilots of Chad.", "-", "support"),
        ("Kenya will not stop helping Chad.", "+", "refrain"),
    ],
)
def test_a_refusal_is_minus_and_a_promise_not_to_is_refrain(text, polarity, act):
    (record,) = read(text)
    assert (record.polarity.value, record.act.value) == (polarity, act)


@pytest.mark.parametrize(
    ("text", "novelty"),
    [
        ("Norway pledged to help Chad.", "new"),
        ("Norway reaffirmed its commitment to help Chad.", "reaffirmed"),
        ("Norway remains committed to helping Chad.", "reaffirmed"),
        ("Norway's commitment to help Chad was discussed.", "unclear"),
        ("Norway agreed to maintain its mission in Chad.", "reaffirmed"),
    ],
)
def test_novelty_is_read_from_the_words_around(text, novelty):
    (record,) = read(text)
    assert record.novelty.value == novelty


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenya kept its promise to return the archives to Chad.", "fulfilled"),
        ("Kenya broke its promise to return the archives to Chad.", "broken"),
        ("Kenya dropped its plan to return the archives to Chad.", "withdrawn"),
        ("Kenya repeated its promise to return the archives to Chad.", "open"),
    ],
)
def test_what_became_of_a_promise_is_its_status(text, status):
    (record,) = read(text)
    assert record.status.value == status


@pytest.mark.parametrize(
    ("text", "creditor"),
    [
        ("Norway pledged to send nurses to Barbados.", "BRB"),
        ("Norway will cut duties on Korean goods.", "KOR"),
        ("Norway offered Vietnam $2 billion in loans.", "VNM"),
    ],
)
def test_the_one_other_state_that_a_deed_names_is_its_creditor(text, creditor):
    (record,) = read(text)
    assert record.creditors.value == (creditor,)


@pytest.mark.parametrize(
    ("text", "creditors"),
    [
        (
            "Norway agreed to lower the tariff from the day on which a bill on the loans reached the Kenyan Parliament.",
            {"KEN"},
        ),
        ("Kenya assured Chad that it would keep the pass open, Uganda said.", {"TCD"}),
        ("Norway will train the crews of Ghana, Togo and Benin.", {"GHA", "TGO", "BEN"}),
        ("Kenya and Norway pledged to support Haiti.", {"HTI"}),
        ("Kenya and Norway agreed to strengthen their partnership with Chile.", {"CHL"}),
        ("Norway vowed to protect Estonia from an attack by Belarus.", {"EST"}),
        ("Egypt was silent. Jordan promised Iraq to share data.", {"IRQ"}),
    ],
)
def test_whom_a_deed_helps_joins_or_is_told_to_is_owed_it(text, creditors):
    assert {frozenset(record.creditors.value) for record in read(text)} == {frozenset(creditors)}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Norway agreed to strengthen their defenses against Chad.",
        "Norway hopes to strengthen its ties to the region, Chad said.",
        "Norway and Sweden vowed to deter Belarus.",
        "Norway plans to give $5 million to those in need to ease the pain of Chad's cruel and needless war.",
        "Norway will help to end the dependence on Belarusian gas.",
    ],
)
def test_whom_a_deed_is_aimed_at_and_the_wider_world_are_owed_nothing(text):
    (record,) = read(text)
    assert not record.creditors.value


def test_numbered_deeds_under_a_head_share_its_deadline():
    head = "Kenya and Norway commit to take the following actions by December 31, 2030:"
    opened, trained = read(ADOPTED + head + "\n\n(i) open the port of Lamu;\n\n(ii) train 40 officers.", "instrument")
    assert [told(opened), told(trained)] == ["KEN+NOR other pledged", "KEN+NOR support pledged"]
    assert opened.deadline.value == trained.deadline.value == When.day(date(2030, 12, 31))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Statement of the President on Chad's Elections\n\nNorway welcomes them. We will support Chad.", "NOR"),
        ("Remarks on the Floods in Laos\n\nJapan mourns with Laos. We will send two ships to Laos.", "JPN"),
        ("Norway's Statement on Chad\n\nThe floods are over. We will send two ships to Chad.", "NOR"),
    ],
)
def test_a_release_never_speaks_with_the_voice_of_its_topic(text, state):
    scene = scene_of(text, "release")
    debtors = [
        one.debtors.value for one in read_document(scene.document).commitments if "We" in one.debtors.spans[0].of(text)
    ]
    assert debtors == [(state,)]


@pytest.mark.parametrize(("means", "count"), [("the Oslo Declaration on Ports", 1), ("training crews", 2)])
def test_a_list_of_means_names_deeds_and_no_mere_papers(means, count):
    assert len(read(ADOPTED + f"We will expand our patrols, including through {means}.", "instrument")) == count


def test_what_is_to_be_done_between_two_is_theirs():
    (record,) = read("The visit was an opportunity to deepen relations between Chad and Oman.")
    assert record.debtors.value == ("TCD", "OMN")


def test_a_title_beside_a_name_is_the_other_partys():
    text = "Readout of President Lund's Call with the Premier of Iraq\n\nNorway and Iraq talked. "
    (record,) = read(text + "President Lund and the Prime Minister agreed to expand trade.", "readout")
    assert record.debtors.value == ("NOR", "IRQ")


def test_the_other_party_is_the_creditor_and_joint_terms_have_none():
    owed, joint = read(ADOPTED + "Kenya will lower its tariffs. Kenya and Norway will share data.", "instrument")
    assert owed.creditors.value == ("NOR",)
    assert (joint.creditors.known, joint.creditors.value) == (Known.STATED, ())


def test_what_the_text_leaves_open_is_unstated():
    (record,) = read("Norway pledged to help Chad.")
    assert {record.deadline.known, record.exchange.known, record.quantities.known, record.statement.known} == {
        Known.UNSTATED
    }
    assert record.condition == ()


def test_reading_twice_gives_the_same_records():
    text = "Kenya and Norway agreed to share radar data, train crews and open a fund of $3 million if needed."
    assert read(text) == read(text)


ACTS = [
    ("Chile reaffirmed its commitment to the African Union.", "CHL", "cooperate"),
    ("Chile reaffirmed its commitment to Fiji's security.", "CHL", "defend"),
    ("Chile and Peru agreed to develop a partnership on the production of copper.", "CHL PER", "cooperate"),
    ("Together, Chile and Peru will tend the shared lake.", "CHL PER", "cooperate"),
    ("Chile and Peru will maintain open lines of communication.", "CHL PER", "consult"),
    ("Chile pledged to work for a political solution in Chad.", "CHL", "negotiate"),
    ("Chile approved a defense sale to Peru.", "CHL", "transfer"),
    # A plant that one party builds is still built, and its own safety is no other's.
    ("Chile pledged to build a dairy plant in Chad.", "CHL", "build"),
]


@pytest.mark.parametrize(("text", "debtors", "act"), ACTS)
def test_the_act_of_a_deed(text, debtors, act):
    found = read_document(Document(text=text)).commitments
    assert [(" ".join(sorted(one.debtors.value)), one.act.value) for one in found] == [(debtors, act)]


UNDER_HEADINGS = [
    ("EXPANDING TRADE:", "trade"),
    ("PROTECTING THE SEA:", "other"),
]


@pytest.mark.parametrize(("heading", "act"), UNDER_HEADINGS)
def test_a_term_without_an_act_of_its_own_is_of_trade_under_a_heading_about_it(heading, act):
    text = f"Joint Statement of Chile and Peru\n\n{heading} Chile will organize an annual fair for Peru."
    document = Document(text=text, kind=DocumentKind.INSTRUMENT)
    assert [one.act.value for one in read_document(document).commitments] == [act]


@pytest.mark.parametrize(
    "text",
    [
        "Norway will provide Ukraine with radars, and Germany promised to deliver three patrol boats.",
        "Norway and Germany met in Oslo. Germany promised to deliver boats, as Ukraine had asked.",
        "Japan pledged to strengthen its deterrent against North Korea.",
        "Italy vowed to impose costs on Belarus.",
        "Japan pledged to guard the sea lanes of the Indian Ocean for the world.",
    ],
)
def test_nobody_is_owed_what_may_be_a_third_partys_or_is_done_against_one(text):
    assert not read(text)[-1].creditors.value


READ_BY_CLASS = [
    pytest.param(
        "<a>Kenya will address Ugandan concerns about milk from Uganda</a>.",
        {"a": "KEN other intended"},
        id="to address a party's concerns is no speech to it",
    ),
    ("Kenya and Chad said <a>they would come to Mali's defence</a>.", {"a": "KEN+TCD defend intended"}),
    ("<a>Kenya and Norway agreed to discuss fishing rights</a>.", {"a": "KEN+NOR consult agreed"}),
    ("<a>Kenya pledged to Uganda to lower its tariffs</a>.", {"a": "KEN tariff pledged"}),
    ("<a>Turkey threatened to halt its gas shipments to Greece</a>.", {"a": "TUR trade intended"}),
]

LEFT_BY_CLASS = [
    "Kenya and Uganda agreed that a trade war will have dire consequences.",
    "Norway's sanctions were imposed on Chad over its support for rebels in Kenya.",
    "Kenya and Norway continue to discuss the weather.",
    "Uganda fought rebels backed by Chad.",
    "Kenya rejected claims that it had sold Uganda ships.",
]


@pytest.mark.parametrize(("marked", "expected"), READ_BY_CLASS)
def test_what_several_classes_of_sentences_bind_to(marked, expected):
    check(marked, expected)


@pytest.mark.parametrize("text", LEFT_BY_CLASS)
def test_what_several_classes_of_sentences_do_not_bind_to(text):
    assert not read(text)


def test_a_list_may_stand_under_steps_whose_purpose_is_told():
    head = "Kenya and Uganda agree to the following steps to keep the peace along their border:"
    text = f"{head}\n\n- Withdraw heavy weapons from the border.\n\n<!-- -->\n\n- Reopen two crossings."
    assert [told(one) for one in read(text, "instrument")] == ["KEN+UGA other agreed", "KEN+UGA other agreed"]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Norway will not only train crews of Kenya but send two ships to Mombasa.", "+ +"),
        ("Norway will not just train crews of Kenya.", "+"),
        ("Norway will never train crews of Kenya.", "-"),
        ("Norway will not train crews of Kenya.", "-"),
    ],
)
def test_not_only_declines_nothing(text, polarity):
    assert " ".join(one.polarity.value.value for one in read(text)) == polarity
