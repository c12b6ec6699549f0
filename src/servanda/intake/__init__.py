"""Intake: source → Document. The text is frozen from here on. See `docs.md`."""

from servanda.intake.deliveries import fetch_documents
from servanda.intake.facts import Asked
from servanda.intake.places import is_at

__all__ = ["Asked", "fetch_documents", "is_at"]
