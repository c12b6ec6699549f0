"""What a comparison found, in plain words: `another number`, `the opposite`, `a condition left out`.

The vocabulary of findings is for programs and columns; these are for a reader who has not seen it. Nothing is compared here.
"""

from __future__ import annotations

from types import MappingProxyType

from servanda.resolve.findings import Aspect, Happening

_THINGS = MappingProxyType(
    {
        Aspect.TERM: "a term",
        Aspect.NUMBER: "a number",
        Aspect.CAP: "a limit",
        Aspect.DEADLINE: "a deadline",
        Aspect.TIME: "a time",
        Aspect.PARTY: "a party",
        Aspect.CONDITION: "a condition",
        Aspect.FIRMNESS: "how firmly a party is bound",
        Aspect.WORDS: "words",
        Aspect.QUOTATION: "a quotation",
        Aspect.QUALITY: "an adjective",
        Aspect.CHARACTERIZATION: "words of praise or blame",
        Aspect.EXCHANGE: "an exchange",
    }
)
_OWN = MappingProxyType(
    {
        (Happening.ADDED, Aspect.TERM): "a claim like no sentence of the text",
        (Happening.ADDED, Aspect.QUOTATION): "a quotation that is not in the text",
        (Happening.CHANGED, Aspect.NUMBER): "another number",
        (Happening.CHANGED, Aspect.CAP): "another limit",
        (Happening.CHANGED, Aspect.DEADLINE): "another deadline",
        (Happening.CHANGED, Aspect.TIME): "another time",
        (Happening.CHANGED, Aspect.PARTY): "another party",
        (Happening.CHANGED, Aspect.QUOTATION): "quoted otherwise than it stands",
        (Happening.KEPT, Aspect.TERM): "a term told, no difference found",
        (Happening.KEPT, Aspect.QUOTATION): "quoted word for word",
        (Happening.KEPT, Aspect.EXCHANGE): "an exchange that the text states too",
        (Happening.MISPLACED, Aspect.NUMBER): "a number of another thing",
        (Happening.REVERSED, Aspect.TERM): "the opposite",
        (Happening.ROUNDED, Aspect.NUMBER): "a rounded number",
        (Happening.ROUNDED, Aspect.CAP): "a rounded limit",
        (Happening.STRENGTHENED, Aspect.FIRMNESS): "bound more firmly than in the text",
        (Happening.SUBSTITUTED, Aspect.WORDS): "another thing or word",
        (Happening.SUMMED, Aspect.NUMBER): "a total of which the text gives the parts",
        (Happening.WEAKENED, Aspect.FIRMNESS): "bound less firmly than in the text",
    }
)
_GENERAL = MappingProxyType(
    {
        Happening.KEPT: "{} as in the text",
        Happening.DROPPED: "{} left out",
        Happening.ADDED: "{} that the text does not have",
    }
)


def happening_in_words(happening: Happening, aspect: Aspect) -> str:
    """What happened to what."""
    own = _OWN.get((happening, aspect))
    return own or _GENERAL.get(happening, f"{{}} {happening.value}").format(_THINGS[aspect])
