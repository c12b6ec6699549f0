import pytest

from servanda.settings import Settings, load_settings


def test_the_environment_is_read_once():
    found = load_settings({"SERVANDA_LEDGER": "asia.db", "SERVANDA_PORT": "8123", "PATH": "/bin"})
    assert found == Settings(ledger="asia.db", port=8123)


@pytest.mark.parametrize("port", ["http", "-1", "70000", "²"])
def test_a_port_is_a_number(port):
    with pytest.raises(ValueError, match="SERVANDA_PORT"):
        load_settings({"SERVANDA_PORT": port})
