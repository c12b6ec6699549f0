"""Occasions that no rule knows and the trained model sees: what they are called or told by, and what sort they are.

Who takes part, when and where is read as for all others. A word inside what a rule has read adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile

from servanda.codebook import Reading, Span
from servanda.codebook.vocabulary import EventType, OccasionKind, OccasionStatus
from servanda.lexicon.dealings import Dealing, Use
from servanda.lexicon.gatherings import Gathering, gatherings_by_word
from servanda.reading.actors.references import Referent
from servanda.reading.likely import Likely, likely_in
from servanda.reading.nominals import nominal_at
from servanda.reading.occasions.casts import cast_of
from servanda.reading.occasions.clauses import clause_of, gathering_at
from servanda.reading.occasions.nouns import is_history
from servanda.reading.occasions.reaches import reach_of
from servanda.reading.occasions.roles import homes_of, parties_of
from servanda.reading.occasions.sightings import Cast, Sighting
from servanda.reading.stretches import Stretch
from servanda.reading.trees import Node, Tree

LEAST = 1.4
"""How much must speak for an occasion, as the logarithm of the odds."""
LEAST_OF_DEEDS = 1.2
"""How much must speak for a deed that the model holds for done; what is planned, given or asked is more often none."""
LEAST_OF_ATTACKS = 2.2
"""How much must speak for a noun of war or attack, of which texts speak far more often than they tell one."""
_BETWEEN = frozenset({EventType.AGREE, EventType.SANCTION, EventType.REJECT, EventType.COERCE})
_PAIR = 2
_NOUN, _VERB = "likely-noun", "likely-verb"
_SCORE = 0.6
_OPENS = 0.5
"""What a rule holds less likely can only point back to an occasion named before."""
_COMPLEMENTS = frozenset({"of", "with", "between", "among", "by", "against", "to", "on", "in"})
_PARTNERS = frozenset({"with", "to", "against", "on", "from", "for", "between"})
_SMALL = frozenset({"ADP", "CCONJ", "DET", "PUNCT", "PART", "SCONJ"})
_INNER = "-–’'"
_DONE = frozenset({OccasionStatus.HELD, OccasionStatus.ONGOING})
_UNSURE = frozenset({EventType.AID, EventType.REQUEST})
_AMOUNTS = frozenset(
    {
        "hours",
        "days",
        "weeks",
        "months",
        "years",
        "round",
        "rounds",
        "series",
        "session",
        "sessions",
        "set",
        "flurry",
        "string",
    }
    | {"number", "wave", "waves", "spate", "dozens"}
)
_BEFORE_NOUN = frozenset({"amod", "compound", "nmod"})


def find_likely(stretch: Stretch, sofar: Reading, taken: Sequence[Sighting]) -> Iterator[Sighting]:
    """The occasions of one sentence that only the model sees.

    Args:
        stretch: the sentence.
        sofar: the reading with its actors.
        taken: what the rules have read in it.
    """
    known = [other for other in taken if other.score >= _OPENS]
    seen: list[Sighting] = []
    heads = likely_in(stretch.scene, stretch.span, "occasions", LEAST_OF_DEEDS)
    for one in sorted(heads, key=lambda head: -head.odds):
        sure = one.odds >= LEAST
        if not (sure or _is_deed(one)) or any(other.span.overlaps(one.span) for other in known):
            continue
        tree = stretch.scene.tree(stretch.span)
        node = tree.at(one.span.start)
        if node is None or tree.is_negated(node):
            continue
        told = node.tag in {"VERB", "AUX"} and node.relation not in _BEFORE_NOUN
        found = _told(stretch, sofar, one, node) if told else _named(stretch, one, node)
        counted = None if told else _counted(tree, node)
        if counted is not None:
            found = replace(found, gathering=counted)
        if found.nominal is not None and is_history(stretch, found.nominal):
            continue
        if any(_is_once_more(other, found) for other in seen) or (node.fine != "VBG" and _is_alone(found)):
            continue
        if _is_bare_attack(found, one) and one.odds < LEAST_OF_ATTACKS:
            continue
        if sure or (_says_who(found) and not any(other.span.overlaps(found.span) for other in known)):
            seen.append(found)
    yield from sorted(seen, key=lambda found: found.span)


def _counted(tree: Tree, node: Node) -> Gathering | None:
    """The sort of an occasion of which a noun only says how much there was: `hours of [talks]`, `another round of [talks]`."""
    if node.lower not in _AMOUNTS:
        return None
    for one in tree.children(node, "nmod"):
        known = gatherings_by_word().get(one.lower) or gatherings_by_word().get(f"{one.lower}s")
        if known is not None and any(case.lower == "of" for case in tree.children(one, "case")):
            return known
    return None


def _is_once_more(other: Sighting, found: Sighting) -> bool:
    """Whether two sightings are in the main the same words."""
    shared = min(other.span.end, found.span.end) - max(other.span.start, found.span.start)
    return 2 * shared > max(len(other.span), len(found.span))


def _is_bare_attack(found: Sighting, one: Likely) -> bool:
    """Whether a noun names an attack or war, and nobody with it; what is only imagined is told by its words."""
    attack = found.nominal is not None and found.gathering.type is EventType.ASSAULT
    return attack and one.label("standing") in _DONE and not parties_of(found.stretch, found.span)


def _is_alone(found: Sighting) -> bool:
    """Whether a verb tells what one side did by itself (`the North seceded`), where it takes two."""
    known = found.gathering.name != "likely"
    if found.cast is None or not found.cast.doers or known or found.gathering.type not in _BETWEEN:
        return False
    return len(parties_of(found.stretch, found.span) | homes_of(found.stretch, _all(found.cast))) < _PAIR


def _all(cast: Cast) -> tuple[Referent, ...]:
    return (*cast.doers, *cast.objects, *cast.others)


def _says_who(found: Sighting) -> bool:
    """Whether a clause names who does it; a noun need not."""
    return found.cast is None or bool(found.cast.doers)


def _is_deed(one: Likely) -> bool:
    """Whether the model holds it for done, and for no help or request, of which it is seldom sure."""
    return one.label("standing") in _DONE and one.label("type") not in _UNSURE


def is_likely(sighting: Sighting) -> bool:
    """Whether only the model sees an occasion there."""
    return sighting.rule in {_NOUN, _VERB}


def _named(stretch: Stretch, one: Likely, node: Node) -> Sighting:
    at = stretch.index(node.span.start)
    pair = f"{stretch.lower(at - 1)} {node.lower}" if at else node.lower
    known = gatherings_by_word().get(pair) or gatherings_by_word().get(node.lower)
    gathering = known or _gathering(EventType(one.label("type")))
    nominal = nominal_at(stretch, node.span, gathering.complements)
    span = _trimmed(stretch, max(one.reach, nominal.span, key=len), node)
    nominal = replace(nominal, span=span, inside=tuple(m for m in stretch.mentions if span.holds(m.span)))
    return Sighting(gathering=gathering, span=nominal.span, nominal=nominal, stretch=stretch, score=_SCORE, rule=_NOUN)


def _told(stretch: Stretch, sofar: Reading, one: Likely, node: Node) -> Sighting:
    use = Use(_dealing(EventType(one.label("type"))), "")
    clause = clause_of(stretch.scene.tree(stretch.span), node, use)
    return Sighting(
        gathering=gathering_at(clause.tree, node, use.dealing.gathering.type) or use.dealing.gathering,
        span=_trimmed(stretch, _to_its_end(stretch, one, node, reach_of(stretch, sofar, clause)), node),
        nominal=None,
        stretch=stretch,
        score=_SCORE,
        rule=_VERB,
        cast=cast_of(stretch, sofar, clause),
        anchor=node.span,
        status=clause.status or OccasionStatus(one.label("standing")),
    )


def _to_its_end(stretch: Stretch, one: Likely, node: Node, span: Span) -> Span:
    """The clause; as far as the model sees it where the rules know nothing behind its verb (`threatened to close the port`)."""
    tree = stretch.scene.tree(stretch.span)
    if span.end > tree.group(node).end:
        return span
    behind = tree.within(Span(span.end, one.reach.end)) if one.reach.end > span.end else ()
    joined = tuple(takewhile(lambda word: word.tag != "PUNCT" or word.text in _INNER, behind))
    return Span(span.start, joined[-1].span.end) if joined else span


def _trimmed(stretch: Stretch, span: Span, node: Node) -> Span:
    """A stretch without the small words at its end, behind which something was left out: `its test of`."""
    words = [word for word in stretch.scene.tree(stretch.span).within(span) if word.span.end <= span.end]
    while words and words[-1].place > node.place and words[-1].tag in _SMALL:
        words.pop()
    if not words:
        return span
    kept = Span(span.start, words[-1].span.end)
    text = stretch.scene.text
    closed = text.startswith(")", kept.end) and "(" in kept.of(text)
    return Span(kept.start, kept.end + closed)


@cache
def _gathering(type_: EventType) -> Gathering:
    """An occasion of which only the type is known."""
    return Gathering(
        name="likely",
        words=(),
        type=type_,
        kind=OccasionKind.OTHER,
        family=f"likely {type_.value}",
        complements=_COMPLEMENTS,
        needs="",
        marks=frozenset(),
        not_before=frozenset(),
        example="",
    )


@cache
def _dealing(type_: EventType) -> Dealing:
    """A deed of which only the type is known."""
    return Dealing(
        gathering=_gathering(type_),
        goods=frozenset(),
        doers=frozenset(),
        partners=_PARTNERS,
        needs="",
        clausal=False,
        mode="",
        reversed=False,
        example="",
    )
