"""Environment → one frozen record. Nothing else reads the environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user may set once for all commands.

    Attributes:
        ledger: the ledger that commands use where `--ledger` is not given (`SERVANDA_LEDGER`).
        host: where the pages are served (`SERVANDA_HOST`); only this machine unless asked.
        port: at which port (`SERVANDA_PORT`).
        judge: who judges records (`SERVANDA_JUDGE`); the name of the account if not given.
        lexicon: the user's own table of holders of offices (`SERVANDA_LEXICON`); `holders.tsv` in their data folder if not given.
        data: the user's data folder (`XDG_DATA_HOME`, else below the home folder); empty where there is none.
        query_service: where `servanda lexicon refresh` asks (`SERVANDA_QUERY_SERVICE`); Wikidata's own service if not given.
    """

    ledger: str = "servanda.db"
    host: str = "127.0.0.1"
    port: int = 8000
    judge: str = ""
    lexicon: str = ""
    data: str = ""
    query_service: str = ""


def load_settings(environment: Mapping[str, str]) -> Settings:
    """The settings out of the environment's variables.

    Raises:
        ValueError: the port is no number between 0 and 65535.
    """
    usual = Settings()
    port = environment.get("SERVANDA_PORT") or str(usual.port)
    if not port.isascii() or not port.isdigit() or int(port) > 65535:
        raise ValueError(f"SERVANDA_PORT is a number from 0 to 65535, not {port!r}.")
    return Settings(
        ledger=environment.get("SERVANDA_LEDGER") or usual.ledger,
        host=environment.get("SERVANDA_HOST") or usual.host,
        port=int(port),
        judge=environment.get("SERVANDA_JUDGE") or usual.judge,
        lexicon=environment.get("SERVANDA_LEXICON") or usual.lexicon,
        data=_data_folder(environment),
        query_service=environment.get("SERVANDA_QUERY_SERVICE") or usual.query_service,
    )


def _data_folder(environment: Mapping[str, str]) -> str:
    """Where the user's own data lie by the rules of the desktop; a relative `XDG_DATA_HOME` does not count, as they say."""
    told = environment.get("XDG_DATA_HOME", "")
    home = environment.get("HOME") or environment.get("USERPROFILE")
    if PurePath(told).is_absolute():
        return str(PurePath(told, "servanda"))
    return str(PurePath(home, ".local", "share", "servanda")) if home else ""
