"""Whose amounts may be a whole and its parts: what a part leaves open speaks for no others, and other parties have their own."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from factories import a_ferry_deal, a_quantity
from servanda.codebook import stated
from servanda.codebook.slots import unstated
from servanda.resolve.totals import Stated, totals_of

WHOLE = (("NOR",), ("KEN",), 350, "Norway pledged to invest in Kenya")
HARBOR = "Norwegian investment in the harbor"
RAILWAY = "further Norwegian investment in railways"
TOGETHER = {
    "both name both": ((("NOR",), ("KEN",), 150, HARBOR), (("NOR",), ("KEN",), 200, RAILWAY)),
    "to whom is left open": ((("NOR",), None, 150, HARBOR), (("NOR",), None, 200, RAILWAY)),
    "owed jointly": ((("NOR",), None, 150, HARBOR), (("KEN", "NOR"), (), 200, RAILWAY)),
}
APART = {
    "to another": ((("NOR",), ("GHA",), 150, HARBOR), (("NOR",), ("KEN",), 200, RAILWAY)),
    "with a third": ((("NOR", "GHA"), None, 150, HARBOR), (("NOR",), None, 200, RAILWAY)),
    "by another": ((("GHA",), ("KEN",), 150, HARBOR), (("NOR",), ("KEN",), 200, RAILWAY)),
    "of another matter": ((("NOR",), None, 150, "a loan for schools"), (("NOR",), None, 200, RAILWAY)),
}


def told(place, debtors, creditors, amount, words):
    _, reading = a_ferry_deal(place, location=f"{place}-{words}.txt")
    commitment = reading.commitments[0]
    quantity = replace(a_quantity(span=commitment.quantities.spans[0]), value=Decimal(amount), unit="USD")
    made = replace(
        commitment,
        debtors=replace(commitment.debtors, value=debtors),
        creditors=unstated() if creditors is None else replace(commitment.creditors, value=creditors),
        quantities=stated((quantity,), commitment.quantities.spans),
        object=stated(words, commitment.object.spans),
    )
    return Stated(commitment=made, document=place, day=date(2024, 5, 2), words=words)


def links_of(parts):
    whole = told("Oslo", *WHOLE)
    return list(totals_of([whole, *(told("Suva", *part) for part in parts)], {whole.commitment.id}))


@pytest.mark.parametrize("parts", TOGETHER.values(), ids=TOGETHER)
def test_they_add_up(parts):
    assert len(links_of(parts)) == 2


@pytest.mark.parametrize("parts", APART.values(), ids=APART)
def test_they_are_kept_apart(parts):
    assert links_of(parts) == []
