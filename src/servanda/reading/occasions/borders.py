"""How far the name of an occasion reaches: to where another one or another clause begins, and over the last of those that "and" joins."""

from __future__ import annotations

import re
from dataclasses import replace

from servanda.codebook import Span
from servanda.lexicon.gatherings import Gathering, gatherings_by_word
from servanda.lexicon.patterns import any_of
from servanda.reading.nominals import Nominal, nominal_at
from servanda.reading.occasions.extents import over_aim, over_goals, over_name, over_paper, over_topic
from servanda.reading.occasions.roles import core_of
from servanda.reading.stretches import Stretch

NOUN = re.compile(rf"\b{any_of(gatherings_by_word(), space='[ -]')}\b", re.IGNORECASE)
"""The nouns of occasions, in the lexicon's forms."""
_LEADING = re.compile(r"[a-z]+")
# "her meeting with Berg [and the Lima summit]": what is joined is another occasion.
_JOINED = re.compile(r",?\sand\s(?:the|an?|his|her|their|its)\s(?:[\w'’-]+\s)*\Z")


def nominal_of(stretch: Stretch, head: Span, gathering: Gathering) -> Nominal:
    """The nominal, cut where its complement names another occasion (`opened their summit with a private dinner`)."""
    whole = nominal_at(stretch, head, gathering.complements)
    if gathering.family in ("signing", "release"):
        return over_paper(stretch, _widened(stretch, _clipped(stretch, whole)))
    if gathering.name == "war":
        whole = over_aim(stretch, whole)
    if "on" in gathering.complements:
        whole = over_topic(stretch, whole)
    if gathering.family == "visit":
        whole = over_goals(stretch, over_name(stretch, whole))
    complements, nominal = gathering.complements, _widened(stretch, _clipped(stretch, whole))
    while keeps_inner(gathering) and complements:
        inner = NOUN.search(stretch.scene.text, head.end, nominal.span.end)
        if inner is None or in_actor(stretch, Span(*inner.span())):
            return nominal
        cut = _JOINED.search(stretch.scene.text, head.end, inner.start())
        partners = tuple(m for m in nominal.inside if cut and m.span.end <= cut.start())
        if cut is not None and any(m.span.start >= head.end for m in partners):
            return replace(nominal, span=Span(nominal.span.start, cut.start()), inside=partners)
        leading = [m.group() for m in _LEADING.finditer(stretch.scene.text, head.end, inner.start())]
        inward = next((word for word in reversed(leading) if word in complements), None)
        complements = complements - {inward} if inward else frozenset()
        nominal = nominal_at(stretch, head, complements)
    return nominal


def in_actor(stretch: Stretch, head: Span) -> bool:
    """Whether the noun belongs to the name of a body (`the General Conference`)."""
    return any(mention.span.holds(head) for mention in stretch.mentions)


def keeps_inner(gathering: Gathering) -> bool:
    """Whether what a complement names is no occasion of its own; a signing has its paper there, and an opening its talks."""
    return gathering.needs not in ("instrument", "talks")


def _clipped(stretch: Stretch, nominal: Nominal) -> Nominal:
    """The nominal without the subject of the clause that a comma sets behind it (`In talks with Peru, Chile said`)."""
    text = stretch.scene.text
    comma = text.find(", ", nominal.head.end, nominal.span.end)
    while comma > 0:
        tree = stretch.scene.tree(stretch.span)
        behind = tree.top(Span(comma + 2, nominal.span.end))
        head = tree.at(nominal.head.start)
        if behind is not None and behind.relation == "nsubj" and head is not None and head not in tree.above(behind):
            inside = tuple(mention for mention in nominal.inside if mention.span.end <= comma)
            return replace(nominal, span=Span(nominal.span.start, comma), inside=inside)
        comma = text.find(", ", comma + 2, nominal.span.end)
    return nominal


def _widened(stretch: Stretch, nominal: Nominal) -> Nominal:
    """The nominal with the last of those that "and" joins (`the signing by Peru and Chile`)."""
    at = stretch.index(nominal.span.end - 1) + 1
    if stretch.lower(at) != "and" or at + 1 >= len(stretch.words):
        return nominal
    tree = stretch.scene.tree(stretch.span)
    joined = tree.at(stretch.words[at + 1].span.start)
    while joined is not None and joined.relation in {"det", "amod", "compound"}:
        joined = tree.head(joined)
    over = tree.head(joined) if joined is not None else None
    if joined is None or over is None or joined.relation != "conj" or joined.tag != "PROPN":
        return nominal
    if not nominal.head.end <= over.span.start < nominal.span.end:
        return nominal
    span = Span(nominal.span.start, core_of(tree, joined).end)
    return replace(nominal, span=span, inside=tuple(m for m in stretch.mentions if span.holds(m.span)))
