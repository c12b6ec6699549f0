"""When an instrument was adopted, and how far it has come, by the verbs around its name."""

from __future__ import annotations

import re

from servanda.codebook import Slot, Span, When, stated, unstated
from servanda.codebook.vocabulary import InstrumentKind, InstrumentStatus
from servanda.reading.actors.references import Referent
from servanda.reading.instruments.nouns import Naming
from servanda.reading.times.tenses import Tense, tense_of
from servanda.reading.times.times import Time

_ADOPTED = re.compile(
    r"[\s,(]+(?:(?:which|that)\s)?(?:(?:is|was|were|are|has\sbeen|had\sbeen)\s)?(?:\w+ly\s)?(?:signed|initial\w*|concluded|adopted|released|issued|announced|reached|unveiled|agreed|inked)\b[^.;]{0,40}\Z"
)
_ADOPTING = re.compile(
    r"\b(?:sign|initial|conclude|adopt|release|issue|announce|reach|unveil|ink)\w*\s(?:\S+\s){0,1}\Z", re.IGNORECASE
)
_BEFORE: tuple[tuple[re.Pattern[str], InstrumentStatus], ...] = (
    (
        re.compile(
            r"\b(?:terminat\w+|abrogat\w+|scrapp\w+|annul\w+|end(?:ed|ing)|collapse\sof|expiration\sof|expiry\sof)\s\S*\s?\Z"
        ),
        InstrumentStatus.ENDED,
    ),
    (re.compile(r"\b(?:initial(?:l?ed|l?ing)?)\s\S*\s?\Z"), InstrumentStatus.INITIALLED),
    (
        re.compile(
            r"\b(?:hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|try|tries|tried|trying|want(?:s|ed)?|seek(?:s|ing)?|sought|intends?|plan(?:s|ned)?|fail(?:s|ed)?|able|unable|expected|likely|ready|close|order|need(?:s|ed)?|declin(?:e|es|ed)|refus(?:e|es|ed))\sto\s(?:\w+ly\s)?(?:reach|sign|conclude|clinch|strike|secure|finali[sz]e|agree\s(?:to|on|upon)|seal|make)\s(?:\S+\s){0,2}\Z"
        ),
        InstrumentStatus.PROPOSED,
    ),
    (
        re.compile(
            r"\b(?:negotiat\w+|propos\w+|finali[sz](?:e|ing|ation\sof)|hammer\w*\sout|thrash\w*\sout|iron\w*\sout|hatch\w*|mov(?:e|ing)\s(?:forward\swith|towards?)|hope(?:s|ful)?\s(?:of\sreaching|for)|work\w*\s(?:on|toward|towards)|seek\w*|call\w*\sfor|conclude|draft\w*|pursue|explor\w+|discuss\w*|toward|towards|memoriali[sz]e|develop\w*|to\ssign)\s(?:\S+\s){0,2}\Z"
        ),
        InstrumentStatus.PROPOSED,
    ),
    (re.compile(r"\b(?:signed|signing(?:\sof)?|signatories\sto)\s(?:\S+\s){0,2}\Z"), InstrumentStatus.SIGNED),
    (
        re.compile(
            r"\b(?:withdr\w+\s(?:\S+\s){0,3}from|walk\w*\s(?:away|out)\s(?:from|of)|left|quit|exit\w*(?:\sfrom)?|pull\w*\sout\sof|goals\sof|objectives\sof|principles\sof|enshrined\sin|commitment\sto|adherence\sto|implementation\sof|implement\w*|uphold\w*|renew\w*|extend\w*|ratif\w+|under|pursuant\sto|violat\w+(?:\sof)?|accordance\swith|complian\w+\swith|bound\sby|party\sto|parties\sto|terms\sof|provided\sby|obligations\sunder|[Cc]onsistent\swith|enforc\w+|abid\w+\sby|honou?r\w*|in\sline\swith)\s(?:\S+\s){0,1}\Z"
        ),
        InstrumentStatus.IN_FORCE,
    ),
    (
        re.compile(
            r"\b(?:released?|issued|adopted|announced?|reached|concluded|unveiled|struck|agreed\s(?:to|on|upon)|entered\sinto|announcement\sof)\s(?:\S+\s){0,2}\Z"
        ),
        InstrumentStatus.CONCLUDED,
    ),
)
_BEHIND: tuple[tuple[re.Pattern[str], InstrumentStatus], ...] = (
    (re.compile(r"[\s,]+(?:\S+\s){0,3}?(?:expired|ended|collapsed|lapsed|was\sterminated)\b"), InstrumentStatus.ENDED),
    (
        re.compile(r"[\s,]+(?:\S+\s){0,3}?(?:will\sbe|to\sbe|is\sexpected\sto\sbe|is\sbeing)\s\w+"),
        InstrumentStatus.PROPOSED,
    ),
    (re.compile(r"[\s,]+(?:\S+\s){0,3}?initial+ed\b"), InstrumentStatus.INITIALLED),
    (re.compile(r"[^.;]{0,80}?\b(?:entered\sinto\sforce|has\sbeen\sin\sforce)\b"), InstrumentStatus.IN_FORCE),
    (re.compile(r"[\s,]+(?:\S+\s){0,3}?(?:signed|inked)\b"), InstrumentStatus.SIGNED),
    (
        re.compile(
            r"[\s,]+(?:\S+\s){0,3}?(?:entered\sinto\sforce|took\seffect|came\sinto\s(?:force|effect)|is\sin\sforce|remains\sin\sforce)\b"
        ),
        InstrumentStatus.IN_FORCE,
    ),
    (
        re.compile(r"[\s,]+(?:\S+\s){0,3}?(?:released|issued|adopted|announced|reached|concluded|unveiled)\b"),
        InstrumentStatus.CONCLUDED,
    ),
)
_DECLARED = frozenset({InstrumentKind.JOINT_STATEMENT, InstrumentKind.FACT_SHEET})
_OBLIGED = re.compile(
    r"\b(?:implement(?:s|ing|ation\sof)?|acced(?:e|es|ing)\sto|accession\sto|ratif(?:y|ies|ying)|join(?:s|ing)?|withdr\w+\sfrom|leav(?:e|es|ing)|left|quit|(?:a\s)?party\sto|bound\sby|adhere\sto|comply\swith|complian\w+\swith|accept)\s(?:\S+\s){0,2}\Z"
)
_WILL_HOLD = re.compile(r"\swill\s(?:also\s)?(?:include|cover|provide|contain|address|set\sout|be\ssigned)\b")
_AND = re.compile(r"(?:,|\sand|,\sand)\s(?:the\s)?")
_LONGEST = 366
_CLAUSE = 120
_MADE_BY = re.compile(
    r"\b(?:terminat(?:e|ed)|end(?:ed)?|cancel(?:l?ed)?|scrap(?:ped)?|suspend(?:ed)?|renew(?:ed)?|extend(?:ed)?|renegotiat(?:e|ed|ing)|negotiating|violat(?:e|ed)|seek(?:s|ing)?|secured?|clos(?:e|ed|ing)|signed?|initial+(?:ed)?|concluded?|reach(?:ed)?|entered\sinto|struck|agreed\s(?:to|on)|negotiat(?:e|ed)|adopted?|launch(?:ed)?|announced?|finali[sz]ed?|establish(?:ed)?|unveil(?:ed)?|has|have|had)\s(?:\S+\s){0,2}\Z"
)
# What has the definite article may be at hand already: `talks on the accord`.
_TALKS = re.compile(r"\b(?:talks|dialogue|consultations)\s(?:on|about|over|toward|towards|for)\s\Z", re.IGNORECASE)
_PROPOSED = frozenset(
    {
        "proposed",
        "future",
        "potential",
        "possible",
        "draft",
        "planned",
        "forthcoming",
        "eventual",
        "emerging",
        "unresolved",
    }
)
_MADE_ALREADY = (
    ("signed", InstrumentStatus.SIGNED),
    ("initialled", InstrumentStatus.INITIALLED),
    ("initialed", InstrumentStatus.INITIALLED),
    ("concluded", InstrumentStatus.CONCLUDED),
)
"""Words before the noun that say how far it has come: `the recently signed accord`."""


