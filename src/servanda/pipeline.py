"""The whole way of a document, on one page: intake → reading → ledger.

    place ──fetch──▶ Document ──read──▶ Reading ──append──▶ ledger
              │                  │
              └──── Problem ─────┴────────────────────────▶ ledger ──link──▶ threads

Start here to understand servanda; each step is a room with its own `docs.md`.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from servanda.codebook import Actor, Document, DocumentId, Judgement, Pair, Problem, Reading, RecordId, Standing, When
from servanda.intake import Asked, fetch_documents, is_at
from servanda.lexicon.own_tables import load_own_table
from servanda.lexicon.spacy_pipelines import PipelineError, SpacyParser
from servanda.reading.occasions.tellings import Telling, tellings_of
from servanda.reading.reader import READER, Means
from servanda.reading.readers import BY_RULES, PACKAGED, read_document
from servanda.reading.scenes import Scene
from servanda.resolve import commitments, identities
from servanda.store import Change, Ledger

__all__ = [
    "Asked",
    "Linked",
    "Means",
    "Outcome",
    "PipelineError",
    "Telling",
    "code",
    "fetch_documents",
    "link",
    "means_of",
    "read",
    "read_text",
    "reread",
    "tell",
]

_TOGETHER = 1.0
"""Seconds for which documents that were read may wait, to be kept together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one document, or of one place that gave none.

    Attributes:
        document: the document; None where there was none to read.
        reading: its records; None where there is no document, or reading it failed.
        change: what it did to the ledger; None where there is no reading, or no ledger.
        problems: what went wrong on the way.
    """

    document: Document | None = None
    reading: Reading | None = None
    change: Change | None = None
    problems: tuple[Problem, ...] = ()


def means_of(parser: str = "", lexicon: Path | None = None, *, rules: bool = False) -> Means:
    """The packaged means of reading, or those with parts of the user's own.

    Args:
        parser: name of an installed spaCy pipeline or its folder; empty for the packaged model.
        lexicon: the user's own table of holders, to stand beside the packaged one; None where there is none.
        rules: whether rules alone read, without the trained model of records.

    Raises:
        PipelineError: the pipeline cannot be had, or does not parse.
        OwnTableError: the table cannot be used.
    """
    means = BY_RULES if rules else PACKAGED
    if parser:
        pipeline = SpacyParser.load(parser)
        means = replace(means, parser=lambda: pipeline, version=f"{means.version}+{pipeline.version}")
    register = means.register.beside(load_own_table(lexicon).holders) if lexicon else means.register
    if register is means.register:
        return means
    return replace(means, register=register, version=f"{means.version}+{register.version}")


def read(
    documents: Iterable[Document | Problem],
    ledger: Ledger,
    *,
    places: Sequence[str] = (),
    means: Means = PACKAGED,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Outcome]:
    """Read documents into a ledger; the same document twice changes nothing.

    Documents that come slowly are kept one by one, those of one second in one transaction. Whoever kills it loses the
    documents of that second at most, each of them wholly.

    Args:
        documents: the documents, and a problem for each source that gave none.
        ledger: where to.
        places: the places that these are all the documents of. Problems of theirs that were listed before and do not
            come up again are listed no longer.
        means: with what to read.
        clock: what second it is, for tests.
    """
    seen: set[str] = set()
    for outcome in _kept(code(documents, means=means), partial(_append, ledger), clock):
        seen.update(problem.id for problem in outcome.problems)
        yield outcome
    ledger.close_problems(partial(is_at, places), seen)


def reread(
    ledger: Ledger, *, means: Means = PACKAGED, clock: Callable[[], float] = time.monotonic
) -> Iterator[Outcome]:
    """Read the documents anew that another version of the reader has read; what is found waits, and does not count.

    Others may read and write meanwhile. Where it was stopped, it goes on when it is called again.
    """
    # A document that is read in between has another reading that counts, so that its draft is not taken.
    due = dict(ledger.find_undrafted(READER, means.version))
    stored = (document for key in due if (document := ledger.find_document(key)) is not None)
    yield from _kept(code(stored, means=means), partial(_draft, ledger, due), clock)


def _kept(
    outcomes: Iterable[Outcome], keep: Callable[[Sequence[Outcome]], Sequence[Outcome]], clock: Callable[[], float]
) -> Iterator[Outcome]:
    """What was read, as soon as it is kept: the first at once, then what was read in a second together."""
    waiting: list[Outcome] = []
    kept_at = clock() - _TOGETHER
    try:
        for outcome in outcomes:
            waiting.append(outcome)
            if clock() - kept_at >= _TOGETHER:
                due, waiting = waiting, []
                yield from keep(due)
                kept_at = clock()
    finally:
        # Where somebody stops it, what was read until then is kept too.
        rest = keep(waiting)
    yield from rest


def _append(ledger: Ledger, due: Sequence[Outcome]) -> Sequence[Outcome]:
    whole = [(one.document, one.reading) for one in due if one.document is not None and one.reading is not None]
    changes = iter(ledger.append_readings(whole) if whole else ())
    _append_problems(ledger, due)
    return [one if one.reading is None else replace(one, change=next(changes)) for one in due]


def _draft(ledger: Ledger, numbers: Mapping[DocumentId, int], due: Sequence[Outcome]) -> Sequence[Outcome]:
    found = [(numbers[one.reading.document], one.reading) for one in due if one.reading is not None]
    if found:
        ledger.append_drafts(found)
    _append_problems(ledger, [one for one in due if one.reading is None])
    return due


def _append_problems(ledger: Ledger, due: Sequence[Outcome]) -> None:
    if problems := [problem for one in due for problem in one.problems]:
        ledger.append_problems(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What linking did.

    Attributes:
        documents: how many documents were new; None where everything was linked anew.
        records: how many records were touched.
        threads: how many undertakings the ledger has now that were said in several records.
    """

    documents: int | None
    records: int
    threads: int


