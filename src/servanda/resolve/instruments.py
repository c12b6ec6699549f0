"""Which instruments of several documents are one: a name of their own, or the same parties, kind and time.

An adopted text that is itself a document of the ledger is the instrument that reports of those days speak of, also where
they call it only "the joint fact sheet". Two texts of the same parties and kind on other days are two.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from servanda.codebook import Document, DocumentId, Instrument, Reading, RecordId, When
from servanda.codebook.vocabulary import DocumentKind, InstrumentKind
from servanda.lexicon.titles import load_titles
from servanda.resolve.clusters import Match
from servanda.resolve.days import closeness, months_of
from servanda.resolve.sides import Wording, actors_of, names_of_persons, sides_of, wording_of

SURE = 0.8

_OPEN = frozenset({InstrumentKind.AGREEMENT, InstrumentKind.OTHER, InstrumentKind.MEMORANDUM, InstrumentKind.TREATY})
_REPORTED = timedelta(days=45)
"""For so long after its adoption a text without a name of its own is still the one that reports speak of."""

_ALIKE = 0.7
_PLAIN = frozenset(
    {"trade", "framework", "partnership", "initiative", "fact", "sheet", "security", "defense", "defence", "economic", "free", "peace", "ceasefire",
     "cooperation", "strategic", "protocol", "resolution", "plan", "action", "principles", "road", "map", "roadmap", "arrangement", "accord", "accords",
     "mou", "moc", "moa", "loi", "fta", "tifa", "great", "text", "official", "document", "group", "implementation", "amendment", "draft", "final", "communique", "communiqué", "leaders"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """An instrument as one document names it, with what it is compared by.

    Attributes:
        id: id of the record.
        document: the document's id.
        kind: what it is.
        parties: states and bodies of many states.
        wording: the words of its name.
        date: when it was adopted, where it is stated.
        published: when the document was.
        own: whether the document is the text itself.
        outlet: who published the document.
    """

    id: RecordId
    document: DocumentId
    kind: InstrumentKind | None
    parties: frozenset[str]
    wording: Wording
    date: When | None
    published: When | None
    own: bool
    outlet: str | None


def papers_of(document: Document, reading: Reading) -> Iterator[Paper]:
    """The instruments of one document."""
    actors = actors_of(reading)
    persons = names_of_persons(actors)
    for instrument in reading.instruments:
        yield Paper(
            id=instrument.id,
            document=document.id,
            kind=instrument.kind.value,
            parties=sides_of(instrument.parties.value or (), actors).states,
            wording=wording_of(document, instrument.span, persons),
            date=instrument.date.value,
            published=document.published,
            own=_is_own(document, instrument),
            outlet=document.outlet,
        )


def keys_of(paper: Paper) -> Iterator[str]:
    """The keys under which an instrument may meet others: its name, or its parties with the months around it."""
    name = sorted(_name(paper))
    if name:
        yield f"name {' '.join(name)}"
        yield from (f"word {one} {other}" for one, other in combinations(name[:5], 2))
    when = paper.date or _reached(paper.published)
    if when is None or len(paper.parties) < 2 or name:
        return
    for one, other in combinations(sorted(paper.parties)[:4], 2):
        yield from (f"parties {one} {other} {month}" for month in months_of(when))


def compare_instruments(one: Paper, other: Paper) -> Match | None:
    """How sure it is that two records are one instrument; None where nothing speaks for it."""
    if is_apart(one, other):
        return None
    mine, theirs = _name(one), _name(other)
    score, why = _same_name(one, other) if mine and theirs else _same_parties(one, other)
    first, second = sorted((one.id, other.id))
    return Match(one=first, other=second, score=round(score, 3), reason=why) if score else None


def is_apart(one: Paper, other: Paper) -> bool:
    """Whether two records are known to be two instruments."""
    if one.document == other.document:
        return not _name(one) or _name(one) != _name(other)
    if one.own and other.own:
        return True
    if not _kinds_agree(one, other):
        return True
    if one.wording.years and other.wording.years and one.wording.years.isdisjoint(other.wording.years):
        return True
    if one.date is not None and other.date is not None and not closeness(one.date, other.date, _clocks(one, other))[0]:
        return True
    # Who stands beside a treaty of many in a text says little of whose it is; a name of its own says which it is.
    return bool(one.parties and other.parties) and one.parties.isdisjoint(other.parties) and _name(one) != _name(other)


def _kinds_agree(one: Paper, other: Paper) -> bool:
    kinds = {one.kind, other.kind}
    return len(kinds) == 1 or None in kinds or kinds <= _OPEN


def _is_own(document: Document, instrument: Instrument) -> bool:
    """Whether the document is the instrument's text: an adopted text, which names itself in its title."""
    if document.kind is not DocumentKind.INSTRUMENT:
        return False
    head = len(document.title or "") + 200
    return any(span.start < head for span in instrument.span)


