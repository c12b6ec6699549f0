import pytest

from factories import ORIGIN, a_document
from marks import unmark
from servanda.codebook import Actor, Mention, Occasion, Reading, When, stated
from servanda.codebook.vocabulary import ActorKind, EventType, OccasionKind, OccasionStatus
from servanda.resolve.identities import resolve

LEADERS = {
    "ann-berg": "NOR",
    "odd-dahl": "NOR",
    "joao-melo": "BRA",
    "ines-melo": "BRA",
    "amina-juma": "KEN",
    "min-park": "KOR",
    "al-reed": "USA",
}


def a_report(  # noqa: PLR0913, PLR0917 - a row of a table
    published,
    marked,
    parties,
    date=None,
    kind=OccasionKind.SUMMIT,
    status=OccasionStatus.HELD,
    place=None,
    outlet="The Example",
):
    """A document with one occasion: the words in `<o>`, and who took part."""
    text, marks = unmark(marked)
    document = a_document(text, published=When.parse(published), outlet=outlet)
    span = marks["o"]
    actors = tuple(
        Actor(
            document=document.id,
            actor=key,
            kind=ActorKind.PERSON if key in LEADERS else ActorKind.STATE,
            name=key.replace("-", " ").title(),
            mentions=(Mention(span=span[0], reason="name"),),
            origin=ORIGIN,
            **({"state": stated(LEADERS[key], span)} if key in LEADERS else {}),
        )
        for key in parties
    )
    occasion = Occasion(
        document=document.id,
        type=stated(EventType.COOPERATE if kind is OccasionKind.EXERCISE else EventType.CONSULT, span),
        kind=stated(kind, span),
        participants=stated(tuple(parties), span),
        status=stated(status, span),
        span=span,
        origin=ORIGIN,
        **({"date": stated(When.parse(date), span)} if date else {}),
        **({"place": stated(place, span)} if place else {}),
    )
    return document, Reading(document=document.id, reader="tests", version="1", actors=actors, occasions=(occasion,))


ONE = {
    "persons here and states there": (
        a_report("2024-03-06", "<o>Berg met Melo</o> in Oslo.", ("ann-berg", "joao-melo"), "2024-03-05"),
        a_report("2024-03-07", "<o>the Norway-Brazil summit</o> ended.", ("NOR", "BRA"), "2024-03-05"),
    ),
    "planned in one, held in the next": (
        a_report(
            "2024-03-01",
            "They plan <o>a meeting</o>.",
            ("ann-berg", "joao-melo"),
            "2024-03-05",
            status=OccasionStatus.PLANNED,
        ),
        a_report("2024-03-06", "<o>Berg met Melo</o>.", ("ann-berg", "joao-melo"), "2024-03-05"),
    ),
    "the month alone": (
        a_report("2024-03-06", "<o>the summit with Melo</o>", ("ann-berg", "joao-melo"), "2024-03-05"),
        a_report("2024-09-06", "After <o>their March summit</o>", ("ann-berg", "joao-melo"), "2024-03"),
    ),
    "across the date line": (
        a_report(
            "2024-03-06", "<o>the summit of the two</o>", ("min-park", "al-reed"), "2024-03-05", outlet="Potomac Post"
        ),
        a_report(
            "2024-03-06",
            "<o>the meeting in Washington</o>",
            ("min-park", "al-reed"),
            "2024-03-06",
            outlet="Han River Daily",
        ),
    ),
    "a name of its own": (
        a_report(
            "2024-03-06",
            "At <o>the Lagoon Ports Forum</o> she spoke.",
            ("ann-berg",),
            "2024-03-05",
            kind=OccasionKind.FORUM,
        ),
        a_report(
            "2024-04-06", "<o>March's Lagoon Ports Forum</o>", ("NOR", "KEN"), "2024-03-05", kind=OccasionKind.FORUM
        ),
    ),
}

TWO = {
    "two summits of the same two": (
        a_report("2024-08-06", "<o>the August summit</o>", ("ann-berg", "joao-melo"), "2024-08-05"),
        a_report("2024-10-30", "<o>the October summit</o>", ("ann-berg", "joao-melo"), "2024-10-29"),
    ),
    "a stage of it": (
        a_report("2024-03-06", "<o>the summit</o>", ("ann-berg", "joao-melo"), "2024-03-05"),
        a_report("2024-03-07", "<o>a joint press conference</o>", ("ann-berg", "joao-melo"), "2024-03-05", kind=OccasionKind.PRESS_CONFERENCE),
    ),
    "the working lunch": (
        a_report("2024-03-06", "<o>the meeting</o>", ("ann-berg", "joao-melo"), "2024-03-05"),
        a_report("2024-03-07", "<o>a working lunch</o>", ("ann-berg", "joao-melo"), "2024-03-05"),
    ),
    "other persons of the same states": (
        a_report("2024-03-06", "<o>Berg met Melo</o>", ("ann-berg", "joao-melo"), "2024-03-05", kind=OccasionKind.TALKS),
        a_report("2024-03-06", "<o>Dahl met her minister</o>", ("odd-dahl", "ines-melo"), "2024-03-05", kind=OccasionKind.TALKS),
    ),
    "a day later on one clock": (
        a_report("2024-03-06", "<o>the call</o>", ("min-park", "al-reed"), "2024-03-05", kind=OccasionKind.CALL),
        a_report("2024-03-07", "<o>another call</o>", ("min-park", "al-reed"), "2024-03-06", kind=OccasionKind.CALL),
    ),
    "the second round": (
        a_report("2024-03-06", "<o>the first round of talks</o>", ("NOR", "BRA"), "2024-03", kind=OccasionKind.TALKS),
        a_report("2024-03-30", "<o>the second round of talks</o>", ("NOR", "BRA"), "2024-03", kind=OccasionKind.TALKS),
    ),
    "no date": (
        a_report("2024-03-06", "<o>a meeting</o>", ("ann-berg", "joao-melo")),
        a_report("2024-03-07", "<o>the meeting</o>", ("ann-berg", "joao-melo"), "2024-03-06"),
    ),
    "a third party at another table": (
        a_report("2024-03-06", "<o>the Nordic-African Ports Summit</o>", ("NOR", "KEN", "BRA"), "2024-03-05"),
        a_report("2024-03-06", "<o>Berg met Juma</o>", ("ann-berg", "amina-juma"), "2024-03-05"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("readings", ONE.values(), ids=ONE)
def test_one_occasion_told_twice_is_one(readings):
    (thread,) = resolve("occasions", readings).threads
    assert thread.records == tuple(sorted(reading.occasions[0].id for _, reading in readings))
    assert thread.reason


@pytest.mark.parametrize("readings", TWO.values(), ids=TWO)
def test_what_may_be_two_occasions_is_not_joined(readings):
    assert resolve("occasions", readings).threads == ()


def test_the_order_of_the_documents_does_not_matter():
    readings = [reading for pair in (*ONE.values(), *TWO.values()) for reading in pair]
    assert resolve("occasions", readings) == resolve("occasions", reversed(readings))


def test_a_thread_says_which_parties_and_which_day():
    (thread,) = resolve("occasions", ONE["planned in one, held in the next"]).threads
    assert thread.reason == "the same parties, ann-berg, joao-melo; both on 2024-03-05"
