"""Holders as a table to be asked by name and by state; a user's own table beside the packaged one.

The packaged rows stand as they are. A user's table adds whom they do not have and ends terms that they leave open, so
that a newer table never renames a person or moves what has been read before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from servanda.lexicon.holders import Holder, load_holders, slug_of, spelling
from servanda.lexicon.offices import role_of
from servanda.lexicon.titles import load_titles


@dataclass(frozen=True)
class Register:
    """The holders whom a reading knows.

    Attributes:
        load: gives them; asked once, when the first question comes.
        version: what the records name beside the reader's version; empty for the packaged table alone.
    """

    load: Callable[[], tuple[Holder, ...]] = load_holders
    version: str = ""

    @cached_property
    def holders(self) -> tuple[Holder, ...]:
        """All of them, in the order of their table."""
        return self.load()

    @cached_property
    def by_state(self) -> Mapping[str, tuple[Holder, ...]]:
        """Holders by the state or body whose office they hold."""
        found: dict[str, list[Holder]] = {}
        for holder in self.holders:
            found.setdefault(holder.state, []).append(holder)
        return {state: tuple(holders) for state, holders in found.items()}

    @cached_property
    def by_word(self) -> Mapping[str, tuple[Holder, ...]]:
        """Holders by the `spelling` of each word of their names, but for given names."""
        found: dict[str, list[Holder]] = {}
        for holder in self.holders:
            for word in _family_words(holder.name.split()):
                found.setdefault(spelling(word), []).append(holder)
                found.setdefault(spelling(word).removeprefix("al-").removeprefix("el-"), []).append(holder)
        return {word: tuple(dict.fromkeys(holders)) for word, holders in found.items()}

    @cached_property
    def by_given(self) -> Mapping[str, tuple[Holder, ...]]:
        """Monarchs, and whoever has one name only, by the `spelling` of each word: `King Abdullah` names him in full."""
        found: dict[str, list[Holder]] = {}
        for holder in self.holders:
            if " " not in holder.name or role_of(holder.office) in _REGAL:
                for word in holder.name.split():
                    found.setdefault(spelling(word), []).append(holder)
        return {word: tuple(dict.fromkeys(holders)) for word, holders in found.items()}

    @cached_property
    def full_names(self) -> frozenset[tuple[str, ...]]:
        """The names of two words and more."""
        return frozenset(tuple(holder.name.split()) for holder in self.holders if " " in holder.name)

    def named(self, word: str) -> tuple[Holder, ...]:
        """Whose name has this word, in any of its spellings; given names aside."""
        return self.by_word.get(spelling(word), ())

    def titled(self, word: str) -> tuple[Holder, ...]:
        """Whom this word names behind a title: by surname, or as monarchs are named."""
        return tuple(dict.fromkeys((*self.named(word), *self.by_given.get(spelling(word), ()))))

    def of(self, state: str) -> tuple[Holder, ...]:
        """The holders of the offices of one state or body; none where it is not known."""
        return self.by_state.get(state, ())

    def beside(self, own: Iterable[Holder]) -> Register:
        """This register with a user's own holders; the same holders in any order give the same register."""
        ordered = tuple(sorted(own, key=_line))
        if not ordered:
            return self
        said = hashlib.sha256("\n".join(map(_line, ordered)).encode()).hexdigest()
        return Register(load=lambda: merged(self.holders, ordered), version=f"holders-{said[:12]}")


_REGAL = frozenset({"monarch", "crown prince"})
PACKAGED = Register()
"""The packaged table alone; nothing is loaded before it is asked."""


def merged(packaged: Iterable[Holder], own: Iterable[Holder]) -> tuple[Holder, ...]:
    """Both tables as one.

    A term that the packaged table leaves open ends where the user's ends that person's term, else where the user's table
    has the next holder of that office. A term that both have is the packaged one.
    """
    others: dict[tuple[str, str, str], list[Holder]] = {}
    for holder in own:
        others.setdefault(_place(holder), []).append(holder)
    first = tuple(_ended(holder, others.get(_place(holder), ())) for holder in packaged)
    known: dict[tuple[str, str, str], list[Holder]] = {}
    for holder in first:
        known.setdefault(_place(holder), []).append(holder)
    names = {_person(holder.name): holder.name for holder in reversed(first)}
    added = (
        replace(holder, name=names.get(_person(holder.name), holder.name))
        for place in others
        for holder in others[place]
        if not any(_is_same_term(holder, other) for other in known.get(place, ()))
    )
    return (*first, *added)


def _ended(holder: Holder, others: Iterable[Holder]) -> Holder:
    if holder.end is not None:
        return holder
    same = [other for other in others if _is_same_term(holder, other)]
    if same:
        ends = [other.end for other in same]
        last = None if None in ends else max(end for end in ends if end is not None)
        return replace(holder, end=last) if last is None or holder.start < last else holder
    later = [other.start for other in others if other.start > holder.start]
    return replace(holder, end=min(later)) if later else holder


def _is_same_term(some: Holder, other: Holder) -> bool:
    """Whether it is one person, in two spellings perhaps, at one time; the office is the same already."""
    if not _is_same_person(some.name, other.name):
        return False
    return some.start <= (other.end or date.max) and other.start <= (some.end or date.max)


def _is_same_person(some: str, other: str) -> bool:
    """Whether two names of holders of one office at one time are one person's: they share a word that is no given name."""
    words = {spelling(word) for word in _family_words(some.split())}
    return not words.isdisjoint(spelling(word) for word in _family_words(other.split()))


def _family_words(words: list[str]) -> tuple[str, ...]:
    """The words of a name that its bearer may be known by alone."""
    first = words[0].lower() in load_titles().family_first
    return tuple(word for word in dict.fromkeys(words if first else words[1:]) if word[0].isupper() or "-" in word)


def _person(name: str) -> str:
    return slug_of([spelling(word) for word in name.split()])


def _place(holder: Holder) -> tuple[str, str, str]:
    """Which office it is, under any of its names."""
    return holder.state, role_of(holder.office), holder.to


def _line(holder: Holder) -> str:
    end = holder.end.isoformat() if holder.end else ""
    return f"{holder.state}\t{holder.office}\t{holder.start.isoformat()}\t{end}\t{holder.name}\t{holder.to}"
