"""Deeds in a list of paragraphs under one head.

    Kenya and Norway will work together to:
    Train crews for the coast guard.
    Share radar data, including by linking their stations.

The head ends in a colon behind `to` or the modal; each following paragraph that begins with a bare verb is a deed of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from servanda.lexicon.acts import load_acts
from servanda.reading.commitments.deeds import deeds_after
from servanda.reading.commitments.lines import Line
from servanda.reading.commitments.promises import Promise

_OPEN_ENDS = frozenset({"to", "will", "shall"})


def opens_list(line: Line) -> bool:
    """Whether the sentence ends in `to:`, `will:` or `the following measures:`."""
    opens = len(line.words) > 3 and line.lower[-1] == ":"
    return opens and (line.lower[-2] in _OPEN_ENDS or "following" in line.lower[-4:])


def read_list(head: Line, found: Promise, items: Iterable[Line]) -> Iterator[Promise]:
    """The promises of the paragraphs under a head.

    Args:
        head: the sentence that ends in a colon.
        found: what a construction read in it.
        items: the first sentence of each following paragraph.
    """
    start = min(span.start for span in (found.head, found.apart) if span is not None) if found.head else head.span.start
    stretch = replace(head.span, start=start, end=head.words[-2].span.end)
    for item in items:
        first = next((at for at, word in enumerate(item.lower) if word.isalpha()), None)
        verb = load_acts().verbs.get(item.at(first)) if first is not None else None
        if first is None or verb is None or verb.form not in {"do", "doing"}:
            return
        complement = deeds_after(item, first, bare=verb.form == "do")
        if complement is not None:
            yield replace(
                found,
                rule="list",
                line=item,
                head=stretch,
                apart=None,
                deeds=complement.deeds,
                conditions=complement.conditions,
                head_line=head,
            )
