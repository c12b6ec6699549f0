"""A people that acts for its state: `the French led the force`, `talks with the Saudis`.

Only with the article, and only as the one that does something or with whom it is done; many of a people are no actor.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from servanda.codebook import ActorId, Span
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.states import load_states
from servanda.reading.actors.namings import Naming
from servanda.reading.actors.tags import Row
from servanda.reading.scenes import Scene

_BY_THEMSELVES = ("sh", "ch", "ese", "ss")
"""Endings of adjectives that are the people's name too: `the French`, `the Chinese`."""
_GOVERNING = frozenset({"with", "by", "to", "from", "between", "against"})

_TOLD = frozenset(
    {"accuse", "ask", "assure", "blame", "inform", "invite", "join", "press", "remind", "tell", "thank", "urge", "warn"}
)
"""Verbs with which something is said or done to those who act for a state."""


@cache
def peoples() -> Mapping[str, ActorId]:
    """The names of peoples, as a text has them behind an article, with the id of their state."""
    found: dict[str, ActorId] = {}
    for state in load_states().values():
        for adjective in state.adjectives:
            name = adjective if adjective.endswith(_BY_THEMSELVES) else f"{adjective}s"
            found.setdefault(name, state.id)
    return found


def people_that_act(scene: Scene, row: Row) -> Iterator[Naming]:
    """The mentions of states by their peoples in a sentence."""
    for at, token in enumerate(row.tokens):
        state = peoples().get(token.text) if at and token.tag in "ANw" else None
        if state is None or row.heading or row.tokens[at - 1].lower != "the" or not _is_alone(row, at):
            continue
        if _acts(scene, row.span, token.span):
            span = Span(row.tokens[at - 1].span.start, token.span.end)
            name = load_states()[state].name
            yield Naming(span=span, actors=(state,), kind=ActorKind.STATE, name=name, reason="its people", state=state)


def _is_alone(row: Row, at: int) -> bool:
    """Whether no noun follows to which it belongs: `the French [fleet]`."""
    after: Sequence[str] = [token.tag for token in row.tokens[at + 1 : at + 2]]
    return not any(tag in "SAKBHMNn-" for tag in after)


def _acts(scene: Scene, sentence: Span, span: Span) -> bool:
    tree = scene.tree(sentence)
    node = tree.at(span.start)
    if node is None:
        return False
    if node.relation == "nsubj":
        return True
    if node.relation in {"obj", "iobj"}:
        verb = tree.head(node)
        return verb is not None and verb.lemma in _TOLD
    return node.relation in {"obl", "nmod"} and any(one.lower in _GOVERNING for one in tree.children(node, "case"))
