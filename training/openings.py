"""Our own openings of news reports, with their trees.

News of diplomacy opens with a stack of titles before a name, a verb of speech, a day and a clause; the treebanks have
few of these. Each sentence here is made from tables of invented people and real countries, always the same ones.
"""

import random
from dataclasses import dataclass

from sentences import Sentence

COUNT = 320
_COUNTRIES = (
    "Norway", "Kenya", "Brazil", "Philippines", "Chile", "Ghana", "Vietnam", "Poland", "Egypt", "Canada", "Japan",
    "Peru", "Nepal", "Jordan", "Oman", "Turkey", "Estonia", "South Korea", "South Africa", "New Zealand", "Costa Rica",
    "Sri Lanka", "Saudi Arabia", "India", "Australia", "Fiji", "Morocco", "Latvia", "Panama", "Senegal",
)  # fmt: skip
_ADJECTIVES = (
    "US", "U.S.", "Norwegian", "Kenyan", "Brazilian", "Chilean", "Ghanaian", "Vietnamese", "Polish", "Egyptian",
    "Canadian", "Japanese", "Peruvian", "Nepali", "Turkish", "Estonian", "Indian", "Australian", "Moroccan", "Latvian",
    "UK", "EU", "UN", "South Korean", "Saudi", "Chinese", "French", "German", "Russian", "Iranian",
)  # fmt: skip
_GIVEN = (
    "Amina", "Jonas", "Kevin", "Lucia", "Rahul", "Ingrid", "Kwame", "Mei", "Pavel", "Sara", "Tomás", "Yuki", "Omar",
    "Elena", "David", "Joon-ho", "Farah", "Peter", "Nadia", "Carlos", "Min-jae", "Ruth", "Hassan", "Anna", "Viktor",
)  # fmt: skip
_FAMILY = (
    "Okafor", "Lindqvist", "Kim", "Moreno", "Banerjee", "Haugen", "Mensah", "Tanaka", "Novak", "Haddad", "Castillo",
    "Larsen", "Rahman", "Petrov", "Walker", "Lee", "Siddiqui", "Brandt", "Wanjiru", "Silva", "Park", "Cohen", "Aziz",
)  # fmt: skip
_POSTS = (
    ("Ambassador", ("to",)), ("Envoy", ("to", "for")), ("Minister", ()), ("President", ()), ("Secretary", ()),
    ("Commissioner", ("for",)), ("Chargé", ()), ("Representative", ("for", "to")), ("Spokesperson", ()),
    ("Chancellor", ()), ("Director", ("for",)),
)  # fmt: skip
_BEFORE = {
    "Minister": ("Foreign", "Prime", "Defense", "Trade", "Energy", "Finance", "Deputy Foreign", "First Vice Foreign", "Vice Foreign", "Interior"),
    "Secretary": ("Defense", "Trade", "Treasury", "Foreign", "Deputy Defense", "Commerce"),
    "President": ("", "Vice", "Acting", "Interim"),
    "Envoy": ("Special", "Acting Special", "Nuclear"),
    "Ambassador": ("", "Acting", "Former", "Deputy"),
    "Representative": ("Trade", "Special", "Permanent"),
    "Director": ("Senior", "Deputy"),
}  # fmt: skip
_ADJECTIVAL = {
    "Foreign",
    "Prime",
    "Acting",
    "Former",
    "Deputy",
    "Special",
    "Permanent",
    "Senior",
    "Interim",
    "First",
    "Nuclear",
    "Interior",
}
_SPEECH = (("said", "say"), ("told", "tell"), ("stressed", "stress"), ("announced", "announce"), ("added", "add"), ("noted", "note"), ("confirmed", "confirm"), ("warned", "warn"), ("insisted", "insist"), ("pledged", "pledge"))  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DOING = (
    ("sign", "an", "agreement", "on", "fisheries"), ("deepen", "its", "cooperation", "on", "energy"),
    ("send", "a", "delegation", "to", "talks"), ("provide", "new", "funds", "for", "vaccines"),
    ("reopen", "the", "border", "for", "trade"), ("ratify", "the", "treaty", "on", "extradition"),
    ("lift", "all", "tariffs", "on", "steel"), ("begin", "formal", "negotiations", "on", "visas"),
    ("host", "a", "summit", "on", "security"), ("withdraw", "its", "troops", "by", "June"),
)  # fmt: skip
_LEMMAS = {"an": "a", "its": "its", "funds": "fund", "vaccines": "vaccine", "fisheries": "fishery", "tariffs": "tariff", "negotiations": "negotiation", "visas": "visa", "troops": "troop", "talks": "talk"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with what depends on it to its left and right."""

    form: str
    tag: str
    fine: str
    relation: str
    left: tuple["_Word", ...] = ()
    right: tuple["_Word", ...] = ()
    lemma: str = ""
    name: str = "O"


def _laid_out(word: _Word) -> list[_Word]:
    left = [inner for part in word.left for inner in _laid_out(part)]
    return [*left, word, *(inner for part in word.right for inner in _laid_out(part))]


def _sentence(root: _Word) -> Sentence:
    words = _laid_out(root)
    places = {id(word): number for number, word in enumerate(words, 1)}
    heads = dict.fromkeys(places, 0)
    for word in words:
        heads |= {id(part): places[id(word)] for part in (*word.left, *word.right)}
    return Sentence(
        words=tuple(word.form for word in words),
        tags=tuple(word.tag for word in words),
        fine_tags=tuple(word.fine for word in words),
        lemmas=tuple(word.lemma or word.form for word in words),
        heads=tuple(heads[id(word)] for word in words),
        relations=tuple(word.relation for word in words),
        names=tuple(word.name for word in words),
        starts="document",
    )


def _case(form: str) -> _Word:
    return _Word(form, "ADP", "IN", "case", lemma=form)


def _country(form: str, relation: str, *left: _Word, kind: str = "LOC") -> _Word:
    *before, last = form.split()
    if form == "Philippines":
        left = (*left, _Word("the", "DET", "DT", "det"))
    names = [f"B-{kind}"] + [f"I-{kind}"] * len(before)
    inner = tuple(
        _Word(
            part,
            "ADJ" if part in {"New", "Saudi"} else "PROPN",
            "NNP",
            "amod" if part in {"New", "Saudi"} else "compound",
            name=name,
        )
        for part, name in zip(before, names, strict=False)
    )
    return _Word(last, "PROPN", "NNP", relation, (*left, *inner), name=names[-1])


def _nation(form: str) -> tuple[_Word, ...]:
    if form.isupper() or "." in form:
        return (_Word(form, "PROPN", "NNP", "compound", name="B-ORG" if form in {"EU", "UN"} else "B-LOC"),)
    *before, last = form.split()
    return (_Word(last, "ADJ", "JJ", "amod", tuple(_Word(part, "ADJ", "JJ", "amod") for part in before)),)


def _qualifier(form: str) -> _Word:
    kind = ("ADJ", "NNP", "amod") if form in _ADJECTIVAL else ("PROPN", "NNP", "compound")
    return _Word(form, *kind)


def _title(chance: random.Random, relation: str) -> _Word:
    post, joined = chance.choice(_POSTS)
    qualifiers = chance.choice(_BEFORE.get(post, ("",))).split()
    nation = _nation(chance.choice(_ADJECTIVES)) if chance.random() < 0.85 else ()
    left = (*nation, *map(_qualifier, qualifiers))
    if qualifiers[:1] in (["Acting"], ["Former"], ["Interim"]) and nation and chance.random() < 0.8:
        left = (_qualifier(qualifiers[0]), *nation, *map(_qualifier, qualifiers[1:]))
    right = (_country(chance.choice(_COUNTRIES), "nmod", _case(chance.choice(joined))),) if joined else ()
    if post == "Secretary" and not qualifiers[1:] and chance.random() < 0.5:
        left = left[: len(left) - len(qualifiers)]
        right = (_Word("State", "PROPN", "NNP", "nmod", (_case("of"),)),)
    return _Word(post, "PROPN", "NNP", relation, left, right)


def _person(chance: random.Random, relation: str) -> _Word:
    family = _Word(chance.choice(_FAMILY), "PROPN", "NNP", "flat", name="I-PER")
    given = chance.choice(_GIVEN)
    if "-" in given:
        first, second = given.split("-")
        parts = (
            _Word("-", "PUNCT", "HYPH", "punct", name="I-PER"),
            _Word(second, "PROPN", "NNP", "flat", name="I-PER"),
        )
        family = _Word(
            family.form,
            "PROPN",
            "NNP",
            relation,
            (),
            (_Word(first, "PROPN", "NNP", "flat", (), parts[:0], name="I-PER"), parts[0], parts[1]),
            name="B-PER",
        )
        return _Word(family.form, "PROPN", "NNP", relation, (_title(chance, "nmod"),), family.right, name="B-PER")
    return _Word(given, "PROPN", "NNP", relation, (_title(chance, "nmod"),), (family,), name="B-PER")


def _clause(chance: random.Random) -> _Word:
    verb, determiner, noun, case, last = chance.choice(_DOING)
    article = _Word(determiner, *{"its": ("PRON", "PRP$", "nmod"), "new": ("ADJ", "JJ", "amod"), "formal": ("ADJ", "JJ", "amod")}.get(determiner, ("DET", "DT", "det")), lemma=_LEMMAS.get(determiner, determiner))  # fmt: skip
    plural = ("NNS" if noun.endswith("s") else "NN", "NNS" if last.endswith("s") and last != "fisheries" else "NN")
    month = last == "June"
    inner = _Word(last, "PROPN" if month else "NOUN", "NNP" if month else plural[1], "obl" if month or verb == "send" else "nmod", (_case(case),), lemma=_LEMMAS.get(last, last))  # fmt: skip
    outer = (inner,) if inner.relation == "obl" else ()
    thing = _Word(noun, "NOUN", plural[0], "obj", (article,), () if outer else (inner,), lemma=_LEMMAS.get(noun, noun))
    subject = _country(chance.choice(_COUNTRIES), "nsubj")
    that = (_Word("that", "SCONJ", "IN", "mark"),) if chance.random() < 0.8 else ()
    if chance.random() < 0.6:
        modal = chance.choice(("will", "would", "could"))
        aux = _Word(modal, "AUX", "MD", "aux", lemma=modal)
        return _Word(verb, "VERB", "VB", "ccomp", (*that, subject, aux), (thing, *outer))
    inner_verb = _Word(verb, "VERB", "VB", "xcomp", (_Word("to", "PART", "TO", "mark"),), (thing, *outer))
    main, lemma, fine = chance.choice((("agreed", "agree", "VBD"), ("plans", "plan", "VBZ"), ("promised", "promise", "VBD"), ("wants", "want", "VBZ")))  # fmt: skip
    return _Word(main, "VERB", fine, "ccomp", (*that, subject), (inner_verb,), lemma=lemma)


def _opening(chance: random.Random) -> Sentence:
    form, lemma = chance.choice(_SPEECH)
    right: tuple[_Word, ...] = ()
    if form == "told":
        right = (_Word("reporters", "NOUN", "NNS", "iobj", lemma="reporter"),)
    if chance.random() < 0.75:
        on = (_case("on"),) if chance.random() < 0.4 else ()
        right += (_Word(chance.choice(_DAYS), "PROPN", "NNP", "obl", on),)
    full_stop = _Word(".", "PUNCT", ".", "punct")
    return _sentence(
        _Word(
            form, "VERB", "VBD", "root", (_person(chance, "nsubj"),), (*right, _clause(chance), full_stop), lemma=lemma
        )
    )


def openings() -> list[Sentence]:
    """The sentences; the same ones at every call."""
    chance = random.Random(2026)  # noqa: S311
    return [_opening(chance) for _ in range(COUNT)]
