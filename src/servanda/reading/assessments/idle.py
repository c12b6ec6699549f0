"""Words that the trained model takes for praise or blame, and that only tell: `an approach to [dealing] with floods`, `security [threats]`.

A verb that is none of worth, one of saying, a threat or worry that no adjective judges, a stretch of time, and what
`it is` before a wish characterize nobody.
"""

from __future__ import annotations

from servanda.lexicon.appraisals import appraising_words
from servanda.lexicon.reporting import verbs_by_form
from servanda.lexicon.valences import telling_words
from servanda.reading.trees import Node, Tree

_DARK = frozenset(
    {"challenge", "challenges", "concern", "concerns", "conflict", "conflicts", "crises", "crisis", "danger", "dangers", "dispute", "disputes",
     "fear", "fears", "risk", "risks", "tension", "tensions", "threat", "threats", "worries", "worry"}
)  # fmt: skip
_PLAIN = frozenset(
    {"renewed", "continued", "common", "mutual", "shared", "own", "new", "current", "recent", "potential", "possible"}
)
"""Adjectives that judge no threat or worry."""
_TIMES = frozenset({"day", "days", "moment", "moments", "month", "period", "time", "times", "week", "year", "years"})


def is_dark(node: Node) -> bool:
    """Whether a noun by itself names a threat, worry or quarrel, so that what describes it blames."""
    return node.tag == "NOUN" and node.lower in _DARK


def is_idle(tree: Tree, node: Node, *, told: bool) -> bool:
    """Whether a word only tells.

    Args:
        tree: its sentence.
        node: the word that heads the stretch.
        told: whether it would be a reporter's own.
    """
    known = node.lower in appraising_words() or node.lower in telling_words()
    if node.tag == "VERB":
        return not known or node.lower in verbs_by_form()
    if node.tag == "ADJ":
        return bool(tree.children(node, "expl"))
    if node.tag != "NOUN":
        return False
    judged = any(one.lower in appraising_words() and one.lower not in _PLAIN for one in tree.children(node, "amod"))
    return (node.lower in _DARK and not judged) or node.lower in _TIMES or (told and not known and not judged)
