"""Which ids are one person: the name in another spelling, and what state, office and time say for it or against it.

A name alone is little: two ministers of one state may bear one name in two spellings, and grandsons have their
grandfathers'. So each likeness of names asks for its own evidence before two ids are taken to be one; the rest is for
a person to judge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from servanda.codebook import ActorId
from servanda.lexicon.given import load_genders, load_given
from servanda.lexicon.name_spellings import holder_spelt
from servanda.lexicon.registers import PACKAGED, Register
from servanda.lexicon.romanizations import load_romanizations, romanized
from servanda.lexicon.titles import load_titles
from servanda.resolve.clusters import Match
from servanda.resolve.names import Name, compare_names, parse_name
from servanda.resolve.profiles import Held, Profile, fields_of

SURE = 0.95
"""From here on two ids are one without a person; measured, see `docs.md`."""

_EXACT, _SPELT, _SURNAME = 0.98, 0.93, 0.75
_YEARS = 20
_OFFICE_YEARS = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for two ids of like names beside the names.

    Attributes:
        office: the office that both hold at about the same time; empty where there is none.
        field: what their offices are both about; empty where they share nothing.
        state: the state that both are of; empty where it is not known of both.
        strangers: whether they are of different states.
        years: how many years lie between the documents that name them; None where it is not known.
        common: whether the family name is one that many bear.
        whole: whether both names have as many words.
    """

    office: str
    field: str
    state: ActorId
    strangers: bool
    years: int | None
    common: bool
    whole: bool


def are_holders(one: Profile, other: Profile, register: Register = PACKAGED) -> bool:
    """Whether the ids are those of two known holders of offices, who have one row of names each."""
    known = {holder_spelt(one.id, register), holder_spelt(other.id, register)}
    return None not in known and len(known) > 1


def keys_of(profile: Profile) -> Iterator[str]:
    """The keys under which a person may meet others: a beginning of the given name with each other word."""
    for name in _names(profile):
        if not name.given:
            yield from (f"family {_key(name.family)} {state}" for state in sorted(profile.states))
            continue
        yield from (f"family {_key(name.family)} {state}" for state in sorted(profile.states))
        yield "letters " + "".join((name.given, *name.middle, name.family)).replace("-", "")[:8]
        for first, rest in _orders(name):
            yield from (f"name {_first(first)} {_key(word)}" for word in rest)


@lru_cache(maxsize=4)
def _namesakes(register: Register) -> frozenset[tuple[str, str]]:
    """Given and family names that two known holders bear, told apart by what stands between: two presidents Bush."""
    middles: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    for holder in register.holders:
        name = parse_name(holder.name)
        if name is not None and name.given:
            middles.setdefault(_plain(name), set()).add(name.middle)
    return frozenset(plain for plain, told in middles.items() if sum(bool(middle) for middle in told) > 1)


def _plain(name: Name) -> tuple[str, str]:
    return (name.given, name.family)


def compare_persons(one: Profile, other: Profile, *, known: bool = False) -> Match | None:
    """How sure it is that two ids are one person; None where nothing speaks for it.

    Args:
        one: the one.
        other: the other.
        known: whether both are holders of offices in the register, which has a row for each person.
    """
    likeness, why, names = _best_names(one, other)
    if not likeness or _genders_differ(one, other):
        return None
    evidence = _evidence(one, other, names)
    score, because = _weigh(likeness, evidence)
    named_apart = not one.documents.isdisjoint(other.documents) and not _is_told_twice(likeness, evidence)
    if (known and likeness < _EXACT) or named_apart:
        apart = "one document names both" if named_apart else "the register has both"
        score, because = min(score, 0.6), f"{because}, but {apart}"
    if not evidence.office and {_plain(name) for name in names} & _namesakes(PACKAGED):
        score, because = min(score, 0.6), f"{because}, but the register has two of that name"
    first, second = sorted((one.id, other.id))
    return Match(one=first, other=second, score=round(score, 3), reason=f"{why}; {because}") if score else None


def is_apart(one: Profile, other: Profile) -> bool:
    """Whether two ids are known to be two persons: a document names both, or their names cannot be one."""
    likeness, _, names = _best_names(one, other)
    if not likeness:
        return True
    evidence = _evidence(one, other, names)
    return evidence.strangers or (
        not one.documents.isdisjoint(other.documents) and not _is_told_twice(likeness, evidence)
    )


def _is_told_twice(likeness: float, evidence: Evidence) -> bool:
    """Whether two ids in one document are one person whom its reader did not tie: the same name, or the same office."""
    return likeness >= _EXACT or (bool(evidence.office) and likeness > _SURNAME)


