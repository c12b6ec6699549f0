"""Page models into HTML: the one place where Jinja is imported.

Every value is escaped as it is put in; nothing is ever marked as safe.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import CodeType

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket

from servanda import __version__
from servanda.store import Order
from servanda.view.cards import NOUNS
from servanda.view.fields import Field, is_other
from servanda.view.filters import CRITERIA
from servanda.view.names import period_in_words
from servanda.view.reviews import word_slots
from servanda.web.links import anchor_of, changed, link_to, part_link, relationship_link, sentence_link, table_link
from servanda.web.menus import MENU
from servanda.web.moments import Visit
from servanda.web.sessions import Session

_ORDERS = (
    (Order.NEWEST, "newest first"),
    (Order.OLDEST, "oldest first"),
    (Order.TEXT, "as the texts have them"),
    (Order.SCORE, "least sure first"),
)
_NOWHERE = Visit()


class _Compiled(BytecodeCache):
    """The templates that this process has compiled, for further environments; each by its own source."""

    def __init__(self) -> None:
        self._known: dict[str, CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._known.get(f"{bucket.key} {bucket.checksum}")

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._known[f"{bucket.key} {bucket.checksum}"] = bucket.code


_COMPILED = _Compiled()


def make_environment() -> Environment:
    """The templates with what they may call."""
    environment = Environment(
        loader=PackageLoader("servanda.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_COMPILED,
    )
    environment.globals.update(
        anchor_of=anchor_of,
        changed=changed,
        filter_labels={one.name: one.label for listed in CRITERIA.values() for one in reversed(listed)},
        link_to=link_to,
        is_other=_is_other,
        in_documents=False,
        nouns=NOUNS,
        orders=_ORDERS,
        pages=MENU,
        part_link=part_link,
        period_in_words=period_in_words,
        relationship_link=relationship_link,
        sentence_link=sentence_link,
        table_link=table_link,
        version=__version__,
        word_slots={kind: word_slots(kind) for kind in NOUNS},
    )
    return environment


def _is_other(act: Field) -> bool:
    return any(is_other(part.code) for part in act.parts)


def render_page(  # noqa: PLR0913, PLR0917 - a page has so many sides
    environment: Environment,
    template: str,
    page: object,
    asked: Mapping[str, str],
    section: str,
    session: Session | None = None,
    *,
    visit: Visit = _NOWHERE,
    has_rows: bool = False,
) -> str:
    """A page as HTML.

    Args:
        environment: the templates.
        template: name of the template, without its ending.
        page: the page model.
        asked: names and values of the address.
        section: which entry of the menu the page belongs to.
        session: who may review; None for a reader.
        visit: the page's address, and the day as of which it is shown.
        has_rows: whether the page comes as CSV and as a feed too.
    """
    drawn = environment.get_template(f"{template}.html")
    return drawn.render(page=page, asked=asked, section=section, session=session, visit=visit, has_rows=has_rows)
