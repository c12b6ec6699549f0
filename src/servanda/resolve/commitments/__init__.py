"""Commitments of several documents that are one undertaking, and how they stand to one another. See `../docs.md`."""

from servanda.resolve.commitments.judged_pairs import judged_pairs
from servanda.resolve.commitments.linkings import VERSION, link_all, link_new
from servanda.resolve.commitments.undertakings import KIND

__all__ = ["KIND", "VERSION", "judged_pairs", "link_all", "link_new"]
