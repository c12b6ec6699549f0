"""Which records stand on a page of an answer, in its order. What they are is not looked at."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from servanda.store.filters import counts
from servanda.store.plans import Plan, plan_of
from servanda.store.queries import Order, Query
from servanda.store.schema import readings, records
from servanda.store.tallies import narrowing

_AMPLE = 4


def find_dated_numbers(connection: Connection, kind: str, query: Query) -> list[tuple[int, str | None]]:
    """The numbers of all records of a kind that answer a question, the newest first, each with the end of its own date or deadline.

    Raises:
        ValueError: no such kind.
    """
    plan = plan_of(connection, kind, query)
    asked = select(records.c.number, records.c.date_to).select_from(plan.inside).where(*plan.conditions)
    return [(number, end) for number, end in connection.execute(asked.order_by(*plan.keys(Order.NEWEST)))]


def find_numbers(connection: Connection, kind: str, query: Query) -> list[int]:
    """The numbers of the records of a kind on the page that a question asks for.

    Raises:
        ValueError: no such kind, or no such order.
    """
    plan = plan_of(connection, kind, query)
    is_whole = query.order == Order.SCORE and not narrowing(query)
    return (_least_sure(connection, kind, plan, query) if is_whole else []) or _page(connection, plan, query)


def _least_sure(connection: Connection, kind: str, plan: Plan, query: Query) -> list[int]:
    """A page of the least sure records of a kind; nothing where fewer than `_AMPLE` pages of records are there, or too few count.

    The least sure ones up to a score are sorted; many have that score itself, and of them the newest are the beginning
    of an index.
    """
    limit, offset = max(query.limit, 0), max(query.offset, 0)
    scores = select(records.c.score).where(records.c.record_kind == kind).order_by(records.c.score)
    # Some records of the index are superseded.
    score = connection.execute(scores.limit(1).offset(_AMPLE * (limit + offset))).scalar()
    if score is None:
        return []
    asked = select(records.c.number).select_from(records.join(readings, readings.c.number == records.c.reading))
    surer = asked.where(records.c.record_kind == kind, records.c.score < score, counts(query.known, query.upto))
    found = list(connection.execute(surer.order_by(*plan.keys(Order.SCORE)).limit(limit + offset)).scalars())
    left = limit + offset - len(found)
    if left:
        same = select(records.c.number).select_from(plan.inside).where(*plan.conditions, records.c.score == score)
        found += connection.execute(same.order_by(*plan.keys(Order.NEWEST)).limit(left)).scalars()
    return found[offset:] if len(found) == limit + offset else []


def _page(connection: Connection, plan: Plan, query: Query) -> list[int]:
    limit, offset = max(query.limit, 0), max(query.offset, 0)
    asked = select(records.c.number).select_from(plan.inside).where(*plan.conditions).order_by(*plan.keys(query.order))
    if query.order != Order.OLDEST:
        return list(connection.execute(asked.limit(limit).offset(offset)).scalars())
    # Records without a date come last, and an index has them first.
    dated, undated = plan.day > "", plan.day == ""
    found = list(connection.execute(asked.where(dated).limit(limit).offset(offset)).scalars())
    if len(found) == limit:
        return found
    before = asked.where(dated).order_by(None).with_only_columns(func.count())
    left = 0 if found or not offset else max(0, offset - connection.execute(before).scalar_one())
    return found + list(connection.execute(asked.where(undated).limit(limit - len(found)).offset(left)).scalars())
