"""Verbs that say what a deed harms, and the things that it may harm or bring about: `violates the truce`.

The words lie in `harms.toml`. Whether they characterise anything at their place is decided in the reading room.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from servanda.lexicon.inflections import forms_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """A verb of harm in one of its forms.

    Attributes:
        form: `do`, `does`, `did` or `doing`.
        particle: words that must follow at once.
        either: whether it harms only where its object is a harm: `causes unrest`.
    """

    form: str
    particle: tuple[str, ...]
    either: bool


@cache
def harms_by_form() -> Mapping[str, tuple[Harm, ...]]:
    """What each form of a verb may be."""
    found: dict[str, list[Harm]] = {}
    for phrase in _file()["verbs"]:
        verb, *particle = phrase.split()
        for word, form in forms_of(verb).items():
            known = Harm(form=form, particle=tuple(particle), either=phrase in _file()["either"])
            found.setdefault(word, []).append(known)
    return MappingProxyType({word: tuple(known) for word, known in found.items()})


@cache
def load_goods() -> frozenset[str]:
    """What is worth keeping: `peace`, `sovereignty`."""
    return frozenset(_file()["goods"])


@cache
def load_harms() -> frozenset[str]:
    """What is a harm: `unrest`, `suffering`."""
    return frozenset(_file()["harms"])


@cache
def _file() -> dict[str, list[str]]:
    return tomllib.loads(files("servanda.lexicon").joinpath("harms.toml").read_text(encoding="utf-8"))
