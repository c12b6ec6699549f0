"""What an address is answered by: each file of `pages` has a tuple `ROUTES` of these.

To add a page: a function of a request in the file of its subject, a row in its `ROUTES`, a template, and an entry in
`menus.py` where the page belongs into the menu.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from fastapi import Request, Response


@dataclass(frozen=True, slots=True)
class Route:
    """One address, or a family of them.

    Attributes:
        path: the address; `{id}` is one part of it, `{id:path}` any number of them.
        answer: what answers it.
        posts: whether it takes a form, and writes; such an address is there only where reviewing is allowed.
    """

    path: str
    answer: Callable[[Request], Response | Awaitable[Response]]
    posts: bool = False
