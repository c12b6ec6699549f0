"""Readings with actors named by hand, for readers that lean on them."""

from servanda.codebook import Actor, Document, Mention, Origin, Reading, Span, When, stated
from servanda.codebook.vocabulary import ActorKind, DocumentKind
from servanda.reading.scenes import Scene

_ORIGIN = Origin(reader="test", version="0")
_STATES = {"Norway": "NOR", "Kenya": "KEN", "Brazil": "BRA", "Chile": "CHL", "Peru": "PER", "Iran": "IRN"}
_PEOPLE = {"william-ruto": ("KEN", "President", "Ruto"), "jonas-store": ("NOR", "Prime Minister", "Store")}


def sketch(text, *, kind="news", published="2025-11-24"):
    """A scene and a reading of this text, with the few states and persons above found by name."""
    document = Document(text=text, published=When.parse(published), kind=DocumentKind(kind))
    actors = [_state(document, name, id_) for name, id_ in _STATES.items() if name in text]
    actors += [_person(document, id_, *known) for id_, known in _PEOPLE.items() if known[2] in text]
    return Scene(document=document), Reading(document=document.id, reader="test", version="0", actors=tuple(actors))


def _state(document, name, id_):
    mentions = _mentions(document.text, name)
    return Actor(document=document.id, actor=id_, kind=ActorKind.STATE, name=name, mentions=mentions, origin=_ORIGIN)


def _person(document, id_, state, office, surname):
    mentions = _mentions(document.text, surname, f"{office} ")
    slots = {slot: stated(value, (mentions[0].span,)) for slot, value in (("state", state), ("office", office))}
    return Actor(
        document=document.id,
        actor=id_,
        kind=ActorKind.PERSON,
        name=surname,
        mentions=mentions,
        origin=_ORIGIN,
        **slots,
    )


def _mentions(text, name, title=""):
    """Every place of a name, with the title before it where one stands there."""
    found, at = [], text.find(name)
    while at >= 0:
        start = at - len(title) if title and text[:at].endswith(title) else at
        found.append(Mention(span=Span(start, at + len(name)), reason="name"))
        at = text.find(name, at + 1)
    return tuple(found)
