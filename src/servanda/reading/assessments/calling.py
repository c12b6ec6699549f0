"""What someone is called: the quoted words of `called Kenya a "model partner"` characterise, whatever they are."""

from __future__ import annotations

import re

from servanda.codebook import Reading, Span, Statement
from servanda.codebook.spans import trimmed
from servanda.codebook.vocabulary import About, ActorKind
from servanda.lexicon.evaluations import evaluation_pattern, evaluations_by_words, load_heads
from servanda.reading.actors.references import mentions_in
from servanda.reading.assessments.evaluations import Hit
from servanda.reading.scenes import Scene

_AS = re.compile(r"\sas\s(?:an?\s|the\s)?((?:[\w’'-]+\s){0,5}[\w’'-]+)\Z")
_A = re.compile(r"\san?\s((?:[\w’'-]+\s){0,5}[\w’'-]+)\Z")
_LAST = re.compile(rf"\s({evaluation_pattern().pattern})\Z", re.IGNORECASE)
NAMING_RULES = frozenset({"speech-naming", "speech-as"})
_LONGEST = 14
_TAKEN_UP = frozenset({"it", "this", "that", "them", "both"})
"""Words that take up what was named before: what is called a bad deal is the deal, and no party."""
_SIGNS = "\"“”‘’'.,!? "


def callings_in(scene: Scene, sofar: Reading, statement: Statement) -> tuple[Hit, ...]:
    """The quoted names in a statement that calls something by one."""
    if statement.origin.rule not in NAMING_RULES:
        return ()
    found = []
    for content in statement.content:
        for quote in scene.quotes_in(content):
            words = _inside(scene, quote)
            if content.holds(quote) and words is not None and _is_description(words.of(scene.text)):
                found.append(_hit(scene, sofar, content, words))
        plain = _AS.search(scene.text, content.start, content.end) if statement.origin.rule == "speech-as" else None
        plain = plain or (_named(scene, content) if statement.origin.rule == "speech-naming" else None)
        if plain is not None and not found:
            found.append(_hit(scene, sofar, content, Span(*plain.span(1))))
    return tuple(found)


def _named(scene: Scene, content: Span) -> re.Match[str] | None:
    """The words at the end: `called Uganda a trusted friend`, `called the vote unfair`."""
    named = _A.search(scene.text, content.start, content.end)
    if named is not None and not evaluation_pattern().search(named.group(1)):
        return named
    return _LAST.search(scene.text, content.start, content.end)


def _is_description(words: str) -> bool:
    """Whether quoted words describe; a run of capitals ("Operation Dawn") is a proper name."""
    listed = words.split()
    return len(listed) <= _LONGEST and not (len(listed) > 1 and all(word[:1].isupper() for word in listed))


def _inside(scene: Scene, quote: Span) -> Span | None:
    start, end = quote.start, quote.end
    while start < end and scene.text[start] in _SIGNS:
        start += 1
    while start < end and scene.text[end - 1] in _SIGNS:
        end -= 1
    return trimmed(scene.text, start, end)


def _hit(scene: Scene, sofar: Reading, content: Span, words: Span) -> Hit:
    known = evaluation_pattern().search(scene.text, words.start, words.end)
    senses = evaluations_by_words()[" ".join(known.group().lower().split())] if known else ()
    about = _about(scene, sofar, content, words)
    return Hit(span=words, about=about, valence=senses[0].valence if senses else None, head=content)


def _about(scene: Scene, sofar: Reading, content: Span, words: Span) -> About:
    """What the one who is called so is: a person's conduct, a partner, or what its noun says."""
    if words.start <= content.start + 1:
        return About.CONDUCT
    called = Span(content.start, words.start - 1)
    paper = next((h for w in scene.words(words) if (h := load_heads().get(w.lower)) is About.INSTRUMENT), None)
    if paper is not None and called.of(scene.text).strip().lower() in _TAKEN_UP:
        return paper
    heads = [load_heads()[w.lower] for w in scene.words(called) if w.lower in load_heads()]
    if heads:
        return heads[0]
    named = mentions_in(sofar, called)
    kinds = {actor.actor: actor.kind for actor in sofar.actors}
    if named and kinds.get(named[0].actors[0]) is ActorKind.STATE:
        return About.PARTNER
    return About.CONDUCT
