"""Which records stand on a page of an answer, in its order. What they are is not looked at."""

from __future__ import annotations

import math
import sys
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, func, select

from servanda.store.databases import LedBy, kept_in_order
from servanda.store.plans import Plan, plan_of
from servanda.store.queries import Order, Query
from servanda.store.schema import readings, records
from servanda.store.tallies import narrowing

_AMPLE = 2
_FIRST, _KEPT = "first", 100
_PLAIN: dict[str, Any] = {"limit": 0, "offset": 0, "order": Order.NEWEST}
_BESIDE_SCORES = frozenset({"firmnesses", "judged"})
"""What the least sure records may be narrowed by while they are sought from the least sure one on: much is left of them."""


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
    last = max(query.offset, 0) + max(query.limit, 0)
    if query.order == Order.NEWEST and last <= plan.most and is_gone_through(plan, query):
        return find_first(connection, kind, query, plan)[max(query.offset, 0) : last]
    by_score = query.order == Order.SCORE and narrowing(query).keys() <= _BESIDE_SCORES
    return _least_sure(connection, kind, plan, query) if by_score else _page(connection, plan, query)


def _least_sure(connection: Connection, kind: str, plan: Plan, query: Query) -> list[int]:
    """A page of the least sure records of a kind.

    Some more than are wanted are the beginning of an index, and are sorted. Of the score at which this beginning ends many
    more may have the same: where these are wanted, the newest of them are the beginning of another index.
    """
    wanted = max(query.limit, 0) + max(query.offset, 0)
    inside = LedBy(records, readings, readings.c.number == records.c.reading)
    of_index = () if kind == "actors" else (records.c.actor.is_(None),)
    asked = select(records.c.number).select_from(inside).where(*plan.conditions, *of_index)
    ample = min(_AMPLE * wanted, sys.maxsize)
    first = asked.order_by(records.c.score).limit(ample).subquery()
    sure = select(records.c.number, records.c.score).select_from(inside)
    rows = connection.execute(
        sure.where(records.c.number.in_(select(first.c.number))).order_by(*plan.keys(Order.SCORE))
    ).all()
    last = rows[-1].score if rows and len(rows) == ample else math.inf
    found = [number for number, score in rows if score < last][:wanted]
    if len(found) == wanted or last == math.inf:
        return found[max(query.offset, 0) :]
    same = select(records.c.number).select_from(plan.inside).where(*plan.conditions, records.c.score == last)
    found += connection.execute(same.order_by(*plan.keys(Order.NEWEST)).limit(wanted - len(found))).scalars()
    return found[max(query.offset, 0) :]


def find_first(connection: Connection, kind: str, query: Query, plan: Plan) -> list[int]:
    """The numbers of the newest records that a usual word or several values find, one more than are looked at for totals and choices.

    To hold what comes against all that is found takes most of the time, however little of it is wanted: a page and
    the choices beside it are answered from what was gone through once, until something is read.
    """
    last = connection.execute(select(func.max(readings.c.number))).scalar()
    since, found = connection.info.get(_FIRST, (None, {}))
    if since != last or len(found) >= _KEPT:
        found = {}
        connection.info[_FIRST] = last, found
    key = kind, replace(query, **_PLAIN)
    if key not in found:
        asked = select(records.c.number).select_from(plan.inside).where(*plan.conditions)
        newest = asked.order_by(*plan.keys(Order.NEWEST)).limit(plan.most + 1)
        with kept_in_order(connection, wanted=plan.in_order):
            found[key] = list(connection.execute(newest).scalars())
    return list(found[key])


def is_gone_through(plan: Plan, query: Query) -> bool:
    """Whether a question is one for `find_first`: what people say of records changes without anything being read."""
    return plan.held and query.judged is None


def _page(connection: Connection, plan: Plan, query: Query) -> list[int]:
    limit, offset = max(query.limit, 0), max(query.offset, 0)
    asked = select(records.c.number).select_from(plan.inside).where(*plan.conditions).order_by(*plan.keys(query.order))
    if query.order != Order.OLDEST:
        with kept_in_order(connection, wanted=plan.in_order and query.order == Order.NEWEST):
            return list(connection.execute(asked.limit(limit).offset(offset)).scalars())
    # Records without a date come last, and an index has them first.
    dated, undated = plan.day > "", plan.day == ""
    found = list(connection.execute(asked.where(dated).limit(limit).offset(offset)).scalars())
    if len(found) == limit:
        return found
    before = asked.where(dated).order_by(None).with_only_columns(func.count())
    left = 0 if found or not offset else max(0, offset - connection.execute(before).scalar_one())
    return found + list(connection.execute(asked.where(undated).limit(limit - len(found)).offset(left)).scalars())
