"""In which language a text is written, by py3langid. Short texts are left to their metadata."""

from __future__ import annotations

from functools import cache
from typing import Any

_ENOUGH = 200
_SAMPLE = 6_000
_SURE = 0.9


def find_language(text: str) -> str | None:
    """ISO 639-1 code, or None where the text is too short or too mixed to tell."""
    sample = " ".join(text[: 2 * _SAMPLE].split())[:_SAMPLE]
    if len(sample) < _ENOUGH:
        return None
    language, share = _identifier().classify(sample)
    return str(language) if share >= _SURE else None


@cache
def _identifier() -> Any:
    # It imports numpy, a fifth of a second that a command without texts should not wait for.
    import py3langid  # noqa: PLC0415

    kind: Any = py3langid.langid.LanguageIdentifier
    return kind.from_model_file(py3langid.langid.MODEL_FILE, norm_probs=True)