def link(ledger: Ledger, *, again: bool = False, at_once: bool = True) -> Linked:
    """Find out which records are one thing: commitments, and actors, stories, occasions and instruments.

    Of commitments only what is new since the last time is looked at. The other kinds are resolved from scratch.

    Args:
        ledger: the ledger.
        again: forget what was found, and find everything anew; the result is the same.
        at_once: resolve the other kinds whatever is new; otherwise only once a twentieth of the ledger is, so that a
            feed read document by document does not resolve all of it each time.
    """
    for kind in identities.KINDS:
        _link_kind(ledger, kind, again=again, at_once=at_once)
    while True:
        seen = ledger.find_unlinked(commitments.KIND, commitments.VERSION)
        is_whole = again or seen.is_whole
        if is_whole:
            found = commitments.link_all(ledger, _judged(ledger))
        elif seen.documents or seen.records:
            found = commitments.link_new(ledger, seen.documents, seen.records, _judged(ledger))
        else:
            return Linked(documents=0, records=0, threads=ledger.count_threads(commitments.KIND))
        # Where another process has linked meanwhile, what was found rests on threads that are no longer there.
        if ledger.append_resolution(seen, found):
            touched = sum(len(thread.records) for thread in found.threads)
            documents = None if is_whole else len(seen.documents)
            return Linked(documents=documents, records=touched, threads=ledger.count_threads(commitments.KIND))


def _link_kind(ledger: Ledger, kind: str, *, again: bool, at_once: bool) -> None:
    while True:
        seen = ledger.find_unlinked(kind, identities.version_of(kind))
        new = len(seen.documents) or (1 if seen.records else 0)
        enough = 1 if at_once else ledger.count_documents() / 20
        if not (again or seen.is_whole or (new and new >= enough)):
            return
        if ledger.append_resolution(seen, identities.resolve(kind, ledger.iter_readings(), _standings(ledger, kind))):
            return


def _judged(ledger: Ledger) -> tuple[Pair, ...]:
    """What people judged of two commitments, and did not take back."""
    return commitments.judged_pairs(commitments.KIND, _compared(ledger, commitments.KIND))


def _standings(ledger: Ledger, kind: str) -> dict[tuple[str, str], Standing]:
    """What people judged of two records of another kind; of actors under the actors' own ids."""
    told = list(_compared(ledger, kind))
    if kind == "actors":
        found = ledger.find_by_ids({record for _, records in told for record in records})
        ids = {key: one.record.actor for key, one in found.items() if isinstance(one.record, Actor)}
        told = [(judgement, tuple(ids[record] for record in records if record in ids)) for judgement, records in told]
    return {(pair.one, pair.other): pair.standing for pair in commitments.judged_pairs(kind, told)}


def _compared(ledger: Ledger, kind: str) -> Iterator[tuple[Judgement, tuple[RecordId, ...]]]:
    """Judgements that stand, with what they are about as far as it is still there."""
    for told in ledger.find_judgements():
        if told.undone is None:
            yield told.judgement, tuple(about.now for about in told.about if about.now and about.kind == kind)


def code(documents: Iterable[Document | Problem], *, means: Means = PACKAGED) -> Iterator[Outcome]:
    """Read documents without a ledger."""
    for document in documents:
        if isinstance(document, Problem):
            yield Outcome(problems=(document,))
            continue
        read_or_not = _read_safely(document, means)
        if isinstance(read_or_not, Problem):
            yield Outcome(document=document, problems=(read_or_not,))
        else:
            yield Outcome(document=document, reading=read_or_not, problems=read_or_not.problems)


def read_text(text: str, *, published: str | None = None) -> Reading:
    """The records of one text.

    Args:
        text: the text; every span of the reading points into it.
        published: the day of publication as the codebook writes it, against which weekdays and months are resolved.

    Raises:
        ValueError: `published` is no date.
    """
    document = Document(text=text, published=When.parse(published) if published else None)
    return read_document(document, means=PACKAGED)


def _read_safely(document: Document, means: Means) -> Reading | Problem:
    """The one boundary of a document: whatever a rule stumbles over costs that document, and is told to the user."""
    try:
        return read_document(document, means=means)
    except Exception as error:  # noqa: BLE001
        return _failed(document, error, "reading-failed", "This document could not be read")


def _failed(document: Document, error: Exception, code: str, message: str) -> Problem:
    return Problem(
        code=code,
        message=f"{message}: {type(error).__name__}. Please report it with the text.",
        location=document.location,
        document=document.id,
        detail="".join(traceback.format_exception(error)),
    )


def tell(document: Document, reading: Reading) -> tuple[Telling, ...] | Problem:
    """The events of a document that was read, one for each sentence that tells one; they are no records, and are kept nowhere."""
    try:
        return tuple(tellings_of(Scene(document), reading))
    except Exception as error:  # noqa: BLE001
        return _failed(document, error, "events-failed", "The events of this document could not be found")
