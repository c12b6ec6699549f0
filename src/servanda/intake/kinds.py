"""What kind of text it is, by its title, its form and its publisher.

The rules know no government: a joint statement of any two parties is an instrument, a fact sheet of one a release. What
a newspaper says about a joint statement stays news, because its headline has a verb and its text keeps "we" inside
quotation marks.
"""

from __future__ import annotations

import re
from itertools import takewhile

from servanda.codebook import Spans
from servanda.codebook.vocabulary import DocumentKind

_I = re.IGNORECASE
_TRANSCRIPT = re.compile(
    r"\b(?:transcript|press (?:briefing|gaggle|conference by)|(?:remarks|speech|address|toast|testimony)s? (?:as prepared|by|of|at|to|on|from|with)"
    r"|press call|background (?:press )?(?:call|briefing)|interview (?:with|of)|as delivered|press availability|question and answer|q&a)\b"
    r"|\A(?:(?:[\w’'-]+ ){0,2}remarks|(?:joint )?press (?:conference|point|encounter|stakeout)|doorstep(?: statement| interview)?)\b",
    _I,
)
# Whoever is greeted at the head of a text is spoken to.
_GREETING = re.compile(
    r"\s*(?:(?:your |their )?(?:royal |imperial )?(?:excellenc(?:y|ies)|highness(?:es)?|majest(?:y|ies))|ladies and gentlemen|good (?:morning|afternoon|evening|day)"
    r"|(?:(?:dear|esteemed|distinguished|honou?rable|respected) )+(?!sirs?\b)(?:[\w’'-]+ ){0,5}?(?:colleagues?|friends?|guests?|members?|ministers?|delegates?|president|chair(?:man|person)?|representatives?|secretary-general|participants?|press|media)"
    r"|m(?:r\.?|adam|rs\.?|s\.?) (?:president|chair(?:man|woman|person)?|speaker|secretary-general)|members of the (?:press|media)|as-?sala+m\w*)\b[^.:;]{0,80}[,.!:]?\s*\Z",
    _I,
)
_TALK = re.compile(
    r"\s*(?:good (?:morning|afternoon|evening)(?:[,.!]|\s*\Z| (?:everyone|everybody|all|to|and|ladies|friends|colleagues)\b)|ladies and gentlemen[,.!:]"
    r"|(?:so )?thank you (?:(?:very|so) )?much|\((?:as (?:delivered|prepared)|check against delivery)\b)",
    _I,
)
# The members of a body or the leaders of several states speak as one: a text that they adopted.
_WE_THE = re.compile(
    r"\s*(?:\d+\.?\s*)?We(?:, (?:the )?| the )(?:[\w’'-]+,? (?:and )?){0,8}?(?:Leaders|Ministers|Heads of (?:State|Government|Delegation)|Presidents|Kings|members|Member States|States Parties|participants|representatives|Parties|Chiefs|FMs)\b"
)
_READOUT = re.compile(r"\bread-?out\b", _I)
_MEETING = re.compile(r"\b(?:meeting|call|conversation|talks|discussion)s? (?:with|between)\b", _I)
_JOINT = re.compile(
    r"\bjoint (?:\w+ ){0,3}?(?:statement|declaration|communiqu[eé]|fact ?sheet|vision|press statement|action plan|plan of action|commitment|roadmap"
    r"|principles|announcement|leaders[’'] statement|press release|understanding)\b"
    r"|\b(?:leaders|ministers|heads of (?:state|government)|advisors|chiefs)[’']? (?:(?!(?:sign|adopt|issue|back|hail|unveil|endorse)s?\b)\w+ ){0,2}?(?:statement|declaration|communiqu[eé]|vision statement)\b"
    r"|\b(?:trilateral|bilateral|quadrilateral|summit) (?:[\w’']+ ){0,5}?(?:statement|declaration|communiqu[eé])\b"
    r"|\b(?:agreement|treaty|convention|protocol|accords?|compact|memorandum of (?:understanding|cooperation)"
    r"|communiqu[eé]|pact) (?:between|among|of|on|for|concerning)\b"
    r"|\A(?:the )?(?:\w+ )?(?:declaration|charter|framework) (?:between|among|of|on|for)\b",
    _I,
)
_ONE_SIDE = re.compile(
    r"\bfact ?sheet\b|\b(?:statement|message|letter|proclamation|notice|comment|condolences|announcement)s? (?:by|from|of|on|to|regarding)\b"
    r"|\b(?:press|media|news) (?:release|note|statement)\b|\bexecutive order\b|\bpresidential (?:delegation|determination|memorandum)\b|\bstrategy\b|\A(?:presidential )?(?:memorandum|order|permit) (?:on|for|to|regarding|authorizing)\b",
    _I,
)
# A headline of a report has a verb of doing or saying; the title of a document has none.
_VERB = re.compile(
    r"\b(?:sign|issue|release|adopt|agree|publish|unveil|say|hail|welcome|reject|slam|criticize|criticise|announce|vow|pledge|call|urge|back|seek|"
    r"denounce|condemn|discuss|hold|meet|join|reach|seal|strike|mark|note|stress|see|want|face|make|give|take|reaffirm|review|expect|plan|cite|"
    r"question|defend|praise|blast|mull|eye|tout|finali[sz]e|conclude|deny|confirm|emphasi[sz]e|close|host|visit|warn|tell|ask|end|open|launch)(?:s|es|d|ed)?\b"
    r"|\b(?:said|met|held|struck|saw|made|gave|took|told|sealed|is|are|was|were|will|to (?:sign|issue|release|adopt))\b",
    _I,
)
# "Key points of the joint statement" is told by somebody else.
_ABOUT = re.compile(
    r"\b(?:key|main|top|\d+) (?:points|takeaways|highlights)\b|\bexplain(?:ed|er)\b|\bwhat (?:to|we|does|is in)\b", _I
)
_PARTIES = re.compile(
    r"\b(?:have|has) agreed as follows\b|\bhereinafter\b.{0,80}\bparties\b|\bthe (?:contracting )?parties (?:shall|agree)\b|\bdone (?:at|in) [A-Z]\w+.{0,60}\bin duplicate\b",
    _I,
)
_SPEAKER = re.compile(
    r"(?:[A-Z][A-Z’'.() -]{2,40}:|Q:?\s{1,4}\S|Q\s?[–—]|Q\.|\(\([\w .]{2,40}\)\)|(?:Question|Answer|Moderator|Reporter):)"
)
_MET = re.compile(
    r"\b(?:met|spoke|held (?:\w+ ){0,2}(?:talks|a (?:\w+ ){0,2}(?:call|meeting))|had a (?:\w+ ){0,2}(?:call|meeting|conversation))\b.{0,60}\bwith\b|\bspoke (?:by phone )?(?:today|yesterday)\b",
    _I,
)
_ENCOUNTER = re.compile(r"\b(?:meeting|(?:telephone )?(?:call|conversation|talks?)|consultations|dialogue)\W*\Z", _I)
_SPOKESPERSON = re.compile(r"\bspokes(?:man|woman|person)\b[^.]{0,40}\bsaid\s*:", _I)
_QUOTED = re.compile(r"“[^”]*(?:”|\Z)|\"[^\"]*(?:\"|\Z)", re.MULTILINE)
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y)\b")
_REPORTED = re.compile(
    r"\b(?:told reporters|in an interview|analysts?|observers|reportedly|according to (?:a|the) (?:statement|source|official)|declined to comment)\b",
    _I,
)
_OF_ONE = re.compile(r"(?:an? |the )?(?:press )?(?:statement|remarks|message|letter|notice) (?:by|from|of|to|on) ", _I)
_FORMS = (
    (_READOUT, DocumentKind.READOUT),
    (_TRANSCRIPT, DocumentKind.TRANSCRIPT),
    (_JOINT, DocumentKind.INSTRUMENT),
    (_MEETING, DocumentKind.READOUT),
    (_ONE_SIDE, DocumentKind.RELEASE),
)
_APART = 1_600
"""In a text of its own voice, "we" and "our" stand no further apart than this."""
_LEAD = 1_200
_HEADING = 160
"""How many signs a heading has at most."""
_GREETED = 6
"""So many lines are looked at for a greeting."""
_BODY = 20_000


