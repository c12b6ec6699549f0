"""Whether a person of the document bears the title of a description, and which of several who do is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from servanda.lexicon.offices import is_office
from servanda.reading.actors.frames import Frame
from servanda.reading.actors.offices import Office, singular
from servanda.reading.actors.persons import Person
from servanda.reading.actors.views import View


def fits(person: Person, frame: Frame, view: View) -> bool:
    """Whether a person's titles allow the description, or the office that the person is known to hold on the day."""
    if frame.office is None:
        return False
    asked, state = frame.office, person.state[0] if person.state else None
    if asked.state is not None and state is not None and state != asked.state[0]:
        return False
    if any(_is_same(frame, office) and _same_portfolio(asked.words, office.words) for office in person.offices):
        return True
    holder = person.holder
    held = holder is not None and (view.day is None or holder.held_on(view.day))
    return held and holder is not None and asked.is_full and is_office(phrase_of(frame), holder.office)


def phrase_of(frame: Frame) -> str:
    """The words of the title alone: `foreign minister` of `the Italian foreign minister`."""
    tokens = frame.row.tokens[frame.first : frame.head + 1]
    return singular(" ".join(token.lower for token in tokens if token.tag in "MH"))


def _is_same(frame: Frame, office: Office) -> bool:
    """Whether the head names this office: in its words, or by its rank where it names no one office (`the envoy`)."""
    asked = frame.office
    if asked is None or asked.is_full != office.is_full:
        return False
    words = frozenset(_SPELT.get(word, word) for word in office.words)
    if frame.word == "diplomat" and frame.modifiers & {"top", "chief"}:
        return "minister" in office.ranks and bool(words & {"foreign", "state"})
    if all(_SPELT.get(word, word) in words for word in frame.word.split()):
        return True
    if frame.word in _DIPLOMATS and office.ranks & {"envoy", "minister"}:
        return "envoy" in office.ranks or bool(words & {"foreign", "state"})
    return frame.word in _OF_A_RANK and bool(asked.ranks & office.ranks)


_SPELT = {
    "advisor": "adviser",
    "counsellor": "counselor",
    "premier": "minister",
    "pm": "minister",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "secretary-general": "general",
    "chief": "head",
    "director": "head",
    "defence": "defense",
}
"""Words of titles that go by several names."""
_DIPLOMATS = frozenset({"diplomat", "envoy"})
_OF_A_RANK = frozenset(
    {
        "leader",
        "ruler",
        "envoy",
        "diplomat",
        "negotiator",
        "representative",
        "minister",
        "official",
        "aide",
        "adviser",
        "advisor",
        "commander",
        "general",
        "lawmaker",
        "spokesperson",
        "spokesman",
        "spokeswoman",
        "legislator",
        "analyst",
        "expert",
        "scholar",
        "researcher",
    }
)
"""Heads that name a rank and no one office."""


_PORTFOLIOS = frozenset(
    {
        "foreign",
        "defense",
        "defence",
        "trade",
        "finance",
        "interior",
        "home",
        "energy",
        "prime",
        "state",
        "health",
        "justice",
        "war",
    }
)


def _same_portfolio(asked: frozenset[str], known: frozenset[str]) -> bool:
    wanted = {word for phrase in asked for word in phrase.split()} & _PORTFOLIOS
    return all(word in known or {"defense": "defence", "defence": "defense"}.get(word) in known for word in wanted)


def chosen_of(fitting: Sequence[Person], frame: Frame, view: View) -> Person | None:
    """The one who fits; of several, the one of the last speaker's state, else the one named last."""
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    near = view.people_before(frame.span)
    speaker = near[0] if near else None
    if speaker is not None and speaker not in fitting and speaker.state is not None:
        own = [person for person in fitting if person.state and person.state[0] == speaker.state[0]]
        if len(own) == 1:
            return own[0]
    if view.home is not None:
        own = [person for person in fitting if person.state and person.state[0] == view.home]
        if len(own) == 1 and not frame.states:
            return own[0]
    return _leading(fitting, frame, view) or fitting[0]


def _leading(fitting: Sequence[Person], frame: Frame, view: View) -> Person | None:
    """The one whom the text names most, where its paragraph has named none of them: `the president` of the report."""
    paragraph = view.scene.paragraph_of(frame.span)
    if paragraph is None or frame.states:
        return None
    near = {naming.actors[0] for naming in view.tied[-20:] if naming.span.start >= paragraph.start}
    counted = Counter(naming.actors[0] for naming in view.named if len(naming.actors) == 1)
    if any(person.id in near for person in fitting):
        return None
    ranked = sorted(fitting, key=lambda person: -counted[person.id])
    return ranked[0] if counted[ranked[0].id] >= 2 * counted[ranked[1].id] else None
