"""Whether a promise concerns another party: what a side does for itself alone is no commitment.

The text must name somebody else: beside the promise in news, anywhere among its parties in an official text.
Who no state, body or alliance stands behind (a company, a person of no known office) binds no state.
"""

from __future__ import annotations

from servanda.codebook import ActorId
from servanda.codebook.vocabulary import ActorKind
from servanda.reading.commitments.backgrounds import Background
from servanda.reading.commitments.promises import Promise


def concerns_another(background: Background, promise: Promise, debtors: tuple[ActorId, ...]) -> bool:
    """Whether another party than the debtors is concerned.

    Args:
        background: the document.
        promise: what a construction found.
        debtors: who is bound.
    """
    sides = {background.states.get(actor) or actor for actor in debtors}
    if not any(_is_party(background, actor) for actor in debtors):
        return False
    if len(sides) > 1 or background.adopted:
        return True
    if background.official and set(background.parties) - sides:
        return True
    if background.official:
        return False
    deed = promise.line.stretch(promise.deeds[0].first, promise.deeds[0].last)
    spoken = background.statement_at(deed) is not None
    if (spoken or promise.rule != "modal") and set(background.parties) - sides:
        return True
    paragraph = background.scene.paragraph_of(promise.line.span)
    return bool(background.sides_in(paragraph or promise.line.span) - sides)


def _is_party(background: Background, actor: ActorId) -> bool:
    """Whether an actor can bind a state or an alliance."""
    if background.kinds.get(actor) is ActorKind.PERSON:
        return background.official
    return True
