"""Text cut into words as the English treebanks cut it, each with its place.

The language model learned from words cut this way: "don't" is two words, "15-year" three, "U.S." one. Sentences are
not cut here; the model does that.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Messrs|Gen|Sen|Rep|Reps|Sens|Gov|Lt|Col|Prof|Sgt|Capt|Adm|Maj|Rev|Hon|Jr|Sr|Inc|Corp|Co|Ltd|St|Mt|Ft"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|vs|etc|No|Nos|Art|Ave|approx|al"
)
_WORD = re.compile(
    rf"""
    (?:https?://|www\.)[^\s<>"”)]*[^\s<>"”).,;:!?']   # an address on the web
    | [\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+                       # an address of mail
    | \w[\w.-]{{0,60}}\.(?:com|org|net|gov|edu|int|mil|pdf|html?|docx?)\b  # a site or a file
    | (?i:e-mail)                                        # the one word with a hyphen that they keep
    | (?:[^\W\d_]\.){{2,}}                               # U.S.
    | \b(?:{_ABBREVIATIONS})\.                           # Mr.
    | \b[A-Z]\.(?=\s+[A-Z])                              # the W. of a name
    | [A-Z]+&[A-Z]+                                      # R&D
    | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![^\W\d_])    # 1,250.5 and 19th
    | \d+(?:[.,:]\d+)*                                   # the 10 of 10am
    | [^\W_]+(?:['’][^\W\d_]+)*                          # a word, cut at its apostrophe below
    | \.{{2,}} | -{{2,}} | [!?]+ | [:;]-?[()] | ([=*_+\#~<>$])\1+ | \S                    # marks
    """,
    re.VERBOSE,
)
_ENDING = re.compile(r"(?i)(?<=\w)(n['’]t|['’](?:s|re|ve|ll|d|m))$")
_JOINED = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3}


@dataclass(frozen=True, slots=True)
class Token:
    """A word and the place of its first letter in the text."""

    text: str
    start: int

    # Written out, since a document takes thousands of words and this takes a third of the time.
    def __init__(self, text: str, start: int) -> None:
        _set_text(self, text)
        _set_start(self, start)


_set_text, _set_start = Token.__dict__["text"].__set__, Token.__dict__["start"].__set__


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a text in order, whitespace left out."""
    tokens: list[Token] = []
    for found in _WORD.finditer(text):
        word, start = found.group(), found.start()
        cut = _cut(word)
        if cut:
            tokens += (Token(word[:cut], start), Token(word[cut:], start + cut))
        else:
            tokens.append(Token(word, start))
    return tuple(tokens)


@lru_cache(maxsize=50_000)
def _cut(word: str) -> int:
    """Where a word is cut in two; 0 where it is not."""
    if "'" in word or "’" in word:
        ending = _ENDING.search(word)
        if ending:
            return ending.start()
    return _JOINED.get(word.lower(), 0)
