"""Dictionary forms as edits of the written word.

An edit says how to make a lemma from a word: "keep" or "lower" or "title" its letters, cut so many from the end,
add these. The language model chooses the edit; here it is made and applied. What a word means is not asked.
A verb's "-ied" and "-ies" are the one thing that it is told.
"""

from collections.abc import Callable

_CASES: dict[str, Callable[[str], str]] = {"keep": str, "lower": str.lower, "title": str.capitalize}
_VERBS_IN_IE = frozenset({"belie", "untie"})


def edit_between(word: str, lemma: str) -> str:
    """The least edit that makes the lemma from the word, written as "case:cut:added"; "lower" where two are alike."""
    return min((_edit(case, word, lemma) for case in ("lower", "keep", "title")), key=_size)


def _size(edit: str) -> int:
    _, cut, added = edit.split(":", 2)
    return int(cut) + len(added)


def _edit(case: str, word: str, lemma: str) -> str:
    base = _CASES[case](word)
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    return f"{case}:{len(base) - shared}:{lemma[shared:]}"


def edited(word: str, edit: str) -> str:
    """The lemma that an edit makes of a word; the word itself where the edit cuts more than there is."""
    case, cut, added = edit.split(":", 2)
    base = _CASES[case](word)
    if int(cut) > len(base) or (int(cut) == len(base) and not added):
        return base
    return base[: len(base) - int(cut)] + added


def verb_lemma(lemma: str) -> str:
    """A verb's lemma with the "y" that "ratified" hides; "die" and its like keep their "ie"."""
    return f"{lemma[:-2]}y" if lemma.endswith("ie") and len(lemma) > 4 and lemma not in _VERBS_IN_IE else lemma
