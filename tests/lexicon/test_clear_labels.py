"""Trees in ClearNLP's labels come out as Universal Dependencies have them."""

import pytest

from servanda.lexicon.clear_labels import is_clear, universal

# word, tag, lemma, head (itself for the root), ClearNLP's relation → head and relation of Universal Dependencies
LENT = """
Norway     PROPN Norway    lent     nsubj    lent     nsubj
lent       VERB  lend      lent     ROOT     lent     root
ships      NOUN  ship      lent     dobj     lent     obj
to         ADP   to        lent     prep     Kenya    case
Kenya      PROPN Kenya     to       pobj     lent     obl
"""
PORT = """
The        DET   the       port     det      port     det
port       NOUN  port      closed   nsubj    closed   nsubj
of         ADP   of        port     prep     Lamu     case
Lamu       PROPN Lamu      of       pobj     port     nmod
closed     VERB  close     closed   ROOT     closed   root
"""
PASSIVE = """
Pacts      NOUN  pact      signed   nsubjpass signed  nsubj:pass
were       AUX   be        signed   auxpass  signed   aux:pass
not        PART  not       signed   neg      signed   advmod
signed     VERB  sign      signed   ROOT     signed   root
by         ADP   by        signed   agent    Ghana    case
Ghana      PROPN Ghana     by       pobj     signed   obl
"""
PARTNER = """
Fiji       PROPN Fiji      is       nsubj    partner  nsubj
is         AUX   be        is       ROOT     partner  cop
a          DET   a         partner  det      partner  det
partner    NOUN  partner   is       attr     partner  root
"""
BY_HELPING = """
Peru       PROPN Peru      won      nsubj    won      nsubj
won        VERB  win       won      ROOT     won      root
by         ADP   by        won      prep     helping  mark
helping    VERB  help      by       pcomp    won      advcl
Chad       PROPN Chad      helping  dobj     helping  obj
"""


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(LENT, id="a noun behind a verb's preposition"),
        pytest.param(PORT, id="a noun behind a noun's preposition"),
        pytest.param(PASSIVE, id="a passive with its agent"),
        pytest.param(PARTNER, id="a predicate noun"),
        pytest.param(BY_HELPING, id="a clause behind a preposition"),
    ],
)
def test_a_tree_is_turned(table):
    rows = [line.split() for line in table.strip().splitlines()]
    place = {row[0]: number for number, row in enumerate(rows)}
    clear = [row[4] for row in rows]
    assert is_clear(clear)
    heads, relations = universal([place[r[3]] for r in rows], clear, [r[1] for r in rows], [r[2] for r in rows])
    assert [(rows[head][0], relation) for head, relation in zip(heads, relations, strict=True)] == [
        (row[5], row[6]) for row in rows
    ]


def test_universal_relations_are_known_as_such():
    assert not is_clear(["nsubj", "root", "obj", "case", "obl"])
