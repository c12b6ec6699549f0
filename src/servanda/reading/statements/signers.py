"""The person whose own words a text is, as its heading says: `Remarks by Minister X`, `Joint Press Statement by X with Y`, `Minister's opening remarks`.

The heading is all that stands before the first sentence of the text. A joint text is one person's only where it says `I`.
"""

from __future__ import annotations

import re

from servanda.codebook import ActorId, Reading, Span
from servanda.codebook.vocabulary import ActorKind, DocumentKind
from servanda.reading.actors.references import Referent, mentions_in
from servanda.reading.scenes import Scene
from servanda.reading.statements.labels import is_one_voice, label_in

_WORDS = r"(?:press statement|statement|remarks|letter|message|address|op-ed|speech|comments|intervention|toast|press conference|press briefing|interview)"
_BY = re.compile(rf"\b{_WORDS}\s+(?:as\s+prepared\s+)?(?:by|from|of)\s+", re.IGNORECASE)
_OWN = re.compile(
    r"[’']s?\s+(?:(?:opening|closing|introductory|doorstep|press|keynote|public)\s+)?(?:remarks|speech|statement|address|comments|intervention|message)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"[\s,]*(?:(?:[A-Z][\w./’'&-]*|the|of|for|and|on|his|her)(?:[\s,]+|\Z))*\Z")
"""Words of rank and office before a name: `High Representative/Vice-President`, `EAM, Dr.`."""
OF_SEVERAL = re.compile(r"\bjoint\b|\btrilateral\b|[’']\s+statement\b", re.IGNORECASE)
"""By what a heading says that several issued the text."""
_I = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|[Mm]y)\b(?!\.)")
_STOP = re.compile(r"[.!?:,]\s*[\"”’']?\s*\Z|\A[^.]{0,40}:\s")
_HEADING = 4
"""How many paragraphs a heading has at most."""
_OPENING = 2500
"""Within how many characters somebody who speaks for himself says `I`."""


def signer_of(scene: Scene, sofar: Reading) -> tuple[ActorId, ...]:
    """The one person whose words the heading says that the text is; empty where it names none.

    Args:
        scene: the document laid out.
        sofar: the reading with its actors.
    """
    if scene.document.kind in (DocumentKind.NEWS, DocumentKind.INSTRUMENT) or not scene.paragraphs:
        return ()
    # Asked for every "we" and "I" of a long transcript; it hangs on nothing but the actors.
    name = f"signer among {len(sofar.actors)}"
    if name not in scene.kept:
        scene.kept[name] = _signer_of(scene, sofar)
    found = scene.kept[name]
    return found if isinstance(found, tuple) else ()


def _signer_of(scene: Scene, sofar: Reading) -> tuple[ActorId, ...]:
    heading = _heading(scene)
    by = _BY.search(scene.text, heading.start, min(heading.end, heading.start + 160))
    people = _people(sofar, heading)
    alone = not OF_SEVERAL.search(heading.of(scene.text)) or _says_i(scene, heading)
    if by is not None and alone:
        return next((one.actors for one in people if _is_titled(scene, by.end(), one)), ())
    if is_one_voice(scene) and (labelled := _labelled(scene, sofar)):
        return labelled
    if not alone or not _says_i(scene, heading):
        return ()
    own = [one for one in people if _OWN.match(scene.text, one.span.end, heading.end)]
    if own:
        return own[-1].actors
    named = {one.actors for one in people}
    spoken = scene.document.kind is DocumentKind.TRANSCRIPT
    return named.pop() if spoken and len(named) == 1 else ()


def _heading(scene: Scene) -> Span:
    """The title and what stands under it before the first sentence."""
    end = scene.paragraphs[0].end
    for paragraph in scene.paragraphs[1:_HEADING]:
        if _STOP.search(paragraph.of(scene.text)):
            break
        end = paragraph.end
    return Span(scene.paragraphs[0].start, end)


def _people(sofar: Reading, heading: Span) -> list[Referent]:
    people = {actor.actor for actor in sofar.actors if actor.kind is ActorKind.PERSON}
    return [one for one in mentions_in(sofar, heading) if len(one.actors) == 1 and set(one.actors) <= people]


def _labelled(scene: Scene, sofar: Reading) -> tuple[ActorId, ...]:
    """Whom the only label of a transcript names: `MINISTER BERG: Good morning`."""
    labels = (label for paragraph in scene.paragraphs if (label := label_in(scene, paragraph)) is not None)
    named = (one.actors for label in labels for one in _people(sofar, label.span))
    return next(named, ())


def _is_titled(scene: Scene, start: int, person: Referent) -> bool:
    """Whether only words of rank and office stand between a place and a person's name."""
    return start <= person.span.start and _TITLE.match(scene.text[start : person.span.start]) is not None


def _says_i(scene: Scene, heading: Span) -> bool:
    """Whether the text speaks of itself as one person, outside quotations."""
    for found in _I.finditer(scene.text, heading.end, min(len(scene.text), heading.end + _OPENING)):
        if scene.in_quote(Span(*found.span())) is None:
            return True
    return False
