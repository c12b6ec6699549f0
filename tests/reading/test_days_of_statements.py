"""On which day something was said, where the reporting clause itself does not tell."""

import pytest

from servanda.codebook import Document, When
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.readers import PACKAGED, READERS, read_document

NEWS = "Kenya and Peru sign a pact\n\nKenyan President Ann Roe and Peruvian President Luis Vera signed a pact on Wednesday.\n\nTheir ministers ate herring.\n\n"
FAR = "Rain fell in the hills.\n\nThe harvest was poor.\n\nPrices rose.\n\n"


def day_of_last(text):
    document = Document(text=text, kind=DocumentKind.NEWS, published=When.parse("2024-05-17"))
    date = read_document(document, READERS[:4], PACKAGED).statements[-1].date.value
    return str(date) if date else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # The words of those of the news, on its day
        (NEWS + "“The pact is fair,” Vera said.", "2024-05-15"),
        (NEWS + "Vera said that the pact was fair.", "2024-05-15"),
        (NEWS + "The pact was fair, Vera said.", "2024-05-15"),
        # What is said to the press
        (NEWS + "Norwegian Minister Ole Dal told reporters that the pact was fair.", "2024-05-15"),
        (NEWS + "At a press briefing after the dinner, Norwegian Minister Ole Dal stressed that the pact was fair.", "2024-05-15"),
        # Others, and the background
        (NEWS + "“The pact is fair,” Norwegian Minister Ole Dal said.", None),
        (NEWS + "Vera had said earlier that the pact was fair.", None),
        # The day of a speaker's last statement holds for two paragraphs
        ("Minister Ole Dal said on Wednesday that it was late.\n\nRain fell in the hills.\n\nDal denied any delay.", "2024-05-15"),
        ("It was late, Minister Ole Dal said on Wednesday.\n\n" + FAR + "Dal denied any delay.", None),
        # What was said long ago, and a time that dates something else
        ("Norway declared in 2008 that the river was its own. Norway said it will build a dam.", None),
        ("Norway kept its ships where they lay when the storm broke on Tuesday. Norway called for more boats.", None),
        ("Norway sent its ships home on Tuesday. Norway called for more boats.", "2024-05-14"),
        # A time that belongs to the verb, behind what was said
        ("Norway announced a ban on herring in early March.", "2024-03-01/2024-03-10"),
        ("Norway condemned the raid on Wednesday.", "2024-05-15"),
        ("Norway condemned the raid that rebels had made in March.", None),
    ],
)  # fmt: skip
def test_the_day_of_a_statement_in_a_report(text, day):
    assert day_of_last(text) == day


@pytest.mark.parametrize("number", ["", " #2", " 3", " ONE"])
def test_officials_by_number_speak_for_those_whose_text_it_is(number):
    text = f"Background Call\n\nMODERATOR: We begin.\n\nSENIOR ADMINISTRATION OFFICIAL{number}: We will send ships to Kenya.\n\nQ: When?\n\nMODERATOR: Soon."
    document = Document(
        text=text, kind=DocumentKind.TRANSCRIPT, outlet="The White House", published=When.parse("2024-05-17")
    )
    assert [one.speakers.value for one in read_document(document, READERS[:4], PACKAGED).statements] == [("USA",)]
