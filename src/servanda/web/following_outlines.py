"""What a row is on the pages of changes, of deadlines and of challenges: for their spreadsheets and feeds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from servanda.view.challenge_lists import ChallengeList
from servanda.view.change_lists import ChangeList
from servanda.view.changes import ChangeLine
from servanda.view.citations import Citation
from servanda.view.deadlines import DueLine
from servanda.view.due_lists import DueList
from servanda.view.lines import UndertakingLine
from servanda.web.extracts import Extract, Line
from servanda.web.links import sentence_link

_UNDERTAKING = ("debtors", "creditors", "act", "object", "quantities", "firmness", "status")
_CITED = ("record", "sentence", "words", "document", "title", "outlet", "published")
_PLACED = ("document", "title", "outlet")
_CHANGES = (
    *("id", "news", "day", "what", "reason", *_UNDERTAKING, "deadline", *_CITED),
    *("before_record", "before", "before_document", "before_title", "before_published"),
)
_DUE = ("id", "clock", "days", "deadline", "deadline_words", "stated_in", *_UNDERTAKING, *_CITED, "perhaps_done")


def _changes(page: ChangeList) -> Extract:
    return Extract(title=_titled("Changes", page.parties), columns=_CHANGES, lines=tuple(map(_change, page.lines)))


def _due(page: DueList) -> Extract:
    return Extract(title=_titled("Due", page.parties), columns=_DUE, lines=tuple(map(_deadline, page.lines)))


def _challenges(page: ChallengeList) -> Extract:
    columns = ("targets", "noun", "party", "words", "times", "speakers", "first", "last", "record", *_PLACED)
    lines = tuple(
        Line(
            id=saying.records[0],
            title=f"{'; '.join(told.text for told in challenge.targets) or challenge.noun}: {voice.party.text}",
            words=saying.words,
            path=sentence_link(saying.first.id, saying.records[0]),
            day=saying.last.date[:10],
            cells=(
                *("; ".join(told.id for told in challenge.targets), challenge.noun, voice.party.id, saying.words),
                *(str(saying.times), "; ".join(told.id for told in saying.speakers)),
                *(saying.first.date, saying.last.date, saying.records[0]),
                *(saying.first.id, saying.first.title, saying.first.outlet),
            ),
        )
        for challenge in page.challenges
        for voice in challenge.voices
        for saying in voice.sayings
    )
    return Extract(title="Challenges", columns=columns, lines=lines)


def _titled(title: str, parties: tuple[str, ...]) -> str:
    return ": ".join(filter(None, (title, " – ".join(parties))))


def _change(line: ChangeLine) -> Line:
    one, before = line.undertaking, line.before
    told = (before.id, before.sentence, before.source.id, before.source.title, before.source.date) if before else ()
    return Line(
        # Of one undertaking several things may be new, each shown by a record of its own.
        id=f"{one.id}-{line.news.name.lower()}-{line.now.id}",
        title=f"{line.news}: {one.parties}: {one.gist}",
        words=line.now.sentence,
        path=sentence_link(line.now.source.id, line.now.id),
        day=line.day,
        cells=(
            *(one.id, line.news.value, line.day, line.what, line.reason, *_undertaking(one), one.deadline),
            *_cited(line.now),
            *(told or ("",) * 5),
        ),
    )


def _deadline(line: DueLine) -> Line:
    one, deadline, cited = line.undertaking, line.deadline, line.deadline.citation
    days = "" if deadline.days is None else str(deadline.days)
    return Line(
        id=one.id,
        title=f"{deadline.clock}: {deadline.deadline_words}: {one.parties}: {one.gist}",
        words=cited.sentence if cited else "",
        path=sentence_link(cited.source.id, cited.id) if cited else "",
        day=cited.source.date[:10] if cited else "",
        cells=(
            *(one.id, deadline.clock.value, days, deadline.deadline, deadline.words, deadline.whose),
            *_undertaking(one),
            *(_cited(cited) if cited else ("",) * len(_CITED)),
            line.sequel.sentence if line.sequel else "",
        ),
    )


def _undertaking(one: UndertakingLine) -> tuple[str, ...]:
    told = ("; ".join(names) for names in (one.debtors, one.creditors))
    return (*told, one.act, one.object, "; ".join(one.quantities), one.firmness, one.status)


def _cited(cited: Citation) -> tuple[str, ...]:
    source = cited.source
    return (cited.id, cited.sentence, cited.words, source.id, source.title, source.outlet, source.date)


FOLLOWED: Mapping[type[object], Callable[[Any], Extract]] = MappingProxyType(
    {ChangeList: _changes, DueList: _due, ChallengeList: _challenges}
)
"""By its page model, what makes the rows of a page."""
