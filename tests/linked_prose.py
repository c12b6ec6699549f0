"""Short reports of our own about many states, in which undertakings come again in other words, and judgements about them."""

from datetime import UTC, datetime
from functools import cache

from servanda.codebook import Document, Reading, When
from servanda.reading.readers import read_document

REPORTS = (
    ("2023-03-01", "Norway pledged to build a deep-water port at Mombasa for Kenya by 2030. Finland will train Kenyan coast guard crews."),
    ("2023-03-04", "Oslo said it will build the deep-water port at Mombasa by 2031, if parliament agrees. Kenya will waive customs duties on turbines."),
    ("2023-09-10", "Norway is building a deep-water port at Mombasa for Kenya. Norway pledged $40 million for vaccination clinics in Moldova."),
    ("2024-01-20", "Finland remains committed to training Kenyan coast guard crews. Norway will not build the deep-water port at Mombasa."),
    ("2024-02-02", "Norway pledged $40 million for demining near Kharkiv in Ukraine. Norway pledged $40 million for vaccination clinics in Moldova."),
    ("2024-05-05", "Brazil agreed to supply Angola with seismic survey vessels. Brazil and Angola reaffirmed their commitment to seismic survey cooperation."),
    ("2024-06-06", "Brazil will supply two seismic survey vessels to Angola by 2026. Chile hopes to join the seismic survey."),
    ("2024-07-07", "Japan will invest $350 billion in Canadian shipyards: $150 billion in icebreaker yards and $200 billion in container yards."),
)  # fmt: skip
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


@cache
def report(number: int) -> tuple[Document, Reading]:
    """One of the reports, read."""
    day, text = REPORTS[number]
    document = Document(text=text, title=f"Report {number}", location=f"{number}.txt", published=When.parse(day))
    return document, read_document(document)
