"""The lines of a brief, section by section, before its sources have numbers.

What is weightiest comes first, since a page has room for few: firm words, adopted texts, numbers, deadlines, many
independent sources, and late days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from servanda.codebook import Commitment, RecordId, When
from servanda.codebook.vocabulary import Clock, Polarity, Tie
from servanda.store import Ledger, side_of
from servanda.view.change_drafts import News
from servanda.view.changes import ChangesPage
from servanda.view.citations import Citation, citations_of
from servanda.view.deadlines import DuePage
from servanda.view.excerpts import excerpt_of
from servanda.view.lines import UndertakingLine, line_of
from servanda.view.names import Names, day_in_words
from servanda.view.reasons import reason_in_words
from servanda.view.totals import totals_around
from servanda.view.undertakings import Undertaking
from servanda.view.weights import Weight

MOST = 4
"""Lines of a section; the page says how many more there are."""

_LONGEST = 130

_NONE: Weight = (0, "", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A line before its sources have numbers.

    Attributes:
        label: as of a `BriefLine`.
        note: as of a `BriefLine`.
        cited: what it rests on, the older first.
        id: id of the thread or record.
    """

    label: str
    note: str
    cited: tuple[Citation, ...]
    id: RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A section before its sources have numbers.

    Attributes:
        title: its heading.
        drafts: its lines.
        party: whose promises they are; empty for the other sections.
        more: how many there are beside the drafts.
    """

    title: str
    drafts: tuple[Draft, ...]
    party: str = ""
    more: int = 0


def _label(one: UndertakingLine, cited: Citation) -> str:
    return f"{one.parties}: “{excerpt_of(cited.words, _LONGEST)}”"


def _standing(one: UndertakingLine) -> str:
    since = f" since {day_in_words(When.parse(one.first))}" if one.first else ""
    said = f", said by {one.documents} documents{since}" if one.documents > 1 else ""
    conditional = ", conditional" if one.conditional else ""
    return f"{one.firmness}{conditional}, {one.status}{said}"


def due_drafts(page: DuePage) -> Iterator[Draft]:
    """What is overdue, due, or has its deadline in the instrument alone."""
    for line in page.lines:
        deadline, cited = line.deadline, line.deadline.citation
        if cited and deadline.clock in (Clock.OVERDUE, Clock.DUE):
            whose = f"in the {deadline.whose}" + (", there alone" if deadline.only_in_instrument else "")
            note = f"{deadline.clock}: {deadline.deadline_words}, “{deadline.words}” {whose}"
            yield Draft(label=_label(line.undertaking, cited), note=note, cited=(cited,), id=line.undertaking.id)


def changed_drafts(page: ChangesPage, news: News, weights: Mapping[RecordId, Weight]) -> tuple[Draft, ...]:
    """What is new of one kind; new undertakings with the weightiest first, since a page has room for few."""
    lines = [line for line in page.lines if line.news is news]
    if news is News.NEW:
        lines.sort(key=lambda line: weights.get(line.undertaking.id, _NONE), reverse=True)
    drafts = []
    for line in lines:
        told = f"{line.what}: {line.reason}" if line.reason else line.what
        note = _standing(line.undertaking) if news is News.NEW else told
        cited = (line.before, line.now) if line.before else (line.now,)
        label = line.undertaking.parties if line.before else _label(line.undertaking, line.now)
        drafts.append(Draft(label=label, note=note, cited=cited, id=line.undertaking.id))
    return tuple(drafts)


def promised_parts(
    ledger: Ledger, running: Iterable[Undertaking], sides: Sequence[str], names: Names
) -> Iterator[Part]:
    """The weightiest open undertakings of each side, then those that bind several sides together."""
    by_side: dict[str, list[Undertaking]] = {side: [] for side in (*sides, "")}
    for one in running:
        bound = {side_of(debtor) for debtor in one.debtors} & set(sides)
        if one.commitment.polarity.value is not Polarity.MINUS:
            by_side[min(bound) if len(bound) == 1 else ""].append(one)
    for side, listed in by_side.items():
        cited = citations_of(ledger, (one.newest for one in listed[:MOST]))
        drafts = tuple(_promise(one, cited[one.newest.record.id], names) for one in listed[:MOST])
        title = f"Promised by {names.called(side)}" if side else "Promised together"
        party = names.actor(side) if side else "together"
        yield Part(title=title, drafts=drafts, party=party, more=max(0, len(listed) - MOST))


def _promise(one: Undertaking, cited: Citation, names: Names) -> Draft:
    line = line_of(one, names)
    by_when = f"; {line.clock}: {line.deadline}" if line.deadline else ""
    return Draft(label=_label(line, cited), note=_standing(line) + by_when, cited=(cited,), id=one.id)


def exchange_drafts(ledger: Ledger, undertakings: Iterable[Undertaking], names: Names) -> Iterator[Draft]:
    """Pairs of commitments that a text gives for one another, and who asserts it."""
    told = {
        (found.record.id, other): (one, found, found.record.exchange.value.asserted_by)
        for one in undertakings
        for found in one.found
        if isinstance(found.record, Commitment) and found.record.exchange.value
        for other in found.record.exchange.value.commitments
    }
    pairs = {(a, b): value for (a, b), value in told.items() if (b, a) not in told or a < b}
    partners = ledger.find_by_ids({b for _, b in pairs})
    cited = citations_of(ledger, (*(found for _, found, _ in pairs.values()), *partners.values()))
    ordered = sorted(pairs.items(), key=lambda pair: (str(pair[1][1].document.published or ""), pair[0]), reverse=True)
    for (record, other), (one, _, asserted_by) in ordered:
        if other in cited:
            who = ", ".join(map(names.called, asserted_by)) or "not stated"
            yield Draft(
                label=line_of(one, names).parties,
                note=f"as {who} says",
                cited=(cited[record], cited[other]),
                id=one.id,
            )


def sum_drafts(ledger: Ledger, undertakings: Iterable[Undertaking], names: Names) -> Iterator[Draft]:
    """Wholes and their parts, in one document or over several."""
    listed = tuple(undertakings)
    holding = {found.record.id: one for one in listed for found in one.found}
    inside = [link for link in ledger.find_links(holding) if link.tie in (Tie.SUMS, Tie.SPLITS)]
    links = dict.fromkeys((*inside, *totals_around(ledger, listed)))
    known = ledger.find_by_ids({record for link in links for record in (link.earlier, link.later)})
    cited = citations_of(ledger, known.values())
    seen: set[str] = set()
    for link in links:
        one = holding.get(link.later) or holding.get(link.earlier)
        if one is not None and link.reason not in seen and {link.earlier, link.later} <= set(cited):
            seen.add(link.reason)
            label = line_of(one, names).parties
            yield Draft(
                label=label,
                note=reason_in_words(link.reason, names),
                cited=(cited[link.earlier], cited[link.later]),
                id=one.id,
            )
