"""A reading with the actors that a row of a test names: states by name or capital, a few bodies and persons of our own."""

import re

from servanda.codebook import Actor, Document, Mention, Origin, Reading, Span, stated, unstated
from servanda.codebook.vocabulary import ActorKind, DocumentKind
from servanda.lexicon.states import load_states
from servanda.reading.scenes import Scene

ORIGIN = Origin(reader="test", version="0")
PEOPLE = {"Minister Adeyemi": ("adeyemi", "NGA"), "President Lund": ("lund", "NOR")}
BODIES = {"NATO": "nato", "the African Union": "african-union"}


def scene_of(text, kind="news", title=None):
    return Scene(Document(text=text, kind=DocumentKind(kind), title=title))


def cast_of(scene):
    """The actors of a text: every state named in it, and the persons and bodies above."""
    found = {}
    for name, actor, kind in (row for row in _names() if row[0] in scene.text):
        for match in re.finditer(rf"\b{re.escape(name)}\b", scene.text):
            found.setdefault((actor, kind), {})[match.span()] = name
    taken = sorted((span, key) for key, spans in found.items() for span in spans)
    kept = [(s, k) for s, k in taken if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o, _ in taken)]
    actors = {}
    for span, key in kept:
        actors.setdefault(key, []).append(Mention(span=Span(*span), reason="name"))
    return Reading(
        document=scene.document.id,
        reader="test",
        version="0",
        actors=tuple(_actor(scene, actor, kind, tuple(mentions)) for (actor, kind), mentions in sorted(actors.items())),
    )


def _names():
    for state in load_states().values():
        for name in (state.name, *state.names, *state.capitals):
            yield name, state.id, ActorKind.STATE
    for name, (actor, _) in PEOPLE.items():
        yield name, actor, ActorKind.PERSON
    for name, actor in BODIES.items():
        yield name, actor, ActorKind.BODY


def _actor(scene, actor, kind, mentions):
    home = dict(PEOPLE.values()).get(actor)
    return Actor(
        document=scene.document.id,
        actor=actor,
        kind=kind,
        name=mentions[0].span.of(scene.text),
        mentions=mentions,
        state=stated(home, (mentions[0].span,), "title") if home else unstated(),
        origin=ORIGIN,
    )
