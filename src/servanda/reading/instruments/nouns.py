"""Where a text names an instrument: which uses of its nouns mean one.

"The fisheries agreement between Senegal and Gambia" and "the Manila Declaration" are instruments; "in agreement", "the deal was
off the table", an executive order and a body's name are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from servanda.codebook import Span
from servanda.codebook.vocabulary import DocumentKind
from servanda.lexicon.papers import Paper, papers_by_word, unilateral_marks
from servanda.lexicon.phrases import load_phrase_words
from servanda.reading.nominals import Nominal, nominal_at
from servanda.reading.stretches import Stretch

_WORDS = load_phrase_words()
_BY_WORD = papers_by_word()
_NOUN = re.compile(
    rf"\b(?:{'|'.join(re.escape(word).replace(chr(92) + ' ', r'[ -]') for word in sorted(_BY_WORD, key=len, reverse=True))})\b",
    re.IGNORECASE,
)
_COMPLEMENTS = frozenset({"of", "with", "between", "among", "on", "for", "concerning", "regarding", "against", "to"})
_MADE = re.compile(
    r"\b(?:sign\w*|initial\w*|ratif\w*|conclud\w*|adopt\w*|releas\w*|issu\w*|unveil\w*|negotiat\w*|finali[sz]\w*|reach\w*|struck|strike|enter\w*\sinto|implement\w*|announc\w*|publish\w*"
    r"|join\w*|withdr\w+\sfrom|pursuant\sto|under|violat\w*\s?(?:of)?|accordance\swith|complian\w+\swith|compl\w+\swith|stipulated\sin|outlined\sin|terms\sof|text\sof|accession\sto|part\sof|party\sto"
    r"|revis\w*(?:\sof)?|renew\w*(?:\sof)?|extend\w*|propos\w*|creat(?:e|ed|ion\sof|ing)|establish\w*(?:\sof)?|launch\w*(?:\sof)?|agreed\s(?:to|on|upon)|support\w*|work\w*\s(?:on|toward|towards)|clos\w*)\s(?:\S+\s)?\Z",
    re.IGNORECASE,
)
_MADE_BEHIND = re.compile(
    r"[\s,]+(?:(?:which|that)\s)?(?:(?:is|was|were|are|will\sbe|to\sbe|has\sbeen|had\sbeen|have\sbeen)\s)?(?:\w+ly\s)?(?:signed|initial\w*|ratified|concluded|adopted|released|issued|announced|reached|entered|negotiated|unveiled"
    r"|includes?|calls|covers|provides|requires|expired?s?|took\seffect|came\sinto|outlin\w+|detail\w+|stipulat\w+)\b"
)
_SIGNED = re.compile(
    r"\b(?:sign\w*|initial\w*|ratif\w+|conclud\w+|ink(?:s|ed)|reach\w*|struck|agreed\s(?:to|on|upon)|entered\sinto|violat\w+|broke\w*)\s(?:\S+\s)?\Z",
    re.IGNORECASE,
)
_SIGNED_BEHIND = re.compile(
    r"\s(?:(?:is|was|were|are|will\sbe|has\sbeen|had\sbeen|have\sbeen|to\sbe)\s)(?:\w+ly\s)?(?:signed|initial\w*|ratified|concluded|reached)\b"
)
_RELATIONSHIP = re.compile(
    r"\b(?:[Ss]trategic|[Cc]omprehensive|[Gg]lobal|[Ss]pecial|[Ee]nduring|[Cc]lose|[Ll]ong-?standing)\s[Pp]artnership\Z"
)
_HOME = re.compile(
    r"\b(?:bipartisan|senators?|Senators?|Republicans?|Democrats|workers|unions?|employees|shareholders|companies|firms|businesses|corporations|lawmakers|prosecutors|governors|states and cities)\b"
)
_TO_BE_DONE = re.compile(
    r"\s(?:for|to)\s(?:signature|ratification|approval|consideration|implementation|adoption|review|parliament)\Z"
)
_LOOSE = frozenset({"arrangement", "resolution"})
_PLAIN = frozenset(
    [
        "the",
        "this",
        "that",
        "these",
        "those",
        "an",
        "a",
        "its",
        "their",
        "our",
        "such",
        "any",
        "same",
        "new",
        "historic",
        "entire",
        "whole",
        "landmark",
        "recent",
        "recently",
        "latest",
        "announced",
        "concluded",
        "signed",
        "existing",
        "said",
    ]
)
_NEGATED = frozenset({"no", "any", "every", "each"})
_PLURALS = frozenset(
    [
        "dams",
        "ports",
        "rights",
        "obligations",
        "allies",
        "partners",
        "members",
        "commitments",
        "provisions",
        "waters",
        "powers",
        "signatories",
        "talks",
        "negotiations",
        "parties",
        "terms",
        "projects",
        "organizations",
        "reservoirs",
        "countries",
        "states",
        "lands",
    ]
)
_PREDICATES = frozenset(
    {"are", "were", "have", "had", "will", "would", "which", "that", "can", "could", "must", "should"}
)
_EXCHANGED = frozenset({"deal", "accord", "pact", "agreement", "arrangement"})
_TRADE = frozenset({"free trade agreement", "fta"})
_OWNED = frozenset({"their", "our", "its"})
_RELATED = frozenset({"joint", "bilateral", "trilateral", "multilateral", "mutual"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One place where an instrument is named.

    Attributes:
        paper: what sort of instrument it is.
        nominal: its name there.
        stretch: the sentence.
        score: how sure the rule is that an instrument is meant.
        is_proper: whether it is a proper name.
    """

    paper: Paper
    nominal: Nominal
    stretch: Stretch
    score: float
    is_proper: bool

    @property
    def words(self) -> frozenset[str]:
        """What the name says beyond articles."""
        written = self.nominal.span.of(self.stretch.scene.text).lower()
        return (
            frozenset(re.findall(r"[^\W_]+", written))
            - _PLAIN
            - {"of", "on", "with", "between", "and", "s", "for", "to"}
        )

    @property
    def noun(self) -> str:
        """The head noun in the singular; words for an agreement that texts exchange freely are one."""
        word = self.nominal.head.of(self.stretch.scene.text).lower().removesuffix("s")
        if word.startswith(("memorand", "mou")):
            return "memorandum"
        return "agreement" if word in _TRADE or (word in _EXCHANGED and not self.is_proper) else word

    @property
    def is_bare(self) -> bool:
        """Whether it says nothing but "the agreement"."""
        if not self.nominal.lead or self.nominal.lead[0] in ("a", "an"):
            return False
        if self.nominal.lead[0] in ("this", "these") and not self.is_proper:
            return True
        return set(self.nominal.lead) <= _PLAIN and self.nominal.span.end == self.nominal.head.end


