"""Deeds in a list of paragraphs under one head.

    Kenya and Norway will work together to:
    Train crews for the coast guard.
    Share radar data, including by linking their stations.

The head ends in a colon behind `to` or the modal, or behind `by`, `on` or `include`; each following paragraph that begins with
a bare verb or a gerund is a deed of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from servanda.codebook.vocabulary import Firmness, Novelty
from servanda.lexicon.acts import load_acts
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.deeds import Deed, deeds_after
from servanda.reading.commitments.lines import Line
from servanda.reading.commitments.promises import Promise

_OPEN_ENDS = frozenset({"to", "will", "shall"})
_JOINED_ENDS = frozenset({"by", "through", "including", "on", "in"})
_SHORTEST = 5
_HEAD_REACH = 11
"""How far before the colon `the following` may stand: `the following actions by 31 December 2030:`."""
_PURPOSES = frozenset({"to", "for", "in", "aimed", "with"})
_STEPS = frozenset(
    {
        "step",
        "steps",
        "measures",
        "actions",
        "commitments",
        "undertakings",
        "obligations",
        "terms",
        "principles",
        "points",
    }
)
_INCLUDES = frozenset({"include", "includes", "including"})


def opens_list(line: Line) -> bool:
    """Whether the sentence ends in `to:`, `will:` or `the following measures:`."""
    opens = len(line.words) > 3 and line.lower[-1] == ":"
    return opens and (line.lower[-2] in _OPEN_ENDS or "following" in line.lower[-_HEAD_REACH:] or _follows(line))


def _follows(line: Line) -> bool:
    """Whether it announces deeds, and then says what they are for: `the following steps to keep the peace:`."""
    return _steps_at(line) is not None


def _steps_at(line: Line) -> int | None:
    """The place of `steps` behind `the following`, where a purpose follows."""
    places = range(1, len(line.words))
    found = next((at for at in places if line.at(at - 1) == "following" and line.at(at) in _STEPS), None)
    return found if found is not None and line.at(found + 1) in _PURPOSES else None


def joins_list(line: Line) -> bool:
    """Whether the sentence makes an undertaking of its own whose deeds go on in a list: `will cooperate on energy by:`."""
    return len(line.words) > 3 and line.lower[-1] == ":" and line.lower[-2] in _JOINED_ENDS


def lists_terms(line: Line) -> Promise | None:
    """What a list is headed by that says no more than what the cooperation includes: `Areas of cooperation include:`."""
    grammar = load_grammar()
    if line.at(len(line.words) - 1) != ":" or _INCLUDES.isdisjoint(line.lower[-5:]):
        return None
    if (grammar.pacts | grammar.joint_work).isdisjoint(line.lower):
        return None
    willed = not {"will", "intended"}.isdisjoint(line.lower)
    return Promise(
        rule="list",
        line=line,
        head=None,
        wording=(),
        deeds=(Deed(0, len(line.words) - 1, "thing"),),
        debtor=None,
        conditions=(),
        firmness=Firmness.INTENDED if willed else Firmness.AGREED,
        novelty=Novelty.NEW,
    )


def read_list(head: Line, found: Promise, items: Iterable[Line]) -> Iterator[Promise]:
    """The promises of the paragraphs under a head.

    Args:
        head: the sentence that ends in a colon.
        found: what a construction read in it.
        items: the first sentence of each following paragraph.
    """
    start = min(span.start for span in (found.head, found.apart) if span is not None) if found.head else head.span.start
    stretch = replace(head.span, start=start, end=head.words[(_steps_at(head) or len(head.words) - 2)].span.end)
    for item in items:
        first = next((at for at in range(item.past_number(0), len(item.words)) if item.at(at).isalpha()), None)
        verb = load_acts().verbs.get(item.at(first)) if first is not None else None
        gerund = first is not None and item.at(first).endswith("ing") and len(item.at(first)) > _SHORTEST
        if first is None or item.span.of(item.scene.text).startswith("<!"):
            continue
        if not (gerund or (verb is not None and verb.form == "do")):
            return
        complement = deeds_after(item, first, bare=not gerund)
        if complement is not None:
            yield replace(
                found,
                rule="list",
                line=item,
                head=stretch if found.head is not None else None,
                apart=None,
                deeds=complement.deeds,
                conditions=complement.conditions,
                head_line=head,
            )
