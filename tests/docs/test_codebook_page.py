"""The page that explains the codebook to users says all that the records hold, in the words that the program shows."""

from pathlib import Path

import pytest

from servanda.codebook import KINDS
from servanda.codebook.cells import slots_of
from servanda.codebook.vocabulary import Method, Term, Verdict

PAGE = (Path(__file__).parents[2] / "docs" / "codebook.md").read_text(encoding="utf-8")
SHOWN = sorted(
    (
        term
        for term in set(Term.__subclasses__()) - {Method, Verdict}
        if term.__module__.startswith("servanda.codebook")
    ),
    key=lambda term: term.__name__,
)


def section(kind: str) -> str:
    return PAGE.split(f"\n## {kind}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("term", SHOWN, ids=lambda term: term.__name__)
def test_every_word_of_a_vocabulary_is_explained_as_the_program_explains_it(term):
    missing = [word.value for word in term if f"| `{word.value}` | {word.meaning} |" not in PAGE]
    assert not missing


@pytest.mark.parametrize("kind", [record for _, record in KINDS], ids=lambda record: record.__name__)
def test_every_field_of_a_record_is_explained(kind):
    missing = [slot for slot in slots_of(kind) if f"| `{slot}` | " not in section(kind.__name__)]
    assert not missing