def _name(paper: Paper) -> frozenset[str]:
    """The words that name an instrument by itself: `rome`, `statute`; none for a `trade agreement`."""
    words = {word for word in paper.wording.proper if word not in _PLAIN}
    numbers = {word for word in paper.wording.common if any(sign.isdigit() for sign in word)}
    return frozenset(words | numbers | paper.wording.places)


def _same_name(one: Paper, other: Paper) -> tuple[float, str]:
    mine, theirs = _name(one), _name(other)
    shared = mine & theirs
    alike = len(shared) / len(mine | theirs)
    told = f"both are named {' '.join(sorted(shared))}"
    if alike < _ALIKE or not _name_the_same(
        one.wording.states | one.wording.bodies, other.wording.states | other.wording.bodies
    ):
        return (0.5 * alike, told) if alike >= 0.5 else (0.0, "")
    if _is_strong(shared, one.wording, other.wording):
        return 0.8 + 0.2 * alike, told
    if one.kind is other.kind and len(one.parties) > 1 and one.parties == other.parties:
        return 0.85, f"{told}, of {', '.join(sorted(one.parties))}"
    return (0.82 if one.wording.phrase == other.wording.phrase and _tells(shared) else 0.55), told


def _is_strong(shared: frozenset[str], one: Wording, other: Wording) -> bool:
    """Whether a name is one instrument's alone: three words, a place, initials or a number."""
    marked = (one.places | other.places) | (one.initials & other.initials)
    return (
        len(shared) > _FEW or not shared.isdisjoint(marked) or any(sign.isdigit() for word in shared for sign in word)
    )


_FEW = 2


def _name_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the states and bodies in two names go together: those of one are among the other's."""
    return one <= other or other <= one


def _tells(words: frozenset[str]) -> bool:
    """Whether these words are more than what an instrument is about: `artemis`, but not `procurement`."""
    return words.isdisjoint(_SUBJECTS) and words.isdisjoint(load_titles().portfolios)


_SUBJECTS = frozenset(
    {"support", "annex", "membership", "elimination", "project", "assistance", "visa", "exchange", "extradition", "loan", "loans", "grant", "tariff",
     "reciprocal", "mutual", "interim", "arms", "general", "special", "measures", "basic", "master", "technical", "status", "access", "forces", "stability",
     "prosperity", "growth", "alliance", "relations", "friendship", "commitment", "commitments", "terms", "joint", "common", "comprehensive", "tribal", "intergovernmental", "future", "guidelines", "code", "conduct", "open", "skies", "safeguards", "article"}
)  # fmt: skip


def _same_parties(one: Paper, other: Paper) -> tuple[float, str]:
    """Instruments of which one or both have no name of their own: the same parties and kind, at one time."""
    if len(one.parties) < 2 or one.parties != other.parties or one.kind is not other.kind:
        return 0.0, ""
    told = f"a {str(one.kind).replace('-', ' ')} of {', '.join(sorted(one.parties))}"
    if bool(_name(one)) != bool(_name(other)) and not (one.own or other.own):
        return 0.5, f"{told}, one with a name of its own"
    if one.date is not None and other.date is not None:
        time, why = closeness(one.date, other.date, _clocks(one, other))
        return time * 0.97, f"{told}; {why}"
    text, report = (one, other) if one.own else (other, one)
    if text.own and report.published is not None and _is_soon(text, report.published):
        return (
            0.9,
            f"{told}; the one is the text itself, of {text.date or text.published}, and the other is named soon after",
        )
    return (0.6, f"{told}, in documents of the same days") if _near(one, other) else (0.0, "")


def _reached(published: When | None) -> When | None:
    """The days in which a text may have been adopted that a report of a day means without naming its date."""
    if published is None or published.start - date.min < _REPORTED:
        return published
    return When(published.start - _REPORTED, published.end)


def _is_soon(text: Paper, reported: When) -> bool:
    adopted = text.date or text.published
    return adopted is not None and adopted.start - timedelta(days=1) <= reported.last <= adopted.last + _REPORTED


def _near(one: Paper, other: Paper) -> bool:
    if one.published is None or other.published is None:
        return False
    return abs(one.published.start - other.published.start) <= timedelta(days=7)


def _clocks(one: Paper, other: Paper) -> frozenset[str]:
    """Whose clocks may have been meant: of the same parties, in texts of two outlets."""
    return frozenset() if one.outlet == other.outlet else one.parties & other.parties
