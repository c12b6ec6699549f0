"""Lines that a page prints around a report: buttons, topics, contacts, who else reported, editors' notes, files.

Each sort is a line of its own that no report's sentence looks like. What runs on over several lines is found in
`furniture.py`, by-lines with `By` in `credits.py`.
"""

from __future__ import annotations

import re

_LONGEST = 320
_NAME = r"[A-ZÀ-Þ][\w’'.-]+(?: [A-ZÀ-Þ][\w’'.-]+){1,3}"
_AGENCIES = r"(?:AP|AFP|Reuters|REUTERS|EPA|EFE|ANSA|Xinhua|Yonhap|Kyodo|TASS|Anadolu|Bloomberg|Getty Images|Getty)"


def _pattern(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(forms), re.IGNORECASE)


_BUTTON = _pattern(
    r"(?:share|tweet|pin|print|save|email)(?: (?:this|on|via|to|article|story|page|facebook|twitter|x|whatsapp|linkedin))*",
    r"(?:skip |story continues below )?advertisement|sponsored(?: content)?|continue reading(?: below)?|listen to this (?:article|story)(?: here)?",
    r"\d{1,2}[ -]?min(?:ute)?s?(?: read)?|(?:leave|post|write) a comment|(?:view |all )?comments?(?: ?\(\d+\))?|copy link|back to top|click to (?:share|enlarge|play).{0,40}",
)
_TOPICS = _pattern(
    r"(?:topics?|tags?|key ?words?|categor(?:y|ies)|filed under|related topics|sections?)\s*:(?! .*[.!?]\Z).{0,200}",
    r"in this (?:article|story|report)\s*:?",
)
_PICTURE = re.compile(
    rf"[\[(]?(?:(?i:file (?:photo|image|picture)s?)|{_AGENCIES}(?: Photo| Images)?(?: ?/ ?|, ){_NAME}|{_NAME}(?: ?/ ?|, ){_AGENCIES}(?: Photo| Images)?|{_AGENCIES} (?:Photo|Images))[\])]?"
    rf"|[^\n]{{10,200}}[.!?] \(?(?:{_NAME}|{_AGENCIES}(?: Photo)?) ?/ ?(?:{_NAME}|{_AGENCIES})(?: Photo| file photo)?\)?",
)
_CREW = _pattern(
    r"\(?(?:additional |further )?(?:reporting|writing|editing|translation|production|compiled|translated|edited|graphics?)(?: and (?:writing|editing|reporting))? (?:also )?by (?-i:[A-Z]).{2,240}\)?\.?",
    r".{3,160} contributed (?:to (?:this|the) (?:report|story|article|dispatch)|reporting(?: from [\w ,]+)?)\.?",
    r"\(?with (?:additional )?(?:agency|agencies|wire)(?: inputs?| reports?)?\)?",
    r"(?-i:[A-Z]).{3,80} is an? (?:[\w-]+ ){0,4}(?:reporter|correspondent|staff writer|freelance journalist|columnist|bureau chief)(?: (?:at|for|with|in|based) .{2,80})?\.?",
    r"(?:staff|our|special|diplomatic|web|news) (?:reporter|writer|correspondent|desk)s?(?: report)?",
    r"editors?\s*:\s*(?-i:[A-Z])[\w .’'-]{2,50}|(?:follow|contact) .{2,60} (?:on (?:twitter|x|facebook|instagram|linkedin)|at [\w.+-]+@).{0,80}",
)
_BARE_BYLINE = re.compile(rf"{_NAME}(?: and {_NAME})?(?:,? in {_NAME.replace('{1,3}', '{0,2}')}| ?[|•·] ?.{{2,80}})")
_CONTACT = _pattern(
    r"(?:(?:media|press|public|general|further)(?: and \w+)? )?(?:contacts?|enquiries|inquiries|queries)\s*:.{0,200}",
    r"for (?:more|further|additional) (?:information|details|inquiries|enquiries)[^.]{0,60}?(?:visit|contact|see|call|e-?mail|write|go to)\b.{0,200}",
)
_NOTE = _pattern(
    r"[\[(]?(?:an? )?editor[’']?s?[’']? notes?\s*[:.–—-].{0,300}|notes? (?:to|for) (?:the )?editors?\s*:?|(?:disclaimer|correction|clarification)\s*:.{0,300}",
    r"[\[(]?th(?:is|e) (?:story|article|report|post|copy)\b.{0,40}\b(?:has not been edited|is auto-generated|was (?:originally|first) published|first appeared|is published from|has been updated).{0,250}",
    r"our standards\s*:.{0,120}|(?:the )?(?:views|opinions) expressed (?:here|in this|are|by|do not|belong|herein)\b.{0,250}|end of (?:text|statement|release|transcript)",
    r"end\s+\d{1,2}[:.]\d\d\s?[ap]\.?m\.?(?: [a-z]{2,4})?",
)
_APPEAL = _pattern(
    r"if you (?:enjoy|like|value|appreciate)\w*\b.{0,120}\b(?:donat|support|subscri|contribut)\w*.{0,100}",
    r"we need your (?:support|help)\b.{0,160}|please (?:consider|disable|turn off)\b.{0,40}\b(?:donat\w*|supporting|subscribing|ad.?block\w*).{0,80}|donate (?:today|now)\b.{0,60}",
)
_OTHERS = _pattern(
    r"(?:more (?:from|on|in) [^.,!?]{2,40}|(?:you )?(?:may|might) also (?:like|be interested in)|recommended(?: for you| stories| reading)?|most (?:popular|read|viewed)"
    r"|editors[’']? picks?|trending(?: now)?|up next|what to read next|latest (?:news|stories)|related topics)\s*:?",
    r"(?:read|see|watch|up) (?:next|more|also|on)\s*[:|>»].{1,160}",
)
_FILE = _pattern(
    r"(?:attach(?:ed|ment)s?|download(?:s|able)?|annex(?:es)?|documents?)\b[^.!?]{0,120}\(?\b(?:pdf|docx?|hwpx?|xlsx?|\d+(?:\.\d+)? ?[km]b)\b\)?.{0,24}",
    r"[\w()’' ,&–-]{2,100}\.(?:pdf|docx?|hwpx?|xlsx?|zip|jpe?g|png)\b(?:\s*[\[(]?\d+(?:\.\d+)?\s?[km]b[\])]?)?",
    r"[^.!?]{3,120}\((?:pdf|docx?|opens in (?:a )?new (?:window|tab))(?:,? ?\d+(?:\.\d+)? ?[km]b)?(?:, \d+ pages?)?\)",
)
_HOUR = _pattern(r"\(?\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\.?(?: (?:local time|[a-z]{2,4}))?\)?")


def _anywhere(_number: int, _count: int) -> bool:
    return True


def _around(number: int, count: int) -> bool:
    return number < 10 or number >= count - 8


def _below(number: int, count: int) -> bool:
    return number > 1 and number >= count - 10


def _above(number: int, _count: int) -> bool:
    return 0 < number < 5


_SORTS = (
    ("button", _BUTTON, _anywhere),
    ("caption", _PICTURE, _anywhere),
    ("topics", _TOPICS, _around),
    ("by-line", _BARE_BYLINE, _above),
    ("hour", _HOUR, _above),
    ("by-line", _CREW, _around),
    ("contact", _CONTACT, _below),
    ("note", _NOTE, _below),
    ("appeal", _APPEAL, _below),
    ("links", _OTHERS, _below),
    ("files", _FILE, _below),
)


def sort_of_line(words: str, number: int, count: int) -> str | None:
    """What sort of furniture a line is by itself, or None.

    Args:
        words: the line.
        number: which line of the text it is, from 0.
        count: how many lines the text has.
    """
    if len(words) > _LONGEST:
        return None
    return next((what for what, pattern, near in _SORTS if near(number, count) and pattern.fullmatch(words)), None)