def find_namings(stretch: Stretch) -> Iterator[Naming]:
    """The instruments that one sentence names, in order."""
    reached = stretch.span.start
    for match in _NOUN.finditer(stretch.scene.text, stretch.span.start, stretch.span.end):
        head = Span(*match.span())
        if (
            head.start < reached
            or any(mention.span.holds(head) for mention in stretch.mentions)
            or _is_modifier(stretch, head)
        ):
            continue
        word = match.group().lower()
        paper = _BY_WORD.get(word) or _BY_WORD[word.replace("-", " ")]
        nominal = _nominal(stretch, head)
        proper = _is_proper(stretch, nominal)
        score = _score(stretch, nominal, paper, proper=proper)
        naming = Naming(paper=paper, nominal=nominal, stretch=stretch, score=score, is_proper=proper)
        if score >= 0.5 or naming.is_bare:
            reached = nominal.span.end
            yield naming


def _nominal(stretch: Stretch, head: Span) -> Nominal:
    """The nominal, without what is to be done with the paper (`the agreement [for signature]`)."""
    nominal = nominal_at(stretch, head, _COMPLEMENTS)
    if _TO_BE_DONE.search(nominal.span.of(stretch.scene.text)):
        return nominal_at(stretch, head, _COMPLEMENTS - {"for", "to"})
    return nominal


def _is_modifier(stretch: Stretch, head: Span) -> bool:
    """Whether the noun only describes the next one (`agreement text`, `Treaty ally`)."""
    at = stretch.index(head.end - 1)
    after = stretch.lower(at + 1)
    if stretch.scene.text[head.end : head.end + 1] == "-":
        return True
    if (
        not after.isalpha()
        or after in _WORDS.breaks
        or after in _WORDS.following
        or after in _WORDS.determiners
        or after in _WORDS.verbs
    ):
        return False
    word = stretch.words[at + 1]
    if stretch.in_time(word) or stretch.mention_at(word) is not None:
        return False
    if word.text[:1].isupper():
        return stretch.words[at].text[:1].isupper()
    if stretch.words[at].text[:1].isupper() and after.endswith("s") and _is_subject(stretch, at + 1):
        return True  # "the Lima Treaty ports are", not "the Lima Treaty binds".
    return not after.endswith(("ed", "ing", "ly", "s"))


def _is_subject(stretch: Stretch, at: int) -> bool:
    """Whether a form in -s is a plural noun: a verb or the end of the clause follows it, or it is known as one."""
    return stretch.lower(at) in _PLURALS or stretch.lower(at + 1) in _PREDICATES


