"""What an assessment is about where its predicate and subject tell: a partner, a threat, an instrument, a deed."""

from __future__ import annotations

from servanda.codebook.vocabulary import About, Valence
from servanda.lexicon.evaluations import load_heads
from servanda.reading.trees import Node

_PARTNERS = frozenset(
    ["actor", "allies", "ally", "contributor", "country", "democracy", "donor", "friend", "friends", "host", "leader", "member", "nation",
     "neighbor", "neighbour", "partner", "partners", "player", "power", "provider", "force"]
)  # fmt: skip
_CHALLENGES = frozenset(
    ["barrier", "calamity", "crisis", "danger", "dangers", "hazard", "impediment", "instability", "menace", "obstacle", "peril", "problem", "risk",
     "risks", "scourge", "threat", "threats"]
)  # fmt: skip
_MEANS = frozenset(["breakthrough", "foundation", "framework", "lifeline", "milestone", "step", "watershed", "win"])


def about_of(node: Node, subject: Node | None) -> About:
    """What a predicate is about.

    Args:
        node: the word of praise or blame.
        subject: what it is said of; None where the sentence leaves it out.
    """
    if node.lower in _CHALLENGES:
        return About.CHALLENGE
    known = load_heads().get(subject.lower) if subject is not None else None
    if node.lower in _PARTNERS and known in (None, About.PARTNER):
        named = subject is not None and (
            subject.tag == "PROPN" or subject.lower in ("we", "they", "it", "country", "nation")
        )
        return About.PARTNER if named else About.CONDUCT
    if known is not None:
        return known
    return About.INSTRUMENT if node.lower in _MEANS else About.CONDUCT


ENCOUNTERS = frozenset(
    [
        "call",
        "consultations",
        "conversation",
        "conversations",
        "dialogue",
        "discussion",
        "discussions",
        "meeting",
        "meetings",
        "negotiations",
        "talks",
    ]
)
"""Nouns for what parties did together: to praise it is to praise how they stand with one another."""


_POLICIES = frozenset(
    ["ban", "bill", "claim", "decision", "error", "idea", "judgment", "law", "loan", "measure", "measures", "mistake", "move", "plan", "policies", "policy",
     "practice", "practices", "project", "proposal", "refusal", "response", "rule", "rules", "ruling", "sanctions", "step", "steps", "tariff", "tariffs",
     "verdict", "vote", "wall", "words"]
)  # fmt: skip


def settled_about(about: About, valence: Valence | None, words: str, *, is_of_someone: bool) -> About:
    """What is blamed, without saying whose deed it is, is a challenge; a policy or decision is always someone's conduct.

    Args:
        about: what the words are about by themselves.
        valence: praise or blame.
        words: what they are said of, and the words themselves.
        is_of_someone: whether the text says whose deed it is: `Chad's raid was cowardly`, not `the raid was cowardly`.
    """
    blames = about is About.CONDUCT and valence == Valence("-")
    named = {word.strip(".,;:\"“”'’") for word in words.lower().split()}
    return About.CHALLENGE if blames and not is_of_someone and not named & _POLICIES else about
