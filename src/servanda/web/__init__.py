"""The pages over HTTP. See `docs.md`."""

from servanda.web.app import create_app
from servanda.web.servers import serve

__all__ = ["create_app", "serve"]
