"""Whom the organs and members of a body bind, and who speaks together; what a text is only about is no party to it."""

import pytest

from servanda.codebook import Document
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.readers import read_document


def debtors(text, kind="news"):
    document = Document(text=text, kind=DocumentKind(kind), title=text.partition("\n")[0])
    return [set(one.debtors.value or ()) for one in read_document(document).commitments]


FORUM = "Pacific Islands Forum Ministers Meeting: Outcomes\n\nThe meeting took place in Suva.\n\n"

BODIES = [
    (f"{FORUM}Ministers agreed to map the reefs of Tonga.", {"pacific-islands-forum"}),
    (f"{FORUM}The Secretariat will help Tonga map its reefs.", {"pacific-islands-forum"}),
    (f"{FORUM}Member states pledged to share their maps with scientists abroad.", {"pacific-islands-forum"}),
    (
        "ECOWAS summit ends in Abuja\n\nHeads of state agreed to open their borders to refugees.",
        {"ecowas"},
    ),
    (
        "Talks in Doha\n\nThe Gulf Cooperation Council met. Gulf rulers agreed to open a common market with Jordan.",
        {"gulf-cooperation-council"},
    ),
]
NO_BODIES = [
    pytest.param(
        "Fiji tells the Pacific Islands Forum of reefs\n\nMinisters agreed to map the reefs of Tonga.",
        "pacific-islands-forum",
        id="a state stands in the title too",
    ),
    pytest.param(
        f"{FORUM}Fijian ministers agreed to map the reefs of Tonga.",
        "pacific-islands-forum",
        id="the ministers are a state's",
    ),
    pytest.param(
        "Talks in Doha\n\nOman and Qatar met. Gulf rulers agreed to open a market with Jordan.",
        "gulf-cooperation-council",
        id="nobody names the body",
    ),
]


@pytest.mark.parametrize(("text", "bound"), BODIES)
def test_organs_and_members_bind_the_body_that_a_text_tells_of(text, bound):
    assert debtors(text) == [bound]


@pytest.mark.parametrize(("text", "body"), NO_BODIES)
def test_other_ministers_do_not(text, body):
    assert all(body not in bound for bound in debtors(text))


TOPICS = [
    ("Joint Statement by Ghana and Togo on Mali", {"GHA", "TGO"}),
    ("Joint Statement on Mali by Ghana and Togo", {"GHA", "TGO"}),
    ("Joint Statement Regarding Mali", {"GHA", "TGO"}),
    ("Joint Statement on Relations between Ghana and Togo", {"GHA", "TGO"}),
    pytest.param(
        "Joint Statement of Ghana and Togo on the 20th Anniversary of Their Accord",
        {"GHA", "TGO"},
        id="an anniversary is no topic",
    ),
]


@pytest.mark.parametrize(("title", "bound"), TOPICS)
def test_a_state_that_a_text_is_only_about_is_no_party_to_it(title, bound):
    text = (
        f"{title}\n\nThe governments of Ghana and Togo deplore the violence there. We will open our ports to refugees."
    )
    assert debtors(text, "instrument") == [bound]


MET = "Readout of the Meeting with President Otieno of Kenya\n\nPresident Ole Dal of Norway met with President Achieng Otieno of Kenya. "
TOGETHER = [
    ("The leaders discussed the need to protect the lakes.", {"NOR", "KEN"}),
    ("The two presidents welcomed the importance of sharing the lakes.", {"NOR", "KEN"}),
]


@pytest.mark.parametrize(("sentence", "bound"), TOGETHER)
def test_a_wish_of_several_binds_them_all(sentence, bound):
    assert debtors(MET + sentence, "readout") == [bound]


def test_a_wish_of_one_does_not_bind_the_other():
    assert debtors(f"{MET}President Dal stressed the need to protect the lakes.", "readout") == [{"NOR"}]


OWNERS = [
    ("Norway thanked Kenya for its pledge to train Somali crews.", [{"KEN"}]),
    ("Norway praised Kenya's reforms and its commitment to train Somali crews.", [{"KEN"}]),
    pytest.param("Norway told Kenya of its pledge to train Somali crews.", [{"NOR"}], id="nobody is thanked"),
]


@pytest.mark.parametrize(("text", "bound"), OWNERS)
def test_what_somebody_is_thanked_for_is_theirs(text, bound):
    assert debtors(text) == bound


SENT = [
    ("Fifty Swiss doctors will train Malian nurses.", [{"CHE"}]),
    ("The Chilean side agreed to lower duties on Peruvian figs.", [{"CHL"}]),
]


@pytest.mark.parametrize(("text", "bound"), SENT)
def test_whose_people_act_is_bound(text, bound):
    assert debtors(text) == bound


TIES = [
    ("Ghana and Togo met in Lomé. “We have decided to renew our relations,” said Ghana's minister.", {"GHA", "TGO"}),
    pytest.param(
        "Ghana and Togo met in Lomé. “We have decided to renew our relations with Togo,” said Ghana's minister.",
        {"GHA"},
        id="the other is named as the other",
    ),
]


@pytest.mark.parametrize(("text", "bound"), TIES)
def test_ties_that_name_no_other_are_of_both(text, bound):
    assert debtors(text) == [bound]
