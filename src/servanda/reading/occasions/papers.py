"""Occasions that are the making of an instrument: its signing, release or adoption, told by a participle and a time or maker.

"The joint declaration, released on Monday" and "the accord will be signed next week" each name one. Without a time or a
maker the words only describe the instrument.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.codebook import Span
from servanda.lexicon.dealings import load_dealings
from servanda.lexicon.gatherings import Gathering, load_gatherings
from servanda.reading.instruments.nouns import Naming, find_namings
from servanda.reading.occasions.sightings import Sighting
from servanda.reading.stretches import Stretch

_VERBS = (
    r"(?:signed|initial+ed|inked|penned|released|issued|published|unveiled|announced|adopted|concluded|ratified"
    r"|reached|struck|brokered|clinched|sealed|hammered\sout|wrapped\sup)\b"
)
_SIGNED = ("sign", "initial", "inked", "penned", "sealed")
_AGREED = ("reached", "struck", "brokered", "clinched", "hammered", "wrapped")
_SIDES = ("between ", "with ", "among ")
_VERB = re.compile(_VERBS)
_BY = re.compile(r"\bby\s")
_JOINED = re.compile(r"(?:\w+\s){0,5}|\s?(?:,|and|,\sand)\s(?:the\s)?")
_MADE = re.compile(
    r",?\s(?:which\s|that\s)?(?:(?:is|was|were|are|has\sbeen|have\sbeen|will\sbe|(?:is|are|was|were)\s(?:(?:expected|set|due|scheduled|planned|likely)\s)?to\sbe|to\sbe|be)\s)?(?:\w+ly\s|first\s)?"
    rf"(?P<verb>{_VERBS})(?P<rest>[^,;.]{{0,60}})"
)


def find_in_papers(stretch: Stretch) -> Iterator[Sighting]:
    """The signings and releases of one sentence that a participle tells, in order."""
    if _VERB.search(stretch.scene.text, stretch.span.start, stretch.span.end) is None:
        return
    for naming in find_namings(stretch):
        made = _MADE.match(stretch.scene.text, naming.nominal.span.end, stretch.span.end)
        if made and made["verb"].startswith(_AGREED) and made["rest"].lstrip().startswith(_SIDES):
            continue  # `a deal struck between Kenya and Norway` is a clause, which other rules read to its end.
        end = _end(stretch, made) if made else None
        if made and end:
            yield _sighting(stretch, naming, made["verb"], end)


def _end(stretch: Stretch, made: re.Match[str]) -> int | None:
    """The end of the time or of the makers behind the participle; None where neither follows."""
    reach = Span(made.end("verb"), max(made.end("rest"), made.end("verb") + 1))
    times = [time.span.end for time in stretch.times if time.when and reach.holds(time.span)]
    return max([*times, *_makers(stretch, made)], default=None)


def _makers(stretch: Stretch, made: re.Match[str]) -> Iterator[int]:
    """Where each of those ends who stand behind "by", one joined to the next."""
    by = _BY.search(made["rest"])
    reached = made.start("rest") + by.end() if by else stretch.span.end
    for mention in (m for m in stretch.mentions if m.span.start >= reached):
        if not _JOINED.fullmatch(stretch.scene.text, reached, mention.span.start):
            break
        reached = mention.span.end
        yield reached


def _sighting(stretch: Stretch, naming: Naming, verb: str, end: int) -> Sighting:
    gathering = _made_by(verb)
    span = Span(naming.nominal.span.start, end)
    return Sighting(
        gathering=gathering, span=span, nominal=None, stretch=stretch, score=0.7, rule=f"{gathering.name}-participle"
    )


def _made_by(verb: str) -> Gathering:
    """What sort of occasion a participle tells: papers are signed, released, or agreed on."""
    if verb.startswith(_AGREED):
        return next(dealing.gathering for dealing in load_dealings() if dealing.gathering.name == "agree")
    name = "signing" if verb.startswith(_SIGNED) else "release"
    return next(gathering for gathering in load_gatherings() if gathering.name == name)
