import pytest

from servanda.settings import Settings, load_settings


def test_the_environment_is_read_once():
    found = load_settings({"SERVANDA_LEDGER": "asia.db", "SERVANDA_PORT": "8123", "PATH": "/bin"})
    assert found == Settings(ledger="asia.db", port=8123)


@pytest.mark.parametrize("port", ["http", "-1", "70000", "²"])
def test_a_port_is_a_number(port):
    with pytest.raises(ValueError, match="SERVANDA_PORT"):
        load_settings({"SERVANDA_PORT": port})


DATA_FOLDERS = [
    ({"HOME": "/home/ana"}, "/home/ana/.local/share/servanda"),
    ({"HOME": "/home/ana", "XDG_DATA_HOME": "/data"}, "/data/servanda"),
    ({"HOME": "/home/ana", "XDG_DATA_HOME": "data"}, "/home/ana/.local/share/servanda"),
    ({"XDG_DATA_HOME": ""}, ""),
]


@pytest.mark.parametrize(("environment", "folder"), DATA_FOLDERS)
def test_the_data_folder_is_where_the_desktop_has_it(environment, folder):
    assert load_settings(environment).data == folder


def test_the_lexicon_and_its_service_may_be_set():
    found = load_settings({"SERVANDA_LEXICON": "own.tsv", "SERVANDA_QUERY_SERVICE": "https://mirror.example/sparql"})
    assert (found.lexicon, found.query_service) == ("own.tsv", "https://mirror.example/sparql")