def _is_proper(stretch: Stretch, nominal: Nominal) -> bool:
    """Whether the noun belongs to a proper name (`Hanoi Action Plan`, `Treaty of Lagos`)."""
    text = stretch.scene.text
    if not nominal.head.of(text)[:1].isupper():
        return False
    at, behind = stretch.index(nominal.head.start), text[nominal.head.end : nominal.span.end]
    before = stretch.words[at - 1].text if at > 0 else ""
    named = (
        before[:1].isupper()
        and stretch.lower(at - 1) not in _WORDS.determiners
        and nominal.span.start < nominal.head.start
    )
    return named or re.match(r"\s(?:of|on|for|Concerning|concerning)\s(?:the\s)?[A-Z]", behind) is not None


def _score(stretch: Stretch, nominal: Nominal, paper: Paper, *, proper: bool) -> float:
    """How sure it is that an instrument is meant."""
    text = stretch.scene.text
    lead = set(nominal.lead)
    if (
        lead & (_NEGATED | unilateral_marks())
        or _is_gathering(stretch, nominal)
        or not (nominal.lead or proper or nominal.inside)
    ):
        return 0.0
    if paper.name in (*_LOOSE, "plan") and stretch.span.of(text).isupper() and not nominal.inside:
        return 0.0  # A heading in capitals: "OUR STRATEGIC PARTNERSHIP".
    before = text[max(stretch.span.start, nominal.span.start - 40) : nominal.span.start]
    made = _MADE.search(before) is not None or _MADE_BEHIND.match(text, nominal.span.end) is not None
    theirs = stretch.scene.document.kind in (DocumentKind.INSTRUMENT, DocumentKind.READOUT, DocumentKind.RELEASE)
    modified = bool(lead - _PLAIN) or nominal.span.end > nominal.head.end
    if _HOME.search(nominal.span.of(text)) or (not nominal.lead and nominal.head.of(text) in ("accord", "compact")):
        return 0.0
    if paper.name in (*_LOOSE, "plan") and proper and not _is_shared(nominal, text, made=made):
        return 0.0
    if paper.name in _LOOSE and _RELATIONSHIP.search(text[nominal.span.start : nominal.head.end]):
        return 0.0
    if paper.name in _LOOSE and (not proper or stretch.is_heading):
        return _loose_score(nominal, paper, made=made, joint=bool(lead & _RELATED))
    clues = (
        (0.6, proper and not stretch.is_heading),
        (0.4, made),
        (0.1, _SIGNED.search(before) is not None or _SIGNED_BEHIND.match(text, nominal.span.end) is not None),
        (0.35, bool(nominal.inside)),
        (0.3, modified),
        (0.2, bool(lead & _RELATED)),
        (0.2, modified and len({actor for mention in stretch.mentions for actor in mention.actors}) > 1),
        (0.25, bool(lead & _OWNED) and " " in nominal.head.of(text)),
        (-0.3, not proper and not stretch.mentions and not theirs),
        (0.2, nominal.lead[:1] == ("the",)),
        (-0.3, _is_plural(nominal.head.of(text)) and not nominal.inside),
    )
    return min(1.0, sum(weight for weight, met in clues if met))


def _is_shared(nominal: Nominal, text: str, *, made: bool) -> bool:
    """Whether a proper name of a loose noun is more than a program of one side: it was made, or names parties or a purpose."""
    behind = text[nominal.head.end : nominal.span.end]
    purpose = nominal.head.of(text) in ("Partnership", "Framework", "Roadmap") and re.match(
        r"\s(?:for|to|on)\s", behind
    )
    parties = {actor for mention in nominal.inside for actor in mention.actors}
    return made or purpose is not None or len(parties) != 1


def _loose_score(nominal: Nominal, paper: Paper, *, made: bool, joint: bool) -> float:
    """For nouns that mostly mean something else (`partnership`, `resolution`): several signs together."""
    if paper.name == "resolution":
        return 0.7 if any("council" in actor for mention in nominal.inside for actor in mention.actors) else 0.0
    return 0.4 * made + 0.2 * joint + 0.15 * bool(nominal.inside) + 0.1 * (nominal.span.end > nominal.head.end)


def _is_gathering(stretch: Stretch, nominal: Nominal) -> bool:
    """Whether "convention" is an assembly: a treaty is one on something, or bears the name of a place."""
    text = stretch.scene.text
    if not nominal.head.of(text).lower().startswith("convention"):
        return False
    behind = text[nominal.head.end : nominal.head.end + 16]
    if re.match(r"\s(?:on|against|for|relating|concerning|to)\s", behind):
        return False
    before = stretch.words[stretch.index(nominal.head.start) - 1].text if nominal.lead else ""
    return not before[:1].isupper() or before in ("National", "Party", "Annual", "State", "Constitutional")


def _is_plural(noun: str) -> bool:
    return noun.lower().endswith("s")