def adopted_on(naming: Naming) -> Slot[When]:
    """The day of adoption: a time in the name, or one that a verb of adoption leads to."""
    for time in naming.stretch.times:
        if time.when is not None and (time.when.end - time.when.start).days <= _LONGEST and _dates(naming, time):
            return stated(time.when, (time.span,), time.reason)
    return unstated()


def _dates(naming: Naming, time: Time) -> bool:
    """Whether a time is the time of adoption: inside the name, behind its participle, or in the clause of the verb."""
    span, text, start = naming.nominal.span, naming.stretch.scene.text, naming.stretch.span.start
    if span.holds(time.span):
        return True
    if time.span.start >= span.end and _ADOPTED.match(text, span.end, time.span.start):
        return True
    verb = _ADOPTING.search(text, max(start, span.start - 40), span.start)
    if verb is None:
        return False
    between = text[time.span.end : verb.start()] if time.span.end <= verb.start() else text[span.end : time.span.start]
    return len(between) < _CLAUSE and not re.search(r"[;:]|\b(?:that|which|who|but|while)\b", between)


def status_of(naming: Naming) -> Slot[InstrumentStatus]:
    """How far the instrument has come, as the words around this name have it."""
    stretch, span = naming.stretch, naming.nominal.span
    text, lead = stretch.scene.text, set(naming.nominal.lead)
    signed = next((status for word, status in _MADE_ALREADY if word in lead), None)
    if signed is not None and not lead & _PROPOSED:
        return stated(signed, (span,))
    if lead & _PROPOSED or _WILL_HOLD.match(text, span.end, stretch.span.end):
        return stated(InstrumentStatus.PROPOSED, (span,))
    start = max(stretch.span.start, span.start - 48)
    before = text[start : span.start]
    talks = _TALKS.search(before) if text.startswith(("a ", "an "), span.start) else None
    if talks:
        return stated(InstrumentStatus.PROPOSED, (Span(start + talks.start(), span.end),))
    for pattern, status in _BEFORE:
        found = pattern.search(before)
        if found:
            place = Span(start + found.start(), span.end)
            return stated(_of_its_kind(naming, found.group(), _unless_ahead(naming, status)), (place,))
    for pattern, status in _BEHIND:
        found = pattern.match(text, span.end, min(stretch.span.end, span.end + 60))
        if found:
            return stated(status, (Span(span.start, found.end()),))
    return unstated()


