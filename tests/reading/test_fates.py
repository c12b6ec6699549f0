"""What became of an undertaking that is recalled in passing."""

import pytest

from casts import cast_of, scene_of
from servanda.reading.commitments.commitments import read_commitments

FATES = [
    ("Ethiopia freed the last Kenyan crew, completing the release it promised in March.", "fulfilled"),
    ("Japan put into force the lower tariffs on Thai rice it had promised in May.", "fulfilled"),
    ("The aid that Norway pledged to Malawi last year has arrived in Blantyre.", "fulfilled"),
    ("The loan pledged by Qatar was paid to Lebanon.", "fulfilled"),
    ("Brazil has kept its promise to send ships to Angola.", "fulfilled"),
    ("Brazil made good on its pledge to send ships to Angola.", "fulfilled"),
    ("Norway has delivered half of the ships that it promised to Kenya.", "in-progress"),
    ("Norway is delivering the ships that it promised to Kenya.", "in-progress"),
    ("Norway is delivering on its promise to send ships to Kenya.", "in-progress"),
    ("Norway has not yet delivered the ships that it promised to Kenya.", "open"),
    ("Norway will deliver the ships that it promised to Kenya.", "open"),
    ("Chile failed to keep its promise to send ships to Peru.", "broken"),
    ("Chile broke its promise to send ships to Peru.", "broken"),
    ("Chile withdrew its offer to send ships to Peru.", "withdrawn"),
    pytest.param(
        "Chile must keep its promise to send ships to Peru.", "open", id="what must still be kept has not been kept"
    ),
]


@pytest.mark.parametrize(("text", "status"), FATES)
def test_the_verb_beside_an_undertaking_says_what_became_of_it(text, status):
    scene = scene_of(text)
    recalled = [one for one in read_commitments(scene, cast_of(scene)) if one.firmness.value.value != "aspired"]
    assert [one.status.value.value for one in recalled if "promise" in text or one] == [status] * len(recalled)
    assert recalled or status == "open"
