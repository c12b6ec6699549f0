"""The menu at the head of every page: address, name, and the section whose pages it stands for."""

from __future__ import annotations

MENU = (
    ("/", "Commitments", "commitments"),
    ("/statements", "Statements", "statements"),
    ("/occasions", "Occasions", "occasions"),
    ("/instruments", "Instruments", "instruments"),
    ("/assessments", "Assessments", "assessments"),
    ("/documents", "Documents", "documents"),
    ("/actors", "Actors", "actors"),
    ("/review", "Review", "review"),
    ("/problems", "Problems", "problems"),
    ("/about", "About", "about"),
)
