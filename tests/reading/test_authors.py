"""Whose voice an official text speaks with."""

import pytest

from servanda.codebook import Document, When
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.readers import BY_RULES, read_document
from servanda.reading.scenes import Scene
from servanda.reading.statements.authors import authors_of

ACT = "Chad's attack on Niger is a grave breach."


@pytest.mark.parametrize(
    ("heading", "kind", "outlet", "authors"),
    [
        (f"G20 Leaders’ Statement on Chad's Attack on Niger\n\nWe, the leaders of the G20, condemn it. {ACT}", "instrument", "", ("g20",)),
        (f"NATO Foreign Ministers' Joint Declaration on Chad and Niger\n\n{ACT}", "instrument", "", ("nato",)),
        (f"African Union Statement on Chad and Niger\n\n{ACT}", "instrument", "", ("african-union",)),
        (f"Benelux Leaders' Statement on Chad and Niger\n\n{ACT}", "instrument", "", ("BEL", "LUX", "NLD")),
        (f"U.S.-Africa Summit: Joint Statement\n\nThe African Union and the United States regret Chad's attack. {ACT}", "instrument", "", ("african-union", "USA")),
        (f"Joint Statement of Kenya and Norway on Chad\n\nKenya and Norway met. {ACT}", "instrument", "", ("KEN", "NOR")),
        (f"Statement by Prime Minister Ana Berg of Norway on Chad\n\n{ACT}", "release", "", ("ana-berg",)),
        (f"Statement on the NATO Declaration about Chad\n\n{ACT}", "release", "Ministry of Foreign Affairs of Norway", ("NOR",)),
        (f"Remarks by High Commissioner/Vice-Chair Ana Berg upon arrival in Chad\n\nGood evening. {ACT}", "transcript", "", ("ana-berg",)),
        (f"Joint Press Statement by PS, Dr. Ana Berg with the Minister of Chad\n\nI thank my host. {ACT}", "transcript", "Ministry of Foreign Affairs of Norway", ("ana-berg",)),
        (f"Joint press conference\n\nwith Norwegian Prime Minister Ana Berg and Chadian President Idriss Wade - Prime Minister Berg's opening remarks\n\nI thank my host. {ACT}", "transcript", "NATO", ("ana-berg",)),
        (f"Joint Statement by Prime Minister Ana Berg of Norway and President Sam Otieno of Kenya\n\nNorway and Kenya met. {ACT}", "instrument", "", ("NOR", "KEN")),
        (f"Attack on Niger deplored\n\n{ACT}", "release", "NATO", ("nato",)),
        (f"Foreign ministers' statement on Niger\n\nWe, the ECOWAS Foreign Ministers, met. {ACT}", "release", "", ("ecowas",)),
        (f"Communiqué of the Ministers of Fisheries of ECOWAS\n\nThe ministers met in Lagos to discuss Chad. {ACT}", "instrument", "", ("ecowas",)),
        (f"Statement by President Ana Berg of Norway, President Sam Otieno of Kenya and Prime Minister Jan Roe of Malta\n\nWe met. {ACT}", "instrument", "", ("NOR", "KEN", "MLT")),
        (f"Press conference after the meeting\n\nPRIME MINISTER ANA BERG: Good morning. {ACT}\n\nI thank all.", "transcript", "Government of Kenya", ("ana-berg",)),
        (f"NATO Leaders Arrive in Chad\n\n{ACT}", "news", "", ("narrator",)),
    ],
    ids=["leaders of a group", "ministers of an alliance", "a union", "a group of few", "a union and a state", "two states", "a person", "an alliance as topic", "a person with a long title", "one of two at a press meeting", "whose opening remarks", "two persons together", "an alliance", "ministers of a union by we", "ministers of a union", "three persons together", "the only label", "news"],
)  # fmt: skip
def test_whose_voice_it_is(heading, kind, outlet, authors):
    document = Document(
        text=heading, published=When.parse("2024-10-03"), kind=DocumentKind(kind), outlet=outlet or None
    )
    assert authors_of(Scene(document), read_document(document, means=BY_RULES)) == authors
