"""How coders of CAMEO place the parties of an event where the words leave a side open."""

import pytest

from servanda.codebook import Document
from servanda.lexicon.bodies import load_bodies
from servanda.lexicon.codes import states_of_groups
from servanda.lexicon.states import load_states
from servanda.reading.occasions.conventions import BY_HAND, BY_PROGRAM, placed_events
from servanda.reading.readers import READERS, read_document
from servanda.reading.scenes import Scene

PASSIVE, NEXT, LAST, GROUP, LISTED, HOME = [rule.name for rule in BY_HAND]


def _placed(text, rules=BY_PROGRAM):
    scene = Scene(Document(text=text))
    return list(placed_events(scene, read_document(scene.document, READERS[:1]), rules))


FILLED = [
    ("Togo was criticized over its dispute with Ghana.", ("TGO",), ("GHA",), (PASSIVE, NEXT)),
    ("Peru was attacked after its ships sailed to Chile.", ("PER",), ("CHL",), (PASSIVE, NEXT)),
    ("Fiji is about to reopen an embassy closed in the war with Samoa.", ("FJI",), ("WSM",), (NEXT,)),
    ("Norway is, officials said on Monday, about to restore ties with Kenya.", ("NOR",), ("KEN",), (LAST,)),
    ("Israel freed two men after talks with Hamas.", ("ISR",), ("PSE",), (NEXT, GROUP)),
    ("Colombia condemned the FARC.", ("COL",), ("COL",), (GROUP,)),
    ("Jordan said that Chad and the rebels must stop fighting.", ("JOR",), ("TCD",), (LISTED,)),
    ("Cuba thanked Ghana and Anna Fiskebol for the rice.", ("CUB",), ("GHA",), (LISTED,)),
]


@pytest.mark.parametrize(("text", "sources", "targets", "rules"), FILLED)
def test_fills_the_open_side_and_says_by_which_rule(text, sources, targets, rules):
    (one,) = _placed(text)
    assert (one.dyad.sources, one.dyad.targets, one.rules) == (sources, targets, rules)


@pytest.mark.parametrize("text", [text for text, *_ in FILLED])
def test_the_event_itself_stays_as_it_was_read(text):
    (one,) = _placed(text)
    assert (one.event.sources, one.event.targets) != (one.dyad.sources, one.dyad.targets)


LEFT = [
    "Cuba praised Vietnam.",
    "Togo was criticized by Ghana over its dispute with Benin.",
    "The foreign ministers of Fiji and Samoa met in Chile.",
    "Norway and Peru have delayed their meeting after a storm in Chile.",
    "Students in Lima staged a protest on Friday.",
]


@pytest.mark.parametrize("text", LEFT)
def test_leaves_alone_what_the_words_say(text):
    (one,) = _placed(text)
    assert (one.dyad.sources, one.dyad.targets, one.rules) == (one.event.sources, one.event.targets, ())


AT_HOME = [
    ("Students in Lima staged a protest on Friday.", "PER"),
    ("The Kenyan president imposed a curfew.", "KEN"),
    ("A Ghanaian court convicted two smugglers.", "GHA"),
]


@pytest.mark.parametrize(("text", "state"), AT_HOME)
def test_coders_by_hand_put_a_state_on_both_sides(text, state):
    (one,) = _placed(text, BY_HAND)
    assert (one.dyad.sources, one.dyad.targets, one.rules) == ((state,), (state,), (HOME,))


@pytest.mark.parametrize("text", ["Berg will send help to Ghana.", "Norway and Peru met."])
def test_a_person_of_no_known_state_is_not_at_home(text):
    (one,) = _placed(text, BY_HAND)
    assert HOME not in one.rules


def test_every_group_is_known_and_stands_under_a_state():
    territories = {"west-bank", "gaza", "gaza-strip", "palestinian-islamic-jihad"}
    assert set(states_of_groups()) - territories <= set(load_bodies())
    assert set(states_of_groups().values()) <= set(load_states())
