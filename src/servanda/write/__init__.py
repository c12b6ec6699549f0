"""Records and page models → files. See `docs.md`."""

from servanda.write.codings import coding_of
from servanda.write.exports import WRITERS, write_export

__all__ = ["WRITERS", "coding_of", "write_export"]
