"""The menu at the head of every page: address, name, and the section whose pages it stands for."""

from __future__ import annotations

MENU = (
    ("/", "Relationships", "relationships"),
    ("/changes", "Changes", "changes"),
    ("/due", "Due", "due"),
    ("/commitments", "Commitments", "commitments"),
    ("/statements", "Statements", "statements"),
    ("/occasions", "Occasions", "occasions"),
    ("/instruments", "Instruments", "instruments"),
    ("/assessments", "Assessments", "assessments"),
    ("/documents", "Documents", "documents"),
    ("/actors", "Actors", "actors"),
    ("/language", "Language", "language"),
    ("/compare", "Compare", "compare"),
    ("/review", "Review", "review"),
    ("/problems", "Problems", "problems"),
    ("/about", "About", "about"),
)
