"""Intake: source → Document. The text is frozen from here on. See `docs.md`."""

from servanda.intake.deliveries import fetch_documents
from servanda.intake.facts import Asked

__all__ = ["Asked", "fetch_documents"]
