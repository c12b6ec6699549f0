from servanda.lexicon.contents import load_contents
from servanda.lexicon.holders import load_holders


def test_every_table_says_how_much_it_holds_and_where_from():
    contents = {content.table: content for content in load_contents()}
    assert contents["holders.tsv"].rows == len(load_holders())
    assert all(content.rows and content.source for content in contents.values())
