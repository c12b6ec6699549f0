"""Events as PLOVER counts them: the type of a sentence's highest event, with source and target."""

import pytest

from servanda.codebook import Document
from servanda.reading.occasions.events import find_events
from servanda.reading.readers import READERS, read_document
from servanda.reading.scenes import Scene


def _events(text):
    scene = Scene(Document(text=text))
    return list(find_events(scene, read_document(scene.document, READERS[:1])))


TOLD = [
    ("Ghana and Togo have agreed to share the river.", "AGREE", ("GHA", "TGO"), ()),
    ("Norway will send grain to Kenya.", "AGREE", ("NOR",), ("KEN",)),
    ("Chile is ready to help Peru.", "AGREE", ("CHL",), ("PER",)),
    ("The foreign ministers of Fiji and Samoa met on Friday.", "CONSULT", ("FJI", "WSM"), ()),
    ("Cuba praised Vietnam.", "SUPPORT", ("CUB",), ("VNM",)),
    ("Vietnam and Cuba signed an agreement on rice.", "SUPPORT", ("VNM", "CUB"), ()),
    ("Ecuador apologised to Mexico.", "CONCEDE", ("ECU",), ("MEX",)),
    ("Japan shared radar data with Australia.", "COOPERATE", ("JPN",), ("AUS",)),
    ("Uganda granted asylum to 18 Rwandan officers.", "AID", ("UGA",), ("RWA",)),
    ("France withdrew its troops from Niger.", "RETREAT", ("FRA",), ("NER",)),
    ("Kuwait urged Iraq to honour the accord.", "REQUEST", ("KWT",), ("IRQ",)),
    ("South Africa accused Israel of theft.", "ACCUSE", ("ZAF",), ("ISR",)),
    ("Hungary refused to lend Ukraine money.", "REJECT", ("HUN",), ("UKR",)),
    ("Norway will not send grain to Kenya.", "REJECT", ("NOR",), ("KEN",)),
    ("Iran threatened to attack Iraq.", "THREATEN", ("IRN",), ("IRQ",)),
    ("Iran will bomb Iraq.", "THREATEN", ("IRN",), ("IRQ",)),
    ("Colombia broke off relations with Israel.", "SANCTION", ("COL",), ("ISR",)),
    ("Poland deployed 10,000 troops to its border with Belarus.", "MOBILIZE", ("POL",), ("BLR",)),
    ("Iran seized a Greek tanker.", "COERCE", ("IRN",), ("GRC",)),
    ("Azerbaijan shelled Armenian positions.", "ASSAULT", ("AZE",), ("ARM",)),
]


@pytest.mark.parametrize(("text", "event", "sources", "targets"), TOLD)
def test_codes_the_event(text, event, sources, targets):
    (one,) = _events(text)
    assert (one.type.value, set(one.sources), set(one.targets)) == (event, set(sources), set(targets))


def test_counts_what_happens_at_home():
    assert [one.type.value for one in _events("Students in Lima staged a protest on Friday.")] == ["PROTEST"]


def test_joined_verbs_are_events_of_their_own():
    found = _events("Chile condemned the raid and expelled the Peruvian envoy.")
    assert [one.type.value for one in found] == ["ACCUSE", "SANCTION"]


@pytest.mark.parametrize("text", ["Norway is a kingdom.", "The sea is calm.", "Kenya has two seaports."])
def test_leaves_alone_what_tells_no_event(text):
    assert _events(text) == []
