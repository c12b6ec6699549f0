"""Who stands in a title only as what the text is about: `Joint Statement by Kenya and Norway on Sudan`.

    Joint Statement by Kenya and Norway | on Sudan      Joint Statement | on Sudan      Joint Statement | on Sudan | by Kenya and Norway
    Joint Statement on Relations between Peru and Chile · on U.S.-EU Cooperation        two sides of a topic are those who made it

Who made a text with such a title, where it names nobody else, its first paragraphs say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

_TOPIC = re.compile(
    r"\s(?:on|about|regarding|concerning|condemning)\s"
    r"(?!(?:the\s)?(?:\w+\s)?(?:occasion|sidelines?|margins?|behalf|eve|anniversary|\w+day|\d\w*"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)\b)",
    re.IGNORECASE,
)
_PAIR = 2

Named = TypeVar("Named")


def without_topic(
    title: str, named: Sequence[Named], place_of: Callable[[Named], int], sides_of: Callable[[Sequence[Named]], int]
) -> Sequence[Named]:
    """Those named in a title who may be parties to its text: those before its topic, else two sides or more behind `by` or in it.

    Args:
        title: the title.
        named: who is named in it, in order.
        place_of: where one of them begins in the title.
        sides_of: how many sides some of them are.
    """
    lead = _TOPIC.search(title)
    if lead is None:
        return named
    before = [one for one in named if place_of(one) < lead.start()]
    if sides_of(before):
        return before
    makers = title.find(" by ", lead.end())
    behind = [one for one in named if place_of(one) > makers >= 0]
    if sides_of(behind) >= _PAIR:
        return behind
    return named if sides_of(named) >= _PAIR else ()
