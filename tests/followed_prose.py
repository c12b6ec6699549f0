"""Short texts of our own about many states, in which undertakings come, change, fall due and are met; read and linked."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from servanda.codebook import Document, Reading, When
from servanda.codebook.vocabulary import DocumentKind
from servanda.pipeline import link
from servanda.reading.readers import read_document
from servanda.store import Ledger

TEXTS = (
    ("2024-01-10", DocumentKind.RELEASE, "Norway plans to build a deep-water port at Mombasa for Kenya by 2026."),
    ("2024-03-05", DocumentKind.RELEASE, "Norway pledged to build a deep-water port at Mombasa for Kenya by 2026."),
    ("2024-03-06", DocumentKind.NEWS, "Norway promised to build a deep-water port at Mombasa for Kenya by 2026, its prime minister said."),
    ("2024-06-01", DocumentKind.RELEASE, "Brazil will supply three seismic survey vessels to Angola by 30 September 2024."),
    ("2024-11-20", DocumentKind.RELEASE, "Brazil fulfilled its promise to supply three seismic survey vessels to Angola."),
    ("2024-07-01", DocumentKind.RELEASE, "Finland will train Estonian coast guard crews by the end of August 2024. Estonia called Finland an ironclad ally."),
    ("2024-02-01", DocumentKind.READOUT, "Readout of the Talks between Chile and Peru\n\nChile and Peru reaffirmed their commitment to demining the border valley and praised their unshakeable partnership."),
    ("2024-05-01", DocumentKind.READOUT, "Readout of the Talks between Chile and Peru\n\nChile and Peru reaffirmed their commitment to demining the border valley and to shared fisheries patrols."),
    ("2024-09-01", DocumentKind.READOUT, "Readout of the Talks between Chile and Peru\n\nChile and Peru reaffirmed their commitment to shared fisheries patrols."),
    ("2024-08-08", DocumentKind.NEWS, "Japan will invest $350 billion in Canadian shipyards: $150 billion in icebreaker yards and $200 billion in container yards."),
    ("2024-10-10", DocumentKind.NEWS, "Morocco will lower its duty on Spanish steel in return for Spain’s pledge to buy Moroccan solar power, officials in Rabat said."),
)  # fmt: skip


@cache
def read_texts(first: int = 0, last: int | None = None) -> tuple[tuple[Document, Reading], ...]:
    """The texts, read."""
    made = []
    for number, (day, kind, text) in enumerate(TEXTS[first:last], first):
        told = {"title": f"Text {number}", "location": f"{number}.txt", "outlet": "Example Gazette"}
        document = Document(text=text, kind=kind, published=When.parse(day), **told)
        made.append((document, read_document(document)))
    return tuple(made)


def make_ledger(place: str, first: int = 0, last: int | None = None) -> str:
    """A ledger of them, linked."""
    if "://" in place:
        _fill(place, first, last)
    else:
        Path(place).write_bytes(_made(first, last))
    return place


@cache
def _made(first: int, last: int | None) -> bytes:
    """The file that all tests of a run copy."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "prose.db"
        _fill(str(path), first, last)
        return path.read_bytes()


def _fill(place: str, first: int, last: int | None) -> None:
    with Ledger.open(place) as ledger:
        for document, reading in read_texts(first, last):
            ledger.append_reading(document, reading)
        link(ledger)
