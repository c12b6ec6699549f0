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
from servanda.lexicon.patterns import any_of
from servanda.lexicon.phrases import load_phrase_words
from servanda.reading.instruments.extents import NUMBER, is_modifier, nominal_of
from servanda.reading.instruments.generals import is_gathering, is_general, is_plural
from servanda.reading.nominals import Nominal
from servanda.reading.stretches import Stretch

_WORDS = load_phrase_words()
_BY_WORD = papers_by_word()
_NOUN = re.compile(rf"\b{any_of(_BY_WORD, space='[ -]')}\b", re.IGNORECASE)
_MADE = re.compile(
    r"\b(?:sign\w*|initial\w*|ratif\w*|conclud\w*|adopt\w*|releas\w*|issu\w*|unveil\w*|negotiat\w*|finali[sz]\w*|reach\w*|struck|strike|enter\w*\sinto|implement\w*|announc\w*|publish\w*"
    r"|join\w*|withdr\w+\sfrom|pursuant\sto|under|violat\w*\s?(?:of)?|accordance\swith|complian\w+\swith|compl\w+\swith|stipulated\sin|outlined\sin|terms\sof|text\sof|accession\sto|part\sof|party\sto"
    r"|draft\w*|develop(?:s|ed|ing|ment)?(?:\sof)?|draw\w*\sup|elaborat\w+(?:\sof)?|revis\w*(?:\sof)?|renew\w*(?:\sof)?|extend\w*|propos\w*|creat(?:e|ed|ion\sof|ing)|establish\w*(?:\sof)?|launch\w*(?:\sof)?|agreed\s(?:to|on|upon)|support\w*|work\w*\s(?:on|toward|towards)|clos\w*|(?:said|declared|announced|stated|agreed|pledged)\sin)\s(?:an?\s(?:series|number|range|set|package|raft)\sof\s)?(?:\S+\s)?\Z",
    re.IGNORECASE,
)
_MADE_BEHIND = re.compile(
    r"[\s,]+(?:(?:which|that)\s)?(?:(?:is|was|were|are|will\sbe|to\sbe|has\sbeen|had\sbeen|have\sbeen)\s)?(?:\w+ly\s)?(?:signed|initial\w*|ratified|concluded|adopted|released|issued|announced|reached|entered|negotiated|unveiled"
    r"|(?:will\s)?enters?\sinto|includes?|calls|covers|provides|requires|expired?s?|took\seffect|came\sinto|outlin\w+|detail\w+|stipulat\w+)\b"
)
_SIGNED = re.compile(
    r"\b(?:sign\w*|initial\w*|ratif\w+|conclud\w+|ink(?:s|ed)|reach\w*|struck|agreed\s(?:to|on|upon)|entered\sinto|violat\w+|broke\w*)\s(?:\S+\s)?\Z",
    re.IGNORECASE,
)
_FAILED = re.compile(
    r"\b(?:fail(?:s|ed|ing)?\sto|unable\sto|without|could\snot|did\snot|not\syet|yet\sto|unlikely\sto|never|no\sclos\w+\sto|(?:short|instead)\sof)\s(?:\w+\s)?"
    r"(?:reach\w*|sign\w*|agree\w*(?:\son)?|strik\w+|conclud\w+|clinch\w*|secur\w+|mak\w+)\s(?:\w+\s)?\Z"
)
_SIGNED_BEHIND = re.compile(
    r"\s(?:(?:is|was|were|are|will\sbe|has\sbeen|had\sbeen|have\sbeen|to\sbe)\s)(?:\w+ly\s)?(?:signed|initial\w*|ratified|concluded|reached)\b"
)
_RELATIONSHIP = re.compile(
    r"\b(?:[Ss]trategic|[Cc]omprehensive|[Gg]lobal|[Ss]pecial|[Ee]nduring|[Cc]lose|[Ll]ong-?standing)\s[Pp]artnership\Z",
    re.IGNORECASE,
)
_LAUNCHED = re.compile(r"\b(?:launch\w*|establish\w*|sign\w*|creat\w+|inaugurat\w+)\s(?:of\s)?\S*\s?\Z", re.IGNORECASE)
_SERIES = re.compile(r"\b(?:series|package|set|range|raft|number|pair|slate)\sof\s\S*\s?\Z")
_SETTLING = re.compile(r"settlements?")
"""What ends a dispute is no paper unless it was made: `a peaceful settlement`, `the settlement with Peru`."""
_WITH = re.compile(r"\s(?:between|with|signed|reached)\b")
_JUDGED = frozenset({"best", "better", "worst", "worse"})
"""`the best deal in years` is what a deal is called."""
_PENDING = frozenset(
    {"draft", "proposed", "pending", "long-pending", "unresolved", "emerging", "interim", "provisional"}
)
_HOME = re.compile(
    r"\b(?:bipartisan|senators?|Senators?|Republicans?|Democrats|workers|unions?|employees|shareholders|companies|firms|businesses|corporations|lawmakers|prosecutors|governors|states and cities)\b"
)
_IN_ACCORD = (("full",), ("complete",), ("close",), ("broad",), ("general",), ("perfect",))
_LOOSE = frozenset({"arrangement", "resolution"})
_PLAIN = frozenset(
    ["the", "this", "that", "these", "those", "an", "a", "its", "their", "our", "such", "any", "same", "new",
     "historic", "entire", "whole", "landmark", "recent", "recently", "latest", "announced", "concluded", "signed",
     "existing", "said"]
)  # fmt: skip
NEGATED = frozenset({"no", "any", "every", "each"})
_ACRONYM = 3
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_JOINTLY = ("joint ", "exchange of ", "trilateral ")
_EXCHANGED = frozenset({"deal", "accord", "pact", "agreement", "arrangement", "treaty", "treatie"})
_SMALL = frozenset(
    {"of", "on", "with", "between", "and", "s", "for", "to", "current", "two", "both", "countries", "nations", "sides"}
    | {"his", "her", "nation", "country", "neighbours", "neighbors", "bilateral", "previous"}
)
"""Words that tell no agreement from another."""
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
        seen: whether no rule but the trained model found it.
    """

    paper: Paper
    nominal: Nominal
    stretch: Stretch
    score: float
    is_proper: bool
    seen: bool = False

    @property
    def words(self) -> frozenset[str]:
        """What the name says beyond articles."""
        written = self.nominal.span.of(self.stretch.scene.text).lower()
        found = frozenset(re.findall(r"[^\W_]+", written)) - _PLAIN - _SMALL
        head = frozenset(re.findall(r"[^\W_]+", self.nominal.head.of(self.stretch.scene.text).lower()))
        # "The security pact" and "their security treaty" may be one.
        if self.noun != "agreement" or len(found) == 1:
            return found
        return (found - head) | {
            "agreements" if is_plural(self.nominal.head.of(self.stretch.scene.text)) else self.noun
        }

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
            or is_modifier(stretch, head)
        ):
            continue
        word = match.group().lower()
        paper = _BY_WORD.get(word) or _BY_WORD[word.replace("-", " ")]
        nominal = nominal_of(stretch, head)
        proper = is_proper_name(stretch, nominal)
        score = _score(stretch, nominal, paper, proper=proper)
        naming = Naming(paper=paper, nominal=nominal, stretch=stretch, score=score, is_proper=proper)
        if score >= 0.5 or naming.is_bare:
            reached = nominal.span.end
            yield naming


def _is_listed(stretch: Stretch, head: Span) -> bool:
    """Whether the noun is joined to another that was made: `signed a loan agreement and [a letter of intent]`."""
    tree = stretch.scene.tree(stretch.span)
    noun = tree.at(head.start)
    while noun is not None and noun.relation in ("conj", "nmod", "compound", "flat"):
        above = tree.head(noun)
        if noun.relation == "conj" and above is not None and above.relation in ("obj", "nsubj"):
            verb = tree.head(above)
            return verb is not None and _MADE.match(verb.lower + " ") is not None
        noun = above
    return False


def is_proper_name(stretch: Stretch, nominal: Nominal) -> bool:
    """Whether the noun belongs to a proper name (`Hanoi Action Plan`, `Treaty of Lagos`)."""
    text = stretch.scene.text
    if not nominal.head.of(text)[:1].isupper():
        return False
    if nominal.head.of(text).isupper() and len(nominal.head) >= _ACRONYM and not stretch.span.of(text).isupper():
        return True  # "the USMCA"
    at, behind = stretch.index(nominal.head.start), text[nominal.head.end : nominal.span.end]
    if NUMBER.fullmatch(behind):
        return True  # "Resolution 1701"
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
        lead & (NEGATED | unilateral_marks())
        or is_general(stretch, nominal)
        or is_gathering(stretch, nominal)
        or not (nominal.lead or proper or nominal.inside)
    ):
        return 0.0
    if paper.name in (*_LOOSE, "plan") and stretch.span.of(text).isupper() and not nominal.inside:
        return 0.0  # A heading in capitals: "OUR STRATEGIC PARTNERSHIP".
    before = text[max(stretch.span.start, nominal.span.start - 40) : nominal.span.start]
    if nominal.lead[:1] in (("a",), ("an",)) and _FAILED.search(before):
        return 0.0
    made = _MADE.search(before) is not None or _MADE_BEHIND.match(text, nominal.span.end) is not None
    made = made or (bool(nominal.lead) and _is_listed(stretch, nominal.head))
    theirs = stretch.scene.document.kind in (DocumentKind.INSTRUMENT, DocumentKind.READOUT, DocumentKind.RELEASE)
    modified = bool(lead - _PLAIN) or nominal.span.end > nominal.head.end
    if nominal.head.of(text) == "accord" and nominal.lead[:1] in _IN_ACCORD:
        return 0.0  # "in full accord with": agreed, but not signed.
    if _HOME.search(nominal.span.of(text)) or (not nominal.lead and nominal.head.of(text) in ("accord", "compact")):
        return 0.0
    if paper.name in (*_LOOSE, "plan") and proper and not _is_shared(nominal, text, made=made):
        return 0.0
    if paper.name in _LOOSE and nominal.head.of(text).isupper():
        return 0.0  # "OUR MARITIME PARTNERSHIP: …"
    relation = _RELATIONSHIP.search(text[nominal.span.start : nominal.head.end])
    if paper.name in _LOOSE and relation is not None:
        return 0.6 if proper and nominal.inside and _LAUNCHED.search(before) else 0.0
    if lead & _JUDGED or (
        _SETTLING.fullmatch(nominal.head.of(text)) and not made and not _WITH.match(text, nominal.head.end)
    ):
        return 0.0
    if paper.name in _LOOSE and (not proper or stretch.is_heading):
        return _loose_score(stretch, nominal, paper, made=made, joint=bool(lead & _RELATED))
    clues = (
        (0.6, proper and not stretch.is_heading),
        (0.4, made),
        (0.1, _SIGNED.search(before) is not None or _SIGNED_BEHIND.match(text, nominal.span.end) is not None),
        (0.35, bool(nominal.inside)),
        (0.3, modified),
        (0.2, bool(lead & _RELATED) or nominal.head.of(text).lower().startswith(_JOINTLY)),
        (0.1, made and len({actor for mention in stretch.mentions for actor in mention.actors}) > 1),
        (0.5, any(_YEAR.match(word) for word in lead)),
        (0.4, _is_named_for(stretch, nominal)),
        (0.2, modified and len({actor for mention in stretch.mentions for actor in mention.actors}) > 1),
        (0.25, bool(lead & _OWNED) and " " in nominal.head.of(text)),
        (-0.3, not proper and not stretch.mentions and not theirs),
        (0.2, nominal.lead[:1] == ("the",)),
        (-0.3, is_plural(nominal.head.of(text)) and not nominal.inside),
        (0.5, made and _SERIES.search(before) is not None),
        (0.3, bool(lead & _PENDING)),
        (-0.6, stretch.is_heading and theirs and paper.name == "agreement" and is_plural(nominal.head.of(text))),
    )
    return min(1.0, sum(weight for weight, met in clues if met))


def _is_named_for(stretch: Stretch, nominal: Nominal) -> bool:
    """Whether a name stands right before a common noun (`the Minsk agreements`): mostly the place where it was signed."""
    at = stretch.index(nominal.head.start)
    if nominal.head.of(stretch.scene.text).lower() == "global compact":
        return nominal.lead[:1] == ("the",)
    if nominal.lead[:1] != ("the",) or stretch.is_heading or len(nominal.lead) < 2:
        return False
    before = stretch.words[at - 1]
    return before.text[:1].isupper() and not before.text.isupper() and nominal.head.of(stretch.scene.text).islower()


def _is_shared(nominal: Nominal, text: str, *, made: bool) -> bool:
    """Whether a proper name of a loose noun is more than a program of one side: it was made, or names parties or a purpose."""
    behind = text[nominal.head.end : nominal.span.end]
    purpose = nominal.head.of(text) in ("Partnership", "Framework", "Roadmap") and re.match(
        r"\s(?:for|to|on)\s", behind
    )
    parties = {actor for mention in nominal.inside for actor in mention.actors}
    return made or purpose is not None or len(parties) != 1


def _loose_score(stretch: Stretch, nominal: Nominal, paper: Paper, *, made: bool, joint: bool) -> float:
    """For nouns that mostly mean something else (`partnership`, `resolution`): several signs together."""
    if paper.name == "resolution":
        numbered = nominal.span.end > nominal.head.end and nominal.span.of(stretch.scene.text)[-1].isdigit()
        near = stretch.mentions if numbered else nominal.inside
        return 0.7 if any("council" in actor for mention in near for actor in mention.actors) else 0.0
    return 0.4 * made + 0.2 * joint + 0.15 * bool(nominal.inside) + 0.1 * (nominal.span.end > nominal.head.end)
