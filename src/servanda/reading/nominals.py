"""How far a nominal reaches around its head noun: article, possessor and modifiers before it, complements behind it.

No parser: small words, punctuation and the mentions of actors bound it. Relative and participial clauses stay out, and
so do times, unless they stand before the head ("the April talks").
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook import Span
from servanda.lexicon.names import load_names
from servanda.lexicon.phrases import load_phrase_words
from servanda.reading.actors.references import Referent
from servanda.reading.stretches import Stretch

_WORDS = load_phrase_words()
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_CLIPPED = ("'ve", "'ll", "'re", "'d", "'m", "n't")
_QUOTES = frozenset("\"“”'‘’")
_MONEY = frozenset("$€£¥₹₩")
_SIGNS = _MONEY | frozenset("-–+")
_JOINING = frozenset({"with", "between", "among", "of", "by", "to", "from"})
_SENT = frozenset(
    {
        "officials",
        "negotiators",
        "ministers",
        "delegations",
        "representatives",
        "leaders",
        "diplomats",
        "envoys",
        "delegates",
    }
)
_ONCE = frozenset({"with", "between", "among"})
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "our"})
_LONGEST = 28
_FARTHEST = 11
_ALIAS = 5
_PLACE = 4
_SIDES = 3
_NAMES = load_names()


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominal:
    """A head noun with what belongs to it.

    Attributes:
        span: the whole nominal.
        head: the head noun's place.
        lead: the words before the head, in lower case: article, possessor, modifiers.
        inside: the mentions of actors in it.
    """

    span: Span
    head: Span
    lead: tuple[str, ...]
    inside: tuple[Referent, ...]


def nominal_at(stretch: Stretch, head: Span, complements: frozenset[str]) -> Nominal:
    """The nominal of a head noun.

    Args:
        stretch: the sentence that holds it.
        head: the head noun's place.
        complements: the prepositions that may lead on behind it.
    """
    at, last = stretch.index(head.start), stretch.index(head.end - 1)
    first = _first(stretch, at)
    end = _end(stretch, last, complements)
    span = Span(stretch.words[first].span.start, end)
    lead = tuple(stretch.lower(i) for i in range(first, at))
    inside = tuple(m for m in stretch.mentions if span.holds(m.span))
    return Nominal(span=span, head=head, lead=lead, inside=inside)


def _first(stretch: Stretch, at: int) -> int:
    """Where the nominal begins: at its determiner or possessor, else at the first word that can only describe."""
    bounded = _bounded(stretch, at)
    if bounded is not None:
        return bounded
    head = at
    while at > 0 and (_describes(stretch, at - 1) or (at < head and _joins_modifiers(stretch, at - 1, head))):
        at -= 1
    return at


def _joins_modifiers(stretch: Stretch, at: int, head: int) -> bool:
    """Whether "and" joins two modifiers of the noun (`trade and investment deals`), as the tree has it."""
    if stretch.lower(at) != "and" or at < 1 or not stretch.words[at - 1].text.islower():
        return False
    tree = stretch.scene.tree(stretch.span)
    before = tree.at(stretch.words[at - 1].span.start)
    inside = tree.within(Span(stretch.words[at].span.end, stretch.words[head].span.start))
    return before is not None and any(one.relation == "conj" and one.head == before.place for one in inside)


def _bounded(stretch: Stretch, at: int) -> int | None:
    """The determiner or possessor that the words before the head lead back to, if only fitting words lie between."""
    here = at - 1
    while here >= 0 and at - here <= _FARTHEST:
        word = stretch.words[here]
        lower = stretch.lower(here)
        mention = stretch.mention_at(word)
        if lower.endswith(_POSSESSIVE):
            return _possessor(stretch, here, mention)
        if mention is not None:
            here = stretch.index(mention.span.start) - 1
            continue
        if lower in _WORDS.determiners:
            return here
        if word.text == "May" and (stretch.in_time(word) or here == at - 1):
            here -= 1
            continue
        if lower == "and" and (_joins_adjectives(stretch, here) or _joins_capitals(stretch, here)):
            here -= 1
            continue
        if lower == ")" and (opening := _alias_start(stretch, here)) is not None:
            here = opening - 1  # "the Continental Free Trade Area (CFTA) agreement"
            continue
        if (lower == "," or (lower == "and" and stretch.lower(here - 1) == ",")) and _parts_adjectives(stretch, here):
            here -= 1
            continue
        if lower in _WORDS.finite and _stands_as_verb(stretch, here):
            return None
        if lower.endswith(_CLIPPED) or (stretch.is_heading and lower in _WORDS.verbs):
            return None
        if lower in _WORDS.breaks or not (lower[:1].isalnum() or word.text in _QUOTES or word.text[0] in _SIGNS):
            return None
        here -= 1
    return None


def _stands_as_verb(stretch: Stretch, at: int) -> bool:
    """Whether a verb form behind a noun is the verb of a clause (`the ban [followed] long talks`), not a modifier."""
    before = stretch.lower(at - 1)
    return at > 0 and before.isalpha() and before not in _WORDS.determiners and not before.endswith("ly")


def _joins_capitals(stretch: Stretch, at: int) -> bool:
    """Whether "and" stands inside a proper name (`Trade and Investment Framework`)."""
    if at < 1 or at + 1 >= len(stretch.words) or stretch.is_heading:
        return False
    sides = stretch.words[at - 1], stretch.words[at + 1]
    return all(side.text[:1].isupper() and stretch.mention_at(side) is None for side in sides)


def _alias_start(stretch: Stretch, closing: int) -> int | None:
    """Where the bracket opens that holds but an abbreviation (`(CFTA)`, `(B3W)`)."""
    places = range(closing - 2, max(0, closing - _ALIAS), -1)
    opening = next((here for here in places if stretch.lower(here) == "("), None)
    if opening is None:
        return None
    inner = "".join(stretch.words[here].text for here in range(opening + 1, closing))
    return opening if sum(letter.isupper() for letter in inner) > 1 else None


def _parts_adjectives(stretch: Stretch, at: int) -> bool:
    """Whether a comma stands between two adjectives of one noun (`the brutal, unjust war`), as the tree has it."""
    first = at - 1 if stretch.lower(at) == "and" else at
    behind = at + 1 if stretch.lower(at + 1) != "and" else at + 2
    if first < 1 or behind >= len(stretch.words):
        return False
    tree = stretch.scene.tree(stretch.span)
    sides = [tree.at(stretch.words[here].span.start) for here in (first - 1, behind)]
    return all(side is not None and side.tag in {"ADJ", "VERB"} and side.relation in {"amod", "conj"} for side in sides)


def _joins_adjectives(stretch: Stretch, at: int) -> bool:
    """Whether "and" stands between two words that only describe (`the firm and lasting accord`)."""
    sides = stretch.lower(at - 1), stretch.lower(at + 1)
    return all(
        side.replace("-", "").isalpha() and side not in _WORDS.breaks and not side.endswith("s") for side in sides
    ) and all(stretch.words[i].text.islower() for i in (at - 1, at + 1))


def _possessor(stretch: Stretch, at: int, mention: Referent | None) -> int:
    """Where the owner begins (`the Kenyan president's`, `last year's`)."""
    time = next((time for time in stretch.times if time.span.overlaps(stretch.words[at].span)), None)
    if mention is None and time is not None:
        first = max(stretch.index(time.span.start), at - 2)
        return first + 1 if stretch.lower(first) in _WORDS.breaks else first
    first = stretch.index(mention.span.start) if mention else at
    while (
        mention is None
        and first > 0
        and stretch.words[first - 1].text[:1].isupper()
        and stretch.words[first].text[:1].isupper()
    ):
        first -= 1
    return first - 1 if first > 0 and stretch.lower(first - 1) in _ARTICLES else first


def _describes(stretch: Stretch, at: int) -> bool:
    word, lower = stretch.words[at], stretch.lower(at)
    if at > 0 and word.text in "+-" and stretch.words[at - 1].span.end == word.span.start:
        return True  # "Second U.S.-Chile Meeting", "the 2+2 dialogue"
    if lower[0] in _MONEY:
        return True  # "$5 billion deal"
    if lower in _WORDS.breaks or not lower[:1].isalnum() or lower in ("on", "at"):
        return False
    if lower in _WORDS.finite and word.text.islower() and _stands_as_verb(stretch, at):
        return False
    if stretch.mention_at(word) is not None or word.text[:1].isupper() or lower[:1].isdigit():
        return not (lower in _WORDS.verbs and (at == 0 or stretch.is_heading))
    if lower in _WORDS.describing:
        return True
    if lower.endswith("ing") and lower not in _WORDS.verbs:
        return _is_compound(stretch, word.span)
    return (
        lower not in _WORDS.verbs
        and not lower.endswith(("ed", "ing", "ly"))
        and not (lower.endswith("s") and len(lower) > 4)
    )


def _is_compound(stretch: Stretch, word: Span) -> bool:
    """Whether the tree takes a form in -ing for a part of the noun behind it (`water [sharing] deals`)."""
    node = stretch.scene.tree(stretch.span).at(word.start)
    return node is not None and (
        node.tag == "NOUN" or (node.relation in {"compound", "amod"} and node.head > node.place)
    )


def _end(stretch: Stretch, at: int, complements: frozenset[str]) -> int:
    """The end of the nominal whose head is the word at `at`."""
    end = _behind_principle(stretch, _behind_alias(stretch, at))
    end = _behind_time(stretch, _behind_place(stretch, end, complements), complements)
    led: set[str] = set()
    while end - at <= _LONGEST and _leads_on(stretch, end, at, complements) and end + 1 < len(stretch.words):
        if (
            stretch.in_time(stretch.words[end + 1])
            or stretch.in_time(stretch.words[end])
            or _is_infinitive(stretch, end)
            or _is_beside(stretch, end)
            or (stretch.lower(end) in led and stretch.lower(end) in _ONCE)
        ):
            break
        led.add(stretch.lower(end))
        paired = stretch.lower(end) in ("from", "of") and "between" in led
        behind = _phrase_end(stretch, end + 1, after="between" if paired else stretch.lower(end))
        if behind == end + 1:
            break
        end = _behind_alias(stretch, behind - 1)
    return stretch.words[end - 1].span.end - _possessive_tail(stretch, end - 1)


def _leads_on(stretch: Stretch, at: int, head: int, complements: frozenset[str]) -> bool:
    """Whether a complement begins here: at a preposition that the head allows, or behind those who are sent."""
    lower = stretch.lower(at)
    if lower == "in" and "concerning" in complements and at - 1 > head and _is_titled(stretch, at, head):
        return True
    return lower in complements or (lower in ("from", "of") and at - 1 > head and stretch.lower(at - 1) in _SENT)


def _is_titled(stretch: Stretch, at: int, head: int) -> bool:
    """Whether "in" stands inside a title (`Agreement on Cooperation [in Space]`), not before a place or a time."""
    sides = stretch.words[head], stretch.words[at - 1], *stretch.words[at + 1 : at + 2]
    named = stretch.mention_at(sides[-1]) is not None or bool(_NAMES.find(sides[-1].text))
    return (
        len(sides) == _SIDES and not stretch.is_heading and all(side.text[:1].isupper() for side in sides) and not named
    )


def _behind_principle(stretch: Stretch, at: int) -> int:
    """Past "in principle" behind an agreement."""
    return at + 2 if stretch.lower(at) == "in" and stretch.lower(at + 1) == "principle" else at


def _is_infinitive(stretch: Stretch, at: int) -> bool:
    """Whether "to" leads on to a verb, not to a place or party."""
    after = stretch.words[at + 1]
    named = (
        after.text[:1].isupper() or stretch.lower(at + 1) in _WORDS.determiners or stretch.mention_at(after) is not None
    )
    return stretch.lower(at) == "to" and not named


def _is_beside(stretch: Stretch, at: int) -> bool:
    """Whether "on the sidelines of" begins here, which belongs to the clause and not to the nominal."""
    return stretch.lower(at) == "on" and stretch.lower(at + 2) in ("sidelines", "margins", "eve", "occasion")


def _behind_time(stretch: Stretch, at: int, complements: frozenset[str]) -> int:
    """Past a time that stands between the head and a complement (`the meeting on Sunday with …`)."""
    here = at + 1 if stretch.lower(at) in ("on", "in") else at
    first = here
    while here < len(stretch.words) and stretch.in_time(stretch.words[here]):
        here += 1
    return here if here > first and stretch.lower(here) in complements and stretch.lower(here) != "on" else at


def _behind_place(stretch: Stretch, at: int, complements: frozenset[str]) -> int:
    """Past a place that stands between the head and those who meet (`the talks in Abuja between …`)."""
    here = first = at + 2 if stretch.lower(at + 1) == "the" else at + 1
    if stretch.lower(at) not in ("in", "at"):
        return at
    while here < len(stretch.words) and stretch.words[here].text[:1].isupper() and here - first < _PLACE:
        here += 1
    return here if here > first and stretch.lower(here) in _ONCE & complements else at


def _behind_alias(stretch: Stretch, at: int) -> int:
    """Past "(FTA)" or "(“KORUS FTA”)" behind a name; the index behind the last word otherwise."""
    if stretch.lower(at + 1) != "(":
        return at + 1
    closing = next((i for i in range(at + 2, min(at + 9, len(stretch.words))) if stretch.lower(i) == ")"), None)
    inner = [stretch.words[i].text for i in range(at + 2, closing)] if closing else []
    return closing + 1 if closing and any(text.isupper() and len(text) > 1 for text in inner) else at + 1


def _possessive_tail(stretch: Stretch, at: int) -> int:
    """How much of a final `'s` to leave out."""
    text = stretch.words[at].text
    return 2 if text.endswith(("'s", "’s")) else 1 if text.endswith(("s'", "s’")) else 0


def _phrase_end(stretch: Stretch, at: int, *, after: str) -> int:
    """The index behind the nominal that begins at `at`, as the object of a preposition."""
    first = here = at
    joining, paired = after in _JOINING, False
    while here < len(stretch.words) and here - first <= _LONGEST:
        word, lower = stretch.words[here], stretch.lower(here)
        mention = stretch.mention_at(word)
        if mention is not None:
            here = stretch.index(mention.span.end - 1) + 1
            continue
        if lower == "," and _lists_capitals(stretch, here):
            here += 1
            continue
        if lower == "and" or (lower == "," and joining):
            behind = _joined(stretch, here, joining=joining, first_pair=after == "between" and not paired)
            if behind is None:
                break
            here, paired = behind, True
            continue
        if here > first and (_stops(stretch, here) or _is_told_of(stretch, here)):
            break
        if here == first and lower in _WORDS.breaks:
            break
        here += 1
    return here


def _joined(stretch: Stretch, at: int, *, joining: bool, first_pair: bool) -> int | None:
    """Where the part behind "and" or a comma begins, if it still belongs to the nominal."""
    after = at + 1
    if stretch.lower(after) in ("jr", "sr"):
        return at + 3 if stretch.lower(at + 2) == "." else at + 2
    if stretch.lower(at) == "," and stretch.lower(after) == "and":
        after += 1
    skipped = after + 1 if stretch.lower(after) in _WORDS.determiners else after
    if skipped >= len(stretch.words):
        return None
    if first_pair and stretch.lower(at) == "and" and stretch.lower(skipped) not in _WORDS.breaks:
        return skipped  # "between A and B" holds two, whatever B is
    named = stretch.mention_at(stretch.words[skipped]) is not None
    before = at > 0 and (stretch.mention_at(stretch.words[at - 1]) is not None)
    behind = stretch.lower(stretch.index(stretch.words[skipped].span.start) + 1)
    # "talks between A and B said" can only join; "talks with A and B said" may begin a new clause.
    if joining and named and before and (first_pair or behind not in _WORDS.following):
        return skipped
    last = at - 2 if stretch.lower(at - 1) == "," and _lists_capitals(stretch, at - 1) else at - 1
    both_capital = last >= 0 and stretch.words[last].text[:1].isupper() and stretch.words[after].text[:1].isupper()
    return after if stretch.lower(at) == "and" and both_capital and not named else None


def _is_told_of(stretch: Stretch, at: int) -> bool:
    """Whether a form in -s behind an actor is a verb, since an object follows (`the meeting with Ruto [reaffirms] our …`)."""
    before = stretch.words[at - 1]
    after = stretch.lower(at + 1)
    if (
        before.text[:1].isupper()
        and stretch.lower(at).endswith(("tes", "zes", "ses", "ens", "ances", "ides"))
        and after.isalpha()
    ):
        return after not in _WORDS.breaks and after not in _WORDS.following
    behind = stretch.mention_at(before) is not None
    return behind and stretch.lower(at).endswith("s") and stretch.lower(at + 1) in _WORDS.determiners | {"that", "how"}


def _lists_capitals(stretch: Stretch, at: int) -> bool:
    """Whether a comma stands in a list of capitals that "and" closes: `Agreement on Fair, Free, and Open Trade`."""
    if stretch.is_heading or at < 1:
        return False
    sides = [stretch.words[at - 1], *stretch.words[at + 1 : at + 2]]
    if len(sides) < 2 or not all(side.text[:1].isupper() or side.lower == "and" for side in sides):
        return False
    if any(stretch.mention_at(side) is not None for side in sides):
        return False
    for i in range(at + 1, min(at + 7, len(stretch.words) - 1)):
        word = stretch.words[i]
        if word.lower == "and":
            return stretch.words[i + 1].text[:1].isupper() and stretch.mention_at(stretch.words[i + 1]) is None
        if word.text != "," and not word.text[:1].isupper():
            return False
    return False


def _stops(stretch: Stretch, at: int) -> bool:
    word, lower = stretch.words[at], stretch.lower(at)
    # "of the 2018 summit": a time behind the article describes.
    if (
        (stretch.in_time(word) and stretch.lower(at - 1) not in _ARTICLES)
        or lower in _WORDS.breaks
        or lower in _WORDS.following
    ):
        return True
    if not lower[:1].isalnum() and word.text not in "-–$€£%":
        return word.text not in _QUOTES or not _opens_inside(stretch, at)
    if word.text[:1].isupper() or lower in _WORDS.describing:
        return False
    before = stretch.lower(at - 1)
    settled = before not in _WORDS.determiners and not before.endswith(_POSSESSIVE)
    return settled and (lower.endswith(("ed", "ing")) or lower in _WORDS.verbs)


def _opens_inside(stretch: Stretch, at: int) -> bool:
    """Whether a quotation mark opens or closes words of the nominal itself (`the "immediate area"`)."""
    return any(
        stretch.words[i].text in _QUOTES for i in range(max(0, at - 6), min(at + 6, len(stretch.words))) if i != at
    )
