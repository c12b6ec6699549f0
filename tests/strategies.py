"""Any record whatever, for property tests."""

from dataclasses import fields
from datetime import date
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from servanda.codebook import KINDS, Actor, Mention, Quantity, Record, Slot, Span, When, stated, unclear, unstated

_WORDS = st.text(min_size=1, max_size=12)
_SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 500), st.integers(1, 40))
_STRETCHES = st.lists(_SPANS, min_size=1, max_size=3).map(tuple)
_WHENS = st.builds(
    lambda first, days: When(date.fromordinal(first), date.fromordinal(first + days)),
    st.integers(1, 3_000_000),
    st.integers(1, 4000),
)
_NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**15), max_value=10**15)


def records(kind: type[Record]) -> st.SearchStrategy[Record]:
    """Any record of this kind, each field stated, unstated or unclear."""
    return _built(kind)


def any_record() -> st.SearchStrategy[Record]:
    return st.one_of([records(kind) for _, kind in KINDS])


def _built(kind: type) -> st.SearchStrategy[Any]:
    hints = get_type_hints(kind)
    parts = {field.name: _value(hints[field.name]) for field in fields(kind) if field.init}
    if kind is Actor:
        parts["mentions"] = st.lists(_built(Mention), min_size=1, max_size=3).map(tuple)
    for name in ("span", "content"):
        if name in parts and kind not in (Mention, Quantity) and hints[name] is not Span:
            parts[name] = _STRETCHES
    return st.builds(kind, **parts)


def _value(hint: Any) -> st.SearchStrategy[Any]:
    origin, inside = get_origin(hint), get_args(hint)
    simple = {Span: _SPANS, When: _WHENS, str: _WORDS, float: st.floats(0, 1)}
    if hint in simple:
        return simple[hint]
    if origin is Slot:
        bearing = st.builds(stated, _value(inside[0]), _STRETCHES, st.text(max_size=8))
        return st.one_of(bearing, st.just(unstated()), st.builds(unclear, _WORDS))
    if origin is tuple:
        return st.lists(_value(inside[0]), max_size=3).map(tuple)
    if origin in (Union, UnionType):
        return st.one_of([st.none() if part is NoneType else _value(part) for part in inside])
    if hint.__name__ == "Decimal":
        return _NUMBERS
    if hasattr(hint, "__members__"):
        return st.sampled_from(list(hint))
    return _built(hint)
