"""The same challenge in each party's words: who calls it what, since when, and in which text last.

Rows are what is called a challenge or threat, columns the parties that call it so. A speaker counts for the state that
their document gives them. Spellings that differ in case, hyphen or the letters of a country are one word.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from servanda.codebook import NARRATOR, ActorId, Assessment, DocumentId, RecordId
from servanda.codebook.vocabulary import About
from servanda.lexicon.evaluations import load_heads
from servanda.resolve.stems import stem_of
from servanda.store import Found, Ledger, Order, Query
from servanda.view.fields import Part
from servanda.view.names import Names, names_in
from servanda.view.sources import Source, source_of
from servanda.view.uses import home_of, homes_of

_Topic: TypeAlias = tuple[tuple[str, ...], str]
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One wording of one party for one challenge.

    Attributes:
        words: as the first text has them.
        times: how often they were said.
        speakers: who said them, each once.
        records: ids of the records, oldest first.
        first: the first text that has them.
        last: the last one.
    """

    words: str
    times: int
    speakers: tuple[Part, ...]
    records: tuple[RecordId, ...]
    first: Source
    last: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What one party calls a challenge.

    Attributes:
        party: the party; without an id where it is unclear who speaks.
        sayings: its wordings, oldest first.
    """

    party: Part
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenge:
    """What is called a challenge or threat.

    Attributes:
        targets: whose it is; empty where the texts name nobody.
        noun: what it is called (`threat`), where the texts name nobody; else empty.
        voices: each party's words, in the order of the page's parties.
    """

    targets: tuple[Part, ...]
    noun: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChallengesPage:
    """The same challenges in each party's words.

    Attributes:
        parties: the parties that speak of any, those with most words first.
        challenges: the challenges, those that most parties speak of first.
        total: how many assessments there are.
        cut: whether there are older ones, which were not looked at.
    """

    parties: tuple[Part, ...]
    challenges: tuple[Challenge, ...]
    total: int
    cut: bool = False


def challenges_page(ledger: Ledger, query: Query | None = None, most: int | None = None) -> ChallengesPage:
    """Each party's words for the same challenge.

    Args:
        ledger: the ledger.
        query: what to narrow by; which records are asked for is set here.
        most: so many assessments are looked at, the newest; None for all.
    """
    asked, names = query or Query(), names_in(ledger)
    found, cut = _assessments(ledger, asked, most)
    states = _StatesOf(ledger, {one.document.id for one in found})
    told: dict[_Topic, dict[ActorId, list[Found]]] = {}
    for one in found:
        if isinstance(one.record, Assessment):
            for party in states.parties(one.record):
                told.setdefault(_topic(one), {}).setdefault(party, []).append(one)
    parties = _ranked(told)
    return ChallengesPage(
        parties=tuple(_part(party, names) for party in parties),
        challenges=tuple(
            _challenge(topic, told[topic], parties, names) for topic in sorted(told, key=_rank(told).__getitem__)
        ),
        total=sum(len({one.record.id for said in voices.values() for one in said}) for voices in told.values()),
        cut=cut,
    )


def _assessments(ledger: Ledger, asked: Query, most: int | None) -> tuple[list[Found], bool]:
    """The assessments of challenges, oldest first, and whether older ones are left out."""
    wanted = Query(about=About.CHALLENGE.value, since=asked.since, until=asked.until, actor=asked.actor)
    if most is None:
        found = ledger.find_records("assessments", replace(wanted, order=Order.OLDEST, limit=sys.maxsize))
        return [one for one in found if _is_of(one, asked.actor)], False
    newest = ledger.find_records("assessments", replace(wanted, limit=most + 1))
    oldest_first = newest[:most][::-1]
    # What has no day comes last in either order.
    oldest = sorted(oldest_first, key=lambda one: one.document.published is None)
    return [one for one in oldest if _is_of(one, asked.actor)], len(newest) > most


class _StatesOf:
    """The state that each speaker stands for, by the document that reports them, else by all others."""

    def __init__(self, ledger: Ledger, documents: Collection[DocumentId]) -> None:
        self._homes = homes_of(ledger)
        self._known = ledger.find_states(documents)

    def parties(self, record: Assessment) -> tuple[ActorId, ...]:
        """The parties that say it; one without a name where it is unclear who."""
        known = self._known.get(record.document, {})
        speakers = record.speakers.value or ("",)
        return tuple(dict.fromkeys(known.get(speaker) or home_of(speaker, self._homes) for speaker in speakers))


def _topic(one: Found) -> _Topic:
    """Whose challenge it is, else what it is called."""
    targets = one.record.target.value if isinstance(one.record, Assessment) else None
    if targets:
        return targets, ""
    nouns = [word.lower() for word in _LETTERS.findall(one.words)]
    return (), next((_singular(noun) for noun in nouns if load_heads().get(noun) is About.CHALLENGE), "")


def _singular(noun: str) -> str:
    """`threat` of threats; both stand in the table of nouns."""
    return noun.removesuffix("s") if load_heads().get(noun.removesuffix("s")) is About.CHALLENGE else noun


def _is_of(one: Found, target: ActorId | None) -> bool:
    return isinstance(one.record, Assessment) and (target is None or target in (one.record.target.value or ()))


def _ranked(told: Mapping[_Topic, Mapping[ActorId, list[Found]]]) -> list[ActorId]:
    counts: dict[ActorId, int] = {}
    for voices in told.values():
        for party, said in voices.items():
            counts[party] = counts.get(party, 0) + len(said)
    return sorted(counts, key=lambda party: (party in {NARRATOR, ""}, -counts[party], party))


def _rank(
    told: Mapping[_Topic, Mapping[ActorId, list[Found]]],
) -> Mapping[_Topic, tuple[bool, int, int, _Topic]]:
    """Challenges that more parties speak of come first; those of nobody whom the texts name come last."""
    return {
        topic: (not topic[0], -len(voices), -sum(map(len, voices.values())), topic) for topic, voices in told.items()
    }


def _challenge(
    topic: _Topic, told: Mapping[ActorId, list[Found]], parties: Iterable[ActorId], names: Names
) -> Challenge:
    voices = (Voice(party=_part(p, names), sayings=_sayings(told[p], names)) for p in parties if p in told)
    targets, noun = topic
    return Challenge(targets=tuple(_part(target, names) for target in targets), noun=noun, voices=tuple(voices))


def _sayings(said: list[Found], names: Names) -> tuple[Saying, ...]:
    """The wordings, each with its spellings together, in the order in which they came up."""
    together: dict[tuple[str, ...], list[Found]] = {}
    for one in said:
        together.setdefault(_key(one.words), []).append(one)
    return tuple(_saying(same, names) for same in together.values())


def _key(words: str) -> tuple[str, ...]:
    joined = words.replace("-", "").replace("‑", "")
    return tuple(stem_of(word) for word in _LETTERS.findall(joined))


def _saying(same: list[Found], names: Names) -> Saying:
    speakers = [s for one in same if isinstance(one.record, Assessment) for s in one.record.speakers.value or ()]
    return Saying(
        words=same[0].words,
        times=len(same),
        speakers=tuple(_part(speaker, names) for speaker in dict.fromkeys(speakers)),
        records=tuple(one.record.id for one in same),
        first=source_of(same[0].document),
        last=source_of(same[-1].document),
    )


def _part(actor: ActorId, names: Names) -> Part:
    if not actor:
        return Part(text="unclear who")
    return Part(text=names.actor(actor), code=actor, goal="actor", id=actor)
