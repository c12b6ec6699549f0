"""Names with those of fathers and houses in them, and forms of address inside and before names."""

import pytest

from mentions import bare, marked

READ = [
    "[Omani Minister Shaikh Hamad Al Rashid Al Amri Al Said|hamad-al-rashid-al-amri-al-said] met [Ann Berg|ann-berg]. [Shaikh Hamad|hamad-al-rashid-al-amri-al-said] left.",
    "[Omani envoy Talal Bin Rashid Al Amri|talal-bin-rashid-al-amri] met [Ann Berg|ann-berg]. [Shaikh Talal|talal-bin-rashid-al-amri] left.",
    "She wrote to her [Somali counterpart Omar Sheikh Warsame|omar-sheikh-warsame].",
    "[Malaysian Trade Minister Dato' Sri Ismail Harun|ismail-harun] spoke. [Dato' Sri Ismail|ismail-harun] left.",
    # A given name that is no particle
    "[Senator Al Berg|al-berg] met [Ann Roe|ann-roe]. [Berg|al-berg] left.",
]


@pytest.mark.parametrize("row", READ)
def test_names_are_read_whole(row):
    assert marked(bare(row)) == row
