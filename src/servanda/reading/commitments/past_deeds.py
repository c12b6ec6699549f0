"""Whether words of undertaking name what was done already: thanks for support given, a decision that others answer.

Leaves alone thanks for what is still to come (`thanked Spain for agreeing to send doctors`) and a decision that is itself
the news (`welcomed Spain's decision to send doctors`).
"""

from __future__ import annotations

from servanda.codebook.vocabulary import Firmness
from servanda.reading.commitments.lines import Line
from servanda.reading.commitments.promises import Wording

_UNDERTAKEN = frozenset({Firmness.PLEDGED, Firmness.AGREED, Firmness.BINDING})
_BEHIND = frozenset(
    ["following", "after", "since", "over", "despite", "amid", "against", "condemn", "condemned", "condemns", "condemning", "criticized", "criticised", "criticizes",
     "denounced", "denounces", "denouncing", "protested", "protesting", "slammed", "blasted", "decried", "deplored", "regretted", "regrets", "blamed"]
)  # fmt: skip
_NEAR = 2


def is_thanked(wording: Wording) -> bool:
    """Whether a participle behind `for` is what somebody is thanked or blamed for: `thanked Chad for supporting`."""
    return wording.undertaking.firmness not in _UNDERTAKEN


def is_answered_decision(line: Line, wording: Wording, first: int) -> bool:
    """Whether a decision is only what something followed or what others object to: `after Chile's decision to tax herring`.

    Args:
        line: the sentence.
        wording: the noun of undertaking.
        first: where its phrase begins, with whose it is.
    """
    before = line.lower[max(0, first - _NEAR) : first]
    return wording.undertaking.words == ("decision",) and not _BEHIND.isdisjoint(before)
