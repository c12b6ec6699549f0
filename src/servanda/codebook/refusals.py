"""What a user asked for and cannot have: every such error of every room is one of these."""

from __future__ import annotations


class RefusalError(Exception):
    """The user asked for what cannot be; the message is the one line that they see."""
