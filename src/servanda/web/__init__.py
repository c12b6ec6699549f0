"""The pages over HTTP. See `docs.md`."""

from servanda.web.app import create_app
from servanda.web.publications import OccupiedError, publish
from servanda.web.servers import serve
from servanda.web.sessions import Sessions

__all__ = ["OccupiedError", "Sessions", "create_app", "publish", "serve"]