def _weigh(likeness: float, evidence: Evidence) -> tuple[float, str]:
    """The score that a likeness of names comes to with its evidence, and what that was."""
    if evidence.strangers:
        return 0.5 * likeness, "but of different states"
    if evidence.years is not None and evidence.years > _YEARS:
        return 0.5 * likeness, f"but {evidence.years} years lie between them"
    if evidence.office and likeness >= _SURNAME:
        return max(0.96, likeness), f"both are {evidence.office}"
    if likeness == _SURNAME:
        return 0.8 * likeness, f"both of {evidence.state}" if evidence.state else "nothing else is known"
    if likeness >= _EXACT:
        return (0.98, f"both of {evidence.state}") if evidence.state else (0.95, "nothing speaks against it")
    if likeness >= _SPELT and evidence.state and evidence.field and not evidence.common:
        return 0.95, f"both of {evidence.state} and in {evidence.field}"
    if likeness >= _SPELT and evidence.field and evidence.whole and not evidence.common:
        return 0.95, f"few bear this name, both are in {evidence.field}, and nothing speaks against it"
    if likeness >= _SPELT and evidence.whole and not evidence.common and (evidence.years or 0) <= _OFFICE_YEARS:
        return 0.95, "few bear this name, and nothing speaks against it"
    if evidence.state:
        return 0.85 * likeness, f"both of {evidence.state}"
    return 0.7 * likeness, "state and office are not known of both"


def _evidence(one: Profile, other: Profile, names: tuple[Name, Name]) -> Evidence:
    shared = sorted(one.states.keys() & other.states.keys())
    state = one.state if one.state is not None and one.state == other.state else (shared[0] if shared else "")
    fields = sorted(_fields(one) & _fields(other))
    return Evidence(
        office=_shared_office(one, other),
        field=fields[0] if fields else "",
        state=state,
        strangers=bool(one.states and other.states and not shared),
        years=_years_between(one, other),
        common=not load_romanizations().common.isdisjoint(name.family for name in names),
        whole=len(names[0].words) == len(names[1].words),
    )


def _shared_office(one: Profile, other: Profile) -> str:
    """An office of one state that both are given within a few years."""
    theirs: dict[tuple[str, ActorId | None], list[Held]] = {}
    for held in other.held:
        theirs.setdefault((held.role, held.state), []).append(held)
    found = {
        held.role
        for held in one.held
        if held.state is not None and _tells(held.role)
        for same in theirs.get((held.role, held.state), ())
        if _are_near(held, same)
    }
    return min(found, default="")


def _tells(role: str) -> bool:
    """Whether an office has one holder at a time, mostly; of senators and reporters there are many."""
    return role not in _MANY and not role.startswith("former")


_MANY = frozenset(
    {"senator", "sen.", "rep.", "representative", "congressman", "congresswoman", "secretary", "minister", "ambassador", "general", "admiral",
     "governor", "mayor", "judge", "professor", "reporter", "activist", "fellow", "director", "spokesperson", "spokesman", "spokeswoman", "official",
     "wife", "son", "daughter", "husband", "mother", "father", "lawmaker", "state representative", "state senator", "adviser", "advisor", "chief",
     "member", "colonel", "captain", "chairman", "chair", "speaker", "leader", "dr.", "sergeant"}
)  # fmt: skip


def _are_near(one: Held, other: Held) -> bool:
    if one.published is None or other.published is None:
        return False
    gap = (max(one.published.start, other.published.start) - min(one.published.last, other.published.last)).days
    return gap <= 365 * _OFFICE_YEARS


def _fields(profile: Profile) -> set[str]:
    return {field for held in profile.held for field in fields_of(held.role)}


def _years_between(one: Profile, other: Profile) -> int | None:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return None
    return max(0, (max(one.first, other.first) - min(one.last, other.last)).days // 365)


def _best_names(one: Profile, other: Profile) -> tuple[float, str, tuple[Name, Name]]:
    """The surest likeness of their names, why, and which names these are."""
    best: tuple[float, str, tuple[Name, Name]] = (0.0, "", (_NOBODY, _NOBODY))
    for mine in _names(one):
        for theirs in _names(other):
            score, why = compare_names(mine, theirs) if mine.given and theirs.given else _surname(mine, theirs)
            if score > best[0]:
                best = (score, f"{one.id} and {other.id}: {why}", (mine, theirs))
    return best


_NOBODY = Name(family="")


def _surname(one: Name, other: Name) -> tuple[float, str]:
    """A surname alone beside a full name with it."""
    if bool(one.given) == bool(other.given) or one.family != other.family or one.family in load_given():
        return 0.0, ""
    return _SURNAME, "a surname alone"


def _names(profile: Profile) -> tuple[Name, ...]:
    """The names of an id: as the documents have them, and as the id itself has it; surnames only where that is all."""
    written = sorted({*profile.names, profile.id.replace("-", " ")})
    parsed = tuple(dict.fromkeys(name for each in written if (name := parse_name(each)) is not None))
    return tuple(name for name in parsed if name.given) or parsed


def _genders_differ(one: Profile, other: Profile) -> bool:
    genders = load_genders()
    mine = {genders[n.given] for n in _names(one) if n.given in genders}
    theirs = {genders[n.given] for n in _names(other) if n.given in genders}
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _orders(name: Name) -> Iterable[tuple[str, tuple[str, ...]]]:
    yield name.given, (*name.middle, name.family)
    if not name.middle:
        yield name.family, (name.given,)


def _first(word: str) -> str:
    """The first letter of a given name, under its usual long form."""
    return _key(load_titles().same_given.get(word, word))[:1]


def _key(word: str) -> str:
    """A word as all its spellings have it, roughly: the beginning of its plain form under every tongue's rules."""
    plain = word.replace("-", "")
    for tongue in ("korean", "chinese", "general"):
        plain = romanized(plain, tongue)
    return plain[:4].lower()
