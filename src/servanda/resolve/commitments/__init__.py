"""Commitments of several documents that are one undertaking, and how they stand to one another. See `../docs.md`."""

from servanda.resolve.commitments.corrections import linked_to, told_anew
from servanda.resolve.commitments.judged_pairs import judged_pairs
from servanda.resolve.commitments.linkings import LAID_OUT, VERSION, link_all, link_new
from servanda.resolve.commitments.undertakings import KIND

__all__ = ["KIND", "LAID_OUT", "VERSION", "judged_pairs", "link_all", "link_new", "linked_to", "told_anew"]