def kind_of(
    title: str | None, text: str, lines: Spans, *, official: bool | None = None, wired: bool = False
) -> tuple[DocumentKind, str]:
    """The kind of a text, and in words what shows it.

    Args:
        title: its headline, where there is one.
        text: the text.
        lines: its lines.
        official: whether its publisher is known to speak for itself, known to be a paper (False), or unknown (None).
        wired: whether it has a dateline or names its agency, as reports do.
    """
    named = _by_title(title, official=official) if title else None
    reported = official is False or (wired and not official)
    if named in {None, DocumentKind.RELEASE} and not reported and _is_headed_joint(text, lines, title):
        return DocumentKind.INSTRUMENT, "its heading"
    if named is not DocumentKind.READOUT and not reported and _is_spoken(text, lines, title):
        return DocumentKind.TRANSCRIPT, "the form of the text"
    if named in {None, DocumentKind.RELEASE} and not reported and _is_of_several(text, lines, title):
        return DocumentKind.INSTRUMENT, "the first words"
    if named is not None:
        return named, "the title"
    if sum(1 for line in lines if _SPEAKER.match(line.of(text)[:60])) >= max(4, len(lines) // 8):
        return DocumentKind.TRANSCRIPT, "the form of the text"
    body = text[:_BODY]
    if _PARTIES.search(body):
        return DocumentKind.INSTRUMENT, "the form of the text"
    return _by_voice(title or "", body, official=False if wired and official is None else official)


def _is_spoken(text: str, lines: Spans, title: str | None) -> bool:
    """Whether the first lines greet those who listen."""
    first = [line.of(text) for line in _below(title, text, lines)[:_GREETED]]
    return any(_GREETING.match(line) or _TALK.match(line) for line in first)


def _is_of_several(text: str, lines: Spans, title: str | None) -> bool:
    """Whether a text begins with those who adopted it: `We, the Foreign Ministers of …`."""
    return any(_WE_THE.match(line.of(text)) for line in _below(title, text, lines)[:2])


def _is_headed_joint(text: str, lines: Spans, title: str | None) -> bool:
    """Whether a heading right below the title names a joint text; a heading is short and no sentence."""
    first = (line.of(text).strip() for line in _below(title, text, lines)[:2])
    headings = takewhile(lambda line: len(line) <= _HEADING and line[-1] not in '.!?:”"', first)
    return any(_by_title(line, official=True) is DocumentKind.INSTRUMENT for line in headings)


def _below(title: str | None, text: str, lines: Spans) -> Spans:
    """The lines that have words in them, below the title."""
    written = tuple(line for line in lines if line.of(text).strip())
    return written[1:] if title and written and written[0].of(text).strip() == title.strip() else written


def _by_title(title: str, *, official: bool | None) -> DocumentKind | None:
    """The first form that the title names as its own; a headline names it behind a verb, and a paper only reports it."""
    if official is False:
        return DocumentKind.TRANSCRIPT if _TRANSCRIPT.match(title) else None
    for form, kind in _FORMS:
        found = form.search(title)
        told = found and (_VERB.search(title, 0, found.start()) or _ABOUT.search(title, 0, found.start()))
        if found and not told and not (form is _JOINT and _OF_ONE.match(title)):
            return kind
    return None


def _by_voice(title: str, body: str, *, official: bool | None) -> tuple[DocumentKind, str]:
    lead = body[len(title) :][:_LEAD]
    if official is False:
        return DocumentKind.NEWS, "the outlet or agency"
    if _SPOKESPERSON.search(lead) and not _VERB.search(title):
        return DocumentKind.READOUT, "the form of the text"
    if official:
        told = (_MET.search(lead[:400]) and not _VERB.search(title)) or _is_of_encounter(title)
        return (DocumentKind.READOUT, "the first lines") if told else (DocumentKind.RELEASE, "the outlet")
    own = len(_WE.findall(_QUOTED.sub(" ", body)))
    if own >= 3 and own * _APART > len(body) and not _REPORTED.search(body):
        return DocumentKind.RELEASE, "the text's own voice"
    return DocumentKind.NEWS, "nothing that shows another kind"


def _is_of_encounter(title: str) -> bool:
    """Whether a title is no more than the name of an encounter: `Kenya-Norway Foreign Ministers' Meeting`."""
    found = _ENCOUNTER.search(title)
    return found is not None and not _VERB.search(title, 0, found.start())
