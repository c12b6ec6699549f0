"""Our own sentences of news of diplomacy, with their trees.

News of diplomacy opens with a stack of titles before a name, a verb of speech, a day and a clause; the treebanks have
few of these. Each sentence is put together from `constructions.py` with tables of invented people and real states,
always the same ones.
"""

import random
from dataclasses import dataclass, replace

from constructions import DEEDS, PRODUCTIONS, SENTENCES, VERBS
from sentences import Sentence

COUNT = 1200
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
_WORDS = {
    "number": ("2", "3", "12", "25", "40", "200", "1,500", "two", "three", "four", "ten", "10"),
    "scale": ("million", "billion"),
    "year": ("2027", "2028", "2030", "2035"),
    "date": ("1", "9", "14", "23", "30"),
    "day": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "month": ("January", "March", "April", "June", "July", "September", "October", "December"),
    "will": ("will", "would", "could", "must", "will", "would"),
    "capital": ("Accra", "Oslo", "Lima", "Nairobi", "Tokyo", "Brussels", "Geneva", "Hanoi", "Ottawa", "Cairo", "Warsaw"),
    "family": (),
    "said": ("said", "said", "said", "announced", "added", "noted", "confirmed", "warned", "insisted", "stressed", "claimed"),
    "vowed": ("vowed", "pledged", "promised", "threatened", "refused", "decided"),
    "deal": ("deal", "pact", "treaty", "accord"),
    "topic": ("fisheries", "trade", "energy", "migration", "defense"),
    "adjective": ("Norwegian", "Kenyan", "Brazilian", "Chilean", "Polish", "Egyptian", "Canadian", "Japanese", "Turkish", "Indian", "Australian", "Chinese", "French", "German", "Russian", "Iranian"),
}  # fmt: skip
_BASES = {
    "said": "say", "announced": "announce", "added": "add", "noted": "note", "confirmed": "confirm", "warned": "warn",
    "insisted": "insist", "stressed": "stress", "claimed": "claim", "vowed": "vow", "pledged": "pledge",
    "promised": "promise", "threatened": "threaten", "refused": "refuse", "decided": "decide", "fisheries": "fishery",
}  # fmt: skip
_BODIES = ("European Union", "United Nations", "African Union", "Arab League", "EU", "NATO", "ASEAN", "UN")
_PLACES = {"capital"}
_COARSE = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "MD": "AUX", "IN": "ADP", "DT": "DET", "CD": "NUM", "JJ": "ADJ",
    "JJR": "ADJ", "RB": "ADV", "RBR": "ADV", "TO": "PART", "POS": "PART", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON",
    "WDT": "PRON", "CC": "CCONJ", "$": "SYM",
}  # fmt: skip
_FINE = {"do": "VB", "did": "VBD", "doing": "VBG"}


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a sentence under construction; `head` counts from the first word, -1 for what hangs outside."""

    form: str
    tag: str
    fine: str
    head: int
    relation: str
    lemma: str
    name: str = "O"


def _proper(form: str, head: int, relation: str, name: str = "O") -> _Word:
    return _Word(form, "PROPN", "NNP", head, relation, form, name)


def _named(form: str, kind: str) -> list[_Word]:
    """A name whose last word is its head, or its first where the words say nothing of one another."""
    parts = form.split()
    labels = [f"B-{kind}"] + [f"I-{kind}"] * (len(parts) - 1)
    if parts[0] in {"Sri", "Costa"}:
        return [_proper(parts[0], -1, "", labels[0]), _proper(parts[1], 0, "flat", labels[1])]
    last = len(parts) - 1
    words = [_proper(part, last, "compound", label) for part, label in zip(parts, labels, strict=True)]
    words[-1] = replace(words[-1], head=-1, relation="")
    if parts[0] in {"New", "Saudi", "European", "United", "African", "Arab"}:
        words[0] = replace(words[0], tag="ADJ", relation="amod")
    return words


def _state(chance: random.Random) -> list[_Word]:
    form = chance.choice((*_COUNTRIES, "United States", "China", "Russia", "Israel", "North Korea"))
    words = _named(form, "LOC")
    if form in {"Philippines", "United States"}:
        article = _Word("the", "DET", "DT", len(words), "det", "the")
        words = [article, *(replace(word, head=word.head + (word.head >= 0)) for word in words)]
    return words


def _name(chance: random.Random) -> list[_Word]:
    """A given and a family name in either order; a hyphen makes a given name three words."""
    parts = [chance.choice(_GIVEN).replace("-", " - "), chance.choice(_FAMILY)]
    if " - " in parts[0] and chance.random() < 0.7:
        parts.reverse()
    words = []
    for place, part in enumerate(" ".join(parts).split()):
        name = "I-PER" if place else "B-PER"
        if part == "-":
            words.append(_Word("-", "PUNCT", "HYPH", place + 1, "punct", "-", name))
        else:
            words.append(_proper(part, 0 if place else -1, "flat" if place else "", name))
    return words


def _nation(chance: random.Random, head: int) -> _Word:
    form = chance.choice([adjective for adjective in _ADJECTIVES if " " not in adjective])
    if form.isupper() or "." in form:
        return _proper(form, head, "compound", "B-ORG" if form in {"EU", "UN"} else "B-LOC")
    return _Word(form, "ADJ", "JJ", head, "amod", form)


def _title(chance: random.Random) -> list[_Word]:
    """A stack of titles, its head the post."""
    post, joined = chance.choice(_POSTS)
    qualifiers = chance.choice(_BEFORE.get(post, ("",))).split()
    words = [
        _Word(form, "ADJ", "NNP", 0, "amod", form) if form in _ADJECTIVAL else _proper(form, 0, "compound")
        for form in qualifiers
    ]
    if chance.random() < 0.85:
        late = qualifiers[:1] in (["Acting"], ["Former"], ["Interim"]) and chance.random() < 0.8
        words.insert(int(late), _nation(chance, 0))
    words = [replace(word, head=len(words)) for word in words]
    words.append(_proper(post, -1, ""))
    if post == "Secretary" and qualifiers == ["Foreign"]:
        words = [_proper("Secretary", -1, ""), _Word("of", "ADP", "IN", 2, "case", "of"), _proper("State", 0, "nmod")]
    if joined:
        case = _Word(chance.choice(joined), "ADP", "IN", 0, "case", "")
        words = _joined(words, [replace(case, lemma=case.form)], _state(chance))
    return words


def _top(words: list[_Word]) -> int:
    return next(place for place, word in enumerate(words) if word.head < 0)


def _shifted(words: list[_Word], by: int, head: int, relation: str) -> list[_Word]:
    """Words put after others, their head hung on a word of the whole."""
    return [
        replace(word, head=head, relation=relation or word.relation)
        if word.head < 0
        else replace(word, head=word.head + by)
        for word in words
    ]


def _joined(words: list[_Word], case: list[_Word], place: list[_Word]) -> list[_Word]:
    """A post with the state it is for."""
    start = len(words) + len(case)
    case = [replace(word, head=start + _top(place)) for word in case]
    return words + case + _shifted(place, start, _top(words), "nmod")


def _titled(chance: random.Random) -> list[_Word]:
    title, name = _title(chance), _name(chance)
    whole = len(title) + _top(name)
    return _shifted(title, 0, whole, "nmod:desc") + _shifted(name, len(title), -1, "")


def _word(cell: str, form_of: str, chance: random.Random) -> list[_Word]:
    """The one word, or named words, of a cell that is no production."""
    form, fine, lemma = [*cell.split("/", 2), "", ""][:3] if not cell.startswith(("/", "-/", ",/")) else _mark(cell)
    if form.startswith("="):
        base = form[1:]
        forms = {"do": base, "did": VERBS[base][0], "doing": VERBS[base][1]}
        return [_Word(forms[form_of], "VERB", _FINE[form_of], -1, "", base)]
    if form == "#family":
        return [_proper(chance.choice(_FAMILY), -1, "", "B-PER")]
    if form == "#body":
        return _named(chance.choice(_BODIES), "ORG")
    if form.startswith("#"):
        table = form[1:]
        form = chance.choice(_WORDS[table])
        if table in _PLACES:
            return _named(form, "LOC")
        lemma = _BASES.get(form, "")
        fine = "NNS" if form == "fisheries" else fine
    lemma = lemma or (form if fine in {"NNP", "JJ"} else form.lower())
    return [_Word(form, _COARSE.get(fine, "VERB" if fine.startswith("VB") else "PUNCT"), fine, -1, "", lemma)]


def _mark(cell: str) -> list[str]:
    form, fine = cell.split("/")[:2]
    return [form, fine, form]


_MADE = {"titled": _titled, "person": _name, "one_state": _state}


def _grown(name: str, form_of: str, chance: random.Random) -> list[_Word]:
    """The words of a production chosen by chance."""
    if name in _MADE:
        return _MADE[name](chance)
    if name in _FINE:
        return _built(chance.choice(DEEDS), name, chance)
    return _built(chance.choice(PRODUCTIONS[name]), form_of, chance)


def _built(production: str, form_of: str, chance: random.Random) -> list[_Word]:
    """The words of a production, with all that is put in."""
    parts: list[list[_Word]] = []
    hangs: list[tuple[int, str]] = []
    for row in production.split():
        cell, _, rest = row.rpartition(">")
        head, _, relation = rest.partition(":")
        name = cell[1:].rstrip("?")
        left_out = cell.endswith("?") and chance.random() < 0.4
        grown = _grown(name, form_of, chance) if cell.startswith("@") else _word(cell, form_of, chance)
        parts.append([] if left_out else grown)
        hangs.append((int(head) - 1, "" if relation == "*" else relation))
    starts = [sum(map(len, parts[:place])) for place in range(len(parts))]
    found = []
    for part, start, (head, relation) in zip(parts, starts, hangs, strict=True):
        above = starts[head] + _top(parts[head]) if head >= 0 else -1
        found += _shifted(part, start, above, relation)
    return found


def _fitted(word: _Word) -> _Word:
    """The word's tag as its relation asks: a case or mark of a clause, an auxiliary."""
    if word.relation == "mark" and word.tag == "ADP":
        return replace(word, tag="SCONJ")
    if word.relation.partition(":")[0] in {"aux", "cop"}:
        return replace(word, tag="AUX")
    return word


def _sentence(words: list[_Word]) -> Sentence:
    words = [_fitted(word) for word in words]
    forms = [word.form for word in words]
    first = 1 if forms[0] == '"' else 0
    forms[first] = forms[first][0].upper() + forms[first][1:]
    return Sentence(
        words=tuple(forms),
        tags=tuple(word.tag for word in words),
        fine_tags=tuple(word.fine for word in words),
        lemmas=tuple(word.lemma for word in words),
        heads=tuple(word.head + 1 for word in words),
        relations=tuple(word.relation or "root" for word in words),
        names=tuple(word.name for word in words),
        starts="document",
    )


def openings() -> list[Sentence]:
    """The sentences; the same ones at every call."""
    chance = random.Random(2026)  # noqa: S311
    return [_sentence(_built(chance.choice(SENTENCES), "did", chance)) for _ in range(COUNT)]
