"""Words of undertaking: what a firmness is read from. Finding who is bound, and to what, is the readers' work."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from servanda.codebook.vocabulary import Act, Firmness, Novelty, Polarity
from servanda.lexicon.inflections import forms_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking:
    """One word or phrase of undertaking.

    Attributes:
        words: its words in order, the first one bare; adverbs may stand between them.
        kind: `verb`, `modal` or `noun`.
        firmness: how firmly it binds.
        novelty: whether it says that the commitment is new; `unclear` leaves it to the sentence.
        polarity: minus where the party declines by it.
        takes: what may follow it; see `undertakings.toml`.
        act: the act that the word itself names, whatever follows.
        example: a sentence of our own in which it is found.
    """

    words: tuple[str, ...]
    kind: str
    firmness: Firmness
    novelty: Novelty
    polarity: Polarity
    takes: frozenset[str]
    act: Act | None
    example: str


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the first word of an undertaking: `pledged` of `pledge`, a past form."""

    undertaking: Undertaking
    form: str


@cache
def load_undertakings() -> Mapping[str, tuple[Form, ...]]:
    """The words of undertaking by the first word's forms in lower case, longer phrases first."""
    found: dict[str, list[Form]] = {}
    for undertaking in list_undertakings():
        for word, form in _forms(undertaking).items():
            found.setdefault(word, []).append(Form(undertaking, form))
    return MappingProxyType(
        {w: tuple(sorted(f, key=lambda one: -len(one.undertaking.words))) for w, f in found.items()}
    )


@cache
def list_undertakings() -> tuple[Undertaking, ...]:
    """All entries of `undertakings.toml`, in its order."""
    table = tomllib.loads((files("servanda.lexicon") / "undertakings.toml").read_text(encoding="utf-8"))
    return tuple(
        Undertaking(
            words=tuple(entry["word"].split()),
            kind=entry["kind"],
            firmness=Firmness(entry["firmness"]),
            novelty=Novelty(entry["novelty"]),
            polarity=Polarity(entry.get("polarity", "+")),
            takes=frozenset(entry["takes"]),
            act=Act(entry["act"]) if "act" in entry else None,
            example=entry["example"],
        )
        for entry in table["undertakings"]
    )


def _forms(undertaking: Undertaking) -> dict[str, str]:
    first = undertaking.words[0]
    return forms_of(first) if undertaking.kind == "verb" else {first: "do"}