def _of_its_kind(naming: Naming, words: str, status: InstrumentStatus) -> InstrumentStatus:
    """What is carried out is concluded; only what binds by law is in force."""
    agreed = naming.is_proper and naming.paper.kind is InstrumentKind.AGREEMENT
    done = (words.startswith("implement") and not agreed) or naming.paper.kind in _DECLARED
    binding = naming.paper.kind is InstrumentKind.TREATY or naming.paper.name == "resolution"
    return InstrumentStatus.CONCLUDED if status is InstrumentStatus.IN_FORCE and done and not binding else status


def makers_of(naming: Naming) -> tuple[Referent, ...]:
    """The actors before the verb that made it (`Chile and Peru signed a memorandum`)."""
    stretch, start = naming.stretch, naming.nominal.span.start
    verb = _MADE_BY.search(stretch.scene.text, stretch.span.start, start)
    if verb is None:
        return ()
    before = [mention for mention in stretch.mentions if mention.span.end <= verb.start()]
    first = max(0, len(before) - 2)
    while first > 0 and _AND.fullmatch(stretch.scene.text, before[first - 1].span.end, before[first].span.start):
        first -= 1
    return tuple(before[first:])


def obliged_by(naming: Naming) -> Referent | None:
    """The one party that is to join or carry out an instrument of many (`Peru will accede to the Lisbon Treaty`)."""
    stretch, start = naming.stretch, naming.nominal.span.start
    verb = _OBLIGED.search(stretch.scene.text, stretch.span.start, start)
    before = [mention for mention in stretch.mentions if verb and mention.span.end <= verb.start()]
    subjects = {actor for mention in before for actor in mention.actors}
    return before[0] if len(subjects) == 1 and naming.is_proper else None


def _unless_ahead(naming: Naming, status: InstrumentStatus) -> InstrumentStatus:
    """What is still to be signed is proposed."""
    made = (InstrumentStatus.SIGNED, InstrumentStatus.CONCLUDED, InstrumentStatus.INITIALLED)
    ahead = tense_of(naming.stretch.scene, naming.nominal.head) is Tense.FUTURE
    return InstrumentStatus.PROPOSED if ahead and status in made else status
